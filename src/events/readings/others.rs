//! What other tools would say of the same rows and days.

use super::basis::Basis;
use super::cases::Case;
use super::lead_time::changes;
use super::recovery::cases;
use super::statistics::{Sorted, count, float, middle, place, quantile, sort};
use crate::events::event::{Incident, Outcome};
use crate::events::period::{HOUR, Period, day_at, weekday};
use crate::events::reading::{Because, LeadFrom, Other, Reading, RecoveryFrom, Who};
use crate::events::zone::{Millis, Zone};

/// What other tools would say, for a reading of one of the five DORA metrics.
pub fn others(basis: &Basis, reading: &Reading) -> Vec<Other> {
    let Some(period) = reading.period else {
        return Vec::new();
    };
    let found: &[Found] = match reading.metric {
        "deployment-frequency" => &[
            (Who::FourKeys, Because::DaysFromSunday, days_from_sunday),
            (Who::DevLake, Because::DaysFromMonday, days_from_monday),
        ],
        "change-lead-time" => &[
            (Who::DevLake, Because::LowerMedian, lower_lead_time),
            (Who::GitLab, Because::FromMergeByDay, by_day),
            (Who::Datadog, Because::AveragesOfDeployments, averages),
        ],
        "change-fail-rate" => &[
            (Who::GitLab, Because::Incidents, incidents),
            (Who::DevLake, Because::LastBefore, last_before),
            (Who::Sleuth, Because::WithinIncidents, within_incidents),
            (Who::Octopus, Because::FailedPipelines, failed_pipelines),
            (Who::Datadog, Because::WithoutRollbacks, without_rollbacks),
            (Who::Swarmia, Because::RollbacksAndReverts, by_version),
        ],
        "failed-deployment-recovery-time" => &[
            (Who::FourKeys, Because::WholeHours, whole_hours),
            (Who::DevLake, Because::ClosedFromDeployment, closed),
            (Who::LinearB, Because::Mean, mean),
            (Who::Octopus, Because::PipelineToSuccess, to_success),
        ],
        "deployment-rework-rate" => &[
            (Who::Haystack, Because::Hotfixes, hotfixes),
            (Who::Dora, Because::Repairs, repairs),
        ],
        _ => &[],
    };
    let each = found.iter().filter_map(|(who, because, value)| {
        Some(Other {
            who: *who,
            value: value(basis, period)?,
            because: *because,
        })
    });
    each.collect()
}

type Found = (Who, Because, fn(&Basis, Period) -> Option<f64>);

fn percent(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| 100.0 * f64::from(count(part)) / f64::from(count(whole)))
}

/// Values in order.
fn sorted(values: impl Iterator<Item = Millis>) -> Vec<Sorted> {
    let mut list: Vec<Sorted> = values.map(|value| (value, 0)).collect();
    sort(&mut list);
    list
}

fn median(values: impl Iterator<Item = Millis>) -> Option<f64> {
    let values: Vec<f64> = sorted(values).iter().map(|v| float(v.0)).collect();
    quantile(&values, 0.5)
}

fn lower(values: impl Iterator<Item = Millis>) -> Option<f64> {
    let list = sorted(values);
    list.get(middle(list.len()).0).map(|value| float(value.0))
}

fn hours(span: f64) -> f64 {
    span / float(HOUR)
}

/// The days with deployments of each week of a period, the first and last of which may be cut.
fn days_a_week(basis: &Basis, period: Period, zone: &Zone, from_sunday: i32) -> Vec<Millis> {
    let week = |at| {
        let day = day_at(zone, at) + from_sunday;
        day - weekday(day)
    };
    let (first, last) = (week(period.from), week(period.until - 1));
    let mut days: Vec<Millis> = (first..=last).step_by(7).map(|_| 0).collect();
    let mut known = i32::MIN;
    for i in basis.shipped.places_in(period) {
        let at = basis.shipped.at(i);
        let day = day_at(zone, at);
        if std::mem::replace(&mut known, day) != day {
            let at = usize::try_from((week(at) - first) / 7).unwrap_or(0);
            days[at] += 1;
        }
    }
    days
}

fn days_from_sunday(basis: &Basis, period: Period) -> Option<f64> {
    median(days_a_week(basis, period, &Zone::utc(), 1).into_iter())
}

fn days_from_monday(basis: &Basis, period: Period) -> Option<f64> {
    lower(days_a_week(basis, period, &basis.options.zone, 0).into_iter())
}

