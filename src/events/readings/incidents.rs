//! What is counted over incidents and pages.

use super::basis::Basis;
use super::cases::{Case, Median, of_kind};
use super::choose::{Draft, Usual, weeks, within};
use super::index::{Index, digest, mix};
use super::shares::{HOLDS, Share};
use super::shipped::is_possible;
use super::statistics::{Sorted, count, place, quantile, sort};
use crate::events::event::Incident;
use crate::events::period::{HOUR, Span, day_at};
use crate::events::reading::{Beside, Doubt, NoReading, Reading, Reason, Rule, Why};
use crate::events::zone::Millis;

const MINUTE: Millis = 60_000;

/// A quarter; with fewer than five incidents a year.
const QUARTER: Usual = Usual {
    weeks: 13,
    fewest: 5,
    longer: 52,
};
const DETECT: Median = Median {
    metric: "time-to-detect",
    unit: MINUTE,
    doubts_zero: true,
    usual: QUARTER,
    beside: Some(Beside::Longest),
};
const MITIGATE: Median = Median {
    metric: "time-to-mitigate",
    ..DETECT
};
const PRECISION: Share = Share {
    metric: "alert-precision",
    usual: Usual {
        weeks: 4,
        fewest: 10,
        longer: 13,
    },
};
const FOUND_FIRST: Share = Share {
    metric: "incidents-found-first",
    usual: QUARTER,
};

/// Incidents that are some, each once, with the moment at which it began; and the span of all moments.
type Found<'e> = (Vec<(&'e Incident, Millis)>, Option<Span>);

fn find<'e>(basis: &Basis<'e>, draft: &mut Draft) -> Result<Found<'e>, Why> {
    let (incidents, options) = (&basis.events.incidents, basis.options);
    if incidents.is_empty() {
        return Err(Why::NoRows);
    }
    let mut known = Index::with_room(incidents.len());
    let mut found = Vec::with_capacity(incidents.len());
    for incident in incidents {
        let is_other = options.service.is_some() && incident.service != options.service;
        let why = match incident.began {
            _ if is_other => Reason::OtherService,
            _ if !incident.counts => Reason::NotAnIncident,
            None => Reason::NoTime,
            Some(began) if !is_possible(began, options) => Reason::ImpossibleTime,
            Some(began) => {
                let own = incident.key.map_or_else(
                    || mix(began.unsigned_abs(), digest(incident.service)),
                    |key| key.0.get(),
                );
                if known.has(own) {
                    Reason::Doubled
                } else {
                    known.place(own);
                    found.push((incident, began));
                    continue;
                }
            }
        };
        draft.left.add(why, incident.at);
    }
    let moments = incidents.iter().flat_map(|i| {
        let later = [i.detected, i.acknowledged, i.mitigated, i.ended];
        later.into_iter().chain([i.began]).flatten()
    });
    let span = Span::of(moments.filter(|at| is_possible(*at, options)));
    Ok((found, span))
}

/// A case of an incident, unless it ends before it starts.
fn case(
    draft: &mut Draft,
    incident: &Incident,
    began: Millis,
    end: Millis,
    kind: u8,
) -> Option<Case> {
    if end < began {
        draft.left.add(Reason::Negative, incident.at);
        return None;
    }
    Some(Case {
        at: incident.at,
        when: began,
        took: end - began,
        is_open: false,
        kind,
    })
}

