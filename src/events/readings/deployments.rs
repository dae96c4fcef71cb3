//! Deployment frequency, change fail rate and rework rate: what is counted over deployments.

use super::basis::Basis;
use super::choose::{Draft, Usual, weeks};
use super::failures::{Clue, Failed};
use super::shipped::Shipped;
use super::statistics::{count, place, share};
use crate::events::event::{At, Events};
use crate::events::period::{Period, day_at};
use crate::events::reading::{Beside, Doubt, NoReading, Reading, Reason, Rule, Why};

/// Four weeks; with fewer than four deployments half a year.
pub const FREQUENCY: Usual = Usual {
    weeks: 4,
    fewest: 4,
    longer: 26,
};
/// A quarter; with fewer than 20 deployments a year.
pub const FAIL_RATE: Usual = Usual {
    weeks: 13,
    fewest: 20,
    longer: 52,
};
/// Half a year.
pub const REWORK: Usual = weeks(26);

/// Which places of the order lie in a period; the others are left out.
pub fn places(draft: &mut Draft, shipped: &Shipped, period: Period) -> std::ops::Range<usize> {
    let places = shipped.places_in(period);
    for others in [0..places.start, places.end..shipped.len()] {
        draft.left.extend(Reason::OtherDays, &shipped.ats, others);
    }
    places
}

/// How many of them are in some days.
fn cases_of(shipped: &Shipped) -> impl Fn(Period) -> usize {
    |days| shipped.places_in(days).len()
}

/// What is doubtful about deployments as such.
pub fn doubt(draft: &mut Draft, shipped: &Shipped, places: std::ops::Range<usize>) {
    let n = count(places.len());
    let outs = || shipped.outs.some(places.clone());
    let unsaid = outs().filter(|out| out.is_unsaid()).count();
    if unsaid > 0 {
        let n = count(unsaid);
        draft.doubts.push(Doubt::OutcomeUnsaid { n });
    }
    if n > 0 && outs().all(|out| out.is_nowhere()) {
        draft.doubts.push(Doubt::EnvironmentUnsaid);
    }
    let services = count(shipped.services.len());
    if services > 1 && draft.options.service.is_none() {
        draft.doubts.push(Doubt::SeveralServices { n: services });
    }
    let zone = &draft.options.zone;
    let is_midnight = |at| crate::events::period::begin(zone, day_at(zone, at)) == at;
    // Most files are through with the first row.
    if n > 2 && places.clone().all(|i| is_midnight(shipped.at(i))) {
        draft.doubts.push(Doubt::AllAtMidnight);
    }
    if n > 2 && shipped.at(places.start) == shipped.at(places.end - 1) {
        draft.doubts.push(Doubt::AllTheSame);
    }
}

/// Deployments a week.
pub fn frequency(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = basis.of_deployments()?;
    let shipped = &basis.shipped;
    let period = match draft.period_by(shipped.span, true, FREQUENCY, &cases_of(shipped)) {
        Ok(period) => period,
        Err(why) => return draft.none(why, None),
    };
    let places = places(&mut draft, shipped, period);
    let covered = draft.covered(shipped.span, true);
    if covered.is_some_and(|covered| shipped.places_in(covered).is_empty()) {
        let n = count(shipped.len());
        return draft.none(Why::OnlyAtTheEdges { n }, Some(period));
    }
    doubt(&mut draft, shipped, places.clone());
    let n = count(places.len());
    let days = days_with(&draft, shipped, period);
    Ok(Reading {
        metric: "deployment-frequency",
        value: f64::from(n) / period.weeks(),
        n,
        of: None,
        period: Some(period),
        rule: Rule::Frequency,
        range: None,
        at_least: false,
        middle: None,
        counted: Vec::new(),
        all: shipped.places(places),
        values: Vec::new(),
        left_out: draft.left.list(),
        beside: vec![(Beside::DaysWithDeployments, days)],
        doubts: draft.doubts,
    })
}

/// On how many days of a period something was deployed.
fn days_with(draft: &Draft, shipped: &Shipped, period: Period) -> f64 {
    let (mut days, mut last) = (0, i32::MIN);
    for i in shipped.places_in(period) {
        let day = day_at(&draft.options.zone, shipped.at(i));
        days += i32::from(day != last);
        last = day;
    }
    f64::from(days)
}

