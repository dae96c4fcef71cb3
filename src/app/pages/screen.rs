//! What the room sees of a workshop: large, without controls, without secrets. It follows the
//! facilitator's window, since every change reaches every window.

use super::workshop::{in_words, invitation_link, timer};
use crate::app::browser::clock;
use crate::app::components::{brand, for_others, qr_code, votes};
use crate::app::markup::{El, all, el, heading, link, live, nothing, p};
use crate::app::shell::Open;
use crate::app::title::set_title;
use crate::model::{Phase, Workshop, WorkshopId};
use crate::report::workshop::{comments, tallies};
use crate::route::Page;
use crate::words::session_words;
use crate::words::words;
use crate::workshop::tally::are_few;
use leptos::prelude::*;

/// The screen; with a way back where it is the only window.
pub fn screen(open: Open, is_alone: bool) -> AnyView {
    set_title(session_words().screen);
    let shown = live(move || match open.open_workshop() {
        None => none(open),
        Some((workshop, held)) => seen(open, workshop, &held),
    });
    let back = is_alone.then(|| {
        let back = link(&open.route(Page::Workshop), session_words().screen_leave);
        el("p").class("steps").child(back.class("button quiet"))
    });
    let own = open.brand().map(|own| el("p").child(brand(own)));
    el("div")
        .class("screen")
        .each(own)
        .view(shown)
        .each(back)
        .done()
}

/// Before there is a workshop, and after the last one.
fn none(open: Open) -> AnyView {
    let s = session_words();
    let was_held = open.with(|a| !a.workshops().is_empty());
    let text = if was_held == Some(true) {
        s.screen_done
    } else {
        s.screen_none
    };
    heading(text).done()
}

fn seen(open: Open, workshop: &'static WorkshopId, held: &Workshop) -> AnyView {
    let (w, s, q) = (words(), session_words(), open.questionnaire());
    if held.phase == Phase::Collecting {
        let address = invitation_link(open, workshop);
        let count = open.with(|a| a.ballots(workshop).count());
        let side = [
            heading("").child(el("bdi").text(held.title.clone())),
            p(s.screen_wait).class("lead"),
            p(w.ballots(count.unwrap_or_default(), held.expected as usize)).class("count"),
            el("div").each(for_others(&address)),
            p(address.clone()).class("lines"),
        ];
        let picture = el("div").each(qr_code(&address, s.qr_alt));
        return el("div")
            .class("awaits")
            .each([picture, el("div").each(side)])
            .done();
    }
    let Some(practice) = held.at.as_ref().and_then(|at| q.practice(at)) else {
        return heading(s.all_discussed).done();
    };
    let found = open.with(|a| {
        let all = tallies(q, a, workshop, held).into_iter();
        let mut own = all.filter(|(name, _)| *name == practice.id);
        let answer = a.agreed(workshop, &practice.id, clock::millis());
        let words = comments(q, a, workshop, held, &practice.id);
        Some((own.next()?.1, answer.cloned(), words))
    });
    let Some((tally, answer, comments)) = found.flatten() else {
        return nothing();
    };
    let agreed = answer.map(|answer| {
        el("div")
            .class("notice")
            .each([p(s.agreed), p(w.answer(Some(&answer))).class("lead")])
    });
    let revealed = held.revealed.map(|(at, with)| {
        let few = are_few(with).then_some(s.screen_few);
        p(w.revealed(&clock::time_of(at), with))
            .class("muted")
            .each(few.map(|few| el("strong").text(" ").text(few)))
    });
    let first = tally
        .first
        .as_ref()
        .map(|first| p(w.at_first(first)).class("muted"));
    let parts = [
        heading(practice.title.as_str()),
        p(practice.question.as_str()).class("lead"),
        votes(&tally, Some(practice)),
        p(w.room(&tally)).class("lead"),
        el("div").each(first),
        el("div").each(in_words(&comments)),
        el("div").each(agreed),
        el("div").each(revealed),
    ];
    let timer = timer(open, workshop, false);
    all([timer].into_iter().chain(parts).map(El::done).collect())
}
