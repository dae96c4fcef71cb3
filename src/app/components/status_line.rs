//! Whether things are saved, and the last message.

use crate::app::contexts::{Arrival, Loader, Nav, Notice, Notices};
use crate::app::markup::{button, el, live, nothing, p};
use crate::app::shell::Shell;
use crate::desk::Line;
use crate::words::words;
use leptos::prelude::*;

/// Says truly whether the last change was kept, loudly when it was not, and shows the message of
/// the last action, with a way back where there is one.
pub fn status_line(shell: Shell) -> AnyView {
    let text = move || match shell.line() {
        (Line::Untouched, _) => words().saved_nothing.to_owned(),
        (Line::Saving, _) => words().saving.to_owned(),
        (Line::Saved(kept), at) => words().saved(&at, &kept),
        (Line::NotSaved(why), _) => words().not_saved(why),
    };
    let class = move || {
        let loud = matches!(shell.line(), (Line::NotSaved(_), _));
        Some(if loud { "status loud" } else { "status" }.to_owned())
    };
    let status = el("p")
        .attr("role", "status")
        .live_attr("class", class)
        .live_text(text);
    let (notices, loader, nav) = (Notices::get(), Loader::get(), Nav::get());
    let notice = el("div")
        .attr("role", "status")
        .view(live(move || match notices.now() {
            None => nothing(),
            Some(Notice::Waiting) => arrival(loader),
            // What it says is among the files that follow the first.
            Some(notice) => match loader.arrival.get() {
                Arrival::Here(later) => (later.notice)(shell, nav, &notice),
                _ => nothing(),
            },
        }));
    el("div").each([status, notice]).done()
}

/// Says that the rest of the app is on its way, or that it could not be had and how to go on.
pub fn arrival(loader: Loader) -> AnyView {
    live(move || match loader.arrival.get() {
        Arrival::Here(_) => nothing(),
        Arrival::Coming | Arrival::Ballot(_) => p(words().later_coming).class("notice").done(),
        Arrival::Failed => {
            let again = button("", words().later_again, move |_| loader.fetch());
            p(words().later_failed)
                .class("notice problem")
                .text(" ")
                .child(again)
                .done()
        }
    })
}
