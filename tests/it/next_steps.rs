//! Next steps and how firm their order is, on cases small enough to check by hand.

use crate::world::{answered, between, level, not_applicable, practice, questionnaire};
use plumbline::advice::{self, next_steps, robust};
use plumbline::model::{Answer, Assessment, Clock, Edit, Effort, Level, WriterId};

#[test]
fn next_steps_are_ordered_by_gap_weight_leverage_and_effort() {
    let mut q = questionnaire();
    // a2 stands on a1; b1 takes longer.
    q.practices[1].requires = vec![practice("a1")];
    q.practices[3].effort = Effort::L;
    let a = answered(&[
        ("a1", level(2)),
        ("a2", level(2)),
        ("a3", level(2)),
        ("b1", level(1)),
        ("c1", level(4)),
    ]);
    let steps = next_steps(&q, &a);
    let found: Vec<_> = steps
        .iter()
        .map(|s| {
            (
                s.practice.as_str(),
                s.from.number(),
                s.to.number(),
                s.priority,
            )
        })
        .collect();
    // a1: gap 2, one practice stands on it: 2 * 1.25 / 1. a3: 2. b1: 3 / 3. a2 waits for a1 at 3;
    // c1 is at the usual target; c2 has no answer.
    assert_eq!(
        found,
        [("a1", 2, 3, 2.5), ("a3", 2, 3, 2.0), ("b1", 1, 2, 1.0)]
    );
    assert_eq!(steps[0].unlocks, [&practice("a2")]);
    assert_eq!(steps[0].first, "2");
    assert!(!steps[0].is_own_target);
}

#[test]
fn a_target_of_ones_own_counts_and_a_met_one_needs_no_step() {
    let q = questionnaire();
    let mut a = answered(&[("a1", level(4)), ("a2", level(2)), ("a3", between(3))]);
    let mut clock = Clock::new(WriterId::parse("t").unwrap());
    a.apply(Edit::Target(practice("a1"), Level::new(5)), clock.tick(9));
    a.apply(Edit::Target(practice("a2"), Level::new(2)), clock.tick(9));
    let steps = next_steps(&q, &a);
    let found: Vec<_> = steps
        .iter()
        .map(|s| (s.practice.as_str(), s.gap, s.is_own_target))
        .collect();
    assert_eq!(found, [("a1", 1.0, true), ("a3", 0.5, false)]);
}

#[test]
fn weights_of_practice_dimension_and_discipline_multiply() {
    let mut q = questionnaire();
    q.practices[0].weight = 2.0;
    q.dimensions[0].weight = 3.0;
    q.disciplines[0].weight = 0.5;
    let step = next_steps(&q, &answered(&[("a1", level(3))])).remove(0);
    // 2 * 3 * 0.5, one level below the target, small effort.
    assert!((step.weight - 3.0).abs() < 1e-12);
    assert!((step.priority - 3.0).abs() < 1e-12);
}

#[test]
fn certain_answers_and_one_step_are_robust() {
    let q = questionnaire();
    let all = ["a1", "a2", "a3", "b1", "c1", "c2"].map(|id| (id, level(4)));
    let mut a = answered(&all);
    let mut clock = Clock::new(WriterId::parse("r").unwrap());
    a.apply(
        Edit::Respond(practice("b1"), Some(level(2))),
        clock.tick(9_000),
    );
    let mut dice = crate::random::Dice(7);
    let found = advice::robust(&q, &a, 100, || dice.share());
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].practice, found[0].share), (&practice("b1"), 1.0));
    assert!(advice::robust(&q, &a, 0, || 0.5).is_empty());
}

#[test]
fn weights_are_stretched_within_their_bounds_and_change_the_order() {
    let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} {b}");
    close(robust::stretch(0.0), 1.0 / 1.5);
    close(robust::stretch(0.5), (1.5 + 1.0 / 1.5) / 2.0);
    close(robust::stretch(1.0), 1.5);
    // Six equal steps for five places: the one that is shrunk most is left out.
    let q = questionnaire();
    let ids = ["a1", "a2", "a3", "b1", "c1", "c2"];
    let a = answered(&ids.map(|id| (id, level(2))));
    for left_out in 0..6 {
        let mut call = 0;
        let found = advice::robust(&q, &a, 1, || {
            call += 1;
            if call - 1 == left_out { 0.0 } else { 0.9 }
        });
        let found: Vec<_> = found.iter().map(|r| r.practice.as_str()).collect();
        let mut expected = ids.to_vec();
        expected.remove(left_out);
        assert_eq!(found, expected);
    }
}

#[test]
fn uncertain_answers_are_drawn_from_what_they_leave_open() {
    let q = questionnaire();
    let shares = |a: &Assessment, random: f64| advice::robust(&q, a, 1, move || random).len();
    // Open and unknown: level 1 needs a step, level 5 does not.
    let open = answered(&[("a1", Answer::DontKnow)]);
    assert_eq!((shares(&open, 0.0), shares(&open, 0.999)), (5, 0));
    // Between 3 and 4, with the usual target at 4; the others are certain.
    let certain = ["a2", "a3", "b1", "c1", "c2"].map(|id| (id, level(4)));
    let mut answers = certain.to_vec();
    answers.push(("a1", between(3)));
    let a = answered(&answers);
    assert_eq!(
        (
            shares(&a, 0.0),
            shares(&a, 0.49),
            shares(&a, 0.5),
            shares(&a, 0.999)
        ),
        (1, 1, 0, 0)
    );
    answers[5].1 = not_applicable();
    assert_eq!(shares(&answered(&answers), 0.0), 0);
}

#[test]
fn the_seeded_numbers_are_the_published_ones() {
    let mut random = robust::seeded(0);
    for published in [
        0xe220_a839_7b1d_cdaf_u64,
        0x6e78_9e6a_a1b9_65f4,
        0x06c4_5d18_8009_454f,
    ] {
        let share = (published >> 11) as f64 / (1_u64 << 53) as f64;
        assert!((random() - share).abs() < 1e-15);
    }
}
