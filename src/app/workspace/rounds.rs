//! Snapshots are kept and removed; states are found by their address.

use super::{Notice, Workspace};
use crate::app::browser::clock;
use crate::app::words::words;
use crate::model::{Assessment, AssessmentId, Edit, QuestionnaireRef, SnapshotId};
use crate::route::StateRef;
use leptos::prelude::*;

impl Workspace {
    /// Keeps how an assessment stands; with `begins_round`, its answers are carried over from there.
    pub fn keep_snapshot(self, id: &AssessmentId, name: String, begins_round: bool) {
        let Some(before) = self.with(id, Clone::clone) else {
            return;
        };
        let said = if begins_round {
            let asked = before.asked(self.questionnaire());
            let answered = asked.filter(|p| before.answer(&p.id).is_some());
            words().began_round(answered.count())
        } else {
            words().kept_snapshot(&name)
        };
        let snapshot = before.snapshot(name, clock::rfc3339(), begins_round);
        let edit = Edit::Keep(clock::snapshot_id(), Some(Box::new(snapshot)));
        self.edit_with_way_back(id, edit, said);
    }

    /// Removes a snapshot, and offers to bring it back.
    pub fn remove_snapshot(self, id: &AssessmentId, snapshot: &SnapshotId) {
        let name = self.with(id, |a| {
            let field = a.snapshots.get(snapshot)?;
            Some(field.value.as_ref()?.name.clone())
        });
        let said = words().removed_snapshot(&name.flatten().unwrap_or_default());
        self.edit_with_way_back(id, Edit::Keep(snapshot.clone(), None), said);
    }

    /// Confirms every answer that is carried over.
    pub fn confirm_all(self, id: &AssessmentId) {
        let carried = self.with(id, |a| a.carried(self.questionnaire()));
        let carried = carried.unwrap_or_default().into_iter();
        let edits = carried.map(|(practice, answer)| Edit::Respond(practice, Some(answer)));
        self.apply_all(id, edits.collect());
    }

    /// Moves an assessment to the present version of the questionnaire.
    pub fn move_version(self, id: &AssessmentId) {
        let to = QuestionnaireRef::of(self.questionnaire());
        self.edit(id, Edit::Move(to));
    }

    /// A state and its name: the snapshot's, or *today*.
    pub fn state_of(self, state: &StateRef) -> Option<(String, Assessment)> {
        let found = self.with(&state.assessment, |a| match &state.snapshot {
            None => Some((words().rounds_today.to_owned(), a.clone())),
            Some(id) => {
                let snapshot = a.snapshots.get(id)?.value.as_ref()?;
                let mut state = snapshot.state.clone();
                state.team = a.team.clone();
                Some((snapshot.name.clone(), state))
            }
        });
        found.flatten().filter(|_| self.has(&state.assessment))
    }

    /// Several edits as one, with a button that takes them back.
    pub(super) fn all_with_way_back(self, id: &AssessmentId, edits: Vec<Edit>, said: String) {
        let before = self.with(id, Clone::clone);
        if self.apply_all(id, edits) {
            let before = vec![(id.clone(), before)];
            self.notice.set(Some(Notice::Imported(said, before)));
        }
    }

    /// An edit that says what was done, with a button that takes it back.
    fn edit_with_way_back(self, id: &AssessmentId, edit: Edit, said: String) {
        let before = self.with(id, Clone::clone);
        if self.edit(id, edit) {
            let before = vec![(id.clone(), before)];
            self.notice.set(Some(Notice::Imported(said, before)));
        }
    }
}
