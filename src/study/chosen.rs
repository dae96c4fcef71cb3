//! Choices by their names.

use super::parts::object;
use crate::events::reading::{Blame, LeadFrom, Options, RecoveryFrom};
use crate::formats::json::Json;
use crate::model::Day;

/// Takes a choice. One that is not known changes nothing.
pub fn choose(options: &mut Options, name: &str, value: &Json) {
    let is_on = matches!(value, Json::Bool(true));
    let number = value.as_u64().and_then(|n| u32::try_from(n).ok());
    let text = value.as_str().unwrap_or_default();
    match name {
        "rotations" => options.rotations = number.unwrap_or(1),
        "shift" => options.shift = number.filter(|n| (1..=168).contains(n)).unwrap_or(12),
        "withoutRollbacks" => options.without_rollbacks = is_on,
        "words" => options.clues.words = is_on,
        "window" => options.clues.hours = number.filter(|n| *n > 0),
        "afterTarget" if is_on => options.blame = Blame::AfterTarget,
        "afterTarget" => options.blame = Blame::Before,
        "fromMerge" => options.lead_from = is_on.then_some(LeadFrom::Merge),
        "covers" => options.covers = days_between(text),
        "days" => options.hours.days = weekdays(text).unwrap_or(options.hours.days),
        "from" => options.hours.from = clock(text).unwrap_or(options.hours.from),
        "until" => options.hours.until = clock(text).unwrap_or(options.hours.until),
        "holidays" => options.hours.holidays = text.split(' ').filter_map(Day::parse).collect(),
        "fromDeployment" if is_on => options.recovery_from = RecoveryFrom::Deployment,
        "fromDeployment" => options.recovery_from = RecoveryFrom::Harm,
        _ => {}
    }
}

/// What is chosen.
pub fn chosen(options: &Options) -> Json {
    let hours = &options.hours;
    let days = hours
        .days
        .iter()
        .map(|is_on| if *is_on { '1' } else { '0' });
    let holidays: Vec<_> = hours.holidays.iter().map(Day::to_string).collect();
    let covers = options.covers.map(|(from, to)| format!("{from} {to}"));
    let covers = covers.unwrap_or_default();
    object([
        ("rotations", Json::whole(options.rotations)),
        ("shift", Json::whole(options.shift)),
        ("withoutRollbacks", Json::Bool(options.without_rollbacks)),
        ("words", Json::Bool(options.clues.words)),
        ("window", Json::whole(options.clues.hours.unwrap_or(0))),
        (
            "afterTarget",
            Json::Bool(options.blame == Blame::AfterTarget),
        ),
        (
            "fromMerge",
            Json::Bool(options.lead_from == Some(LeadFrom::Merge)),
        ),
        ("covers", Json::Text(covers)),
        ("days", Json::Text(days.collect())),
        ("from", Json::Text(time(hours.from))),
        ("until", Json::Text(time(hours.until))),
        ("holidays", Json::Text(holidays.join(" "))),
        (
            "fromDeployment",
            Json::Bool(options.recovery_from == RecoveryFrom::Deployment),
        ),
    ])
}

/// A first and a last day, parted by a space. `None` where one of them is missing.
fn days_between(text: &str) -> Option<(Day, Day)> {
    let (from, to) = text.split_once(' ')?;
    let (from, to) = (Day::parse(from)?, Day::parse(to)?);
    (from <= to).then_some((from, to))
}

/// The days of a week from Monday, as `1` and `0`. A week without any day is none.
fn weekdays(text: &str) -> Option<[bool; 7]> {
    let days = <[u8; 7]>::try_from(text.as_bytes()).ok()?;
    let days = days.map(|day| day == b'1');
    days.contains(&true).then_some(days)
}

/// Minutes after midnight, of a time such as `09:30`.
fn clock(text: &str) -> Option<u16> {
    let (hours, minutes) = text.split_once(':')?;
    let (hours, minutes) = (hours.parse::<u16>().ok()?, minutes.parse::<u16>().ok()?);
    (hours < 24 && minutes < 60).then_some(hours * 60 + minutes)
}

/// The other way round.
fn time(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}
