//! The scorecard: every score of an assessment.

use super::ENOUGH_COVERAGE;
use super::part::{Part, Standing, Tally, level_reached};
use crate::metrics::level_of;
use crate::model::{Answer, Assessment, Level, Practice, Questionnaire};
use serde::Serialize;

/// The score of a dimension, a discipline or the whole. `None` where there is none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Score {
    /// Which part: the id of the dimension or discipline, or `overall`.
    pub id: String,
    /// 0 to 100 points.
    pub value: Option<f64>,
    /// Lowest value still possible.
    pub low: Option<f64>,
    /// Highest value still possible.
    pub high: Option<f64>,
    /// Answered weight / applicable weight, 0 to 1.
    pub coverage: Option<f64>,
    /// The staged level reached.
    pub level: Option<Level>,
}

/// A metric's value and the level that its bands give it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MetricScore {
    /// Which metric.
    pub id: String,
    /// As measured, in the metric's unit.
    pub value: Option<f64>,
    /// From the metric's bands.
    pub level: Option<Level>,
}

/// All scores of one assessment, in the questionnaire's order. Practices and metrics are two
/// profiles and never mixed into one number.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Scorecard {
    /// Everything in scope.
    pub overall: Score,
    /// The chosen disciplines.
    pub disciplines: Vec<Score>,
    /// Their dimensions, as far as something in them is in scope.
    pub dimensions: Vec<Score>,
    /// The chosen disciplines' metrics.
    pub metrics: Vec<MetricScore>,
}

/// How a score is to be read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reading {
    /// Nothing in the part applies.
    NotApplicable,
    /// Nothing answered yet.
    Unanswered,
    /// Less than half answered: the value says little.
    TooEarly,
    /// A value that can be spoken of.
    Value(f64),
}

impl Score {
    fn new(id: &str, part: Part, standings: &[Standing]) -> Self {
        Self {
            id: id.to_owned(),
            value: part.value,
            low: part.interval.map(|(low, _)| low),
            high: part.interval.map(|(_, high)| high),
            coverage: part.coverage,
            level: level_reached(standings),
        }
    }

    /// How to read it.
    #[must_use]
    pub fn reading(&self) -> Reading {
        match (self.coverage, self.value) {
            (None, _) => Reading::NotApplicable,
            (_, None) => Reading::Unanswered,
            (Some(coverage), Some(_)) if coverage < ENOUGH_COVERAGE => Reading::TooEarly,
            (_, Some(value)) => Reading::Value(value),
        }
    }
}

/// Scores `assessment` against `questionnaire`.
#[must_use]
pub fn score(questionnaire: &Questionnaire, assessment: &Assessment) -> Scorecard {
    let q = questionnaire;
    let (mut disciplines, mut dimensions) = (Vec::new(), Vec::new());
    let (mut whole, mut all) = (Vec::new(), Vec::new());
    for discipline in q.disciplines.iter().filter(|d| assessment.covers(&d.id)) {
        let (mut parts, mut standings) = (Vec::new(), Vec::new());
        for dimension in q
            .dimensions
            .iter()
            .filter(|d| d.discipline == discipline.id)
        {
            let practices: Vec<_> = assessment
                .asked(q)
                .filter(|p| p.dimension == dimension.id)
                .collect();
            if practices.is_empty() {
                continue;
            }
            let mut tally = Tally::default();
            for practice in &practices {
                tally.add(practice.weight, assessment.answer(&practice.id));
            }
            let own = standings_of(assessment, &practices);
            dimensions.push(Score::new(dimension.id.as_str(), tally.part(), &own));
            parts.push((dimension.weight, tally.part()));
            standings.extend(own);
        }
        let part = Part::mean(parts);
        disciplines.push(Score::new(discipline.id.as_str(), part, &standings));
        whole.push((discipline.weight, part));
        all.extend(standings);
    }
    let metrics = q
        .metrics
        .iter()
        .filter(|m| assessment.covers(&m.discipline));
    Scorecard {
        overall: Score::new("overall", Part::mean(whole), &all),
        disciplines,
        dimensions,
        metrics: metrics
            .map(|metric| {
                let value = assessment.measurement(&metric.id).map(|m| m.value);
                let level = value.and_then(|v| level_of(metric, v));
                MetricScore {
                    id: metric.id.to_string(),
                    value,
                    level,
                }
            })
            .collect(),
    }
}

fn standings_of(assessment: &Assessment, practices: &[&Practice]) -> Vec<Standing> {
    let standing = |p: &&Practice| {
        let answer = assessment.answer(&p.id);
        let applies = !matches!(answer, Some(Answer::NotApplicable(_)));
        applies.then(|| Standing {
            weight: p.weight,
            key: p.key,
            level: answer.and_then(Answer::level),
        })
    };
    practices.iter().filter_map(standing).collect()
}
