//! Maturity levels.

use serde::{Deserialize, Serialize};

/// A maturity level, 1 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Level {
    /// 1: nothing is agreed; it depends on who is there.
    Initial = 1,
    /// 2: it happens, here and there.
    Emerging = 2,
    /// 3: it is agreed, written and done.
    Defined = 3,
    /// 4: it is measured, and the measurement is used.
    Measured = 4,
    /// 5: it is improved on purpose from what was measured.
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

    /// What the level is worth, 0 to 100 points: `(l - 1) / 4 * 100` (design.md §3).
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
