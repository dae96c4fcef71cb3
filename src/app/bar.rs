//! What stands beside the name of the app, on top of every page.

use super::browser::page;
use super::components::saved;
use super::contexts::Contexts;
use super::markup::{all, el, live};
use super::shell::Shell;
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;

/// Puts it on the page.
pub fn mount(shell: Shell, all_contexts: Contexts) {
    let Some(place) = page::by_id("bar") else {
        return;
    };
    place.set_text_content(None);
    leptos::mount::mount_to(place, move || {
        provide_context(all_contexts);
        bar(shell, all_contexts)
    })
    .forget();
}

/// Built anew for another page, but not for the next question: nothing there is different.
fn bar(shell: Shell, Contexts { nav, loader, .. }: Contexts) -> AnyView {
    let shown = Memo::new(move |_| match nav.route.get() {
        Route::Assessment(id, page) if !matches!(page, Page::Ballot | Page::Screen(_)) => {
            let page = if page.asks() { None } else { Some(page) };
            Some((id, page))
        }
        // Of one team, it is a page of its rounds.
        Route::Compare(was, is) if was.assessment == is.assessment => {
            Some((is.assessment, Some(Page::Rounds)))
        }
        _ => None,
    });
    // What the database brings about others leaves a menu open that somebody has opened.
    let is_there = Memo::new(move |_| {
        // The database may still bring it, or another tab.
        shell.track_any();
        shell.track_access();
        shown.with(|s| s.as_ref().is_some_and(|(id, _)| shell.has(id)))
    });
    let own = live(move || {
        let slogan = || el("span").class("slogan").text(words().slogan).done();
        match (shown.get(), loader.showing()) {
            (Some((id, page)), Some(with)) if is_there.get() => (with.bar)(shell.open(&id), page),
            (Some(_), _) => el("span").done(),
            _ => slogan(),
        }
    });
    let is_kept =
        move || shown.with(|s| s.as_ref().is_none_or(|(id, _)| !shell.open(id).is_guest()));
    all(vec![own, saved(shell, is_kept)])
}
