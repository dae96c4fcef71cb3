//! Ways out of a workshop: to the screen for the room, and to an end without results.

use crate::app::markup::{El, button, el, link, p};
use crate::app::shell::Shell;
use crate::model::{AssessmentId, WorkshopId};
use crate::route::{Page, Route};
use crate::words::session_words;

/// The way to the screen for the room, beside this window or in it.
pub fn screens(id: &AssessmentId) -> El {
    let s = session_words();
    let beside = link(
        &Route::Assessment(id.clone(), Page::Screen(false)),
        s.present,
    )
    .class("button")
    .attr("target", "_blank");
    let here = link(
        &Route::Assessment(id.clone(), Page::Screen(true)),
        s.present_here,
    )
    .class("button quiet");
    el("div").each([
        el("p").class("steps").each([beside, here]),
        p(s.present_hint).class("muted"),
    ])
}

/// The way out, with a way back in the notice that it gives.
pub fn give_up(shell: Shell, id: &AssessmentId, workshop: &WorkshopId) -> El {
    let (own, ours) = (id.clone(), workshop.clone());
    button("quiet", session_words().cancel, move |_| {
        shell.run_made(|desk| desk.give_up(&own, &ours));
    })
}
