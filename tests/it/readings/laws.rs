//! What must never change a number.

use super::build::compute;
use super::build::{MONDAY, all, change, deployed, incident, key, usual};
use plumbline::catalog::built_in;
use plumbline::events::event::{Deployment, Events, Outcome};
use plumbline::events::reading::{NoReading, Options, Reading, Why};
use plumbline::events::readings::Basis;
use plumbline::events::{Millis, Zone};
use plumbline::model::Day;
use proptest::prelude::*;
use std::collections::BTreeMap;

const DORA: [&str; 5] = [
    "deployment-frequency",
    "change-lead-time",
    "change-fail-rate",
    "failed-deployment-recovery-time",
    "deployment-rework-rate",
];

type Raw = (u8, u32, u8, u8);

/// Deployments, changes and incidents over some weeks, many of them linked.
fn events() -> impl Strategy<Value = Events> {
    let raw = || {
        prop::collection::vec(
            (any::<u8>(), 0..120_000_u32, any::<u8>(), any::<u8>()),
            0..40,
        )
    };
    (raw(), raw(), raw()).prop_map(|(deployments, changes, incidents)| Events {
        deployments: (0..).zip(deployments).map(one_deployment).collect(),
        changes: (0..).zip(changes).map(one_change).collect(),
        incidents: (0..).zip(incidents).map(one_incident).collect(),
        ..Events::default()
    })
}

fn at(minute: u32) -> Millis {
    MONDAY + i64::from(minute) * 60_000
}

fn one_deployment((i, (kind, minute, revision, more)): (u32, Raw)) -> Deployment {
    // No two at the same moment: which of them replaced the other, nobody could tell.
    let mut row = deployed(i, at(minute) + 1 + i64::from(i));
    row.outcome = match kind % 16 {
        0 => Outcome::Failed,
        1 => Outcome::Running,
        2 => Outcome::Cancelled,
        3 => Outcome::Unsaid,
        _ => Outcome::Succeeded,
    };
    row.is_production = kind % 7 != 0;
    row.service = (kind % 5 != 0).then(|| key(u64::from(kind % 3) + 50));
    row.revision = (revision % 9 != 0).then(|| key(u64::from(revision % 24) + 900));
    row.key = row.key.filter(|_| more % 8 != 0);
    row.has_failed_users = (more % 6 == 1).then_some(more % 4 == 1);
    row.is_unplanned = (more % 5 == 1).then_some(more % 4 == 1);
    row.recovered = (more % 10 == 3)
        .then(|| at(minute + u32::from(more)))
        .into();
    row.says_hotfix = more % 21 == 4;
    row.says_rollback = more % 23 == 4;
    row
}

fn one_change((i, (kind, minute, revision, more)): (u32, Raw)) -> plumbline::events::Change {
    let mut row = change(i, at(minute));
    row.key = Some(key(40_000 + u64::from(i)));
    if kind % 3 == 0 {
        row.revisions = vec![key(u64::from(revision % 24) + 900)];
    }
    if kind % 4 == 0 {
        row.merged = Some(at(minute + u32::from(more) * 10));
        row.revisions.push(key(60_000 + u64::from(i)));
    }
    row.is_merge = kind % 11 == 0;
    row.reverts = (kind % 13 == 0).then(|| key(u64::from(more % 24) + 900));
    row
}

fn one_incident((i, (kind, minute, revision, more)): (u32, Raw)) -> plumbline::events::Incident {
    let ended = (kind % 4 != 0).then(|| at(minute + u32::from(more) * 7));
    let mut row = incident(i, at(minute), ended);
    row.detected = (kind % 3 == 0).then(|| at(minute + u32::from(more % 16)));
    row.acknowledged = (kind % 5 == 0).then(|| at(minute + u32::from(more % 32)));
    row.cause = (kind % 2 == 0).then(|| key(u64::from(revision % 24) + 900));
    row.counts = kind % 9 != 0;
    row.found_first = (kind % 3 == 1).then_some(more % 2 == 0);
    row
}

