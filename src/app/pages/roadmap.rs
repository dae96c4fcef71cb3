//! What the team decided to do, now, next and later, beside what it could do, and what it would
//! come to.

use crate::advice::{Stage, Step, roadmap, stable};
use crate::app::browser::clock;
use crate::app::browser::page::{focus, next_frame};
use crate::app::components::{action_form, action_id, add_id, assessment_nav, hint_of};
use crate::app::markup::{El, all, button, el, heading, link, live, nothing, p};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::model::{Action, ActionId, Edit, Horizon};
use crate::route::Page;
use crate::words::{Hint, words};
use leptos::prelude::*;

/// The page. It is built anew when actions come, go or move, not while one types into them.
pub fn roadmap_page(open: Open) -> AnyView {
    let w = words();
    set_title_of(open, w.roadmap);
    // What the page shows, without the texts that are typed into it.
    let shape = Memo::new(move |_| {
        open.track_any();
        let look = open.with(|a| {
            let stages = roadmap(open.questionnaire(), a);
            let stable = stable(open.questionnaire(), a);
            stages.map(|stage| {
                let said = stage.suggestions.iter().map(|step| Suggestion {
                    step: words().step(step),
                    first: step.first.to_owned(),
                    action: Action {
                        what: step.first.to_owned(),
                        horizon: stage.horizon,
                        moves: Some((step.practice.clone(), step.to)),
                        ..Action::default()
                    },
                    firm: firm(&stage, step, &stable),
                });
                Shown {
                    horizon: stage.horizon,
                    actions: stage.actions.iter().map(|(id, _)| (*id).clone()).collect(),
                    suggestions: said.collect(),
                    // That there is nothing yet is said once.
                    value: match (stage.value, stage.horizon) {
                        (None, Horizon::Next | Horizon::Later) => String::new(),
                        (value, _) => words().if_done(value),
                    },
                }
            })
        });
        look.map(Vec::from).unwrap_or_default()
    });
    let stages = live(move || {
        let stages = shape.get().into_iter();
        all(stages.map(|stage| section(open, &stage).done()).collect())
    });
    all(vec![
        assessment_nav(open),
        heading(w.roadmap).done(),
        p(w.roadmap_page().lead).class("lead").done(),
        hint_of(open.id, Hint::Plan),
        stages,
    ])
}

/// What a horizon shows.
#[derive(Clone, PartialEq)]
struct Shown {
    horizon: Horizon,
    actions: Vec<ActionId>,
    suggestions: Vec<Suggestion>,
    value: String,
}

/// A step that could be taken.
#[derive(Clone, PartialEq)]
struct Suggestion {
    step: String,
    first: String,
    action: Action,
    firm: &'static str,
}

/// Whether a step would be among the first whatever the weights. Known only of steps for now.
fn firm(stage: &Stage, step: &Step, stable: &[crate::advice::Robust]) -> &'static str {
    let share = stable.iter().find(|r| r.practice == step.practice);
    match (stage.horizon, share) {
        (Horizon::Now, Some(robust)) if robust.share >= 0.5 => words().roadmap_page().firm,
        (Horizon::Now, _) => words().roadmap_page().not_firm,
        _ => "",
    }
}

fn section(open: Open, stage: &Shown) -> El {
    let w = words();
    let forms = stage.actions.iter().map(|action| action_form(open, action));
    let suggestions = stage.suggestions.iter().map(|s| suggestion(open, s));
    let suggestions: Vec<_> = suggestions.collect();
    let horizon = stage.horizon;
    let add = button("", w.roadmap_page().action_add, move |_| {
        let action = Action {
            horizon,
            ..Action::default()
        };
        decide(open, action);
    });
    let add = add.id(add_id(horizon)).attr(
        "aria-label",
        format!("{}: {}", w.roadmap_page().action_add, w.horizon(horizon)),
    );
    let list = match suggestions.is_empty() {
        true => nothing(),
        false => all(vec![
            el("h3").text(w.roadmap_page().suggested).done(),
            el("ul").class("tasks").each(suggestions).done(),
        ]),
    };
    el("section")
        .child(el("h2").text(w.horizon(stage.horizon)))
        .each((!stage.value.is_empty()).then(|| p(stage.value.clone()).class("muted")))
        .each(forms)
        .child(el("p").child(add))
        .view(list)
}

fn suggestion(open: Open, s: &Suggestion) -> El {
    let w = words();
    let practice = s
        .action
        .moves
        .as_ref()
        .and_then(|(id, _)| open.questionnaire().practice(id));
    let title = practice.map_or("", |p| p.title.as_str());
    let name = practice.map(|p| {
        let route = open.route(Page::Practice(p.id.clone()));
        link(&route, title)
    });
    let action = s.action.clone();
    let take = button("quiet", w.roadmap_page().action_take, move |_| {
        decide(open, action.clone())
    });
    let take = take.attr(
        "aria-label",
        format!("{}: {title}", w.roadmap_page().action_take),
    );
    let facts = [s.step.clone(), s.firm.to_owned()];
    let facts = facts.into_iter().filter(|fact| !fact.is_empty());
    let facts = facts.map(|fact| el("span").text(fact));
    el("li")
        .each(name)
        .child(el("span").class("muted facts").each(facts))
        .child(take)
        .child(el("span").class("reason").text(s.first.clone()))
}

/// Puts a new action among the others, and the focus into it.
fn decide(open: Open, action: Action) {
    let name = clock::action_id();
    open.edit(Edit::Act(name.clone(), Some(action)));
    // The form is there once the page is built anew.
    next_frame(move || focus(&action_id(&name)));
}
