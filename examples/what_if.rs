//! How many whole assessments are scored in a second: what-if must be fast enough to drag through.
//!
//! `cargo xtask bench` runs it natively and in wasm.

use plumbline::advice::{robust, robust::seeded};
use plumbline::catalog::built_in;
use plumbline::model::{Assessment, AssessmentId, Level, QuestionnaireRef};
use plumbline::scoring::{Mark, Plan};
use std::hint::black_box;
use std::time::Instant;

const SETS: usize = 10_000;

fn main() {
    let q = built_in();
    let plan = Plan::new(&q, None);
    let mut random = seeded(1);
    let marks: Vec<Mark> = (0..SETS * plan.rows.len())
        .map(|_| match Level::ALL.get((random() * 6.0) as usize) {
            Some(level) => Mark::Level(*level),
            None => Mark::Open,
        })
        .collect();
    report("assessments scored", || {
        plan.score_many(&marks, |_, numbers| {
            black_box(numbers);
        });
    });
    let reference = QuestionnaireRef {
        id: q.id.clone(),
        version: q.version.clone(),
    };
    let Ok(id) = AssessmentId::parse("bench") else {
        return;
    };
    let blank = Assessment::empty(id, reference);
    report("orders of next steps tried", || {
        black_box(robust(&q, &blank, SETS, seeded(1)));
    });
}

/// The best of five, in thousands a second.
fn report(what: &str, run: impl Fn()) {
    let best = (0..5)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min);
    println!(
        "{what}: {:.0} thousand a second",
        SETS as f64 / best / 1_000.0
    );
}
