//! Durations in words: `2d 4h`, `3 Days 12 Hours`, `1h2m3.5s`, `2 days, 4:05:00`.

use super::clock;
use super::unit::{Unit, of_word};
use crate::events::meanings;
use crate::events::numbers::{Decimal, value};

/// Reads a duration in seconds. Of working time, a day has 8 hours and a week 5 days.
pub fn read(text: &str, is_working: bool) -> Option<f64> {
    let (mut rest, mut seconds, mut units) = (text, 0.0, 0);
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
        let (number, behind) = rest.split_at(end.unwrap_or(rest.len()));
        let number = number.trim_end_matches([',', '.']);
        // A clock behind the days.
        if behind.starts_with(':') && units > 0 {
            return Some(seconds + clock::read(rest, 3)?);
        }
        let behind = behind.trim_start();
        let end = behind
            .find(|c: char| !c.is_alphabetic())
            .unwrap_or(behind.len());
        let (word, behind) = behind.split_at(end);
        if number.is_empty() {
            // What joins two parts.
            if units == 0 || !matches!(word, "and" | "und" | "et" | "y" | "e") {
                return None;
            }
            rest = next(behind);
            continue;
        }
        let decimal = if number.contains(',') {
            Decimal::Comma
        } else {
            Decimal::Point
        };
        seconds += value(number, decimal)? * length(unit(word)?, is_working);
        units += 1;
        rest = next(behind);
    }
    (units > 0).then_some(seconds)
}

fn next(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '.' | ';' | '&' | '+'))
}

fn unit(word: &str) -> Option<Unit> {
    if word.len() > 14 {
        return None;
    }
    let mut plain = meanings::small(word);
    if !plain.is_ascii() {
        let letters = plain.chars().map(|letter| match letter {
            'ä' => 'a',
            'é' => 'e',
            'í' => 'i',
            'µ' | 'μ' => 'u',
            other => other,
        });
        plain = letters.collect();
    }
    of_word(&plain)
}

const fn length(unit: Unit, is_working: bool) -> f64 {
    match unit {
        Unit::Days if is_working => 8.0 * 3600.0,
        Unit::Weeks if is_working => 5.0 * 8.0 * 3600.0,
        unit => unit.seconds(),
    }
}

/// `1 day, 23:00:00` behind a minus: the days are below zero, the clock is not.
pub fn below_zero(text: &str) -> Option<f64> {
    let (days, clock) = text.split_once(", ")?;
    if !clock.contains(':') {
        return read(text, false).map(|seconds| -seconds);
    }
    Some(clock::read(clock, 3)? - read(days, false)?)
}

/// Whether a duration has weeks in it.
pub fn has_weeks(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() < 40
        && bytes
            .windows(2)
            .any(|two| two[0].is_ascii_digit() && matches!(two[1], b'w' | b'W'))
        || text.contains(" week")
}