/// The cases of lead time in a period.
fn lead_times<'b>(basis: &'b Basis, period: Period) -> impl Iterator<Item = &'b Case> {
    let found = changes(basis).ok();
    let cases = found.into_iter().flat_map(|found| &found.cases);
    cases.filter(move |case| period.has(case.when))
}

fn lower_lead_time(basis: &Basis, period: Period) -> Option<f64> {
    lower(lead_times(basis, period).map(|case| case.took)).map(hours)
}

fn by_day(basis: &Basis, period: Period) -> Option<f64> {
    let events = basis.events;
    if events.changes.iter().all(|change| change.merged.is_none()) {
        return None;
    }
    let mut options = basis.options.clone();
    options.lead_from = Some(LeadFrom::Merge);
    let from_merge = Basis::of(events, &options);
    let day = |case: &Case| day_at(&basis.options.zone, case.when);
    groups(lead_times(&from_merge, period), &day, &|group| {
        median(group.iter().map(|v| v.0))
    })
}

fn averages(basis: &Basis, period: Period) -> Option<f64> {
    let shipped = &basis.shipped;
    let out = |case: &Case| {
        let place = shipped.order.before(case.when);
        i32::try_from(place).unwrap_or(i32::MAX)
    };
    groups(lead_times(basis, period), &out, &|group| {
        let sum: f64 = group.iter().map(|v| float(v.0)).sum();
        Some(sum / f64::from(count(group.len())))
    })
}

/// The median over groups of what each comes to, in hours.
fn groups<'a>(
    cases: impl Iterator<Item = &'a Case>,
    group: &dyn Fn(&Case) -> i32,
    each: &dyn Fn(&[Sorted]) -> Option<f64>,
) -> Option<f64> {
    // By group, and the value beside it as the place in a list.
    let mut values = Vec::new();
    let mut list = Vec::new();
    for case in cases {
        list.push((Millis::from(group(case)), count(values.len())));
        values.push(case.took);
    }
    sort(&mut list);
    let chunks = list.chunk_by(|a, b| a.0 == b.0);
    let found = chunks.filter_map(|chunk| {
        let own: Vec<Sorted> = chunk.iter().map(|c| (values[place(c.1)], 0)).collect();
        each(&own)
    });
    // To the millisecond, which is what all were sorted by.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "spans are far below 2^63 ms"
    )]
    let found: Vec<Millis> = found.map(|value| value.round() as Millis).collect();
    median(found.into_iter()).map(hours)
}

/// Incidents of a period.
fn began<'b>(basis: &'b Basis, period: Period) -> impl Iterator<Item = (&'b Incident, Millis)> {
    let each = basis.events.incidents.iter().filter(|i| i.counts);
    each.filter_map(move |i| Some((i, i.began.filter(|at| period.has(*at))?)))
}

fn incidents(basis: &Basis, period: Period) -> Option<f64> {
    if basis.events.incidents.is_empty() {
        return None;
    }
    percent(
        began(basis, period).count(),
        basis.shipped.places_in(period).len(),
    )
}

fn last_before(basis: &Basis, period: Period) -> Option<f64> {
    let incidents = basis.events.incidents.iter().filter(|i| i.counts);
    let order = &basis.shipped.order;
    let before = |at: Millis| order.before(at.saturating_add(1)).checked_sub(1);
    let found =
        incidents.filter_map(|incident| Some((Millis::from(count(before(incident.began?)?)), 0)));
    let mut found: Vec<Sorted> = found.collect();
    if found.is_empty() {
        return None;
    }
    sort(&mut found);
    found.dedup();
    let places = basis.shipped.places_in(period);
    let is_inside = |(i, _): &&Sorted| usize::try_from(*i).is_ok_and(|i| places.contains(&i));
    percent(found.iter().filter(is_inside).count(), places.len())
}

fn within_incidents(basis: &Basis, period: Period) -> Option<f64> {
    let incidents = basis.events.incidents.iter().filter(|i| i.counts);
    let spans: Vec<(Millis, Millis)> = incidents
        .filter_map(|i| Some((i.began?, i.mitigated.or(i.ended).unwrap_or(Millis::MAX))))
        .collect();
    if spans.is_empty() {
        return None;
    }
    let places = basis.shipped.places_in(period);
    // Between two places of the order, how many spans begin less how many end.
    let mut edges = vec![0_i32; basis.shipped.len() + 1];
    let order = &basis.shipped.order;
    for (from, to) in spans {
        let begin = order.before(from);
        let end = order.before(to.saturating_add(1));
        edges[begin] += 1;
        edges[end.max(begin)] -= 1;
    }
    let (mut open, mut failed) = (0, 0);
    for (i, edge) in edges.iter().enumerate() {
        open += edge;
        failed += usize::from(open > 0 && places.contains(&i));
    }
    percent(failed, places.len())
}

