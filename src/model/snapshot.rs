//! Snapshots: how an assessment stood on a day, and what a new round carries over from there.

use std::cmp::Ordering;

use super::assessment::Fields;
use super::{
    Answer, Assessment, AssessmentId, Carries, PracticeId, Questionnaire, Snapshot, Stamp,
};

impl Default for Carries {
    fn default() -> Self {
        Self::Until(None)
    }
}

impl Snapshot {
    /// The same with its round's beginning written down, where so far the stamp of its field says
    /// it.
    #[must_use]
    pub fn settled(mut self, field: Option<&Stamp>) -> Self {
        if self.begins_round && self.carries == Carries::Until(None) {
            self.carries = Carries::Until(field.cloned());
        }
        self
    }
}

/// Breaks ties between snapshots with equal stamps, so that the order of a join never matters. Only
/// files edited by hand have such. Compares whatever could differ in them.
impl PartialOrd for Snapshot {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        let own = |s: &Self| (s.taken.clone(), s.name.clone(), s.begins_round);
        let version = |s: &Self| s.state.questionnaire.clone();
        let mut order = own(self).cmp(&own(other));
        order = order.then(self.carries.partial_cmp(&other.carries)?);
        order = order.then(version(self).partial_cmp(&version(other))?);
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
        let mut all: super::Sorted<_, _> = Default::default();
        for (id, field) in fields {
            if let Some(snapshot) = &field.value {
                all.put((snapshot.taken.as_str(), id), snapshot);
            }
        }
        all.into_iter().map(|((_, id), s)| (id, s)).collect()
    }

    /// How it stands, under a name. With `begins_round`, its answers are carried over from here.
    #[must_use]
    pub fn snapshot(&self, name: String, taken: String, begins_round: bool) -> Snapshot {
        let answers = self.responses.iter().filter(|(_, f)| f.value.is_some());
        let stamps = answers.filter_map(|(id, f)| Some((id.clone(), f.stamp.clone()?)));
        Snapshot {
            taken,
            name,
            begins_round,
            carries: if begins_round {
                Carries::Stamps(stamps.collect())
            } else {
                Carries::default()
            },
            state: self.state(),
        }
    }

    /// Whether the answer to a practice comes from an earlier round and nobody has confirmed it.
    /// Whoever gives the same answer again confirms it.
    #[must_use]
    pub fn is_carried(&self, practice: &PracticeId) -> bool {
        let answer = self.responses.get(practice).filter(|f| f.value.is_some());
        let Some(written) = answer.map(|f| f.stamp.as_ref()) else {
            return false;
        };
        // A confirmation that was taken back has written the answer once more.
        let left = self.carried.get(practice).and_then(|f| f.value.as_ref());
        let is_left = left.is_some() && written <= left;
        self.snapshots.values().any(|field| match &field.value {
            Some(Snapshot {
                begins_round: true,
                carries,
                ..
            }) => match carries {
                _ if is_left => true,
                Carries::Until(began) => written < began.as_ref().or(field.stamp.as_ref()),
                Carries::Stamps(stamps) => written <= stamps.get(practice),
            },
            _ => false,
        })
    }

    /// The same document under another id.
    #[must_use]
    pub fn under(mut self, id: AssessmentId) -> Self {
        for field in self.snapshots.values_mut() {
            if let Some(snapshot) = &mut field.value {
                snapshot.state.id = id.clone();
            }
        }
        self.id = id;
        self
    }

    /// The asked practices whose answers are carried over, in the questionnaire's order, with these
    /// answers.
    #[must_use]
    pub fn carried(&self, questionnaire: &Questionnaire) -> Vec<(PracticeId, Answer)> {
        let asked = self.asked(questionnaire).filter(|p| self.is_carried(&p.id));
        let answered = asked.filter_map(|p| Some((p.id.clone(), self.answer(&p.id)?.clone())));
        answered.collect()
    }

    /// The practices and metrics that it has an answer or a number for and the questionnaire does
    /// not have. They count nowhere, and are kept.
    pub fn orphans<'a>(&'a self, q: &'a Questionnaire) -> impl Iterator<Item = &'a str> {
        let answered = self.responses.iter().filter(|(_, f)| f.value.is_some());
        let answered = answered.filter(|(id, _)| q.practice(id).is_none());
        let measured = self.measurements.iter().filter(|(_, f)| f.value.is_some());
        let measured = measured.filter(|(id, _)| q.metric(id).is_none());
        let answered = answered.map(|(id, _)| id.as_str());
        answered.chain(measured.map(|(id, _)| id.as_str()))
    }
}
