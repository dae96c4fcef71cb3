//! The form that starts an assessment.

use crate::app::browser::page::{self, value_of};
use crate::app::components::{self, GiveScope, ReadScope, namesake_of, scope_fields};
use crate::app::contexts::{Base, Loader};
use crate::app::markup::{El, Event, button, el, live, nothing, p};
use crate::app::shell::Shell;
use crate::model::validate::MAX_NAME;
use crate::model::{AssessmentId, Mode, Practice, Scope, reading};
use crate::route::{Page, Route};
use crate::words::{home_words, words};
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What is in the form, and what it says. The fields show themselves.
struct Form {
    shell: Shell,
    team: RefCell<String>,
    /// How much is asked for as well, from the button that was pressed last.
    scope: RefCell<Scope>,
    /// Whether it was asked for and cannot be done yet.
    is_waiting: Cell<bool>,
    said: Said,
}

type Held = StoredValue<Form, LocalStorage>;

/// Texts that follow what is chosen and what happens.
#[derive(Clone, Copy)]
struct Said {
    promise: RwSignal<String>,
    everything: RwSignal<String>,
    problem: RwSignal<String>,
    /// The id of the assessment that has the name already.
    namesake: RwSignal<String>,
    /// The name that another of that name would get.
    beside: RwSignal<String>,
}

impl Form {
    fn new(shell: Shell) -> Self {
        let text = || RwSignal::new(String::new());
        let form = Self {
            shell,
            team: RefCell::default(),
            scope: RefCell::new(Scope::everything(shell.questionnaire())),
            is_waiting: Cell::new(false),
            said: Said {
                promise: text(),
                everything: text(),
                problem: text(),
                namesake: text(),
                beside: text(),
            },
        };
        form.count();
        form
    }

    /// What is asked in a mode.
    fn asked(&self, mode: Mode) -> Vec<&'static Practice> {
        let q = self.shell.questionnaire();
        let scope = Scope {
            mode,
            ..self.scope.borrow().clone()
        };
        let asked = q.practices.iter().filter(|p| scope.includes(q, p));
        asked.collect()
    }

    /// Says how much there is to answer.
    fn count(&self) {
        let w = words();
        let [quick, full] = [Mode::Quick, Mode::Full].map(|mode| {
            let asked = self.asked(mode);
            (asked.len(), reading::minutes(asked))
        });
        self.said.promise.set(w.promise(quick.0, quick.1));
        self.said.everything.set(w.start_all(full.0, full.1));
    }

    /// Whether nothing is missing; says what is.
    fn is_filled_in(&self, mode: Mode) -> bool {
        self.scope.borrow_mut().mode = mode;
        let team = self.team();
        let problem = if team.is_empty() {
            words().team_missing
        } else if self.scope.borrow().disciplines.is_empty() {
            words().disciplines_missing
        } else {
            ""
        };
        self.said.problem.set(problem.to_owned());
        if !problem.is_empty() {
            page::focus(if team.is_empty() { "team" } else { "adjust" });
        }
        problem.is_empty()
    }

    /// The name as it was typed, without what is none of it.
    fn team(&self) -> String {
        let team = self.team.borrow();
        let team: String = team.chars().filter(|c| !c.is_control()).collect();
        team.trim().to_owned()
    }

    /// Starts what was asked for, unless something is missing by now, or has to be asked.
    fn begin(&self, base: &Base) {
        let mode = self.scope.borrow().mode;
        if !self.is_waiting.replace(false) || !self.is_filled_in(mode) {
            return;
        }
        let (said, team) = (self.said, self.team());
        match namesake_of(self.shell, &team) {
            None => self.start(&team, base),
            Some((id, beside)) => {
                said.beside.set(beside);
                said.namesake.set(id.to_string());
                page::focus("team");
            }
        }
    }

    /// Starts, and goes to the first question.
    fn start(&self, team: &str, base: &Base) {
        let scope = self.scope.borrow().clone();
        let first = self.asked(scope.mode).into_iter().next();
        let page = first.map_or(Page::Overview, |p| Page::Practice(p.id.clone()));
        let id = (base.start)(self.shell, team.to_owned(), scope);
        page::go(&Route::Assessment(id, page).to_string());
    }
}

/// Team and a button; how much, which disciplines for those who want to choose. What is missing is
/// said in words, not forbidden beforehand.
pub fn start(shell: Shell, loader: Loader) -> El {
    let form = StoredValue::new_local(Form::new(shell));
    let said = form.with_value(|form| form.said);
    let begin = move |mode| {
        let is_asked =
            form.with_value(|form| form.is_filled_in(mode) && !form.is_waiting.replace(true));
        if is_asked || loader.base_now().is_some() {
            loader.with_base(move |base| {
                form.try_with_value(|form| form.begin(base));
            });
        }
    };
    let submit = move |event: Event| {
        event.prevent_default();
        begin(Mode::Quick);
    };
    let everything = button("link", "", move |_| begin(Mode::Full));
    let start = el("button").class("primary").attr("type", "submit");
    el("form")
        .class("start")
        .attr("novalidate", "")
        .on("submit", submit)
        .each([
            el("h2").text(home_words().start_title),
            p("").class("lead").live_text(move || said.promise.get()),
            team_field(form, said),
        ])
        .view(live(move || namesake(form, said)))
        .each([
            el("p").class("go").each([
                start.text(home_words().start),
                everything.live_text(move || said.everything.get()),
            ]),
            adjust(form, shell),
        ])
}

fn team_field(form: Held, said: Said) -> El {
    let w = words();
    let is_missing = move || said.problem.with(|problem| problem == words().team_missing);
    let input = el("input")
        .id("team")
        .attr("type", "text")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("autocomplete", "off")
        .attr("required", "")
        .attr("aria-describedby", "start-error")
        .live_attr("aria-invalid", move || {
            is_missing().then(|| "true".to_owned())
        })
        .on("input", move |event| {
            form.with_value(|form| form.team.replace(value_of(&event)));
            // The question was about another name.
            said.namesake.set(String::new());
        });
    el("p").class("field").each([
        el("label").attr("for", "team").text(w.team_label),
        el("span")
            .class("error")
            .id("start-error")
            .attr("role", "alert")
            .live_text(move || said.problem.get()),
        input,
    ])
}

/// Asks what is meant where the name is there already.
fn namesake(form: Held, said: Said) -> AnyView {
    let Ok(id) = said.namesake.with(|id| AssessmentId::parse(id)) else {
        return nothing();
    };
    let beside = said.beside.get_untracked();
    let loader = Loader::get();
    let start = move |team: &str| {
        let team = team.to_owned();
        loader.with_base(move |base| form.with_value(|form| form.start(&team, base)));
    };
    components::namesake(&id, beside, start).done()
}

/// Which disciplines, and the side of a platform.
fn adjust(form: Held, shell: Shell) -> El {
    let read: ReadScope = Rc::new(move || form.with_value(|form| form.scope.borrow().clone()));
    let give: GiveScope = Rc::new(move |scope| {
        form.with_value(|form| {
            form.scope.replace(scope);
            form.count();
        });
    });
    el("details")
        .child(el("summary").id("adjust").text(home_words().adjust))
        .each(scope_fields(shell.questionnaire(), &read, &give))
}
