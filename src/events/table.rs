//! Rows and columns of text.

/// Rows and columns of text, as read from a file. All cells stand one after another in one text, so that
/// a million rows are two pieces of memory.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// The columns' names, each once: a second *Labels* is *Labels 2*.
    headers: Vec<String>,
    text: String,
    /// Where each cell ends in the text, row by row.
    ends: Vec<u32>,
}

impl Table {
    /// An empty table with these columns. A name that stands twice is numbered, one that is empty is
    /// called after its place.
    #[must_use]
    pub fn new(headers: Vec<String>) -> Self {
        Self {
            headers,
            ..Self::default()
        }
    }

    /// The columns' names.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// How many rows there are, without the header.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.ends.len().checked_div(self.headers.len()).unwrap_or(0)
    }

    /// A cell's text. Empty where there is none.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        if column >= self.headers.len() {
            return "";
        }
        let at = row * self.headers.len() + column;
        let Some(&end) = self.ends.get(at) else {
            return "";
        };
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        let range = usize::try_from(start).unwrap_or(0)..usize::try_from(end).unwrap_or(0);
        self.text.get(range).unwrap_or("")
    }

    /// Adds a row. Missing cells are empty, cells beyond the last column are left away.
    pub fn push<'c>(&mut self, cells: impl IntoIterator<Item = &'c str>) {
        let mut cells = cells.into_iter();
        for _ in 0..self.headers.len() {
            self.text.push_str(cells.next().unwrap_or(""));
            self.ends
                .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        }
    }
}
