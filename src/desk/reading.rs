//! How far the database is read.

use crate::model::{AssessmentId, Set};

/// How far the database is read.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// Whether it was read through, or given up.
    pub(super) is_done: bool,
    /// What was found so far, while it is being read.
    pub(super) under_way: Option<Found>,
    /// Whether it is to be read once more after that.
    pub(super) again: bool,
}

/// What was found in the database so far.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// How many records were asked for last, and the last key that came.
    pub(super) asked: u32,
    pub(super) behind: String,
    pub(super) ids: Set<AssessmentId>,
    /// Those that one of the stores lacks something of.
    pub(super) lacking: Vec<AssessmentId>,
    /// Those that the quick store has not at all.
    pub(super) absent: Vec<AssessmentId>,
}

impl Reading {
    pub(super) fn is_opening(&self) -> bool {
        !self.is_done
    }
}
