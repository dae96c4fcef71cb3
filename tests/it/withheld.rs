//! What is withheld in one place is withheld in all; the same quantity is the same text wherever it
//! stands; differences are those of printed values; ties are called ties.
//!
//! Random assessments of the built-in questionnaire, every text that leaves the core, read as a reader
//! reads it. A bounded share here; `PLUMBLINE_CASES=10000 cargo test --test it -- withheld` for the whole of it.

pub mod case;
mod many;
mod pages;
mod places;
mod rounds;
mod sentences;
mod truth;

use self::pages::Kind;
use crate::random::{Dice, cases};
use crate::world::{self, DAYS};
use case::Maker;
use plumbline::advice;
use plumbline::catalog::built_in;
use plumbline::figure::trend::{Series, Trend};
use plumbline::figure::{Ink, Radar};
use plumbline::model::{Assessment, Balance, Level, Metric, Questionnaire};
use plumbline::report::rounds::Comparison;
use plumbline::report::{Block, Report, caption, html, markdown};
use plumbline::scoring::{MetricScore, Reading, Score, Scorecard};
use plumbline::words::words;

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
    // How a chart is read is said where there is one.
    let read = |said: &mut (Kind, String)| {
        let shown = report.blocks.iter().find_map(|block| match block {
            Block::Figure(_, finding, key) if *finding == said.1 => Some(caption(finding, key)),
            _ => None,
        });
        said.1 = shown.unwrap_or(std::mem::take(&mut said.1));
    };
    let mut said = text.said;
    said.iter_mut().for_each(read);
    assert_eq!(page.said, said);
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
    all_are_known(&doc);
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
fn all_are_known(doc: &pages::Doc) {
    let known = [
        "By discipline",
        "By dimension",
        "Values over the rounds",
        "Measurements over the rounds",
        "Measurements",
        "Every answer",
        "The worked sums",
        "Actions",
        "What the room says",
        "Why, in the room’s words",
        "Actions on these practices",
    ];
    for table in &doc.tables {
        assert!(known.contains(&&*table.caption), "{}", table.caption);
    }
}

/// What the random cases have shown, so that none of the rules goes untried.
#[derive(Debug, Default)]
struct Seen {
    known: usize,
    withheld: usize,
    unanswered: usize,
    not_applicable: usize,
    whole_withheld: usize,
    ties: usize,
    rounds: usize,
}

impl Seen {
    fn note(&mut self, q: &'static Questionnaire, a: &Assessment) {
        let truth = truth::Truth::of(q, a);
        for said in truth.all() {
            *match said.shown.as_str() {
                "Too early to say" => &mut self.withheld,
                "No answers yet" => &mut self.unanswered,
                "Does not apply" => &mut self.not_applicable,
                _ => &mut self.known,
            } += 1;
        }
        self.whole_withheld += usize::from(!truth.overall.is_known());
        let extremes = sentences::extremes(&truth);
        self.ties += usize::from(extremes.contains(" and ") || extremes.contains(" each at "));
        self.rounds += a.snapshots().len();
    }

    fn is_enough(&self, cases: usize) -> bool {
        let parts = [
            self.known,
            self.withheld,
            self.unanswered,
            self.not_applicable,
        ];
        let rare = [self.whole_withheld, self.ties, self.rounds];
        parts.iter().all(|n| *n >= cases) && rare.iter().all(|n| *n * 5 >= cases)
    }
}

#[test]
fn every_text_withholds_the_same_and_says_the_same() {
    let q = questionnaire();
    let mut seen = Seen::default();
    let cases = cases(60);
    for seed in 0..cases {
        let _seed = Seed(seed);
        let mut dice = Dice(seed.wrapping_mul(0x5851_f42d_4c95_7f2d));
        let a = Maker::new(q, &mut dice).assessment();
        one(q, &a);
        seen.note(q, &a);
        let mut all = vec![a];
        for _ in 0..dice.below(4) {
            all.push(Maker::new(q, &mut dice).assessment());
        }
        let fewest = [0, 3, 5][dice.below(3) as usize];
        many::portfolio(q, &all, fewest);
    }
    assert!(seen.is_enough(usize::try_from(cases).unwrap()), "{seen:?}");
}

