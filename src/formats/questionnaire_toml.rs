//! A questionnaire as one TOML document: a whole one, or what somebody adds to the built-in one, drops from
//! it and changes in it. `docs/questionnaires.md` describes it for authors.

mod apply;
mod bounds;
mod brand;
mod change;
mod document;
mod draft;
mod edit;
mod places;
mod regret;
mod remark;
mod schema;
mod tables;
mod value;

use super::assessment_json::digest;
use crate::catalog::compact;
use crate::formats::brand::Brand;
use crate::model::knowledge::is_address;
use crate::model::{Questionnaire, validate};
use document::Document;
use places::Places;

pub use apply::Beside;
pub use bounds::{MAX_BYTES, MAX_PRACTICES};
pub use brand::Branding;
pub use document::Credit;
pub use draft::Draft;
pub use edit::{
    Dimensions, Edit, Fact, Field, History, Outline, Part, Refusal, Set, Trial, Way, Whose, blank,
    id_from, raised, under,
};
pub use regret::TO_WRITE;
pub use remark::Remark;
pub use schema::schema;

/// A questionnaire that was read, and what its author may regret.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// It, with what it extends. Behind the number of its version stands a digest of its content, such as
    /// `1.0.0+5f3a91c4`, so that two that claim one number are told apart.
    pub questionnaire: Questionnaire,
    /// The id and the version of what it extends.
    pub extends: Option<(String, String)>,
    /// Whose it is, where it says so.
    pub brand: Option<Brand>,
    /// From whose model it was made, where it says so.
    pub source: Option<Credit>,
    /// How many practices are new, changed and gone beside what it extends.
    pub beside: Beside,
    /// What is allowed, and would be better otherwise, in the order of the document.
    pub regrets: Vec<Remark>,
}

/// Reads a document. `base` is what it may extend.
///
/// # Errors
/// Everything that is wrong with it, all at once, in the order of the document.
pub fn decode(text: &str, base: &Questionnaire) -> Result<Own, Vec<Remark>> {
    let mut places = Places::new(text);
    let read = document::read(text, &mut places);
    let Some(mut document) = read else {
        return Err(places.wrong());
    };
    let Aside { brand, source, .. } = aside(&mut document, &mut places);
    let (mut questionnaire, extends, beside) = apply::apply(document, base, &mut places);
    if places.is_wrong() {
        return Err(places.wrong());
    }
    if bounds::holds(&questionnaire, &mut places) {
        for mistake in validate::questionnaire(&questionnaire) {
            places.add(&mistake);
        }
    }
    if !places.is_wrong() {
        regret::look(&questionnaire, &mut places);
    }
    if places.is_wrong() {
        return Err(places.wrong());
    }
    let content = print(&questionnaire, text);
    questionnaire.version = [&questionnaire.version, "+", &content].concat();
    Ok(Own {
        questionnaire,
        extends,
        brand,
        source,
        beside,
        regrets: places.regrets(),
    })
}

/// What a document says beside what it asks.
struct Aside {
    branding: Option<Branding>,
    brand: Option<Brand>,
    source: Option<Credit>,
}

/// Takes it out of the document; says what is wrong with it.
fn aside(document: &mut Document, places: &mut Places) -> Aside {
    let source = document.source.take();
    if let Some(source) = &source {
        credit(source, places);
    }
    let branding = document.brand.take();
    let brand = branding.as_ref().map(|own| brand::check(own, places));
    Aside {
        branding,
        brand,
        source,
    }
}

/// Digits that tell what is asked apart from anything else: of the content, whatever way it was written.
fn print(q: &Questionnaire, text: &str) -> String {
    // A text over several lines has no compact form.
    let content = compact::content(q);
    let mut digits = digest(content.as_deref().unwrap_or(text));
    digits.truncate(8);
    digits
}

fn credit(source: &Credit, places: &mut Places) {
    let length = source.title.trim().chars().count();
    if !(1..=120).contains(&length) {
        places.wrong_with("source/title", "a title has 1 to 120 characters");
    }
    if !source.url.is_empty() && !is_address(&source.url) {
        places.wrong_with("source/url", "an address begins with https://");
    }
    if source.licence.chars().count() > 200 {
        places.wrong_with(
            "source/licence",
            "at most 200 characters are kept of a licence",
        );
    }
}
