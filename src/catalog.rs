//! Floor 1: knowledge. The built-in questionnaire, written in `catalog/*.toml`, checked and made
//! compact at build time (`build.rs`).

pub mod compact;
pub mod source;

use crate::model::Questionnaire;

/// The built-in questionnaire.
///
/// # Panics
/// Never in a build that succeeded: the build script reads back what it wrote.
#[must_use]
#[expect(clippy::expect_used, reason = "the build script proved that it parses")]
pub fn built_in() -> Questionnaire {
    compact::decode(include_str!(concat!(env!("OUT_DIR"), "/catalog.txt")))
        .expect("the build script proved that it parses")
}
