//! Times in a column of text. A column has one format, and it is found over all of its values.

mod counted;
mod hints;
mod iso;
mod months;
mod spans;
mod wall;
mod written;

use super::blank::is_blank;
use super::seconds::Seconds;
use super::table::Column;
use super::zone::Millis;
use written::Order;

use iso::LastDays;

pub use counted::Count;
pub use hints::{is_named_like_a_time, zone_of_name};
pub use wall::Wall;

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
    fn read_all(&mut self, text: &str) -> Option<Wall> {
        self.read_inlined(text)
    }

    /// The same. A call costs as much as what is done for most of a million.
    #[inline(always)]
    fn read_inlined(&mut self, text: &str) -> Option<Wall> {
        if self.format == TimeFormat::Iso {
            return iso::read(text.as_bytes(), &mut self.last);
        }
        self.format.read_other(text)
    }
}

/// Whether a time stands for none.
fn is_void(wall: Wall) -> bool {
    /// The beginning of the year 2.
    const YEAR_TWO: Millis = -62_104_060_800_000;
    wall.shown == 0 || wall.shown < YEAR_TWO
}

/// Whether a text that is no time stands for none: a count of 0, or what `MySQL` writes.
fn says_none(text: &str) -> bool {
    text == "0" || text.starts_with("0000-00-00")
}

/// What the values of a column are in one format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many are a time.
    pub read: usize,
    /// How many are something else.
    pub missed: usize,
    /// How many hold nothing, or a word for it.
    pub blank: usize,
    /// How many stand for no time at all: year 1, or the very beginning of 1970.
    pub void: usize,
    /// How many say how far their clock was ahead of UTC.
    pub zoned: usize,
    /// How many have a time of day.
    pub clocked: usize,
    /// How many are at midnight of their clock, or have no time of day.
    pub at_midnight: usize,
    /// How many lost their last digits to a spreadsheet (`1.69E+12`).
    pub rounded: usize,
    /// The earliest; in UTC where the text says how far its clock was ahead, else as the clock showed.
    pub earliest: Millis,
    /// The latest.
    pub latest: Millis,
    /// How often one was later than the one before.
    pub rises: usize,
    /// How often one was earlier than the one before.
    pub falls: usize,
    /// The first row whose value is something else.
    pub first_missed: Option<usize>,
}

impl Tally {
    /// Counts all values of a column, and keeps its moments where it holds nothing else, each with its zone.
    #[must_use]
    pub fn of(column: Column<'_>, format: TimeFormat, moments: &mut Option<Seconds>) -> Self {
        let mut tally = Self::default();
        let mut reader = Reader::new(format);
        let mut last = None;
        let (rows, mut kept) = (column.len(), Seconds::default());
        for (row, text) in column.cells().enumerate() {
            match reader.read_inlined(text) {
                Some(wall) if is_void(wall) => tally.void += 1,
                Some(wall) => {
                    let at = tally.takes(wall, last, format, text);
                    if format == TimeFormat::Iso && wall.offset.is_some() {
                        kept.push(row, rows, at);
                    }
                    last = Some(at);
                }
                None if is_blank(text) => tally.blank += 1,
                None if says_none(text) => tally.void += 1,
                None => {
                    tally.missed += 1;
                    tally.first_missed = tally.first_missed.or(Some(row));
                }
            }
        }
        if rows > 0 && kept.len() == rows {
            *moments = Some(kept);
        }
        tally
    }

    fn takes(&mut self, wall: Wall, last: Option<i64>, format: TimeFormat, text: &str) -> Millis {
        let at = wall.moment().unwrap_or(wall.shown);
        self.read += 1;
        self.zoned += usize::from(wall.offset.is_some());
        self.clocked += usize::from(wall.has_clock);
        self.at_midnight += usize::from(wall.is_midnight());
        if let TimeFormat::Since1970(_) = format {
            self.rounded += usize::from(counted::is_rounded(text.as_bytes()));
        }
        let before = last.unwrap_or(at);
        self.rises += usize::from(at > before);
        self.falls += usize::from(at < before);
        let is_first = self.read == 1;
        self.earliest = if is_first { at } else { at.min(self.earliest) };
        self.latest = if is_first { at } else { at.max(self.latest) };
        at
    }

    /// Whether the values are in order, up or down, and there are enough to say so.
    #[must_use]
    pub const fn is_sorted(&self) -> bool {
        (self.rises == 0 || self.falls == 0) && self.rises + self.falls >= 3
    }
}

/// Why a day is read in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Because {
    /// There is no other way to read the values.
    OnlyOne,
    /// Some value is above 12, and so no month.
    Above12,
    /// The values are in order under this reading alone.
    Sorted,
    /// Another column of the file, which can be read in one way alone, has its days so.
    OtherColumn,
    /// Nothing decides: the page asks, with both readings.
    Guess,
}

