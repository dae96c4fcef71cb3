//! Earlier states of an assessment, to go back to.

use crate::app::browser::clock;
use crate::app::markup::{El, button, details, el, live, p};
use crate::app::shell::Open;
use crate::model::Assessment;
use crate::words::words;
use leptos::prelude::*;

/// Each with the time at which it was saved.
type States = Vec<(String, Assessment)>;

/// The fold; what is in it is read from the database when it is opened.
pub fn earlier(open: Open) -> El {
    let w = words();
    let states: RwSignal<Option<States>> = RwSignal::new(None);
    let look = move |_| {
        open.shell.earlier(open.id, move |found| {
            // The page may be gone by now.
            let _ = states.try_set(Some(found));
        });
    };
    let list = live(move || match states.get() {
        None => p(w.opening).done(),
        Some(found) if found.is_empty() => p(w.earlier_none).done(),
        Some(found) => {
            let rows = found.into_iter().map(|(at, a)| row(open, &at, a));
            el("ul").class("tasks").each(rows).done()
        }
    });
    details(w.earlier)
        .on("toggle", look)
        .child(p(w.earlier_lead).class("muted"))
        .view(list)
}

fn row(open: Open, at: &str, then: Assessment) -> El {
    let w = words();
    let at = clock::day_and_time(at);
    let done = w.done(then.progress(open.questionnaire(), |_| true));
    let label = format!("{}: {at}", w.earlier_take);
    let said = at.clone();
    let take = button("quiet", w.earlier_take, move |_| {
        open.run_made(|desk, id| desk.go_back(id, &then, said.clone()));
    });
    el("li").each([
        el("span").text(at),
        el("span").class("muted facts").text(done),
        take.attr("aria-label", label),
    ])
}
