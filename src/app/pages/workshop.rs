//! The facilitator's page: set a workshop up, collect ballots, discuss, finish.

mod collect;
mod discuss;
mod panel;
mod set_up;

pub use collect::invitation_link;
pub use panel::timer;

use crate::app::components::{assessment_nav, table_block};
use crate::app::markup::{El, all, button, el, heading, link, live, p};
use crate::app::shell::Shell;
use crate::model::{Assessment, AssessmentId, Phase, WorkshopId};
use crate::report::workshop::{spread, table, tallies};
use crate::route::Route;
use crate::words::session_words;
use crate::words::words;
use leptos::prelude::*;

/// The page.
pub fn workshop(shell: Shell, id: &AssessmentId) -> AnyView {
    let w = words();
    super::set_title(w.workshop);
    // Built anew only when the workshop begins, is revealed or ends, so that nobody loses a field
    // while typing.
    let own = id.clone();
    let stage = Memo::new(move |_| {
        let open = shell.open_workshop(&own);
        open.map(|(workshop, w)| (workshop, w.phase))
    });
    let own = id.clone();
    let shown = live(move || match stage.get() {
        None => set_up::set_up(shell, &own),
        Some((workshop, Phase::Collecting)) => collect::collect(shell, &own, &workshop),
        Some((workshop, _)) => discuss::discuss(shell, &own, &workshop),
    });
    let own = id.clone();
    let earlier = live(move || {
        shell.track_any();
        let past = shell.with(&own, |a| past(shell, a));
        all(past.unwrap_or_default().into_iter().map(El::done).collect())
    });
    all(vec![
        assessment_nav(shell, id),
        heading(w.workshop).done(),
        shown,
        earlier,
    ])
}

/// What the workshops that are over came to, the latest first.
fn past(shell: Shell, a: &Assessment) -> Vec<El> {
    let (w, s, q) = (words(), session_words(), shell.questionnaire());
    let mut shown = Vec::new();
    for (id, held) in a.workshops().into_iter().rev() {
        if held.phase != Phase::Finished {
            continue;
        }
        if shown.is_empty() {
            shown.push(el("h2").text(s.earlier));
        }
        let all = tallies(q, a, id, held);
        let day: String = held.began.chars().take(10).collect();
        shown.push(
            el("details")
                .child(el("summary").text(w.workshop_on(&held.title, &day)))
                .child(p(w.took_part(held.people, &held.names)))
                .each(spread(q, a, &all).map(p))
                .child(table_block(&table(q, a, id, held))),
        );
    }
    shown
}

/// The way to the screen for the room, beside this window or in it.
fn screens(id: &AssessmentId) -> El {
    let s = session_words();
    let beside = link(&Route::Screen(id.clone(), false), s.present)
        .class("button")
        .attr("target", "_blank");
    let here = link(&Route::Screen(id.clone(), true), s.present_here).class("button quiet");
    el("div").each([
        el("p").class("steps").each([beside, here]),
        p(s.present_hint).class("muted"),
    ])
}

/// The way out, with a way back in the notice that it gives.
fn give_up(shell: Shell, id: &AssessmentId, workshop: &WorkshopId) -> El {
    let (own, ours) = (id.clone(), workshop.clone());
    button("quiet", session_words().cancel, move |_| {
        shell.run_made(|desk| desk.give_up(&own, &ours));
    })
}
