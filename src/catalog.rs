//! Floor 1: knowledge. The built-in questionnaire, written in `catalog/*.toml`, checked and made
//! compact at build time (`build.rs`).

pub mod compact;
pub mod sample;
pub mod source;

use crate::model::{Assessment, Questionnaire};

/// The built-in questionnaire. The build script proved that it can be read.
#[must_use]
pub fn built_in() -> Questionnaire {
    compact::decode(include_str!(concat!(env!("OUT_DIR"), "/catalog.txt")))
}

/// A made-up assessment to look at, of the built-in questionnaire.
#[must_use]
pub fn built_in_sample(questionnaire: &Questionnaire) -> Assessment {
    let text = include_str!(concat!(env!("OUT_DIR"), "/sample.txt"));
    sample::decode(text, questionnaire)
}
