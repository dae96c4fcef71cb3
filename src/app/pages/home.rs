//! The assessments in this browser; starting one; opening a file.

mod glimpse;
mod import;
mod start;

use super::not_found::waiting;
use crate::app::contexts::Loader;
use crate::app::markup::{el, heading, link, live, nothing, p};
use crate::app::shell::Shell;
use crate::app::title::set_title;
use crate::desk::Desk;
use crate::route::{Page, Piece};
use crate::words::{home_words, words};
use leptos::prelude::*;

/// So many assessments stand there until the rest is here.
const SHOWN: usize = 20;

/// The first page.
pub fn home(shell: Shell, loader: Loader) -> AnyView {
    // What is kept comes before all else, and nothing jumps. Where nothing is, nobody who types is disturbed.
    if shell.is_awaited() {
        loader.base();
        return waiting(Piece::Home);
    }
    let w = words();
    set_title(w.home_title);
    // What index.html shows until the app is there, so that nothing jumps.
    let is_new = move || shell.count() == 0;
    let title = move || {
        let said = if is_new() {
            home_words().welcome_title
        } else {
            w.home_title
        };
        said.to_owned()
    };
    let class = move || Some(if is_new() { "home new" } else { "home" }.to_owned());
    // The teams of the sample alone stand beside the form, in the place of its picture, and not before it:
    // whoever has looked around in it wants to start.
    let is_first = Memo::new(move |_| !(is_new() && shell.look(Desk::has_sample)));
    let kept = move |first: bool| {
        live(move || match (loader.home(), loader.base()) {
            _ if is_first.get() != first => nothing(),
            (Some(home), _) => (home.kept)(shell),
            (None, Some(base)) => (base.names)(shell),
            (None, None) => nothing(),
        })
    };
    let page = el("div")
        .live_attr("class", class)
        .child(heading("").live_text(title))
        .child(el("div").view(kept(true)))
        .child(start::start(shell, loader))
        .child(el("div").class("others").view(kept(false)))
        .view(live(move || glimpse::glimpse(shell, loader)));
    import::import(shell, loader, page).done()
}

/// The teams by name, and how far each is, until the rest is here.
pub fn names(shell: Shell) -> AnyView {
    shell.track_any();
    let ids = shell.each(|a| a.id.clone());
    if ids.is_empty() {
        return nothing();
    }
    let rows = ids.iter().take(SHOWN).filter_map(|id| {
        let open = shell.open(id);
        let (team, done) = open.with(|a| {
            let done = words().done(a.progress(open.questionnaire(), |_| true));
            (a.team().to_owned(), done)
        })?;
        let name = link(&open.route(Page::Overview), "").child(el("bdi").text(team));
        let name = el("h2").child(name);
        Some(
            el("li")
                .class("card")
                .each([name, p(done).class("muted facts")]),
        )
    });
    el("ul").class("teams").each(rows).done()
}
