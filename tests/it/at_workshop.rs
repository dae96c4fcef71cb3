//! A desk with a workshop on two practices, as tests steer it.

use crate::at_desk::AtDesk;
use crate::collation::READER;
use crate::world::{NOW, id};
use plumbline::desk::{Desk, Input, Taken, Transaction};
use plumbline::formats::ballot_code::sealed::Opened;
use plumbline::model::{AssessmentId, Edit, Workshop, WorkshopId};
use plumbline::workshop::Session;

/// The room, and the workshop that it holds.
pub struct Room {
    pub at: AtDesk,
    pub workshop: WorkshopId,
}

impl Room {
    /// One that is asked two practices, and all else as is said.
    pub fn of(asked: Workshop) -> Self {
        let mut at = AtDesk::new();
        let workshop: WorkshopId = id("w");
        let asked = Workshop {
            practices: vec![id("a1"), id("b1")],
            ..asked
        };
        at.edit(Edit::Workshop(workshop.clone(), Some(Box::new(asked))));
        Self { at, workshop }
    }

    pub fn held(&self) -> Workshop {
        self.at.now().workshop(&self.workshop).unwrap().clone()
    }

    pub fn session(&self) -> Session {
        Session::of(self.at.desk.questionnaire(&self.at.id), &self.held())
    }

    /// Does what the desk makes for this workshop.
    pub fn run(
        &mut self,
        make: impl FnOnce(&Desk, &AssessmentId, &WorkshopId) -> Option<Transaction>,
    ) {
        let made = make(&self.at.desk, &self.at.id, &self.workshop);
        self.at.act(Input::Do(made.unwrap()));
    }

    /// Takes the ballots of a text in; of those that are sealed, what came of each is told.
    pub fn take(&mut self, text: &str, opened: &[Opened]) -> Taken {
        let mut taken = Taken::default();
        self.run(|desk, id, workshop| {
            let (found, cast) = desk.take_opened(id, workshop, text, opened)?;
            taken = found;
            Some(cast)
        });
        taken
    }

    pub fn reveal(&mut self) {
        self.run(|desk, id, workshop| desk.reveal(id, workshop, NOW));
    }

    pub fn finish(&mut self) {
        self.run(|desk, id, workshop| desk.finish(id, workshop, READER));
    }
}
