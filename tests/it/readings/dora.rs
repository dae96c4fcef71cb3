//! The five DORA numbers, worked out by hand.

use super::build::compute;
use super::build::{
    DAY, HOUR, MINUTE, MONDAY, all, change, deployed, incident, is_near, key, left, on_days, row,
    usual,
};
use plumbline::events::event::{Deployment, Events, Outcome};
use plumbline::events::reading::{
    Beside, Blame, Doubt, Failures, LeadFrom, Reason, RecoveryFrom, Rule, Wanted, Why,
};

#[test]
fn frequency_divides_by_the_weeks_of_whole_days() {
    // From noon of day 0 to noon of day 29: days 1 to 28 are whole.
    let days: Vec<i64> = (0..30).collect();
    let found = compute("deployment-frequency", &on_days(&days), &usual()).unwrap();
    let period = found.period.unwrap();
    assert_eq!((period.days(), found.n), (28, 28));
    assert_eq!(period.first().to_string(), "2026-03-03");
    assert_eq!(period.last().to_string(), "2026-03-30");
    assert!(is_near(found.value, 7.0));
    assert_eq!(left(&found.left_out, Reason::OtherDays), 2);
    assert_eq!(found.beside, [(Beside::DaysWithDeployments, 28.0)]);
    assert!(found.doubts.is_empty(), "{:?}", found.doubts);
}

#[test]
fn what_did_not_reach_production_is_left_out_and_counted() {
    let mut events = on_days(&(0..30).collect::<Vec<_>>());
    let with = |change: fn(&mut Deployment), i: u32| {
        let mut row = deployed(100 + i, MONDAY + 10 * DAY + HOUR);
        change(&mut row);
        row
    };
    events.deployments.extend([
        with(|d| d.outcome = Outcome::Running, 0),
        with(|d| d.outcome = Outcome::Cancelled, 1),
        with(|d| d.outcome = Outcome::Failed, 2),
        with(|d| d.is_production = false, 3),
        with(|d| d.finished = None.into(), 4),
        // Go writes a time that was never set as the year 1.
        with(|d| d.finished = Some(-62_135_596_800_000).into(), 5),
    ]);
    let found = compute("deployment-frequency", &events, &usual()).unwrap();
    assert!(is_near(found.value, 7.0));
    for why in [
        Reason::Running,
        Reason::Cancelled,
        Reason::PipelineFailed,
        Reason::OtherEnvironment,
        Reason::NoTime,
        Reason::ImpossibleTime,
    ] {
        assert_eq!(left(&found.left_out, why), 1, "{why:?}");
    }
}

#[test]
fn a_file_of_six_days_has_no_frequency_and_an_empty_one_neither() {
    let found = compute("deployment-frequency", &on_days(&[0, 1, 7]), &usual());
    assert_eq!(found.unwrap_err().why, Why::TooShort { days: 6 });
    let found = compute("deployment-frequency", &Events::default(), &usual());
    assert_eq!(found.unwrap_err().why, Why::NoRows);
}

#[test]
fn zero_is_zero_where_the_file_covers_the_days() {
    let mut events = on_days(&[0, 1, 2, 3, 4, 100]);
    let mut options = usual();
    options.wanted = Wanted::Weeks(4);
    let found = compute("deployment-frequency", &events, &options).unwrap();
    assert!(is_near(found.value, 0.0));
    // Days of which the file knows nothing are not zero.
    let day = found.period.unwrap().first();
    options.wanted = Wanted::Days(day.plus(400), day.plus(440));
    let found = compute("deployment-frequency", &events, &options);
    assert_eq!(found.unwrap_err().why, Why::NothingCovered);
    // Nothing in production at all is a question, and no zero.
    for row in &mut events.deployments {
        row.is_production = false;
    }
    let found = compute("deployment-frequency", &events, &usual()).unwrap_err();
    assert_eq!(found.why, Why::NoneLeft);
    assert_eq!(left(&found.left_out, Reason::OtherEnvironment), 6);
}

#[test]
fn deployments_of_the_first_and_last_day_alone_are_no_rate() {
    // The latest builds of Jenkins: many on one day, and one long before.
    let found = compute("deployment-frequency", &on_days(&[0, 100, 100]), &usual());
    assert_eq!(found.unwrap_err().why, Why::OnlyAtTheEdges { n: 3 });
    // Somebody knows that the file is whole: then they count, and those of the last half year do.
    let mut options = usual();
    let first = plumbline::model::Day::parse("2026-03-01").unwrap();
    options.covers = Some((first, first.plus(200)));
    let found = compute("deployment-frequency", &on_days(&[0, 100, 100]), &options);
    assert_eq!(found.unwrap().n, 2);
}

