//! Corners of the rules: rows that stand together, what is final, what is only guessed.

use super::build::compute;
use super::build::{
    DAY, HOUR, MONDAY, all, change, deployed, incident, is_near, key, left, on_days, row, usual,
};
use plumbline::events::Key;
use plumbline::events::event::{Events, Outcome, Spell};
use plumbline::events::reading::{Blame, Doubt, LeadFrom, RangeBy, Reason, Rule};

fn noon(day: i64) -> i64 {
    MONDAY + day * DAY + 12 * HOUR
}

#[test]
fn what_the_column_says_is_final() {
    let mut events = on_days(&[0, 2, 4]);
    let mut one = incident(0, noon(2) + HOUR, None);
    one.cause = Some(key(1001));
    events.incidents.push(one);
    events.deployments[1].has_failed_users = Some(false);
    let found = compute("change-fail-rate", &events, &all()).unwrap();
    assert_eq!((found.n, found.of), (0, Some(3)));
}

#[test]
fn of_several_deployments_of_a_revision_the_one_that_was_out_is_meant() {
    let mut events = on_days(&[0, 2, 4]);
    for row in &mut events.deployments {
        row.revision = Some(key(7));
    }
    let blamed = |began| {
        let mut events = events.clone();
        let mut one = incident(0, began, None);
        one.cause = Some(key(7));
        events.incidents.push(one);
        compute("change-fail-rate", &events, &all())
            .unwrap()
            .counted
    };
    assert_eq!(blamed(noon(2) + HOUR), [row(1)]);
    assert_eq!(blamed(noon(9)), [row(2)]);
    // It began while the first was on its way.
    assert_eq!(blamed(noon(0) - HOUR), [row(0)]);
}

#[test]
fn a_rollback_that_says_so_blames_one_and_not_two() {
    // V1, V2, V3, and V1 again, called a rollback.
    let mut events = on_days(&[0, 2, 4, 5]);
    events.deployments[3].revision = events.deployments[0].revision;
    events.deployments[3].says_rollback = true;
    let mut options = all();
    options.blame = Blame::AfterTarget;
    let found = compute("change-fail-rate", &events, &options).unwrap();
    assert_eq!(found.counted, [row(1)]);
}

#[test]
fn where_no_incident_knows_its_end_the_next_deployment_ended_it() {
    let mut events = on_days(&[0, 2, 5]);
    let mut one = incident(0, noon(2) + HOUR, None);
    one.cause = Some(key(1001));
    events.incidents.push(one);
    let found = compute("failed-deployment-recovery-time", &events, &all()).unwrap();
    assert!(is_near(found.value, 71.0) && !found.at_least);
}

#[test]
fn an_incident_that_began_before_counts_from_when_the_deployment_was_out() {
    let mut events = on_days(&[0, 2, 5]);
    let mut one = incident(0, noon(2) - HOUR, Some(noon(2) + 3 * HOUR));
    one.cause = Some(key(1001));
    events.incidents.push(one);
    let found = compute("failed-deployment-recovery-time", &events, &all()).unwrap();
    assert!(is_near(found.value, 3.0));
    assert!(found.doubts.contains(&Doubt::BeganBefore { n: 1 }));
}

#[test]
fn the_rows_of_one_deployment_speak_together() {
    let mut out = deployed(0, noon(0));
    out.has_failed_users = Some(false);
    out.committed = Some(noon(0) - HOUR).into();
    out.recovered = Some(noon(0) + HOUR).into();
    let mut other = out;
    other.at = row(1);
    other.revision = Some(key(8));
    other.has_failed_users = Some(true);
    other.committed = Some(noon(0) - 5 * HOUR).into();
    other.recovered = Some(noon(0) + 4 * HOUR).into();
    let events = Events {
        deployments: vec![out, other],
        ..Events::default()
    };
    let found = compute("change-fail-rate", &events, &all()).unwrap();
    assert_eq!((found.n, found.of), (1, Some(1)));
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert_eq!(found.values, [5.0]);
    let found = compute("failed-deployment-recovery-time", &events, &all()).unwrap();
    assert_eq!(found.values, [4.0]);
}

#[test]
fn a_row_that_says_how_it_ended_stands_for_one_that_does_not() {
    let mut created = deployed(0, noon(0));
    created.outcome = Outcome::Unsaid;
    created.committed = Some(noon(0) - HOUR).into();
    let mut succeeded = deployed(0, noon(0) + HOUR);
    succeeded.at = row(1);
    let events = Events {
        deployments: vec![created, succeeded],
        ..Events::default()
    };
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert_eq!(
        (found.values.as_slice(), found.all),
        (&[2.0][..], vec![row(1)])
    );
}

