//! The scorecard: every score of an assessment.

use super::Reading;
use super::plan::{Node, PartNumbers, Plan};
use crate::metrics::{level_of_measured, position};
use crate::model::{Assessment, Level, Metric, Questionnaire};
use serde::ser::{Serialize, SerializeStruct as _, Serializer};

/// The score of a dimension, a discipline or the whole, as far as it may be spoken of.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// Which part: the id of the dimension or discipline, or `overall`.
    pub id: String,
    /// How it is to be read; value and level, where enough is known.
    pub reading: Reading,
    /// Lowest value still possible, 0 to 100 points. `None`: nothing in it applies.
    pub low: Option<f64>,
    /// Highest value still possible.
    pub high: Option<f64>,
    /// Known weight / applicable weight, 0 to 1.
    pub coverage: Option<f64>,
}

/// A metric's value and the level that its bands give it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct MetricScore {
    /// Which metric.
    pub id: String,
    /// As measured, in the metric's unit.
    pub value: Option<f64>,
    /// From the metric's bands.
    pub level: Option<Level>,
    /// Where it lies from worst to best, 0 to 100, a fifth for each band; for charts only.
    #[serde(skip)]
    pub position: Option<f64>,
}

/// All scores of one assessment, in the questionnaire's order. Practices and metrics are two
/// profiles and never mixed into one number.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
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

impl Score {
    fn new(id: &str, outcome: &PartNumbers) -> Self {
        let part = outcome.part;
        Self {
            id: id.to_owned(),
            reading: outcome.reading(),
            low: part.interval.map(|(low, _)| low),
            high: part.interval.map(|(_, high)| high),
            coverage: part.coverage,
        }
    }

    /// 0 to 100 points, where enough is known.
    #[must_use]
    pub fn value(&self) -> Option<f64> {
        self.reading.value()
    }

    /// The staged level reached, where enough is known.
    #[must_use]
    pub fn level(&self) -> Option<Level> {
        self.reading.level()
    }
}

/// What tools read: value and level are `null` where they are withheld.
impl Serialize for Score {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut score = serializer.serialize_struct("Score", 6)?;
        score.serialize_field("id", &self.id)?;
        score.serialize_field("value", &self.value())?;
        score.serialize_field("low", &self.low)?;
        score.serialize_field("high", &self.high)?;
        score.serialize_field("coverage", &self.coverage)?;
        score.serialize_field("level", &self.level())?;
        score.end()
    }
}

impl Scorecard {
    /// The score of a discipline or dimension, or `overall`.
    #[must_use]
    pub fn part(&self, id: &str) -> Option<&Score> {
        let parts = self.disciplines.iter().chain(&self.dimensions);
        parts.chain([&self.overall]).find(|score| score.id == id)
    }
}

/// Scores `assessment` against `questionnaire`. Answers to practices that the questionnaire does
/// not have, and measurements outside their range, count nowhere.
#[must_use]
pub fn score(questionnaire: &Questionnaire, assessment: &Assessment) -> Scorecard {
    let plan = Plan::of(questionnaire, assessment);
    let numbers = plan.numbers(&plan.marks(assessment));
    let named = |nodes: &[Node], outcomes: &[PartNumbers]| {
        let both = nodes.iter().zip(outcomes);
        both.map(|(node, outcome)| Score::new(node.id, outcome))
            .collect()
    };
    let metrics = questionnaire.metrics.iter();
    let metrics = metrics.filter(|m| assessment.covers(&m.discipline));
    Scorecard {
        overall: Score::new("overall", &numbers.overall),
        disciplines: named(&plan.disciplines, &numbers.disciplines),
        dimensions: named(&plan.dimensions, &numbers.dimensions),
        metrics: metrics.map(|m| measured(m, assessment)).collect(),
    }
}

fn measured(metric: &Metric, assessment: &Assessment) -> MetricScore {
    let measured = assessment.measurement(&metric.id);
    let value = measured.map(|m| m.value);
    MetricScore {
        id: metric.id.to_string(),
        value,
        level: measured.and_then(|m| level_of_measured(metric, m)),
        position: value.and_then(|v| position(metric, v)),
    }
}
