//! What users of other tools report as wrong, each as a test.

use super::build::compute;
use super::build::{
    DAY, HOUR, MONDAY, all, change, deployed, incident, is_near, key, left, on_days, row, usual,
};
use plumbline::events::event::Outcome;
use plumbline::events::reading::{Clues, Doubt, Reason, Rule, Wanted, Why};
use plumbline::events::readings::Basis;
use plumbline::events::{Options, Zone};

#[test]
fn never_200_percent_however_many_incidents() {
    // gitlab#480920, gitlab#444295, devops-metrics-action#40, fourkeys#351.
    let mut events = on_days(&[0, 1]);
    for i in 0..4 {
        let mut one = incident(i, MONDAY + 30 * HOUR, None);
        one.cause = Some(key(1001));
        events.incidents.push(one);
    }
    let found = compute("change-fail-rate", &events, &all()).unwrap();
    assert_eq!((found.n, found.of), (1, Some(2)));
    assert!(is_near(found.value, 50.0));
}

#[test]
fn a_duplicated_row_counts_once() {
    // fourkeys#213, and a deployment with several commits as DevLake exports it.
    let mut events = on_days(&(0..30).collect::<Vec<_>>());
    let mut again = events.deployments[5];
    again.at = row(900);
    again.revision = Some(key(4242));
    events.deployments.push(again);
    let mut one = incident(0, MONDAY + 6 * DAY, None);
    one.cause = Some(key(4242));
    events.incidents.push(one);
    let found = compute("change-fail-rate", &events, &all()).unwrap();
    // Its second revision is found, too: fourkeys#285.
    assert_eq!((found.n, found.of), (1, Some(30)));
    assert_eq!(left(&found.left_out, Reason::Doubled), 1);
}

#[test]
fn a_window_moved_by_a_day_moves_no_link() {
    // devlake#4989.
    let mut events = on_days(&(0..40).collect::<Vec<_>>());
    let mut one = incident(0, MONDAY + 20 * DAY, Some(MONDAY + 21 * DAY));
    one.cause = Some(key(1019));
    events.incidents.push(one);
    let found = |from: i32, to: i32| {
        let mut options = usual();
        let first = plumbline::model::Day::parse("2026-03-02").unwrap();
        options.wanted = Wanted::Days(first.plus(from), first.plus(to));
        compute("change-fail-rate", &events, &options).unwrap()
    };
    // The deployment of day 19 failed, whether or not the incident's own day is within.
    assert_eq!(found(19, 25).counted, [row(19)]);
    assert_eq!(found(18, 19).counted, [row(19)]);
    assert_eq!(found(20, 26).n, 0);
}

#[test]
fn by_time_only_within_the_window_that_somebody_chose() {
    // devlake#8150: an incident went to the last deployment before it, however long ago.
    let mut events = on_days(&[0, 10, 20]);
    let noon = MONDAY + 10 * DAY + 12 * HOUR;
    events.incidents = vec![
        incident(0, noon + HOUR, Some(noon + 3 * HOUR)),
        incident(1, noon + 72 * HOUR, None),
    ];
    let found = compute("change-fail-rate", &events, &all());
    assert_eq!(found.unwrap_err().why, Why::NothingMarks);
    let mut options = all();
    options.clues.hours = Some(24);
    let found = compute("change-fail-rate", &events, &options).unwrap();
    assert_eq!(found.counted, [row(1)]);
    let Rule::FailRate { failures, .. } = found.rule else {
        panic!("{:?}", found.rule)
    };
    assert_eq!(failures.window, 1);
    assert!(found.doubts.contains(&Doubt::Unlinked { n: 1 }));
    assert_eq!(left(&found.left_out, Reason::NamesNoDeployment), 1);
    // What began on other days is no doubt about these.
    options.wanted = Wanted::Weeks(1);
    options.clues.hours = Some(1000);
    options.clues.link = false;
    events.incidents[1].began = Some(MONDAY);
    let found = compute("change-fail-rate", &events, &options).unwrap_err();
    assert_eq!(left(&found.left_out, Reason::NamesNoDeployment), 0);
}

