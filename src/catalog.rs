//! Floor 1: knowledge. The built-in questionnaire, written in `catalog/*.toml`, checked and made
//! compact at build time (`build.rs`).

pub mod compact;
pub mod source;

use crate::model::Questionnaire;

/// The built-in questionnaire. The build script proved that it can be read.
#[must_use]
pub fn built_in() -> Questionnaire {
    compact::decode(include_str!(concat!(env!("OUT_DIR"), "/catalog.txt")))
}