/// How a column's times are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The format.
    pub format: TimeFormat,
    /// Why this one.
    pub because: Because,
    /// Formats that read as many values, in which they mean something else.
    pub alternatives: Vec<TimeFormat>,
    /// What the values are in it.
    pub tally: Tally,
    /// How many seconds ahead of UTC the column's name says its clock is: `Created At (UTC)`.
    pub zone_of_name: Option<i32>,
}

impl Found {
    /// Whether somebody has to say which of two readings is meant.
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        self.because == Because::Guess
    }

    /// Whether a zone has to be assumed for at least one value.
    #[must_use]
    pub const fn needs_zone(&self) -> bool {
        self.zone_of_name.is_none() && self.tally.zoned < self.tally.read
    }
}

/// How many values are tried in all formats.
const TRIED: usize = 100;

/// Finds how the times of a column are written. `None` where they are none, which is where no format
/// reads half of them.
#[must_use]
pub fn find(column: Column<'_>) -> Option<Found> {
    find_keeping(column, &mut None)
}

/// The same, and keeps the moments where a column as ISO 8601 holds nothing else.
pub fn find_keeping(column: Column<'_>, moments: &mut Option<Seconds>) -> Option<Found> {
    let mut tallies = Vec::with_capacity(2);
    for format in candidates(column) {
        tallies.push((format, Tally::of(column, format, moments)));
    }
    let most = tallies.iter().map(|(_, tally)| tally.read).max()?;
    let &(first, tally) = tallies.iter().find(|(_, tally)| tally.read == most)?;
    if tally.read < tally.missed.max(1) {
        return None;
    }
    let other = tallies
        .iter()
        .find(|(format, tally)| *format != first && tally.read == most);
    let (mut format, mut tally, mut alternatives) = (first, tally, Vec::new());
    let mut because = if tallies.len() > 1 {
        Because::Above12
    } else {
        Because::OnlyOne
    };
    if let Some(&(second, theirs)) = other {
        because = if tally.is_sorted() == theirs.is_sorted() {
            Because::Guess
        } else {
            Because::Sorted
        };
        alternatives.push(second);
        if theirs.is_sorted() && !tally.is_sorted() {
            (format, tally, alternatives) = (second, theirs, vec![first]);
        }
        // Where both readings are the same moments, there is nothing to ask.
        if (tally.earliest, tally.latest, tally.read) == (theirs.earliest, theirs.latest, 1) {
            because = Because::OnlyOne;
        }
    }
    Some(Found {
        format,
        because,
        alternatives,
        tally,
        zone_of_name: zone_of_name(column.name()),
    })
}

/// The formats that read most of the first values; more than one only if days and months can be mixed up.
fn candidates(column: Column<'_>) -> Vec<TimeFormat> {
    let name = column.name();
    let is_named = is_named_like_a_time(name) || name.starts_with("Column ");
    let mut reads = [0_usize; TimeFormat::ALL.len()];
    let mut tried = 0;
    let is_filled = |text: &&str| !is_blank(text) && !says_none(text);
    for text in column.cells().filter(is_filled).take(TRIED) {
        tried += 1;
        for (reads, format) in reads.iter_mut().zip(TimeFormat::ALL) {
            let is_number = matches!(format, TimeFormat::Serial | TimeFormat::Since1970(_));
            // An id of ten digits is a moment, too, if nobody looks at its name.
            let counts = is_named || !is_number;
            *reads += usize::from(counts && Reader::new(format).read_all(text).is_some());
        }
    }
    let of = |format: TimeFormat| {
        let at = TimeFormat::ALL.iter().position(|f| *f == format);
        at.map_or(0, |at| reads[at])
    };
    let (days, months) = (of(TimeFormat::DayFirst), of(TimeFormat::MonthFirst));
    let best = TimeFormat::ALL.iter().copied().map(of).max().unwrap_or(0);
    if best * 2 < tried || best == 0 {
        return Vec::new();
    }
    if days == best || months == best {
        return vec![TimeFormat::DayFirst, TimeFormat::MonthFirst];
    }
    TimeFormat::ALL
        .into_iter()
        .filter(|f| of(*f) == best)
        .take(1)
        .collect()
}

/// Lets columns that can be read in one way alone decide for those of the same file that can be read
/// in two.
pub fn agree(columns: &mut [Option<Found>]) {
    let is_sure = |found: &&Found| matches!(found.because, Because::Above12 | Because::Sorted);
    let sure = columns.iter().flatten().filter(is_sure);
    let mut sure: Vec<TimeFormat> = sure.map(|found| found.format).collect();
    sure.dedup();
    let &[format] = sure.as_slice() else {
        return;
    };
    for found in columns
        .iter_mut()
        .flatten()
        .filter(|found| found.is_ambiguous())
    {
        if found.alternatives.contains(&format) {
            found.alternatives = vec![found.format];
            found.format = format;
        }
        found.because = Because::OtherColumn;
    }
}
