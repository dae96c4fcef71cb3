//! How often something happens: `3 per day`, `twice a week`, `5x/month`, `every 2 weeks`, `daily`.

use super::numeral;
use super::sense::{Candidates, NotANumber, Sense};
use super::unit::{self, Unit};

/// Reads how often something happens; a number alone is in the unit `own`.
pub fn read(text: &str, own: Unit) -> Candidates {
    if text == "never" || text == "none" {
        return Ok(vec![(0.0, Sense::Clear)]);
    }
    if let Some(period) = two_of(text) {
        let once = unit::rate(period).ok_or(NotANumber::Unreadable)?;
        return Ok(vec![
            (own.count(2.0, once), Sense::Twice),
            (own.count(0.5, once), Sense::EverySecond),
        ]);
    }
    // "every 2 weeks" and "weekly" are once.
    let (numbers, rest) = match numeral::take_any(text) {
        Some(taken) => taken,
        None => (vec![(1.0, Sense::Clear)], text),
    };
    let is_number = rest.len() < text.len();
    let size = match rest {
        "" | "x" | "time" | "times" if is_number => own.size,
        _ => unit::rate(rest)
            .filter(|_| is_number || begins_period(rest))
            .ok_or_else(|| {
                let is_other = unit::is_unit(rest)
                    || unit::parted(rest).is_some_and(|(what, _)| unit::is_unit(what));
                if is_other && is_number {
                    NotANumber::OtherUnit
                } else {
                    NotANumber::Unreadable
                }
            })?,
    };
    Ok(numbers
        .iter()
        .map(|(n, sense)| (own.count(*n, size), *sense))
        .collect())
}

/// Whether a text without a number says how often: "every day" does, "deployments a day" does not.
fn begins_period(text: &str) -> bool {
    unit::parted(text)
        .is_some_and(|(what, period)| what.is_empty() && (period == text || text.starts_with("e")))
}

/// What is twice in a period to some and in every second period to others.
fn two_of(text: &str) -> Option<&'static str> {
    match text {
        "biweekly" | "bi-weekly" => Some("weekly"),
        "bimonthly" | "bi-monthly" => Some("monthly"),
        _ => None,
    }
}
