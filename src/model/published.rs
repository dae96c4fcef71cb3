//! Figures that others published about the metrics, to stand beside a team's own. Never a target.

use super::{BenchmarkId, MetricId, PeersId, Source};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All that a questionnaire knows of them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Published {
    /// Whose figures they are, and under which licences.
    pub credit: String,
    /// Groups of respondents, a report each.
    #[serde(rename = "benchmark")]
    pub benchmarks: Vec<Benchmark>,
    /// The industries that a team can choose its own from.
    #[serde(rename = "industry")]
    pub industries: Vec<Peers>,
    /// The sizes of organisations, the same.
    #[serde(rename = "size")]
    pub sizes: Vec<Peers>,
    /// How respondents could answer.
    pub answers: Vec<Answers>,
    /// Means over the years.
    pub series: Vec<Series>,
}

/// The groups in which a report sorted its respondents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benchmark {
    /// Stable id.
    pub id: BenchmarkId,
    /// The year of the report.
    pub year: u16,
    /// What the groups are, and with what to be careful.
    pub definition: String,
    /// The groups, best first.
    pub groups: Vec<Group>,
    /// What the report says of them, a metric each.
    #[serde(rename = "row")]
    pub rows: Vec<Row>,
    /// Where it was published.
    pub sources: Vec<Source>,
}

/// One group of a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its name in the report.
    pub name: String,
    /// Its share of respondents in percent, where published and confirmed.
    pub share: Option<f64>,
    /// Whether its figures were read where a sponsor of the report told them, and not in the report.
    #[serde(default)]
    pub second_hand: bool,
}

/// What a report says of its groups in one metric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The metric beside which they can stand.
    pub metric: MetricId,
    /// One for each group, in the order of the groups.
    pub of: Vec<Cell>,
}

/// What a report says of one group in one metric.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    /// Its words.
    pub text: String,
    /// Lowest and highest value in the metric's unit. The same twice where the report gives one
    /// number.
    pub range: [f64; 2],
}

/// Organisations that are alike, with which a team can compare itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Peers {
    /// Stable id.
    pub id: PeersId,
    /// What they have in common.
    pub title: String,
}

/// How respondents of a survey could answer. The answers stand at equal distances on a scale from 0
/// to [`SCALE`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    /// Stable id.
    pub id: BenchmarkId,
    /// The answers, worst first.
    pub texts: Vec<String>,
    /// The values at which one answer turns into the next, in the metric's unit.
    pub edges: Vec<f64>,
}

/// The upper end of the scale on which answers stand.
pub const SCALE: f64 = 10.0;

/// The means of one metric over the years in which the same was asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// Stable id.
    pub id: BenchmarkId,
    /// The metric beside which they can stand.
    pub metric: MetricId,
    /// The answers on whose scale the means stand; `None` where they stand in the metric's own unit.
    pub answers: Option<BenchmarkId>,
    /// What follows a mean in the metric's own unit, such as `of changes fail`.
    #[serde(default)]
    pub says: String,
    /// What was asked, and with what to be careful.
    pub definition: String,
    /// One a year, the earliest first.
    #[serde(rename = "mean")]
    pub means: Vec<Mean>,
    /// Where they were published.
    pub sources: Vec<Source>,
}

/// Means by industry, or by size.
pub type ByPeers = BTreeMap<PeersId, Spread>;

/// The means of one year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mean {
    /// The year.
    pub year: u16,
    /// Of everyone who answered.
    pub all: Spread,
    /// By industry, where published.
    #[serde(default)]
    pub industries: ByPeers,
    /// By the size of the organisation, where published.
    #[serde(default)]
    pub sizes: ByPeers,
}

/// A mean, and how far answers lie from it. In files `[5.5, 2.4]`, or `[5.5]`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Vec<f64>", into = "Vec<f64>")]
pub struct Spread {
    /// The mean.
    pub mean: f64,
    /// The standard deviation, where published.
    pub deviation: Option<f64>,
}

impl TryFrom<Vec<f64>> for Spread {
    type Error = &'static str;

    fn try_from(numbers: Vec<f64>) -> Result<Self, Self::Error> {
        match *numbers.as_slice() {
            [mean] => Ok(Self {
                mean,
                deviation: None,
            }),
            [mean, deviation] => Ok(Self {
                mean,
                deviation: Some(deviation),
            }),
            _ => Err("a mean stands alone or with its standard deviation"),
        }
    }
}

impl From<Spread> for Vec<f64> {
    fn from(spread: Spread) -> Self {
        [spread.mean].into_iter().chain(spread.deviation).collect()
    }
}

impl Published {
    /// The answers with this id.
    #[must_use]
    pub fn scale(&self, id: &BenchmarkId) -> Option<&Answers> {
        self.answers.iter().find(|a| a.id == *id)
    }
}
