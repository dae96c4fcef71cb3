//! Two states side by side, with numbers worked by hand.

use crate::world::{answered, between, level, not_applicable, questionnaire};
use plumbline::advice::{Change, changes, moved};
use plumbline::figure::trend::{Series, Trend};
use plumbline::model::{Answer, Questionnaire};

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
    // one: a alone, then the mean of a and b: 62.5 and 100. What b adds is scope.
    let one = part(&parts, "one");
    assert_eq!(
        (one.before, one.after, one.responses, one.scope),
        (37.5, 81.25, 25.0, 18.75)
    );
    // b has no value before, so it is left out.
    assert!(parts.iter().all(|(id, _)| *id != "b"));
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
    let [rose, fell] = trend.extremes();
    assert_eq!(
        (rose.unwrap().0.label.as_str(), rose.unwrap().1),
        ("up", 30.0)
    );
    assert_eq!(
        (fell.unwrap().0.label.as_str(), fell.unwrap().1),
        ("down", -20.0)
    );
    trend.series.truncate(1);
    assert!(trend.extremes()[1].is_none());
}
