//! Next steps, each of which can be added to the plan where it stands.

use crate::app::browser::page;
use crate::app::components::take_up;
use crate::app::contexts::Steps;
use crate::app::markup::{El, all, button, details, el, link, live, p};
use crate::app::pages::results::view::{FIRST, part_heading};
use crate::app::shell::Open;
use crate::report::suggested::Suggested;
use crate::route::Page;
use crate::words::words;
use leptos::prelude::*;

/// The first ones: what to do, how much work it is, and what it gains.
pub fn do_first(open: Open, steps: Steps) -> AnyView {
    let w = words();
    live(move || {
        let steps = steps.get().unwrap_or_default();
        if steps.is_empty() {
            return p(w.no_steps).done();
        }
        let items = steps.iter().take(FIRST).map(|step| {
            let effort = el("span").class("pill").text(step.effort);
            let what = [
                name(open, step),
                p(step.first.clone()).class("act"),
                p("").class("muted").child(effort).text(step.gain.clone()),
            ];
            el("li").each(what).each(plan(open, "first", step))
        });
        el("ol").class("first").each(items).done()
    })
}

fn name(open: Open, step: &Suggested) -> El {
    let route = open.route(Page::Practice(step.practice.clone()));
    el("strong").child(link(&route, step.title.clone()))
}

/// The button that adds a step to the plan, or the way there once it is in it.
fn plan(open: Open, place: &'static str, step: &Suggested) -> Option<El> {
    if open.is_read_only() {
        return None;
    }
    let (w, r) = (words(), words().of_results());
    let planned = format!("{place}-{}", step.practice);
    if step.is_planned {
        let route = open.route(Page::Roadmap);
        let way = link(&route, r.planned).class("complete");
        let way = way.attr("aria-label", w.about(r.planned, &step.title));
        return Some(el("p").class("plan").child(way.id(planned)));
    }
    let (practice, action) = (step.practice.clone(), step.action.clone());
    let add = button("", w.roadmap_page().action_take, move |_| {
        take_up(open, &practice, &action);
        // The button is gone; what stands in its place says what became of it.
        page::focus_next(planned.clone());
    });
    let add = add.attr(
        "aria-label",
        w.about(w.roadmap_page().action_take, &step.title),
    );
    Some(el("p").class("plan").child(add))
}

/// All that are shown, each with what to do this week; why, in a fold.
pub fn section(open: Open, steps: Steps) -> El {
    let (w, r) = (words(), words().of_results());
    let list = live(move || {
        let steps = steps.get().unwrap_or_default();
        if steps.is_empty() {
            return p(w.no_steps).done();
        }
        let items = steps.iter().map(|step| item(open, step));
        let reasons = steps.iter().map(|step| {
            let title = el("strong").text(step.title.clone());
            el("li").child(title).text(" ").text(step.reasons.clone())
        });
        let reasons = el("ol").class("insights").each(reasons);
        let more = open.route(Page::Roadmap);
        all(vec![
            el("ol").class("ways").each(items).done(),
            el("div")
                .class("headed")
                .child(
                    details(r.why_steps)
                        .child(p(w.next_steps_lead).class("muted"))
                        .child(reasons),
                )
                .child(link(&more, w.to_roadmap))
                .done(),
        ])
    });
    el("section")
        .child(part_heading("part-steps", w.next_steps))
        .view(list)
}

fn item(open: Open, step: &Suggested) -> El {
    let r = words().of_results();
    let facts = [step.levels.clone(), step.gain.clone()];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty());
    let facts: Vec<_> = facts.collect();
    let solid = step
        .is_solid
        .then(|| el("span").class("pill").text(r.solid));
    let facts = el("p")
        .class("muted")
        .child(el("span").class("pill").text(step.effort))
        .child(el("span").text(facts.join(" · ")));
    let title = el("p").child(name(open, step)).text(" ").each(solid);
    let what = el("div").each([title, facts]);
    let first = p(step.first.clone());
    el("li").each([what, first]).each(plan(open, "step", step))
}
