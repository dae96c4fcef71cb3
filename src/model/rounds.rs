//! Rounds by their names: the one in progress, and those that were closed.

use super::text::line;
use super::validate::MAX_NAME;
use super::{Assessment, Fact, Snapshot, SnapshotId};

/// What speaks against a name of a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It has no letters.
    Empty,
    /// Another one is called so.
    Taken,
}

/// What speaks against beginning a round, or keeping one more snapshot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Idle<'a> {
    /// Nothing is answered or measured yet.
    Nothing,
    /// It would say the same as this one.
    Same(&'a Snapshot),
}

/// A name as it is compared: spelling counts, case and spaces around do not.
fn plain(name: &str) -> String {
    line(name, MAX_NAME).trim().to_lowercase()
}

impl Snapshot {
    /// Whether it says what the assessment says now.
    #[must_use]
    pub fn is_state_of(&self, a: &Assessment) -> bool {
        let (was, is) = (&self.state, a.state());
        was.questionnaire == is.questionnaire
            && was.scope.value == is.scope.value
            && is.responses == was.responses
            && is.measurements == was.measurements
    }
}

impl Assessment {
    /// What the round in progress is called; empty where nobody has said.
    #[must_use]
    pub fn round(&self) -> &str {
        self.fact(Fact::Round)
    }

    /// When something was answered or measured last, in milliseconds since 1970. Stamps that are
    /// ahead of `now` are no times.
    #[must_use]
    pub fn last_answered(&self, now: u64) -> Option<u64> {
        let answers = self.responses.values().filter(|f| f.value.is_some());
        let answers = answers.filter_map(|f| f.stamp.as_ref());
        let measured = self.measurements.values().filter(|f| f.value.is_some());
        let stamps = answers.chain(measured.filter_map(|f| f.stamp.as_ref()));
        let believed = stamps.filter(|stamp| stamp.is_believed(now));
        believed.map(|stamp| stamp.millis).max()
    }

    /// What speaks against a name, for a snapshot or for a round without one: its own snapshot may be
    /// called so, no other, and not what stands `beside` them.
    #[must_use]
    pub fn unfit(&self, name: &str, of: Option<&SnapshotId>, beside: &str) -> Option<Unfit> {
        let name = plain(name);
        let mut others = self.snapshots().into_iter();
        let is_taken =
            others.any(|(id, s)| Some(id) != of && plain(&s.name) == name) || plain(beside) == name;
        match name.is_empty() {
            true => Some(Unfit::Empty),
            false => is_taken.then_some(Unfit::Taken),
        }
    }

    /// Whether anything is answered or measured.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        let mut answers = self.responses.values();
        let mut measured = self.measurements.values();
        answers.any(|f| f.value.is_some()) || measured.any(|f| f.value.is_some())
    }

    /// What speaks against keeping one more snapshot.
    #[must_use]
    pub fn idle(&self) -> Option<Idle<'_>> {
        if !self.is_begun() {
            return Some(Idle::Nothing);
        }
        let (_, last) = self.snapshots().pop()?;
        last.is_state_of(self).then_some(Idle::Same(last))
    }

    /// What speaks against a new round: in the one in progress, nothing was answered, confirmed or
    /// measured. A round in which all was found to be as before is one.
    #[must_use]
    pub fn idle_round(&self) -> Option<Idle<'_>> {
        match self.idle() {
            Some(Idle::Same(last)) if !last.begins_round => None,
            Some(Idle::Same(_)) => {
                let mut given = self.responses.iter().filter(|(_, f)| f.value.is_some());
                given
                    .all(|(id, _)| self.is_carried(id))
                    .then(|| self.idle())
                    .flatten()
            }
            other => other,
        }
    }
}
