//! The built-in questionnaire is complete and consistent, and the validator notices when one is not.

use plumbline::catalog::built_in;
use plumbline::formats::questionnaire_md;
use plumbline::model::{Bound, Condition, Level, Questionnaire, validate};
use std::collections::BTreeSet;

#[test]
fn it_is_complete_and_without_a_problem() {
    let q = built_in();
    assert_eq!(validate::questionnaire(&q), []);
    assert_eq!(q.disciplines.len(), 4);
    assert!(
        (70..=90).contains(&q.practices.len()),
        "{} practices",
        q.practices.len()
    );
    for discipline in &q.disciplines {
        let dimensions = q.dimensions.iter();
        let dimensions: Vec<_> = dimensions
            .filter(|d| d.discipline == discipline.id)
            .collect();
        let fits = match discipline.id.as_str() {
            "together" => 3..=7,
            _ => 5..=7,
        };
        assert!(fits.contains(&dimensions.len()), "{}", discipline.id);
        for dimension in dimensions {
            let practices = q.practices.iter();
            let count = practices.filter(|p| p.dimension == dimension.id).count();
            assert!((2..=6).contains(&count), "{}: {count}", dimension.id);
        }
        let metrics = q.metrics.iter().filter(|m| m.discipline == discipline.id);
        assert!(metrics.count() > 0, "{} has no metric", discipline.id);
    }
    assert!(q.metrics.len() >= 18);
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
    assert!(q.rules.len() >= 15, "{} rules", q.rules.len());
    assert!(!q.balance.is_empty() && !q.published.benchmarks.is_empty());
}

/// The founding article's table has five rows for three disciplines, and SRE has seven principles.
#[test]
fn every_cell_and_every_principle_is_covered() {
    let q = built_in();
    for discipline in ["devops", "sre", "platform"] {
        for row in ["focus", "goal", "metrics", "activities", "output"] {
            let id = format!("cell:{discipline}.{row}");
            assert!(q.covers.iter().any(|c| c.id == id), "{id}");
        }
    }
    let count = |kind: &str| q.covers.iter().filter(|c| c.id.starts_with(kind)).count();
    assert_eq!((count("cell:"), count("principle:")), (15, 7));
    assert_eq!(validate::uncovered(&q), [""; 0]);
}

#[test]
fn a_cell_that_nobody_covers_is_noticed() {
    let mut q = built_in();
    q.dimensions.iter_mut().for_each(|d| d.covers.clear());
    q.practices.iter_mut().for_each(|p| p.covers.clear());
    assert_eq!(validate::uncovered(&q).len(), q.covers.len());
}

#[test]
fn the_quick_check_touches_every_discipline_and_most_dimensions() {
    let q = built_in();
    let quick: Vec<_> = q.practices.iter().filter(|p| p.quick).collect();
    assert!((15..=18).contains(&quick.len()), "{} quick", quick.len());
    let dimensions: BTreeSet<_> = quick.iter().map(|p| &p.dimension).collect();
    assert!(dimensions.len() >= 12, "{dimensions:?}");
    let disciplines: BTreeSet<_> = dimensions
        .iter()
        .filter_map(|id| Some(&q.dimension(id)?.discipline))
        .collect();
    assert_eq!(disciplines.len(), 4);
}

#[test]
fn the_whole_questionnaire_can_be_read_away_from_the_app() {
    let q = built_in();
    let text = questionnaire_md::encode(&q);
    let plain = text.replace('\\', "");
    for p in &q.practices {
        for part in [&p.title, &p.question, &p.why, &p.how_to_tell]
            .into_iter()
            .chain(&p.levels)
            .chain(&p.steps)
            .chain(p.sources.iter().map(|s| &s.url))
        {
            assert!(plain.contains(part.as_str()), "{}: {part}", p.id);
        }
    }
    for m in &q.metrics {
        for part in [&m.title, &m.question, &m.how, &m.basis] {
            assert!(plain.contains(part.as_str()), "{}: {part}", m.id);
        }
    }
    let others = (q.rules.iter().map(|r| &r.question))
        .chain(q.balance.iter().map(|b| &b.text))
        .chain(q.published.benchmarks.iter().map(|b| &b.definition))
        .chain(q.published.series.iter().map(|s| &s.definition))
        .chain([&q.published.credit])
        .chain(q.terms.iter().map(|t| &t.text));
    for part in others {
        assert!(plain.contains(part.as_str()), "{part}");
    }
    // Every row of every table has the table's three cells.
    for row in text.lines().filter(|l| l.starts_with('|')) {
        let bars = row.replace("\\|", "").matches('|').count();
        assert_eq!(bars, 4, "{row}");
    }
}

