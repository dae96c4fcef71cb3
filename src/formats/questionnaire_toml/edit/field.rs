//! What fields parts have, and what one can be made to say.

use crate::model::{Effort, Level, Source, Stakes};

/// A field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The name on the screen.
    Title,
    /// What a discipline is for.
    Goal,
    /// The question.
    Question,
    /// Why it matters.
    Why,
    /// What one would see at each level.
    Levels,
    /// What tells the levels apart.
    HowToTell,
    /// The first steps up.
    Steps,
    /// The work of each.
    Effort,
    /// What it costs while it stands at 1.
    Stakes,
    /// Whether others stand on it.
    Key,
    /// The weight.
    Weight,
    /// Where to read more.
    Sources,
    /// How a metric is measured.
    How,
    /// What of a metric's bands is published, and what is judgement.
    Basis,
    /// Where a metric's bands end.
    Cuts,
    /// What a term means.
    Text,
}

impl Field {
    /// Those of a practice.
    pub const OF_PRACTICE: [Self; 11] = [
        Self::Title,
        Self::Question,
        Self::Why,
        Self::Levels,
        Self::HowToTell,
        Self::Steps,
        Self::Effort,
        Self::Stakes,
        Self::Key,
        Self::Weight,
        Self::Sources,
    ];

    /// Its name in a document.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Goal => "goal",
            Self::Question => "question",
            Self::Why => "why",
            Self::Levels => "levels",
            Self::HowToTell => "how_to_tell",
            Self::Steps => "steps",
            Self::Effort => "effort",
            Self::Stakes => "stakes",
            Self::Key => "key",
            Self::Weight => "weight",
            Self::Sources => "sources",
            Self::How => "how",
            Self::Basis => "basis",
            Self::Cuts => "cuts",
            Self::Text => "text",
        }
    }
}

/// What a field says.
#[derive(Debug, Clone, PartialEq)]
pub enum Set {
    /// The name on the screen.
    Title(String),
    /// What a discipline is for.
    Goal(String),
    /// The question.
    Question(String),
    /// Why it matters.
    Why(String),
    /// What one would see at a level.
    Level(Level, String),
    /// What tells the levels apart.
    HowToTell(String),
    /// The first step up from a level that is not the last.
    Step(Level, String),
    /// The work of the step up from a level that is not the last.
    Effort(Level, Effort),
    /// What it costs while it stands at 1.
    Stakes(Stakes),
    /// Whether others stand on it.
    Key(bool),
    /// The weight.
    Weight(f64),
    /// Where to read more.
    Sources(Vec<Source>),
    /// How a metric is measured.
    How(String),
    /// What of a metric's bands is published, and what is judgement.
    Basis(String),
    /// Where the band ends that has this place among them, in the metric's unit.
    Cut(usize, f64),
    /// What a term means.
    Text(String),
}

impl Set {
    pub(super) fn field(&self) -> Field {
        match self {
            Self::Title(_) => Field::Title,
            Self::Goal(_) => Field::Goal,
            Self::Question(_) => Field::Question,
            Self::Why(_) => Field::Why,
            Self::Level(..) => Field::Levels,
            Self::HowToTell(_) => Field::HowToTell,
            Self::Step(..) => Field::Steps,
            Self::Effort(..) => Field::Effort,
            Self::Stakes(_) => Field::Stakes,
            Self::Key(_) => Field::Key,
            Self::Weight(_) => Field::Weight,
            Self::Sources(_) => Field::Sources,
            Self::How(_) => Field::How,
            Self::Basis(_) => Field::Basis,
            Self::Cut(..) => Field::Cuts,
            Self::Text(_) => Field::Text,
        }
    }
}

/// A text stands on one line, wherever it was pasted from.
pub(super) fn one_line(text: &str) -> String {
    text.replace("\r\n", " ")
        .replace(|c: char| c.is_control(), " ")
}
