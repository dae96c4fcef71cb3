//! The form that starts an assessment.

use crate::app::browser::page::{self, value_of};
use crate::app::markup::{El, Event, el};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::model::validate::MAX_NAME;
use crate::model::{self, DisciplineId, Mode, Scope};
use crate::route::Route;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What is in the form. The fields show themselves, so nothing needs to be told when it changes.
struct Form {
    team: RefCell<String>,
    mode: Cell<Mode>,
    disciplines: RefCell<model::Set<DisciplineId>>,
}

impl Form {
    /// The team and scope, or what is missing.
    fn read(&self) -> Result<(String, Scope), &'static str> {
        let team = self.team.borrow();
        let team: String = team.chars().filter(|c| !c.is_control()).collect();
        let disciplines = self.disciplines.borrow().clone();
        let mode = self.mode.get();
        match (team.trim(), disciplines.is_empty()) {
            ("", _) => Err(words().team_missing),
            (_, true) => Err(words().disciplines_missing),
            (team, false) => Ok((team.to_owned(), Scope { mode, disciplines })),
        }
    }
}

/// Team, how much, which disciplines. What is missing is said in words, not forbidden beforehand.
pub fn start(workspace: Workspace) -> El {
    let w = words();
    let disciplines = &workspace.questionnaire().disciplines;
    let form = Rc::new(Form {
        team: RefCell::default(),
        mode: Cell::new(Mode::Full),
        disciplines: RefCell::new(disciplines.iter().map(|d| d.id.clone()).collect()),
    });
    let problem = RwSignal::new(String::new());
    let boxes = disciplines
        .iter()
        .map(|d| discipline(&d.id, &d.title, form.clone()));
    let practices = &workspace.questionnaire().practices;
    let quick = practices.iter().filter(|p| p.quick).count();
    let modes = [
        (Mode::Full, w.scope_full(practices.len())),
        (Mode::Quick, w.scope_quick(quick)),
    ];
    let modes = modes.map(|(mode, text)| choice(mode, text, form.clone()));
    let filled = form.clone();
    let submit = move |event: Event| {
        event.prevent_default();
        match filled.read() {
            Err(missing) => problem.set(missing.to_owned()),
            Ok((team, scope)) => {
                let id = workspace.start(team, scope);
                page::go(&Route::Overview(id).to_string());
            }
        }
    };
    el("form")
        .class("card")
        .attr("novalidate", "")
        .on("submit", submit)
        .each([
            el("h2").text(w.start_title),
            team_field(form.clone()),
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
                .live_text(move || problem.get()),
            el("button")
                .class("primary")
                .attr("type", "submit")
                .text(w.start),
        ])
}

fn team_field(form: Rc<Form>) -> El {
    let w = words();
    let input = el("input")
        .id("team")
        .attr("type", "text")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("autocomplete", "off")
        .attr("aria-describedby", "team-hint start-error")
        .on("input", move |event| {
            form.team.replace(value_of(&event));
        });
    el("p").class("field").each([
        el("label").attr("for", "team").text(w.team_label),
        el("span").class("muted").id("team-hint").text(w.team_hint),
        input,
    ])
}

fn choice(mode: Mode, text: String, form: Rc<Form>) -> El {
    let input = el("input").attr("type", "radio").attr("name", "mode");
    let input = if form.mode.get() == mode {
        input.attr("checked", "")
    } else {
        input
    };
    let input = input.on("change", move |_| form.mode.set(mode));
    el("label").class("line").child(input).text(text)
}

fn discipline(id: &DisciplineId, title: &'static str, form: Rc<Form>) -> El {
    let id = id.clone();
    let toggle = move |_| {
        let mut chosen = form.disciplines.borrow_mut();
        if chosen.remove(&id).is_none() {
            chosen.put(id.clone(), ());
        }
    };
    let input = el("input")
        .attr("type", "checkbox")
        .attr("checked", "")
        .on("change", toggle);
    el("label").class("line").child(input).text(title)
}
