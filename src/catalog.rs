//! Floor 1: knowledge. The built-in questionnaire, written in `catalog/*.toml`, checked and made
//! compact at build time (`build.rs`).

pub mod compact;
mod library;
pub mod sample;
pub mod source;

pub use library::Library;

use crate::model::{Assessment, Questionnaire};

/// The outline of the built-in questionnaire: ids, titles, weights, and none of its prose. Enough
/// for lists and for scoring. The build script proved that it can be read.
#[must_use]
pub fn outline() -> Questionnaire {
    compact::decode(include_str!(concat!(env!("OUT_DIR"), "/outline.txt")))
}

/// The built-in questionnaire, whole.
#[must_use]
pub fn built_in() -> Questionnaire {
    let prose = include_str!(concat!(env!("OUT_DIR"), "/prose.txt"));
    compact::fill(outline(), prose)
}

/// A made-up assessment to look at, of the built-in questionnaire.
#[must_use]
pub fn built_in_sample(questionnaire: &Questionnaire) -> Assessment {
    let text = include_str!(concat!(env!("OUT_DIR"), "/sample.txt"));
    sample::decode(text, questionnaire)
}
