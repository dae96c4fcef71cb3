//! Why a number is what it is: inputs, weights, exclusions, and the worked sums.

use crate::app::components::{Cell, assessment_nav, table};
use crate::app::markup::{all, el, heading, link, live, nothing, p};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::model::AssessmentId;
use crate::model::decimal::write;
use crate::route::Route;
use crate::scoring::explain::{Explanation, Input};
use crate::scoring::{Part, PartRef, Plan, explain};
use leptos::prelude::*;

/// Explains one number.
pub fn why(workspace: Workspace, id: &AssessmentId, part: PartRef) -> AnyView {
    let w = words();
    super::set_title(w.why_title);
    let q = workspace.questionnaire();
    let own = id.clone();
    let explained = move || {
        workspace.track_any();
        let look = |a: &crate::model::Assessment| {
            let plan = Plan::of(q, a);
            explain(&plan, &plan.marks(a), &part)
        };
        match workspace.with(&own, look).flatten() {
            Some(explanation) => shown(workspace, &explanation),
            None => nothing(),
        }
    };
    let links = el("p").class("steps").each([
        link(&Route::Results(id.clone()), w.results).class("button"),
        link(&Route::Scoring, w.scoring_title).class("button quiet"),
    ]);
    all(vec![
        assessment_nav(workspace, id),
        heading(w.why_title).done(),
        live(explained),
        links.done(),
    ])
}

fn shown(workspace: Workspace, e: &Explanation) -> AnyView {
    let w = words();
    let q = workspace.questionnaire();
    let name = |id: &str| {
        let practice = q.practices.iter().find(|p| p.id.as_str() == id);
        practice.map_or_else(|| w.part_name(q, id), |p| p.title.as_str())
    };
    let row = |input: &Input| {
        let part = Part {
            value: input.value,
            interval: input.low.zip(input.high),
            coverage: input.coverage,
        };
        let cells = vec![
            write(input.weight),
            w.worth(part.value),
            w.span(part.interval),
            w.role(input.role).to_owned(),
        ];
        (
            name(&input.id).to_owned(),
            cells.into_iter().map(Cell::from).collect(),
        )
    };
    let inputs = e.inputs.iter().map(row).collect();
    let sum =
        |name: &str, sum, is_share| (name.to_owned(), vec![Cell::from(w.worked(sum, is_share))]);
    let sums = vec![
        sum(w.value, e.sums.value, false),
        sum(w.sum_lowest, e.sums.low, false),
        sum(w.sum_highest, e.sums.high, false),
        sum(w.coverage, e.sums.coverage, true),
    ];
    let head = [w.part, w.weight, w.value, w.possible, w.role];
    let level = e.level.as_ref().map(|reason| p(w.level_reason(q, reason)));
    el("div")
        .child(p(name(&e.id)).class("lead"))
        .child(table(w.why_parts, &head, inputs))
        .child(table(w.why_sums, &[w.number_head, w.sum], sums))
        .each(level)
        .done()
}
