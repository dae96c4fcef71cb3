//! What the team could take up next, in the order of the results.

use crate::app::browser::page;
use crate::app::components::{card_id, take_up};
use crate::app::markup::{El, button, details, el, link, live, p};
use crate::app::shell::Open;
use crate::model::Assessment;
use crate::report::suggested::{Suggested, not_planned};
use crate::route::Page;
use crate::words::words;
use leptos::prelude::*;

/// The steps that nothing in the plan moves yet.
pub fn section(open: Open, plan: Memo<Option<Assessment>>) -> El {
    let r = words().roadmap_page();
    let steps = Memo::new(move |_| {
        let q = open.questionnaire();
        plan.with(|a| a.as_ref().map(|a| not_planned(q, a)).unwrap_or_default())
    });
    let list = live(move || {
        let steps = steps.get();
        if steps.is_empty() {
            return p(words().no_steps).done();
        }
        let items = steps.iter().map(|step| item(open, step));
        el("ol").class("offers").each(items).done()
    });
    el("section")
        .class("suggested")
        .attr("aria-label", r.suggested)
        .child(el("h2").text(r.suggested))
        .child(p(r.suggested_lead).class("muted"))
        .view(list)
}

fn item(open: Open, step: &Suggested) -> El {
    let w = words();
    let r = w.of_results();
    let route = open.route(Page::Practice(step.practice.clone()));
    let solid = step
        .is_solid
        .then(|| el("span").class("pill").text(r.solid));
    let title = el("p")
        .child(el("strong").child(link(&route, step.title.clone())))
        .text(" ")
        .each(solid);
    let facts = [step.levels.clone(), step.gain.clone()];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty());
    let facts: Vec<_> = facts.collect();
    let facts = el("p")
        .class("muted")
        .child(el("span").class("pill").text(step.effort))
        .child(el("span").text(facts.join(" · ")));
    let why = details(w.roadmap_page().why).child(p(step.reasons.clone()).class("muted"));
    let (practice, action) = (step.practice.clone(), step.action.clone());
    let add = button("", w.roadmap_page().action_take, move |_| {
        let id = take_up(open, &practice, &action);
        page::focus_next(card_id(&id));
    });
    let add = add.attr(
        "aria-label",
        w.about(w.roadmap_page().action_take, &step.title),
    );
    let what = el("div").each([title, p(step.first.clone()), facts, why]);
    el("li").each([what, el("p").class("plan").child(add)])
}