/// Pipelines to production that failed, with their moments.
fn failed(basis: &Basis, period: Period) -> impl Iterator<Item = Millis> {
    let rows = basis.events.each_deployment();
    let failed = rows.filter(|row| row.is_production && row.outcome == Outcome::Failed);
    let own = failed.filter(|row| {
        let service = basis.options.service;
        service.is_none() || service == row.service
    });
    own.filter_map(|row| row.finished.get())
        .filter(move |at| period.has(*at))
}

fn failed_pipelines(basis: &Basis, period: Period) -> Option<f64> {
    let n = failed(basis, period).count();
    let all = basis.shipped.places_in(period).len() + n;
    (n > 0).then(|| percent(n, all)).flatten()
}

fn without_rollbacks(basis: &Basis, period: Period) -> Option<f64> {
    let found = basis.failed();
    let is_rollback =
        |i: &usize| found.is_rollback(*i) || basis.shipped.outs.get(*i).says_rollback();
    let places = basis.shipped.places_in(period);
    let rollbacks = places.clone().filter(is_rollback).count();
    let failed = places.clone().filter(|i| found.clue(*i).is_some()).count();
    (rollbacks > 0)
        .then(|| percent(failed, places.len() - rollbacks))
        .flatten()
}

fn by_version(basis: &Basis, period: Period) -> Option<f64> {
    let mut options = basis.options.clone();
    options.clues.link = false;
    options.clues.words = false;
    options.clues.hours = None;
    let others = Basis::of(basis.events, &options);
    let found = others.failed();
    let places = basis.shipped.places_in(period);
    let is_failed = |i: &usize| found.clue(*i).is_some_and(|clue| clue.is_of_version());
    let n = places.clone().filter(is_failed).count();
    (n > 0).then(|| percent(n, places.len())).flatten()
}

/// How long the incidents of a period took that have ended.
fn ended(basis: &Basis, period: Period) -> impl Iterator<Item = Millis> {
    let each = began(basis, period);
    let took = each.filter_map(|(i, began)| Some(i.mitigated.or(i.ended)? - began));
    took.filter(|took| *took >= 0)
}

fn whole_hours(basis: &Basis, period: Period) -> Option<f64> {
    median(ended(basis, period).map(|took| took / HOUR))
}

fn closed(basis: &Basis, period: Period) -> Option<f64> {
    let found = recovered(basis, period, RecoveryFrom::Deployment);
    lower(found.into_iter()).map(hours)
}

fn mean(basis: &Basis, period: Period) -> Option<f64> {
    let found = recovered(basis, period, basis.options.recovery_from);
    let sum: f64 = found.iter().map(|took| float(*took)).sum();
    (!found.is_empty()).then(|| hours(sum / f64::from(count(found.len()))))
}

/// How long the failures of a period took that were repaired.
fn recovered(basis: &Basis, period: Period, from: RecoveryFrom) -> Vec<Millis> {
    let cases = cases(basis, from).into_iter();
    let closed = cases.filter(|case| !case.is_open && case.took >= 0 && period.has(case.when));
    closed.map(|case| case.took).collect()
}

fn to_success(basis: &Basis, period: Period) -> Option<f64> {
    let order = &basis.shipped.order;
    let (mut sum, mut n) = (0.0, 0);
    for at in failed(basis, period) {
        let next = order.before(at);
        if next < order.len() {
            sum += float(order.at(next) - at);
            n += 1;
        }
    }
    (n > 0).then(|| hours(sum / f64::from(n)))
}

fn hotfixes(basis: &Basis, period: Period) -> Option<f64> {
    let places = basis.shipped.places_in(period);
    let outs = basis.shipped.outs.some(places.clone());
    let n = outs.filter(|out| out.says_hotfix()).count();
    percent(n, places.len())
}

fn repairs(basis: &Basis, period: Period) -> Option<f64> {
    let found = basis.failed();
    let mut is_repair = vec![false; basis.shipped.len()];
    for repair in found.repairs() {
        is_repair[place(repair)] = true;
    }
    let places = basis.shipped.places_in(period);
    percent(
        places.clone().filter(|i| is_repair[*i]).count(),
        places.len(),
    )
}
