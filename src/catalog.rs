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

/// A part of the built-in questionnaire that comes after its outline. They can be taken in any order but one: [`QUICK`]
/// comes before [`OTHERS`].
pub struct Part {
    text: &'static str,
    take: fn(Questionnaire, &str) -> Questionnaire,
}

/// Declares a part, whose text the build script wrote.
macro_rules! part {
    ($text:literal, $take:path) => {
        Part {
            text: include_str!(concat!(env!("OUT_DIR"), "/", $text)),
            take: $take,
        }
    };
}

/// What all is called.
pub static TITLES: Part = part!("titles.txt", compact::call);
/// The questions of a quick check: all that most ballots need.
pub static QUICK: Part = part!("quick.txt", compact::ask);
/// The questions that a quick check does not ask.
pub static OTHERS: Part = part!("others.txt", compact::ask_all);
/// What scoring needs, and answering beside questions.
pub static FACTS: Part = part!("facts.txt", compact::grade);
/// What advice is made of: first steps, rules, what is published.
pub static ADVICE: Part = part!("advice.txt", compact::advise);
/// How metrics are measured, and what stands behind the questions.
pub static REST: Part = part!("rest.txt", compact::fill);
/// All that comes after the outline.
pub static PARTS: [&Part; 6] = [&TITLES, &QUICK, &OTHERS, &FACTS, &ADVICE, &REST];

/// The built-in questionnaire as far as these parts tell it.
#[must_use]
pub fn with(parts: &[&Part]) -> Questionnaire {
    let tell = |q, part: &&Part| (part.take)(q, part.text);
    parts.iter().fold(outline(), tell)
}

/// The built-in questionnaire, whole.
#[must_use]
pub fn built_in() -> Questionnaire {
    with(&PARTS)
}

/// Made-up assessments to look at, of the built-in questionnaire, as they stand on a day: the one on
/// which somebody opens them.
#[must_use]
pub fn built_in_samples(questionnaire: &Questionnaire, today: &str) -> Vec<Assessment> {
    let text = include_str!(concat!(env!("OUT_DIR"), "/sample.txt"));
    sample::decode(text, questionnaire, today)
}
