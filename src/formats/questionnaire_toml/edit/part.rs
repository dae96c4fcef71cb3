//! What a change is made to, and why it may not be.

use crate::model::{DimensionId, DisciplineId, PracticeId};
use std::fmt;

/// What of a questionnaire is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A discipline.
    Discipline(DisciplineId),
    /// A dimension.
    Dimension(DimensionId),
    /// A practice.
    Practice(PracticeId),
}

impl Part {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Discipline(id) => id.as_str(),
            Self::Dimension(id) => id.as_str(),
            Self::Practice(id) => id.as_str(),
        }
    }

    /// The table in which it stands.
    #[must_use]
    pub fn table(&self) -> &'static str {
        match self {
            Self::Discipline(_) => "discipline",
            Self::Dimension(_) => "dimension",
            Self::Practice(_) => "practice",
        }
    }
}

/// Towards the first or the last of its dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// One place nearer to the first.
    Up,
    /// One place nearer to the last.
    Down,
}

/// Why a change cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is not there, or not of that kind.
    Unknown,
    /// Something has this id, or had it.
    IdTaken,
    /// The document would not be readable.
    Unreadable,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unknown => "it is not there",
            Self::IdTaken => "something has this id already",
            Self::Unreadable => "the document could not be read afterwards",
        })
    }
}

impl std::error::Error for Refusal {}
