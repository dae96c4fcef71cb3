//! The walk through the questions: where it goes on, and what each has got.

use crate::random::{self, Dice};
use crate::world::{answered, between, empty, level, not_applicable, practice, questionnaire};
use plumbline::model::{Answer, Got, Onward, Practice, Walk};
use plumbline::words::words;

fn id(p: &Practice) -> &str {
    p.id.as_str()
}

#[test]
fn each_question_says_what_it_has_got() {
    let a = answered(&[
        ("a1", level(3)),
        ("a2", between(2)),
        ("a3", not_applicable()),
        ("b1", Answer::DontKnow),
    ]);
    let q = questionnaire();
    let walk = a.walk(&q, &practice("a2")).unwrap();
    let got: Vec<_> = walk.all.iter().map(|(p, got)| (id(p), *got)).collect();
    let expected = [
        ("a1", Got::Level),
        ("a2", Got::Level),
        ("a3", Got::Apart),
        ("b1", Got::Unknown),
        ("c1", Got::Nothing),
        ("c2", Got::Nothing),
    ];
    assert_eq!(got, expected);
    assert_eq!((walk.number, walk.got()), (2, Got::Level));
    assert_eq!(walk.before().map(id), Some("a1"));
    assert_eq!(walk.after().map(id), Some("a3"));
    assert_eq!(walk.open().map(id).collect::<Vec<_>>(), ["c1", "c2"]);
    // What is written in the dots is what was answered.
    let dots = ["a1", "a2", "a3", "b1", "c1"].map(|id| words().in_dot(a.answer(&practice(id))));
    assert_eq!(dots, ["3", "2½", "–", "?", ""]);
}

#[test]
fn the_last_question_leads_to_what_is_open_and_then_to_the_results() {
    let q = questionnaire();
    let all = ["a1", "a2", "a3", "b1", "c1", "c2"];
    let onward = |answers: &[&str]| {
        let answers: Vec<_> = answers.iter().map(|id| (*id, level(2))).collect();
        let a = answered(&answers);
        match a.walk(&q, &practice("c2")).unwrap().onward() {
            Onward::Next(_) => panic!("it is the last one"),
            Onward::Open(p) => Some(p.id.to_string()),
            Onward::Results => None,
        }
    };
    assert_eq!(onward(&all), None);
    // Whether it is open itself is no reason to hold somebody there.
    assert_eq!(onward(&all[..5]), None);
    assert_eq!(onward(&["a1", "a3", "b1", "c1"]).as_deref(), Some("a2"));
    assert_eq!(onward(&[]).as_deref(), Some("a1"));
}

#[test]
fn what_is_not_asked_is_nowhere_on_the_walk() {
    assert_eq!(empty().walk(&questionnaire(), &practice("other")), None);
}

/// Whoever always takes the way on, or skips, sees every question that is open, and ends.
#[test]
fn every_open_question_is_met() {
    for seed in 0..300 {
        let dice = &mut Dice(seed);
        let q = random::questionnaire(dice);
        let a = random::assessment(dice, &q);
        let Some(first) = a.asked(&q).next() else {
            continue;
        };
        let walk = |p: &Practice| -> Walk { a.walk(&q, &p.id).unwrap() };
        let open: Vec<_> = walk(first).open().map(|p| p.id.clone()).collect();
        // Skipping goes round over what is open, in the questions' order.
        let mut met = Vec::new();
        let mut at = walk(first).got().is_open().then_some(first);
        at = at.or_else(|| walk(first).next_open());
        while let Some(p) = at.filter(|p| !met.contains(&p.id)) {
            met.push(p.id.clone());
            at = walk(p).next_open();
        }
        assert_eq!(met, open, "seed {seed}");
        // Going on visits all that is asked, and then what is open.
        let mut seen = vec![first];
        while let Onward::Next(next) = walk(seen[seen.len() - 1]).onward() {
            seen.push(next);
        }
        assert!(seen.iter().copied().eq(a.asked(&q)), "seed {seed}");
    }
}
