//! Scores by hand: every expected number was worked out on paper.

use crate::bare::{Score, Scores, score};
use crate::world::{answered, between, empty, level, not_applicable, practice, questionnaire};
use plumbline::model::{Answer, Assessment, DisciplineId, Edit, Level, Mode, Scope, Side};
use plumbline::scoring::{self, Reading};
use proptest::prelude::*;

fn card(answers: &[(&str, Answer)]) -> Scores {
    score(&questionnaire(), &answered(answers))
}

/// How a part of these answers is to be read.
fn reading(answers: &[(&str, Answer)], id: &str) -> Reading {
    let card = scoring::score(&questionnaire(), &answered(answers));
    card.part(id).unwrap().reading
}

fn find<'a>(scores: &'a [Score], id: &str) -> &'a Score {
    scores.iter().find(|s| s.id == id).unwrap()
}

#[track_caller]
fn check(
    s: &Score,
    value: Option<f64>,
    interval: Option<(f64, f64)>,
    coverage: Option<f64>,
    level: Option<u8>,
) {
    let near = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a == b,
    };
    let expected = (value, interval, coverage, level);
    assert!(near(s.value, value), "value: {s:?}, expected {expected:?}");
    assert!(
        near(s.low, interval.map(|i| i.0)),
        "low: {s:?}, expected {expected:?}"
    );
    assert!(
        near(s.high, interval.map(|i| i.1)),
        "high: {s:?}, expected {expected:?}"
    );
    assert!(
        near(s.coverage, coverage),
        "coverage: {s:?}, expected {expected:?}"
    );
    assert_eq!(
        s.level.map(Level::number),
        level,
        "level: {s:?}, expected {expected:?}"
    );
}

#[test]
fn without_answers_there_is_no_value_and_everything_is_possible() {
    let card = card(&[]);
    for s in card
        .dimensions
        .iter()
        .chain(&card.disciplines)
        .chain([&card.overall])
    {
        check(s, None, Some((0.0, 100.0)), Some(0.0), None);
        assert_eq!(reading(&[], &s.id), Reading::Unanswered);
    }
}

#[test]
fn a_dimension_is_the_mean_of_its_answered_practices() {
    // a1 = 3 -> 50; a2 between 2 and 3 -> 37.5 in [25, 50]; a3 open -> [0, 100].
    let answers = [("a1", level(3)), ("a2", between(2))];
    let card = card(&answers);
    let a = find(&card.dimensions, "a");
    check(
        a,
        Some(43.75),
        Some((25.0, 200.0 / 3.0)),
        Some(2.0 / 3.0),
        Some(1),
    );
    let known = Reading::Known {
        value: 43.75,
        level: Level::Initial,
    };
    assert_eq!(reading(&answers, "a"), known);
}

#[test]
fn dont_know_widens_the_interval_and_is_not_covered() {
    let answers = [
        ("a1", level(5)),
        ("a2", Answer::DontKnow),
        ("a3", Answer::DontKnow),
    ];
    let card = card(&answers);
    let a = find(&card.dimensions, "a");
    check(
        a,
        Some(100.0),
        Some((100.0 / 3.0, 100.0)),
        Some(1.0 / 3.0),
        Some(1),
    );
    assert_eq!(reading(&answers, "a"), Reading::TooEarly);
}

#[test]
fn not_applicable_leaves_the_sum() {
    let card = card(&[
        ("a1", level(2)),
        ("a2", not_applicable()),
        ("a3", not_applicable()),
    ]);
    check(
        find(&card.dimensions, "a"),
        Some(25.0),
        Some((25.0, 25.0)),
        Some(1.0),
        Some(2),
    );
}

#[test]
fn nothing_applicable_has_no_numbers_and_leaves_the_discipline() {
    let all = [
        ("a1", not_applicable()),
        ("a2", not_applicable()),
        ("a3", not_applicable()),
        ("b1", level(3)),
    ];
    let card = card(&all);
    let a = find(&card.dimensions, "a");
    check(a, None, None, None, None);
    assert_eq!(reading(&all, "a"), Reading::NotApplicable);
    check(
        find(&card.disciplines, "one"),
        Some(50.0),
        Some((50.0, 50.0)),
        Some(1.0),
        Some(3),
    );
}

#[test]
fn a_discipline_is_the_mean_of_its_dimensions() {
    // a = (25+50+75)/3 = 50; b open: leaves the value, stays in the interval as [0, 100].
    let card = card(&[("a1", level(2)), ("a2", level(3)), ("a3", level(4))]);
    check(
        find(&card.disciplines, "one"),
        Some(50.0),
        Some((25.0, 75.0)),
        Some(0.5),
        Some(1),
    );
    // two has no value: it leaves the overall value, stays in its interval.
    check(
        &card.overall,
        Some(50.0),
        Some((12.5, 87.5)),
        Some(0.25),
        Some(1),
    );
}

