//! Floor 3: the sentences of pages and reports, and what people read of errors. The heads of CSV files
//! and the Markdown of the questionnaire have their own, with their formats; so have index.html and
//! boot.js, which speak before the app is there.
#![expect(missing_docs, reason = "a sentence is its own documentation")]

mod ballots;
mod editor;
mod fixed;
mod headline;
mod home;
mod incoming;
mod insight;
mod keeping;
mod language;
mod library;
mod links;
mod numbers;
mod pages;
mod portfolio;
mod prompts;
mod published;
mod questions;
mod refusals;
mod results;
mod round_names;
mod rounds;
mod said;
mod sample;
mod scanning;
mod session;
mod stores;
mod strip;
mod study;
mod workshop;

pub use ballots::{BallotWords, ballot_words};
pub use fixed::Fixed;
pub use home::{GLIMPSE, home_words};
pub use language::{Language, speak};
pub use pages::{EXAMPLE, EXPORTS, FileWords};
pub use sample::Hint;
pub use scanning::{ScanWords, scan_words};
pub use session::SessionWords;
pub(crate) use study::grouped;
pub use workshop::session_words;

use crate::model::decimal::write;
use crate::model::text::isolated;
use crate::model::{Answer, Level, Questionnaire};
use crate::scoring::{Reading, Score};

/// Two decimals at most, for worked sums.
fn fine(value: f64) -> String {
    write((value * 100.0).round() / 100.0)
}

/// One decimal at most.
fn tenths(value: f64) -> String {
    write((value * 10.0).round() / 10.0)
}

/// Points and percents are shown whole.
pub(crate) fn whole(value: f64) -> String {
    write(value.round())
}

/// A share that is never said to be more than it is: 100 % only when nothing is open.
pub(crate) fn percent_of(share: f64) -> String {
    // Sums of fractions lack their last bits.
    whole((share * 100.0 + 1e-9).floor())
}

/// The words in use: those that never change as fields, the others as functions.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    language: Language,
}

/// The words in use.
pub fn words() -> Words {
    Words {
        language: language::chosen(),
    }
}

impl std::ops::Deref for Words {
    type Target = Fixed;

    // Into each use, so that it leads to its sentence alone: see [`Language`].
    #[inline(always)]
    fn deref(&self) -> &Fixed {
        match self.language {
            Language::English => &fixed::EN,
        }
    }
}

impl Words {
    pub fn title(&self, page: &str) -> String {
        format!("{} · Plumbline", isolated(page))
    }

    /// A page of a team, for the title of the window.
    pub fn of_team(&self, page: &str, team: &str) -> String {
        format!("{} · {page}", isolated(team))
    }

    pub fn between(&self, lower: Level, upper: Level) -> String {
        format!("Between {} and {}", lower.number(), upper.number())
    }

    pub fn level_name(&self, level: Level) -> String {
        format!("{} {}", level.number(), level.name())
    }

    pub fn reading(&self, score: &Score) -> String {
        self.reading_of(score.reading)
    }

    pub(crate) fn reading_of(&self, reading: Reading) -> String {
        match reading {
            Reading::NotApplicable => self.nothing_applies.to_owned(),
            Reading::Unanswered => self.unanswered.to_owned(),
            Reading::TooEarly => self.too_early.to_owned(),
            Reading::Known { value, .. } => whole(value),
        }
    }

    pub fn interval(&self, score: &Score) -> String {
        self.span(score.low.zip(score.high))
    }

    /// Lowest and highest, or the one number that they are.
    pub fn span(&self, interval: Option<(f64, f64)>) -> String {
        self.written_span(interval, whole)
    }

    /// The same with decimals, for worked sums.
    pub fn exact_span(&self, interval: Option<(f64, f64)>) -> String {
        self.written_span(interval, fine)
    }

    fn written_span(&self, interval: Option<(f64, f64)>, write: fn(f64) -> String) -> String {
        let Some((low, high)) = interval else {
            return self.none.to_owned();
        };
        let (low, high) = (write(low), write(high));
        if low == high {
            low
        } else {
            format!("{low} to {high}")
        }
    }

    /// Points, or none.
    pub fn worth(&self, value: Option<f64>) -> String {
        value.map_or_else(|| self.none.to_owned(), fine)
    }

    pub fn coverage(&self, score: &Score) -> String {
        let percent = |c: f64| percent_of(c) + " %";
        score.coverage.map_or_else(|| self.none.to_owned(), percent)
    }

    pub fn reached(&self, level: Option<Level>) -> String {
        level.map_or_else(|| self.none.to_owned(), |l| self.level_name(l))
    }

    /// The level reached of a part, or why there is none.
    pub fn level_of(&self, score: &Score) -> String {
        match score.reading {
            Reading::Known { level, .. } => self.level_name(level),
            _ => self.reading(score),
        }
    }

    /// Discipline, value, interval, coverage and level, as every table of scores has them.
    pub fn score_head(&self, part: &'static str) -> [&'static str; 5] {
        [part, self.value, self.possible, self.coverage, self.level]
    }

    pub fn interval_and_coverage(&self, score: &Score) -> String {
        let known = format!("{} known", self.coverage(score));
        match (score.low, score.high) {
            (Some(low), Some(high)) if low < high => {
                format!("{} · {known}", self.interval(score))
            }
            _ => known,
        }
    }

    /// The name of a discipline or dimension, or of the whole.
    pub fn part_name(&self, questionnaire: &'static Questionnaire, id: &str) -> &'static str {
        let discipline = questionnaire
            .disciplines
            .iter()
            .find(|d| d.id.as_str() == id);
        let dimension = questionnaire
            .dimensions
            .iter()
            .find(|d| d.id.as_str() == id);
        let title = discipline.map(|d| &d.title).or(dimension.map(|d| &d.title));
        title.map_or(self.overall, String::as_str)
    }

    /// The same, a dimension's with its number in front.
    pub fn numbered(&self, questionnaire: &'static Questionnaire, id: &str) -> String {
        let name = self.part_name(questionnaire, id);
        let number = questionnaire.number_of(id);
        number.map_or_else(|| name.to_owned(), |number| format!("{number} {name}"))
    }

    pub fn answer(&self, answer: Option<&Answer>) -> String {
        match answer {
            None => self.open.to_owned(),
            Some(Answer::Level(level)) => self.level_name(*level),
            Some(Answer::Between(l)) => self.between(l.level(), l.upper()),
            Some(Answer::DontKnow) => self.dont_know.to_owned(),
            Some(Answer::NotApplicable(_)) => self.not_applicable.to_owned(),
        }
    }

    pub fn number(&self, number: usize, of: usize) -> String {
        format!("{number} of {of}")
    }

    pub fn counted_title(&self, title: &str, count: usize) -> String {
        format!("{title} ({count})")
    }

    pub fn spoken(&self, name: &str, score: &Score) -> String {
        format!(
            "{name}: {}, {}",
            self.reading(score),
            self.interval_and_coverage(score)
        )
    }
}
