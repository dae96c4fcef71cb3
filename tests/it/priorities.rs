//! What the built-in questionnaire lets nobody pass over: security, recovery and on-call hold the
//! level down, and advice puts first things first.

use crate::random::{Dice, assessment, respond};
use crate::world::{answered, level};
use plumbline::advice::{self, FIRM};
use plumbline::catalog::built_in;
use plumbline::model::{
    Answer, Assessment, Clock, Edit, Level, Mode, Questionnaire, Scope, Side, WriterId,
};
use plumbline::scoring::{Mark, score};

/// What can end a business or cannot be undone, by discipline, among key practices.
const GUARDS: [(&str, &str); 5] = [
    ("devops", "security-in-pipeline"),
    ("devops", "vulnerability-response"),
    ("sre", "disaster-recovery"),
    ("sre", "on-call-health"),
    ("platform", "platform-isolation"),
];

fn place(q: &Questionnaire, practice: &str) -> usize {
    let mut ids = q.practices.iter();
    ids.position(|p| p.id.as_str() == practice).unwrap()
}

/// A team that stands high nearly everywhere, in any scope.
fn strong(dice: &mut Dice, q: &Questionnaire) -> Assessment {
    let mut a = assessment(dice, q);
    let mut clock = Clock::new(WriterId::parse("strong").unwrap());
    for p in &q.practices {
        let answer = match dice.below(10) {
            // As it was.
            9 => continue,
            0 => Answer::NotApplicable("no".into()),
            1 | 2 => Answer::Level(Level::Measured),
            _ => Answer::Level(Level::Optimizing),
        };
        a.apply(Edit::Respond(p.id.clone(), Some(answer)), clock.tick(5_000));
    }
    a
}

#[test]
fn security_recovery_and_on_call_are_key() {
    let q = built_in();
    for (discipline, practice) in GUARDS {
        let p = &q.practices[place(&q, practice)];
        assert!(p.key, "{practice}");
        let dimension = q.dimension(&p.dimension).unwrap();
        assert_eq!(dimension.discipline.as_str(), discipline);
    }
}

/// However high all else stands.
#[test]
fn nobody_is_measured_with_security_or_recovery_at_the_bottom() {
    let q = built_in();
    let mut held = 0;
    for seed in 0..300 {
        let mut dice = Dice(seed);
        let a = strong(&mut dice, &q);
        let before = score(&q, &a).overall.level();
        for (discipline, practice) in GUARDS {
            let lowest = match dice.below(4) {
                0 => Some(Answer::DontKnow),
                1 => Answer::between(Level::Initial),
                2 => None,
                _ => Some(Answer::Level(Level::Initial)),
            };
            let a = respond(&a, place(&q, practice), &q, lowest);
            if a.asked(&q).all(|p| p.id.as_str() != practice) {
                continue;
            }
            let card = score(&q, &a);
            let of = card.disciplines.iter().find(|s| s.id == discipline);
            assert!(
                of.unwrap().level() < Some(Level::Measured),
                "{seed} {practice}"
            );
            assert!(
                card.overall.level() < Some(Level::Measured),
                "{seed} {practice}"
            );
            held += u32::from(before >= Some(Level::Measured));
        }
    }
    assert!(held > 100, "{held} teams would have been measured without");
}

/// Merging to trunk every day, without tests, is how a product breaks every day.
#[test]
fn trunk_based_development_is_not_advised_to_a_team_without_tests() {
    let q = built_in();
    let mut advised = 0;
    for seed in 0..600 {
        let mut dice = Dice(seed);
        let a = assessment(&mut dice, &q);
        let (trunk, tests) = (place(&q, "trunk-based"), place(&q, "automated-tests"));
        let at = |n| Some(level(n));
        let a = respond(&a, trunk, &q, at(1));
        let is_advised = |a: &Assessment| {
            let steps = advice::next_steps(&q, a);
            steps.iter().any(|s| s.practice.as_str() == "trunk-based")
        };
        let is_asked = a.asked(&q).any(|p| p.id.as_str() == "automated-tests");
        assert!(
            !is_asked || !is_advised(&respond(&a, tests, &q, at(1))),
            "{seed}"
        );
        assert!(
            !is_asked || !is_advised(&respond(&a, tests, &q, None)),
            "{seed}"
        );
        advised += u32::from(is_advised(&respond(&a, tests, &q, at(4))));
    }
    assert!(advised > 20, "{advised} teams with tests");
}

#[test]
fn nothing_is_advised_whose_prerequisite_is_missing() {
    let q = built_in();
    for seed in 0..400 {
        let a = assessment(&mut Dice(seed), &q);
        for step in advice::next_steps(&q, &a) {
            let practice = q.practice(step.practice).unwrap();
            for required in &practice.requires {
                if a.asked(&q).all(|p| p.id != *required) {
                    continue;
                }
                let mark = Mark::of(a.answer(required));
                let stands = mark.level() >= Some(step.to.min(FIRM));
                assert!(stands || mark == Mark::NotApplicable, "{seed} {step:?}");
            }
        }
    }
}

/// Whoever stands at the bottom everywhere needs first to notice outages and to get lost data back.
#[test]
fn at_the_bottom_noticing_and_restoring_come_among_the_first_three() {
    let q = built_in();
    let levels = q.practices.iter().map(|p| (p.id.as_str(), level(1)));
    let bottom: Vec<_> = levels.collect();
    let sides = Side::ALL.map(|side| [(Mode::Full, side), (Mode::Quick, side)]);
    for (mode, side) in sides.into_iter().flatten() {
        for only_sre in [false, true] {
            let chosen = q.disciplines.iter().map(|d| &d.id);
            let chosen = chosen.filter(|id| !only_sre || id.as_str() == "sre");
            let scope = Scope {
                mode,
                disciplines: chosen.cloned().collect(),
                side,
            };
            let mut a = answered(&bottom);
            let mut clock = Clock::new(WriterId::parse("s").unwrap());
            a.apply(Edit::Scope(Some(scope)), clock.tick(9_000));
            let steps = advice::next_steps(&q, &a);
            let first = steps.iter().take(3).map(|s| s.practice.as_str());
            let first: Vec<_> = first.collect();
            for needed in ["golden-signals", "disaster-recovery"] {
                assert!(first.contains(&needed), "{mode:?} {side:?} {first:?}");
            }
        }
    }
}
