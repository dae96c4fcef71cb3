//! Rows and columns of text.

mod lean;
mod named;
mod span;

use super::digests::{Digests, Of};
use super::few::Few;
use super::key::Key;
use super::seconds::Seconds;
use std::cell::OnceCell;
use std::rc::Rc;

use named::named;

pub use lean::Lean;
pub use span::Span;

/// What a column holds, so that its cells need not be read again.
#[derive(Debug, Clone)]
pub enum Known {
    /// Nothing is known.
    Nothing,
    /// Moments as ISO 8601 with their zones, and nothing else.
    Moments(Rc<Seconds>),
    /// Few different texts.
    Few(Rc<Few>),
    /// Many texts, of which what tells them apart is known.
    Digests(Rc<Digests>),
}

/// Rows and columns of text, as read from a file. The file's text is kept as it came, and each cell is a
/// place in it: a million rows are two pieces of memory.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The columns' names, each once: a second *Labels* is *Labels 2*.
    headers: Vec<String>,
    /// For each column the first one that had its name.
    firsts: Vec<u32>,
    text: String,
    /// Cells that stand nowhere in the text as they are, such as those with doubled quotes.
    more: String,
    /// The cells, row by row. Places from the text's length on are in `more`.
    spans: Vec<Span>,
    /// What each column holds, as far as all of it was read already, while that is needed.
    known: OnceCell<Vec<Known>>,
    /// What is left of the rows behind the first ones, where not all were kept.
    lean: Option<Box<Lean>>,
}

impl Table {
    /// An empty table with these columns. A name that stands twice is numbered, one that is empty is
    /// called after its place.
    #[must_use]
    pub fn new(headers: Vec<String>) -> Self {
        Self::of(headers, String::new(), String::new(), Vec::new())
    }

    /// A table by its parts: the text, what stands behind it, and where each cell is in the two, row by
    /// row. Cells of a last row that is not full are left away.
    #[must_use]
    pub fn of(headers: Vec<String>, text: String, more: String, mut spans: Vec<Span>) -> Self {
        let (headers, firsts) = named(headers);
        let over = spans
            .len()
            .checked_rem(headers.len())
            .unwrap_or(spans.len());
        spans.truncate(spans.len() - over);
        Self {
            headers,
            firsts,
            text,
            more,
            spans,
            known: OnceCell::new(),
            lean: None,
        }
    }

    /// This table, with what is left of the rows behind its own and what is known of each column.
    #[must_use]
    pub fn with_rest(mut self, lean: Lean, known: Vec<Known>) -> Self {
        self.lean = Some(Box::new(lean));
        self.known = OnceCell::from(known);
        self
    }

    /// Whether only some of its rows were kept.
    #[must_use]
    pub const fn is_lean(&self) -> bool {
        self.lean.is_some()
    }

