//! Somebody at a desk with one assessment, whose stores never answer.

use crate::desk_world::small;
use crate::world::{NOW, empty, practice};
use plumbline::catalog::Library;
use plumbline::desk::{Desk, Effect, Input, Now, Said, Transaction};
use plumbline::model::{Answer, Assessment, AssessmentId, Edit, WriterId};
use plumbline::storage::Opening;

/// The desk, and the assessment that is looked at.
pub struct AtDesk {
    pub desk: Desk,
    pub id: AssessmentId,
}

impl AtDesk {
    /// With an empty assessment.
    pub fn new() -> Self {
        Self::with(vec![empty()])
    }

    /// With these; the first one is looked at.
    pub fn with(assessments: Vec<Assessment>) -> Self {
        let id = assessments[0].id.clone();
        let opening = Opening {
            assessments,
            ..Opening::default()
        };
        let (writer, now) = (WriterId::parse("w").unwrap(), Now { millis: NOW });
        let desk = Desk::new(writer, now, Library::new(small()), Ok(opening));
        Self { desk, id }
    }

    /// Hands the desk what happened. Returns what it says.
    pub fn act(&mut self, input: Input) -> Option<Said> {
        let (_, effects) = self.desk.handle(Now { millis: NOW }, input);
        let mut said = effects.into_iter().filter_map(|effect| match effect {
            Effect::Say(said) => Some(said),
            _ => None,
        });
        said.next_back()
    }

    pub fn run(&mut self, transaction: Transaction) -> Option<Said> {
        self.act(Input::Do(transaction))
    }

    pub fn edit(&mut self, edit: Edit) -> Option<Said> {
        self.run(Transaction::of(&self.id.clone(), edit))
    }

    /// As a choice, a key or a letter does it.
    pub fn answer(&mut self, of: &str, answer: Option<Answer>) -> Option<Said> {
        self.edit(Edit::Respond(practice(of), answer))
    }

    /// Takes back what was done last to the assessment; says whether there was anything.
    pub fn undo(&mut self) -> bool {
        matches!(
            self.act(Input::Undo(Some(self.id.clone()))),
            Some(Said::Undone(_))
        )
    }

    pub fn redo(&mut self) -> bool {
        matches!(
            self.act(Input::Redo(Some(self.id.clone()))),
            Some(Said::Undone(_))
        )
    }

    /// The assessment as it stands.
    pub fn now(&self) -> Assessment {
        self.desk.with(&self.id, Clone::clone).unwrap()
    }
}
