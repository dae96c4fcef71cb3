//! A questionnaire: a versioned maturity model as data.

use super::{
    Balance, Context, Cover, DimensionId, DisciplineId, Efforts, Former, Level, MetricId,
    PracticeId, Published, Rule, Side, Source, Stakes, Term, TermId,
};
use serde::{Deserialize, Serialize};

/// Disciplines, dimensions, practices and metrics, in the order in which they are shown.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Questionnaire {
    /// Which questionnaire, `plumbline` for the built-in one.
    pub id: String,
    /// Its version, as in semantic versioning.
    pub version: String,
    /// Its name on the screen.
    pub title: String,
    /// The language of its words (BCP 47).
    pub language: String,
    /// The disciplines.
    pub disciplines: Vec<Discipline>,
    /// The dimensions, grouped by discipline.
    pub dimensions: Vec<Dimension>,
    /// The practices, grouped by dimension.
    pub practices: Vec<Practice>,
    /// The metrics, grouped by discipline.
    pub metrics: Vec<Metric>,
    /// What practices and dimensions can say that they cover.
    #[serde(default)]
    pub covers: Vec<Cover>,
    /// What earlier versions asked and this one does not.
    #[serde(default)]
    pub former: Vec<Former>,
    /// The glossary, in alphabetical order.
    #[serde(default)]
    pub terms: Vec<Term>,
    /// Contradictions worth a question.
    #[serde(default)]
    pub rules: Vec<Rule>,
    /// What follows when one discipline runs ahead of another.
    #[serde(default)]
    pub balance: Vec<Balance>,
    /// What others published about the metrics.
    #[serde(default)]
    pub published: Published,
}

/// DevOps, SRE, Platform engineering, or what holds the three as one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Discipline {
    /// Stable id.
    pub id: DisciplineId,
    /// Name on the screen.
    pub title: String,
    /// What the discipline is for, in one sentence.
    pub goal: String,
    /// Weight in the overall score, above 0.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: f64,
}

/// An area within a discipline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Stable id.
    pub id: DimensionId,
    /// The discipline it belongs to.
    pub discipline: DisciplineId,
    /// Name on the screen.
    pub title: String,
    /// What of the founding article it covers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<String>,
    /// Weight in its discipline, above 0.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: f64,
}

/// One thing a team does, described at five levels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Practice {
    /// Stable id.
    pub id: PracticeId,
    /// The dimension it belongs to.
    pub dimension: DimensionId,
    /// Name on the screen.
    pub title: String,
    /// The question, one plain sentence.
    pub question: String,
    /// Why it matters, two or three sentences.
    pub why: String,
    /// What one would see at levels 1 to 5.
    pub levels: [String; 5],
    /// What to look at to tell the levels apart.
    pub how_to_tell: String,
    /// A first step for 1 to 2, 2 to 3, 3 to 4, and 4 to 5.
    pub steps: [String; 4],
    /// The work of each step up.
    pub effort: Efforts,
    /// What it costs while the practice stands at 1.
    #[serde(default, skip_serializing_if = "is_default")]
    pub stakes: Stakes,
    /// Who can answer it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub answered_by: Side,
    /// How to answer it where the work is of another kind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contexts: Vec<Context>,
    /// Whether it is part of the quick check.
    #[serde(default, skip_serializing_if = "is_false")]
    pub quick: bool,
    /// Whether others stand on it: it may hold down the level reached.
    #[serde(default, skip_serializing_if = "is_false")]
    pub key: bool,
    /// Weight in its dimension, above 0.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: f64,
    /// The version with which it came, such as `1.2.0`; empty for the first.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub since: String,
    /// The version that last changed what is meant by it; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub changed: String,
    /// Practices that should stand first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requires: Vec<PracticeId>,
    /// What of the founding article it covers, beyond its dimension's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub covers: Vec<String>,
    /// Terms that it uses and the glossary explains.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<TermId>,
    /// Where to read more; at least one.
    pub sources: Vec<Source>,
    /// How many words one reads to answer. Counted when the catalogue is put together, so that it is
    /// known before the texts are there.
    #[serde(skip)]
    pub words: u16,
}

impl Practice {
    /// What one would see at `level`.
    #[must_use]
    pub fn text(&self, level: Level) -> &str {
        &self.levels[usize::from(level.number() - 1)]
    }

    /// Whether its question is here: the app gets those that a quick check does not ask later.
    #[must_use]
    pub const fn is_told(&self) -> bool {
        !self.question.is_empty()
    }
}

/// Which way a metric improves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
}

/// How a position within a band is interpolated, for charts only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Scale {
    /// Evenly.
    Linear,
    /// By the logarithm.
    Log,
}

/// How a metric follows from two counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calculator {
    /// What is counted above the line.
    pub part: String,
    /// What is counted below it.
    pub whole: String,
}

/// A measured number, with bands that map it to levels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// Stable id.
    pub id: MetricId,
    /// The discipline whose outcome it shows.
    pub discipline: DisciplineId,
    /// Name on the screen.
    pub title: String,
    /// The question in plain words.
    pub question: String,
    /// How to measure it.
    pub how: String,
    /// Unit as shown behind the number, e.g. `h`, `%`, `per week`.
    pub unit: String,
    /// Lowest and highest value accepted, in `unit`.
    pub range: [f64; 2],
    /// The version that last changed what is measured or its unit; empty for none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub changed: String,
    /// Which way it improves.
    pub better: Better,
    /// Interpolation within a band.
    pub scale: Scale,
    /// Cut points between levels 1|2|3|4|5, in `unit`. A value on a cut has reached the better level.
    pub cuts: [f64; 4],
    /// Whether at least one cut is our judgement rather than published.
    pub judgement: bool,
    /// What is published and what is our judgement, in words.
    pub basis: String,
    /// The counts that it follows from, where it does.
    #[serde(default)]
    pub calculator: Option<Calculator>,
    /// Where to read more; at least one.
    pub sources: Vec<Source>,
}

impl Questionnaire {
    /// The practice with this id.
    #[must_use]
    pub fn practice(&self, id: &PracticeId) -> Option<&Practice> {
        self.practices.iter().find(|p| p.id == *id)
    }

    /// The dimension with this id.
    #[must_use]
    pub fn dimension(&self, id: &DimensionId) -> Option<&Dimension> {
        self.dimensions.iter().find(|d| d.id == *id)
    }

    /// The number that a dimension has in every table and figure, from 1: its place among all
    /// dimensions, whatever is asked. `None` for what is no dimension.
    #[must_use]
    pub fn number_of(&self, dimension: &str) -> Option<usize> {
        let at = self
            .dimensions
            .iter()
            .position(|d| d.id.as_str() == dimension);
        at.map(|at| at + 1)
    }

    /// The discipline with this id.
    #[must_use]
    pub fn discipline(&self, id: &DisciplineId) -> Option<&Discipline> {
        self.disciplines.iter().find(|d| d.id == *id)
    }

    /// The term with this id.
    #[must_use]
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.terms.iter().find(|t| t.id == *id)
    }

    /// The metric with this id.
    #[must_use]
    pub fn metric(&self, id: &MetricId) -> Option<&Metric> {
        self.metrics.iter().find(|m| m.id == *id)
    }
}

fn one() -> f64 {
    1.0
}

#[expect(
    clippy::float_cmp,
    reason = "exactly the default is left out of the data"
)]
fn is_one(weight: &f64) -> bool {
    *weight == 1.0
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks for a reference"
)]
fn is_false(flag: &bool) -> bool {
    !flag
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
