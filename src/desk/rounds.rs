//! Snapshots are kept and removed; states are found by their address; an assessment is made as it was
//! before, or moves on to another version.

use super::state::Desk;
use super::transaction::{Title, Transaction};
use crate::model::{
    Assessment, AssessmentId, DimensionId, Edit, Fact, QuestionnaireRef, Snapshot, SnapshotId,
};

impl Desk {
    /// Keeps how an assessment stands, under a name of its own.
    #[must_use]
    pub fn keep_snapshot(
        &self,
        id: &AssessmentId,
        snapshot: SnapshotId,
        name: String,
        taken: String,
    ) -> Option<Transaction> {
        self.with(id, |a| {
            let kept = a.snapshot(name.clone(), taken, false);
            let edit = Edit::Keep(snapshot, Some(Box::new(kept)));
            Transaction::all(Title::Snapshot { name }, id, vec![edit])
        })
    }

    /// Closes the round in progress under its own name and begins one with another: the answers are
    /// carried over from there. Where a snapshot holds them already, that one closes the round.
    #[must_use]
    pub fn begin_round(
        &self,
        id: &AssessmentId,
        snapshot: SnapshotId,
        [closed, begun]: [String; 2],
        taken: String,
    ) -> Option<Transaction> {
        let q = self.questionnaire(id);
        self.with(id, |a| {
            let carried = a.asked(q).filter(|p| a.answer(&p.id).is_some()).count();
            let title = Title::Round {
                name: begun.clone(),
                carried,
            };
            let last = a.snapshots().pop();
            let last = last.filter(|(_, s)| !s.begins_round && s.is_state_of(a));
            let (snapshot, closed, taken) = match last {
                Some((id, last)) => (id.clone(), last.name.clone(), last.taken.clone()),
                None => (snapshot, closed, taken),
            };
            let kept = a.snapshot(closed, taken, true);
            let edits = vec![
                Edit::Keep(snapshot, Some(Box::new(kept))),
                Edit::Say(Fact::Round, Some(begun)),
            ];
            Transaction::all(title, id, edits)
        })
    }

    /// Gives a snapshot, or without one the round in progress, another name.
    #[must_use]
    pub fn name_round(
        &self,
        id: &AssessmentId,
        snapshot: Option<&SnapshotId>,
        name: String,
    ) -> Option<Transaction> {
        let named = |a: &Assessment| {
            let Some(id) = snapshot else {
                return Some(Edit::Say(Fact::Round, Some(name)));
            };
            let field = a.snapshots.get(id)?;
            let kept = field.value.clone()?.settled(field.stamp.as_ref());
            let kept = Snapshot { name, ..kept };
            Some(Edit::Keep(id.clone(), Some(Box::new(kept))))
        };
        let edit = self.with(id, named).flatten()?;
        Some(Transaction::all(Title::NameRound, id, vec![edit]))
    }

    /// A state of an assessment: a snapshot's with its name, or the present one without.
    #[must_use]
    pub fn state_of(
        &self,
        id: &AssessmentId,
        snapshot: Option<&SnapshotId>,
    ) -> Option<(Option<String>, Assessment)> {
        let found = self.with(id, |a| match snapshot {
            None => Some((None, a.clone())),
            Some(id) => {
                let snapshot = a.snapshots.get(id)?.value.as_ref()?;
                let mut state = snapshot.state.clone();
                state.team = a.team.clone();
                Some((Some(snapshot.name.clone()), state))
            }
        });
        found.flatten().filter(|_| self.has(id))
    }

    /// Removes a snapshot.
    #[must_use]
    pub fn remove_snapshot(&self, id: &AssessmentId, snapshot: &SnapshotId) -> Transaction {
        let name = self.with(id, |a| {
            let field = a.snapshots.get(snapshot)?;
            Some(field.value.as_ref()?.name.clone())
        });
        let name = name.flatten().unwrap_or_default();
        let edit = Edit::Keep(snapshot.clone(), None);
        Transaction::all(Title::RemoveSnapshot { name }, id, vec![edit])
    }

    /// Confirms every answer that is carried over, or those of one dimension.
    #[must_use]
    pub fn confirm_all(&self, id: &AssessmentId, of: Option<&DimensionId>) -> Transaction {
        let q = self.questionnaire(id);
        let mut carried = self.with(id, |a| a.carried(q)).unwrap_or_default();
        carried.retain(|(id, _)| {
            let practice = q.practice(id);
            of.is_none() || practice.map(|p| &p.dimension) == of
        });
        let count = carried.len();
        let edits = carried.into_iter();
        let edits = edits.map(|(practice, answer)| Edit::Respond(practice, Some(answer)));
        Transaction::all(Title::Confirm { count }, id, edits.collect())
    }

    /// Makes an assessment as it was at an earlier time, which is shown as `at`.
    #[must_use]
    pub fn go_back(&self, id: &AssessmentId, then: &Assessment, at: String) -> Option<Transaction> {
        self.with(id, |now| {
            // Earlier states are kept without ballots and keys; those of a workshop under way stay.
            let mut then = Assessment {
                ballots: now.ballots.clone(),
                ..then.clone()
            };
            for (id, workshop) in now.workshops() {
                let field = then.workshops.get_mut(id);
                if let Some(then) = field.and_then(|field| field.value.as_mut()) {
                    then.keys = workshop.keys;
                }
            }
            Transaction::all(Title::GoBack { at }, id, now.edits_to(&then))
        })
    }

    /// Moves an assessment to the latest version of its questionnaire that is known.
    #[must_use]
    pub fn move_version(&self, id: &AssessmentId) -> Transaction {
        let to = QuestionnaireRef::of(self.later_questionnaire(id));
        Transaction::all(Title::Move, id, vec![Edit::Move(to)])
    }
}
