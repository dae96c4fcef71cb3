//! One practice: the question, its levels, and the profile at the side.

use crate::app::components::{
    GiveAnswer, ReadAnswer, assessment_nav, extras, glossary, key_help, level_choice, profile,
};
use crate::app::markup::{El, all, details, el, link, p, source};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::model::{AssessmentId, Edit, Practice, Questionnaire};
use crate::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// Asks one practice.
pub fn practice_page(
    workspace: Workspace,
    id: &AssessmentId,
    practice: &'static Practice,
) -> AnyView {
    let w = words();
    super::set_title(&practice.title);
    let q = workspace.questionnaire();
    let dimension = q.dimension(&practice.dimension);
    let discipline = dimension.and_then(|d| q.discipline(&d.discipline));
    let place = match (discipline, dimension) {
        (Some(a), Some(b)) => format!("{} · {} ", a.title, b.title),
        _ => String::new(),
    };
    let asked: Vec<_> = workspace
        .with(id, |a| a.asked(q).map(|p| p.id.clone()).collect())
        .unwrap_or_default();
    let at = asked.iter().position(|p| *p == practice.id);
    let counted = at.map(|i| w.number(i + 1, asked.len())).unwrap_or_default();
    let neighbour = |at: Option<usize>| Some(Route::Practice(id.clone(), asked.get(at?)?.clone()));

    let before = neighbour(at.and_then(|i| i.checked_sub(1)));
    let before = before.map(|route| link(&route, w.previous).class("button quiet"));
    let after = match neighbour(at.map(|i| i + 1)) {
        Some(route) => link(&route, w.next),
        None => link(&Route::Measurements(id.clone()), w.measurements),
    };
    let steps = el("p")
        .class("steps")
        .each(before)
        .child(after.class("button primary"));
    let place = el("p")
        .class("where")
        .text(place)
        .child(el("span").class("muted").text(counted));
    let question = el("div")
        .class(format!(
            "discipline {}",
            discipline.map(|d| d.id.as_str()).unwrap_or_default()
        ))
        .child(place)
        .view(choice(workspace, id, practice))
        .child(steps)
        .child(extras(workspace, id, &practice.id))
        .each(help(q, practice))
        .child(key_help());
    let beside = el("div")
        .class("beside")
        .each([question, profile(workspace, id)]);
    all(vec![assessment_nav(workspace, id), beside.done()])
}

fn choice(workspace: Workspace, id: &AssessmentId, practice: &'static Practice) -> AnyView {
    let (ours, own) = (id.clone(), practice.id.clone());
    let read: ReadAnswer = Arc::new(move || {
        workspace.track_practice(&own);
        workspace.with(&ours, |a| a.answer(&own).cloned()).flatten()
    });
    let (ours, own) = (id.clone(), practice.id.clone());
    let give: GiveAnswer =
        Arc::new(move |answer| workspace.edit(&ours, Edit::Respond(own.clone(), answer)));
    level_choice(practice, &read, &give)
}

fn help(q: &'static Questionnaire, practice: &'static Practice) -> Vec<El> {
    let w = words();
    let sources = practice.sources.iter().map(|s| el("li").child(source(s)));
    let how = details(w.how_to_tell).child(p(practice.how_to_tell.as_str()));
    let how = how
        .child(el("h2").text(w.sources))
        .child(el("ul").each(sources));
    let mut help = vec![details(w.why).child(p(practice.why.as_str())), how];
    if !practice.terms.is_empty() {
        let terms = practice.terms.iter().filter_map(|id| q.term(id));
        help.push(details(w.terms).child(glossary(terms)));
    }
    help
}
