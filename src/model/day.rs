//! Days of the calendar. Which one it is today, somebody else says.

use std::fmt;

/// A day, counted from 1 January 1970.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(i64);

/// Days in 400 years, after which the calendar repeats, and from 1 March of the year 0 to 1970.
const ERA: i64 = 146_097;
const EPOCH: i64 = 719_468;

impl Day {
    /// Reads `2026-11-23`. `None` where that is no day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '-');
        let year = parts.next()?.parse::<u16>().ok()?;
        let month = parts.next()?.parse::<u8>().ok()?;
        let day = parts.next()?.parse::<u8>().ok()?;
        let found = Self::of(year.into(), month.into(), day.into());
        // What the calendar has not comes out as another day.
        (found.to_string() == text).then_some(found)
    }

    /// The day so many days after 1 January 1970; before it, where the number is negative.
    #[must_use]
    pub const fn at(days: i64) -> Self {
        Self(days)
    }

    /// How many days after 1 January 1970 it is.
    #[must_use]
    pub const fn number(self) -> i64 {
        self.0
    }

    /// The day of a year, a month from 1 and a day from 1. A day that the calendar has not comes out as
    /// another one. Years are counted from March, so that a leap day is a year's last.
    #[must_use]
    pub fn of(year: i64, month: i64, day: i64) -> Self {
        let (year, month) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
        let in_year = (153 * month + 2) / 5 + day - 1;
        Self(era * ERA + year * 365 + year / 4 - year / 100 + in_year - EPOCH)
    }

    /// Its year, month and day.
    #[must_use]
    pub fn parts(self) -> (i64, i64, i64) {
        let days = self.0 + EPOCH;
        let (era, days) = (days.div_euclid(ERA), days.rem_euclid(ERA));
        let year = (days - days / 1460 + days / 36_524 - days / 146_096) / 365;
        let in_year = days - (365 * year + year / 4 - year / 100);
        let month = (5 * in_year + 2) / 153;
        let day = in_year - (153 * month + 2) / 5 + 1;
        let (next, month) = if month < 10 {
            (0, month + 3)
        } else {
            (1, month - 9)
        };
        (era * 400 + year + next, month, day)
    }

    /// So many days later; before it, where the number is negative.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0 + i64::from(days))
    }

    /// Its month, counted from the year 0.
    #[must_use]
    pub fn month(self) -> i64 {
        let (year, month, _) = self.parts();
        year * 12 + month - 1
    }

    /// When it begins, in milliseconds since 1970, in UTC.
    #[must_use]
    pub fn millis(self) -> u64 {
        u64::try_from(self.0).unwrap_or_default() * (24 * 3600 * 1000)
    }

    /// A day in the last month of the quarter so many before its own, and that quarter's name, such
    /// as `2026 Q3`.
    #[must_use]
    pub fn in_quarter_before(self, quarters: u16) -> (Self, String) {
        let (year, month, _) = self.parts();
        let quarter = year * 4 + (month - 1) / 3 - i64::from(quarters);
        let (year, quarter) = (quarter.div_euclid(4), quarter.rem_euclid(4));
        let day = Self::of(year, quarter * 3 + 3, 12);
        (day, format!("{year:04} Q{}", quarter + 1))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}
