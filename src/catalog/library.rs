//! The questionnaires that are known, by id and version.

use crate::model::version::numbers;
use crate::model::{Questionnaire, QuestionnaireRef};

/// A questionnaire that came with a file.
#[derive(Debug, Clone, Copy)]
pub struct Known {
    /// It.
    pub questionnaire: &'static Questionnaire,
    /// The document that it was read from.
    pub text: &'static str,
    /// The id of what it extends.
    pub extends: Option<&'static str>,
}

/// The questionnaires that are known: built in, and those that came with files. They live as
/// long as the program, so that whoever shows one need not copy it.
#[derive(Debug, Clone)]
pub struct Library {
    built_in: &'static Questionnaire,
    /// By id; of one id, the latest version last.
    others: Vec<Known>,
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

    /// Takes more of the built-in questionnaire for what is here of it.
    pub fn complete(&mut self, more: &'static Questionnaire) {
        self.built_in = more;
    }

    /// Adds a questionnaire, unless it is here. Its version tells it apart from every other.
    pub fn add(&mut self, new: Known) {
        if self
            .exact(&QuestionnaireRef::of(new.questionnaire))
            .is_some()
        {
            return;
        }
        self.others.push(new);
        self.others.sort_by(|a, b| {
            let key = |known: &Known| {
                (
                    known.questionnaire.id.as_str(),
                    numbers(&known.questionnaire.version),
                )
            };
            key(a).cmp(&key(b))
        });
    }

    /// All of them: the built-in one, then those that came with files, the latest version first.
    pub fn all(&self) -> impl Iterator<Item = &'static Questionnaire> {
        let others = self.others.iter().rev().map(|known| known.questionnaire);
        std::iter::once(self.built_in).chain(others)
    }

    /// Those that came with files, by id; of one id, the latest version last.
    #[must_use]
    pub fn others(&self) -> &[Known] {
        &self.others
    }

    /// The questionnaire that came with a file under exactly this reference.
    #[must_use]
    pub fn exact(&self, reference: &QuestionnaireRef) -> Option<Known> {
        let mut others = self.others.iter();
        others.find(|known| is_it(known, reference)).copied()
    }

    /// The questionnaire of a reference: of that version, or the latest known of that id; the built-in
    /// one where none is known.
    #[must_use]
    pub fn of(&self, reference: &QuestionnaireRef) -> &'static Questionnaire {
        let mut found = self.built_in;
        for known in &self.others {
            if is_it(known, reference) {
                return known.questionnaire;
            }
            if known.questionnaire.id == reference.id {
                found = known.questionnaire;
            }
        }
        found
    }

    /// A later version than that of a reference, where one is known: the latest.
    #[must_use]
    pub fn later(&self, reference: &QuestionnaireRef) -> Option<&'static Questionnaire> {
        let own = self.others.iter().rev().map(|known| known.questionnaire);
        let mut own = own.filter(|q| q.id == reference.id);
        own.next()
            .filter(|q| numbers(&q.version) > numbers(&reference.version))
    }

    /// Whether a questionnaire with this id is known.
    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        self.built_in.id == id || self.others.iter().any(|known| known.questionnaire.id == id)
    }
}

fn is_it(known: &Known, reference: &QuestionnaireRef) -> bool {
    (&known.questionnaire.id, &known.questionnaire.version) == (&reference.id, &reference.version)
}