/// From the start of the harm until somebody knew.
pub fn detect(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = basis.draft();
    let (found, span) = match find(basis, &mut draft) {
        Ok(found) => found,
        Err(why) => return draft.none(why, None),
    };
    let mut cases = Vec::new();
    let mut taken_up: Vec<Sorted> = Vec::new();
    for (incident, began) in found {
        let took = incident.acknowledged.map(|at| at - began);
        taken_up.extend(
            took.filter(|took| *took >= 0)
                .map(|_| (began, count(cases.len()))),
        );
        let kind = u8::from(incident.detected.is_none());
        match incident.detected.or(incident.acknowledged) {
            Some(end) => cases.extend(case(&mut draft, incident, began, end, kind)),
            None => draft.left.add(Reason::Unsaid, incident.at),
        }
    }
    if cases.is_empty() && draft.left.count(Reason::Negative) == 0 {
        return draft.none(Why::ColumnMissing, None);
    }
    let rule = |cases: &[Case]| Rule::Detect {
        to_acknowledged: of_kind(cases, 1),
    };
    let mut reading = DETECT.reading(draft, span, &cases, &rule)?;
    let took = acknowledged(basis, &reading);
    reading
        .beside
        .extend(took.map(|took| (Beside::Acknowledged, took)));
    Ok(reading)
}

/// The median until a human took it up, in minutes, over the incidents of a reading's days.
fn acknowledged(basis: &Basis, reading: &Reading) -> Option<f64> {
    let of = |incident: &Incident| {
        let began = incident
            .began
            .filter(|at| reading.period.is_none_or(|p| p.has(*at)))?;
        let took = incident.acknowledged? - began;
        (incident.counts && took >= 0).then_some((took, 0))
    };
    let mut list: Vec<Sorted> = basis.events.incidents.iter().filter_map(of).collect();
    sort(&mut list);
    let minutes = |took| super::statistics::float(took) / super::statistics::float(MINUTE);
    let values: Vec<f64> = list.iter().map(|(took, _)| minutes(*took)).collect();
    quantile(&values, 0.5)
}

/// From the start of the harm until users were served well again.
pub fn mitigate(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = basis.draft();
    let (found, span) = match find(basis, &mut draft) {
        Ok(found) => found,
        Err(why) => return draft.none(why, None),
    };
    let end = |incident: &Incident| incident.mitigated.or(incident.ended);
    if found.iter().all(|(incident, _)| end(incident).is_none()) {
        return draft.none(Why::ColumnMissing, None);
    }
    let last = span.map_or(0, |span| span.last);
    let seen = basis.options.exported.unwrap_or(last).max(last);
    let mut cases = Vec::new();
    for (incident, began) in found {
        let kind = u8::from(incident.mitigated.is_none());
        let ended = end(incident);
        let case = case(&mut draft, incident, began, ended.unwrap_or(seen), kind);
        let is_open = ended.is_none();
        cases.extend(case.map(|case| Case { is_open, ..case }));
    }
    let rule = |cases: &[Case]| {
        let open = cases.iter().filter(|case| case.is_open).count();
        Rule::Mitigate {
            to_close: of_kind(cases, 1) - count(open),
            open: count(open),
        }
    };
    MITIGATE.reading(draft, span, &cases, &rule)
}

/// Cases of pages by what is asked of each; those for which that is not said are left out.
fn ask(
    draft: &mut Draft,
    found: Vec<(&Incident, Millis)>,
    holds: &dyn Fn(&Incident) -> Option<bool>,
) -> Vec<Case> {
    let mut cases = Vec::with_capacity(found.len());
    for (incident, began) in found {
        match holds(incident) {
            Some(holds) => cases.push(Case {
                at: incident.at,
                when: began,
                took: 0,
                is_open: false,
                kind: if holds { HOLDS } else { 0 },
            }),
            None => draft.left.add(Reason::Unsaid, incident.at),
        }
    }
    cases
}

/// Leaves out what paged nobody.
fn pages(draft: &mut Draft, found: &mut Vec<(&Incident, Millis)>) {
    found.retain(|(incident, _)| {
        let is_page = incident.pages != Some(0);
        if !is_page {
            draft.left.add(Reason::NoPage, incident.at);
        }
        is_page
    });
}

