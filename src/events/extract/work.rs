//! One table on its way to events.

use crate::events::event::{At, Outcome};
use crate::events::extract::cells::Cells;
use crate::events::extract::extracted::{Extracted, LeftOut, Reason};
use crate::events::role::Role;
use crate::events::zone::Millis;

/// A clock may be a little ahead, and a zone assumed by half a day.
const AHEAD: Millis = 86_400_000;

/// One table on its way to events.
pub struct Work<'a> {
    /// Its cells.
    pub cells: Cells<'a>,
    /// How many rows it has.
    pub rows: usize,
    /// What has come of it so far.
    pub extracted: Extracted,
    file: u16,
    latest: Millis,
}

impl<'a> Work<'a> {
    /// Begins with a table.
    pub fn new(cells: Cells<'a>, rows: usize, file: u16, now: Millis) -> Self {
        Self {
            cells,
            rows,
            extracted: Extracted {
                rows,
                ..Extracted::default()
            },
            file,
            latest: now.saturating_add(AHEAD),
        }
    }

    /// Where a row stands.
    pub fn at(&self, row: usize) -> At {
        At {
            file: self.file,
            row: u32::try_from(row).unwrap_or(u32::MAX),
        }
    }

    /// Leaves a row out.
    pub fn leave(&mut self, row: usize, reason: Reason) {
        let row = u32::try_from(row).unwrap_or(u32::MAX);
        let left = &mut self.extracted.left_out;
        match left.iter_mut().find(|one| one.reason == reason) {
            Some(one) => one.rows.push(row),
            None => left.push(LeftOut {
                reason,
                rows: vec![row],
            }),
        }
    }

    /// Whether a moment lies in the future.
    pub fn is_ahead(&self, moment: Millis) -> bool {
        moment > self.latest
    }

    /// Widens the span by a moment.
    pub fn see(&mut self, moment: Millis) {
        let (first, last) = self.extracted.span.unwrap_or((moment, moment));
        self.extracted.span = Some((first.min(moment), last.max(moment)));
    }

    /// How a row stands that is of a sort that counts and was not withdrawn.
    pub fn state(&mut self, row: usize) -> Result<Outcome, Reason> {
        if !self.is_sort(row) {
            return Err(Reason::OtherSort);
        }
        match self.cells.outcome(row, Role::Outcome).0 {
            Outcome::Cancelled => Err(Reason::Withdrawn),
            state => Ok(state),
        }
    }

    /// Whether a row is of a sort that counts.
    pub fn is_sort(&mut self, row: usize) -> bool {
        !self.cells.has(Role::Sort) || self.cells.choice(row, Role::Sort) != Some(false)
    }
}
