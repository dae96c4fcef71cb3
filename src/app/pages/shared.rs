//! Answers that came in a link: looked at, and opened as a copy when one wants to.

use crate::app::browser::clock;
use crate::app::browser::page::{go, replace_fragment};
use crate::app::components::table;
use crate::app::markup::{all, button, el, heading, link, p};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::formats::link;
use crate::model::Assessment;
use crate::route::Route;
use crate::scoring::score;
use leptos::prelude::*;

/// What is in the link. The address forgets it, so that it is not passed on by accident.
pub fn shared(workspace: Workspace, code: &str) -> AnyView {
    let w = words();
    super::set_title(w.shared_title);
    let home = el("p").child(link(&Route::Home, w.home));
    let title = heading(w.shared_title).done();
    if code.is_empty() {
        return all(vec![title, p(w.shared_gone).done(), home.done()]);
    }
    replace_fragment(&Route::Shared(String::new()).to_string());
    match link::decode(workspace.questionnaire(), code, clock::assessment_id()) {
        Ok(assessment) => all(vec![title, preview(workspace, assessment)]),
        Err(why) => {
            let why = p(why.to_string())
                .class("notice problem")
                .attr("role", "alert");
            all(vec![title, why.done(), home.done()])
        }
    }
}

fn preview(workspace: Workspace, assessment: Assessment) -> AnyView {
    let (w, q) = (words(), workspace.questionnaire());
    let card = score(q, &assessment);
    let covered = card.disciplines.iter().zip(&q.disciplines);
    let rows = covered.filter(|(_, d)| assessment.covers(&d.id));
    let rows = rows.map(|(s, _)| {
        let cells = [w.reading(s), w.interval(s), w.coverage(s), w.level_of(s)];
        (
            w.part_name(q, &s.id).to_owned(),
            cells.map(Into::into).into(),
        )
    });
    let head = w.score_head(w.discipline);
    let team = el("bdi").text(assessment.team().to_owned());
    let done = w.done(assessment.progress(q, |_| true));
    let rows = rows.collect();
    let take = move |_| {
        let id = workspace.add(&assessment);
        go(&Route::Overview(id).to_string());
    };
    let steps = el("p").class("steps").each([
        button("primary", w.shared_take, take),
        link(&Route::Home, w.import_leave).class("button"),
    ]);
    all(vec![
        p(w.shared_lead).class("lead").done(),
        el("h2").child(team).done(),
        p(done).class("muted").done(),
        table(w.by_discipline, &head, rows).done(),
        steps.done(),
    ])
}