/// The share of pages that needed action. Where no column says so, whether they were acknowledged stands in
/// for it.
pub fn precision(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = basis.draft();
    let (mut found, span) = match find(basis, &mut draft) {
        Ok(found) => found,
        Err(why) => return draft.none(why, None),
    };
    pages(&mut draft, &mut found);
    let is_said = found.iter().any(|(i, _)| i.was_acted_on.is_some());
    let is_acknowledged = found.iter().any(|(i, _)| i.acknowledged.is_some());
    if !is_said && !is_acknowledged {
        return draft.none(Why::ColumnMissing, None);
    }
    let rule = if is_said {
        Rule::Column
    } else {
        Rule::Acknowledged
    };
    let cases = ask(&mut draft, found, &|incident| {
        if is_said {
            incident.was_acted_on
        } else {
            Some(incident.acknowledged.is_some())
        }
    });
    if !is_said {
        draft.doubts.push(Doubt::StandIn);
    }
    PRECISION.reading(draft, span, &cases, &|_| rule)
}

/// The share of incidents that an alert found first.
pub fn found_first(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = basis.draft();
    let (found, span) = match find(basis, &mut draft) {
        Ok(found) => found,
        Err(why) => return draft.none(why, None),
    };
    let cases = ask(&mut draft, found, &|incident| incident.found_first);
    if cases.is_empty() {
        return draft.none(Why::ColumnMissing, None);
    }
    FOUND_FIRST.reading(draft, span, &cases, &|_| Rule::Column)
}

/// Incidents that paged somebody, by shift.
pub fn per_shift(basis: &Basis) -> Result<Reading, NoReading> {
    let (mut draft, options) = (basis.draft(), basis.options);
    let (mut found, span) = match find(basis, &mut draft) {
        Ok(found) => found,
        Err(why) => return draft.none(why, None),
    };
    if !found.is_empty() && found.iter().all(|(incident, _)| incident.pages.is_none()) {
        return draft.none(Why::PagesUnsaid, None);
    }
    pages(&mut draft, &mut found);
    found.retain(|(incident, _)| {
        let is_said = incident.pages.is_some();
        if !is_said {
            draft.left.add(Reason::Unsaid, incident.at);
        }
        is_said
    });
    let mut order: Vec<Sorted> = (0..)
        .zip(&found)
        .map(|(i, (_, began))| (*began, i))
        .collect();
    sort(&mut order);
    let period = match draft.period(span, true, weeks(4), &order) {
        Ok(period) => period,
        Err(why) => return draft.none(why, None),
    };
    // An hour more or less where the clocks change is an hour on call.
    let clock = u32::try_from((period.until - period.from) / HOUR).unwrap_or(0);
    let hours = options.on_call.unwrap_or(clock * options.rotations);
    if hours == 0 || options.shift == 0 {
        return draft.none(Why::NobodyOnCall, Some(period));
    }
    let row = |(_, i): &Sorted| found[place(*i)].0.at;
    let inside = within(&order, period);
    for other in order.iter().filter(|(at, _)| !period.has(*at)) {
        draft.left.add(Reason::OtherDays, row(other));
    }
    let n = count(inside.len());
    let (mut nights, mut last) = (0, i32::MIN);
    for (at, _) in inside {
        // From 10 pm to 6 am: eight hours, which end when the clock set back by six shows a new day.
        let (early, late) = (at - 6 * HOUR, at + 2 * HOUR);
        let night = day_at(&options.zone, early);
        let is_night = day_at(&options.zone, late) != night;
        nights += i32::from(is_night && night != last);
        last = if is_night { night } else { last };
    }
    Ok(Reading {
        metric: "pages-per-shift",
        value: f64::from(n) * f64::from(options.shift) / f64::from(hours),
        n,
        of: None,
        period: Some(period),
        rule: Rule::PagesPerShift {
            hours,
            shift: options.shift,
        },
        range: None,
        at_least: false,
        middle: None,
        counted: Vec::new(),
        all: inside.iter().map(row).collect(),
        values: Vec::new(),
        left_out: draft.left.list(),
        beside: vec![(Beside::Nights, f64::from(nights))],
        doubts: draft.doubts,
    })
}