#[test]
fn staging_is_not_counted_and_no_environment_is_told() {
    // devlake#4323, devlake#5169.
    let mut events = on_days(&(0..30).collect::<Vec<_>>());
    for row in &mut events.deployments {
        row.environment = None;
    }
    let found = compute("deployment-frequency", &events, &usual()).unwrap();
    assert!(found.doubts.contains(&Doubt::EnvironmentUnsaid));
    for row in events.deployments.iter_mut().step_by(2) {
        row.is_production = false;
    }
    let found = compute("deployment-frequency", &events, &usual()).unwrap();
    assert!(is_near(found.value, 3.5));
    assert_eq!(left(&found.left_out, Reason::OtherEnvironment), 15);
}

#[test]
fn a_failed_pipeline_is_no_failed_deployment() {
    // incubator-devlake-website#438: nothing reached users.
    let mut events = on_days(&(0..20).collect::<Vec<_>>());
    for row in &mut events.deployments {
        row.has_failed_users = Some(false);
    }
    for i in 30..40 {
        let mut row = deployed(i, MONDAY + 5 * DAY);
        row.outcome = Outcome::Failed;
        events.deployments.push(row);
    }
    let found = compute("change-fail-rate", &events, &all()).unwrap();
    assert_eq!((found.n, found.of), (0, Some(20)));
    assert_eq!(left(&found.left_out, Reason::PipelineFailed), 10);
}

#[test]
fn no_deployments_is_no_rate() {
    // pelorus#1097.
    let mut events = on_days(&[]);
    events.incidents.push(incident(0, MONDAY, None));
    let found = compute("change-fail-rate", &events, &usual());
    assert_eq!(found.unwrap_err().why, Why::NoRows);
}

#[test]
fn an_open_incident_counts_for_the_rate_and_for_recovery() {
    // pelorus#272, port-docs#1594.
    let mut events = on_days(&(0..20).collect::<Vec<_>>());
    let mut one = incident(0, MONDAY + 5 * DAY + 12 * HOUR, None);
    one.cause = Some(key(1005));
    let mut other = incident(
        1,
        MONDAY + 7 * DAY + 12 * HOUR,
        Some(MONDAY + 7 * DAY + 14 * HOUR),
    );
    other.cause = Some(key(1007));
    events.incidents = vec![one, other];
    let found = compute("change-fail-rate", &events, &all()).unwrap();
    assert_eq!(found.n, 2);
    let found = compute("failed-deployment-recovery-time", &events, &all()).unwrap();
    assert_eq!(found.n, 2);
    assert!(found.at_least, "one of the two in the middle is open");
    // Two hours, and 14 days up to the last moment of the files.
    assert_eq!(found.middle, Some((2.0, 14.0 * 24.0)));
}

#[test]
fn reverts_alone_miss_most_failures_and_that_is_said() {
    // middleware#557.
    let mut events = on_days(&[0, 2, 4]);
    let noon = |day: i64| MONDAY + day * DAY + 12 * HOUR;
    let original = change(0, noon(1));
    let mut revert = change(1, noon(3));
    revert.reverts = Some(original.revisions[0]);
    events.changes = vec![original, revert];
    let found = compute("change-fail-rate", &events, &all()).unwrap();
    assert_eq!(found.counted, [row(1)]);
    assert!(found.at_least && found.doubts.contains(&Doubt::OnlyGuessed));
    let found = compute("failed-deployment-recovery-time", &events, &all()).unwrap();
    assert!(is_near(found.value, 48.0));
    // Both in one deployment: users never saw it.
    events.changes[1].committed = Some(noon(1) + HOUR);
    let found = compute("change-fail-rate", &events, &all());
    assert_eq!(found.unwrap_err().why, Why::NothingMarks);
}

#[test]
fn a_hotfix_blames_the_one_before_it() {
    let mut events = on_days(&[0, 2, 4, 6]);
    events.deployments[2].says_hotfix = true;
    let found = compute("change-fail-rate", &events, &all()).unwrap();
    assert_eq!(found.counted, [row(1)]);
    let rework = compute("deployment-rework-rate", &events, &all()).unwrap();
    assert_eq!(rework.counted, [row(2)]);
    assert!(is_near(rework.value, 25.0) && rework.at_least);
    let mut options = all();
    options.clues = Clues {
        words: false,
        ..Clues::default()
    };
    let found = compute("change-fail-rate", &events, &options);
    assert_eq!(found.unwrap_err().why, Why::NothingMarks);
    // The column is final: somebody looked, and it was planned.
    events.deployments[2].is_unplanned = Some(false);
    let rework = compute("deployment-rework-rate", &events, &all()).unwrap();
    assert!(is_near(rework.value, 0.0) && !rework.at_least);
}

