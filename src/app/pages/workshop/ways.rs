//! Ways out of a workshop: to the screen for the room, and to an end without results.

use crate::app::markup::{El, button, el, link, p};
use crate::app::shell::Open;
use crate::model::WorkshopId;
use crate::route::Page;
use crate::words::session_words;

/// The way to the screen for the room, beside this window or in it.
pub fn screens(open: Open) -> El {
    let s = session_words();
    let beside = link(&open.route(Page::Screen(false)), s.present)
        .class("button")
        .attr("target", "_blank");
    let here = link(&open.route(Page::Screen(true)), s.present_here).class("button quiet");
    el("div").each([
        el("p").class("steps").each([beside, here]),
        p(s.present_hint).class("muted"),
    ])
}

/// The way out, with a way back in the notice that it gives.
pub fn give_up(open: Open, workshop: &'static WorkshopId) -> El {
    button("quiet", session_words().cancel, move |_| {
        open.run_made(|desk, id| desk.give_up(id, workshop));
    })
}
