//! What takes from one moment to another: requests, reviews, onboarding, new services, pipelines.

use super::basis::Basis;
use super::cases::{Case, Median, UNDATED, of_kind};
use super::choose::{Draft, weeks};
use super::index::Index;
use super::shipped::is_possible;
use super::statistics::{count, float, quantile};
use super::working;
use crate::events::event::Spell;
use crate::events::period::{HOUR, Span};
use crate::events::reading::{Beside, Doubt, NoReading, Reading, Reason, Rule, Why};
use crate::events::zone::Millis;

const NEW_SERVICE: Median = Median {
    metric: "new-service-lead-time",
    unit: HOUR,
    doubts_zero: true,
    usual: weeks(26),
    beside: Some(Beside::Longest),
};
const REQUESTS: Median = Median {
    metric: "platform-request-wait",
    unit: HOUR,
    // What is served outside of working hours takes none of them.
    doubts_zero: false,
    usual: weeks(4),
    beside: Some(Beside::Percentile90),
};
const REVIEWS: Median = Median {
    metric: "review-wait",
    ..REQUESTS
};
const ONBOARDING: Median = Median {
    metric: "time-to-onboard",
    unit: 1,
    usual: weeks(52),
    ..REQUESTS
};
const PIPELINES: Median = Median {
    metric: "ci-feedback-time",
    unit: 60_000,
    doubts_zero: true,
    usual: weeks(4),
    beside: Some(Beside::Longest),
};

/// The kind of a case that has no two moments.
const AS_IT_STANDS: u8 = 1;

/// How time is counted.
#[derive(Clone, Copy, PartialEq)]
enum Clock {
    /// Around it.
    Hours,
    /// In working hours.
    Working,
    /// In working days, as their number.
    Days,
}

/// How a metric takes its cases.
#[derive(Clone, Copy)]
struct How {
    clock: Clock,
    /// Whether what goes on counts with its age so far.
    with_open: bool,
    /// Whether a case belongs to the days in which it began, not to those in which it ended.
    by_start: bool,
}

/// The cases, and the span of all their moments.
fn find(basis: &Basis, draft: &mut Draft, how: How) -> Result<(Vec<Case>, Option<Span>), Why> {
    let (spells, options) = (&basis.events.spells, basis.options);
    if spells.is_empty() {
        return Err(Why::NoRows);
    }
    if how.clock != Clock::Hours && !working::are_any(&options.hours) {
        return Err(Why::NoWorkingHours);
    }
    let moments = spells.iter().flat_map(|spell| [spell.from, spell.to]);
    let moments = moments.flatten().filter(|at| is_possible(*at, options));
    let span = Span::of(moments);
    let last = span.map_or(0, |span| span.last);
    let seen = options.exported.unwrap_or(last).max(last);
    let mut known = Index::with_room(spells.len());
    let mut cases = Vec::with_capacity(spells.len());
    for spell in spells {
        let found = if is_known(&mut known, spell) {
            Err(Reason::Doubled)
        } else {
            case(basis, spell, how, seen)
        };
        match found {
            Ok(case) => cases.push(case),
            Err(why) => draft.left.add(why, spell.at),
        }
    }
    Ok((cases, span))
}

fn is_known(known: &mut Index, spell: &Spell) -> bool {
    // Without an id, two that begin and end together may well be two.
    let Some(key) = spell.key else { return false };
    let is_known = known.has(key.0.get());
    known.place(key.0.get());
    is_known
}

fn case(basis: &Basis, spell: &Spell, how: How, seen: Millis) -> Result<Case, Reason> {
    let options = basis.options;
    let given = spell.from.into_iter().chain(spell.to);
    if given.into_iter().any(|at| !is_possible(at, options)) {
        return Err(Reason::ImpossibleTime);
    }
    let (took, when, kind) = match (spell.from, spell.to, spell.hours) {
        (Some(_), None, None) if !how.with_open => return Err(Reason::StillOpen),
        (Some(from), to, hours) if to.is_some() || hours.is_none() => {
            let end = to.unwrap_or(seen);
            if end < from {
                return Err(Reason::Negative);
            }
            let took = match how.clock {
                Clock::Hours => end - from,
                Clock::Working => working::time(&options.zone, &options.hours, from, end),
                Clock::Days => working::days(&options.zone, &options.hours, from, end).into(),
            };
            (took, if how.by_start { from } else { end }, 0)
        }
        (from, to, Some(hours)) if how.clock != Clock::Days => {
            if hours < 0.0 {
                return Err(Reason::Negative);
            }
            #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
            let took = (hours * float(HOUR)).round() as Millis;
            (took, to.or(from).unwrap_or(UNDATED), AS_IT_STANDS)
        }
        _ => return Err(Reason::NoTime),
    };
    Ok(Case {
        at: spell.at,
        when,
        took,
        is_open: spell.to.is_none() && kind != AS_IT_STANDS,
        kind,
    })
}

