//! How many whole assessments are scored in a second: what-if must be fast enough to drag through.
//!
//! `cargo xtask bench` runs it natively and in wasm, and beside it a plain loop in JavaScript over the
//! same answers (tests/e2e/bench/what_if.mjs), which gets what is asked from `what_if plan`. The sum of
//! all values says that all three have done the same.

use plumbline::advice::{robust, robust::seeded};
use plumbline::catalog::built_in;
use plumbline::model::{Assessment, AssessmentId, Level, Questionnaire, QuestionnaireRef};
use plumbline::scoring::{Mark, Node, Plan};
use std::hint::black_box;
use std::time::Instant;

const SETS: usize = 10_000;

fn main() {
    let q = built_in();
    let plan = Plan::new(&q, None);
    if std::env::args().nth(1).as_deref() == Some("plan") {
        println!("{}", laid_out(&plan));
        return;
    }
    // Levels 1 to 5, and one in six not answered.
    let mark = |at: usize| match Level::ALL.get((at as u64 * 7919 % 1_000_003 % 6) as usize) {
        Some(level) => Mark::Level(*level),
        None => Mark::Open,
    };
    let marks: Vec<Mark> = (0..SETS * plan.rows.len()).map(mark).collect();
    let mut sum = 0.0;
    let scored = best(|| {
        sum = 0.0;
        plan.score_many(&marks, |_, numbers| {
            sum += black_box(numbers).overall.part.value.unwrap_or_default();
        });
    });
    println!("assessments scored: {scored:.0} thousand a second, sum {sum:.3}");
    let tried = best(|| tries(&q));
    println!("orders of next steps tried: {tried:.0} thousand a second");
}

fn tries(q: &Questionnaire) {
    let reference = QuestionnaireRef::of(q);
    if let Ok(id) = AssessmentId::parse("bench") {
        let blank = Assessment::empty(id, reference);
        black_box(robust(q, &blank, SETS, seeded(1)));
    }
}

/// The best of five, in thousands a second.
fn best(mut run: impl FnMut()) -> f64 {
    let took = (0..5).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64()
    });
    SETS as f64 / took.fold(f64::INFINITY, f64::min) / 1_000.0
}

/// What is asked, as JSON: weights, which practices are key, and which rows belong together.
fn laid_out(plan: &Plan<'_>) -> serde_json::Value {
    let node = |node: &Node<'_>| {
        serde_json::json!({
            "weight": node.weight,
            "inner": [node.inner.start, node.inner.end],
            "rows": [node.rows.start, node.rows.end],
        })
    };
    let row = |row: &plumbline::scoring::plan::Row<'_>| serde_json::json!({ "weight": row.weight, "key": row.practice.key });
    serde_json::json!({
        "sets": SETS,
        "rows": plan.rows.iter().map(row).collect::<Vec<_>>(),
        "dimensions": plan.dimensions.iter().map(node).collect::<Vec<_>>(),
        "disciplines": plan.disciplines.iter().map(node).collect::<Vec<_>>(),
    })
}
