//! Why a number is what it is: inputs, weights, exclusions, and the worked sums.

use crate::app::components::{Cell, Parts, Row, assessment_nav, explained_at, table};
use crate::app::markup::{all, el, heading, link, live, nothing, p};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::model::decimal::write;
use crate::model::{Assessment, AssessmentId, Questionnaire};
use crate::route::{Page, Route};
use crate::scoring::explain::{Explanation, Input};
use crate::scoring::{PartRef, Plan, explain};
use crate::words::words;
use leptos::prelude::*;

/// Explains one number.
pub fn why(open: Open, part: PartRef) -> AnyView {
    let w = words();
    set_title_of(open, w.why_title);
    let q = open.questionnaire();
    // A dimension is made of practices, which have pages; larger parts are made of parts.
    let inner = match part {
        PartRef::Overall => Some(Parts::Disciplines),
        PartRef::Discipline(_) => Some(Parts::Dimensions),
        PartRef::Dimension(_) => None,
    };
    let explained = move || {
        open.track_any();
        let look = |a: &Assessment| {
            let plan = Plan::of(q, a);
            explain(&plan, &plan.marks(a), &part)
        };
        match open.with(look).flatten() {
            Some(explanation) => shown(q, open.id, inner, &explanation),
            None => nothing(),
        }
    };
    let links = el("p").class("steps").each([
        link(&open.route(Page::Results), w.results).class("button"),
        link(&Route::Scoring, w.scoring_page().title).class("button quiet"),
    ]);
    all(vec![
        assessment_nav(open),
        heading(w.why_title).done(),
        live(explained),
        links.done(),
    ])
}

fn shown(
    q: &'static Questionnaire,
    id: &AssessmentId,
    inner: Option<Parts>,
    e: &Explanation,
) -> AnyView {
    let w = words();
    let inputs = e.inputs.iter().map(|i| row(q, id, inner, i)).collect();
    let sum = |name: &str, worked: String| (name.to_owned(), vec![worked.into()]);
    let sums = vec![
        sum(w.value, w.worked_value(e)),
        sum(w.sum_lowest, w.worked(e.sums.low)),
        sum(w.sum_highest, w.worked(e.sums.high)),
        sum(w.coverage, w.worked_share(e.sums.coverage)),
    ];
    let head = [w.part, w.weight, w.value, w.possible, w.role];
    let level = e.level.as_ref().map(|reason| p(w.level_reason(q, reason)));
    el("div")
        .child(p(w.part_name(q, &e.id)).class("lead"))
        .child(table(w.why_parts, &head, inputs))
        .child(table(w.why_sums, &[w.number_head, w.sum], sums))
        .each(level)
        .done()
}

/// One input; its value leads to how it came about in turn.
fn row(q: &'static Questionnaire, id: &AssessmentId, inner: Option<Parts>, input: &Input) -> Row {
    let w = words();
    let practice = q.practices.iter().find(|p| p.id.as_str() == input.id);
    let (name, route) = match (inner, practice) {
        (Some(parts), _) => (
            w.part_name(q, &input.id),
            explained_at(id, parts, &input.id),
        ),
        (None, Some(p)) => (
            p.title.as_str(),
            Some(Route::Assessment(id.clone(), Page::Practice(p.id.clone()))),
        ),
        (None, None) => (w.none, None),
    };
    let value = w.worth(input.value);
    let value = match route {
        Some(route) => Cell::Why(route, value.clone(), w.why_of(name, &value)),
        None => value.into(),
    };
    let cells = [
        write(input.weight).into(),
        value,
        w.exact_span(input.low.zip(input.high)).into(),
        w.role(input.role).to_owned().into(),
    ];
    (name.to_owned(), cells.into())
}
