//! One assessment, for whoever shows it.

use super::Shell;
use crate::desk::{Access, Desk, Transaction};
use crate::model::{
    Answer, Assessment, AssessmentId, Edit, MetricId, PracticeId, Questionnaire, Workshop,
    WorkshopId,
};
use crate::route::{Page, Route};
use crate::scoring::{Scorecard, score};

/// An assessment and the shell that it is in.
#[derive(Clone, Copy)]
pub struct Open {
    pub shell: Shell,
    pub id: &'static AssessmentId,
}

impl Shell {
    /// The assessment with this id, for whoever shows it.
    pub fn open(self, id: &AssessmentId) -> Open {
        Open {
            shell: self,
            id: self.ids.assessment(id),
        }
    }
}

impl Open {
    /// The questionnaire that it answers.
    pub fn questionnaire(self) -> &'static Questionnaire {
        self.shell.look(|desk| desk.questionnaire(self.id))
    }

    /// A page of it.
    pub fn route(self, page: Page) -> Route {
        Route::Assessment(self.id.clone(), page)
    }

    /// Looks at it without tracking. `None` when it is gone.
    pub fn with<T>(self, look: impl FnOnce(&Assessment) -> T) -> Option<T> {
        self.shell.with(self.id, look)
    }

    /// Changes one field.
    pub fn edit(self, edit: Edit) {
        self.shell.run(Transaction::of(self.id, edit));
    }

    /// Answers a practice.
    pub fn respond(self, practice: &PracticeId, answer: Option<Answer>) {
        self.edit(Edit::Respond(practice.clone(), answer));
    }

    /// Does what the desk makes of it, if that is anything.
    pub fn run_made<M: Into<Option<Transaction>>>(
        self,
        make: impl FnOnce(&Desk, &AssessmentId) -> M,
    ) {
        self.shell.run_made(|desk| make(desk, self.id));
    }

    /// The team's name; empty when the assessment is gone.
    pub fn team(self) -> String {
        self.shell.look(|desk| desk.team(self.id))
    }

    /// The answer to a practice; tracks it.
    pub fn answer(self, practice: &PracticeId) -> Option<Answer> {
        self.track_practice(practice);
        self.with(|a| a.answer(practice).cloned())?
    }

    /// The workshop that is under way; tracks every change.
    pub fn open_workshop(self) -> Option<(&'static WorkshopId, Workshop)> {
        self.track_any();
        let (id, workshop) = self.with(|a| {
            let (id, workshop) = a.open_workshop()?;
            Some((id.clone(), workshop.clone()))
        })??;
        Some((self.shell.ids.workshop(&id), workshop))
    }

    /// Looks at a workshop. `None` when it is gone.
    pub fn look_at<T>(self, workshop: &WorkshopId, look: impl FnOnce(&Workshop) -> T) -> Option<T> {
        self.with(|a| a.workshop(workshop).map(look)).flatten()
    }

    /// The id of a workshop, for whoever shows it.
    pub fn workshop_id(self, id: &WorkshopId) -> &'static WorkshopId {
        self.shell.ids.workshop(id)
    }

    /// Whether it is shown from a file, and kept nowhere.
    pub fn is_guest(self) -> bool {
        self.access() == Some(Access::Guest)
    }

    /// Whether it can only be looked at.
    pub fn is_read_only(self) -> bool {
        self.access() != Some(Access::Own)
    }

    fn access(self) -> Option<Access> {
        self.shell.look(|desk| desk.access(self.id))
    }

    /// Tracks one practice's answer.
    pub fn track_practice(self, id: &PracticeId) {
        self.shell.track_practice(id);
    }

    /// Tracks one metric's measurement.
    pub fn track_metric(self, id: &MetricId) {
        self.shell.track_metric(id);
    }

    /// Tracks every change.
    pub fn track_any(self) {
        self.shell.track_any();
    }

    /// The scorecard as it is now; tracks every change. `None` when the assessment is gone. Each
    /// page shows it in one place, so there is nothing that a memo would save.
    pub fn scorecard(self) -> Option<Scorecard> {
        self.track_any();
        self.with(|a| score(self.questionnaire(), a))
    }
}
