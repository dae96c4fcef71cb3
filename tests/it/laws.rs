//! What must hold for any questionnaire and any answers.

use crate::bare::{Score, score};
use crate::random::{Dice, answer, assessment, for_all, respond};
use plumbline::advice;
use plumbline::model::{Answer, Assessment, Edit, Level, WriterId};
use plumbline::scoring::explain::Treatment;
use plumbline::scoring::{self, Explanation, Mark, PartRef, Plan, Reading, explain};

#[test]
fn a_value_lies_in_its_interval_and_all_are_in_range() {
    for_all(2_000, |seed, _, q, a| {
        for s in score(q, a).all() {
            if let (Some(low), Some(high)) = (s.low, s.high) {
                assert!(
                    (0.0..=100.0).contains(&low) && high <= 100.0 + 1e-9,
                    "{seed}: {s:?}"
                );
                assert!(low <= high + 1e-9, "{seed}: {s:?}");
                if let Some(value) = s.value {
                    assert!(low - 1e-9 <= value && value <= high + 1e-9, "{seed}: {s:?}");
                }
            }
            assert_eq!(s.low.is_some(), s.coverage.is_some(), "{seed}: {s:?}");
        }
    });
}

#[test]
fn raising_an_answer_lowers_nothing() {
    for_all(2_000, |seed, dice, q, a| {
        let p = dice.below(q.practices.len() as u64) as usize;
        let Some(level) = Mark::of(a.answer(&q.practices[p].id)).level() else {
            return;
        };
        let Some(higher) = level.next() else { return };
        let (before, after) = (
            score(q, a),
            score(q, &respond(a, p, q, Some(Answer::Level(higher)))),
        );
        for (b, a) in before.all().zip(after.all()) {
            for (b, a) in [(b.value, a.value), (b.low, a.low), (b.high, a.high)] {
                assert!(
                    a.unwrap_or(0.0) >= b.unwrap_or(0.0) - 1e-9,
                    "{seed}: {b:?} fell to {a:?}"
                );
            }
            assert!(a.level >= b.level, "{seed}");
        }
    });
}

#[test]
fn answering_never_widens_an_interval() {
    for_all(2_000, |seed, dice, q, a| {
        let p = dice.below(q.practices.len() as u64) as usize;
        let is_open = matches!(
            Mark::of(a.answer(&q.practices[p].id)),
            Mark::Open | Mark::DontKnow
        );
        if !is_open {
            return;
        }
        let level = Level::new(dice.below(5) as u8 + 1).unwrap();
        let after = score(q, &respond(a, p, q, Some(Answer::Level(level))));
        for (b, a) in score(q, a).all().zip(after.all()) {
            assert!(
                a.low.unwrap_or(0.0) >= b.low.unwrap_or(0.0) - 1e-9,
                "{seed}"
            );
            assert!(
                a.high.unwrap_or(0.0) <= b.high.unwrap_or(0.0) + 1e-9,
                "{seed}"
            );
        }
    });
}

#[test]
fn the_order_of_answers_is_irrelevant() {
    for_all(500, |seed, _, q, a| {
        let mut turned = Assessment::empty(a.id.clone(), a.questionnaire.clone());
        let mut clock = plumbline::model::Clock::new(WriterId::parse("w").unwrap());
        turned.apply(Edit::Scope(a.scope.value.clone()), clock.tick(1));
        for m in q.metrics.iter().rev() {
            turned.apply(
                Edit::Measure(m.id.clone(), a.measurement(&m.id).cloned()),
                clock.tick(1),
            );
        }
        for p in q.practices.iter().rev() {
            turned.apply(
                Edit::Respond(p.id.clone(), a.answer(&p.id).cloned()),
                clock.tick(1),
            );
        }
        assert_eq!(score(q, &turned), score(q, a), "{seed}");
    });
}

