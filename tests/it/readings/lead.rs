//! Lead time at its three depths.

use super::build::compute;
use super::build::{DAY, HOUR, MINUTE, MONDAY, all, change, deployed, is_near, key, left, on_days};
use plumbline::events::event::Events;
use plumbline::events::reading::{Doubt, LeadFrom, Reason, Rule, Why};

#[test]
fn two_times_in_one_row_are_enough() {
    let mut events = on_days(&[0, 1, 2]);
    for (row, hours) in events.deployments.iter_mut().zip([1, 5, 9]) {
        row.committed = Some(row.finished.get().unwrap() - hours * HOUR).into();
    }
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert!(is_near(found.value, 5.0));
    assert_eq!(found.values, [1.0, 5.0, 9.0]);
    let Rule::LeadTime { from, own_row, .. } = found.rule else {
        panic!("{:?}", found.rule)
    };
    assert_eq!((from, own_row), (LeadFrom::Commit, 3));
}

#[test]
fn one_and_nine_are_five_and_both_are_shown() {
    // Four Keys says 5, DevLake the lower, 1: apache/devlake#7873.
    let mut events = on_days(&[0, 1]);
    for (row, hours) in events.deployments.iter_mut().zip([9, 1]) {
        row.committed = Some(row.finished.get().unwrap() - hours * HOUR).into();
    }
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert!(is_near(found.value, 5.0));
    assert_eq!(found.middle, Some((1.0, 9.0)));
    assert!(found.range.is_none());
}

#[test]
fn a_commit_belongs_to_the_first_deployment_after_it() {
    let mut events = on_days(&[0, 2, 4]);
    let noon = |day: i64| MONDAY + day * DAY + 12 * HOUR;
    events.changes = vec![
        // There before the first deployment of the file: nobody knows since when.
        change(0, noon(0) - HOUR),
        change(1, noon(0) + HOUR),
        change(2, noon(2) - HOUR),
        // Not deployed yet.
        change(3, noon(4) + HOUR),
        // The very moment: no time at all.
        change(4, noon(4)),
    ];
    let mut merge = change(5, noon(1));
    merge.is_merge = true;
    events.changes.push(merge);
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert_eq!(found.values, [1.0, 47.0]);
    for why in [
        Reason::BeforeFirstDeployment,
        Reason::NotDeployed,
        Reason::Zero,
        Reason::MergeCommit,
    ] {
        assert_eq!(left(&found.left_out, why), 1, "{why:?}");
    }
    assert!(found.doubts.contains(&Doubt::ByTime { n: 2 }));
}

#[test]
fn days_are_no_hours() {
    let mut events = on_days(&[10, 11, 12, 13]);
    for (row, days) in events.deployments.iter_mut().zip([1, 3, 2, 1]) {
        let midnight = row.finished.get().unwrap() - 12 * HOUR;
        (row.finished, row.committed) = (Some(midnight).into(), Some(midnight - days * DAY).into());
    }
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert!(found.doubts.contains(&Doubt::AllAtMidnight));
    // Whole days from noon to noon are times.
    let mut noon = events.clone();
    for row in &mut noon.deployments {
        let later = |at: Option<i64>| at.map(|at| at + 12 * HOUR).into();
        (row.finished, row.committed) = (later(row.finished.get()), later(row.committed.get()));
    }
    let found = compute("change-lead-time", &noon, &all()).unwrap();
    assert!(!found.doubts.contains(&Doubt::AllAtMidnight));
    events.deployments[1].committed = Some(MONDAY + 5 * HOUR).into();
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert!(!found.doubts.contains(&Doubt::AllAtMidnight));
}

#[test]
fn what_is_younger_than_the_commit_that_was_deployed_is_not_in_it() {
    // The deployment of `head` took an hour; meanwhile the next commit was made.
    let noon = MONDAY + 2 * DAY + 12 * HOUR;
    let mut events = on_days(&[0, 2, 3]);
    let head = change(0, noon - HOUR);
    events.deployments[1].revision = Some(head.revisions[0]);
    events.changes = vec![head, change(1, noon - 30 * MINUTE)];
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert_eq!(found.values, [1.0, 24.5]);
    let Rule::LeadTime {
        by_revision,
        by_time,
        ..
    } = found.rule
    else {
        panic!("{:?}", found.rule)
    };
    assert_eq!((by_revision, by_time), (1, 1));
}