fn read(
    basis: &Basis,
    median: &Median,
    how: How,
    rule: &dyn Fn(&[Case]) -> Rule,
) -> Result<Reading, NoReading> {
    let mut draft = basis.draft();
    let (cases, span) = match find(basis, &mut draft, how) {
        Ok(found) => found,
        Err(why) => return draft.none(why, None),
    };
    let mut reading = median.reading(draft, span, &cases, rule)?;
    doubt(&mut reading);
    Ok(reading)
}

/// Notes how many have only a duration.
fn doubt(reading: &mut Reading) {
    let (Rule::WorkingHours { as_they_stand, .. } | Rule::ClockHours { as_they_stand }) =
        reading.rule
    else {
        return;
    };
    if as_they_stand > 0 {
        let n = as_they_stand;
        reading.doubts.push(Doubt::DurationsOnly { n });
    }
}

fn working_hours(cases: &[Case]) -> Rule {
    Rule::WorkingHours {
        as_they_stand: of_kind(cases, AS_IT_STANDS),
        open: count(cases.iter().filter(|case| case.is_open).count()),
    }
}

fn clock_hours(cases: &[Case]) -> Rule {
    Rule::ClockHours {
        as_they_stand: of_kind(cases, AS_IT_STANDS),
    }
}

/// From the request for a service until an empty one runs.
pub fn new_service(basis: &Basis) -> Result<Reading, NoReading> {
    let how = How {
        clock: Clock::Hours,
        with_open: false,
        by_start: false,
    };
    read(basis, &NEW_SERVICE, how, &clock_hours)
}

/// From asking to having, in working hours; what is still open counts up to now.
pub fn requests(basis: &Basis) -> Result<Reading, NoReading> {
    let how = How {
        clock: Clock::Working,
        with_open: true,
        by_start: true,
    };
    let mut draft = basis.draft();
    let (cases, span) = match find(basis, &mut draft, how) {
        Ok(found) => found,
        Err(why) => return draft.none(why, None),
    };
    let open: Vec<Case> = cases.iter().filter(|case| case.is_open).copied().collect();
    let mut reading = REQUESTS.reading(draft, span, &cases, &working_hours)?;
    doubt(&mut reading);
    let inside = open
        .iter()
        .filter(|case| reading.period.is_none_or(|p| p.has(case.when)));
    if let Some(longest) = inside.map(|case| case.took).max() {
        let longest = float(longest) / float(HOUR);
        reading.beside.push((Beside::OldestOpen, longest));
    }
    Ok(reading)
}

/// From the request for a review to the first answer, in working hours.
pub fn reviews(basis: &Basis) -> Result<Reading, NoReading> {
    let how = How {
        clock: Clock::Working,
        with_open: false,
        by_start: false,
    };
    read(basis, &REVIEWS, how, &working_hours)
}

/// From the first day to the first change in production, in working days.
pub fn onboarding(basis: &Basis) -> Result<Reading, NoReading> {
    let how = How {
        clock: Clock::Days,
        with_open: false,
        by_start: true,
    };
    read(basis, &ONBOARDING, how, &|_| Rule::WorkingDays)
}

/// From the push to the result, in minutes: the value that nine of ten do not exceed.
pub fn pipelines(basis: &Basis) -> Result<Reading, NoReading> {
    let how = How {
        clock: Clock::Hours,
        with_open: false,
        by_start: false,
    };
    let mut reading = read(basis, &PIPELINES, how, &|_| Rule::Percentile90)?;
    reading.value = quantile(&reading.values, 0.9).unwrap_or(reading.value);
    (reading.range, reading.middle) = (None, None);
    Ok(reading)
}