#[test]
fn not_applicable_is_as_if_the_practice_were_not_there() {
    for_all(1_000, |seed, dice, q, a| {
        let p = dice.below(q.practices.len() as u64) as usize;
        let without = respond(a, p, q, Some(Answer::NotApplicable("no".into())));
        let mut smaller = q.clone();
        let id = smaller.practices.remove(p).id;
        smaller
            .practices
            .iter_mut()
            .for_each(|p| p.requires.retain(|r| *r != id));
        let close = |x: Option<f64>, y: Option<f64>| match (x, y) {
            (Some(x), Some(y)) => (x - y).abs() < 1e-9,
            (x, y) => x == y,
        };
        let card = score(q, &without);
        let other = score(&smaller, a);
        for s in other.all() {
            let same = card.all().find(|c| c.id == s.id).unwrap();
            assert!(
                close(s.value, same.value) && close(s.low, same.low),
                "{seed}: {s:?} {same:?}"
            );
            assert!(
                close(s.high, same.high) && close(s.coverage, same.coverage),
                "{seed}"
            );
            assert_eq!(s.level, same.level, "{seed}");
        }
    });
}

#[test]
fn what_if_without_a_change_is_what_is_and_with_one_is_that_answer() {
    for_all(1_000, |seed, dice, q, a| {
        let plan = Plan::of(q, a);
        let marks = plan.marks(a);
        assert_eq!(plan.what_if(&marks, &[]), plan.numbers(&marks), "{seed}");
        if plan.rows.is_empty() {
            return;
        }
        let row = dice.below(plan.rows.len() as u64) as usize;
        let other = answer(dice);
        let p = (q.practices.iter()).position(|p| p.id == plan.rows[row].practice.id);
        let changed = respond(a, p.unwrap(), q, other.clone());
        let hypothetical = plan.what_if(&marks, &[(row, Mark::of(other.as_ref()))]);
        assert_eq!(hypothetical, plan.numbers(&plan.marks(&changed)), "{seed}");
        // Rows that are not there change nothing.
        assert_eq!(
            plan.what_if(&marks, &[(usize::MAX, Mark::Open)]),
            plan.numbers(&marks)
        );
    });
}

#[test]
fn many_at_once_are_scored_as_each_alone() {
    for_all(200, |seed, dice, q, a| {
        let plan = Plan::of(q, a);
        let sets: Vec<Vec<Mark>> = (0..5)
            .map(|_| {
                plan.rows
                    .iter()
                    .map(|_| Mark::of(answer(dice).as_ref()))
                    .collect()
            })
            .collect();
        let mut seen = 0;
        plan.score_many(&sets.concat(), |i, numbers| {
            assert_eq!(*numbers, plan.numbers(&sets[i]), "{seed}");
            seen += 1;
        });
        assert_eq!(seen, if plan.rows.is_empty() { 0 } else { 5 }, "{seed}");
    });
}

/// What is known of a part explains itself wholly; of what is not, the range and the coverage do.
fn check_explanation(seed: u64, e: &Explanation, s: &Score, reading: Reading) {
    let sums = &e.sums;
    assert_eq!(sums.coverage.result(), s.coverage, "{seed}");
    let interval = sums.low.result().zip(sums.high.result());
    assert_eq!(interval, s.low.zip(s.high), "{seed}");
    let known = reading.value();
    assert_eq!(sums.value.and_then(|v| v.result()), known, "{seed}");
    assert_eq!(sums.value.is_some(), known.is_some(), "{seed}");
    let reached = e.level.as_ref().map(|l| l.reached);
    assert_eq!(reached, reading.level(), "{seed}");
    assert!(known.is_none() || known == s.value, "{seed}");
    // The inputs alone, added up anew, give the same number.
    let sum = |pick: fn(&plumbline::scoring::explain::Input) -> Option<f64>| {
        let (mut above, mut below) = (0.0, 0.0);
        for i in &e.inputs {
            if let Some(number) = pick(i) {
                above += i.weight * number;
                below += i.weight;
            }
        }
        (below > 0.0).then(|| above / below)
    };
    let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => (a - b).abs() < 1e-9,
        (a, b) => a == b,
    };
    let is_early = |i: &plumbline::scoring::explain::Input| i.role == Treatment::TooEarly;
    if !e.inputs.iter().any(is_early) {
        assert!(close(sum(|i| i.value), s.value), "{seed}: {e:?}");
    }
    assert!(e.inputs.iter().all(|i| !is_early(i) || i.value.is_none()));
    assert!(
        close(sum(|i| i.low), s.low) && close(sum(|i| i.high), s.high),
        "{seed}"
    );
    assert!(close(sum(|i| i.coverage), s.coverage), "{seed}");
    if let Some(next) = e.level.as_ref().and_then(|l| l.next.as_ref()) {
        assert!(
            !next.is_enough || !next.held_by.is_empty(),
            "{seed}: nothing stands in the way"
        );
    }
}

