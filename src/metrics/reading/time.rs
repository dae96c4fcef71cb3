//! Lengths of time: `2 days`, `2 d 4 h`, `2h30`, `1:30`, `half a day`, `an hour`.

use super::numeral;
use super::sense::{NotANumber, Sense, Ways};
use super::unit::{self, HOUR, Kind, MONTH, Unit};
use crate::model::decimal;

/// Reads a length of time; a number alone is in the unit `own`. Parts add up.
pub fn read(text: &str, own: Unit) -> Result<Ways, NotANumber> {
    let minutes = match clock(text) {
        Some(minutes) => minutes?,
        None => match amount(text) {
            // One part in the metric's own unit stays to the last digit.
            Some((number, rest)) if is_own(name_of(rest), own) => return Ok(number),
            _ => parts(text, own)?,
        },
    };
    Ok(minutes.map(&|minutes| own.count(minutes, 1.0)))
}

fn is_own(name: &str, own: Unit) -> bool {
    name.is_empty() || named(name, own.kind) == Ok(own.size)
}

/// Adds up the minutes of all parts.
fn parts(text: &str, own: Unit) -> Result<Ways, NotANumber> {
    let mut sum = Ways::one(0.0);
    let (mut rest, mut before) = (text, None);
    while !rest.is_empty() {
        let (number, after) = amount(rest).ok_or(NotANumber::Unreadable)?;
        let (name, next) = after.split_at(end_of_name(after));
        let name = name_of(name);
        let is_all = before.is_none() && next.is_empty();
        // For what is measured in minutes, "m" is minutes, and behind hours it is, too.
        let is_short = name == "m" && own.kind == Kind::Time && own.size >= HOUR;
        let part = match number.second {
            None if is_all && is_short => {
                let number = number.first.0;
                Ways::either((number, Sense::Minutes), (number * MONTH, Sense::Months))
            }
            _ => {
                let size = size(name, own, before, next.is_empty())?;
                if name.is_empty() && number.any(&|n| n >= 60.0) {
                    return Err(NotANumber::Unreadable);
                }
                before = Some(size);
                number.map(&|n| n * size)
            }
        };
        sum = added(sum, part)?;
        rest = next;
    }
    Ok(sum)
}

/// Where the next part begins, behind a unit's name.
fn end_of_name(text: &str) -> usize {
    let mut before = 'x';
    for (at, c) in text.char_indices() {
        // Of "1 d .5 h" the point belongs to the number, of "90 min.5" to the unit.
        if c.is_ascii_digit() || (c == '.' && before == ' ') {
            return at;
        }
        before = c;
    }
    text.len()
}

/// Adds a part. Nobody can be asked about more than two sums.
fn added(sum: Ways, part: Ways) -> Result<Ways, NotANumber> {
    match (sum.second, part.second) {
        (Some(_), Some(_)) => Err(NotANumber::Unreadable),
        (Some(_), None) => Ok(sum.map(&|sum| sum + part.first.0)),
        (None, _) => Ok(part.map(&|part| part + sum.first.0)),
    }
}

/// A number, or the article of "an hour".
fn amount(text: &str) -> Option<(Ways, &str)> {
    numeral::take_any(text).or_else(|| {
        let rest = text.strip_prefix("a ").or_else(|| text.strip_prefix("an "));
        Some((Ways::one(1.0), rest?.trim_start()))
    })
}

/// The unit's name, without what stands between two parts.
fn name_of(text: &str) -> &str {
    let is_between = [' ', ',', '+', '&'];
    let name = text.trim_matches(is_between);
    name.strip_suffix(" and")
        .unwrap_or(name)
        .trim_end_matches(is_between)
}

/// Minutes in the unit of a part. One without a unit is in the next smaller one: "2h30".
fn size(name: &str, own: Unit, before: Option<f64>, is_last: bool) -> Result<f64, NotANumber> {
    match (name, before) {
        ("", Some(larger)) if is_last && (1.0..=HOUR).contains(&larger) => Ok(larger / 60.0),
        ("", _) => Err(NotANumber::Unreadable),
        _ => named(name, own.kind),
    }
}

fn named(name: &str, kind: Kind) -> Result<f64, NotANumber> {
    let known = match kind {
        Kind::Work => unit::work_time(name).or_else(|| unit::work(name)),
        _ => unit::time(name),
    };
    let is_other = || unit::is_unit(name) || unit::rate(name).is_some();
    known.ok_or_else(|| {
        if is_other() {
            NotANumber::OtherUnit
        } else {
            NotANumber::Unreadable
        }
    })
}

/// `1:30`, which is hours and minutes or minutes and seconds, and `1:30:00`, which is all three, in
/// minutes. `None` for a text that is nothing of the kind.
fn clock(text: &str) -> Option<Result<Ways, NotANumber>> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':');
    let (digits, name) = text.split_at(end.unwrap_or(text.len()));
    digits.contains(':').then(|| {
        let ways = clocked(digits, name.trim());
        ways.ok_or(NotANumber::Unreadable)
    })
}

fn clocked(digits: &str, name: &str) -> Option<Ways> {
    let mut parts = digits.split(':');
    let mut next = |most: f64| match parts.next() {
        None => Some(None),
        Some(part) => {
            let part = decimal::read(part).filter(|part| *part < most)?;
            Some(Some(part))
        }
    };
    let (first, second, third) = (next(10_000.0)??, next(60.0)??, next(60.0)?);
    if next(60.0)?.is_some() {
        return None;
    }
    let hours = first * HOUR + second;
    let minutes = first + second / 60.0;
    match (third, name) {
        (Some(third), "") => Some(Ways::one(hours + third / 60.0)),
        (None, "") => Some(Ways::either(
            (hours, Sense::HoursAndMinutes),
            (minutes, Sense::MinutesAndSeconds),
        )),
        (None, _) => match unit::time(name)? {
            HOUR => Some(Ways::one(hours)),
            1.0 => Some(Ways::one(minutes)),
            _ => None,
        },
        _ => None,
    }
}
