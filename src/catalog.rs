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

/// The built-in questionnaire with what a ballot on the questions of a quick check needs.
#[must_use]
pub fn quick() -> Questionnaire {
    let quick = include_str!(concat!(env!("OUT_DIR"), "/quick.txt"));
    compact::ask(outline(), quick)
}

/// Gives it what answering and scoring need beside questions.
#[must_use]
pub fn graded(q: Questionnaire) -> Questionnaire {
    let facts = include_str!(concat!(env!("OUT_DIR"), "/facts.txt"));
    compact::grade(q, facts)
}

/// Gives it the questions that a quick check does not ask.
#[must_use]
pub fn with_others(q: Questionnaire) -> Questionnaire {
    let others = include_str!(concat!(env!("OUT_DIR"), "/others.txt"));
    compact::ask_all(q, others)
}

/// The built-in questionnaire, whole: with the texts of what follows from answers, too: first steps, how metrics
/// are measured, rules, what is published.
#[must_use]
pub fn built_in() -> Questionnaire {
    let rest = include_str!(concat!(env!("OUT_DIR"), "/rest.txt"));
    compact::fill(with_others(graded(quick())), rest)
}

/// Made-up assessments to look at, of the built-in questionnaire, as they stand on a day: the one on
/// which somebody opens them.
#[must_use]
pub fn built_in_samples(questionnaire: &Questionnaire, today: &str) -> Vec<Assessment> {
    let text = include_str!(concat!(env!("OUT_DIR"), "/sample.txt"));
    sample::decode(text, questionnaire, today)
}
