//! What a team says about a practice, and what it measured.

use super::Level;

/// An answer to a practice. No answer at all is `None`, which is not the same as [`Answer::DontKnow`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd)]
pub enum Answer {
    /// This level describes us.
    Level(Level),
    /// Between this level, 1 to 4, and the next.
    Between(LowerLevel),
    /// The practice does not apply, and why.
    NotApplicable(String),
    /// We cannot tell.
    DontKnow,
}

/// A level that has a next one: 1 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub struct LowerLevel(Level);

impl Answer {
    /// Between `lower` and the level above it; `None` for level 5, which has none.
    #[must_use]
    pub fn between(lower: Level) -> Option<Self> {
        lower.next().map(|_| Self::Between(LowerLevel(lower)))
    }

    /// The level at which the answer stands: *between l and l+1* stands at `l`.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(*level),
            Self::Between(lower) => Some(lower.level()),
            Self::NotApplicable(_) | Self::DontKnow => None,
        }
    }
}

impl LowerLevel {
    /// The lower of the two levels.
    #[must_use]
    pub fn level(self) -> Level {
        self.0
    }

    /// The upper of the two levels.
    #[must_use]
    pub fn upper(self) -> Level {
        self.0.next().unwrap_or(self.0)
    }
}

/// Something that shows that an answer is so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd)]
pub struct Evidence {
    /// An address or a description.
    pub text: String,
}

/// Where a measurement comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub enum Origin {
    /// Someone typed it in.
    Typed,
    /// Computed from data.
    Computed,
}

/// A metric's value.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub struct Measurement {
    /// The value in the metric's unit; always finite.
    pub value: f64,
    /// The period it covers, e.g. `2026-Q3`, where the team said so.
    pub period: Option<String>,
    /// Where it comes from.
    pub origin: Origin,
}
