//! Incidents, alerts and pages. What goes on counts with its age at the last moment of the file.

use super::{clock, export};
use plumbline::events::Key;
use plumbline::events::event::Incident;
use plumbline::events::extract::extracted::Reason;

/// Row, begin, detection, mitigation and end of each.
fn times(incidents: &[Incident]) -> Vec<String> {
    let each = incidents.iter().map(|one| {
        let times = [one.began, one.detected, one.mitigated, one.ended].map(clock);
        let row = one.at.row;
        format!("{row}: {}", times.join(", "))
    });
    each.collect()
}

/// Without `resolved_at` the last change of a resolved one is its end, of an open one it is none. 40 and 120 minutes;
/// the open ones are 24 h and 0 min old on 10 November 09:00: sorted 0, 40, 120, 1440, the median is 80.
#[test]
fn pagerduty_incidents_end_with_their_last_change() {
    let one = export("pagerduty_incidents.json", None);
    assert_eq!(
        times(&one.events.incidents),
        [
            "0: 11-03 02:00, -, -, 11-03 02:40",
            "1: 11-05 14:00, -, -, 11-05 16:00",
            "2: 11-09 09:00, -, -, -",
            "3: 11-10 09:00, -, -, -",
        ]
    );
    assert_eq!(clock(one.events.incidents[2].acknowledged), "11-09 09:04");
}

/// Seconds after creation. Row 1 paged nobody. 3 to 16 November are 336 hours or 28 shifts with one page, row 2:
/// 1 / 28.
#[test]
fn pagerduty_analytics_counts_interruptions() {
    let one = export("pagerduty_analytics.csv", None);
    assert_eq!(clock(one.events.incidents[0].acknowledged), "11-02 02:02");
    let pages: Vec<_> = one.events.incidents.iter().map(|one| one.pages).collect();
    assert_eq!(pages, [Some(2), Some(0), Some(3), Some(1)]);
    assert_eq!(one.reading("time-to-detect"), Some((2.0, 3)));
}

/// `ackTime` is milliseconds since creation: 300000 are 5 minutes, 4852912663 are 56 days and some 4 hours. Two of
/// three were acted on.
#[test]
fn opsgenie_counts_milliseconds_from_creation() {
    let one = export("opsgenie_alerts.json", None);
    let acknowledged: Vec<_> = one
        .events
        .incidents
        .iter()
        .map(|one| clock(one.acknowledged))
        .collect();
    assert_eq!(acknowledged, ["11-02 02:05", "-", "11-05 06:01:52"]);
    assert_eq!(clock(one.events.incidents[0].ended), "11-02 03:00");
}

/// 90 and 30 minutes of impact; the open one is 0 minutes old at the last moment, its own begin: sorted 0, 30, 90,
/// the median is 30.
#[test]
fn opsgenie_incidents_have_an_impact() {
    let one = export("opsgenie_incidents.json", None);
    assert_eq!(
        times(&one.events.incidents),
        [
            "0: 11-03 10:00, -, 11-03 11:30, 11-03 11:30",
            "1: 11-09 10:05, -, 11-09 10:35, 11-09 10:35",
            "2: 11-11 10:00, -, -, -",
        ]
    );
}

/// Times are a list, named by another one. Declined and merged ones are none, and a test is of another sort. From
/// the impact to the report are 10, 20 and 10 minutes: the median is 10.
#[test]
fn incident_io_names_its_times() {
    let one = export("incident_io.json", None);
    assert_eq!(
        one.left(),
        [
            (Reason::OtherSort, &[3][..]),
            (Reason::Withdrawn, &[1, 2][..])
        ]
    );
    assert_eq!(
        times(&one.events.incidents),
        [
            "0: 11-03 10:00, 11-03 10:10, 11-03 11:00, 11-04 09:00",
            "4: 11-10 10:00, 11-10 10:20, 11-10 12:00, 11-10 13:00",
            "5: 11-16 10:00, 11-16 10:10, -, -",
        ]
    );
}

/// Detection and mitigation stand among the milestones: 4, 16 and 6 minutes until it was noticed, the median is 6.
#[test]
fn firehydrant_has_milestones() {
    let one = export("firehydrant.json", None);
    assert_eq!(
        times(&one.events.incidents),
        [
            "0: 11-03 10:00, 11-03 10:04, 11-03 10:45, 11-03 11:00",
            "1: 11-09 10:00, 11-09 10:16, 11-09 11:45, 11-09 12:00",
            "2: 11-16 10:00, 11-16 10:06, -, -",
        ]
    );
}

/// A test, planned work and a cancelled one are left out; a closed one without `resolved_at` ended when it was
/// closed. 02:00-08:00 is 10:00. 10 and 30 minutes: the median is 20.
#[test]
fn rootly_has_kinds() {
    let one = export("rootly.json", None);
    assert_eq!(
        one.left(),
        [
            (Reason::OtherSort, &[1, 2][..]),
            (Reason::Withdrawn, &[3][..])
        ]
    );
    assert_eq!(
        times(&one.events.incidents),
        [
            "0: 11-03 10:00, 11-03 10:10, 11-03 10:40, 11-03 11:00",
            "4: 11-09 10:00, 11-09 10:30, 11-09 12:00, 11-09 13:00",
        ]
    );
}

