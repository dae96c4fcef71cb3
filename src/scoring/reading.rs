//! What may be said of a part: the one place where a value is withheld.

use super::{ENOUGH_COVERAGE, PartNumbers};
use crate::model::Level;

/// How a part is to be read. Only [`Reading::Known`] has a value and a level, so whoever shows, ranks
/// or exports a number can show no other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// Nothing in the part applies.
    NotApplicable,
    /// Nobody has said anything yet.
    Unanswered,
    /// Less than half is known: only the interval stands.
    TooEarly,
    /// Enough is known to speak of a value and a level.
    Known {
        /// 0 to 100 points.
        value: f64,
        /// The staged level reached.
        level: Level,
    },
}

/// So much a coverage may lack that is a half: sums of fractions are not exact.
const ROUNDING: f64 = 1e-9;

impl PartNumbers {
    /// How the part is to be read.
    #[must_use]
    pub fn reading(&self) -> Reading {
        let Some(coverage) = self.part.coverage else {
            return Reading::NotApplicable;
        };
        let is_enough = coverage + ROUNDING >= ENOUGH_COVERAGE;
        match (self.part.value, self.level) {
            (Some(value), Some(level)) if is_enough => Reading::Known { value, level },
            _ if self.part.is_answered => Reading::TooEarly,
            _ => Reading::Unanswered,
        }
    }
}

impl Reading {
    /// 0 to 100 points, where enough is known.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        match self {
            Self::Known { value, .. } => Some(value),
            _ => None,
        }
    }

    /// The level reached, where enough is known.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Known { level, .. } => Some(level),
            _ => None,
        }
    }
}
