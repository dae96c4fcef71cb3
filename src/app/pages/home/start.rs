//! The form that starts an assessment.

use crate::app::browser::page::{self, value_of};
use crate::app::components::{GiveScope, ReadScope, scope_fields};
use crate::app::markup::{El, Event, el};
use crate::app::shell::Shell;
use crate::model::Scope;
use crate::model::validate::MAX_NAME;
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// What is in the form. The fields show themselves, so nothing needs to be told when it changes.
struct Form {
    team: RefCell<String>,
    scope: RefCell<Scope>,
}

/// What has to be said before an assessment is started.
enum Missing {
    Team,
    Disciplines,
}

impl Form {
    /// The team and scope, or what is missing.
    fn read(&self) -> Result<(String, Scope), Missing> {
        let team = self.team.borrow();
        let team: String = team.chars().filter(|c| !c.is_control()).collect();
        let scope = self.scope.borrow().clone();
        match (team.trim(), scope.disciplines.is_empty()) {
            ("", _) => Err(Missing::Team),
            (_, true) => Err(Missing::Disciplines),
            (team, false) => Ok((team.to_owned(), scope)),
        }
    }
}

/// Team, how much, which disciplines. What is missing is said in words, not forbidden beforehand.
pub fn start(shell: Shell) -> El {
    let w = words();
    let form = Rc::new(Form {
        team: RefCell::default(),
        scope: RefCell::new(Scope::everything(shell.questionnaire())),
    });
    let problem = RwSignal::new(String::new());
    let own = form.clone();
    let read: ReadScope = Rc::new(move || own.scope.borrow().clone());
    let own = form.clone();
    let give: GiveScope = Rc::new(move |scope| {
        own.scope.replace(scope);
    });
    let filled = form.clone();
    let submit = move |event: Event| {
        event.prevent_default();
        match filled.read() {
            Err(Missing::Team) => {
                problem.set(words().team_missing.to_owned());
                page::focus("team");
            }
            Err(Missing::Disciplines) => problem.set(words().disciplines_missing.to_owned()),
            Ok((team, scope)) => {
                let id = shell.start(team, scope);
                page::go(&Route::Assessment(id, Page::Overview).to_string());
            }
        }
    };
    el("form")
        .class("card")
        .attr("novalidate", "")
        .on("submit", submit)
        .each([el("h2").text(w.start_title), team_field(form)])
        .each(scope_fields(shell.questionnaire(), &read, &give))
        .each([
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
