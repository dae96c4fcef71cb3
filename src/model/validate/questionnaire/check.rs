//! What was found to be wrong so far.

use crate::model::Source;
use crate::model::knowledge::is_address;
use std::fmt;

/// Something wrong with a questionnaire, and where, for whoever writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    /// Sorted, id and field, e.g. `practice/slo-targets/title`.
    pub path: String,
    /// What.
    pub message: String,
    /// How much it matters.
    pub gravity: Gravity,
}

/// How much something matters to whoever reads a questionnaire that is not built in. The built-in one has
/// nothing of either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gravity {
    /// It cannot be used so.
    Wrong,
    /// It can be used, and its author may regret it.
    Regret,
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for Mistake {}

/// Collects mistakes.
pub(super) struct Check(pub(super) Vec<Mistake>);

impl Check {
    pub(super) fn say(&mut self, path: String, message: impl Into<String>) {
        self.0.push(Mistake {
            path,
            message: message.into(),
            gravity: Gravity::Wrong,
        });
    }

    pub(super) fn regret(&mut self, path: String, message: impl Into<String>) {
        self.say(path, message);
        if let Some(last) = self.0.last_mut() {
            last.gravity = Gravity::Regret;
        }
    }

    /// A text that must be there and fit the screen: at most `most` characters. Up to twice as many a screen can
    /// still show, by scrolling.
    pub(super) fn text(&mut self, path: String, text: &str, most: usize) {
        let length = text.chars().count();
        if text.trim().is_empty() {
            self.say(path, "the text is missing");
        } else if length > most {
            let message = format!("the text has {length} characters and {most} fit the screen");
            if length > most * 2 {
                self.say(path, message);
            } else {
                self.regret(path, message);
            }
        }
    }

    pub(super) fn weight(&mut self, path: String, weight: f64) {
        if !(weight.is_finite() && weight > 0.0) {
            self.say(path, "the weight must be a number above 0");
        }
    }

    pub(super) fn once<T: PartialEq>(&mut self, path: String, list: &[T]) {
        if (1..list.len()).any(|i| list[..i].contains(&list[i])) {
            self.say(path, "one of them stands here twice");
        }
    }

    pub(super) fn sources(&mut self, path: String, sources: &[Source]) {
        let fine = |s: &Source| !s.title.trim().is_empty() && is_address(&s.url);
        if !sources.iter().all(fine) {
            let message = "a source has a title and an https address";
            self.say(path, message);
        } else if sources.is_empty() {
            let message = "it names no source: where could a team read more?";
            self.regret(path, message);
        }
    }
}
