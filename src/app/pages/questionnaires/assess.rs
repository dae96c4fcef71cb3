//! A team is assessed with a questionnaire of one's own.

use crate::app::browser::clock;
use crate::app::browser::page::{go, value_of};
use crate::app::components::labelled;
use crate::app::markup::{El, button, details, el};
use crate::app::shell::Shell;
use crate::catalog::Known;
use crate::model::validate::MAX_NAME;
use crate::model::{Mode, Scope};
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;

/// The team's name, and how much is asked.
pub fn assess(shell: Shell, known: Known) -> El {
    let (w, q) = (words(), known.questionnaire);
    let l = w.library_page();
    let team = StoredValue::new(String::new());
    let problem = RwSignal::new("");
    let start = move |mode: Mode| {
        let name = team.get_value();
        if name.trim().is_empty() {
            problem.set(words().team_missing);
            return;
        }
        let scope = Scope {
            mode,
            ..Scope::everything(q)
        };
        let first = q.practices.iter().find(|p| scope.includes(q, p));
        let page = first.map_or(Page::Overview, |p| Page::Practice(p.id.clone()));
        let id = clock::assessment_id();
        shell.keep_questionnaire(known);
        shell.run_made(|desk| desk.start_with(&id, name.trim().to_owned(), scope, q));
        go(&Route::Assessment(id, page).to_string());
    };
    let input = el("input")
        .attr("type", "text")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("autocomplete", "off")
        .on("input", move |event| {
            team.set_value(value_of(&event));
            problem.set("");
        });
    let id = format!("team-{}-{}", q.id, q.version.replace(['.', '+'], "-"));
    let said = el("p")
        .class("error")
        .attr("role", "alert")
        .live_text(move || problem.get().to_owned());
    let has_quick = q.practices.iter().any(|p| p.quick);
    let quick = has_quick.then(|| button("primary", l.quick, move |_| start(Mode::Quick)));
    let class = if has_quick { "" } else { "primary" };
    let full = button(class, l.everything, move |_| start(Mode::Full));
    details(l.assess)
        .child(labelled(id, w.team_label, "", input))
        .child(said)
        .child(el("p").class("steps").each(quick).child(full))
}