#[test]
fn levels_are_written_as_what_one_would_see() {
    for practice in built_in().practices {
        for text in &practice.levels {
            let words = text.split_whitespace().count();
            assert!(
                (8..=32).contains(&words),
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
        &format!("practice/{first}/id: this id is used twice"),
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
    let at = |field: &str, message: &str| format!("practice/{first}/{field}: {message}");
    check(
        |q| q.practices[0].levels[2] = " ".into(),
        &at("levels/3", "the text is missing"),
    );
    check(
        |q| q.practices[0].levels[2] = q.practices[0].levels[1].clone(),
        &at("levels/3", "the text is that of a lower level"),
    );
    check(
        |q| q.practices[0].levels[2] = "Too short by far.".into(),
        &at("levels/3", "the text is less than half as long"),
    );
    check(
        |q| q.practices[0].title = "x".repeat(49),
        &at("title", "the text has 49 characters and 48 fit"),
    );
    check(
        |q| q.practices[0].requires = vec!["nowhere".to_owned().try_into().unwrap()],
        &at("requires", "there is no practice “nowhere”"),
    );
    check(
        |q| q.practices[0].terms = vec!["nothing".to_owned().try_into().unwrap()],
        &at("terms", "there is no term “nothing”"),
    );
    check(
        |q| q.practices[0].covers = vec!["cell:none".into()],
        &at("covers", "nothing named “cell:none”"),
    );
    check(|q| q.practices[0].sources.clear(), "at least one source");
    check(
        |q| q.practices[0].sources[0].url = "http://example.org".into(),
        "at least one source",
    );
    check(
        |q| q.metrics[0].cuts.reverse(),
        "cuts must run from worst to best",
    );
    check(
        |q| q.metrics[0].cuts[1] = q.metrics[0].cuts[0],
        "bands overlap or are empty",
    );
    check(
        |q| q.metrics[0].range = [5.0, f64::INFINITY],
        "it must be two numbers",
    );
    check(
        |q| q.metrics[0].range = [0.0, 1.0],
        "a cut lies outside the range",
    );
    check(
        |q| q.metrics[0].unit = "furlongs".into(),
        "“furlongs” is none of the units",
    );
    check(
        |q| drop(q.disciplines.remove(0)),
        "there is no such discipline",
    );
}

#[test]
fn the_validator_reads_rules_balance_and_terms_too() {
    check(
        |q| drop(q.rules[0].when.pop()),
        "one thing alone contradicts nothing",
    );
    check(
        |q| {
            let mut again = q.rules[0].clone();
            again.id = "again".to_owned().try_into().unwrap();
            q.rules.push(again);
        },
        "rule/again/when: an earlier rule asks for the same",
    );
    let bounded = |id: &str, bound| Condition::Practice {
        practice: id.to_owned().try_into().unwrap(),
        bound,
    };
    let [two, four] = [2, 4].map(|l| Level::new(l).unwrap());
    check(
        |q| {
            q.rules[0].when = vec![
                bounded("slo-targets", Bound::AtMost(two)),
                bounded("slo-targets", Bound::AtLeast(four)),
            ];
        },
        "the conditions on “slo-targets” exclude each other",
    );
    check(
        |q| q.rules[0].when[0] = bounded("nowhere", Bound::AtLeast(four)),
        "there is no “nowhere”",
    );
    check(
        |q| {
            q.rules[0].when[0] = Condition::Metric {
                metric: q.metrics[0].id.clone(),
                bound: Bound::AtLeast(-1.0),
            };
        },
        "never has that value",
    );
    check(
        |q| q.balance[0].behind = q.balance[0].ahead.clone(),
        "a discipline cannot run ahead of itself",
    );
    check(|q| q.terms[0].text = String::new(), "the text is missing");
}

#[test]
fn all_problems_come_at_once() {
    let mut q = built_in();
    q.practices[0].weight = 0.0;
    q.metrics[0].sources.clear();
    q.rules[0].when.clear();
    assert_eq!(validate::questionnaire(&q).len(), 3);
}
