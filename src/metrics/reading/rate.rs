//! How often something happens: `3 per day`, `twice a week`, `5x/month`, `every 2 weeks`, `daily`.

use super::numeral;
use super::sense::{NotANumber, Sense, Ways};
use super::unit::{self, Unit};

/// Reads how often something happens; a number alone is in the unit `own`.
pub fn read(text: &str, own: Unit) -> Result<Ways, NotANumber> {
    if text == "never" || text == "none" {
        return Ok(Ways::one(0.0));
    }
    if let Some(once) = two_of(text).and_then(unit::rate) {
        let twice = (own.count(2.0, once), Sense::Twice);
        return Ok(Ways::either(
            twice,
            (own.count(0.5, once), Sense::EverySecond),
        ));
    }
    // "every 2 weeks" and "weekly" are once.
    let (number, rest) = numeral::take_any(text).unwrap_or((Ways::one(1.0), text));
    let is_number = rest.len() < text.len();
    let size = match rest {
        "" | "x" | "time" | "times" if is_number => own.size,
        _ if is_number || begins_period(rest) => {
            unit::rate(rest).ok_or_else(|| unreadable(rest))?
        }
        _ => return Err(NotANumber::Unreadable),
    };
    Ok(number.map(&|n| own.count(n, size)))
}

fn unreadable(name: &str) -> NotANumber {
    let counts_unit = || unit::parted(name).is_some_and(|(what, _)| unit::is_unit(what));
    if unit::is_unit(name) || counts_unit() {
        NotANumber::OtherUnit
    } else {
        NotANumber::Unreadable
    }
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
