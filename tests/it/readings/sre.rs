//! Incidents, pages, objectives and actions.

use super::build::compute;
use super::build::{DAY, HOUR, MINUTE, MONDAY, all, incident, is_near, key, left, row, usual};
use plumbline::events::event::{At, Events, Incident, Mark, Objective};
use plumbline::events::reading::{Beside, Doubt, NoReading, Reading, Reason, Rule, Wanted, Why};

fn of(incidents: Vec<Incident>) -> Events {
    Events {
        incidents,
        ..Events::default()
    }
}

/// An incident each of these days at ten in the morning.
fn on(days: &[i64]) -> Vec<Incident> {
    let each = (0..).zip(days);
    each.map(|(i, day)| incident(i, MONDAY + day * DAY + 10 * HOUR, None))
        .collect()
}

fn beside(reading: &Reading, what: Beside) -> Option<f64> {
    let found = reading.beside.iter().find(|(kind, _)| *kind == what);
    found.map(|(_, value)| *value)
}

#[test]
fn round_the_clock_four_weeks_are_56_shifts() {
    let mut incidents = on(&(0..30).collect::<Vec<_>>());
    // Two alerts of one incident, one that paged nobody, and a test.
    incidents.push(incidents[3]);
    incidents[7].pages = Some(0);
    incidents[8].counts = false;
    let found = compute("pages-per-shift", &of(incidents.clone()), &usual()).unwrap();
    assert_eq!(found.n, 26);
    let rule = Rule::PagesPerShift {
        hours: 672,
        shift: 12,
    };
    assert_eq!(found.rule, rule);
    assert!(is_near(found.value, 26.0 / 56.0));
    for why in [Reason::NoPage, Reason::NotAnIncident, Reason::Doubled] {
        assert_eq!(left(&found.left_out, why), 1, "{why:?}");
    }
    let mut options = usual();
    options.rotations = 2;
    let found = compute("pages-per-shift", &of(incidents.clone()), &options).unwrap();
    assert!(is_near(found.value, 26.0 / 112.0));
    options.rotations = 0;
    let found = compute("pages-per-shift", &of(incidents), &options);
    assert_eq!(found.unwrap_err().why, Why::NobodyOnCall);
}

#[test]
fn nights_are_from_ten_to_six() {
    let mut incidents = on(&[0, 40]);
    // One night, twice; another at its very beginning; one at its end; and two that are no nights.
    for (i, hours) in [(2, 23), (3, 29), (4, 70), (5, 78), (6, 93), (7, 125)] {
        incidents.push(incident(i, MONDAY + 14 * DAY + hours * HOUR, None));
    }
    let found = compute("pages-per-shift", &of(incidents), &usual()).unwrap();
    assert_eq!(found.n, 6);
    assert_eq!(beside(&found, Beside::Nights), Some(3.0));
}

fn took(minutes: &[i64], set: fn(&mut Incident, i64)) -> Events {
    let mut incidents = on(&(0..i64::try_from(minutes.len()).unwrap()).collect::<Vec<_>>());
    for (one, minutes) in incidents.iter_mut().zip(minutes) {
        let began = one.began.unwrap();
        set(one, began + minutes * MINUTE);
    }
    of(incidents)
}

#[test]
fn detecting_counts_in_minutes_with_the_longest_and_the_taking_up_beside() {
    let mut events = took(&[3, 9, 4, 200, 6], |one, at| one.detected = Some(at));
    for one in &mut events.incidents {
        one.acknowledged = one.detected.map(|at| at + 2 * MINUTE);
    }
    let found = compute("time-to-detect", &events, &all()).unwrap();
    assert!(is_near(found.value, 6.0));
    assert_eq!(beside(&found, Beside::Longest), Some(200.0));
    assert_eq!(beside(&found, Beside::Acknowledged), Some(8.0));
    // Many tools set the start to when it was opened.
    let zero = took(&[0, 0, 0, 0, 0], |one, at| one.detected = Some(at));
    let found = compute("time-to-detect", &zero, &all()).unwrap();
    assert!(found.doubts.contains(&Doubt::ZeroSpans { n: 5 }));
    let none = compute("time-to-detect", &of(on(&[0, 1])), &all());
    assert_eq!(none.unwrap_err().why, Why::ColumnMissing);
}

#[test]
fn mitigating_ends_with_the_harm_and_not_on_paper() {
    let mut events = took(&[800, 800, 800], |one, at| one.ended = Some(at));
    let found = compute("time-to-mitigate", &events, &all()).unwrap();
    assert!(is_near(found.value, 800.0));
    assert_eq!(
        found.rule,
        Rule::Mitigate {
            to_close: 3,
            open: 0
        }
    );
    for one in &mut events.incidents {
        one.mitigated = one.began.map(|at| at + 18 * MINUTE);
    }
    let found = compute("time-to-mitigate", &events, &all()).unwrap();
    assert!(is_near(found.value, 18.0));
    events.incidents[0].mitigated = Some(MONDAY);
    let found = compute("time-to-mitigate", &events, &all()).unwrap();
    assert_eq!(left(&found.left_out, Reason::Negative), 1);
}

#[test]
fn fewer_than_five_incidents_in_a_quarter_are_those_of_a_year() {
    let days = [0, 60, 120, 180, 240, 300, 360];
    let mut incidents = on(&days);
    for one in &mut incidents {
        one.mitigated = one.began.map(|at| at + HOUR);
    }
    let found = compute("time-to-mitigate", &of(incidents), &usual()).unwrap();
    assert_eq!(found.n, 7);
    let longer = Doubt::Longer {
        usual: 13,
        taken: 52,
    };
    assert!(found.doubts.contains(&longer));
}

