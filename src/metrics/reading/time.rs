//! Lengths of time: `2 days`, `2 d 4 h`, `2h30`, `1:30`, `half a day`, `an hour`.

use super::numeral;
use super::sense::{Candidate, Candidates, NotANumber, Sense};
use super::unit::{self, HOUR, Kind, MONTH, Unit};
use crate::model::decimal;

/// Reads a length of time; a number alone is in the unit `own`. Parts add up.
pub fn read(text: &str, own: Unit) -> Candidates {
    if let Some(minutes) = clock(text) {
        let all = minutes?.into_iter();
        return Ok(all
            .map(|(minutes, sense)| (own.count(minutes, 1.0), sense))
            .collect());
    }
    // One part in the metric's own unit stays to the last digit.
    if let Some((numbers, rest)) = amount(text) {
        let name = name_of(rest);
        if name.is_empty() || named(name, own.kind) == Ok(own.size) {
            return Ok(numbers);
        }
    }
    let mut sums: Vec<Candidate> = vec![(0.0, Sense::Clear)];
    let (mut rest, mut before) = (text, None);
    while !rest.is_empty() {
        let (numbers, after) = amount(rest).ok_or(NotANumber::Unreadable)?;
        let end = after.char_indices().find_map(|(at, c)| {
            // Of "1 d .5 h" the point belongs to the number, of "90 min.5" to the unit.
            let is_half = after[..at].ends_with(' ') && c == '.';
            (c.is_ascii_digit() || is_half).then_some(at)
        });
        let (name, next) = after.split_at(end.unwrap_or(after.len()));
        let name = name_of(name);
        let parts: Vec<Candidate> = if is_minutes_or_months(name, own)
            && before.is_none()
            && next.is_empty()
            && numbers.len() == 1
        {
            let number = numbers[0].0;
            vec![(number, Sense::Minutes), (number * MONTH, Sense::Months)]
        } else {
            let size = size(name, own, before, next.is_empty())?;
            if name.is_empty() && numbers.iter().any(|(n, _)| *n >= 60.0) {
                return Err(NotANumber::Unreadable);
            }
            before = Some(size);
            numbers
                .iter()
                .map(|(n, sense)| (n * size, *sense))
                .collect()
        };
        sums = added(&sums, &parts)?;
        rest = next;
    }
    let all = sums.iter();
    Ok(all
        .map(|(minutes, sense)| (own.count(*minutes, 1.0), *sense))
        .collect())
}

/// Each sum so far with each of the next parts.
fn added(sums: &[Candidate], parts: &[Candidate]) -> Candidates {
    let pair = |(sum, one): &Candidate, (part, other): &Candidate| {
        let sense = if *one == Sense::Clear { *other } else { *one };
        (sum + part, sense)
    };
    let all = sums
        .iter()
        .flat_map(|sum| parts.iter().map(move |part| pair(sum, part)));
    let all: Vec<Candidate> = all.collect();
    // Nobody can be asked about more than two.
    if all.len() > 2 {
        return Err(NotANumber::Unreadable);
    }
    Ok(all)
}

/// A number, or the article of "an hour".
fn amount(text: &str) -> Option<(numeral::Numbers, &str)> {
    numeral::take_any(text).or_else(|| {
        let rest = text
            .strip_prefix("a ")
            .or_else(|| text.strip_prefix("an "))?;
        Some((vec![(1.0, Sense::Clear)], rest.trim_start()))
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

/// Whether "m" can be either: it is minutes for what is measured in minutes.
fn is_minutes_or_months(name: &str, own: Unit) -> bool {
    name == "m" && own.kind == Kind::Time && own.size >= HOUR
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

/// `1:30`, which is hours and minutes or minutes and seconds, and `1:30:00`, which is all three.
/// `None` for a text that is nothing of the kind.
fn clock(text: &str) -> Option<Candidates> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != ':');
    let (digits, name) = text.split_at(end.unwrap_or(text.len()));
    if !digits.contains(':') {
        return None;
    }
    let mut parts = digits.split(':').map(|part| {
        let is_short = part.len() <= 4;
        decimal::read(part).filter(|_| is_short)
    });
    let (first, second, third) = (parts.next()??, parts.next()??, parts.next());
    let mut read = || {
        let below_sixty = |part: f64| if part < 60.0 { Some(part) } else { None };
        let second = below_sixty(second)?;
        let third = match third {
            None => None,
            Some(third) => Some(below_sixty(third?)?),
        };
        parts.next().is_none().then_some((second, third))
    };
    let name = name.trim();
    let Some((second, third)) = read() else {
        return Some(Err(NotANumber::Unreadable));
    };
    let hours = (first * HOUR + second, Sense::HoursAndMinutes);
    let minutes = (first + second / 60.0, Sense::MinutesAndSeconds);
    Some(match (third, name, unit::time(name)) {
        (Some(third), "", _) => Ok(vec![(hours.0 + third / 60.0, Sense::Clear)]),
        (None, "", _) => Ok(vec![hours, minutes]),
        (None, _, Some(HOUR)) => Ok(vec![hours]),
        (None, _, Some(1.0)) => Ok(vec![minutes]),
        _ => Err(NotANumber::Unreadable),
    })
}
