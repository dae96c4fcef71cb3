//! What a team decided to do.

use super::{Level, PracticeId};

/// When it is to be done, roughly.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Horizon {
    /// In the weeks ahead.
    #[default]
    Now,
    /// Once that is done.
    Next,
    /// Some day.
    Later,
}

/// The state of an action.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionState {
    /// Agreed.
    #[default]
    Open,
    /// Begun.
    Doing,
    /// Done.
    Done,
    /// Given up.
    Dropped,
}

/// Something a team decided to do. Each text may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd)]
pub struct Action {
    /// What is to be done.
    pub what: String,
    /// Who sees to it.
    pub owner: String,
    /// By when, as the team writes it; the form asks for `2026-11-23`.
    pub due: String,
    /// Its state.
    pub state: ActionState,
    /// When, roughly.
    pub horizon: Horizon,
    /// The practice that it moves, and the level that it leads to.
    pub moves: Option<(PracticeId, Level)>,
    /// Parts of it that this version does not know: the text of a JSON object, or empty.
    pub unknown: String,
}

impl Horizon {
    /// All of them, the nearest first.
    pub const ALL: [Self; 3] = [Self::Now, Self::Next, Self::Later];

    /// Its name in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Next => "next",
            Self::Later => "later",
        }
    }
}

impl ActionState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Doing, Self::Done, Self::Dropped];

    /// Its name in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Doing => "doing",
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// Whether something is still to be done.
    #[must_use]
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Open | Self::Doing)
    }
}
