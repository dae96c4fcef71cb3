//! Nothing panics, and no number is none, whatever comes.

use crate::random::{Dice, for_all, respond, scores};
use plumbline::advice;
use plumbline::model::{Answer, Level};
use plumbline::scoring::{PartRef, Plan, Reading, explain, score};

/// Anything may come from a file: absurd weights, dangling ids, cycles, numbers that are none.
#[test]
fn nothing_panics_whatever_comes() {
    for_all(3_000, |_, dice, q, a| {
        let mut q = q.clone();
        let odd = |dice: &mut Dice| match dice.below(7) {
            0 => f64::NAN,
            1 => f64::INFINITY,
            2 => -1.0,
            3 => 0.0,
            4 => 1e308,
            5 => f64::MIN_POSITIVE,
            _ => 1.0,
        };
        q.practices.iter_mut().for_each(|p| p.weight = odd(dice));
        q.dimensions.iter_mut().for_each(|d| d.weight = odd(dice));
        q.disciplines.iter_mut().for_each(|d| d.weight = odd(dice));
        for m in &mut q.metrics {
            m.cuts = [odd(dice), odd(dice), odd(dice), odd(dice)];
            m.range = [odd(dice), odd(dice)];
        }
        let some = q.practices[dice.below(q.practices.len() as u64) as usize]
            .id
            .clone();
        q.practices[0].requires.push(some);
        match dice.below(6) {
            0 => q.practices.clear(),
            1 => q.dimensions.clear(),
            2 => q.disciplines.clear(),
            3 => q.practices.reverse(),
            _ => {}
        }
        let card = score(&q, a);
        for s in scores(&card) {
            for number in [s.value(), s.low, s.high, s.coverage].into_iter().flatten() {
                assert!(number.is_finite(), "{s:?}");
            }
        }
        let plan = Plan::of(&q, a);
        let marks = plan.marks(a);
        let _ = explain(&plan, &marks, &PartRef::Overall);
        let _ = plan.numbers(&[]);
        let _ = advice::next_steps(&q, a);
        let _ = advice::contradictions(&q, a);
        let _ = advice::balance(&q, &card);
        let _ = advice::tensions(&q, &card);
        let _ = advice::change((&q, a), (&q, a));
        let _ = advice::robust(&q, a, 3, || dice.share());
        for m in &q.metrics {
            let _ = plumbline::metrics::position(m, odd(&mut Dice(1)));
            let _ = advice::comparison(&q, a, m, 1.0);
        }
    });
}

#[test]
fn two_thousand_practices_and_none_are_scored() {
    let mut q = crate::world::questionnaire();
    let one = q.practices[0].clone();
    q.practices = (0..2_000)
        .map(|i| {
            let mut p = one.clone();
            p.id = format!("p{i}").try_into().unwrap();
            p
        })
        .collect();
    let a = respond(
        &crate::world::empty(),
        1_999,
        &q,
        Some(Answer::Level(Level::Optimizing)),
    );
    let card = score(&q, &a);
    // One answer of two thousand says next to nothing.
    assert_eq!(card.overall.reading, Reading::TooEarly);
    assert_eq!(crate::bare::score(&q, &a).overall.value, Some(100.0));
    assert!((card.overall.coverage.unwrap() - 1.0 / 2_000.0).abs() < 1e-12);
    q.practices.clear();
    assert_eq!(score(&q, &a).overall.low, None);
}