#[test]
fn with_fewer_than_four_in_four_weeks_half_a_year_is_taken() {
    let days: Vec<i64> = (0..14).map(|i| i * 14).collect();
    let found = compute("deployment-frequency", &on_days(&days), &usual()).unwrap();
    assert_eq!(found.period.unwrap().days(), 181);
    assert!(found.doubts.contains(&Doubt::Longer {
        usual: 4,
        taken: 26
    }));
    assert!(found.doubts.contains(&Doubt::Shorter {
        asked: 182,
        got: 181
    }));
    assert!(is_near(found.value, 12.0 / (181.0 / 7.0)));
}

#[test]
fn six_incidents_in_four_of_23_deployments_are_17_4_percent() {
    // DevLake counted incidents until its pull request 8890: 26.1 %.
    let mut events = on_days(&(0..23).collect::<Vec<_>>());
    for (i, of) in [2_u32, 2, 2, 7, 11, 20].into_iter().enumerate() {
        let began = MONDAY + i64::from(of) * DAY + 13 * HOUR;
        let number = u32::try_from(i).unwrap();
        let mut one = incident(number, began, Some(began + HOUR));
        one.cause = Some(key(1000 + u64::from(of)));
        events.incidents.push(one);
    }
    let found = compute("change-fail-rate", &events, &usual()).unwrap();
    assert_eq!((found.n, found.of), (4, Some(23)));
    assert!((found.value - 17.391).abs() < 0.001);
    assert_eq!(found.counted, [row(2), row(7), row(11), row(20)]);
    let range = found.range.unwrap();
    // Wilson's interval of 4 in 23.
    assert!((range.low - 6.98).abs() < 0.01 && (range.high - 37.14).abs() < 0.01);
    assert!(!found.at_least);
}

#[test]
fn nothing_that_marks_failures_is_no_zero() {
    let events = on_days(&(0..30).collect::<Vec<_>>());
    for metric in [
        "change-fail-rate",
        "failed-deployment-recovery-time",
        "deployment-rework-rate",
    ] {
        let found = compute(metric, &events, &usual()).unwrap_err();
        assert_eq!(found.why, Why::NothingMarks, "{metric}");
    }
}

#[test]
fn no_incidents_is_no_recovery_time() {
    // Four Keys showed it as "One year": dora-team/fourkeys#116.
    let mut events = on_days(&(0..30).collect::<Vec<_>>());
    for row in &mut events.deployments {
        row.has_failed_users = Some(false);
    }
    let found = compute("failed-deployment-recovery-time", &events, &usual()).unwrap_err();
    assert_eq!(found.why, Why::NoneFailed);
    let found = compute("change-fail-rate", &events, &usual()).unwrap();
    assert!(is_near(found.value, 0.0));
}

/// V1, V2, V3, and V1 again.
fn rolled_back() -> Events {
    let mut events = on_days(&[0, 2, 4, 5]);
    events.deployments[3].revision = events.deployments[0].revision;
    events
}

#[test]
fn a_rollback_blames_the_one_before_it_or_the_first_after_its_target() {
    let mut options = all();
    let found = compute("change-fail-rate", &rolled_back(), &options).unwrap();
    assert_eq!(found.counted, [row(2)]);
    assert_eq!(found.of, Some(4));
    // Only guessed: there may be more.
    assert!(found.at_least && found.doubts.contains(&Doubt::OnlyGuessed));
    options.blame = Blame::AfterTarget;
    let found = compute("change-fail-rate", &rolled_back(), &options).unwrap();
    assert_eq!(found.counted, [row(1)]);
    let failures = Failures {
        rollback: 1,
        blame: Blame::AfterTarget,
        ..Failures::default()
    };
    assert_eq!(
        found.rule,
        Rule::FailRate {
            failures,
            without_rollbacks: false
        }
    );
    options.without_rollbacks = true;
    let found = compute("change-fail-rate", &rolled_back(), &options).unwrap();
    assert_eq!((found.n, found.of), (1, Some(3)));
}

#[test]
fn the_same_again_and_the_way_forward_are_no_rollbacks() {
    let mut events = on_days(&[0, 1]);
    events.deployments[1].revision = events.deployments[0].revision;
    let found = compute("change-fail-rate", &events, &all());
    assert_eq!(found.unwrap_err().why, Why::NothingMarks);
    // V1, V2, V1 (a rollback), V2 (forward again).
    let mut events = on_days(&[0, 1, 2, 3]);
    for i in [2, 3] {
        events.deployments[i].revision = events.deployments[i - 2].revision;
    }
    let found = compute("change-fail-rate", &events, &all()).unwrap();
    assert_eq!(found.counted, [row(1)]);
    // Two regions that follow one another.
    let mut events = on_days(&[0, 1, 2, 3]);
    for (i, (environment, revision)) in [(8, 1), (8, 2), (9, 1), (9, 2)].into_iter().enumerate() {
        events.deployments[i].environment = Some(key(environment));
        events.deployments[i].revision = Some(key(revision));
    }
    let found = compute("change-fail-rate", &events, &all());
    assert_eq!(found.unwrap_err().why, Why::NothingMarks);
}

