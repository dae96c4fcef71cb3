//! Rows and columns of text.

use super::few::Few;
use super::seconds::Seconds;
use std::cell::OnceCell;
use std::collections::BTreeMap;

/// Where a cell stands in its table's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// Its first byte.
    pub start: u32,
    /// The byte after its last one.
    pub end: u32,
}

impl Span {
    /// From one byte to before another. What lies beyond 4 GB is empty.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let (Ok(start), Ok(end)) = (u32::try_from(start), u32::try_from(end)) else {
            return Self::default();
        };
        Self { start, end }
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }
}

/// What a column holds, so that its cells need not be read again.
#[derive(Debug, Clone)]
pub enum Known {
    /// Nothing is known.
    Nothing,
    /// Moments as ISO 8601 with their zones, and nothing else.
    Moments(Seconds),
    /// Few different texts.
    Few(Few),
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
        }
    }

    /// Keeps what is known of each column.
    pub fn keep(&self, known: Vec<Known>) {
        let _ = self.known.set(known);
    }

    /// The moments of a column that were kept.
    #[must_use]
    pub fn moments(&self, column: usize) -> Option<&Seconds> {
        match self.known.get()?.get(column)? {
            Known::Moments(moments) => Some(moments),
            _ => None,
        }
    }

    /// The few values of a column that were kept.
    #[must_use]
    pub fn few(&self, column: usize) -> Option<&Few> {
        match self.known.get()?.get(column)? {
            Known::Few(few) => Some(few),
            _ => None,
        }
    }

    /// Gives back the memory of what is known.
    pub fn forget(&mut self) {
        self.known = OnceCell::new();
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
        let columns = self.headers.len();
        self.spans.len().checked_div(columns).unwrap_or(0)
    }

    /// A cell's text. Empty where there is none.
    #[must_use]
    #[inline]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let span = self.span(row, column);
        let range = span.start as usize..span.end as usize;
        self.text.get(range).unwrap_or_else(|| self.beyond(span))
    }

    /// A cell's bytes, which are quicker to come by. Empty where there is none.
    #[must_use]
    #[inline]
    pub fn bytes(&self, row: usize, column: usize) -> &[u8] {
        let span = self.span(row, column);
        let range = span.start as usize..span.end as usize;
        let own = self.text.as_bytes().get(range);
        own.unwrap_or_else(|| self.beyond(span).as_bytes())
    }

    #[inline]
    fn span(&self, row: usize, column: usize) -> Span {
        let width = self.headers.len();
        let at = row * width + column;
        let span = self.spans.get(at).filter(|_| column < width);
        span.copied().unwrap_or_default()
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

    /// Its cells, from the first row on.
    pub fn cells(self) -> impl Iterator<Item = &'t str> {
        (0..self.len()).map(move |row| self.cell(row))
    }
}

/// Names that are there once each, and for each the first place that had its name.
fn named(headers: Vec<String>) -> (Vec<String>, Vec<u32>) {
    // By name: where it stood first, and how often it has been given so far.
    let mut known: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for (at, name) in (0_u32..).zip(&headers) {
        let name = name.trim();
        if !name.is_empty() {
            known.entry(name.to_owned()).or_insert((at, 0));
        }
    }
    let mut names = Vec::with_capacity(headers.len());
    let mut firsts = Vec::with_capacity(headers.len());
    for (at, name) in (0_u32..).zip(headers) {
        let trimmed = name.trim();
        let own = if trimmed.is_empty() {
            "Column"
        } else {
            trimmed
        };
        let mut count = if trimmed.is_empty() { at } else { 0 };
        let mut first = at;
        if let Some((place, given)) = known.get_mut(trimmed) {
            (first, count) = (*place, *given);
            *given += 1;
        }
        firsts.push(first);
        if count == 0 && !trimmed.is_empty() {
            names.push(own.to_owned());
            continue;
        }
        let mut numbered;
        loop {
            count += 1;
            numbered = [own, " ", &count.to_string()].concat();
            if !known.contains_key(&numbered) {
                break;
            }
        }
        if let Some((_, given)) = known.get_mut(trimmed) {
            *given = count;
        }
        known.insert(numbered.clone(), (at, 1));
        names.push(numbered);
    }
    (names, firsts)
}
