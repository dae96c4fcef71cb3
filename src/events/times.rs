//! Times in a column of text. A column has one format, and it is found over all of its values.

mod counted;
mod hints;
mod iso;
mod months;
mod reader;
mod spans;
mod tally;
mod wall;
mod written;

use super::blank::is_blank;
use super::seconds::Seconds;
use super::table::Column;
use std::ops::Range;

use reader::says_none;
use tally::Counting;

pub use counted::Count;
pub use hints::{is_named_like_a_time, zone_of_name};
pub use reader::{Reader, TimeFormat};
pub use tally::Tally;
pub use wall::Wall;

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
    let mut search = Search::new(column);
    search.take(column, 0..column.len(), 0, column.len());
    search.found(column.len()).0
}

/// Looks for how the times of a column are written, some rows after others.
#[derive(Debug, Clone)]
pub struct Search {
    each: Vec<Counting>,
    zone_of_name: Option<i32>,
}

impl Search {
    /// Begins with the formats that the first values can be in.
    #[must_use]
    pub fn new(column: Column<'_>) -> Self {
        let each = candidates(column).into_iter().map(Counting::new).collect();
        Self {
            each,
            zone_of_name: zone_of_name(column.name()),
        }
    }

    /// Whether it can hold times.
    #[must_use]
    pub const fn has_any(&self) -> bool {
        !self.each.is_empty()
    }

    /// Looks at the rows that come next, before which there were so many. In all there are about so many.
    pub fn take(&mut self, column: Column<'_>, rows: Range<usize>, before: usize, of: usize) {
        for counting in &mut self.each {
            counting.take(column, rows.clone(), before, of);
        }
    }

    /// Whether the moment of each row of so many is kept.
    #[must_use]
    pub fn keeps(&self, rows: usize) -> bool {
        self.each.first().is_some_and(|own| own.keeps(rows))
    }

    /// What was found in so many rows; and the moments, where a column as ISO 8601 holds nothing else.
    #[must_use]
    pub fn found(self, rows: usize) -> (Option<Found>, Option<Seconds>) {
        let tallies: Vec<_> = self.each.iter().map(|c| (c.format, c.tally)).collect();
        let mut moments = self.each.into_iter().map(|counting| counting.moments(rows));
        let found = decide(&tallies, self.zone_of_name);
        (found, moments.next().flatten())
    }
}

/// How the times of a column are written, by what its values are in each format that they may be in.
fn decide(tallies: &[(TimeFormat, Tally)], zone_of_name: Option<i32>) -> Option<Found> {
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
        zone_of_name,
    })
}

/// Whether a column has all the values from which one tells in which formats it may be.
#[must_use]
pub fn are_enough(column: Column<'_>) -> bool {
    column.cells().filter(is_filled).nth(TRIED - 1).is_some()
}

fn is_filled(text: &&str) -> bool {
    !is_blank(text) && !says_none(text)
}

/// The formats that read most of the first values; more than one only if days and months can be mixed up.
fn candidates(column: Column<'_>) -> Vec<TimeFormat> {
    let name = column.name();
    let is_named = is_named_like_a_time(name) || name.starts_with("Column ");
    let mut reads = [0_usize; TimeFormat::ALL.len()];
    let mut tried = 0;
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