/// Planned maintenance is none. Row 0 was over after 18 minutes and closed after 13 h 20 min. 18, 60 and 30 minutes:
/// the median is 30.
#[test]
fn statuspage_closes_late_on_paper() {
    let one = export("statuspage.json", None);
    assert_eq!(one.left(), [(Reason::OtherSort, &[1][..])]);
    assert_eq!(
        times(&one.events.incidents),
        [
            "0: 11-03 10:00, -, 11-03 10:18, 11-03 23:20",
            "2: 11-09 10:00, -, 11-09 11:00, 11-09 12:00",
            "3: 11-16 10:00, -, 11-16 10:30, -",
        ]
    );
}

/// Row 1 has no time of detection, but 900 seconds until then; 0 seconds are no duration. 5, 15 and 7 minutes: the
/// median is 7.
#[test]
fn datadog_has_times_and_seconds() {
    let one = export("datadog_incidents.json", None);
    assert_eq!(
        times(&one.events.incidents),
        [
            "0: 11-03 10:00, 11-03 10:05, 11-03 11:00, 11-03 12:00",
            "1: 11-09 10:00, 11-09 10:15, 11-09 10:30, -",
            "2: 11-11 10:00, 11-11 10:07, -, -",
        ]
    );
}

/// Row 3 is done without a date, row 4 is row 1 again. 60 and 30 minutes, and an open one that is 0 minutes old at
/// the last moment, its own begin: the median is 30.
#[test]
fn devlake_incidents() {
    let one = export("devlake_incidents.csv", None);
    assert_eq!(
        one.left(),
        [
            (Reason::Again, &[4][..]),
            (Reason::ClosedWithoutTime, &[3][..])
        ]
    );
    assert_eq!(
        times(&one.events.incidents),
        [
            "0: 11-03 10:00, -, -, 11-03 11:00",
            "1: 11-05 10:00, -, -, 11-05 10:30",
            "2: 11-09 10:00, -, -, -",
        ]
    );
}

/// The cause is the last word. Each update repeats the incident: two are left, one of 120 minutes and one that is
/// open and 0 minutes old, the median is 60.
#[test]
fn four_keys_incidents_name_their_cause() {
    let one = export("fourkeys_incidents.csv", None);
    assert_eq!(one.left(), [(Reason::Again, &[2][..])]);
    assert_eq!(one.events.incidents[0].cause, Key::revision("aa11ffee5011"));
    assert_eq!(one.events.incidents[1].cause, Key::revision("ab11ffee5011"));
}

/// Months in French, with and without a dot, and a clock of twelve hours: 12:58 AM is two minutes to one at night.
/// The task is no incident. 60 and 150 minutes, one open and 0 minutes old: the median is 60.
#[test]
fn jira_in_french_has_incidents() {
    let one = export("jira_fr.csv", None);
    assert_eq!(one.left(), [(Reason::OtherSort, &[1][..])]);
    assert_eq!(
        times(&one.events.incidents),
        [
            "0: 08-05 14:47, -, -, 08-05 15:47",
            "2: 09-14 00:58, -, -, 09-14 03:28",
            "3: 09-16 10:00, -, -, -",
        ]
    );
}

/// An offset without a colon: 12:00+0200 is 10:00. 90 minutes, and an open one of 0: the median is 45.
#[test]
fn jira_by_its_api() {
    let one = export("jira_rest.json", None);
    assert_eq!(one.left(), [(Reason::OtherSort, &[2][..])]);
    assert_eq!(
        times(&one.events.incidents)[0],
        "0: 11-03 10:00, -, -, 11-03 11:30"
    );
}

/// 11-13-2026 can only be the 13th of November, so 11-02-2026 is the second. A cancelled one is none, a closed one
/// without a time is left out. 60 and 120 minutes, one open and 0 minutes old: the median is 60.
#[test]
fn servicenow_puts_the_month_first() {
    let one = export("servicenow.csv", None);
    assert_eq!(
        one.left(),
        [
            (Reason::Withdrawn, &[2][..]),
            (Reason::ClosedWithoutTime, &[4][..])
        ]
    );
    assert_eq!(
        times(&one.events.incidents),
        [
            "0: 11-02 09:00, -, -, 11-02 10:00",
            "1: 11-05 15:21:08, -, -, 11-05 17:21:08",
            "3: 11-13 09:00, -, -, -",
        ]
    );
}

/// States are numbers: 6 and 7 are over, 8 is cancelled. Row 1 has no end, but a duration that is written as a date
/// since 1970: a day and 4 hours. 60 and 1680 minutes, one open and 0 minutes old: the median is 60.
#[test]
fn servicenow_writes_durations_as_dates() {
    let one = export("servicenow_api.json", None);
    assert_eq!(one.left(), [(Reason::Withdrawn, &[2][..])]);
    assert_eq!(
        times(&one.events.incidents),
        [
            "0: 11-02 09:00, -, -, 11-02 10:00",
            "1: 11-05 09:00, -, -, 11-06 13:00",
            "3: 11-10 09:00, -, -, -",
        ]
    );
}
