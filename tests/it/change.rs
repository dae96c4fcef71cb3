//! Two states side by side, with numbers worked by hand.

use crate::world::{answered, between, level, not_applicable, questionnaire};
use plumbline::advice::{Change, changes, moved};
use plumbline::figure::trend::{Series, Trend};
use plumbline::model::{Answer, Questionnaire};
use plumbline::words::words;

fn part(parts: &[(&str, Change)], id: &str) -> Change {
    parts.iter().find(|(part, _)| *part == id).unwrap().1
}

#[test]
fn each_part_is_compared_over_what_both_states_share() {
    let q = questionnaire();
    let before = answered(&[
        ("a1", level(2)),
        ("a2", level(3)),
        ("c1", level(1)),
        ("c2", level(4)),
    ]);
    let after = answered(&[
        ("a1", level(4)),
        ("a2", level(3)),
        ("b1", level(5)),
        ("c1", level(3)),
        ("c2", not_applicable()),
    ]);
    let parts = changes((&q, &before), (&q, &after));
    // a: (25 + 50) / 2 = 37.5, then (75 + 50) / 2 = 62.5, over the same practices.
    let a = part(&parts, "a");
    assert_eq!((a.common, a.before, a.after), (2, 37.5, 62.5));
    assert_eq!((a.responses, a.scope, a.questionnaire), (25.0, 0.0, 0.0));
    // c: (0 + 75) / 2 = 37.5, then c1 alone at 50; in common is c1: 0, then 50.
    let c = part(&parts, "c");
    assert_eq!((c.common, c.before, c.after), (1, 37.5, 50.0));
    assert_eq!((c.responses, c.scope), (50.0, -37.5));
    // b has no value before, and so too little is known of one: both are left out.
    assert!(parts.iter().all(|(id, _)| !["b", "one"].contains(id)));
    // The whole: (37.5 + 37.5) / 2, then ((62.5 + 100) / 2 + 50) / 2. In common are a1, a2 and c1:
    // (37.5 + 0) / 2, then (62.5 + 50) / 2. What b and c2 add and take away is scope.
    let whole = part(&parts, "overall");
    assert_eq!(
        (whole.before, whole.after, whole.responses, whole.scope),
        (37.5, 65.625, 37.5, -9.375)
    );
    for (id, c) in &parts {
        let sum = c.responses + c.scope + c.questionnaire;
        assert!((sum - (c.after - c.before)).abs() < 1e-9, "{id}");
    }
}

/// The version before: a1 counted double, a3 was not there, and there was `gone`.
fn older() -> Questionnaire {
    let mut q = questionnaire();
    q.version = "0.9.0".into();
    q.practices[0].weight = 2.0;
    let mut gone = q.practices[2].clone();
    gone.id = crate::world::practice("gone");
    q.practices[2] = gone;
    q
}

#[test]
fn two_versions_of_a_questionnaire_are_compared_over_what_both_ask() {
    let (old, new) = (older(), questionnaire());
    let before = answered(&[("a1", level(3)), ("a2", level(1)), ("gone", level(5))]);
    let after = answered(&[("a1", level(3)), ("a2", level(2)), ("a3", level(5))]);
    let parts = changes((&old, &before), (&new, &after));
    let a = part(&parts, "a");
    // Before: (2 * 50 + 0 + 100) / 4 = 50. After: (50 + 25 + 100) / 3 = 58.33.
    // In common a1, a2: old weights 100 / 3 = 33.33, new weights 50 / 2 = 25, new answers 75 / 2 = 37.5.
    assert_eq!((a.common, a.before), (2, 50.0));
    assert!((a.after - 175.0 / 3.0).abs() < 1e-9);
    assert!((a.questionnaire - (25.0 - 100.0 / 3.0)).abs() < 1e-9);
    assert!((a.responses - 12.5).abs() < 1e-9);
    assert!((a.scope - ((100.0 / 3.0 - 50.0) + (175.0 / 3.0 - 37.5))).abs() < 1e-9);
    assert!(!a.is_noise);
}

#[test]
fn what_moved_is_listed_with_both_answers() {
    let q = questionnaire();
    let before = answered(&[
        ("a1", level(2)),
        ("a2", between(2)),
        ("b1", Answer::DontKnow),
    ]);
    let after = answered(&[("a1", level(2)), ("a2", level(3)), ("c1", level(1))]);
    let list = moved((&q, &before), (&q, &after));
    let said: Vec<_> = list
        .iter()
        .map(|m| (m.practice.as_str(), m.before, m.after))
        .collect();
    let (between, three, one) = (between(2), level(3), level(1));
    assert_eq!(
        said,
        [
            ("a2", Some(&between), Some(&three)),
            ("b1", Some(&Answer::DontKnow), None),
            ("c1", None, Some(&one)),
        ]
    );
    assert!(moved((&q, &before), (&q, &before)).is_empty());
}

#[test]
fn a_trend_names_what_rose_and_what_fell_most() {
    let line = |label: &str, values: &[Option<f64>]| Series {
        number: 1,
        leads: plumbline::figure::hits::Leads::Discipline("one".into()),
        label: label.into(),
        values: values.to_vec(),
    };
    let mut trend = Trend {
        states: vec!["Q1".into(), "Q2".into(), "Q3".into()],
        series: vec![
            line("up", &[None, Some(10.0), Some(40.0)]),
            line("down", &[Some(50.0), None, Some(30.0)]),
            line("once", &[None, None, Some(90.0)]),
        ],
    };
    let said = |trend: &Trend| words().trend_finding(trend);
    assert_eq!(
        said(&trend),
        "up rose most: +30 points. down fell most: −20 points."
    );
    // What is printed alike is a tie: 10.4 to 40.4 is as 10 to 40.
    let mut tied = trend.clone();
    tied.series
        .push(line("too", &[Some(10.4), None, Some(40.4)]));
    assert!(said(&tied).starts_with("up and too rose most: +30 points each."));
    tied.series.push(line("three", &[Some(0.0), Some(30.0)]));
    tied.series.push(line("four", &[Some(0.0), Some(30.0)]));
    assert!(said(&tied).starts_with("4 rose alike, more than the rest: +30 points each."));
    // Of one line there is no most; and what rounds to nothing has not moved.
    trend.series.truncate(1);
    assert_eq!(said(&trend), "up rose: +30 points.");
    trend.series[0].values = vec![Some(10.2), Some(9.8)];
    assert_eq!(said(&trend), words().rounds_page().trend_still);
}
