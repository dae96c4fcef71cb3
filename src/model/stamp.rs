//! When and by whom a field was written: a hybrid logical clock.
//!
//! A wall clock alone may stand still, jump back or be years off. The hybrid clock follows the wall
//! clock while that moves forward and counts on from the latest stamp it has seen otherwise.
//! Source: Kulkarni et al., *Logical Physical Clocks*, 2014.
//!
//! # Stamps from the future
//!
//! A file may claim any time, by a wrong clock or on purpose. Three rules keep such a stamp where it
//! is:
//!
//! 1. *Order is never touched.* A stamp stays as it was written, so copies that travel different
//!    ways and times still join to the same document. Moving stamps to the present on import would
//!    not do: the same file opened later would get later stamps, and beat edits made in between.
//! 2. *Every write is later than what it replaces.* [`Assessment::apply`](super::Assessment::apply)
//!    puts a stamp just [after](Stamp::after) the one that the field has. So an edit always wins over
//!    what its writer saw, whatever any clock says, and only that field runs ahead.
//! 3. *What is more than a day ahead is not believed.* [`Clock::observe`] passes it over, so no other
//!    field and no other assessment is drawn along; and whatever reads a stamp as a time asks
//!    [`is_believed`](Stamp::is_believed) first.
//!
//! A wall clock that is itself wrong changes nothing in this: what it believes of others is too much
//! or too little, its writes win over what they replace, and once it is right it starts from there.
//!
//! An order with a last element has no room behind it, so files from outside may claim times up to
//! [`LAST`], and what is read from the stores up to [`LAST_KEPT`]: the writes that come behind the
//! last claim fit in between. A stamp beyond that is no time at all, and its field counts as
//! unstamped, which is older than any stamp.

use super::WriterId;
use std::fmt;

/// The last millisecond of the year 9999: the latest time that a file from outside may claim.
pub const LAST: u64 = 253_402_300_799_999;
/// The latest time that a stored stamp may have. Leaves room for writes behind [`LAST`].
pub const LAST_KEPT: u64 = 2 * LAST;
/// How far ahead of the wall clock a stamp is still believed: one day, in milliseconds.
pub const AHEAD: u64 = 24 * 3600 * 1000;

/// The order of two writes to one field: time first, then counter, then writer.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// Milliseconds since 1970, or the latest seen where the wall clock was behind it.
    pub millis: u64,
    /// Counts writes within one millisecond.
    pub counter: u32,
    /// Who wrote.
    pub writer: WriterId,
}

impl Stamp {
    /// Reads `<millis>-<counter>-<writer>`, numbers in hexadecimal.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let millis = u64::from_str_radix(parts.next()?, 16).ok()?;
        let counter = u32::from_str_radix(parts.next()?, 16).ok()?;
        let writer = WriterId::parse(parts.next()?).ok()?;
        Some(Self {
            millis,
            counter,
            writer,
        })
    }

    /// Whether it can be a time, for somebody whose wall clock says `now`.
    #[must_use]
    pub fn is_believed(&self, now: u64) -> bool {
        self.millis <= now.saturating_add(AHEAD)
    }

    /// The same stamp, or the next one after `known` by the same writer where that is not earlier.
    #[must_use]
    pub fn after(mut self, known: Option<&Self>) -> Self {
        if let Some(known) = known.filter(|known| self <= **known) {
            (self.millis, self.counter) = next(known.millis, known.counter);
        }
        self
    }
}

/// What comes next.
fn next(millis: u64, counter: u32) -> (u64, u32) {
    match counter.checked_add(1) {
        Some(counter) => (millis, counter),
        None => (millis.saturating_add(1), 0),
    }
}

impl Stamp {
    /// Writes it behind a text. By hand: a document has hundreds, and is written at each answer.
    pub fn write(&self, text: &mut String) {
        for number in [self.millis, u64::from(self.counter)] {
            let digits = number.checked_ilog2().map_or(1, |bits| bits / 4 + 1);
            let digit = |at: u32| char::from_digit((number >> (4 * at) & 15) as u32, 16);
            text.extend((0..digits).rev().filter_map(digit));
            text.push('-');
        }
        text.push_str(self.writer.as_str());
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::new();
        self.write(&mut text);
        f.write_str(&text)
    }
}

/// Gives out stamps that grow as long as the wall clock is not set back by more than a day.
#[derive(Debug, Clone)]
pub struct Clock {
    millis: u64,
    counter: u32,
    writer: WriterId,
}

impl Clock {
    /// A clock for one writer.
    #[must_use]
    pub fn new(writer: WriterId) -> Self {
        Self {
            millis: 0,
            counter: 0,
            writer,
        }
    }

    /// Takes note of a stamp from elsewhere: all later ones will be greater. One that is not
    /// believed is passed over.
    pub fn observe(&mut self, stamp: &Stamp, wall: u64) {
        let seen = (stamp.millis, stamp.counter);
        if stamp.is_believed(wall) && seen > (self.millis, self.counter) {
            (self.millis, self.counter) = seen;
        }
    }

    /// The stamp for a write now. `wall` is the wall clock in milliseconds since 1970.
    pub fn tick(&mut self, wall: u64) -> Stamp {
        let wall = wall.min(LAST);
        // It has run ahead of a wall clock that was wrong, and has been set right since.
        let is_ahead = self.millis > wall.saturating_add(AHEAD);
        (self.millis, self.counter) = if wall > self.millis || is_ahead {
            (wall, 0)
        } else {
            next(self.millis, self.counter)
        };
        Stamp {
            millis: self.millis,
            counter: self.counter,
            writer: self.writer.clone(),
        }
    }
}