    /// Whether another one has the same columns, and as many rows.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.headers == other.headers && self.rows() == other.rows()
    }

    /// Whether a cell was asked for that was not kept.
    #[must_use]
    pub fn has_missed(&self) -> bool {
        self.lean.as_ref().is_some_and(|lean| lean.has_missed.get())
    }

    /// Whether only some rows were kept, and what was known of the others is gone.
    #[must_use]
    pub fn is_spent(&self) -> bool {
        self.lean.as_ref().is_some_and(|lean| lean.is_spent)
    }

    /// Puts other rows in the place of its own, and gives back those.
    pub fn swap(&mut self, text: &mut String, more: &mut String, spans: &mut Vec<Span>) {
        std::mem::swap(&mut self.text, text);
        std::mem::swap(&mut self.more, more);
        std::mem::swap(&mut self.spans, spans);
    }

    /// Keeps what is known of each column.
    pub fn keep(&self, known: Vec<Known>) {
        let _ = self.known.set(known);
    }

    /// What is known of a column, as long as that is kept.
    #[must_use]
    pub fn known(&self, column: usize) -> Option<&Known> {
        self.known.get()?.get(column)
    }

    /// The moments of a column that were kept.
    #[must_use]
    pub fn moments(&self, column: usize) -> Option<&Seconds> {
        match self.known(column)? {
            Known::Moments(moments) => Some(moments),
            _ => None,
        }
    }

    /// The few values of a column that were kept.
    #[must_use]
    pub fn few(&self, column: usize) -> Option<&Few> {
        match self.known(column)? {
            Known::Few(few) => Some(few),
            _ => None,
        }
    }

    /// The keys of a column's texts that were kept.
    #[must_use]
    pub fn digests(&self, column: usize, of: Of) -> Option<&[Option<Key>]> {
        match self.known(column)? {
            Known::Digests(digests) => digests.all(of),
            _ => None,
        }
    }

    /// Gives back the memory of what is known. Where the text was not kept, the few texts of a column stay.
    pub fn forget(&mut self) {
        let Some(lean) = &mut self.lean else {
            self.known = OnceCell::new();
            return;
        };
        lean.is_spent = true;
        for known in self.known.get_mut().into_iter().flatten() {
            if !matches!(known, Known::Few(_)) {
                *known = Known::Nothing;
            }
        }
    }

    /// The columns' names.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// Where the column of this name is.
    #[must_use]
    pub fn find(&self, header: &str) -> Option<usize> {
        self.headers.iter().position(|own| own == header)
    }

    /// The first column that had the same name in the file as this one, or the column itself. *Labels 2*
    /// and *Labels 3* give *Labels*.
    #[must_use]
    pub fn first_of_name(&self, column: usize) -> usize {
        let first = self.firsts.get(column);
        first.map_or(column, |first| *first as usize)
    }

    /// How many rows there are, without the header.
    #[must_use]
    pub fn rows(&self) -> usize {
        if let Some(lean) = &self.lean {
            return lean.rows;
        }
        let columns = self.headers.len();
        self.spans.len().checked_div(columns).unwrap_or(0)
    }

    /// A cell's text. Empty where there is none.
    #[must_use]
    #[inline]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let Some(span) = self.span(row, column) else {
            return self.left(row, column);
        };
        let range = span.start as usize..span.end as usize;
        self.text.get(range).unwrap_or_else(|| self.beyond(span))
    }

    /// A cell's bytes, which are quicker to come by. Empty where there is none.
    #[must_use]
    #[inline]
    pub fn bytes(&self, row: usize, column: usize) -> &[u8] {
        let Some(span) = self.span(row, column) else {
            return self.left(row, column).as_bytes();
        };
        let range = span.start as usize..span.end as usize;
        let own = self.text.as_bytes().get(range);
        own.unwrap_or_else(|| self.beyond(span).as_bytes())
    }

    #[inline]
    fn span(&self, row: usize, column: usize) -> Option<Span> {
        let width = self.headers.len();
        let at = row * width + column;
        self.spans.get(at).filter(|_| column < width).copied()
    }

    /// What is left of a cell behind those that were kept.
    #[cold]
    fn left(&self, row: usize, column: usize) -> &str {
        let Some(lean) = self.lean.as_ref().filter(|lean| row < lean.rows) else {
            return "";
        };
        let few = self.few(column).and_then(|few| few.text(row));
        few.or_else(|| lean.cell(row, column)).unwrap_or_else(|| {
            lean.has_missed.set(true);
            ""
        })
    }

    /// What stands behind the text.
    #[cold]
    fn beyond(&self, span: Span) -> &str {
        let before = self.text.len();
        let start = (span.start as usize).checked_sub(before);
        let range = start.map(|start| start..(span.end as usize).saturating_sub(before));
        range.and_then(|range| self.more.get(range)).unwrap_or("")
    }

    /// The first cell with something in it, of a column and those that had the same name in the file:
    /// Jira writes *Custom field (Severity)* twice.
    #[must_use]
    pub fn any_of_name(&self, row: usize, column: usize) -> &str {
        let first = self.first_of_name(column);
        let same = (first..self.headers.len()).filter(|at| self.first_of_name(*at) == first);
        let mut cells = same.map(|at| self.cell(row, at));
        cells.find(|cell| !cell.is_empty()).unwrap_or("")
    }

    /// One column with its cells.
    #[must_use]
    pub const fn column(&self, column: usize) -> Column<'_> {
        Column {
            table: self,
            column,
        }
    }

    /// This table with the columns of another one behind its own, which has as many rows.
    #[must_use]
    pub fn beside(mut self, other: Self) -> Self {
        let (own, theirs) = (self.headers.len(), other.headers.len());
        let moved = self.text.len() + self.more.len();
        self.more.push_str(&other.text);
        self.more.push_str(&other.more);
        let mut spans = Vec::with_capacity(self.spans.len() + other.spans.len());
        for row in 0..self.rows() {
            spans.extend_from_slice(&self.spans[row * own..(row + 1) * own]);
            let their = other.spans.iter().skip(row * theirs).take(theirs);
            spans
                .extend(their.map(|s| Span::new(s.start as usize + moved, s.end as usize + moved)));
        }
        self.headers.extend(other.headers);
        let mut both = Self::of(self.headers, self.text, self.more, spans);
        // By their names alone, *Labels* and *Labels 2* are two.
        both.firsts[..own].copy_from_slice(&self.firsts);
        both
    }

    /// Adds a row. Missing cells are empty, cells beyond the last column are left away.
    pub fn push<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) {
        let mut cells = cells.into_iter();
        for _ in 0..self.headers.len() {
            let start = self.text.len() + self.more.len();
            self.more.push_str(cells.next().unwrap_or(""));
            let end = self.text.len() + self.more.len();
            self.spans.push(Span::new(start, end));
        }
    }
}

/// Two tables are the same if their names and cells are.
impl PartialEq for Table {
    fn eq(&self, other: &Self) -> bool {
        let columns = self.headers.len();
        let cells = || (0..self.rows()).flat_map(|row| (0..columns).map(move |at| (row, at)));
        self.headers == other.headers
            && self.rows() == other.rows()
            && cells().all(|(row, at)| self.bytes(row, at) == other.bytes(row, at))
    }
}

impl Eq for Table {}

/// One column of a table.
#[derive(Debug, Clone, Copy)]
pub struct Column<'t> {
    table: &'t Table,
    column: usize,
}

impl<'t> Column<'t> {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'t str {
        self.table
            .headers
            .get(self.column)
            .map_or("", String::as_str)
    }

    /// Its place among the columns, from 0.
    #[must_use]
    pub const fn place(self) -> usize {
        self.column
    }

    /// How many cells it has.
    #[must_use]
    pub fn len(self) -> usize {
        self.table.rows()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// The cell of a row.
    #[must_use]
    pub fn cell(self, row: usize) -> &'t str {
        self.table.cell(row, self.column)
    }

    /// Its bytes, which are quicker to come by. A call costs as much as what is done.
    #[must_use]
    #[inline(always)]
    pub fn bytes(self, row: usize) -> &'t [u8] {
        self.table.bytes(row, self.column)
    }

    /// Its cells, from the first row on.
    pub fn cells(self) -> impl Iterator<Item = &'t str> {
        (0..self.len()).map(move |row| self.cell(row))
    }
}
