//! What follows from scores, on cases small enough to check by hand.

use crate::world::{answered, between, level, not_applicable, one_discipline, questionnaire};
use plumbline::advice::{Middle, agreement, balance, change, changes, contradictions, tensions};
use plumbline::catalog::built_in;
use plumbline::model::{
    Answer, Assessment, Balance, Clock, Edit, Level, Measurement, Mode, Origin, Questionnaire,
    Scope, Side, Step, WriterId,
};
use plumbline::scoring::score;

fn measured(mut a: Assessment, metric: &str, value: f64) -> Assessment {
    let mut clock = Clock::new(WriterId::parse("m").unwrap());
    let measurement = Measurement {
        value,
        period: None,
        origin: Origin::Typed,
    };
    let id = metric.to_owned().try_into().unwrap();
    a.apply(Edit::Measure(id, Some(measurement)), clock.tick(5));
    a
}

#[track_caller]
fn contradict(answers: &[(&str, Answer)], metrics: &[(&str, f64)], expected: &[&str]) {
    let q = built_in();
    let a = metrics
        .iter()
        .fold(answered(answers), |a, (m, v)| measured(a, m, *v));
    let found: Vec<_> = contradictions(&q, &a)
        .iter()
        .map(|r| r.id.to_string())
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn rules_apply_when_all_their_conditions_hold() {
    let rule = "budget-policy-without-objectives";
    let with = |policy, targets| {
        let answers = [("error-budget-policy", policy), ("slo-targets", targets)];
        move |expected: &[&str]| contradict(&answers, &[], expected)
    };
    with(level(4), level(2))(&[rule]);
    with(level(5), level(1))(&[rule]);
    with(level(3), level(2))(&[]);
    with(level(4), level(3))(&[]);
    // Between must hold at both ends.
    with(between(4), between(1))(&[rule]);
    with(between(3), level(2))(&[]);
    with(level(4), between(2))(&[]);
    // What is not known contradicts nothing.
    with(level(4), Answer::DontKnow)(&[]);
    with(level(4), not_applicable())(&[]);
    contradict(&[("error-budget-policy", level(4))], &[], &[]);
}

#[test]
fn rules_compare_measurements_with_their_bounds_included() {
    let trusted = [("automated-tests", level(4))];
    let rule = "trusted-tests-and-many-failures";
    contradict(&trusted, &[("change-fail-rate", 30.0)], &[rule]);
    contradict(&trusted, &[("change-fail-rate", 29.9)], &[]);
    contradict(&trusted, &[("change-fail-rate", 300.0)], &[]);
    contradict(&trusted, &[], &[]);
    let served = [("self-service-provisioning", level(4))];
    let rule = "self-service-used-by-few";
    contradict(&served, &[("self-service-share", 50.0)], &[rule]);
    contradict(&served, &[("self-service-share", 0.0)], &[rule]);
    contradict(&served, &[("self-service-share", 50.1)], &[]);
}

#[test]
fn a_rule_outside_the_scope_does_not_apply() {
    let q = built_in();
    let mut a = answered(&[("error-budget-policy", level(4)), ("slo-targets", level(1))]);
    assert_eq!(contradictions(&q, &a).len(), 1);
    let mut clock = Clock::new(WriterId::parse("s").unwrap());
    let scope = Scope {
        mode: Mode::Full,
        disciplines: [q.disciplines[0].id.clone()].into_iter().collect(),
        side: Side::Anyone,
    };
    a.apply(Edit::Scope(Some(scope)), clock.tick(9));
    assert!(contradictions(&q, &a).is_empty());
}

fn leaning() -> Questionnaire {
    let mut q = questionnaire();
    let statement = |id: &str, ahead: usize, behind: usize| Balance {
        id: id.to_owned().try_into().unwrap(),
        ahead: q.disciplines[ahead].id.clone(),
        behind: q.disciplines[behind].id.clone(),
        text: "t".into(),
    };
    q.balance = vec![statement("first", 0, 1), statement("second", 1, 0)];
    q
}

#[test]
fn one_discipline_runs_ahead_from_one_level_on() {
    let q = leaning();
    let lean = |one: u8, two: u8, last: Option<Answer>| {
        let mut answers: Vec<_> = ["a1", "a2", "a3", "b1"].map(|id| (id, level(one))).into();
        answers.push(("c1", level(two)));
        answers.extend(last.map(|answer| ("c2", answer)));
        let card = score(&q, &answered(&answers));
        let found = balance(&q, &card).into_iter();
        found
            .map(|l| (l.statement.id.to_string(), l.gap, l.is_certain))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        lean(4, 3, Some(level(3))),
        [("first".to_owned(), 25.0, true)]
    );
    assert_eq!(
        lean(1, 5, Some(level(5))),
        [("second".to_owned(), 100.0, true)]
    );
    assert_eq!(lean(3, 3, Some(level(3))), []);
    // An open answer could still turn it.
    assert_eq!(lean(4, 3, None), [("first".to_owned(), 25.0, false)]);
    // Too early to say of one: nothing is said.
    let card = score(
        &q,
        &answered(&[("c1", level(5)), ("c2", level(5)), ("a1", level(1))]),
    );
    assert!(balance(&q, &card).is_empty());
}

#[test]
fn practices_and_measurements_that_tell_different_stories() {
    let mut q = questionnaire();
    let mut second = q.metrics[0].clone();
    second.id = "m2".to_owned().try_into().unwrap();
    q.metrics.push(second);
    let high = ["a1", "a2", "a3", "b1"].map(|id| (id, level(5)));
    // Another discipline's measurement has no say.
    let mut elsewhere = q.metrics[0].clone();
    elsewhere.id = "x".to_owned().try_into().unwrap();
    elsewhere.discipline = q.disciplines[1].id.clone();
    q.metrics.push(elsewhere);
    // Both at level 1: 0 points against 100.
    let a = measured(measured(answered(&high), "m", 1000.0), "m2", 1000.0);
    let a = measured(a, "x", 0.5);
    let found = tensions(&q, &score(&q, &a));
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].practice, found[0].outcome, found[0].metrics),
        (100.0, 0.0, 2)
    );
    // The other way round, and just one level apart: 50 against the mean of 100 and 50.
    let middle = ["a1", "a2", "a3", "b1"].map(|id| (id, level(3)));
    let a = measured(measured(answered(&middle), "m", 1.0), "m2", 168.0);
    let found = tensions(&q, &score(&q, &a));
    assert_eq!((found[0].practice, found[0].outcome), (50.0, 75.0));
    // One measurement is too few, and a difference below one level is not worth a sentence.
    let a = measured(answered(&high), "m", 1000.0);
    assert_eq!(tensions(&q, &score(&q, &a)), []);
    let a = measured(measured(answered(&high), "m", 1.0), "m2", 24.0);
    assert_eq!(tensions(&q, &score(&q, &a)), []);
}

