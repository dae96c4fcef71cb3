//! Levels and what lies halfway between them, as people vote for them.

use super::{Answer, Level};

/// A level, or halfway between two neighbours: 1, 1½, 2, … 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step(u8);

impl Step {
    /// How many there are.
    pub const COUNT: usize = 9;

    /// All of them, the lowest first.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> {
        (0..Self::COUNT).filter_map(|at| Some(Self(u8::try_from(at).ok()?)))
    }

    /// Where an answer stands. `None` where it names no level.
    #[must_use]
    pub fn of(answer: &Answer) -> Option<Self> {
        let whole = Self::from(answer.level()?);
        let half = matches!(answer, Answer::Between(_));
        Some(Self(whole.0 + u8::from(half)))
    }

    /// So many half levels above level 1, 0 to 8.
    #[must_use]
    pub fn at(halves: u8) -> Option<Self> {
        (usize::from(halves) < Self::COUNT).then_some(Self(halves))
    }

    /// Half levels above level 1, 0 to 8: its place among [`all`](Self::all).
    #[must_use]
    pub fn halves(self) -> u8 {
        self.0
    }

    /// The level that it is, or the one below.
    #[must_use]
    pub fn level(self) -> Level {
        Level::ALL[usize::from(self.0 / 2)]
    }

    /// Whether it lies between two levels.
    #[must_use]
    pub fn is_half(self) -> bool {
        self.0 % 2 == 1
    }

    /// 1 to 5, by halves.
    #[must_use]
    pub fn number(self) -> f64 {
        1.0 + f64::from(self.0) / 2.0
    }

    /// The same as an answer.
    #[must_use]
    pub fn answer(self) -> Answer {
        let level = self.level();
        let between = self.is_half().then(|| Answer::between(level)).flatten();
        between.unwrap_or(Answer::Level(level))
    }
}

impl From<Level> for Step {
    fn from(level: Level) -> Self {
        Self((level.number() - 1) * 2)
    }
}
