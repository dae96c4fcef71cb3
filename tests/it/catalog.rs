//! The built-in questionnaire is complete and consistent, and the validator notices when one is not.

use plumbline::catalog::built_in;
use plumbline::model::{Questionnaire, validate};

#[test]
fn it_has_practices_in_four_disciplines_and_the_five_dora_metrics() {
    let q = built_in();
    assert_eq!(validate::questionnaire(&q), []);
    assert!(q.practices.len() >= 12, "{} practices", q.practices.len());
    for discipline in ["devops", "sre", "platform", "together"] {
        let dimensions: Vec<_> = q
            .dimensions
            .iter()
            .filter(|d| d.discipline.as_str() == discipline)
            .collect();
        assert!(
            q.practices
                .iter()
                .any(|p| dimensions.iter().any(|d| d.id == p.dimension)),
            "{discipline}"
        );
    }
    for metric in [
        "deployment-frequency",
        "change-lead-time",
        "change-fail-rate",
        "failed-deployment-recovery-time",
        "deployment-rework-rate",
    ] {
        assert!(
            q.metrics.iter().any(|m| m.id.as_str() == metric),
            "{metric}"
        );
    }
}

#[test]
fn levels_are_written_as_what_one_would_see() {
    for practice in built_in().practices {
        for text in &practice.levels {
            let words = text.split_whitespace().count();
            assert!(
                (8..=40).contains(&words),
                "{}: {words} words: {text}",
                practice.id
            );
        }
    }
}

#[track_caller]
fn check(change: impl FnOnce(&mut Questionnaire), expected: &str) {
    let mut q = built_in();
    change(&mut q);
    let problems: Vec<_> = validate::questionnaire(&q)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert!(
        problems.iter().any(|p| p.contains(expected)),
        "{problems:?}"
    );
}

#[test]
fn the_validator_names_what_is_wrong_and_where() {
    let first = built_in().practices[0].id.clone();
    check(
        |q| q.practices.push(q.practices[0].clone()),
        &format!("practices/{first}: this id is used twice"),
    );
    check(
        |q| q.practices[0].weight = 0.0,
        "the weight must be a number above 0",
    );
    check(
        |q| q.practices[0].weight = f64::NAN,
        "the weight must be a number above 0",
    );
    check(
        |q| q.practices[0].requires = vec![first.clone()],
        "it requires itself",
    );
    check(|q| q.practices[0].levels[2] = " ".into(), "a text is empty");
    check(|q| q.practices[0].sources.clear(), "at least one source");
    check(
        |q| q.metrics[0].cuts.reverse(),
        "the cuts must run from worst to best",
    );
    check(
        |q| q.metrics[0].range = [5.0, f64::INFINITY],
        "the range must be two numbers",
    );
    check(
        |q| drop(q.disciplines.remove(0)),
        "its discipline does not exist",
    );
}
