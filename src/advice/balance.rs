//! Whether one discipline runs ahead of another that it stands on or serves.

use super::{WORTH_A_SENTENCE, highest_first};
use crate::model::{Balance, Questionnaire};
use crate::scoring::{Score, Scorecard};

/// One discipline ahead of another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lean<'q> {
    /// The statement of the questionnaire.
    pub statement: &'q Balance,
    /// How far ahead, in points as they are printed.
    pub gap: f64,
    /// Whether it stays ahead whatever the open answers turn out to be.
    pub is_certain: bool,
}

/// The statements that apply, the largest gap first. Only disciplines of which enough is answered
/// are compared.
#[must_use]
pub fn balance<'q>(q: &'q Questionnaire, card: &Scorecard) -> Vec<Lean<'q>> {
    let of = |id: &str| -> Option<(&Score, f64)> {
        let score = card.disciplines.iter().find(|s| s.id == id)?;
        Some((score, score.value()?))
    };
    let lean = |statement: &'q Balance| {
        let (ahead, high) = of(statement.ahead.as_str())?;
        let (behind, low) = of(statement.behind.as_str())?;
        let gap = high.round() - low.round();
        (gap >= WORTH_A_SENTENCE).then(|| Lean {
            statement,
            gap,
            is_certain: ahead.low.map(f64::round) > behind.high.map(f64::round),
        })
    };
    let mut leans: Vec<_> = q.balance.iter().filter_map(lean).collect();
    highest_first(&mut leans, |l| l.gap);
    leans
}
