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

/// Something that shows that an answer is so. Each part may be empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd)]
pub struct Evidence {
    /// What it is.
    pub title: String,
    /// Where it is; an address, or any words. Only [`link`](Self::link) is fit to be followed.
    pub address: String,
    /// When it was looked at, as the team writes it; the form asks for `2026-11-23`.
    pub date: String,
    /// Parts of it that this version does not know: the text of a JSON object, or empty.
    pub unknown: String,
}

impl Evidence {
    /// The address, where it is a web page. Anything else, such as `javascript:`, is only shown.
    #[must_use]
    pub fn link(&self) -> Option<&str> {
        let is_web = |scheme: &str| {
            let start = self.address.get(..scheme.len());
            start.is_some_and(|s| s.eq_ignore_ascii_case(scheme))
        };
        (is_web("https://") || is_web("http://")).then_some(&self.address)
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [&self.title, &self.address, &self.date, &self.unknown]
            .iter()
            .all(|part| part.trim().is_empty())
    }
}

/// Where a measurement comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd)]
pub enum Origin {
    /// Someone typed it in.
    Typed,
    /// Computed, and of what is not kept.
    Computed,
    /// Computed from files. Their rows are not kept.
    Files(Box<Basis>),
}

/// What a number that was computed from files rests on.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd)]
pub struct Basis {
    /// The files' names.
    pub files: Vec<String>,
    /// The digest of their columns' names, by which the next export of the same kind is known.
    pub columns: String,
    /// By which rule, as its id, with [`Basis::OR_MORE`] behind it where that holds.
    pub rule: String,
    /// How many cases it rests on; of a share, those that it counts.
    pub cases: u64,
    /// Of how many, where it is a share.
    pub of: Option<u64>,
    /// The first day that it covers, such as `2026-08-31`.
    pub begins: String,
    /// The last day.
    pub ends: String,
}

impl Basis {
    /// What stands behind the id of the rule where the true value is the computed one or more.
    pub const OR_MORE: &str = " or-more";

    /// Whether the true value is the computed one or more.
    #[must_use]
    pub fn is_or_more(&self) -> bool {
        self.rule.ends_with(Self::OR_MORE)
    }
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
