//! What a questionnaire knows beyond its questions: terms, rules, balance.

use super::{DisciplineId, Level, MetricId, PracticeId, RuleId, TermId};
use serde::{Deserialize, Serialize};

/// Something that the questionnaire promises to ask about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cover {
    /// A cell of the founding article's table (`cell:sre.metrics`), one of the seven SRE principles
    /// (`principle:simplicity`), or how the three work together (`link:scaling`).
    pub id: String,
    /// The same in words.
    pub title: String,
}

/// A practice or metric that an earlier version asked for and this one does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Former {
    /// Its id, which is never used again.
    pub id: String,
    /// What it was called.
    pub title: String,
    /// The practices or metrics that ask about the same now.
    pub now: Vec<String>,
}

/// A word of the field, explained the first time it is met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Stable id.
    pub id: TermId,
    /// The term.
    pub title: String,
    /// What it means, one or two sentences.
    pub text: String,
}

/// Answers and measurements that do not fit together. Not a fault: a question to discuss.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable id.
    pub id: RuleId,
    /// All of these at once make it worth asking; at least two.
    pub when: Vec<Condition>,
    /// The question to discuss.
    pub question: String,
}

/// Something that answers or measurements may show.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Condition {
    /// A practice stands at a level.
    Practice {
        /// Which practice.
        practice: PracticeId,
        /// At which level.
        #[serde(flatten)]
        bound: Bound<Level>,
    },
    /// A metric's value, in its own unit.
    Metric {
        /// Which metric.
        metric: MetricId,
        /// At which value.
        #[serde(flatten)]
        bound: Bound<f64>,
    },
}

/// One side of a scale, the end included.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound<T> {
    /// This or more.
    AtLeast(T),
    /// This or less.
    AtMost(T),
}

/// What follows when one discipline runs ahead of another that it stands on or serves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Balance {
    /// Stable id.
    pub id: RuleId,
    /// The discipline that is further on.
    pub ahead: DisciplineId,
    /// The one that lags.
    pub behind: DisciplineId,
    /// What tends to follow, and what to talk about.
    pub text: String,
}

/// Where a fact or a threshold comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title of the work.
    pub title: String,
    /// Address, `https://…`.
    pub url: String,
}

/// Whether this is an address that a reader can follow: https, and whole.
#[must_use]
pub fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://");
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(char::is_whitespace))
}
