//! What a field makes of what is being typed into it, letter by letter.

use super::reading::{NotANumber, Read, Reading, read_number};
use crate::model::Metric;

/// What stands in a metric's field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Entry {
    /// Nothing: there is no number.
    Empty,
    /// A number that is taken.
    Taken(Reading),
    /// A text that can be read in two ways; nothing is taken before one is chosen.
    Asked([Reading; 2]),
    /// Something that cannot be taken.
    Refused(NotANumber),
}

impl Entry {
    /// What `text` is for this metric.
    #[must_use]
    pub fn of(metric: &Metric, text: &str) -> Self {
        if text.trim().is_empty() {
            return Self::Empty;
        }
        match read_number(metric, text) {
            Ok(Read::One(reading)) => Self::Taken(reading),
            Ok(Read::Either(both)) => Self::Asked(both),
            Err(why) => Self::Refused(why),
        }
    }
}

/// What was stored before somebody began to type.
///
/// Each letter is stored at once, so a text on its way to `1,234` has been 1, and 1.23. Where the
/// whole of it cannot be taken, none of that was meant, and what was there before comes back.
#[derive(Debug, Clone, PartialEq)]
pub struct Typing<T> {
    text: String,
    before: T,
}

impl<T: Clone> Typing<T> {
    /// Nothing is being typed; `text` is in the field, and `stored` is stored.
    pub fn rests(text: &str, stored: T) -> Self {
        Self {
            text: text.to_owned(),
            before: stored,
        }
    }

    /// Takes note that the field holds `text` while `stored` is still stored; returns what was
    /// stored before the typing began. A text that is not the last one with letters more or less at
    /// its end is a new beginning.
    pub fn goes_on(&mut self, text: &str, stored: T) -> T {
        let goes_on = text.starts_with(&self.text) || self.text.starts_with(text);
        if !goes_on {
            self.before = stored;
        }
        text.clone_into(&mut self.text);
        self.before.clone()
    }
}
