//! Answers that came in a link: looked at, and opened as a copy when one wants to.

use crate::app::browser::clock;
use crate::app::browser::page::{go, replace_fragment};
use crate::app::components::table_block;
use crate::app::markup::{all, button, el, heading, link, p};
use crate::app::shell::Shell;
use crate::app::title::set_title;
use crate::formats::link;
use crate::model::Assessment;
use crate::report::shared::preview as preview_of;
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;

/// What is in the link. The address forgets it, so that it is not passed on by accident; one that
/// could not be read stays, since a reload may help.
pub fn shared(shell: Shell, code: &str) -> AnyView {
    let w = words();
    set_title(w.shared_title);
    let home = el("p").child(link(&Route::Home, w.home));
    let title = heading(w.shared_title).done();
    if code.is_empty() {
        return all(vec![title, p(w.shared_gone).done(), home.done()]);
    }
    match link::decode(shell.questionnaire(), code, clock::assessment_id()) {
        Ok(assessment) => {
            replace_fragment(&Route::Shared(String::new()).to_string());
            all(vec![title, preview(shell, assessment)])
        }
        Err(why) => {
            let why = p(w.bad_share(why))
                .class("notice problem")
                .attr("role", "alert");
            all(vec![title, why.done(), home.done()])
        }
    }
}

fn preview(shell: Shell, assessment: Assessment) -> AnyView {
    let (w, q) = (words(), shell.questionnaire());
    let table = table_block(&preview_of(q, &assessment));
    let team = el("bdi").text(assessment.team().to_owned());
    let done = w.done(assessment.progress(q, |_| true));
    let take = move |_| {
        let id = assessment.id.clone();
        shell.run_made(|desk| desk.open_shared(assessment.clone()));
        go(&Route::Assessment(id, Page::Overview).to_string());
    };
    let steps = el("p").class("steps").each([
        button("primary", w.shared_take, take),
        link(&Route::Home, w.import_leave).class("button"),
    ]);
    all(vec![
        p(w.shared_lead).class("lead").done(),
        el("h2").child(team).done(),
        p(done).class("muted").done(),
        table.done(),
        steps.done(),
    ])
}