#[test]
fn recovery_ends_with_the_repair_where_no_incident_says_more() {
    let found = compute("failed-deployment-recovery-time", &rolled_back(), &all()).unwrap();
    assert!(is_near(found.value, 24.0));
    let Rule::Recovery {
        to_repair, open, ..
    } = found.rule
    else {
        panic!("{:?}", found.rule)
    };
    assert_eq!((to_repair, open), (1, 0));
}

#[test]
fn recovery_counts_from_the_harm_or_from_the_deployment_and_says_which() {
    // dora-team/fourkeys#119: the text said one, the query the other.
    let mut events = on_days(&(0..10).collect::<Vec<_>>());
    let out = MONDAY + 3 * DAY + 12 * HOUR;
    let mut one = incident(0, out + 30 * MINUTE, Some(out + 2 * HOUR));
    one.cause = events.deployments[3].revision;
    events.incidents.push(one);
    let mut options = all();
    let found = compute("failed-deployment-recovery-time", &events, &options).unwrap();
    assert!(is_near(found.value, 1.5));
    options.recovery_from = RecoveryFrom::Deployment;
    let found = compute("failed-deployment-recovery-time", &events, &options).unwrap();
    assert!(is_near(found.value, 2.0));
    // The harm was over before somebody closed it on paper: bentleypark/aiwatch#1019.
    events.incidents[0].mitigated = Some(out + HOUR);
    let found = compute("failed-deployment-recovery-time", &events, &options).unwrap();
    assert!(is_near(found.value, 1.0));
}

/// Three failures that took 1, 2 and 3 hours, and one that is open for so long.
fn with_open(open: i64) -> Events {
    let mut events = on_days(&(0..20).collect::<Vec<_>>());
    let last = MONDAY + 19 * DAY + 12 * HOUR;
    for (i, hours) in [(1, 1), (2, 2), (3, 3)] {
        let began = MONDAY + i64::from(i) * DAY + 13 * HOUR;
        let mut one = incident(i, began, Some(began + hours * HOUR));
        one.cause = Some(key(1000 + u64::from(i)));
        events.incidents.push(one);
    }
    let mut one = incident(9, last - open, None);
    one.cause = Some(key(1010));
    events.incidents.push(one);
    events
}

#[test]
fn an_open_failure_counts_with_its_age() {
    // Older than the median of 1, 2, 3 and itself: whatever becomes of it, that is (2 + 3) / 2.
    let found = compute(
        "failed-deployment-recovery-time",
        &with_open(100 * HOUR),
        &all(),
    );
    let found = found.unwrap();
    assert!(is_near(found.value, 2.5) && !found.at_least);
    assert_eq!(found.middle, Some((2.0, 3.0)));
    assert!(found.doubts.contains(&Doubt::OpenCounted { n: 1 }));
    // Younger: at least.
    let found = compute(
        "failed-deployment-recovery-time",
        &with_open(HOUR / 2),
        &all(),
    );
    let found = found.unwrap();
    assert!(is_near(found.value, 1.5) && found.at_least);
}

#[test]
fn pr1_of_devlake_takes_4478_minutes() {
    // 1440 minutes of coding, 60 until the review, 2978 until it was in production.
    let merged = MONDAY + 1500 * MINUTE;
    let mut pull = change(0, MONDAY);
    pull.merged = Some(merged);
    pull.revisions = vec![key(77), key(78)];
    let mut out = deployed(0, MONDAY + 4478 * MINUTE);
    out.revision = Some(key(77));
    let events = Events {
        deployments: vec![out],
        changes: vec![pull],
        ..Events::default()
    };
    let found = compute("change-lead-time", &events, &all()).unwrap();
    assert!(is_near(found.value * 60.0, 4478.0));
    assert!(found.doubts.contains(&Doubt::VeryFew { n: 1 }));
    let mut options = all();
    options.lead_from = Some(LeadFrom::Merge);
    let found = compute("change-lead-time", &events, &options).unwrap();
    assert!(is_near(found.value * 60.0, 2978.0));
    // The time before the merge is missing: a lower bound.
    assert!(found.at_least);
}
