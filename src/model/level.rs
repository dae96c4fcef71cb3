//! Maturity levels.

use serde::{Deserialize, Serialize};

/// A maturity level, 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Level {
    /// 1: it is left to whoever is there, if it happens at all.
    Initial = 1,
    /// 2: it happens in part, or now and then.
    Emerging = 2,
    /// 3: it is agreed and really done.
    Defined = 3,
    /// 4: it can do more, and tools show that it does.
    Measured = 4,
    /// 5: it holds beyond the usual case, and what it missed has changed it.
    Optimizing = 5,
}

impl Level {
    /// All levels, lowest first.
    pub const ALL: [Self; 5] = [
        Self::Initial,
        Self::Emerging,
        Self::Defined,
        Self::Measured,
        Self::Optimizing,
    ];

    /// The level numbered `number`, if it is 1 to 5.
    #[must_use]
    pub fn new(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// 1 to 5.
    #[must_use]
    pub fn number(self) -> u8 {
        self as u8
    }

    /// The level above, if there is one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::new(self.number() + 1)
    }

    /// What the level is worth, 0 to 100 points: `(l - 1) / 4 * 100`.
    #[must_use]
    pub fn points(self) -> f64 {
        f64::from(self.number() - 1) / 4.0 * 100.0
    }

    /// The level's name, the same word everywhere.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Initial => "Initial",
            Self::Emerging => "Emerging",
            Self::Defined => "Defined",
            Self::Measured => "Measured",
            Self::Optimizing => "Optimizing",
        }
    }
}

impl TryFrom<u8> for Level {
    type Error = String;
    fn try_from(number: u8) -> Result<Self, String> {
        Self::new(number).ok_or_else(|| format!("level {number} is not one of 1 to 5"))
    }
}

impl From<Level> for u8 {
    fn from(level: Level) -> u8 {
        level.number()
    }
}
