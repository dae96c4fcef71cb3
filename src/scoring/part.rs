//! The arithmetic of one part: an answer, a dimension, a discipline, the whole. All four are the
//! same kind of thing, and larger ones are weighted means of smaller ones.

use super::REACHED_SHARE;
use crate::model::response::LowerLevel;
use crate::model::{Answer, Level};
use serde::Serialize;

/// An answer as scoring sees it: small and without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nobody answered yet.
    Open,
    /// The team cannot tell.
    DontKnow,
    /// The practice does not apply.
    NotApplicable,
    /// This level.
    Level(Level),
    /// Between this level and the next.
    Between(LowerLevel),
}

impl Mark {
    /// The mark of an answer, or of none.
    #[must_use]
    pub fn of(answer: Option<&Answer>) -> Self {
        match answer {
            None => Self::Open,
            Some(Answer::DontKnow) => Self::DontKnow,
            Some(Answer::NotApplicable(_)) => Self::NotApplicable,
            Some(Answer::Level(level)) => Self::Level(*level),
            Some(Answer::Between(lower)) => Self::Between(*lower),
        }
    }

    /// The level at which it stands: *between l and l+1* at `l`; `None` where none was given.
    #[must_use]
    pub fn level(self) -> Option<Level> {
        match self {
            Self::Level(level) => Some(level),
            Self::Between(lower) => Some(lower.level()),
            Self::Open | Self::DontKnow | Self::NotApplicable => None,
        }
    }

    /// What the answer is worth. Open and unknown answers are worth nothing, not zero: they have no
    /// value, and anything from level 1 to level 5 is still possible.
    #[must_use]
    pub fn part(self) -> Part {
        let (value, low, high) = match self {
            Self::NotApplicable => return Part::default(),
            Self::Open | Self::DontKnow => (None, Level::Initial, Level::Optimizing),
            Self::Level(level) => (Some(level.points()), level, level),
            Self::Between(lower) => {
                let (low, high) = (lower.level(), lower.upper());
                (Some(f64::midpoint(low.points(), high.points())), low, high)
            }
        };
        Part {
            value,
            interval: Some((low.points(), high.points())),
            coverage: Some(if value.is_some() { 1.0 } else { 0.0 }),
            is_answered: self != Self::Open,
        }
    }
}

/// Value, interval and coverage of a part. `None` where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Part {
    /// 0 to 100 points.
    pub value: Option<f64>,
    /// Lowest and highest value still possible, 0 to 100 points. `None`: nothing in it applies.
    pub interval: Option<(f64, f64)>,
    /// Known weight / applicable weight, 0 to 1. Known means: a level was given.
    pub coverage: Option<f64>,
    /// Whether anything that applies was answered, if only by *don't know*.
    pub is_answered: bool,
}

impl Part {
    /// The weighted mean of parts.
    pub fn mean(parts: impl IntoIterator<Item = (f64, Self)>) -> Self {
        let mut sums = Sums::default();
        for (weight, part) in parts {
            sums.add(weight, part);
        }
        sums.part()
    }
}

/// A worked division: a weighted sum by the weights in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Sum {
    /// Each number times its weight, added up.
    pub weighted: f64,
    /// The weights, added up.
    pub weight: f64,
}

impl Sum {
    fn add(&mut self, weight: f64, number: f64) {
        self.weighted += weight * number;
        self.weight += weight;
    }

    /// The mean; `None` of nothing.
    #[must_use]
    pub fn result(self) -> Option<f64> {
        (self.weight > 0.0).then(|| self.weighted / self.weight)
    }
}

/// The sums behind a part. One without a value leaves the value's sum only; one with nothing
/// applicable leaves all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Sums {
    /// Of the values.
    pub value: Sum,
    /// Of the lowest values possible.
    pub low: Sum,
    /// Of the highest values possible.
    pub high: Sum,
    /// Of the coverages.
    pub coverage: Sum,
    /// Whether anything in them was answered.
    #[serde(skip)]
    pub is_answered: bool,
}

impl Sums {
    /// Counts one part of this `weight`.
    pub fn add(&mut self, weight: f64, part: Part) {
        let (Some((low, high)), Some(coverage)) = (part.interval, part.coverage) else {
            return;
        };
        self.low.add(weight, low);
        self.high.add(weight, high);
        self.coverage.add(weight, coverage);
        self.is_answered |= part.is_answered;
        if let Some(value) = part.value {
            self.value.add(weight, value);
        }
    }

    /// What they come to.
    #[must_use]
    pub fn part(&self) -> Part {
        Part {
            value: self.value.result(),
            interval: self.low.result().zip(self.high.result()),
            coverage: self.coverage.result(),
            is_answered: self.is_answered,
        }
    }
}

/// What the level reached needs to know of one applicable practice.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// The practice's weight.
    pub weight: f64,
    /// Whether it may hold the whole part down.
    pub key: bool,
    /// Where it stands; `None` for unanswered and don't know, which count as level 1.
    pub level: Option<Level>,
}

impl Standing {
    /// Where it stands, counting what is not known as level 1.
    #[must_use]
    pub fn at(self) -> Level {
        self.level.unwrap_or(Level::Initial)
    }

    /// Whether a key practice stands too low for the part to be at `level`.
    #[must_use]
    pub fn holds_down(self, level: Level) -> bool {
        self.key && holds_down(self.at(), level)
    }
}

/// The highest level `L` such that practices worth at least 80 % of the weight stand at `L` or
/// above and no key practice stands lower than `L - 1`. Level 1 needs nothing; where no level was
/// given anywhere there is none.
pub fn level_reached(standings: impl Iterator<Item = Standing>) -> Option<Level> {
    // All levels at once: rows are many, and each is looked at for the scores of three parts.
    let mut sums = [Sum::default(); Level::ALL.len()];
    let (mut is_given, mut lowest_key) = (false, Level::Optimizing);
    for s in standings {
        is_given |= s.level.is_some();
        if s.key {
            lowest_key = lowest_key.min(s.at());
        }
        for (sum, level) in sums.iter_mut().zip(Level::ALL) {
            sum.add(s.weight, if s.at() >= level { 1.0 } else { 0.0 });
        }
    }
    let is_held = |level: Level| holds_down(lowest_key, level);
    let reached = sums.into_iter().zip(Level::ALL).rev();
    let mut reached = reached.filter(|(sum, level)| is_enough(*sum) && !is_held(*level));
    is_given.then(|| reached.next().map_or(Level::Initial, |(_, level)| level))
}

/// Whether a key practice that stands there holds the whole part below `level`.
fn holds_down(at: Level, level: Level) -> bool {
    at.number() + 1 < level.number()
}

/// The weight that stands at `level` or above, and all weight.
pub fn weight_at(standings: impl Iterator<Item = Standing>, level: Level) -> Sum {
    let mut sum = Sum::default();
    for s in standings {
        sum.add(s.weight, if s.at() >= level { 1.0 } else { 0.0 });
    }
    sum
}

/// Whether so much weight is the share that a level needs.
#[must_use]
pub fn is_enough(sum: Sum) -> bool {
    let (needed, of) = REACHED_SHARE;
    sum.weighted * of >= sum.weight * needed
}
