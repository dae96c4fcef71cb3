//! What may be done with an assessment: a type each, so that nothing edits what cannot be edited.

use crate::model::Assessment;

/// An assessment in memory.
#[derive(Debug, Clone, PartialEq)]
pub enum Held {
    /// It can be edited, and is kept.
    Own(Assessment),
    /// A newer version wrote a record of it: to look at, and not to be written.
    ReadOnly(Assessment),
    /// It is shown from a file or from beside the page, and kept nowhere.
    Guest(Assessment),
}

/// The same without the assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// It can be edited, and is kept.
    Own,
    /// To look at: a newer version wrote it.
    ReadOnly,
    /// To look at: it is kept nowhere.
    Guest,
}

impl Held {
    /// The assessment, to look at.
    #[must_use]
    pub fn assessment(&self) -> &Assessment {
        match self {
            Self::Own(a) | Self::ReadOnly(a) | Self::Guest(a) => a,
        }
    }

    /// The assessment, if it is one's own.
    #[must_use]
    pub fn own(&self) -> Option<&Assessment> {
        match self {
            Self::Own(a) => Some(a),
            Self::ReadOnly(_) | Self::Guest(_) => None,
        }
    }

    /// The assessment, to change, if it is one's own.
    pub fn own_mut(&mut self) -> Option<&mut Assessment> {
        match self {
            Self::Own(a) => Some(a),
            Self::ReadOnly(_) | Self::Guest(_) => None,
        }
    }

    /// What may be done with it.
    #[must_use]
    pub fn access(&self) -> Access {
        match self {
            Self::Own(_) => Access::Own,
            Self::ReadOnly(_) => Access::ReadOnly,
            Self::Guest(_) => Access::Guest,
        }
    }

    pub(super) fn into_assessment(self) -> Assessment {
        match self {
            Self::Own(a) | Self::ReadOnly(a) | Self::Guest(a) => a,
        }
    }
}