fn values(events: &Events, options: &Options) -> Vec<(String, Result<Reading, NoReading>)> {
    let basis = Basis::of(events, options);
    let metrics = built_in().metrics.into_iter();
    metrics
        .map(|metric| (metric.id.to_string(), basis.compute(metric.id.as_str())))
        .collect()
}

/// What is the same however rows are named: the number, its cases, its days, its rule.
fn gist(events: &Events, options: &Options) -> Vec<String> {
    let each = values(events, options).into_iter();
    each.map(|(metric, result)| match result {
        Ok(r) => format!(
            "{metric} {} {} {:?} {:?} {:?} {:?} {} {:?}",
            r.value, r.n, r.of, r.period, r.rule, r.range, r.at_least, r.values
        ),
        Err(none) => format!("{metric} {:?}", none.why),
    })
    .collect()
}

fn options() -> impl Strategy<Value = Options> {
    (any::<bool>(), any::<bool>(), prop::option::of(1..48_u32)).prop_map(|(is_all, out, hours)| {
        let mut options = if is_all { all() } else { usual() };
        options.without_rollbacks = out;
        options.clues.hours = hours;
        options
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_rows_changes_nothing(events in events(), options in options(), turn in 0..40_usize) {
        let mut other = events.clone();
        other.deployments.reverse();
        other.incidents.reverse();
        let turn = turn.min(other.changes.len());
        other.changes.rotate_left(turn);
        prop_assert_eq!(gist(&events, &options), gist(&other, &options));
    }

    #[test]
    fn doubled_rows_change_nothing(events in events(), options in options(), every in 1..4_usize) {
        let mut other = events.clone();
        other.deployments.extend(events.deployments.iter().step_by(every).copied());
        other.changes.extend(events.changes.iter().step_by(every).cloned());
        other.incidents.extend(events.incidents.iter().step_by(every).copied());
        prop_assert_eq!(gist(&events, &options), gist(&other, &options));
    }

    #[test]
    fn shares_are_shares_and_medians_lie_within_their_ranges(events in events(), options in options()) {
        for (metric, result) in values(&events, &options) {
            let Ok(r) = result else { continue };
            if let Some(of) = r.of {
                prop_assert!((0.0..=100.0).contains(&r.value), "{metric} {}", r.value);
                prop_assert_eq!((r.counted.len(), r.all.len()), (r.n as usize, of as usize));
                prop_assert!(r.counted.iter().all(|row| r.all.contains(row)));
            } else {
                prop_assert_eq!(r.all.len(), r.n as usize);
            }
            if let Some(range) = r.range {
                prop_assert!(range.low <= r.value && r.value <= range.high, "{metric}");
            }
            if let Some((low, high)) = r.middle {
                prop_assert!(low <= r.value && r.value <= high && low < high);
            }
            prop_assert!(r.value.is_finite() && (r.value >= 0.0));
        }
    }

    #[test]
    fn frequency_times_weeks_is_the_count(events in events(), options in options()) {
        if let Ok(r) = compute(DORA[0], &events, &options) {
            let weeks = r.period.unwrap().weeks();
            prop_assert!((r.value * weeks - f64::from(r.n)).abs() < 1e-6);
        }
    }

    #[test]
    fn a_running_deployment_changes_nothing(events in events(), options in options(), minute in 0..200_000_u32) {
        let mut other = events.clone();
        let mut running = deployed(9000, at(minute));
        running.outcome = Outcome::Running;
        other.deployments.push(running);
        // It is a row, so that nothing reached production is another reason than no rows.
        let before = gist(&events, &options);
        if !events.deployments.is_empty() {
            prop_assert_eq!(before, gist(&other, &options));
        }
    }

    #[test]
    fn moving_all_moments_and_the_zone_together_changes_nothing(
        events in events(),
        options in options(),
        quarters in -56..=56_i32,
    ) {
        let shift = quarters * 900;
        let mut moved = options.clone();
        moved.zone = Zone::new("moved", vec![(i64::MIN, shift)]);
        let back = |at: &mut Option<Millis>| {
            *at = at.map(|at| at - Millis::from(shift) * 1000);
        };
        let mut other = events.clone();
        for row in &mut other.deployments {
            for at in [&mut row.finished, &mut row.committed, &mut row.recovered] {
                *at = at.get().map(|at| at - Millis::from(shift) * 1000).into();
            }
        }
        for row in &mut other.changes {
            for at in [&mut row.committed, &mut row.merged, &mut row.deployed] {
                back(at);
            }
        }
        for row in &mut other.incidents {
            for at in [&mut row.began, &mut row.detected, &mut row.acknowledged, &mut row.mitigated, &mut row.ended] {
                back(at);
            }
        }
        let here = values(&events, &options);
        let there = values(&other, &moved);
        for ((metric, one), (_, two)) in here.into_iter().zip(there) {
            match (one, two) {
                (Ok(one), Ok(mut two)) => {
                    let days = |r: &Reading| r.period.map(|p| (p.first(), p.last()));
                    prop_assert_eq!(days(&one), days(&two), "{}", metric);
                    two.period = one.period;
                    prop_assert_eq!(one, two, "{}", metric);
                }
                (one, two) => {
                    prop_assert_eq!(one.map_err(|none| none.why), two.map_err(|none| none.why));
                }
            }
        }
    }

    #[test]
    fn deployments_outside_the_days_change_only_links(events in events(), from in 0..40_i32, days in 7..40_i32) {
        let mut options = usual();
        let first = Day::parse("2026-03-02").unwrap().plus(from);
        options.covers = Some((first, first.plus(days)));
        let Some(period) = plumbline::events::Period::of(&options.zone, first, first.plus(days)) else {
            return Ok(());
        };
        options.wanted = plumbline::events::reading::Wanted::All;
        let mut other = events.clone();
        other.deployments.retain(|row| row.finished.get().is_some_and(|at| period.has(at)));
        let one = compute(DORA[0], &events, &options).ok().map(|r| (r.value, r.all));
        let two = compute(DORA[0], &other, &options).ok().map(|r| (r.value, r.all));
        // Nothing at all is no zero, unless the rest of the file is there to say that it was read.
        if two.is_some() {
            prop_assert_eq!(one, two);
        } else if let Some((value, _)) = one {
            prop_assert!(value == 0.0);
        }
    }

    #[test]
    fn every_row_is_a_case_or_left_out_for_a_reason(events in events(), options in options()) {
        for (metric, result) in values(&events, &options) {
            if !DORA.contains(&metric.as_str()) && !metric.starts_with("time-to-") {
                continue;
            }
            let (all, left_out) = match result {
                Ok(r) => (r.all, r.left_out),
                Err(none) if none.why == Why::NoneLeft && metric != DORA[1] => {
                    (Vec::new(), none.left_out)
                }
                Err(_) => continue,
            };
            let mut seen = BTreeMap::new();
            for row in all.into_iter().chain(left_out.iter().flat_map(|left| left.rows.iter())) {
                *seen.entry(row).or_insert(0) += 1;
            }
            prop_assert!(seen.values().all(|n| *n == 1), "{metric}: a row stands twice");
            let expected = match metric.as_str() {
                "deployment-frequency" | "deployment-rework-rate" => events.deployments.len(),
                "change-lead-time" if !events.changes.is_empty() => events.changes.len(),
                "time-to-detect" | "time-to-mitigate" => events.incidents.len(),
                _ => continue,
            };
            prop_assert_eq!(seen.len(), expected, "{}", metric);
        }
    }

    #[test]
    fn others_are_numbers_of_the_same_days(events in events(), options in options()) {
        let basis = Basis::of(&events, &options);
        for metric in DORA {
            let Ok(reading) = basis.compute(metric) else { continue };
            for other in basis.others(&reading) {
                prop_assert!(other.value.is_finite() && other.value >= 0.0, "{other:?}");
            }
        }
    }
}

#[test]
fn the_worlds_of_these_laws_are_not_empty() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut found = BTreeMap::new();
    for _ in 0..60 {
        let events = events().new_tree(&mut runner).unwrap().current();
        for metric in DORA
            .into_iter()
            .chain(["time-to-detect", "time-to-mitigate"])
        {
            *found.entry(metric).or_insert(0) +=
                u32::from(compute(metric, &events, &all()).is_ok());
        }
    }
    assert!(found.values().all(|n| *n > 20), "{found:?}");
}
