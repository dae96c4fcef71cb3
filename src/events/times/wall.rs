//! What a clock and a calendar showed.

use crate::events::zone::{DAY, Millis, Occurs, Zone};
use crate::model::Day;

/// What a clock and a calendar showed, and how far that clock was ahead of UTC where the text says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Wall {
    /// Day and time of day, as the milliseconds since 1970 that they would be in UTC.
    pub shown: Millis,
    /// How many seconds the clock was ahead of UTC, where the text says so.
    pub offset: Option<i32>,
    /// Whether a time of day was given, and not the day alone.
    pub has_clock: bool,
}

impl Wall {
    /// A moment in UTC.
    #[must_use]
    pub const fn utc(at: Millis) -> Self {
        Self {
            shown: at,
            offset: Some(0),
            has_clock: true,
        }
    }

    /// A day without a time.
    #[must_use]
    pub const fn day(day: Day) -> Self {
        Self {
            shown: day.number() * DAY,
            offset: None,
            has_clock: false,
        }
    }

    /// The moment, where the text says how far the clock was ahead.
    #[must_use]
    pub fn moment(self) -> Option<Millis> {
        let ahead = Millis::from(self.offset?) * 1000;
        Some(self.shown.saturating_sub(ahead))
    }

    /// The moment; in this zone, where the text does not say how far the clock was ahead.
    #[must_use]
    pub fn within(self, zone: &Zone) -> (Millis, Occurs) {
        match self.moment() {
            Some(at) => (at, Occurs::Once),
            None => zone.moment(self.shown),
        }
    }

    /// Whether it is midnight on its clock.
    #[must_use]
    pub const fn is_midnight(self) -> bool {
        self.shown % DAY == 0
    }
}

/// A day of the calendar, from year 1 to 9999. `None` where the calendar has none.
#[must_use]
pub fn day(year: u32, month: u32, day: u32) -> Option<Day> {
    const LENGTHS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let length = *LENGTHS.get(month.checked_sub(1)? as usize)?;
    let leaps = month == 2 && year.is_multiple_of(4);
    let leaps = leaps && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let is_one = (1..=9999).contains(&year) && day >= 1;
    let is_one = is_one && day <= u32::from(length) + u32::from(leaps);
    is_one.then(|| Day::of(year.into(), month.into(), day.into()))
}

/// A time of day in milliseconds. 24:00 is the end of the day, and a 60th second one that was put in.
#[must_use]
pub fn clock(hour: u32, minute: u32, second: u32, millis: u32) -> Option<Millis> {
    let is_one = hour < 24 && minute < 60 && second <= 60;
    let is_end = hour == 24 && minute == 0 && second == 0 && millis == 0;
    let seconds = hour * 3600 + minute * 60 + second;
    (is_one || is_end).then(|| Millis::from(seconds) * 1000 + Millis::from(millis))
}
