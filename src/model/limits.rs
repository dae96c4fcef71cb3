//! How much an assessment takes in by edits.
//!
//! Whoever reads is more generous than whoever writes: copies that were filled apart from one another
//! add up when they are joined, and what was written must still be readable then. So edits stop at
//! the limits here, files are taken up to [`TIMES`] as much, and what a reader takes lies beyond
//! that.

use super::maxima::{MAX_ACTIONS, MAX_BALLOTS, MAX_SNAPSHOTS, MAX_WORKSHOPS};
use super::{Assessment, Edit};
use crate::model::error::error;

pub use super::maxima::TIMES;

/// The most fields of all kinds, cleared ones included.
pub const MAX_FIELDS: usize = 5_000;
/// What there is no more room for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    /// Actions, removed ones included.
    Actions,
    /// Snapshots, removed ones included.
    Snapshots,
    /// Workshops, removed ones included.
    Workshops,
    /// Ballots, removed ones included.
    Ballots,
    /// Fields of all kinds together.
    Fields,
    /// All texts together.
    Size,
}

error!(Limit);

impl Assessment {
    /// How many fields were ever written.
    #[must_use]
    pub fn fields(&self) -> usize {
        [
            self.responses.len(),
            self.carried.len(),
            self.notes.len(),
            self.evidence.len(),
            self.measurements.len(),
            self.targets.len(),
            self.actions.len(),
            self.snapshots.len(),
            self.about.len(),
            self.workshops.len(),
            self.ballots.len(),
            self.outcomes.len(),
        ]
        .iter()
        .sum()
    }

    /// Whether there is room for the field that an edit writes. There always is where the field is
    /// there already, so whatever is full can still be changed and cleared.
    ///
    /// # Errors
    /// [`Limit`] says what is full.
    pub fn room_for(&self, edit: &Edit) -> Result<(), Limit> {
        let (is_new, count, most, limit) = match edit {
            Edit::Act(id, _) => (
                !self.actions.has(id),
                self.actions.len(),
                MAX_ACTIONS,
                Limit::Actions,
            ),
            Edit::Keep(id, _) => (
                !self.snapshots.has(id),
                self.snapshots.len(),
                MAX_SNAPSHOTS,
                Limit::Snapshots,
            ),
            Edit::Workshop(id, _) => (
                !self.workshops.has(id),
                self.workshops.len(),
                MAX_WORKSHOPS,
                Limit::Workshops,
            ),
            Edit::Cast(id, _) => (
                !self.ballots.has(id),
                self.ballots.len(),
                MAX_BALLOTS,
                Limit::Ballots,
            ),
            Edit::Settle(id, _) => (!self.outcomes.has(id), 0, 1, Limit::Fields),
            Edit::Respond(id, _) => (!self.responses.has(id), 0, 1, Limit::Fields),
            Edit::Carry(id, _) => (!self.carried.has(id), 0, 1, Limit::Fields),
            Edit::Note(id, _) => (!self.notes.has(id), 0, 1, Limit::Fields),
            Edit::Evidence(id, _) => (!self.evidence.has(id), 0, 1, Limit::Fields),
            Edit::Target(id, _) => (!self.targets.has(id), 0, 1, Limit::Fields),
            Edit::Measure(id, _) => (!self.measurements.has(id), 0, 1, Limit::Fields),
            // A field that every assessment has.
            Edit::Removed(_) | Edit::Team(_) | Edit::Scope(_) | Edit::Say(..) | Edit::Move(_) => {
                return Ok(());
            }
        };
        match is_new {
            true if count >= most => Err(limit),
            true if self.fields() >= MAX_FIELDS => Err(Limit::Fields),
            _ => Ok(()),
        }
    }
}
