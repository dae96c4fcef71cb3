//! How times are written, and how each is read.

use super::counted::{self, Count};
use super::iso::{self, LastDays};
use super::spans;
use super::wall::Wall;
use super::written::{self, Order};
use crate::events::zone::Millis;

/// How the times of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TimeFormat {
    /// ISO 8601 and RFC 3339, and what databases print: `2026-11-23T14:05:09.123Z`, `2026-11-23`.
    Iso,
    /// A month by its name, in one of the languages that trackers speak: `05/août/25 2:47 PM`; mails and
    /// C programs write so, too.
    Named,
    /// Day, month, year in numbers: `23.11.2026 14:05`, `23/11/26`.
    DayFirst,
    /// Month, day, year in numbers: `11/23/2026 2:05 PM`.
    MonthFirst,
    /// Year, month, day in numbers, but not as ISO 8601 has it: `2026/11/23 14:05`.
    YearFirst,
    /// A day in eight digits: `20261123`.
    Eight,
    /// A count since the beginning of 1970.
    Since1970(Count),
    /// The days of a spreadsheet: `45234.5`.
    Serial,
    /// A week: `2026-W09`.
    Week,
    /// A month: `2026-11`.
    Month,
    /// A quarter: `2026-Q4`.
    Quarter,
}

impl TimeFormat {
    /// All of them; what is likelier comes first.
    pub const ALL: [Self; 14] = [
        Self::Iso,
        Self::Named,
        Self::DayFirst,
        Self::MonthFirst,
        Self::YearFirst,
        Self::Since1970(Count::Seconds),
        Self::Since1970(Count::Millis),
        Self::Since1970(Count::Micros),
        Self::Since1970(Count::Nanos),
        Self::Eight,
        Self::Serial,
        Self::Week,
        Self::Month,
        Self::Quarter,
    ];

    /// Reads a time. `None` where the text is none in this format, and where it stands for no time at
    /// all: the year 1, as Go writes it, and the beginning of 1970.
    #[must_use]
    pub fn read(self, text: &str) -> Option<Wall> {
        Reader::new(self).read(text)
    }

    #[inline(never)]
    fn read_other(self, text: &str) -> Option<Wall> {
        match self {
            Self::Iso => None,
            Self::Eight => iso::eight(text.as_bytes()),
            Self::Since1970(count) => count.read(text.as_bytes()),
            Self::Serial => counted::serial(text.as_bytes()),
            Self::Week => spans::week(text),
            Self::Month => spans::whole_month(text),
            Self::Quarter => spans::quarter(text),
            Self::Named => written::parts(text)
                .filter(|w| w.has_name())?
                .ordered(Order::Day),
            Self::DayFirst | Self::MonthFirst | Self::YearFirst => {
                let found = written::parts(text).filter(|w| !w.has_name())?;
                found.ordered(match self {
                    Self::DayFirst => Order::Day,
                    Self::MonthFirst => Order::Month,
                    _ => Order::Year,
                })
            }
        }
    }

    /// Whether the format tells no hours: weeks, months, quarters, and days of eight digits.
    #[must_use]
    pub const fn is_coarse(self) -> bool {
        matches!(self, Self::Eight | Self::Week | Self::Month | Self::Quarter)
    }
}

/// Reads the times of a column one after another.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    format: TimeFormat,
    last: LastDays,
}

impl Reader {
    /// Reads times in a format.
    #[must_use]
    pub fn new(format: TimeFormat) -> Self {
        let last = LastDays::default();
        Self { format, last }
    }

    /// Reads a time, as [`TimeFormat::read`] does.
    pub fn read(&mut self, text: &str) -> Option<Wall> {
        self.read_all(text).filter(|wall| !is_void(*wall))
    }

    /// Reads a time, even one that stands for none.
    #[inline(never)]
    pub fn read_all(&mut self, text: &str) -> Option<Wall> {
        self.read_inlined(text)
    }

    /// The same. A call costs as much as what is done for most of a million.
    #[inline(always)]
    pub fn read_inlined(&mut self, text: &str) -> Option<Wall> {
        if self.format == TimeFormat::Iso {
            return iso::read(text.as_bytes(), &mut self.last);
        }
        self.format.read_other(text)
    }

    /// Reads a second of UTC as ISO 8601 has it, where the format is that, the text nothing else, and the day
    /// after the first of 1970: when that begins and how far on it is, in seconds.
    #[inline(always)]
    pub fn second(&mut self, text: &[u8]) -> Option<(i64, u32)> {
        if self.format != TimeFormat::Iso {
            return None;
        }
        // What is earlier may stand for none.
        iso::second(text, &mut self.last).filter(|(midnight, _)| *midnight > 0)
    }
}

/// Whether a time stands for none.
pub fn is_void(wall: Wall) -> bool {
    /// The beginning of the year 2.
    const YEAR_TWO: Millis = -62_104_060_800_000;
    wall.shown == 0 || wall.shown < YEAR_TWO
}

/// Whether a text that is no time stands for none: a count of 0, or what `MySQL` writes.
pub fn says_none(text: &str) -> bool {
    text == "0" || text.starts_with("0000-00-00")
}
