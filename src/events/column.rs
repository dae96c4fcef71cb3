//! What a column holds.

use super::blank::is_blank;
use super::table::{Column, Table};
use super::times::{self, TimeFormat};
use super::zone::Millis;
use super::{durations, numbers};

/// What the values of a column are.
#[derive(Debug, Clone, PartialEq)]
pub enum Holds {
    /// Nothing at all.
    Nothing,
    /// Times.
    Times(times::Found),
    /// Durations.
    Durations(durations::Found),
    /// Numbers.
    Numbers(numbers::Found),
    /// Yes and no, in one of the ways to write them.
    Flags,
    /// Texts.
    Texts,
}

/// How many different values are counted.
pub const MOST_VALUES: usize = 50;
/// How many values are shown as samples.
const SAMPLES: usize = 3;

/// What a column holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// What its values are.
    pub holds: Holds,
    /// How many hold nothing, or a word for it.
    pub blank: usize,
    /// The first rows that hold something, three at most.
    pub samples: Vec<usize>,
    /// Its different values, each as the first row that has it and how many do; the most frequent first.
    /// `None` where there are more than 50.
    pub values: Option<Vec<(usize, usize)>>,
    /// What is odd about its times.
    pub odd: Odd,
}

/// What is odd about times. All are counts of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Odd {
    /// After now.
    pub future: usize,
    /// In the year 1 or at the very beginning of 1970: they stand for no time.
    pub void: usize,
    /// All are the same moment, and there is more than one.
    pub all_equal: bool,
    /// All are at midnight: dates, of which the hours say nothing.
    pub all_at_midnight: bool,
}

impl Profile {
    /// How many of the values that are there are not what the column holds, from 0 to 1.
    #[must_use]
    pub fn share_missed(&self) -> f64 {
        let (read, missed) = match &self.holds {
            Holds::Times(found) => (found.tally.read, found.tally.missed),
            Holds::Durations(found) => (found.tally.read, found.tally.missed),
            Holds::Numbers(found) => (found.read, found.missed),
            Holds::Nothing | Holds::Flags | Holds::Texts => (0, 0),
        };
        #[expect(
            clippy::cast_precision_loss,
            reason = "a share is shown with two digits"
        )]
        let share = missed as f64 / (read + missed).max(1) as f64;
        share
    }

    /// Whether all values that are there are the same.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        self.values.as_ref().is_some_and(|values| values.len() == 1)
    }
}

/// Looks at all values of a column. Which times are in the future depends on what time it is now.
#[must_use]
pub fn profile(table: &Table, column: usize, now: Millis) -> Profile {
    let column = table.column(column);
    let filled = || (0..column.len()).filter(move |row| !is_blank(column.cell(*row)));
    let samples: Vec<usize> = filled().take(SAMPLES).collect();
    let values = values(column);
    let blank = match &values {
        Some(values) => column.len() - values.iter().map(|(_, count)| count).sum::<usize>(),
        None => column.len() - filled().count(),
    };
    let holds = holds(column, samples.is_empty(), values.as_deref());
    let odd = match &holds {
        Holds::Times(found) => odd(column, found, now),
        _ => Odd::default(),
    };
    Profile {
        holds,
        blank,
        samples,
        values,
        odd,
    }
}

fn holds(column: Column<'_>, is_empty: bool, values: Option<&[(usize, usize)]>) -> Holds {
    if is_empty {
        return Holds::Nothing;
    }
    let is_flag = |(row, _): &(usize, usize)| {
        let text = column.cell(*row).trim();
        flag(text).is_some() && !matches!(text, "0" | "1")
    };
    if values.is_some_and(|values| values.len() <= 4 && values.iter().all(is_flag)) {
        return Holds::Flags;
    }
    if durations::is_since_1970(column) {
        return durations::find(column).map_or(Holds::Texts, Holds::Durations);
    }
    if let Some(found) = times::find(column) {
        return Holds::Times(found);
    }
    if let Some(found) = durations::find(column) {
        return Holds::Durations(found);
    }
    numbers::find(column).map_or(Holds::Texts, Holds::Numbers)
}

/// The different values with their counts. A million rows have few or many: looking ends with the 51st.
fn values(column: Column<'_>) -> Option<Vec<(usize, usize)>> {
    let mut values: Vec<(&str, usize, usize)> = Vec::with_capacity(MOST_VALUES);
    for (row, text) in column.cells().enumerate() {
        let text = text.trim();
        if let Some(at) = values.iter().position(|(known, _, _)| *known == text) {
            values[at].2 += 1;
            // What is frequent is found sooner.
            if at > 0 && values[at].2 > values[at - 1].2 {
                values.swap(at, at - 1);
            }
        } else if !is_blank(text) {
            if values.len() == MOST_VALUES {
                return None;
            }
            values.push((text, row, 1));
        }
    }
    values.sort_by_key(|(_, row, count)| (std::cmp::Reverse(*count), *row));
    Some(
        values
            .into_iter()
            .map(|(_, row, count)| (row, count))
            .collect(),
    )
}

fn odd(column: Column<'_>, found: &times::Found, now: Millis) -> Odd {
    let tally = &found.tally;
    let future = if tally.latest > now {
        after(column, found.format, now)
    } else {
        0
    };
    Odd {
        future,
        void: tally.void,
        all_equal: tally.read > 1 && tally.earliest == tally.latest,
        all_at_midnight: tally.read > 0 && tally.at_midnight == tally.read,
    }
}

fn after(column: Column<'_>, format: TimeFormat, now: Millis) -> usize {
    let times = column.cells().filter_map(|text| format.read(text));
    times
        .filter(|wall| wall.moment().unwrap_or(wall.shown) > now)
        .count()
}

/// Whether a text says yes or no, in one of the languages that trackers speak.
#[must_use]
pub fn flag(text: &str) -> Option<bool> {
    const YES: [&str; 14] = [
        "true", "yes", "y", "1", "t", "ja", "oui", "vrai", "si", "sí", "sim", "wahr", "kyllä", "x",
    ];
    const NO: [&str; 12] = [
        "false", "no", "n", "0", "f", "nein", "non", "faux", "nej", "não", "falsch", "ei",
    ];
    let text = text.trim();
    let is = |word: &&str| {
        word.eq_ignore_ascii_case(text) || !text.is_ascii() && text.to_lowercase() == **word
    };
    if text.len() > 7 {
        return None;
    }
    let yes = YES.iter().any(is);
    (yes || NO.iter().any(is)).then_some(yes)
}
