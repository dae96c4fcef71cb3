//! A team is assessed with a questionnaire of one's own.

use super::edit::fold;
use crate::app::browser::clock;
use crate::app::browser::page::{go, value_of};
use crate::app::components::{labelled, namesake, namesake_of};
use crate::app::markup::{El, button, el, live, nothing};
use crate::app::shell::Shell;
use crate::catalog::Known;
use crate::model::validate::MAX_NAME;
use crate::model::{AssessmentId, Mode, Scope, reading};
use crate::route::{Page, Route};
use crate::words::{home_words, words};
use leptos::prelude::*;

/// The team's name, and how much is asked.
pub fn assess(shell: Shell, known: Known) -> El {
    let (w, q) = (words(), known.questionnaire);
    let l = w.library_page();
    let team = StoredValue::new(String::new());
    let problem = RwSignal::new("");
    let again = RwSignal::new(None::<(AssessmentId, String)>);
    let mode = StoredValue::new(Mode::Full);
    let scope = move |mode| Scope {
        mode,
        ..Scope::everything(q)
    };
    let start = move |name: &str| {
        let scope = scope(mode.get_value());
        let first = q.practices.iter().find(|p| scope.includes(q, p));
        let page = first.map_or(Page::Overview, |p| Page::Practice(p.id.clone()));
        let id = clock::assessment_id();
        shell.keep_questionnaire(known);
        shell.run_made(|desk| desk.start_with(&id, name.to_owned(), scope, q));
        go(&Route::Assessment(id, page).to_string());
    };
    let begin = move |how: Mode| {
        mode.set_value(how);
        let name = team.get_value();
        let name = name.trim();
        if name.is_empty() {
            problem.set(words().team_missing);
            return;
        }
        match namesake_of(shell, name) {
            None => start(name),
            found => again.set(found),
        }
    };
    let input = el("input")
        .attr("type", "text")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("autocomplete", "off")
        .on("input", move |event| {
            team.set_value(value_of(&event));
            problem.set("");
            again.set(None);
        });
    let id = format!("team-{}-{}", q.id, q.version.replace(['.', '+'], "-"));
    let said = el("p")
        .class("error")
        .attr("role", "alert")
        .live_text(move || problem.get().to_owned());
    let has_quick = q.practices.iter().any(|p| p.quick);
    let quick = has_quick.then(|| {
        let start = home_words().start;
        button("primary", start, move |_| begin(Mode::Quick))
    });
    let class = if has_quick { "" } else { "primary" };
    let scope = scope(Mode::Full);
    let asked = q.practices.iter().filter(|p| scope.includes(q, p));
    let asked: Vec<_> = asked.collect();
    let all = w.start_all(asked.len(), reading::minutes(asked));
    let full = button(class, all, move |_| begin(Mode::Full));
    let again = live(move || {
        let found = again.get();
        found.map_or_else(nothing, |(id, beside)| namesake(&id, beside, start).done())
    });
    fold(l.assess)
        .child(labelled(id, w.team_label, "", input))
        .child(said)
        .view(again)
        .child(el("p").class("steps").each(quick).child(full))
}