#[test]
fn whether_a_page_was_acted_on_is_asked_and_only_stood_in_for() {
    let mut incidents = on(&(0..20).collect::<Vec<_>>());
    let found = compute("alert-precision", &of(incidents.clone()), &all());
    assert_eq!(found.unwrap_err().why, Why::ColumnMissing);
    for one in incidents.iter_mut().take(5) {
        one.acknowledged = one.began;
    }
    let found = compute("alert-precision", &of(incidents.clone()), &all()).unwrap();
    assert!(is_near(found.value, 25.0) && found.doubts.contains(&Doubt::StandIn));
    for (i, one) in incidents.iter_mut().enumerate() {
        one.was_acted_on = (i > 0).then_some(i % 2 == 0);
    }
    let found = compute("alert-precision", &of(incidents), &all()).unwrap();
    assert_eq!((found.n, found.of), (9, Some(19)));
    assert_eq!(found.rule, Rule::Column);
    assert_eq!(left(&found.left_out, Reason::Unsaid), 1);
}

fn mark(number: u32, when: Option<i64>, holds: Option<bool>) -> Mark {
    Mark {
        at: row(number),
        key: Some(key(300 + u64::from(number))),
        when: when.map(|day| MONDAY + day * DAY),
        holds,
    }
}

fn marks(marks: Vec<Mark>) -> Events {
    Events {
        marks,
        ..Events::default()
    }
}

#[test]
fn actions_without_a_date_count_as_not_done_and_those_to_come_not_at_all() {
    let events = marks(vec![
        mark(0, Some(0), Some(true)),
        mark(1, Some(10), Some(true)),
        mark(2, Some(20), Some(false)),
        mark(3, None, Some(true)),
        mark(4, None, None),
        mark(5, Some(400), Some(false)),
        // The same action again.
        mark(1, Some(10), Some(true)),
    ]);
    let mut options = usual();
    options.now = Some(MONDAY + 30 * DAY);
    let found = compute("postmortem-actions-done", &events, &options).unwrap();
    assert_eq!((found.n, found.of), (2, Some(5)));
    assert_eq!(beside(&found, Beside::WithoutDate), Some(2.0));
    assert_eq!(left(&found.left_out, Reason::NotDue), 1);
    assert_eq!(left(&found.left_out, Reason::Doubled), 1);
}

#[test]
fn each_service_counts_once_and_by_its_latest_row() {
    let events = marks(vec![
        mark(0, Some(0), Some(false)),
        Mark {
            key: Some(key(300)),
            ..mark(1, Some(9), Some(true))
        },
        mark(2, None, Some(false)),
        mark(3, None, None),
    ]);
    let found = compute("platform-adoption", &events, &usual()).unwrap();
    assert_eq!((found.n, found.of, found.period), (1, Some(2), None));
    assert_eq!(found.counted, [row(1)]);
}

fn objective(number: u32, of: u64, day: i64, reached: Option<f64>) -> Objective {
    Objective {
        at: At {
            file: 0,
            row: number,
        },
        key: Some(key(of)),
        when: Some(MONDAY + day * DAY),
        target: Some(99.9),
        reached,
        good: None,
        all: None,
        budget_left: None,
        days: Some(28.0),
    }
}

fn attainment(objectives: Vec<Objective>) -> Result<Reading, NoReading> {
    let events = Events {
        objectives,
        ..Events::default()
    };
    compute("slo-attainment", &events, &usual())
}

#[test]
fn an_objective_counts_once_a_month_and_unmeasured_is_missed() {
    let mut looks = vec![
        // March: what it was at its end.
        objective(0, 1, 3, Some(99.0)),
        objective(1, 1, 29, Some(99.95)),
        // April, and another that was not measured.
        objective(2, 1, 31, Some(99.8)),
        objective(3, 2, 31, None),
    ];
    for _ in 0..2 {
        let found = attainment(looks.clone()).unwrap();
        assert_eq!((found.n, found.of), (1, Some(3)));
        assert_eq!(found.rule, Rule::Objectives { unmeasured: 1 });
        assert_eq!(left(&found.left_out, Reason::EarlierLook), 1);
        assert_eq!(beside(&found, Beside::Objectives), Some(2.0));
        // Of 0.1 % budget 0.2 % were used.
        let budget = beside(&found, Beside::BudgetLeft).unwrap();
        assert!((budget + 100.0).abs() < 1e-6, "{budget}");
        // Whichever stands first.
        looks.reverse();
    }
}

#[test]
fn good_of_all_is_what_was_reached() {
    let mut one = objective(0, 1, 0, None);
    (one.good, one.all) = (Some(999.0), Some(1000.0));
    let found = attainment(vec![one]).unwrap();
    assert!(is_near(found.value, 100.0));
    // A ratio of 0.57 is 56.99999999999999 percent.
    (one.target, one.good, one.all) = (Some(57.0), None, None);
    one.reached = Some(0.57 * 100.0);
    let found = attainment(vec![one]).unwrap();
    assert!(is_near(found.value, 100.0));
    let mut one = objective(0, 1, 0, None);
    (one.target, one.budget_left) = (None, Some(-3.0));
    let found = attainment(vec![one]).unwrap();
    assert!(is_near(found.value, 0.0));
    assert_eq!(beside(&found, Beside::LowestBudget), Some(-3.0));
    let mut one = objective(0, 1, 0, None);
    one.target = None;
    assert_eq!(attainment(vec![one]).unwrap_err().why, Why::ColumnMissing);
    assert_eq!(attainment(Vec::new()).unwrap_err().why, Why::NoRows);
}

#[test]
fn what_events_do_not_tell_is_said() {
    let mut options = all();
    options.wanted = Wanted::All;
    let found = compute("toil-share", &Events::default(), &options);
    assert_eq!(found.unwrap_err().why, Why::NotFromEvents);
}