/// Failed deployments of all deployments.
pub fn fail_rate(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = basis.of_deployments()?;
    let (shipped, failed, options) = (&basis.shipped, basis.failed(), basis.options);
    let period = match draft.period_by(shipped.span, false, FAIL_RATE, &cases_of(shipped)) {
        Ok(period) => period,
        Err(why) => return draft.none(why, None),
    };
    let mut places: Vec<usize> = places(&mut draft, shipped, period).collect();
    if options.without_rollbacks {
        places.retain(|i| {
            let is_rollback = failed.is_rollback(*i) || shipped.outs.get(*i).says_rollback();
            if is_rollback {
                draft.left.add(Reason::Rollback, shipped.told(*i).at);
            }
            !is_rollback
        });
    }
    let clues = places.iter().filter_map(|i| failed.clue(*i));
    let counts = Clue::counts(clues, options.blame);
    let is_failed = |i: &usize| failed.clue(*i).is_some();
    let counted: Vec<At> = shipped.places(places.iter().copied().filter(is_failed));
    if counted.is_empty() && !failed.is_told {
        return draft.none(Why::NothingMarks, Some(period));
    }
    doubt_links(&mut draft, failed, basis.events, period);
    if !failed.is_told {
        draft.doubts.push(Doubt::OnlyGuessed);
    }
    let rule = Rule::FailRate {
        failures: counts,
        without_rollbacks: options.without_rollbacks,
    };
    let all = shipped.places(places.into_iter());
    of_all(
        draft,
        shipped,
        "change-fail-rate",
        (counted, all),
        period,
        rule,
        !failed.is_told,
    )
}

/// Notes the incidents that name no deployment.
pub fn doubt_links(draft: &mut Draft, failed: &Failed, events: &Events, period: Period) {
    let mut n = 0;
    for number in &failed.unlinked {
        let incident = &events.incidents[place(*number)];
        if incident.began.is_none_or(|began| period.has(began)) {
            draft.left.add(Reason::NamesNoDeployment, incident.at);
            n += 1;
        }
    }
    if n > 0 {
        draft.doubts.push(Doubt::Unlinked { n });
    }
}

/// A share of deployments.
fn of_all(
    mut draft: Draft,
    shipped: &Shipped,
    metric: &'static str,
    (counted, all): (Vec<At>, Vec<At>),
    period: Period,
    rule: Rule,
    at_least: bool,
) -> Result<Reading, NoReading> {
    let (n, of) = (count(counted.len()), count(all.len()));
    let Some((value, range)) = share(n, of) else {
        return draft.none(Why::NoneLeft, Some(period));
    };
    doubt(&mut draft, shipped, shipped.places_in(period));
    draft.doubt_few(of);
    Ok(Reading {
        metric,
        value,
        n,
        of: Some(of),
        period: Some(period),
        rule,
        range: Some(range),
        at_least,
        middle: None,
        counted,
        all,
        values: Vec::new(),
        left_out: draft.left.list(),
        beside: Vec::new(),
        doubts: draft.doubts,
    })
}

/// Unplanned deployments after an incident, of all deployments.
pub fn rework(basis: &Basis) -> Result<Reading, NoReading> {
    let mut draft = basis.of_deployments()?;
    let (shipped, failed, options) = (&basis.shipped, basis.failed(), basis.options);
    let period = match draft.period_by(shipped.span, false, REWORK, &cases_of(shipped)) {
        Ok(period) => period,
        Err(why) => return draft.none(why, None),
    };
    let places = places(&mut draft, shipped, period);
    let (mut column, mut rollback, mut words, mut said) = (0, 0, 0, 0);
    let mut counted = Vec::new();
    for i in places.clone() {
        let out = shipped.outs.get(i);
        let group = match out.is_unplanned() {
            Some(is_unplanned) => {
                said += 1;
                is_unplanned.then_some(&mut column)
            }
            None if options.clues.rollback && failed.is_rollback(i) => Some(&mut rollback),
            None if options.clues.words && out.says_repair() => Some(&mut words),
            None => None,
        };
        if let Some(group) = group {
            *group += 1;
            counted.push(shipped.told(i).at);
        }
    }
    if counted.is_empty() && said == 0 {
        return draft.none(Why::NothingMarks, Some(period));
    }
    if said == 0 {
        draft.doubts.push(Doubt::OnlyGuessed);
    }
    let rule = Rule::Rework {
        column,
        rollback,
        words,
    };
    let all = shipped.places(places);
    let parts = (counted, all);
    let metric = "deployment-rework-rate";
    of_all(draft, shipped, metric, parts, period, rule, said == 0)
}
