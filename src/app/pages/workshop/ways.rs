//! What every stage has: the bar, words to say, the screen for the room, an end without results.

use crate::app::markup::{El, button, details, el, link, live, p};
use crate::app::shell::Open;
use crate::model::WorkshopId;
use crate::route::Page;
use crate::words::{session_words, words};
use crate::workshop::{Tally, prompts};

/// The bar at the foot: where one stands, and the way on, always in the same place.
pub fn bar(stands: El, steps: impl IntoIterator<Item = El>) -> El {
    let steps = el("div").class("steps").each(steps);
    let row = el("div").class("row").each([stands, steps]);
    el("div").class("answerbar").child(row)
}

/// Words that help now, for whoever wants them.
pub fn words_to_say(
    open: Open,
    workshop: &'static WorkshopId,
    on_the_table: impl Fn() -> Option<Tally> + Send + Sync + 'static,
) -> El {
    let said = live(move || {
        open.track_any();
        let tally = on_the_table();
        let found = open.look_at(workshop, |w| prompts(w, tally.as_ref()));
        let found = found.unwrap_or_default().into_iter();
        let said = found.map(|one| el("li").text(words().prompt(one)));
        el("ul").class("say").each(said).done()
    });
    details(session_words().prompts).view(said)
}

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
