//! What is changed of what a questionnaire extends: only the fields that are given.

use super::places::Places;
use super::schema::of;
use super::tables::{Entry, all, tables};
use crate::model::{
    Balance, Better, Calculator, Condition, Context, Dimension, Discipline, Efforts, Metric,
    Practice, Rule, Scale, Side, Source, Stakes, Term, TermId,
};
use crate::model::{DimensionId, PracticeId};
use serde::Deserialize;

/// A change has the id of what it changes, and fields that take the place of that one's.
macro_rules! changes {
    ($($name:ident of $of:ident { $($field:ident: $kind:ty),* $(,)? })*) => { $(
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name {
            pub(super) id: String,
            $(#[serde(default)] $field: Option<$kind>,)*
        }

        impl $name {
            pub(super) fn apply(self, to: &mut $of) {
                $(if let Some(given) = self.$field { to.$field = given; })*
            }
        }
    )* };
}

changes! {
    OfDiscipline of Discipline { title: String, goal: String, weight: f64 }
    OfDimension of Dimension { title: String, weight: f64 }
    OfPractice of Practice {
        dimension: DimensionId,
        title: String,
        question: String,
        why: String,
        levels: [String; 5],
        how_to_tell: String,
        steps: [String; 4],
        effort: Efforts,
        stakes: Stakes,
        answered_by: Side,
        contexts: Vec<Context>,
        key: bool,
        weight: f64,
        requires: Vec<PracticeId>,
        terms: Vec<TermId>,
        sources: Vec<Source>,
    }
    OfMetric of Metric {
        title: String,
        question: String,
        how: String,
        unit: String,
        range: [f64; 2],
        better: Better,
        scale: Scale,
        cuts: [f64; 4],
        judgement: bool,
        basis: String,
        calculator: Option<Calculator>,
        sources: Vec<Source>,
    }
    OfTerm of Term { title: String, text: String }
    OfRule of Rule { when: Vec<Condition>, question: String }
    OfBalance of Balance { text: String }
}

tables! {
    /// All changes.
    Changes {
        "discipline" disciplines: OfDiscipline,
        "dimension" dimensions: OfDimension,
        "practice" practices: OfPractice,
        "metric" metrics: OfMetric,
        "term" terms: OfTerm,
        "rule" rules: OfRule,
        "balance" balance: OfBalance,
    }
}

impl Changes {
    /// Whether nothing is changed.
    pub(super) fn is_empty(&self) -> bool {
        self.disciplines.is_empty()
            && self.dimensions.is_empty()
            && self.practices.is_empty()
            && self.metrics.is_empty()
            && self.terms.is_empty()
            && self.rules.is_empty()
            && self.balance.is_empty()
    }
}