#[test]
fn the_first_deployment_that_has_it_counts_and_no_later_one() {
    let mut events = on_days(&[0, 2, 4]);
    let one = change(0, MONDAY + DAY + 12 * HOUR);
    for i in [1, 2] {
        events.deployments[i].revision = Some(one.revisions[0]);
    }
    events.changes = vec![one];
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert_eq!(found.values, [24.0]);
}

#[test]
fn commits_of_a_pull_request_that_is_counted_count_with_it() {
    let mut events = on_days(&[0, 4]);
    let mut pull = change(0, MONDAY + DAY);
    pull.merged = Some(MONDAY + 3 * DAY);
    pull.revisions = vec![key(7), key(8), key(9)];
    let commit = |number, revision, at| {
        let mut commit = change(number, at);
        commit.revisions = vec![key(revision)];
        commit
    };
    events.changes = vec![
        commit(1, 8, MONDAY + DAY),
        pull,
        commit(2, 9, MONDAY + 2 * DAY),
    ];
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert_eq!(found.values, [3.5 * 24.0]);
    assert_eq!(left(&found.left_out, Reason::InPullRequest), 2);
}

#[test]
fn ends_before_starts_are_shown_and_not_counted() {
    // Clocks differ, or somebody rebased: Four Keys drops these silently.
    let mut events = on_days(&[0, 1, 2]);
    for (row, hours) in events.deployments.iter_mut().zip([-1, 0, 4]) {
        row.committed = Some(row.finished.get().unwrap() - hours * HOUR).into();
    }
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert_eq!(found.values, [4.0]);
    assert_eq!(left(&found.left_out, Reason::Negative), 1);
    assert_eq!(left(&found.left_out, Reason::Zero), 1);
}

#[test]
fn commits_alone_and_deployments_alone_say_what_is_missing() {
    let alone = Events {
        changes: vec![change(0, MONDAY)],
        ..Events::default()
    };
    let found = compute("change-lead-time", &alone, &all()).unwrap_err();
    assert_eq!(found.why, Why::NoDeployments);
    let found = compute("change-lead-time", &on_days(&[0, 1]), &all()).unwrap_err();
    assert_eq!(found.why, Why::NoChanges);
    let found = compute("change-lead-time", &Events::default(), &all()).unwrap_err();
    assert_eq!(found.why, Why::NoRows);
}

#[test]
fn only_merges_are_a_lower_bound_and_said_so() {
    let mut events = on_days(&[0, 4]);
    let mut pull = change(0, MONDAY);
    pull.committed = None;
    pull.merged = Some(MONDAY + 3 * DAY);
    events.changes = vec![pull];
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert!(is_near(found.value, 36.0) && found.at_least);
    assert!(found.doubts.contains(&Doubt::FromMerge));
}

#[test]
fn a_deployment_is_put_into_the_period_and_not_its_commit() {
    let days: Vec<i64> = (0..60).collect();
    let mut events = on_days(&days);
    for row in &mut events.deployments {
        row.committed = Some(row.finished.get().unwrap() - 40 * 24 * HOUR).into();
    }
    let found = compute("change-lead-time", &events, &super::build::usual()).unwrap();
    assert_eq!(found.n, 28);
    assert_eq!(left(&found.left_out, Reason::OtherDays), 32);
    let range = found.range.unwrap();
    assert!(range.low <= found.value && found.value <= range.high);
}

#[test]
fn a_dump_of_statuses_is_one_deployment() {
    // GitHub: pending, success, and much later inactive, which means that the next one replaced it.
    let mut out = deployed(0, MONDAY + HOUR);
    out.committed = Some(MONDAY).into();
    let mut pending = out;
    pending.outcome = plumbline::events::Outcome::Running;
    pending.finished = None.into();
    let mut inactive = out;
    inactive.finished = Some(MONDAY + 6 * DAY).into();
    let events = Events {
        deployments: vec![inactive, pending, out],
        ..Events::default()
    };
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert_eq!(found.values, [1.0]);
    assert_eq!(left(&found.left_out, Reason::Doubled), 2);
    assert_eq!(left(&found.left_out, Reason::Running), 0);
}
