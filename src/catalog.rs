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

/// A part of the built-in questionnaire that comes after its outline. Each can be taken as soon as it is here, in any
/// order but one: [`QUICK`] comes before [`OTHERS`].
pub struct Part {
    text: &'static str,
    take: fn(Questionnaire, &str) -> Questionnaire,
    /// Whether a questionnaire has it.
    is_told: fn(&Questionnaire) -> bool,
}

/// Declares a part, whose text the build script wrote.
macro_rules! part {
    ($text:literal, $take:path, $is_told:expr) => {
        Part {
            text: include_str!(concat!(env!("OUT_DIR"), "/", $text)),
            take: $take,
            is_told: $is_told,
        }
    };
}

/// What all is called.
pub static TITLES: Part = part!("titles.txt", compact::call, |q| {
    q.dimensions.iter().any(|d| !d.title.is_empty())
});
/// The questions of a quick check: all that most ballots need.
pub static QUICK: Part = part!("quick.txt", compact::ask, |q| {
    q.practices.iter().any(|p| p.quick && p.is_told())
});
/// The questions that a quick check does not ask.
pub static OTHERS: Part = part!("others.txt", compact::ask_all, |q| {
    q.practices.iter().any(|p| !p.quick && p.is_told())
});
/// What scoring needs, and answering beside questions.
pub static FACTS: Part = part!("facts.txt", compact::grade, |q| {
    q.metrics.iter().any(|m| !m.title.is_empty())
});
/// What advice is made of: first steps, rules, what is published.
pub static ADVICE: Part = part!("advice.txt", compact::advise, |q| !q.rules.is_empty());
/// How metrics are measured, and what stands behind the questions.
pub static REST: Part = part!("rest.txt", compact::fill, |q| !q.covers.is_empty());
/// All that comes after the outline.
pub static PARTS: [&Part; 6] = [&TITLES, &QUICK, &OTHERS, &FACTS, &ADVICE, &REST];

/// Gives the built-in questionnaire those of the parts that it does not have yet. `None` where it has them all.
#[must_use]
pub fn told(q: &Questionnaire, parts: &[&Part]) -> Option<Questionnaire> {
    let mut missing = parts.iter().filter(|part| !(part.is_told)(q)).peekable();
    missing.peek()?;
    Some(missing.fold(q.clone(), |q, part| (part.take)(q, part.text)))
}

/// The built-in questionnaire, whole.
#[must_use]
pub fn built_in() -> Questionnaire {
    let outline = outline();
    told(&outline, &PARTS).unwrap_or(outline)
}

/// Made-up assessments to look at, of the built-in questionnaire, as they stand on a day: the one on
/// which somebody opens them.
#[must_use]
pub fn built_in_samples(questionnaire: &Questionnaire, today: &str) -> Vec<Assessment> {
    let text = include_str!(concat!(env!("OUT_DIR"), "/sample.txt"));
    sample::decode(text, questionnaire, today)
}
