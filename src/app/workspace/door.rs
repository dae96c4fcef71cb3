//! The one door through which assessments change.

use super::{Notice, Workspace, trigger};
use crate::app::browser::clock;
use crate::app::later::Arrival;
use crate::model::{Answer, AssessmentId, Edit, PracticeId, history::Step};
use crate::storage;
use leptos::prelude::*;

impl Workspace {
    /// The door: applies a change, keeps it, and only then tells those who show it. Says whether
    /// there was room for it.
    pub fn edit(self, id: &AssessmentId, edit: Edit) -> bool {
        self.forget_notice();
        let Some(mut inverses) = self.change(id, vec![edit.clone()]) else {
            return false;
        };
        if let Some(inverse) = inverses.pop() {
            self.state
                .update_value(|s| s.history.record(id, &edit, inverse));
        }
        true
    }

    /// Answers a practice; a reason that was given before comes back with its choice.
    pub fn respond(self, id: &AssessmentId, practice: PracticeId, answer: Option<Answer>) {
        let edit = self.state.try_update_value(|s| {
            let assessment = s.assessments.get(id)?;
            Some(s.reasons.answer(assessment, practice, answer))
        });
        if let Some(edit) = edit.flatten() {
            self.edit(id, edit);
        }
    }

    /// Several changes that belong together: kept, shown and undone as one.
    pub fn edit_all(self, id: &AssessmentId, edits: Vec<Edit>) {
        self.forget_notice();
        if let Some(inverses) = self.change(id, edits) {
            self.state
                .update_value(|s| s.history.record_all(id, inverses));
        }
    }

    /// What is taken back from here on is what is done now.
    fn forget_notice(self) {
        let notice = self.notice.get_untracked();
        if matches!(notice, Some(Notice::Imported(..) | Notice::Full(_))) {
            self.notice.set(None);
        }
    }

    /// Takes the last change back; says where it was.
    pub fn undo(self) -> Option<Step> {
        let step = self
            .state
            .try_update_value(|s| s.history.undo())
            .flatten()?;
        let inverses = self.change(&step.0, step.1.clone())?;
        self.state
            .update_value(|s| s.history.undone(&step.0, inverses));
        Some(step)
    }

    /// Does again what was taken back.
    pub fn redo(self) -> Option<Step> {
        let step = self
            .state
            .try_update_value(|s| s.history.redo())
            .flatten()?;
        let inverses = self.change(&step.0, step.1.clone())?;
        self.state
            .update_value(|s| s.history.redone(&step.0, inverses));
        Some(step)
    }

    /// Applies, keeps, tells; gives the inverses. `None` when there is no such assessment, or no
    /// room for it, which is said.
    pub(super) fn change(self, id: &AssessmentId, edits: Vec<Edit>) -> Option<Vec<Edit>> {
        let (inverses, triggers) = self.write(id, edits)?;
        self.keep(id);
        triggers.iter().for_each(ArcTrigger::notify);
        self.notify_any();
        Some(inverses)
    }

    /// Applies edits, all or none; gives their inverses, and whom to tell.
    pub(super) fn write(
        self,
        id: &AssessmentId,
        edits: Vec<Edit>,
    ) -> Option<(Vec<Edit>, Vec<ArcTrigger>)> {
        if self.is_read_only(id) {
            return None;
        }
        // What the first page changes always has room.
        let later = match self.later.get_untracked() {
            Arrival::Here(later) => Some(later),
            _ => None,
        };
        let written = self.state.try_update_value(|s| {
            let triggers = edits
                .iter()
                .filter_map(|edit| match (edit, edit.practice()) {
                    (_, Some(practice)) => trigger(&s.practices, practice),
                    (Edit::Measure(metric, _), None) => trigger(&s.metrics, metric),
                    (_, None) => None,
                });
            let triggers = triggers.cloned().collect();
            let (clock, assessment) = (&mut s.clock, s.assessments.get_mut(id)?);
            let stamp = || clock.tick(clock::millis());
            let written = storage::write(assessment, edits, later.map(|l| l.room), stamp);
            Some(written.map(|inverses| (inverses, triggers)))
        });
        match written.flatten()? {
            Ok(written) => Some(written),
            Err(limit) => {
                let why = later.map(|later| (later.full)(limit));
                self.notice.set(why.map(Notice::Full));
                None
            }
        }
    }
}
