//! What is left of a large table whose text was not kept.

use super::span::Span;
use std::cell::Cell;

/// What is left of a table's rows behind the first ones. A cell that is asked for and is not here is noted, so that
/// nothing is made of a table that lacked something.
#[derive(Debug, Clone, Default)]
pub struct Lean {
    /// How many rows there were.
    pub rows: usize,
    /// Some of them, from which one tells what the columns are.
    text: String,
    spans: Vec<Span>,
    /// Which they are, in order.
    places: Vec<u32>,
    /// Whether a cell was asked for that is not here.
    pub(super) has_missed: Cell<bool>,
    /// Whether what was kept of each row has been used, and is gone.
    pub(super) is_spent: bool,
}

impl Lean {
    /// Keeps the cells of a row behind those that were kept.
    pub fn keep<'c>(&mut self, row: usize, cells: impl IntoIterator<Item = &'c str>) {
        self.places.extend(u32::try_from(row));
        for cell in cells {
            let start = self.text.len();
            self.text.push_str(cell);
            self.spans.push(Span::new(start, self.text.len()));
        }
    }

    /// A cell of a row that was kept.
    pub(super) fn cell(&self, row: usize, column: usize) -> Option<&str> {
        let row = u32::try_from(row).ok()?;
        let place = self.places.binary_search(&row).ok()?;
        let width = self.spans.len().checked_div(self.places.len())?;
        let span = self.spans.get(place * width + column)?;
        self.text.get(span.start as usize..span.end as usize)
    }
}
