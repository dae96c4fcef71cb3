//! How values are separated, and where the columns' names are, by the first records.

use super::scan::Scan;
use super::sheet::{Choices, Header, Separated};
use crate::events::table::Span;
use crate::events::times::TimeFormat;

/// So many records are looked at.
const RECORDS: usize = 50;
/// But no more of a file than this, if there are a few.
const BYTES: usize = 256 * 1024;
/// The names stand in one of the first records.
const BEFORE: usize = 30;

/// The first records, by one delimiter.
struct First<'t> {
    scan: Scan<'t>,
    cells: Vec<Span>,
    /// Where each record ends in the cells.
    ends: Vec<usize>,
    /// The number of cells that most records have.
    width: usize,
    /// How many records have it, in percent.
    even: usize,
}

impl<'t> First<'t> {
    fn new(text: &'t str, from: usize, delimiter: Option<u8>, quotes: bool) -> Self {
        let mut scan = Scan::new(text, from, delimiter, quotes);
        let (mut cells, mut ends) = (Vec::new(), Vec::new());
        while ends.len() < RECORDS && (ends.len() < 3 || scan.at() - from < BYTES) {
            if !scan.record(&mut cells) {
                break;
            }
            ends.push(cells.len());
        }
        let mut first = Self {
            scan,
            cells,
            ends,
            width: 0,
            even: 0,
        };
        let widths: Vec<usize> = (0..first.ends.len())
            .map(|at| first.record(at).len())
            .collect();
        for width in &widths {
            let same = widths.iter().filter(|other| *other == width).count() * 100 / widths.len();
            if (same, *width) > (first.even, first.width) {
                (first.even, first.width) = (same, *width);
            }
        }
        first
    }

    fn record(&self, at: usize) -> &[Span] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.ends
            .get(at)
            .and_then(|end| self.cells.get(start..*end))
            .unwrap_or_default()
    }

    fn texts(&self, at: usize) -> impl Iterator<Item = &str> {
        self.record(at)
            .iter()
            .map(|span| self.scan.cell(*span).trim())
    }

    /// How many cells of a record hold something.
    fn filled(&self, at: usize) -> usize {
        self.texts(at).filter(|text| !text.is_empty()).count()
    }

    /// The record that may have the names: the first with about as many texts as the rows have cells.
    fn names(&self) -> usize {
        let has_names = |at: &usize| {
            let (cells, filled) = (self.record(*at).len(), self.filled(*at));
            let is_wide = cells + 1 >= self.width && filled * 5 >= self.width * 3 && filled > 0;
            is_wide && !self.is_remark(*at)
        };
        let found = (0..self.ends.len().min(BEFORE)).find(has_names);
        // A table may have few names, and many empty columns.
        let longest =
            (0..self.ends.len().min(BEFORE)).find(|at| self.record(*at).len() >= self.width);
        found.or(longest).unwrap_or(0)
    }

    /// Whether a record is marked as no row, and the one behind it has the names.
    fn is_remark(&self, at: usize) -> bool {
        let is_marked = self
            .texts(at)
            .next()
            .is_some_and(|text| text.starts_with('#'));
        is_marked && self.record(at + 1).len() >= self.width && !self.is_row(at + 1)
    }

    /// Whether a record is a row as the next ones are: it has times or numbers where they have them, and
    /// nowhere a text above times or numbers.
    fn is_row(&self, at: usize) -> bool {
        let mut is_same = false;
        for (column, text) in self.texts(at).enumerate() {
            let below = (at + 1..self.ends.len()).filter_map(|row| self.texts(row).nth(column));
            let mut below = below
                .filter(|text| !text.is_empty())
                .take(5)
                .map(Class::of)
                .peekable();
            let own = Class::of(text);
            if text.is_empty() || below.peek().is_none() {
                continue;
            }
            let is_text_below = below.any(|class| class == Class::Text);
            if own == Class::Text && !is_text_below {
                return false;
            }
            is_same |= own != Class::Text && !is_text_below;
        }
        is_same
    }
}

#[derive(PartialEq, Eq, Clone, Copy)]
enum Class {
    Time,
    Number,
    Text,
}

impl Class {
    fn of(text: &str) -> Self {
        let is_number = text.bytes().any(|b| b.is_ascii_digit())
            && text
                .bytes()
                .all(|b| b.is_ascii_digit() || b"+-.,%eE".contains(&b));
        let is_time = || {
            let formats = [
                TimeFormat::Iso,
                TimeFormat::Named,
                TimeFormat::DayFirst,
                TimeFormat::MonthFirst,
            ];
            let mut formats = formats
                .into_iter()
                .chain([TimeFormat::YearFirst, TimeFormat::Month]);
            formats.any(|format| format.read(text).is_some())
        };
        // Ids of commits are no words either; a merge has several parents.
        let mut ids = text.split(' ');
        let is_sha = ids.all(|id| id.len() == 40 && id.bytes().all(|b| b.is_ascii_hexdigit()));
        if is_number || is_sha {
            Self::Number
        } else if is_time() {
            Self::Time
        } else {
            Self::Text
        }
    }
}

/// How the values are separated, and where the text begins behind a line that says so.
pub fn find(text: &str, how: &Choices) -> (Separated, usize) {
    let (said, from) = said(text);
    let quotes = how.quotes.unwrap_or(true);
    let chosen = how
        .delimiter
        .map(|d| d.filter(u8::is_ascii))
        .or(said.map(Some));
    let first = if let Some(delimiter) = chosen {
        (delimiter, First::new(text, from, delimiter, quotes))
    } else {
        best(text, from, quotes)
    };
    let (delimiter, first) = first;
    let names = first.names();
    let header = how.header.unwrap_or(if first.is_row(names) {
        Header::Nowhere
    } else {
        Header::Record(names)
    });
    let separated = Separated {
        delimiter,
        quotes,
        header,
    };
    (separated, from)
}

/// The delimiter by which the records are most even, if it makes more than one cell of them. Where two
/// are the same, the one that the first record has more of; then the one that is rarer in texts.
fn best(text: &str, from: usize, quotes: bool) -> (Option<u8>, First<'_>) {
    let mut best: Option<(u8, First<'_>)> = None;
    for delimiter in [b'\t', b';', b'|', b','] {
        let first = First::new(text, from, Some(delimiter), quotes);
        let names = first.record(first.names()).len();
        let is_better = best.as_ref().is_none_or(|(_, other)| {
            let theirs = other.record(other.names()).len();
            // One record more or less is no sign: titles and totals are uneven.
            let worth = |first: &First<'_>| first.even / 10;
            (worth(&first), names) > (worth(other), theirs)
        });
        if first.width > 1 && names > 1 && first.even >= 40 && is_better {
            best = Some((delimiter, first));
        }
    }
    match best {
        Some((delimiter, first)) => (Some(delimiter), first),
        None => (None, First::new(text, from, None, quotes)),
    }
}

/// The delimiter that a first line `sep=;` names, as Excel reads it, and where the text goes on.
fn said(text: &str) -> (Option<u8>, usize) {
    let line = text.split(['\n', '\r']).next().unwrap_or("");
    let bare = line.trim_matches('"').as_bytes();
    match bare {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter] if delimiter.is_ascii() => {
            (Some(*delimiter), line.len())
        }
        _ => (None, 0),
    }
}
