//! The arithmetic of one part: a dimension's practices, or the parts of something larger.

use super::REACHED_SHARE;
use crate::model::{Answer, Level};

/// A running sum over practices.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    applicable: f64,
    answered: f64,
    value: f64,
    low: f64,
    high: f64,
}

/// Value, interval and coverage of a part. `None` where there is none.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Part {
    /// 0 to 100 points.
    pub value: Option<f64>,
    /// Lowest and highest value still possible, 0 to 100 points.
    pub interval: Option<(f64, f64)>,
    /// Answered weight / applicable weight, 0 to 1. Answered means: a level was given.
    pub coverage: Option<f64>,
}

impl Tally {
    /// Counts one practice of this `weight`.
    pub fn add(&mut self, weight: f64, answer: Option<&Answer>) {
        let (value, low, high) = match answer {
            Some(Answer::NotApplicable(_)) => return,
            None | Some(Answer::DontKnow) => (None, Level::Initial, Level::Optimizing),
            Some(Answer::Level(l)) => (Some(l.points()), *l, *l),
            Some(Answer::Between(l)) => {
                let middle = f64::midpoint(l.level().points(), l.upper().points());
                (Some(middle), l.level(), l.upper())
            }
        };
        self.applicable += weight;
        self.low += weight * low.points();
        self.high += weight * high.points();
        if let Some(value) = value {
            self.answered += weight;
            self.value += weight * value;
        }
    }

    /// What the practices counted so far come to.
    #[must_use]
    pub fn part(&self) -> Part {
        if self.applicable <= 0.0 {
            return Part::default();
        }
        Part {
            value: (self.answered > 0.0).then(|| self.value / self.answered),
            interval: Some((self.low / self.applicable, self.high / self.applicable)),
            coverage: Some(self.answered / self.applicable),
        }
    }
}

impl Part {
    /// The weighted mean of parts: of dimensions for a discipline, of disciplines for the whole.
    /// A part without a value leaves the value's mean only; one with nothing applicable leaves all.
    pub fn mean(parts: impl IntoIterator<Item = (f64, Self)>) -> Self {
        let (mut valued, mut value) = (0.0, 0.0);
        let (mut applicable, mut low, mut high, mut coverage) = (0.0, 0.0, 0.0, 0.0);
        for (weight, part) in parts {
            let (Some((l, h)), Some(c)) = (part.interval, part.coverage) else {
                continue;
            };
            applicable += weight;
            low += weight * l;
            high += weight * h;
            coverage += weight * c;
            if let Some(v) = part.value {
                valued += weight;
                value += weight * v;
            }
        }
        if applicable <= 0.0 {
            return Self::default();
        }
        Self {
            value: (valued > 0.0).then(|| value / valued),
            interval: Some((low / applicable, high / applicable)),
            coverage: Some(coverage / applicable),
        }
    }
}

/// What the level reached needs to know of one practice.
#[derive(Debug, Clone, Copy)]
pub struct Standing {
    /// The practice's weight.
    pub weight: f64,
    /// Whether it may hold the whole part down.
    pub key: bool,
    /// Where it stands; `None` for unanswered and don't know, which count as level 1.
    pub level: Option<Level>,
}

/// The highest level `L` such that practices worth at least 80 % of the weight stand at `L` or
/// above and no key practice stands lower than `L - 1`. Level 1 needs nothing; where no level was
/// given anywhere there is none.
#[must_use]
pub fn level_reached(standings: &[Standing]) -> Option<Level> {
    standings.iter().find(|s| s.level.is_some())?;
    let at = |s: &Standing| s.level.unwrap_or(Level::Initial);
    let total: f64 = standings.iter().map(|s| s.weight).sum();
    let (needed, of) = REACHED_SHARE;
    let reached = |level: Level| {
        let there: f64 = standings
            .iter()
            .filter(|s| at(s) >= level)
            .map(|s| s.weight)
            .sum();
        let held = standings
            .iter()
            .any(|s| s.key && at(s).number() + 1 < level.number());
        there * of >= total * needed && !held
    };
    Level::ALL
        .into_iter()
        .rev()
        .find(|&l| l == Level::Initial || reached(l))
}