#[test]
fn an_explanation_sums_to_its_number() {
    for_all(1_000, |seed, _, q, a| {
        let (card, shown) = (score(q, a), scoring::score(q, a));
        let plan = Plan::of(q, a);
        let marks = plan.marks(a);
        let all = (card
            .dimensions
            .iter()
            .map(|s| (PartRef::Dimension(s.id.clone().try_into().unwrap()), s)))
        .chain(
            card.disciplines
                .iter()
                .map(|s| (PartRef::Discipline(s.id.clone().try_into().unwrap()), s)),
        )
        .chain([(PartRef::Overall, &card.overall)]);
        for (part, score) in all {
            let shown = shown.part(&score.id).unwrap().reading;
            let explanation = explain(&plan, &marks, &part).unwrap();
            check_explanation(seed, &explanation, score, shown);
        }
        assert_eq!(
            explain(
                &plan,
                &marks,
                &PartRef::Dimension("nowhere".to_owned().try_into().unwrap())
            ),
            None
        );
    });
}

#[test]
fn advice_keeps_its_promises() {
    for_all(1_000, |seed, dice, q, a| {
        let steps = advice::next_steps(q, a);
        let plan = Plan::of(q, a);
        for pair in steps.windows(2) {
            assert!(pair[0].priority >= pair[1].priority, "{seed}");
        }
        for step in &steps {
            assert!(
                step.from < step.to && step.from <= step.target && step.gap > 0.0,
                "{seed}"
            );
            let practice = q.practice(step.practice).unwrap();
            for required in &practice.requires {
                let in_plan = plan.rows.iter().any(|r| r.practice.id == *required);
                let mark = Mark::of(a.answer(required));
                let firm = mark.level().is_some_and(|l| l >= step.to.min(advice::FIRM));
                assert!(
                    !in_plan || mark == Mark::NotApplicable || firm,
                    "{seed}: {step:?}"
                );
            }
        }
        // The same dice, the same result; and shares are shares.
        let run = |seed| {
            let mut dice = Dice(seed);
            advice::robust(q, a, 20, move || dice.share())
        };
        let seed = dice.next();
        assert_eq!(run(seed), run(seed));
        assert!(run(seed).iter().all(|r| r.share > 0.0 && r.share <= 1.0));
    });
}

#[test]
fn a_change_is_the_sum_of_its_reasons() {
    for_all(1_000, |seed, dice, q, a| {
        let mut later = q.clone();
        if dice.chance(2) {
            later
                .practices
                .iter_mut()
                .for_each(|p| p.weight = (dice.below(4) + 1) as f64);
        }
        let b = assessment(dice, &later);
        if let Some(c) = advice::change((q, a), (&later, &b)) {
            let sum = c.responses + c.scope + c.questionnaire;
            assert!((c.after - c.before - sum).abs() < 1e-9, "{seed}: {c:?}");
            assert!(c.common > 0, "{seed}");
        }
        // Nothing changed: no reason for anything.
        if let Some(c) = advice::change((q, a), (q, a)) {
            assert_eq!((c.responses, c.questionnaire), (0.0, 0.0), "{seed}");
            assert!(c.scope.abs() < 1e-9 && !c.is_noise, "{seed}");
        }
    });
}
