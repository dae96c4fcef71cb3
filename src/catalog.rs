//! Floor 1: knowledge. The built-in questionnaire, written in `catalog/*.toml`, checked and made
//! compact at build time (`build.rs`).

pub mod compact;
mod library;
mod lines;
mod prose;
mod published;
pub mod sample;
pub mod sample_file;
pub mod source;

pub use library::{Known, Library};

use crate::model::{Assessment, Questionnaire};

/// The outline of the built-in questionnaire: its ids, and what of them is asked in a quick check.
/// Enough to list assessments and to count their answers. The build script proved that it can be
/// read.
#[must_use]
pub fn outline() -> Questionnaire {
    compact::decode(include_str!(concat!(env!("OUT_DIR"), "/outline.txt")))
}

/// The built-in questionnaire with what a ballot needs.
#[must_use]
pub fn questions() -> Questionnaire {
    let questions = include_str!(concat!(env!("OUT_DIR"), "/questions.txt"));
    compact::ask(outline(), questions)
}

/// The built-in questionnaire with all that answering and scoring need, and without the texts of what follows
/// from answers: first steps, how metrics are measured, rules, what is published.
#[must_use]
pub fn graded() -> Questionnaire {
    let facts = include_str!(concat!(env!("OUT_DIR"), "/facts.txt"));
    compact::grade(questions(), facts)
}

/// The built-in questionnaire, whole.
#[must_use]
pub fn built_in() -> Questionnaire {
    let rest = include_str!(concat!(env!("OUT_DIR"), "/rest.txt"));
    compact::fill(graded(), rest)
}

/// Made-up assessments to look at, of the built-in questionnaire, as they stand on a day: the one on
/// which somebody opens them.
#[must_use]
pub fn built_in_samples(questionnaire: &Questionnaire, today: &str) -> Vec<Assessment> {
    let text = include_str!(concat!(env!("OUT_DIR"), "/sample.txt"));
    sample::decode(text, questionnaire, today)
}
