//! The built-in questionnaire is complete and consistent.

use crate::world::built_in_sample;
use plumbline::advice::headline;
use plumbline::catalog::{
    ADVICE, FACTS, OTHERS, QUICK, REST, TITLES, built_in, built_in_samples, outline, with,
};
use plumbline::figure::{Bands, Profile};
use plumbline::formats::questionnaire_md;
use plumbline::model::{Assessment, Practice, Questionnaire, validate};
use plumbline::report::suggested::suggested;
use plumbline::report::{detail, plan};
use plumbline::scoring::{Scorecard, score};
use plumbline::words::words;
use std::collections::BTreeSet;

/// The day on which somebody looks at the sample.
const DAY: &str = "2026-11-23";

#[test]
fn it_is_complete_and_without_a_problem() {
    let q = built_in();
    assert_eq!(validate::questionnaire(&q), []);
    assert_eq!(q.disciplines.len(), 4);
    assert!(
        (72..=90).contains(&q.practices.len()),
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

/// Half an hour, and nothing that can end a business left out.
#[test]
fn the_quick_check_touches_every_discipline_and_most_dimensions() {
    let q = built_in();
    let quick: Vec<_> = q.practices.iter().filter(|p| p.quick).collect();
    assert!((17..=18).contains(&quick.len()), "{} quick", quick.len());
    let dimensions: BTreeSet<_> = quick.iter().map(|p| &p.dimension).collect();
    assert!(dimensions.len() >= 14, "{dimensions:?}");
    let disciplines: BTreeSet<_> = dimensions
        .iter()
        .filter_map(|id| Some(&q.dimension(id)?.discipline))
        .collect();
    assert_eq!(disciplines.len(), 4);
    for needed in [
        "security-in-pipeline",
        "disaster-recovery",
        "on-call-health",
        "golden-signals",
        "ai-assisted-development",
    ] {
        assert!(quick.iter().any(|p| p.id.as_str() == needed), "{needed}");
    }
}

/// Pages come in whatever order people go; each brings the parts that it needs.
#[test]
fn the_parts_make_the_whole_in_whatever_order_they_come() {
    let whole = built_in();
    for parts in [
        [&TITLES, &FACTS, &ADVICE, &QUICK, &OTHERS, &REST],
        [&QUICK, &OTHERS, &REST, &ADVICE, &FACTS, &TITLES],
        [&REST, &QUICK, &ADVICE, &TITLES, &OTHERS, &FACTS],
        [&FACTS, &QUICK, &TITLES, &REST, &OTHERS, &ADVICE],
    ] {
        assert_eq!(with(&parts), whole);
    }
}

/// The numbers stand before questions and advice are here.
#[test]
fn what_all_is_called_and_facts_are_enough_to_score() {
    let whole = built_in();
    let few = with(&[&TITLES, &FACTS]);
    for a in built_in_samples(&whole, DAY) {
        let (card, full) = (score(&few, &a), score(&whole, &a));
        assert_eq!(card, full);
        assert_eq!(headline(&few, &a, &card), headline(&whole, &a, &full));
        assert_eq!(Profile::of(&few, &a), Profile::of(&whole, &a));
    }
}

/// What is found in results, and the plan, stand without the questions.
#[test]
fn advice_needs_no_questions() {
    let whole: &'static Questionnaire = Box::leak(Box::new(built_in()));
    let few: &'static _ = Box::leak(Box::new(with(&[&TITLES, &FACTS, &ADVICE])));
    let bands = |q: &'static Questionnaire, a: &Assessment, card: &Scorecard| {
        let w = words();
        let bands = Bands::of(q, card, |unit, value| w.amount(unit, value));
        bands.beside(q, a, |found| w.beside_in_short(found))
    };
    for a in built_in_samples(whole, DAY) {
        let card = score(whole, &a);
        assert_eq!(suggested(few, &a), suggested(whole, &a));
        assert_eq!(
            detail::stands_out(few, &a, &card),
            detail::stands_out(whole, &a, &card)
        );
        assert_eq!(detail::why(few, &a), detail::why(whole, &a));
        assert_eq!(bands(few, &a, &card), bands(whole, &a, &card));
        for tell in [plan::jira, plan::markdown] {
            assert_eq!(tell(few, &a, DAY), tell(whole, &a, DAY));
        }
    }
}

/// The app starts with the outline alone, and a ballot does without the rest.
#[test]
fn the_outline_counts_and_the_questions_ask_like_the_whole() {
    let (outline, q) = (outline(), built_in());
    let (quick, questions) = (with(&[&TITLES, &QUICK]), with(&[&TITLES, &QUICK, &OTHERS]));
    let sample = built_in_sample(&q);
    for part in [&outline, &quick, &questions] {
        assert_eq!(
            sample.progress(part, |_| true),
            sample.progress(&q, |_| true)
        );
        let ids = |q: &Questionnaire| {
            let metrics = q
                .metrics
                .iter()
                .map(|m| (m.id.clone(), m.discipline.clone()));
            let practices = q.practices.iter();
            let practices = practices.map(|p| (p.id.clone(), p.dimension.clone(), p.quick));
            (practices.collect::<Vec<_>>(), metrics.collect::<Vec<_>>())
        };
        assert_eq!(ids(part), ids(&q));
    }
    assert_eq!(questions.terms, q.terms);
    let asked = questions.practices.iter().zip(&q.practices);
    let of_quick = quick.practices.iter().zip(&q.practices);
    for (asked, p) in asked.chain(of_quick.filter(|(_, p)| p.quick)) {
        let read = |p: &Practice| {
            let texts = [&p.title, &p.question, &p.why, &p.how_to_tell].map(String::clone);
            let beside = (p.contexts.clone(), p.terms.clone(), p.answered_by);
            (texts, p.levels.clone(), beside)
        };
        assert_eq!(read(asked), read(p));
    }
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
