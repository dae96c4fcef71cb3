//! A document that is being written: what it asks so far, even where that cannot be used yet.

use super::places::Places;
use super::remark::Remark;
use super::{Aside, Beside, Branding, Credit, apply, aside, bounds, document, regret};
use crate::formats::brand::Brand;
use crate::model::{Questionnaire, validate};
use std::collections::BTreeSet;

/// A document that can be read, and what it comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// The document.
    pub text: String,
    /// What it asks. Its version is the one that the document claims.
    pub questionnaire: Questionnaire,
    /// Whether it says only what differs from what it extends.
    pub extends: bool,
    /// How it differs in practices from what it extends.
    pub beside: Beside,
    /// Whose it is, as the document says it, right or wrong.
    pub branding: Option<Branding>,
    /// The same, as far as it can be shown.
    pub brand: Option<Brand>,
    /// From whose model it was made, where it says so.
    pub source: Option<Credit>,
    /// The metrics, rules and terms that it leaves out by name: their tables, and their ids.
    pub(super) dropped: BTreeSet<(&'static str, String)>,
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
        let mut places = Places::beside_fields(text);
        let Some(mut document) = document::read(text, &mut places) else {
            return Err(places.wrong());
        };
        let Aside {
            branding,
            brand,
            source,
        } = aside(&mut document, &mut places);
        let gone = &document.dropped;
        let gone = [
            ("metric", &gone.metric),
            ("rule", &gone.rule),
            ("term", &gone.term),
        ];
        let gone = gone
            .iter()
            .flat_map(|(table, ids)| ids.iter().map(|id| (*table, id.clone())));
        let dropped = gone.collect();
        let (questionnaire, extends, beside) = apply::apply(document, base, &mut places);
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
            beside,
            dropped,
            branding,
            brand,
            source,
            wrong,
            regrets,
        })
    }
}
