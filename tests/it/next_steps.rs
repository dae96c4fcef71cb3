//! Next steps and how firm their order is, on cases small enough to check by hand.

use crate::world::{answered, between, level, not_applicable, practice, questionnaire};
use plumbline::advice::{self, next_steps, robust};
use plumbline::model::{Answer, Assessment, Clock, Edit, Effort, Efforts, Level, Stakes, WriterId};

#[test]
fn next_steps_are_ordered_by_gap_weight_leverage_and_effort() {
    let mut q = questionnaire();
    // a2 stands on a1; b1 takes longer.
    q.practices[1].requires = vec![practice("a1")];
    q.practices[3].effort = Efforts([Effort::L; 4]);
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
    // a1: gap 1, one practice stands on it: 1 * 1.25 / 1. a3: 1. b1: 2 / 3. a2 waits for a1 at 3;
    // c1 is a key practice and at its usual target; c2 has no answer.
    assert_eq!(
        found,
        [
            ("a1", 2, 3, 1.25),
            ("a3", 2, 3, 1.0),
            ("b1", 1, 2, 2.0 / 3.0)
        ]
    );
    assert_eq!(steps[0].unlocks, [&practice("a2")]);
    assert_eq!(steps[0].first, "2");
    assert!(!steps[0].is_own_target);
}

/// What can end a business comes before bookkeeping, as long as it stands low.
#[test]
fn stakes_count_while_the_worst_is_not_provided_for() {
    let mut q = questionnaire();
    q.practices[0].stakes = Stakes::Grave;
    q.practices[1].stakes = Stakes::Serious;
    q.practices[4].stakes = Stakes::Grave;
    let at = |n: u8| answered(&["a1", "a2", "a3"].map(|id| (id, level(n))));
    let priorities = |a: &Assessment| {
        let steps = next_steps(&q, a);
        let own = |id: &str| steps.iter().find(|s| s.practice.as_str() == id);
        ["a1", "a2", "a3"].map(|id| own(id).map(|s| s.priority))
    };
    assert_eq!(priorities(&at(1)), [Some(6.0), Some(4.0), Some(2.0)]);
    assert_eq!(priorities(&at(2)), [Some(2.0), Some(1.5), Some(1.0)]);
    // A key practice has one more level to go, where its stakes no longer count.
    let c1 = next_steps(&q, &answered(&[("c1", level(3))])).remove(0);
    assert_eq!((c1.target.number(), c1.priority), (4, 1.0));
}

/// Writing a rule down takes days; changing how hundreds work takes months.
#[test]
fn each_move_up_has_its_own_effort() {
    let mut q = questionnaire();
    q.practices[4].effort = Efforts([Effort::S, Effort::M, Effort::L, Effort::L]);
    let step = |n: u8| next_steps(&q, &answered(&[("c1", level(n))])).remove(0);
    let found = [1, 2, 3].map(|n| (step(n).effort, step(n).priority));
    assert_eq!(
        found,
        [(Effort::S, 3.0), (Effort::M, 1.0), (Effort::L, 1.0 / 3.0)]
    );
}

#[test]
fn a_target_of_ones_own_counts_and_a_met_one_needs_no_step() {
    let q = questionnaire();
    let mut a = answered(&[("a1", level(4)), ("a2", level(2)), ("a3", between(2))]);
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
    let step = next_steps(&q, &answered(&[("a1", level(2))])).remove(0);
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
    // Between 2 and 3, with the usual target at 3; the others are certain.
    let certain = ["a2", "a3", "b1", "c1", "c2"].map(|id| (id, level(4)));
    let mut answers = certain.to_vec();
    answers.push(("a1", between(2)));
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
