//! What the values of a column are in one format.

use super::counted;
use super::reader::{Reader, TimeFormat, is_void, says_none};
use super::wall::Wall;
use crate::events::blank::is_blank;
use crate::events::seconds::Seconds;
use crate::events::table::Column;
use crate::events::zone::Millis;
use std::ops::Range;

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
    #[inline]
    fn takes(&mut self, wall: Wall, last: Option<i64>, format: TimeFormat, text: &str) -> Millis {
        let at = wall.moment().unwrap_or(wall.shown);
        self.read += 1;
        self.zoned += usize::from(wall.offset.is_some());
        self.clocked += usize::from(wall.has_clock);
        self.at_midnight += usize::from(wall.is_midnight());
        if let TimeFormat::Since1970(_) = format {
            self.rounded += usize::from(counted::is_rounded(text.as_bytes()));
        }
        self.compare(at, last);
        at
    }

    /// The same of a second of UTC.
    #[inline]
    fn takes_second(&mut self, at: Millis, is_midnight: bool, last: Option<Millis>) {
        self.read += 1;
        self.zoned += 1;
        self.clocked += 1;
        self.at_midnight += usize::from(is_midnight);
        self.compare(at, last);
    }

    #[inline]
    fn compare(&mut self, at: Millis, last: Option<Millis>) {
        let before = last.unwrap_or(at);
        self.rises += usize::from(at > before);
        self.falls += usize::from(at < before);
        let is_first = self.read == 1;
        self.earliest = if is_first { at } else { at.min(self.earliest) };
        self.latest = if is_first { at } else { at.max(self.latest) };
    }

    /// Whether the values are in order, up or down, and there are enough to say so.
    #[must_use]
    pub const fn is_sorted(&self) -> bool {
        (self.rises == 0 || self.falls == 0) && self.rises + self.falls >= 3
    }
}

/// The values of a column, while they are counted.
#[derive(Debug, Clone)]
pub struct Counting {
    /// Those that were.
    pub tally: Tally,
    /// How they are read.
    pub format: TimeFormat,
    reader: Reader,
    last: Option<Millis>,
    kept: Seconds,
}

impl Counting {
    /// None yet.
    pub fn new(format: TimeFormat) -> Self {
        Self {
            tally: Tally::default(),
            format,
            reader: Reader::new(format),
            last: None,
            kept: Seconds::default(),
        }
    }

    /// Counts the values of some rows, which come next, behind so many. In all there are about so many.
    #[inline(never)]
    pub fn take(&mut self, column: Column<'_>, rows: Range<usize>, before: usize, of: usize) {
        let mut tally = self.tally;
        for row in rows {
            if let Some((midnight, second)) = self.reader.second(column.bytes(row)) {
                let at = midnight + i64::from(second);
                self.kept.push_second(before + row, of, at);
                let at = at * 1000;
                tally.takes_second(at, second == 0, self.last);
                self.last = Some(at);
                continue;
            }
            let text = column.cell(row);
            match self.reader.read_all(text) {
                Some(wall) if is_void(wall) => tally.void += 1,
                Some(wall) => {
                    let at = tally.takes(wall, self.last, self.format, text);
                    if self.format == TimeFormat::Iso && wall.offset.is_some() {
                        self.kept.push(before + row, of, at);
                    }
                    self.last = Some(at);
                }
                None if is_blank(text) => tally.blank += 1,
                None if says_none(text) => tally.void += 1,
                None => {
                    tally.missed += 1;
                    tally.first_missed = tally.first_missed.or(Some(before + row));
                }
            }
        }
        self.tally = tally;
    }

    /// Whether the moment of each row of so many is kept.
    pub const fn keeps(&self, rows: usize) -> bool {
        rows > 0 && self.kept.len() == rows
    }

    /// The moments of a column of so many rows, where it holds nothing else, each with its zone.
    pub fn moments(self, rows: usize) -> Option<Seconds> {
        self.keeps(rows).then_some(self.kept)
    }
}