#[test]
fn a_level_is_reached_with_four_fifths_and_no_key_practice_far_behind() {
    // Two practices: one of two at 5 is not four fifths.
    check(
        find(
            &card(&[("c1", level(4)), ("c2", level(5))]).disciplines,
            "two",
        ),
        Some(87.5),
        Some((87.5, 87.5)),
        Some(1.0),
        Some(4),
    );
    // c1 is key and stands at 1, so nothing above 2 is reached, and 2 needs four fifths.
    check(
        find(
            &card(&[("c1", level(1)), ("c2", level(5))]).disciplines,
            "two",
        ),
        Some(50.0),
        Some((50.0, 50.0)),
        Some(1.0),
        Some(1),
    );
    // Between 3 and 4 stands at 3.
    check(
        find(
            &card(&[("c1", between(3)), ("c2", level(4))]).disciplines,
            "two",
        ),
        Some(68.75),
        Some((62.5, 75.0)),
        Some(1.0),
        Some(3),
    );
}

#[test]
fn one_key_practice_holds_the_level_down() {
    use plumbline::scoring::part::{Standing, level_reached};
    let at = |n, key| Standing {
        weight: 1.0,
        key,
        level: Level::new(n),
    };
    let mut five = [
        at(5, false),
        at(5, false),
        at(5, false),
        at(5, false),
        at(1, false),
    ];
    // Four of five is exactly four fifths.
    assert_eq!(
        level_reached(five.iter().copied()).map(Level::number),
        Some(5)
    );
    five[4].key = true;
    assert_eq!(
        level_reached(five.iter().copied()).map(Level::number),
        Some(2)
    );
    five[4].level = Level::new(3);
    assert_eq!(
        level_reached(five.iter().copied()).map(Level::number),
        Some(4)
    );
    assert_eq!(level_reached([].into_iter()), None);
}

fn within(mut assessment: Assessment, mode: Mode, disciplines: &[&str]) -> Assessment {
    let disciplines = disciplines
        .iter()
        .map(|d| DisciplineId::parse(d).unwrap())
        .collect();
    let stamp = crate::world::clock("s").tick(5);
    assessment.apply(
        Edit::Scope(Some(Scope {
            mode,
            disciplines,
            side: Side::Anyone,
        })),
        stamp,
    );
    assessment
}

#[test]
fn only_what_is_in_scope_counts() {
    let answers = answered(&[("a1", level(5)), ("c1", level(1)), ("c2", level(3))]);
    let q = questionnaire();
    let quick = within(answers.clone(), Mode::Quick, &["one", "two"]);
    let quick = score(&q, &quick);
    check(
        &quick.overall,
        Some(50.0),
        Some((50.0, 50.0)),
        Some(1.0),
        Some(3),
    );
    assert_eq!(
        quick
            .dimensions
            .iter()
            .map(|d| d.id.as_str())
            .collect::<Vec<_>>(),
        ["c"]
    );
    let a = within(answers, Mode::Full, &["two"]);
    let two = score(&q, &a);
    check(
        &two.overall,
        Some(25.0),
        Some((25.0, 25.0)),
        Some(1.0),
        Some(1),
    );
    assert!(scoring::score(&q, &a).metrics.is_empty());
}

fn any_answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        Just(None),
        Just(Some(Answer::DontKnow)),
        Just(Some(not_applicable())),
        (1_u8..=5).prop_map(|n| Some(level(n))),
        (1_u8..=4).prop_map(|n| Some(between(n))),
    ]
}

proptest! {
    /// Whatever is answered later, the value ends inside the interval that was shown before.
    #[test]
    fn answering_only_shrinks_the_interval(before in prop::collection::vec(any_answer(), 6), n in 1_u8..=5, at in 0_usize..6) {
        let ids = ["a1", "a2", "a3", "b1", "c1", "c2"];
        let mut a = empty();
        let mut clock = crate::world::clock("p");
        for (id, answer) in ids.iter().zip(&before) {
            a.apply(Edit::Respond(practice(id), answer.clone()), clock.tick(1));
        }
        let q = questionnaire();
        let earlier = score(&q, &a);
        for s in earlier.dimensions.iter().chain(&earlier.disciplines).chain([&earlier.overall]) {
            if let (Some(low), Some(high)) = (s.low, s.high) {
                prop_assert!(0.0 <= low && low <= high && high <= 100.0);
            }
        }
        // Only open answers can shrink it: changing a given one is another matter.
        if matches!(before[at], None | Some(Answer::DontKnow)) {
            a.apply(Edit::Respond(practice(ids[at]), Some(level(n))), clock.tick(1));
            let later = score(&q, &a);
            for (e, l) in earlier.dimensions.iter().chain([&earlier.overall]).zip(later.dimensions.iter().chain([&later.overall])) {
                if let (Some(e_low), Some(e_high), Some(l_low), Some(l_high)) = (e.low, e.high, l.low, l.high) {
                    prop_assert!(e_low <= l_low + 1e-9 && l_high <= e_high + 1e-9);
                }
            }
        }
    }
}
