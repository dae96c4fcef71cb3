//! A document that is being written: what it asks so far, even where that cannot be used yet.

use super::places::Places;
use super::remark::Remark;
use super::{apply, bounds, document, regret};
use crate::model::{Questionnaire, validate};

/// A document that can be read, and what it comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The document.
    pub text: String,
    /// What it asks. Its version is the one that the document claims.
    pub questionnaire: Questionnaire,
    /// Whether it says only what differs from what it extends.
    pub extends: bool,
    /// What is wrong with it, in the order of the document.
    pub wrong: Vec<Remark>,
    /// What its author may regret, in the order of the document.
    pub regrets: Vec<Remark>,
}

impl Draft {
    /// Reads a document. `base` is what it may extend.
    ///
    /// # Errors
    /// Why nothing can be made of it: it is no TOML, or an entry lacks something.
    pub fn read(text: &str, base: &Questionnaire) -> Result<Self, Vec<Remark>> {
        let mut places = Places::new(text);
        let Some(document) = document::read(text, &mut places) else {
            return Err(places.wrong());
        };
        let (questionnaire, extends, _) = apply::apply(document, base, &mut places);
        if bounds::holds(&questionnaire, &mut places) {
            for mistake in validate::questionnaire(&questionnaire) {
                places.add(&mistake);
            }
            regret::look(&questionnaire, &mut places);
        }
        let [wrong, regrets] = places.both();
        Ok(Self {
            text: text.to_owned(),
            questionnaire,
            extends: extends.is_some(),
            wrong,
            regrets,
        })
    }
}
