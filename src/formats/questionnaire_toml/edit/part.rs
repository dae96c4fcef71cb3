//! What a change is made to, and why it may not be.

use crate::model::{
    DimensionId, DisciplineId, MetricId, PracticeId, Questionnaire, RuleId, TermId,
};
use std::fmt;

/// What of a questionnaire is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A discipline.
    Discipline(DisciplineId),
    /// A dimension.
    Dimension(DimensionId),
    /// A practice.
    Practice(PracticeId),
    /// A metric.
    Metric(MetricId),
    /// A rule: what does not fit together, and is worth a question.
    Rule(RuleId),
    /// A term of the glossary.
    Term(TermId),
}

impl Part {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> &str {
        match self {
            Self::Discipline(id) => id.as_str(),
            Self::Dimension(id) => id.as_str(),
            Self::Practice(id) => id.as_str(),
            Self::Metric(id) => id.as_str(),
            Self::Rule(id) => id.as_str(),
            Self::Term(id) => id.as_str(),
        }
    }

    /// What a path of remarks is about: its first two steps.
    #[must_use]
    pub fn of_path(path: &str) -> Option<Self> {
        let mut steps = path.split('/');
        let (table, id) = (steps.next()?, steps.next()?);
        match table {
            "discipline" => DisciplineId::parse(id).ok().map(Self::Discipline),
            "dimension" => DimensionId::parse(id).ok().map(Self::Dimension),
            "practice" => PracticeId::parse(id).ok().map(Self::Practice),
            "metric" => MetricId::parse(id).ok().map(Self::Metric),
            "rule" => RuleId::parse(id).ok().map(Self::Rule),
            "term" => TermId::parse(id).ok().map(Self::Term),
            _ => None,
        }
    }

    /// Whether a questionnaire has it.
    #[must_use]
    pub fn is_in(&self, q: &Questionnaire) -> bool {
        self.title(q).is_some()
    }

    /// What it is called there; of a rule, what it asks.
    #[must_use]
    pub fn title<'q>(&self, q: &'q Questionnaire) -> Option<&'q str> {
        let title = match self {
            Self::Discipline(id) => &q.discipline(id)?.title,
            Self::Dimension(id) => &q.dimension(id)?.title,
            Self::Practice(id) => &q.practice(id)?.title,
            Self::Metric(id) => &q.metric(id)?.title,
            Self::Rule(id) => &q.rules.iter().find(|rule| rule.id == *id)?.question,
            Self::Term(id) => &q.term(id)?.title,
        };
        Some(title)
    }

    /// The table in which it stands.
    #[must_use]
    pub fn table(&self) -> &'static str {
        match self {
            Self::Discipline(_) => "discipline",
            Self::Dimension(_) => "dimension",
            Self::Practice(_) => "practice",
            Self::Metric(_) => "metric",
            Self::Rule(_) => "rule",
            Self::Term(_) => "term",
        }
    }
}

/// Towards the first or the last of its dimension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// One place nearer to the first.
    Up,
    /// One place nearer to the last.
    Down,
}

/// Why a change cannot be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It is not there, or not of that kind.
    Unknown,
    /// Something has this id, or had it.
    IdTaken,
    /// The document would not be readable.
    Unreadable,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unknown => "it is not there",
            Self::IdTaken => "something has this id already",
            Self::Unreadable => "the document could not be read afterwards",
        })
    }
}

impl std::error::Error for Refusal {}
