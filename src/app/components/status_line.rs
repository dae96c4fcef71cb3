//! Whether things are saved, and the last message.

use crate::app::browser::page;
use crate::app::later::Arrival;
use crate::app::markup::{button, el, live, nothing, p};
use crate::app::words::words;
use crate::app::workspace::{Notice, SaveState, Workspace};
use leptos::prelude::*;

/// The id of the button that takes the last action back.
pub const UNDO: &str = "undo";

/// Says truly whether the last change was kept, loudly when it was not, and shows the message of
/// the last action, with a way back where there is one.
pub fn status_line(workspace: Workspace) -> AnyView {
    let text = move || match workspace.save_state.get() {
        SaveState::Untouched => words().saved_nothing.to_owned(),
        SaveState::Saving => words().saving.to_owned(),
        SaveState::Saved(at, kept) => words().saved(&at, &kept),
        SaveState::NotSaved(why) => words().not_saved(&why.to_string()),
    };
    let class = move || {
        let loud = matches!(workspace.save_state.get(), SaveState::NotSaved(_));
        Some(if loud { "status loud" } else { "status" }.to_owned())
    };
    let status = el("p")
        .attr("role", "status")
        .live_attr("class", class)
        .live_text(text);
    let notice = el("div")
        .attr("role", "status")
        .view(live(move || notice(workspace)));
    el("div").each([status, notice]).done()
}

/// Says that the rest of the app is on its way, or that it could not be had and how to go on.
pub fn arrival(workspace: Workspace) -> AnyView {
    live(move || match workspace.later.get() {
        Arrival::Here(_) => nothing(),
        Arrival::Coming | Arrival::Ballot(_) => p(words().later_coming).class("notice").done(),
        Arrival::Failed => {
            let again = button("", words().later_again, move |_| workspace.fetch_later());
            p(words().later_failed)
                .class("notice problem")
                .text(" ")
                .child(again)
                .done()
        }
    })
}

fn notice(workspace: Workspace) -> AnyView {
    match workspace.notice.get() {
        None => nothing(),
        Some(Notice::Waiting) => arrival(workspace),
        Some(Notice::Imported(text, before)) => {
            let undo = button("", words().undo, move |_| {
                let before = before.clone();
                workspace.with_later(move |later| (later.take_back)(workspace, &before));
                page::focus_next("title");
            });
            p(text)
                .class("notice")
                .text(" ")
                .child(undo.id(UNDO))
                .done()
        }
        Some(Notice::Refused(text)) => {
            let title = el("h2").text(words().import_failed);
            el("div")
                .class("notice problem")
                .each([title, p(text).class("lines")])
                .done()
        }
        Some(Notice::Full(why)) => p(why).class("notice problem").done(),
        Some(Notice::Removed(id, team)) => {
            let text = words().removed(&team);
            let restore = move |_| {
                workspace.bring_back(&id);
                page::focus_next("title");
            };
            p(text)
                .class("notice")
                .text(" ")
                .child(button("", words().undo, restore).id(UNDO))
                .done()
        }
    }
}
