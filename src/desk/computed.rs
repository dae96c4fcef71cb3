//! Numbers that were computed from files are taken.

use super::state::Desk;
use super::transaction::{Title, Transaction};
use crate::model::decimal::settle;
use crate::model::text::line;
use crate::model::validate::{MAX_FILES, MAX_LINE};
use crate::model::{
    Assessment, AssessmentId, Basis, Edit, Measurement, MetricId, Origin, Questionnaire,
};

/// A number that was computed from files.
#[derive(Debug, Clone, PartialEq)]
pub struct Computed {
    /// Of which metric.
    pub metric: MetricId,
    /// Its value, in the metric's unit.
    pub value: f64,
    /// The days that it covers, in words.
    pub days: Option<String>,
    /// What it rests on.
    pub basis: Basis,
}

impl Computed {
    /// As it is kept. `None` where the metric is unknown, or does not take such a value.
    #[must_use]
    pub fn measurement(&self, q: &Questionnaire) -> Option<Measurement> {
        let metric = q.metric(&self.metric)?;
        let value = settle(self.value);
        if !metric.accepts(value) {
            return None;
        }
        let mut basis = self.basis.clone();
        basis.files.truncate(MAX_FILES);
        for name in &mut basis.files {
            *name = line(name, MAX_LINE);
        }
        Some(Measurement {
            value,
            period: self.days.as_deref().map(|days| line(days, MAX_LINE)),
            origin: Origin::Files(Box::new(basis)),
        })
    }

    /// Whether it is what an assessment has already.
    #[must_use]
    pub fn is_in(&self, q: &Questionnaire, a: &Assessment) -> bool {
        let own = self.measurement(q);
        own.is_some() && own.as_ref() == a.measurement(&self.metric)
    }
}

impl Desk {
    /// Takes numbers that were computed from files, as one step. `None` where none of them is new.
    #[must_use]
    pub fn take_computed(&self, id: &AssessmentId, all: &[Computed]) -> Option<Transaction> {
        let q = self.questionnaire(id);
        let edits = self.with(id, |a| {
            let new = all.iter().filter(|one| !one.is_in(q, a));
            let edits = new.filter_map(|one| {
                let measurement = one.measurement(q)?;
                Some(Edit::Measure(one.metric.clone(), Some(measurement)))
            });
            edits.collect::<Vec<_>>()
        })?;
        let count = edits.len();
        (count > 0).then(|| Transaction::all(Title::Computed { count }, id, edits))
    }
}
