//! Shares of a list: services, requests, actions.

use super::basis::Basis;
use super::cases::{Case, UNDATED};
use super::choose::{Draft, Usual, weeks};
use super::index::Index;
use super::shares::{HOLDS, Share};
use super::statistics::{count, place};
use crate::events::event::{Key, Mark};
use crate::events::period::Span;
use crate::events::reading::{Beside, NoReading, Reading, Reason, Rule, Why};
use crate::events::zone::Millis;

const ADOPTION: Share = Share {
    metric: "platform-adoption",
    usual: weeks(52),
};
const SUPPORTED: Share = Share {
    metric: "supported-versions",
    ..ADOPTION
};
const COVERAGE: Share = Share {
    metric: "slo-coverage",
    ..ADOPTION
};
const NEW_SERVICES: Share = Share {
    metric: "new-service-adoption",
    usual: Usual {
        weeks: 26,
        fewest: 5,
        longer: 52,
    },
};
const SELF_SERVICE: Share = Share {
    metric: "self-service-share",
    usual: weeks(4),
};
const REVIEWS: Share = Share {
    metric: "joint-reviews",
    usual: weeks(13),
};
const ACTIONS: Share = Share {
    metric: "postmortem-actions-done",
    usual: weeks(13),
};

/// Each thing once: of several rows the latest, and of those the one that holds.
fn distinct<'e>(basis: &Basis<'e>, draft: &mut Draft) -> Vec<&'e Mark> {
    let mut known = Index::new();
    let mut list: Vec<&Mark> = Vec::with_capacity(basis.events.marks.len());
    for mark in &basis.events.marks {
        let Some(Key(key)) = mark.key else {
            list.push(mark);
            continue;
        };
        let stands = known.entry(key.get());
        let Some(other) = list.get_mut(place(*stands)) else {
            *stands = count(list.len());
            list.push(mark);
            continue;
        };
        let rank = |mark: &Mark| (mark.when, mark.holds);
        if rank(mark) > rank(other) {
            draft
                .left
                .add(Reason::Doubled, std::mem::replace(other, mark).at);
        } else {
            draft.left.add(Reason::Doubled, mark.at);
        }
    }
    list
}

fn case(mark: &Mark, when: Millis, holds: bool) -> Case {
    Case {
        at: mark.at,
        when,
        took: 0,
        is_open: false,
        kind: if holds { HOLDS } else { 0 },
    }
}

/// The last moment that is not in the future, for the span.
fn span<'a>(marks: impl Iterator<Item = &'a &'a Mark>, until: Option<Millis>) -> Option<Span> {
    let whens = marks.filter_map(|mark| mark.when);
    Span::of(whens.filter(|when| until.is_none_or(|until| *when <= until)))
}

/// The share of a list for which a column says yes; `dated` by the row's date, otherwise on one day.
fn yes(basis: &Basis, share: &Share, dated: bool) -> Result<Reading, NoReading> {
    let mut draft = basis.draft();
    if basis.events.marks.is_empty() {
        return draft.none(Why::NoRows, None);
    }
    let list = distinct(basis, &mut draft);
    let now = basis.options.now;
    let mut cases = Vec::with_capacity(list.len());
    for mark in &list {
        let is_later = mark.when.zip(now).is_some_and(|(when, now)| when > now);
        match mark.holds {
            None => draft.left.add(Reason::Unsaid, mark.at),
            Some(_) if dated && is_later => draft.left.add(Reason::ImpossibleTime, mark.at),
            Some(holds) => {
                let when = mark.when.filter(|_| dated).unwrap_or(UNDATED);
                cases.push(case(mark, when, holds));
            }
        }
    }
    if cases.is_empty() && draft.left.count(Reason::Unsaid) > 0 {
        return draft.none(Why::ColumnMissing, None);
    }
    share.reading(draft, span(list.iter(), now), &cases, &|_| Rule::Column)
}

/// Services on the platform, on one day.
pub fn adoption(basis: &Basis) -> Result<Reading, NoReading> {
    yes(basis, &ADOPTION, false)
}

/// Services on supported versions, on one day.
pub fn supported(basis: &Basis) -> Result<Reading, NoReading> {
    yes(basis, &SUPPORTED, false)
}

/// Journeys with an objective, on one day.
pub fn coverage(basis: &Basis) -> Result<Reading, NoReading> {
    yes(basis, &COVERAGE, false)
}

/// New services that start on the platform.
pub fn new_services(basis: &Basis) -> Result<Reading, NoReading> {
    yes(basis, &NEW_SERVICES, true)
}

/// Requests that are served without another team.
pub fn self_service(basis: &Basis) -> Result<Reading, NoReading> {
    yes(basis, &SELF_SERVICE, true)
}

/// Incidents that were reviewed together.
pub fn reviews(basis: &Basis) -> Result<Reading, NoReading> {
    yes(basis, &REVIEWS, true)
}

/// Actions that were done by their date: by the day on which they were due. Those without a date count as
/// not done, whatever the days.
pub fn actions(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = basis.draft();
    if basis.events.marks.is_empty() {
        return draft.none(Why::NoRows, None);
    }
    let list = distinct(basis, &mut draft);
    let options = basis.options;
    let until = options.exported.or(options.now);
    let span = span(list.iter(), until);
    let last = span.map_or(UNDATED, |span| span.last);
    let mut undated = 0;
    let mut cases = Vec::with_capacity(list.len());
    for mark in &list {
        let is_later = mark.when.is_some_and(|when| when > last);
        match mark.holds {
            _ if is_later => draft.left.add(Reason::NotDue, mark.at),
            None if mark.when.is_some() => draft.left.add(Reason::Unsaid, mark.at),
            holds => {
                undated += u32::from(mark.when.is_none());
                // The last day is in whatever period is the usual one.
                let holds = holds == Some(true) && mark.when.is_some();
                cases.push(case(mark, mark.when.unwrap_or(last), holds));
            }
        }
    }
    let mut reading = ACTIONS.reading(draft, span, &cases, &|_| Rule::ActionsDone)?;
    if undated > 0 {
        let undated = (Beside::WithoutDate, f64::from(undated));
        reading.beside.push(undated);
    }
    Ok(reading)
}
