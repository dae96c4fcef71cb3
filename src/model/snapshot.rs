//! Snapshots: how an assessment stood on a day, and what a new round carries over from there.

use std::cmp::Ordering;

use super::assessment::Fields;
use super::{Answer, Assessment, PracticeId, Questionnaire, Stamp};

/// A named, dated copy. It is written once and never changed; it can be removed.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    /// When it was taken, RFC 3339.
    pub taken: String,
    /// What people call it, such as `2026 Q3`.
    pub name: String,
    /// Whether a new round began with it: answers from before are carried over until confirmed.
    pub begins_round: bool,
    /// Questionnaire, scope, responses and measurements as they were, without stamps. Nothing else
    /// is copied.
    pub state: Assessment,
}

/// Which of two with one stamp stays, so that order never matters: only files edited by hand have
/// such. Whatever could differ in them is looked at.
impl PartialOrd for Snapshot {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let own = |s: &Self| (s.taken.clone(), s.name.clone(), s.begins_round);
        let version = |s: &Self| s.state.questionnaire.version.clone();
        let mut order = own(self).cmp(&own(other));
        order = order.then_with(|| version(self).cmp(&version(other)));
        let (a, b) = (&self.state, &other.state);
        order = order.then_with(|| a.unknown.cmp(&b.unknown));
        let scope = a.scope.value.partial_cmp(&b.scope.value)?;
        let answers = values(&a.responses).partial_cmp(values(&b.responses))?;
        let measured = values(&a.measurements).partial_cmp(values(&b.measurements))?;
        Some(order.then(scope).then(answers).then(measured))
    }
}

fn values<K: Ord, T>(fields: &Fields<K, T>) -> impl Iterator<Item = (&K, &Option<T>)> {
    fields.iter().map(|(key, field)| (key, &field.value))
}

impl Assessment {
    /// Its answers and measurements as they stand, to be kept as they are.
    #[must_use]
    pub fn state(&self) -> Self {
        let mut state = Self::empty(self.id.clone(), self.questionnaire.clone());
        state.scope.value.clone_from(&self.scope.value);
        for (id, field) in self.responses.iter() {
            if field.value.is_some() {
                state
                    .responses
                    .slot(id.clone())
                    .value
                    .clone_from(&field.value);
            }
        }
        for (id, field) in self.measurements.iter() {
            if field.value.is_some() {
                state
                    .measurements
                    .slot(id.clone())
                    .value
                    .clone_from(&field.value);
            }
        }
        state
    }

    /// The snapshots, the earliest first.
    #[must_use]
    pub fn snapshots(&self) -> Vec<(&super::SnapshotId, &Snapshot)> {
        let fields = self.snapshots.iter();
        let mut all: super::Table<_, _> = Default::default();
        for (id, field) in fields {
            if let Some(snapshot) = &field.value {
                all.put((snapshot.taken.as_str(), id), snapshot);
            }
        }
        all.into_iter().map(|((_, id), s)| (id, s)).collect()
    }

    /// When the present round began: the latest stamp of a snapshot with which one began.
    fn round_began(&self) -> Option<&Stamp> {
        let fields = self.snapshots.values();
        let begun = fields.filter(|f| f.value.as_ref().is_some_and(|s| s.begins_round));
        begun.filter_map(|f| f.stamp.as_ref()).max()
    }

    /// Whether the answer to a practice comes from an earlier round and nobody has confirmed it.
    /// Whoever gives the same answer again confirms it.
    #[must_use]
    pub fn is_carried(&self, practice: &PracticeId) -> bool {
        let field = self.responses.get(practice).filter(|f| f.value.is_some());
        let written = field.map(|f| f.stamp.as_ref());
        written.is_some_and(|stamp| self.round_began().is_some_and(|began| stamp < Some(began)))
    }

    /// The asked practices whose answers are carried over, in the questionnaire's order, with these
    /// answers.
    #[must_use]
    pub fn carried(&self, questionnaire: &Questionnaire) -> Vec<(PracticeId, Answer)> {
        let asked = self.asked(questionnaire).filter(|p| self.is_carried(&p.id));
        let answered = asked.filter_map(|p| Some((p.id.clone(), self.answer(&p.id)?.clone())));
        answered.collect()
    }

    /// The practices that it has an answer to and the questionnaire does not have. They count
    /// nowhere, and are kept.
    pub fn orphans<'a>(&'a self, q: &'a Questionnaire) -> impl Iterator<Item = &'a PracticeId> {
        let answered = self.responses.iter().filter(|(_, f)| f.value.is_some());
        let ids = answered.map(|(id, _)| id);
        ids.filter(|id| q.practice(id).is_none())
    }
}
