//! Snapshots are kept and removed; states are found by their address; an assessment is made as it was
//! before, or moves on to another version.

use super::state::Desk;
use super::transaction::{Title, Transaction};
use crate::model::{Assessment, AssessmentId, Edit, QuestionnaireRef, SnapshotId};

impl Desk {
    /// Keeps how an assessment stands; with `begins_round`, its answers are carried over from there.
    #[must_use]
    pub fn keep_snapshot(
        &self,
        id: &AssessmentId,
        snapshot: SnapshotId,
        name: String,
        taken: String,
        begins_round: bool,
    ) -> Option<Transaction> {
        let q = self.questionnaire(id);
        self.with(id, |a| {
            let answered = a.asked(q).filter(|p| a.answer(&p.id).is_some());
            let title = if begins_round {
                let carried = answered.count();
                Title::Round { carried }
            } else {
                let name = name.clone();
                Title::Snapshot { name }
            };
            let kept = a.snapshot(name, taken, begins_round);
            let edit = Edit::Keep(snapshot, Some(Box::new(kept)));
            Transaction::all(title, id, vec![edit])
        })
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

    /// Confirms every answer that is carried over.
    #[must_use]
    pub fn confirm_all(&self, id: &AssessmentId) -> Transaction {
        let q = self.questionnaire(id);
        let carried = self.with(id, |a| a.carried(q)).unwrap_or_default();
        let count = carried.len();
        let edits = carried.into_iter();
        let edits = edits.map(|(practice, answer)| Edit::Respond(practice, Some(answer)));
        Transaction::all(Title::Confirm { count }, id, edits.collect())
    }

    /// Makes an assessment as it was at an earlier time, which is shown as `at`.
    #[must_use]
    pub fn go_back(&self, id: &AssessmentId, then: &Assessment, at: String) -> Option<Transaction> {
        self.with(id, |now| {
            // Earlier states are kept without ballots; those of a workshop under way stay.
            let then = Assessment {
                ballots: now.ballots.clone(),
                ..then.clone()
            };
            Transaction::all(Title::GoBack { at }, id, now.edits_to(&then))
        })
    }

    /// Moves an assessment to the version of its questionnaire that is known.
    #[must_use]
    pub fn move_version(&self, id: &AssessmentId) -> Transaction {
        let to = QuestionnaireRef::of(self.questionnaire(id));
        Transaction::all(Title::Move, id, vec![Edit::Move(to)])
    }
}
