//! The range strip: a track from 0 to 100 with the range, the value, and what it is held against.

use crate::model::decimal::write;
use crate::scoring::{Reading, Score};

/// What a strip shows of one part. Everything in points, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Strip {
    /// Lowest and highest value still possible.
    pub range: (f64, f64),
    /// Where the part stands. `None` while it is too early to say: then the range stands alone, as
    /// what is open.
    pub value: Option<f64>,
    /// Where the team's own targets lead.
    pub target: Option<f64>,
    /// The value in the last round.
    pub was: Option<f64>,
}

/// A piece of a strip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// The range: tinted, or hatched where nothing but it is known.
    Range,
    /// A ghost tick: the last round.
    Was,
    /// A diamond: the target.
    Target,
    /// A stroke: the value.
    Value,
}

impl Strip {
    /// The strip of a score. `None` where nothing applies.
    #[must_use]
    pub fn of(score: &Score) -> Option<Self> {
        Some(Self {
            range: score.low.zip(score.high)?,
            value: score.value(),
            target: None,
            was: None,
        })
    }

    /// The same with a target and the last round. Where nothing can be said of today, there is
    /// nothing to hold against either.
    #[must_use]
    pub fn held_against(mut self, target: Option<f64>, was: Option<f64>) -> Self {
        let is_known = |_: &f64| self.value.is_some();
        self.target = target.filter(is_known);
        self.was = was.filter(is_known);
        self
    }

    /// Whether nothing but the range is known.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.value.is_none()
    }

    /// What there is to draw, the lowest first.
    #[must_use]
    pub fn pieces(&self) -> Vec<Piece> {
        let mut pieces = vec![Piece::Range];
        let more = [
            (self.was, Piece::Was),
            (self.target, Piece::Target),
            (self.value, Piece::Value),
        ];
        pieces.extend(more.iter().filter_map(|(at, piece)| at.and(Some(*piece))));
        pieces
    }

    /// Where the pieces lie, as properties of a style.
    #[must_use]
    pub fn style(&self) -> String {
        let (low, high) = self.range;
        let places = [
            ("--lo:", Some(low)),
            ("--hi:", Some(high)),
            ("--at:", self.value),
            ("--aim:", self.target),
            ("--was:", self.was),
        ];
        let place = |(name, at): (&str, Option<f64>)| {
            let at = (at? * 10.0).round() / 10.0;
            Some([name, &write(at), "%;"].concat())
        };
        places.into_iter().filter_map(place).collect()
    }
}

/// How a value has moved against the one of an earlier round, as both are printed. `None` where one
/// of them is withheld.
#[must_use]
pub fn moved(now: Reading, was: Option<f64>) -> Option<f64> {
    Some(now.value()?.round() - was?.round())
}