#[test]
fn a_change_is_split_into_its_reasons() {
    let q = one_discipline();
    let before = answered(&[("a1", level(2)), ("a2", level(2)), ("b1", level(3))]);
    let after = answered(&[
        ("a1", level(4)),
        ("a2", level(2)),
        ("a3", level(5)),
        ("b1", level(3)),
    ]);
    let c = change((&q, &before), (&q, &after)).unwrap();
    // Common: a1, a2, b1. Before: a 25, b 50: 37.5. After: a (75+25+100)/3, b 50. Over the common
    // ones a is 50 and the whole 50, so responses give 12.5 and the new answer the rest.
    assert_eq!(
        (c.common, c.before, c.responses, c.questionnaire),
        (3, 37.5, 12.5, 0.0)
    );
    assert!((c.after - (200.0 / 3.0 + 50.0) / 2.0).abs() < 1e-9);
    assert!((c.scope - (c.after - 50.0)).abs() < 1e-9);
    assert!(!c.is_noise);
    // From 2 to between 2 and 3: within what the answer leaves open.
    let vague = answered(&[("a1", between(2)), ("a2", level(2)), ("b1", level(3))]);
    assert!(change((&q, &before), (&q, &vague)).unwrap().is_noise);
    // As large as what they leave open is no noise: 37.5 to 62.5, each 25 wide.
    let [low, high] = [2, 3].map(|l| answered(&[("a1", between(l)), ("b1", level(3))]));
    assert!(!change((&q, &low), (&q, &high)).unwrap().is_noise);
    assert_eq!(
        change((&q, &before), (&q, &answered(&[("c1", level(3))]))),
        None
    );
}

#[test]
fn weights_of_another_questionnaire_are_a_reason_of_their_own() {
    let q = questionnaire();
    let mut heavier = q.clone();
    heavier.practices[0].weight = 3.0;
    let a = answered(&[("a1", level(5)), ("a2", level(1))]);
    let parts = changes((&q, &a), (&heavier, &a));
    let (_, c) = parts.iter().find(|(id, _)| *id == "a").unwrap();
    assert_eq!(
        (c.before, c.after, c.questionnaire, c.responses),
        (50.0, 75.0, 25.0, 0.0)
    );
    // Of the whole too little is known: a third of one discipline of two.
    assert_eq!(change((&q, &a), (&heavier, &a)), None);
}

#[test]
fn ballots_agree_as_far_as_the_published_index_says() {
    let ballots = |numbers: &[u8]| -> Vec<Step> {
        let levels = numbers.iter().map(|n| Level::new(*n).unwrap());
        levels.map(Step::from).collect()
    };
    let of = |numbers: &[u8]| agreement(&ballots(numbers)).unwrap();
    assert!((of(&[3, 3, 3]).consensus - 1.0).abs() < 1e-12);
    assert!((of(&[1, 1]).consensus - 1.0).abs() < 1e-12);
    assert!(of(&[1, 1, 5, 5]).consensus.abs() < 1e-12);
    // One at each level: 1 + 0.2 * (2 log2(1/2) + 2 log2(3/4)).
    let even = of(&[1, 2, 3, 4, 5]);
    assert!((even.consensus - (1.0 + 0.4 * (-1.0 + 0.75_f64.log2()))).abs() < 1e-12);
    assert_eq!(even.distribution, [1, 0, 1, 0, 1, 0, 1, 0, 1]);
    assert_eq!(even.middle, Middle::At(Level::Defined.into()));
    let ends = (Level::Initial.into(), Level::Optimizing.into());
    assert_eq!(even.spread, ends);
    // Half of the ballots halfway between the two ends: as far from either.
    let halfway = agreement(&[Step::at(3).unwrap(), Step::at(4).unwrap()]).unwrap();
    assert!((halfway.consensus - (1.0 + (1.0 - 0.25 / 4.0_f64).log2())).abs() < 1e-12);
    assert!(of(&[2, 3, 3]).consensus > of(&[1, 3, 5]).consensus);
    assert_eq!(agreement(&[]), None);
}