#[test]
fn days_tell_nothing_apart_and_moments_do() {
    let without = |at: i64, n: u32| {
        let mut events = on_days(&[0, 20]);
        for i in 0..n {
            let mut row = deployed(50 + i, at);
            (row.key, row.revision) = (None, None);
            events.deployments.push(row);
        }
        compute("deployment-frequency", &events, &usual())
            .unwrap()
            .n
    };
    assert_eq!(without(MONDAY + 10 * DAY, 3), 3);
    assert_eq!(without(noon(10) + 1, 3), 1);
}

#[test]
fn the_two_starts_are_not_mixed() {
    let mut events = on_days(&[0, 9]);
    for i in 0..3 {
        let mut pull = change(i, noon(1));
        pull.merged = Some(noon(i64::from(i) + 2));
        pull.committed = pull.committed.filter(|_| i == 0);
        events.changes.push(pull);
    }
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert_eq!((found.n, found.at_least), (3, true));
    assert_eq!(found.values, [5.0 * 24.0, 6.0 * 24.0, 7.0 * 24.0]);
    let mut options = all();
    options.lead_from = Some(LeadFrom::Commit);
    let found = compute("change-lead-time", &events, &options).unwrap();
    assert_eq!(found.values, [8.0 * 24.0]);
    assert_eq!(left(&found.left_out, Reason::NoCommitTime), 2);
}

#[test]
fn the_range_of_a_median_is_that_of_the_tables() {
    // Confidence intervals for a median: of 10 the 2nd and the 9th, of 20 the 6th and the 15th, of 6 the ends.
    for (n, expected) in [
        (5, None),
        (6, Some((1.0, 6.0))),
        (10, Some((2.0, 9.0))),
        (20, Some((6.0, 15.0))),
        (1200, Some((566.0, 635.0))),
    ] {
        let mut events = Events::default();
        for i in 0..n {
            let mut row = deployed(i, noon(0) + i64::from(i) * 60_000);
            row.committed = row
                .finished
                .get()
                .map(|at| at - (i64::from(i) + 1) * HOUR)
                .into();
            events.deployments.push(row);
        }
        let found = compute("change-lead-time", &events, &all()).unwrap();
        let range = found.range.map(|range| (range.low, range.high));
        assert_eq!(range, expected, "{n}");
        assert!(found.range.is_none_or(|r| r.by == RangeBy::OrderStatistics));
    }
}

#[test]
fn a_request_belongs_to_the_days_in_which_it_was_made() {
    let spell = |i: u32, from: i64, to: i64| Spell {
        at: row(i),
        key: None,
        from: Some(MONDAY + from * DAY + 9 * HOUR),
        to: Some(MONDAY + to * DAY + 10 * HOUR),
        hours: None,
    };
    let events = Events {
        spells: vec![spell(0, 0, 40), spell(1, 38, 38), spell(2, 57, 57)],
        ..Events::default()
    };
    let found = compute("platform-request-wait", &events, &usual()).unwrap();
    assert_eq!(found.all.len(), 2);
    // A new service to those in which it was there.
    let found = compute("new-service-lead-time", &events, &usual()).unwrap();
    assert_eq!(found.all.len(), 3);
}

#[test]
fn revisions_that_begin_alike_are_not_the_same_and_a_short_one_is_found() {
    let linked = |deployed: &str, written: &str| {
        let mut events = on_days(&[0, 4]);
        events.deployments[1].revision = Key::revision(deployed);
        let mut one = change(0, noon(1));
        one.revisions = Key::revision(written).into_iter().collect();
        events.changes = vec![one];
        let found = compute("change-lead-time", &events, &all()).unwrap();
        let Rule::LeadTime { by_revision, .. } = found.rule else {
            panic!("{:?}", found.rule)
        };
        by_revision == 1
    };
    let whole = "9f3c2d1aa0b1c2d3e4f5061728394a5b6c7d8e9f";
    assert!(linked(whole, whole));
    assert!(linked(whole, "9f3c2d1") && linked("9F3C2D1AA0", whole));
    assert!(!linked(whole, "9f3c2d1ab0b1c2d3e4f5061728394a5b6c7d8e9f"));
    assert!(!linked(whole, "9f3c2d2"));
}

#[test]
fn an_id_of_digits_is_a_cause_although_it_looks_like_a_revision() {
    let mut events = on_days(&[0, 4]);
    events.deployments[1].key = Key::of("2345678901");
    let mut one = incident(0, noon(5), None);
    (one.cause, one.cause_id) = (Key::revision("2345678901"), Key::of("2345678901"));
    events.incidents.push(one);
    let found = compute("change-fail-rate", &events, &all()).unwrap();
    assert_eq!(found.counted, [row(1)]);
}
