//! Requests, onboarding, new services and surveys.

use super::build::compute;
use super::build::{DAY, HOUR, MONDAY, all, is_near, key, left, row, usual};
use plumbline::events::Zone;
use plumbline::events::event::{Events, Score, Spell};
use plumbline::events::reading::{Beside, Doubt, Reason, Rule, Why};

/// From one hour to another, counted from Monday at midnight.
fn spell(number: u32, from: i64, to: Option<i64>) -> Spell {
    Spell {
        at: row(number),
        key: Some(key(700 + u64::from(number))),
        from: Some(MONDAY + from * HOUR),
        to: to.map(|to| MONDAY + to * HOUR),
        hours: None,
    }
}

fn spells(spells: Vec<Spell>) -> Events {
    Events {
        spells,
        ..Events::default()
    }
}

#[test]
fn working_hours_leave_out_nights_weekends_and_holidays() {
    // Friday at 16 to Monday at 10: one hour and one.
    let weekend = spell(0, 4 * 24 + 16, Some(7 * 24 + 10));
    let found = compute("platform-request-wait", &spells(vec![weekend]), &all()).unwrap();
    assert!(is_near(found.value, 2.0));
    // A whole week: five days of eight hours.
    let week = spell(0, 0, Some(7 * 24));
    let found = compute("platform-request-wait", &spells(vec![week]), &all()).unwrap();
    assert!(is_near(found.value, 40.0));
    let mut options = all();
    let wednesday = plumbline::model::Day::parse("2026-03-04").unwrap();
    options.hours.holidays = vec![wednesday];
    options.hours.days[0] = false;
    let found = compute("platform-request-wait", &spells(vec![week]), &options).unwrap();
    assert!(is_near(found.value, 24.0));
    options.hours.days = [false; 7];
    let found = compute("platform-request-wait", &spells(vec![week]), &options);
    assert_eq!(found.unwrap_err().why, Why::NoWorkingHours);
}

#[test]
fn working_hours_are_those_of_the_zone() {
    // Helsinki is two hours ahead: 7 in UTC is 9 there.
    let mut options = all();
    options.zone = Zone::new("Europe/Helsinki", vec![(i64::MIN, 7200)]);
    let early = spell(0, 7, Some(8));
    let found = compute("platform-request-wait", &spells(vec![early]), &options).unwrap();
    assert!(is_near(found.value, 1.0));
    let found = compute("platform-request-wait", &spells(vec![early]), &all()).unwrap();
    assert!(is_near(found.value, 0.0));
    // Served outside of working hours: nothing doubtful about that.
    assert!(!found.doubts.contains(&Doubt::ZeroSpans { n: 1 }));
}

#[test]
fn an_open_request_counts_up_to_the_end_of_the_file() {
    let events = spells(vec![
        spell(0, 9, Some(10)),
        spell(1, 9, None),
        spell(2, 9, Some(24 + 17)),
    ]);
    let found = compute("platform-request-wait", &events, &all()).unwrap();
    assert_eq!(found.values, [1.0, 16.0, 16.0]);
    assert_eq!(found.beside[1], (Beside::OldestOpen, 16.0));
    let open = Rule::WorkingHours {
        as_they_stand: 0,
        open: 1,
    };
    assert_eq!(found.rule, open);
    // A review that has not come yet is none.
    let found = compute("review-wait", &events, &all()).unwrap();
    assert_eq!(found.values, [1.0, 16.0]);
    assert_eq!(left(&found.left_out, Reason::StillOpen), 1);
}

#[test]
fn a_duration_alone_is_taken_as_it_stands() {
    let mut events = spells(vec![
        spell(0, 0, None),
        spell(1, 0, None),
        spell(2, 5, Some(2)),
    ]);
    for (one, hours) in events.spells.iter_mut().zip([3.0, -1.0]) {
        one.from = None;
        one.hours = Some(hours);
    }
    let found = compute("new-service-lead-time", &events, &all());
    // The only dates are of what ends before it starts.
    let found = found.unwrap();
    assert_eq!((found.values.as_slice(), found.period), (&[3.0][..], None));
    assert_eq!(left(&found.left_out, Reason::Negative), 2);
    assert!(found.doubts.contains(&Doubt::DurationsOnly { n: 1 }));
}

#[test]
fn the_first_day_is_day_1() {
    // Monday to Monday: six working days. Monday to the same Monday: one.
    let events = spells(vec![spell(0, 9, Some(7 * 24 + 12))]);
    let found = compute("time-to-onboard", &events, &all()).unwrap();
    assert!(is_near(found.value, 6.0));
    let events = spells(vec![spell(0, 9, Some(12))]);
    let found = compute("time-to-onboard", &events, &all()).unwrap();
    assert!(is_near(found.value, 1.0));
}

#[test]
fn pipelines_are_read_at_nine_of_ten() {
    let each = (0..11).map(|i| spell(i, 0, Some(i64::from(i))));
    let found = compute("ci-feedback-time", &spells(each.collect()), &all()).unwrap();
    assert!(is_near(found.value, 540.0));
}

fn scores(values: &[(f64, usize)]) -> Events {
    let each = values.iter().flat_map(|(value, n)| vec![*value; *n]);
    Events {
        scores: (0..)
            .zip(each)
            .map(|(i, value)| Score {
                at: row(i),
                when: None,
                value,
            })
            .collect(),
        ..Events::default()
    }
}

#[test]
fn promoters_less_detractors() {
    let events = scores(&[
        (10.0, 10),
        (9.0, 5),
        (8.0, 9),
        (7.0, 6),
        (6.0, 5),
        (0.0, 5),
        (11.0, 2),
    ]);
    let found = compute("developer-satisfaction-score", &events, &usual()).unwrap();
    assert_eq!(found.n, 40);
    assert!(is_near(found.value, 12.5));
    assert_eq!(left(&found.left_out, Reason::OutsideScale), 2);
    let rule = Rule::Promoters {
        promoters: 15,
        detractors: 10,
    };
    assert_eq!(found.rule, rule);
    // The metric's text: around 28 points with 30 answers.
    let range = found.range.unwrap();
    let error = (range.high - range.low) / 2.0;
    assert!(20.0 < error && error < 28.0, "{error}");
}

#[test]
fn with_fewer_than_30_answers_it_stays_open() {
    let events = scores(&[(5.0, 20), (4.0, 9)]);
    let found = compute("platform-ease", &events, &usual()).unwrap_err();
    assert_eq!(found.why, Why::TooFewAnswers { n: 29, asked: 30 });
    let events = scores(&[(5.0, 20), (4.0, 10), (3.0, 10)]);
    let found = compute("platform-ease", &events, &usual()).unwrap();
    assert!(is_near(found.value, 75.0));
    let found = compute("platform-ease", &Events::default(), &usual());
    assert_eq!(found.unwrap_err().why, Why::NoRows);
}

#[test]
fn a_request_of_another_month_is_left_out_with_its_reason() {
    let mut list: Vec<Spell> = (0..60)
        .map(|i| spell(i, i64::from(i) * 24 + 9, Some(i64::from(i) * 24 + 11)))
        .collect();
    list.push(list[59]);
    let found = compute("platform-request-wait", &spells(list), &usual()).unwrap();
    assert_eq!(found.period.unwrap().days(), 28);
    assert_eq!(found.n, 28);
    assert_eq!(left(&found.left_out, Reason::OtherDays), 32);
    assert_eq!(left(&found.left_out, Reason::Doubled), 1);
    assert_eq!(found.period.unwrap().until, MONDAY + 60 * DAY);
}
