//! Changes to a document that leave everything else in it as its author wrote it.

mod blank;
mod choice;
mod entries;
mod facts;
mod field;
mod fields;
mod history;
mod order;
mod outline;
mod own;
mod part;
mod trial;
mod whose;

use super::draft::Draft;
use crate::model::{DimensionId, DisciplineId, PracticeId, Questionnaire, TermId};
use entries::read;

pub use blank::{blank, id_from, raised, under};
pub use facts::Fact;
pub use field::{Field, Set};
pub use history::History;
pub use outline::{Dimensions, Outline};
pub use part::{Part, Refusal, Way};
pub use trial::Trial;
pub use whose::Whose;

/// One change to a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    /// What the questionnaire is called.
    Title(String),
    /// Its version.
    Version(String),
    /// Whose it is, or from whose model: this field says this, or nothing.
    Whose(Whose, String),
    /// Nothing says any more whose it is.
    NoBrand,
    /// A field of a part that is asked says this.
    Set(Part, Set),
    /// A field says again what it says in what is extended.
    AsBase(Part, Field),
    /// A practice of what is extended is asked, or left out.
    Ask(PracticeId, bool),
    /// A practice is part of the quick check, or is not.
    Quick(PracticeId, bool),
    /// A new practice, with nothing but a title.
    AddPractice(PracticeId, DimensionId, String),
    /// A new dimension.
    AddDimension(DimensionId, DisciplineId, String),
    /// A new discipline.
    AddDiscipline(DisciplineId, String),
    /// A new term of the glossary.
    AddTerm(TermId, String),
    /// A metric, a rule or a term of what is extended is kept, or left out.
    Keep(Part, bool),
    /// What the document itself brings goes, with what is in it.
    Remove(Part),
    /// A practice changes places with its neighbour.
    Move(PracticeId, Way),
}

impl Draft {
    /// The document after a change. `base` is what it may extend.
    ///
    /// # Errors
    /// Why it cannot be made. Nothing is changed then.
    pub fn edited(&self, base: &Questionnaire, edit: &Edit) -> Result<Self, Refusal> {
        let mut doc = read(&self.text)?;
        match edit {
            Edit::Title(text) => entries::set_head(&mut doc, "title", text)?,
            Edit::Version(text) => entries::set_head(&mut doc, "version", text)?,
            Edit::Whose(field, text) => whose::say(&mut doc, self, *field, text)?,
            Edit::NoBrand => whose::unbrand(&mut doc),
            Edit::Set(part, set) => fields::set(&mut doc, self, base, part, set)?,
            Edit::AsBase(part, field) => {
                entries::take_out(&mut doc, part.table(), part.id(), field.key());
            }
            Edit::Ask(id, is_asked) => choice::ask(&mut doc, self, base, id, *is_asked)?,
            Edit::Quick(id, is_quick) => choice::quick(&mut doc, self, base, id, *is_quick)?,
            Edit::AddPractice(id, dimension, title) => {
                own::is_free(self, base, id.as_str())?;
                choice::open(&mut doc, base, dimension, None);
                own::add(
                    &mut doc,
                    self,
                    "practice",
                    own::practice(id, dimension, title),
                );
            }
            Edit::AddDimension(id, discipline, title) => {
                own::is_free(self, base, id.as_str())?;
                own::add(
                    &mut doc,
                    self,
                    "dimension",
                    own::dimension(id, discipline, title),
                );
            }
            Edit::AddDiscipline(id, title) => {
                own::is_free(self, base, id.as_str())?;
                own::add(&mut doc, self, "discipline", own::discipline(id, title));
            }
            Edit::AddTerm(id, title) => {
                own::is_free(self, base, id.as_str())?;
                own::add(&mut doc, self, "term", own::term(id, title));
            }
            Edit::Keep(part, is_kept) => choice::keep(&mut doc, self, base, part, *is_kept)?,
            Edit::Remove(part) => own::remove(&mut doc, self, part)?,
            Edit::Move(id, way) => order::shift(&mut doc, self, base, id, *way)?,
        }
        Self::read(&doc.to_string(), base).map_err(|_| Refusal::Unreadable)
    }

    /// What the document extends; nothing for a whole one.
    fn theirs<'b>(&self, base: &'b Questionnaire) -> Option<&'b Questionnaire> {
        self.extends.then_some(base)
    }
}
