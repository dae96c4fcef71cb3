//! Practice against outcome: where answers are high and measurements low, or the reverse.

use super::WORTH_A_SENTENCE;
use crate::model::Questionnaire;
use crate::scoring::Scorecard;

/// The fewest measurements that are compared with a discipline's practices. Our judgement.
pub const FEWEST: usize = 2;

/// What a discipline's practices and measurements come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Contrast {
    /// Which discipline.
    pub discipline: String,
    /// What its practices come to, 0 to 100 points.
    pub practice: f64,
    /// The mean of what its measured metrics' levels are worth, 0 to 100 points. Only for this
    /// comparison; it is no score.
    pub outcome: f64,
    /// How many metrics that are.
    pub metrics: usize,
}

/// The disciplines with a value and at least [`FEWEST`] measurements, in the questionnaire's order.
#[must_use]
pub fn outcomes(q: &Questionnaire, card: &Scorecard) -> Vec<Contrast> {
    let one = |score: &crate::scoring::Score| {
        let practice = score.value()?;
        let own = |id: &str| {
            let metric = q.metrics.iter().find(|m| m.id.as_str() == id);
            metric.is_some_and(|m| m.discipline.as_str() == score.id)
        };
        let levels = card.metrics.iter().filter(|m| own(&m.id));
        let points: Vec<_> = levels
            .filter_map(|m| m.level)
            .map(crate::model::Level::points)
            .collect();
        if points.len() < FEWEST {
            return None;
        }
        #[expect(clippy::cast_precision_loss, reason = "a few metrics")]
        let outcome = points.iter().sum::<f64>() / points.len() as f64;
        Some(Contrast {
            discipline: score.id.clone(),
            practice,
            outcome,
            metrics: points.len(),
        })
    };
    card.disciplines.iter().filter_map(one).collect()
}

/// Those whose practices and measurements tell different stories, by the points that are printed.
#[must_use]
pub fn tensions(q: &Questionnaire, card: &Scorecard) -> Vec<Contrast> {
    let mut found = outcomes(q, card);
    found.retain(|o| (o.practice.round() - o.outcome.round()).abs() >= WORTH_A_SENTENCE);
    found
}
