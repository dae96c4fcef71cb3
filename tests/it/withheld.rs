//! What is withheld in one place is withheld in all; the same quantity is the same text wherever it
//! stands; differences are those of printed values; ties are called ties.
//!
//! Random assessments of the built-in questionnaire, every text that leaves the core, read as a reader
//! reads it. A bounded share here; `PLUMBLINE_CASES=10000` in release mode for the whole of it.

mod case;
mod many;
mod pages;
mod places;
mod rounds;
mod sentences;
mod truth;

use crate::random::Dice;
use crate::world::DAYS;
use case::Maker;
use plumbline::catalog::built_in;
use plumbline::model::{Assessment, Questionnaire};
use plumbline::report::{Report, html, markdown};

fn questionnaire() -> &'static Questionnaire {
    static BUILT_IN: std::sync::OnceLock<Questionnaire> = std::sync::OnceLock::new();
    BUILT_IN.get_or_init(built_in)
}

/// Says which case it was, should it fail.
struct Seed(u64);

impl Drop for Seed {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("case {}", self.0);
        }
    }
}

/// The report, proved to be one document in both of its forms.
fn document(report: &Report) -> pages::Doc {
    let page = pages::html(&html::encode(report, "{}", "2026"));
    let text = pages::markdown(&markdown::encode(report));
    assert_eq!((&page.title, &page.tables), (&text.title, &text.tables));
    assert_eq!(page.said, text.said);
    page
}

/// Every text about one assessment.
fn one(q: &'static Questionnaire, a: &Assessment) {
    let states = rounds::states(q, a);
    let truth = &states[states.len() - 1].2;
    let doc = document(&Report::of(q, a, &DAYS));
    places::report(&doc, truth, true);
    places::measurements(q, a, &doc);
    places::answers(q, a, &doc);
    sentences::report(q, a, truth, &doc, true);
    rounds::over(q, &doc, &states);
    all_are_known(q, &doc);
    let doc = document(&Report::one_page(q, a, DAYS.today));
    places::report(&doc, truth, false);
    sentences::report(q, a, truth, &doc, false);
    places::outside(q, a, truth);
    places::read_by_others(q, a, truth);
    places::figures(q, a, truth);
    sentences::planned(q, a, truth);
    for two in states.windows(2) {
        rounds::compared(q, &two[0], &two[1]);
    }
}

/// No table of the report goes unread here.
fn all_are_known(q: &'static Questionnaire, doc: &pages::Doc) {
    let known = [
        "By discipline",
        "By dimension",
        "Values over the rounds",
        "Measurements over the rounds",
        "Measurements",
        "The worked sums",
        "Actions",
        "What the room says",
    ];
    let captions = doc.tables.iter().map(|t| t.caption.as_str());
    let is_answers = |caption: &str| {
        let dimension = caption.split_once(": ").map(|(_, title)| title);
        q.dimensions
            .iter()
            .any(|d| Some(d.title.as_str()) == dimension)
    };
    for caption in captions {
        assert!(known.contains(&caption) || is_answers(caption), "{caption}");
    }
}

#[test]
fn every_text_withholds_the_same_and_says_the_same() {
    let q = questionnaire();
    let cases = std::env::var("PLUMBLINE_CASES").ok();
    for seed in 0..cases.and_then(|n| n.parse().ok()).unwrap_or(60) {
        let _seed = Seed(seed);
        let mut dice = Dice(seed.wrapping_mul(0x5851_f42d_4c95_7f2d));
        let a = Maker::new(q, &mut dice).assessment();
        one(q, &a);
        let others = dice.below(4);
        let mut all = vec![a];
        for _ in 0..others {
            all.push(Maker::new(q, &mut dice).assessment());
        }
        let fewest = [0, 3, 5][dice.below(3) as usize];
        many::portfolio(q, &all, fewest);
    }
}
