//! A questionnaire as one TOML document: a whole one, or what somebody adds to the built-in one, drops from
//! it and changes in it. `docs/questionnaires.md` describes it for authors.

mod apply;
mod bounds;
mod brand;
mod change;
mod document;
mod places;
mod regret;
mod remark;
mod schema;
mod tables;

use crate::formats::brand::Brand;
use crate::model::knowledge::is_address;
use crate::model::{Questionnaire, validate};
use places::Places;

pub use apply::Beside;
pub use bounds::{MAX_BYTES, MAX_PRACTICES};
pub use document::Credit;
pub use regret::TO_WRITE;
pub use remark::Remark;
pub use schema::schema;

/// A questionnaire that was read, and what its author may regret.
#[derive(Debug, Clone, PartialEq)]
pub struct Own {
    /// It, with what it extends.
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
    if text.len() > MAX_BYTES {
        let message = format!(
            "it has {} bytes, and {MAX_BYTES} are read: keep pictures out of it, and split it in two",
            text.len()
        );
        places.wrong_at(None, "", message);
        return Err(places.wrong());
    }
    let read = document::read(text, &mut places);
    let Some(mut document) = read else {
        return Err(places.wrong());
    };
    let source = document.source.take();
    if let Some(source) = &source {
        credit(source, &mut places);
    }
    let brand = document.brand.take();
    let brand = brand.map(|brand| brand::check(brand, &mut places));
    let applied = apply::apply(document, base, &mut places);
    let Some((questionnaire, extends, beside)) = applied else {
        return Err(places.wrong());
    };
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
    Ok(Own {
        questionnaire,
        extends,
        brand,
        source,
        beside,
        regrets: places.regrets(),
    })
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
