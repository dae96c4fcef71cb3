//! Earlier states of an assessment, to go back to.

use crate::app::browser::clock;
use crate::app::markup::{El, button, details, el, live, p};
use crate::app::shell::Shell;
use crate::model::{Assessment, AssessmentId};
use crate::words::words;
use leptos::prelude::*;

/// Each with the time at which it was saved.
type States = Vec<(String, Assessment)>;

/// The fold; what is in it is read from the database when it is opened.
pub fn earlier(shell: Shell, id: &AssessmentId) -> El {
    let w = words();
    let states: RwSignal<Option<States>> = RwSignal::new(None);
    let (own, ours) = (id.clone(), id.clone());
    let look = move |_| {
        shell.earlier(&own, move |found| {
            // The page may be gone by now.
            let _ = states.try_set(Some(found));
        });
    };
    let list = live(move || match states.get() {
        None => p(w.opening).done(),
        Some(found) if found.is_empty() => p(w.earlier_none).done(),
        Some(found) => {
            let rows = found.into_iter().map(|(at, a)| row(shell, &ours, &at, a));
            el("ul").class("tasks").each(rows).done()
        }
    });
    details(w.earlier)
        .on("toggle", look)
        .child(p(w.earlier_lead).class("muted"))
        .view(list)
}

fn row(shell: Shell, id: &AssessmentId, at: &str, then: Assessment) -> El {
    let w = words();
    let at = clock::day_and_time(at);
    let done = w.done(then.progress(shell.questionnaire(), |_| true));
    let label = format!("{}: {at}", w.earlier_take);
    let (own, said) = (id.clone(), at.clone());
    let take = button("quiet", w.earlier_take, move |_| {
        shell.run_made(|desk| desk.go_back(&own, &then, said.clone()));
    });
    el("li").each([
        el("span").text(at),
        el("span").class("muted facts").text(done),
        take.attr("aria-label", label),
    ])
}
