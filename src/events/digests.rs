//! What tells the texts of a column apart, without the texts.

use super::key::Key;
use std::ops::Range;

/// Of which texts they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Ids and names.
    Ids,
    /// Revisions.
    Revisions,
}

/// The key of each row's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digests {
    of: Of,
    each: Vec<Option<Key>>,
}

impl Digests {
    /// None yet.
    #[must_use]
    pub const fn new(of: Of) -> Self {
        Self {
            of,
            each: Vec::new(),
        }
    }

    /// Takes some rows, which come next, by what stands in a row. In all there are about so many.
    #[inline(never)]
    pub fn take<'t>(&mut self, rows: Range<usize>, of: usize, cell: impl Fn(usize) -> &'t str) {
        if self.each.is_empty() {
            self.each.reserve_exact(of);
        }
        let cells = rows.map(cell);
        match self.of {
            Of::Ids => self.each.extend(cells.map(Key::of)),
            Of::Revisions => self.each.extend(cells.map(Key::revision)),
        }
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.each.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.each.is_empty()
    }

    /// Whether they are of such texts.
    #[must_use]
    pub fn is(&self, of: Of) -> bool {
        self.of == of
    }

    /// The key of a row's text; none for a text that is empty.
    #[must_use]
    #[inline]
    pub fn get(&self, row: usize) -> Option<Key> {
        *self.each.get(row)?
    }

    /// All of them, where they are of such texts: none for a text that is empty.
    #[must_use]
    pub fn all(&self, of: Of) -> Option<&[Option<Key>]> {
        (self.of == of).then_some(&self.each)
    }
}
