//! What other tools would say of the same rows.

use super::build::{
    DAY, HOUR, MONDAY, all, change, deployed, incident, is_near, key, on_days, usual,
};
use plumbline::events::event::{Events, Outcome};
use plumbline::events::reading::{Because, Options, Who};
use plumbline::events::readings::Basis;

fn others(events: &Events, options: &Options, metric: &str) -> Vec<(Who, Because, f64)> {
    let basis = Basis::of(events, options);
    let reading = basis.compute(metric).unwrap();
    let found = basis.others(&reading);
    let each = found.iter().map(|o| (o.who, o.because, o.value));
    each.collect()
}

fn said(found: &[(Who, Because, f64)], because: Because) -> Option<f64> {
    found.iter().find(|o| o.1 == because).map(|o| o.2)
}

#[test]
fn three_a_day_on_three_days_a_week_are_three_days() {
    // apache/devlake#4634: why are three days a week "daily"?
    let mut events = Events::default();
    for week in 0..6_i64 {
        for (day, hour) in [
            (0, 9),
            (0, 10),
            (0, 11),
            (2, 9),
            (2, 10),
            (2, 11),
            (4, 9),
            (4, 10),
        ] {
            let number = u32::try_from(events.deployments.len()).unwrap();
            let at = MONDAY + (week * 7 + day) * DAY + hour * HOUR;
            events.deployments.push(deployed(number, at));
        }
    }
    let found = others(&events, &usual(), "deployment-frequency");
    assert_eq!(said(&found, Because::DaysFromSunday), Some(3.0));
    assert_eq!(said(&found, Because::DaysFromMonday), Some(3.0));
}

#[test]
fn one_and_nine_are_one_for_dev_lake_and_deployments_are_averaged_by_datadog() {
    let mut events = on_days(&[0, 1, 2]);
    let noon = |day: i64| MONDAY + day * DAY + 12 * HOUR;
    events.changes = vec![change(0, noon(1) - HOUR), change(1, noon(2) - 9 * HOUR)];
    let found = others(&events, &all(), "change-lead-time");
    assert_eq!(said(&found, Because::LowerMedian), Some(1.0));
    assert_eq!(said(&found, Because::AveragesOfDeployments), Some(5.0));
    // Nobody knows a merge.
    assert_eq!(said(&found, Because::FromMergeByDay), None);
    for change in &mut events.changes {
        change.merged = change.committed.map(|at| at + HOUR / 2);
    }
    let found = others(&events, &all(), "change-lead-time");
    assert_eq!(said(&found, Because::FromMergeByDay), Some(4.5));
}

#[test]
fn one_incident_over_two_of_20_and_two_incidents_on_one() {
    let mut events = on_days(&(0..20).collect::<Vec<_>>());
    let noon = |day: i64| MONDAY + day * DAY + 12 * HOUR;
    for (i, (from, to)) in [(4, 6), (10, 10), (10, 10)].into_iter().enumerate() {
        let number = u32::try_from(i).unwrap();
        let mut one = incident(number, noon(from) + HOUR, Some(noon(to) + 2 * HOUR));
        one.cause = Some(key(1010));
        events.incidents.push(one);
    }
    let mut pipeline = deployed(90, noon(3) - HOUR);
    pipeline.outcome = Outcome::Failed;
    events.deployments.push(pipeline);
    let found = others(&events, &all(), "change-fail-rate");
    // All three name the same deployment: here 5 %.
    assert_eq!(said(&found, Because::Incidents), Some(15.0));
    assert_eq!(said(&found, Because::LastBefore), Some(10.0));
    assert_eq!(said(&found, Because::WithinIncidents), Some(10.0));
    assert_eq!(said(&found, Because::FailedPipelines), Some(100.0 / 21.0));
    let found = others(&events, &all(), "failed-deployment-recovery-time");
    // 49 hours, 1 hour and 1 hour, each by itself.
    assert_eq!(said(&found, Because::WholeHours), Some(1.0));
    assert_eq!(said(&found, Because::PipelineToSuccess), Some(1.0));
    assert_eq!(said(&found, Because::ClosedFromDeployment), Some(2.0));
}

#[test]
fn gitlab_would_say_200_percent() {
    let mut events = on_days(&[0, 1]);
    for i in 0..4 {
        let mut one = incident(i, MONDAY + 30 * HOUR, None);
        one.cause = Some(key(1001));
        events.incidents.push(one);
    }
    let found = others(&events, &all(), "change-fail-rate");
    assert_eq!(said(&found, Because::Incidents), Some(200.0));
}

#[test]
fn rollbacks_are_taken_out_by_datadog_and_all_there_is_for_swarmia() {
    let mut events = on_days(&[0, 2, 4, 5]);
    events.deployments[3].revision = events.deployments[0].revision;
    events.deployments[1].says_hotfix = true;
    let found = others(&events, &all(), "change-fail-rate");
    assert!(is_near(
        said(&found, Because::WithoutRollbacks).unwrap(),
        200.0 / 3.0
    ));
    assert_eq!(said(&found, Because::RollbacksAndReverts), Some(25.0));
    let found = others(&events, &all(), "deployment-rework-rate");
    assert_eq!(said(&found, Because::Hotfixes), Some(25.0));
    assert_eq!(said(&found, Because::Repairs), Some(50.0));
    let found = others(&events, &all(), "failed-deployment-recovery-time");
    assert_eq!(said(&found, Because::Mean), Some(36.0));
}