/// What no random case is sure to come upon.
#[test]
fn answers_that_moved_against_each_other_are_not_said_to_stand_still() {
    let q: &'static Questionnaire = Box::leak(Box::new(world::questionnaire()));
    let state = |a1, a2| {
        let answers = [("a1", world::level(a1)), ("a2", world::level(a2))];
        let more = [("a3", 3), ("b1", 3), ("c1", 3), ("c2", 3)];
        let more = more.map(|(id, n)| (id, world::level(n)));
        let a = world::answered(&[&answers[..], &more].concat());
        let truth = truth::Truth::of(q, &a);
        ("S".to_owned(), a, truth)
    };
    let (before, after) = (state(2, 4), state(4, 2));
    rounds::compared(q, &before, &after);
    let both = [&before, &after].map(|(name, a, _)| (name.clone(), a));
    let made = Comparison::of(q, &both[0], &both[1]);
    assert!(made.findings[0].contains("come to the same"), "{made:?}");
    assert_eq!(made.tables.last().unwrap().rows.len(), 2);
}

#[test]
fn of_lines_that_all_moved_alike_none_moved_most() {
    let line = |label: &str, from: f64| Series {
        number: 1,
        leads: plumbline::figure::hits::Leads::Discipline("one".into()),
        label: label.into(),
        values: vec![Some(from), Some(from + 10.0)],
    };
    let said = |lines: &[Series]| {
        words().trend_finding(&Trend {
            states: vec!["Q1".into(), "Q2".into()],
            series: lines.to_vec(),
        })
    };
    let lines = [
        line("A", 1.0),
        line("B", 20.2),
        line("C", 30.0),
        line("D", 40.4),
    ];
    assert_eq!(said(&lines[..2]), "A and B rose alike: +10 points each.");
    assert_eq!(said(&lines), "All 4 rose alike: +10 points each.");
    let still = line("E", 0.0);
    let still = Series {
        values: vec![Some(0.0); 2],
        ..still
    };
    let lines = [&lines[..], &[still]].concat();
    assert_eq!(
        said(&lines),
        "4 rose alike, more than the rest: +10 points each."
    );
}

/// A line ends where its value is withheld, and what it was before does not stand for today.
#[test]
fn a_line_shows_no_value_for_a_state_that_has_none() {
    let drawn = |values: &[Option<f64>]| {
        let trend = Trend {
            states: values.iter().map(|_| "Q".to_owned()).collect(),
            series: vec![Series {
                number: 1,
                leads: plumbline::figure::hits::Leads::Discipline("one".into()),
                label: "A".into(),
                values: values.to_vec(),
            }],
        };
        trend.marks(736.0, Ink::LIGHT, 1.0).svg()
    };
    let lines = |svg: &str| svg.matches("stroke=\"#0F5C6E\"").count();
    let gap = drawn(&[Some(10.0), None, Some(30.0)]);
    assert_eq!((lines(&gap), gap.contains("\nA 30\n")), (0, true));
    let ended = drawn(&[Some(10.0), Some(30.0), None]);
    assert_eq!((lines(&ended), ended.contains("\nA\n")), (1, true));
}

fn known(id: &str, value: f64, [low, high]: [f64; 2]) -> Score {
    Score {
        id: id.into(),
        reading: Reading::Known {
            value,
            level: Level::Emerging,
        },
        low: Some(low),
        high: Some(high),
        coverage: Some(1.0),
    }
}

/// 40.4 and 39.6 are both printed as 40, and 49.6 as a level more than 25: nothing is made of what
/// nobody sees, and nothing that is seen is passed over.
#[test]
fn what_is_printed_alike_stands_alike() {
    let mut q = world::questionnaire();
    let metric = q.metrics[0].clone();
    q.metrics.push(Metric {
        id: world::id("n"),
        ..metric
    });
    q.balance.push(Balance {
        id: world::id("ahead"),
        ahead: world::id("one"),
        behind: world::id("two"),
        text: "One is ahead.".into(),
    });
    let measured = |id: &str| MetricScore {
        id: id.into(),
        value: Some(100.0),
        level: Level::new(2),
        position: Some(30.0),
    };
    let card = Scorecard {
        overall: known("overall", 40.0, [39.6, 40.4]),
        disciplines: vec![
            known("one", 49.6, [40.4, 60.0]),
            known("two", 25.4, [20.0, 39.6]),
        ],
        dimensions: vec![
            known("a", 40.45, [40.45, 40.45]),
            known("b", 39.55, [39.55, 39.55]),
            known("c", 30.0, [30.0, 39.55]),
        ],
        metrics: vec![measured("m"), measured("n")],
    };
    assert_eq!(advice::apart(&card), (vec![], vec![]));
    let radar = Radar::of(&q, &card);
    let finding = words().radar_finding(&radar);
    assert_eq!(finding, "Strongest: A and B. Most room: C.");
    assert_eq!(advice::tensions(&q, &card).len(), 1);
    // 50 stands a level above 25; yet 40 and 40 could meet.
    let leans = advice::balance(&q, &card);
    assert_eq!((leans.len(), leans[0].is_certain), (1, false));
    assert_eq!(
        words().lean(&leans[0]),
        "One is ahead. Open answers could still turn this."
    );
}
