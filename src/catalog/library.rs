//! The questionnaires that are known, by id and version.

use crate::model::{Questionnaire, QuestionnaireRef};

/// The questionnaires that are known: built in, and, later, those that came with files. They live as
/// long as the program, so that whoever shows one need not copy it.
#[derive(Debug, Clone)]
pub struct Library {
    built_in: &'static Questionnaire,
    others: Vec<&'static Questionnaire>,
}

impl Library {
    /// A library of the built-in questionnaire alone.
    #[must_use]
    pub fn new(built_in: &'static Questionnaire) -> Self {
        Self {
            built_in,
            others: Vec::new(),
        }
    }

    /// The built-in questionnaire.
    #[must_use]
    pub fn built_in(&self) -> &'static Questionnaire {
        self.built_in
    }

    /// Takes the whole of the built-in questionnaire for its outline.
    pub fn complete(&mut self, whole: &'static Questionnaire) {
        self.built_in = whole;
    }

    /// Adds a questionnaire. One with its id and version is replaced.
    pub fn add(&mut self, questionnaire: &'static Questionnaire) {
        let is_other =
            |q: &&Questionnaire| (&q.id, &q.version) != (&questionnaire.id, &questionnaire.version);
        self.others.retain(is_other);
        self.others.push(questionnaire);
    }

    /// The questionnaire of a reference: of that version, or the latest known of that id; the built-in
    /// one where none is known.
    #[must_use]
    pub fn of(&self, reference: &QuestionnaireRef) -> &'static Questionnaire {
        let own = || self.others.iter().rev().filter(|q| q.id == reference.id);
        let exact = own().find(|q| q.version == reference.version);
        exact.or(own().next()).copied().unwrap_or(self.built_in)
    }

    /// Whether a questionnaire with this id is known.
    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        self.built_in.id == id || self.others.iter().any(|q| q.id == id)
    }
}
