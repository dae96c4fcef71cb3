//! When and by whom a field was written: a hybrid logical clock.
//!
//! A wall clock alone may stand still, jump back or be years off. The hybrid clock follows the wall
//! clock while that moves forward and counts on from the latest stamp it has seen otherwise, so a
//! later edit always has a later stamp than anything its writer knew.
//! Source: Kulkarni et al., *Logical Physical Clocks*, 2014.

use super::WriterId;
use std::fmt;

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
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}-{:x}-{}", self.millis, self.counter, self.writer)
    }
}

/// Gives out stamps that only ever grow.
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

    /// Takes note of a stamp from elsewhere: all later ones will be greater.
    pub fn observe(&mut self, stamp: &Stamp) {
        if (stamp.millis, stamp.counter) > (self.millis, self.counter) {
            (self.millis, self.counter) = (stamp.millis, stamp.counter);
        }
    }

    /// Takes note of every stamp of a document.
    pub fn observe_all(&mut self, assessment: &super::Assessment, _wall: u64) {
        assessment.stamps().for_each(|stamp| self.observe(stamp));
    }

    /// The stamp for a write now. `wall` is the wall clock in milliseconds since 1970.
    pub fn tick(&mut self, wall: u64) -> Stamp {
        if wall > self.millis {
            (self.millis, self.counter) = (wall, 0);
        } else if let Some(counter) = self.counter.checked_add(1) {
            self.counter = counter;
        } else {
            (self.millis, self.counter) = (self.millis.saturating_add(1), 0);
        }
        Stamp {
            millis: self.millis,
            counter: self.counter,
            writer: self.writer.clone(),
        }
    }
}
