//! The form that starts an assessment.

use crate::app::browser::page::{self, value_of};
use crate::app::markup::{El, el};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::model::validate::MAX_NAME;
use crate::model::{DisciplineId, Mode, Scope};
use crate::route::Route;
use leptos::prelude::*;

/// Team, how much, which disciplines. What is missing is said in words, not forbidden beforehand.
pub fn start(workspace: Workspace) -> El {
    let w = words();
    let team = RwSignal::new(String::new());
    let mode = RwSignal::new(Mode::Full);
    let left_out = RwSignal::new(Vec::<DisciplineId>::new());
    let problem = RwSignal::new("");
    let submit = move |event: crate::app::markup::Event| {
        event.prevent_default();
        let name: String = team
            .get_untracked()
            .chars()
            .filter(|c| !c.is_control())
            .collect();
        let mut disciplines = std::collections::BTreeSet::new();
        for d in &workspace.questionnaire().disciplines {
            if left_out.with_untracked(|out| !out.contains(&d.id)) {
                disciplines.insert(d.id.clone());
            }
        }
        if name.trim().is_empty() {
            problem.set(w.team_missing);
        } else if disciplines.is_empty() {
            problem.set(w.disciplines_missing);
        } else {
            let scope = Scope {
                mode: mode.get_untracked(),
                disciplines,
            };
            let id = workspace.start(name.trim().to_owned(), scope);
            page::go(&Route::Overview(id).to_string());
        }
    };
    let q = workspace.questionnaire();
    let boxes = q
        .disciplines
        .iter()
        .map(|d| discipline(d.id.clone(), d.title.clone(), left_out));
    let modes = [(Mode::Full, w.scope_full), (Mode::Quick, w.scope_quick)].map(|(m, text)| {
        let input = el("input")
            .attr("type", "radio")
            .attr("name", "mode")
            .live_flag("checked", move || mode.get() == m)
            .on("change", move |_| mode.set(m));
        el("label").class("line").child(input).text(text)
    });
    el("form")
        .class("card")
        .attr("novalidate", "")
        .on("submit", submit)
        .each([
            el("h2").text(w.start_title),
            team_field(team),
            el("fieldset")
                .child(el("legend").text(w.scope_label))
                .each(modes),
            el("fieldset")
                .child(el("legend").text(w.disciplines_label))
                .each(boxes),
            el("p")
                .class("error")
                .id("start-error")
                .attr("role", "alert")
                .live_text(move || problem.get().to_owned()),
            el("button")
                .class("primary")
                .attr("type", "submit")
                .text(w.start),
        ])
}

fn team_field(team: RwSignal<String>) -> El {
    let w = words();
    let input = el("input")
        .id("team")
        .attr("type", "text")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("autocomplete", "off")
        .attr("aria-describedby", "team-hint start-error")
        .on("input", move |event| team.set(value_of(&event)));
    el("p").class("field").each([
        el("label").attr("for", "team").text(w.team_label),
        el("span").class("muted").id("team-hint").text(w.team_hint),
        input,
    ])
}

fn discipline(id: DisciplineId, title: String, left_out: RwSignal<Vec<DisciplineId>>) -> El {
    let own = id.clone();
    let toggle = move |_| {
        left_out.update(|out| match out.iter().position(|d| *d == id) {
            Some(at) => drop(out.swap_remove(at)),
            None => out.push(id.clone()),
        });
    };
    let input = el("input")
        .attr("type", "checkbox")
        .live_flag("checked", move || left_out.with(|out| !out.contains(&own)))
        .on("change", toggle);
    el("label").class("line").child(input).text(title)
}