#[test]
fn a_rollback_of_what_an_incident_names_blames_nobody_else() {
    // V1, V2 (an incident names it), V3, V1 again.
    let mut events = on_days(&[0, 2, 4, 5]);
    events.deployments[3].revision = events.deployments[0].revision;
    let mut one = incident(0, MONDAY + 2 * DAY + 13 * HOUR, None);
    one.cause = events.deployments[1].revision;
    events.incidents.push(one);
    let found = compute("change-fail-rate", &events, &all()).unwrap();
    assert_eq!(found.counted, [row(1)]);
    // It was over with the rollback, although nobody closed the incident.
    let found = compute("failed-deployment-recovery-time", &events, &all()).unwrap();
    assert!(is_near(found.value, 71.0) && !found.at_least);
}

#[test]
fn two_in_the_morning_in_india_is_the_day_before_in_utc() {
    // harness-core-ui#9659, coder#7275.
    let two = MONDAY + 20 * HOUR + 30 * 60_000;
    let mut events = on_days(&(1..20).collect::<Vec<_>>());
    events.deployments.push(deployed(50, two));
    let first = |zone| {
        let mut options = Options::new(zone);
        options.wanted = Wanted::All;
        let found = compute("change-lead-time", &with_commits(&events), &options);
        found.unwrap().period.unwrap().first().to_string()
    };
    assert_eq!(first(Zone::utc()), "2026-03-02");
    let india = Zone::new("Asia/Kolkata", vec![(i64::MIN, 19_800)]);
    assert_eq!(first(india), "2026-03-03");
}

fn with_commits(events: &plumbline::events::Events) -> plumbline::events::Events {
    let mut events = events.clone();
    for row in &mut events.deployments {
        row.committed = row.finished.get().map(|at| at - HOUR).into();
    }
    events
}

#[test]
fn three_numbers_over_4_13_and_26_weeks() {
    let days: Vec<i64> = (0..200)
        .map(|i| if i < 100 { i * 2 } else { 100 + i })
        .collect();
    let events = on_days(&days);
    let options = usual();
    let mut basis = Basis::of(&events, &options);
    let found = basis.over("deployment-frequency", &[4, 13, 26]);
    let values: Vec<f64> = found.into_iter().map(|f| f.unwrap().value).collect();
    assert!(is_near(values[0], 7.0), "{values:?}");
    assert!(values[2] < values[1], "{values:?}");
    // And the days that were wanted are wanted again.
    let usual = basis.compute("deployment-frequency").unwrap();
    assert_eq!(usual.period.unwrap().days(), 28);
}

#[test]
fn on_one_day_the_file_s_own_order_tells_what_came_first() {
    // Days only: V1, V2, and V1 again on the same day; once the oldest first, once the latest.
    let mut events = on_days(&[0, 2, 2, 4]);
    for (row, revision) in events.deployments.iter_mut().zip([1, 2, 1, 3]) {
        row.revision = Some(key(revision));
        row.finished = row.finished.get().map(|at| at - 12 * HOUR).into();
    }
    for _ in 0..2 {
        let found = compute("change-fail-rate", &events, &all()).unwrap();
        assert_eq!(found.counted, [row(1)]);
        assert!(found.doubts.contains(&Doubt::AllAtMidnight));
        events.deployments.reverse();
        for (i, row) in (0..).zip(&mut events.deployments) {
            row.at.row = i;
        }
        // From here on the one that failed stands in row 2.
        events.deployments[2].at = row(1);
    }
}

#[test]
fn several_services_are_told_and_one_can_be_chosen() {
    let mut events = on_days(&(0..30).collect::<Vec<_>>());
    for (i, row) in events.deployments.iter_mut().enumerate() {
        row.service = Some(key(if i % 3 == 0 { 3 } else { 4 }));
    }
    let mut options = usual();
    let found = compute("deployment-frequency", &events, &options).unwrap();
    assert!(found.doubts.contains(&Doubt::SeveralServices { n: 2 }));
    let services = Basis::of(&events, &options).services().to_vec();
    assert_eq!(services, [(key(4), 20), (key(3), 10)]);
    options.service = Some(key(3));
    let found = compute("deployment-frequency", &events, &options).unwrap();
    assert_eq!(left(&found.left_out, Reason::OtherService), 20);
    assert_eq!(found.n, 9);
}
