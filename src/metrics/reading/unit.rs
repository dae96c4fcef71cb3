//! The units that people type, and what kind a metric's own is of.

use super::numeral;
use super::plain::plain;
use crate::model::decimal;

/// What a unit counts. Units of one kind can be told in one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A length of time, in minutes.
    Time,
    /// Working time, in minutes: a day has eight hours of it and a week five days.
    Work,
    /// How often, in times a week.
    Rate,
    /// Of a hundred.
    Share,
    /// As it is.
    Other,
}

/// A unit's kind, and how much one of it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// Its kind.
    pub kind: Kind,
    /// One of it, in minutes, times a week, or hundredths.
    pub size: f64,
}

impl Unit {
    /// So many of a unit of `size` in this one. A conversion leaves six digits, more than anybody
    /// measures.
    pub fn count(self, number: f64, size: f64) -> f64 {
        if (size - self.size).abs() < 1e-9 {
            return number;
        }
        let value = number * size / self.size;
        let mut scale = 1.0;
        while (value * scale).abs() < 100_000.0 && scale < 1e12 {
            scale *= 10.0;
        }
        decimal::settle((value * scale).round() / scale)
    }
}

pub const HOUR: f64 = 60.0;
const DAY: f64 = 24.0 * HOUR;
const WEEK: f64 = 7.0 * DAY;
/// A month of 30 days, as the bands of the metrics count it: 720 hours.
pub const MONTH: f64 = 30.0 * DAY;
const YEAR: f64 = 365.0 * DAY;

/// A metric's own unit. One that is not known is taken as it is.
pub fn unit(name: &str) -> Unit {
    let name = plain(name).unwrap_or_default();
    let found = [
        (Kind::Share, share(&name)),
        (Kind::Time, time(&name)),
        (Kind::Work, work(&name)),
        (Kind::Rate, rate(&name)),
    ];
    let mut found = found.into_iter();
    let found = found.find_map(|(kind, size)| Some(Unit { kind, size: size? }));
    found.unwrap_or(Unit {
        kind: Kind::Other,
        size: 1.0,
    })
}

/// Hundredths in a unit of shares.
pub fn share(name: &str) -> Option<f64> {
    match name {
        "%" | "percent" | "per cent" | "pct" => Some(1.0),
        "‰" | "per mille" => Some(0.1),
        _ => None,
    }
}

/// Minutes in each unit of time, and its names in the singular.
const TIMES: [(f64, &str); 10] = [
    (1.0 / 60_000.0, "ms millisecond"),
    (1.0 / 60.0, "s sec second"),
    (1.0, "m min minute"),
    (HOUR, "h hr hour"),
    (DAY, "d day"),
    (WEEK, "w wk week"),
    (2.0 * WEEK, "fortnight"),
    (MONTH, "mo month"),
    (YEAR / 4.0, "quarter"),
    (YEAR, "y yr year"),
];

/// Minutes in a unit of time.
pub fn time(name: &str) -> Option<f64> {
    let name = name.trim_end_matches('.');
    let find = |name: &str| {
        let mut all = TIMES.iter();
        all.find_map(|(minutes, names)| {
            let mut names = names.split(' ');
            names.any(|known| known == name).then_some(*minutes)
        })
    };
    // "ms" is no plural of "m".
    let single = || name.strip_suffix('s').filter(|single| single.len() > 1);
    find(name).or_else(|| find(single()?))
}

/// Working minutes in a unit of working time.
pub fn work(name: &str) -> Option<f64> {
    let mut before = ["working ", "business ", "work ", "work"].iter();
    before.find_map(|word| work_time(name.strip_prefix(word)?))
}

/// The same, for units that leave out that they are of work.
pub fn work_time(name: &str) -> Option<f64> {
    let minutes = time(name)?;
    Some(match minutes {
        DAY => 8.0 * HOUR,
        WEEK => 40.0 * HOUR,
        shorter if shorter <= HOUR => shorter,
        _ => return None,
    })
}

/// Times a week in a unit such as `per week`, `deployments a day`, `/ 2 weeks`, `daily`.
pub fn rate(name: &str) -> Option<f64> {
    let (what, period) = parted(name)?;
    is_noun(what).then_some(WEEK / minutes(period)?)
}

/// What is counted, and the period in which it is.
pub fn parted(name: &str) -> Option<(&str, &str)> {
    const BETWEEN: [&str; 8] = ["per", "a", "an", "each", "every", "in", "over", "within"];
    if let Some((what, period)) = name.split_once('/') {
        return Some((what.trim(), period.trim()));
    }
    let starts = name.match_indices(' ').map(|(at, _)| at + 1);
    for start in std::iter::once(0).chain(starts) {
        let period = BETWEEN.iter().find_map(|word| {
            let rest = name[start..].strip_prefix(word)?.strip_prefix(' ')?;
            Some(rest.trim())
        });
        if let Some(period) = period {
            return Some((name[..start].trim(), period));
        }
    }
    // "3 times daily": the adverb is the period.
    let start = name.rfind(' ').map_or(0, |at| at + 1);
    adverb(&name[start..])?;
    Some((name[..start].trim(), &name[start..]))
}

/// Whether a text can be the name of what is counted: up to three words, and no unit.
pub fn is_noun(text: &str) -> bool {
    let is_other = |c: char| c.is_ascii_digit() || (c.is_ascii_punctuation() && c != '-');
    text.matches(' ').count() < 3 && !text.contains(is_other) && !is_unit(text)
}

/// Whether a text is a unit of time, work or shares.
pub fn is_unit(text: &str) -> bool {
    time(text).or(work(text)).or(share(text)).is_some()
}

/// The day of which a week has five.
const WORKDAY: [&str; 4] = ["workday", "working day", "business day", "weekday"];

/// Minutes in a period: `day`, `2 weeks`, `two weeks`, `other day`, `working day`, `weekly`.
fn minutes(period: &str) -> Option<f64> {
    let mut before = ["the last ", "the past ", "the "].iter();
    let rest = before.find_map(|word| period.strip_prefix(word));
    let period = rest.unwrap_or(period);
    if let Some(rest) = period.strip_prefix("other ") {
        return Some(2.0 * time(rest)?);
    }
    if WORKDAY.contains(&period) {
        return Some(WEEK / 5.0);
    }
    if let Some(minutes) = time(period).or_else(|| adverb(period)) {
        return Some(minutes);
    }
    let (count, rest) = numeral::take_any(period)?;
    let ((count, _), None) = (count.first, count.second) else {
        return None;
    };
    if count > 0.0 {
        Some(count * time(rest)?)
    } else {
        None
    }
}

/// Minutes in the period that an adverb names.
fn adverb(word: &str) -> Option<f64> {
    match word {
        "daily" => Some(DAY),
        "annually" => Some(YEAR),
        // "hourly", "weekly", and so on, but no "mly".
        _ => time(word.strip_suffix("ly").filter(|unit| unit.len() > 3)?),
    }
}

/// Whether a typed unit is a metric's own of no known kind: `per shift`, `3 pages/shift`, `point`.
pub fn is_own(typed: &str, own: &str) -> bool {
    let single = |text: &str| text.trim_end_matches('s').to_owned();
    if !own.is_empty() && single(typed) == single(own) {
        return true;
    }
    let (Some((what, period)), Some((_, ours))) = (parted(typed), parted(own)) else {
        return false;
    };
    is_noun(what) && single(period) == single(ours)
}
