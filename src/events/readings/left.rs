//! What was left out, while it is being found.

use crate::events::event::At;
use crate::events::reading::{LeftOut, Reason};
use crate::events::rows::Rows;
use std::ops::Range;

/// Rows that are no case, by reason.
#[derive(Debug, Clone, Default)]
pub struct Left([Rows; Reason::ALL.len()]);

impl Left {
    /// Leaves a row out.
    pub fn add(&mut self, why: Reason, row: At) {
        self.0[why as usize].push(row);
    }

    /// Leaves some rows out at once.
    pub fn extend(&mut self, why: Reason, rows: &Rows, places: Range<usize>) {
        self.0[why as usize].extend(rows, places);
    }

    /// How many rows were left out for a reason.
    pub fn count(&self, why: Reason) -> usize {
        self.0[why as usize].len()
    }

    /// What was left out, by reason.
    pub fn list(self) -> Vec<LeftOut> {
        let each = Reason::ALL.into_iter().zip(self.0);
        each.filter(|(_, rows)| !rows.is_empty())
            .map(|(why, rows)| LeftOut { why, rows })
            .collect()
    }
}
