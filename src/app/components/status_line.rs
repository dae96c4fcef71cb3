//! Whether things are saved, and the last message.

use crate::app::contexts::{Arrival, Loader, Nav, Notice, Notices};
use crate::app::markup::{all, button, el, live, nothing, p};
use crate::app::shell::Shell;
use crate::desk::{Kept, Line};
use crate::route::Piece;
use crate::words::words;
use leptos::prelude::*;

/// Says truly whether the last change was kept: in short where all is well, loudly where not. Aloud
/// only at the first time and when something is wrong. Nothing of what `is_kept` says is kept nowhere.
pub fn saved(shell: Shell, is_kept: impl Fn() -> bool + Send + Sync + 'static) -> AnyView {
    let w = words();
    let short = move || match shell.line() {
        _ if !is_kept() => String::new(),
        (Line::Saving, _) => w.saving.to_owned(),
        (Line::Saved(Kept::InBoth), at) => w.saved_short(&at),
        (Line::Untouched, _) if shell.keeps_any() => w.saved_before.to_owned(),
        _ => String::new(),
    };
    let loud = move || match shell.line() {
        (Line::Saved(kept), at) if kept != Kept::InBoth => w.saved(&at, &kept),
        (Line::NotSaved(why), _) => w.not_saved(why),
        _ => String::new(),
    };
    let class = move || {
        let is_bad = matches!(shell.line(), (Line::NotSaved(_), _));
        Some(
            if is_bad {
                "status loud bad"
            } else {
                "status loud"
            }
            .to_owned(),
        )
    };
    let first = Memo::new(move |was: Option<&bool>| {
        was == Some(&true) || matches!(shell.line(), (Line::Saved(Kept::InBoth), _))
    });
    let spoken = move || if first.get() { w.saved_here } else { "" }.to_owned();
    all(vec![
        el("p").class("status").live_text(short).done(),
        el("p")
            .class("spoken")
            .attr("role", "status")
            .live_text(spoken)
            .done(),
        el("p")
            .attr("role", "status")
            .live_attr("class", class)
            .live_text(loud)
            .done(),
    ])
}

/// The message of the last action, with a way back where there is one.
pub fn message(shell: Shell) -> AnyView {
    let (notices, loader, nav) = (Notices::get(), Loader::get(), Nav::get());
    el("div")
        .attr("role", "status")
        .view(live(move || match notices.now().as_deref() {
            None => nothing(),
            Some(Notice::Waiting(piece)) => arrival(loader, *piece),
            // What it says is among the files that follow the first.
            Some(notice) => match loader.base() {
                Some(base) => (base.notice)(shell, nav, notice),
                None => nothing(),
            },
        }))
        .done()
}

/// Says that a piece of the app is on its way, or that it could not be had and how to go on.
pub fn arrival(loader: Loader, piece: Piece) -> AnyView {
    live(move || match loader.arrival(piece) {
        Arrival::Here(_) => nothing(),
        Arrival::Away | Arrival::Coming => p(words().later_coming).class("notice").done(),
        Arrival::Failed => {
            let again = button("", words().later_again, move |_| loader.again());
            p(words().later_failed)
                .class("notice problem")
                .text(" ")
                .child(again)
                .done()
        }
    })
}
