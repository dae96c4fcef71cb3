//! One page a file, and the place where the route chooses among them.

mod about;
mod across;
mod bring;
mod check;
mod compare;
mod data;
mod dimension;
mod findings;
mod home;
mod incoming;
mod kept;
mod measurements;
mod not_found;
mod notice;
mod numbers;
mod overview;
mod portfolio;
mod practice;
mod questionnaires;
mod questions;
mod report;
mod results;
mod roadmap;
mod rounds;
mod sample;
mod scoring;
mod screen;
mod settings;
mod shared;
mod team;
mod vote;
mod why;
mod workshop;

pub use findings::{do_first, findings};
pub use home::names;
pub use incoming::{found, look_into};
pub use kept::kept;
pub use notice::notice;
pub use numbers::{numbers, radars};
pub use questionnaires::{bring_files, library, offer};
pub use questions::without_questions;
pub use sample::open_sample;

use super::browser::{page, scroll};
use super::components::{download_all, message};
use super::contexts::{Arrival, Loader, Nav};
use super::markup::{all, button, effect, el, live, nothing, p};
use super::shell::{Open, Shell};
use crate::desk::{Input, Published};
use crate::formats::link::is_looked_at;
use crate::model::{AssessmentId, Practice};
use crate::route::{Page, Piece, Route};
use crate::words::words;
use leptos::prelude::*;
use std::cell::Cell;

/// Shows the page of the route. Moves the focus to its heading, except at the first one.
pub fn page(shell: Shell) -> AnyView {
    let (nav, loader) = (Nav::get(), Loader::get());
    let is_first = Cell::new(true);
    effect(move || {
        let route = nav.route.get();
        let is_waiting =
            awaited(shell, loader, &route).is_some_and(|piece| loader.arrival(piece).is_open());
        let is_shown_first = is_first.replace(is_first.get() && is_waiting);
        if is_shown_first && is_waiting {
            return;
        }
        // Which of the two that follow the route comes first, nobody knows: the page is built by then.
        page::soon(move || {
            if !is_shown_first {
                page::focus_top("title");
            }
            scroll::go_there();
        });
    });
    let view = live(move || {
        let route = nav.visited();
        if route.assessment().is_some() {
            // Elsewhere somebody may be typing.
            shell.track_access();
        }
        if let Some(piece) = awaited(shell, loader, &route) {
            return not_found::waiting(piece);
        }
        if let Some(id) = route.assessment().filter(|id| !shell.has(id)) {
            // The database may still bring it, or another tab.
            shell.track_any();
            return if shell.is_opening() {
                not_found::opening()
            } else {
                match loader.home() {
                    Some(home) => (home.missing)(shell, id),
                    None if loader.arrival(Piece::Home).is_open() => not_found::opening(),
                    None => not_found::not_found(),
                }
            };
        }
        let open = route.assessment().map(|id| shell.open(id));
        let read_only = open.filter(|open| open.is_read_only());
        let view = match route {
            Route::Home => home::home(shell, loader),
            Route::NotFound(_) => not_found::not_found(),
            route => {
                let instead = route.assessment().zip(loader.base_now());
                let instead = instead.and_then(|(id, base)| (base.without_questions)(shell, id));
                let show = || match loader.state(Piece::of(&route)) {
                    Arrival::Here(pages) => (pages.page)(shell, route),
                    _ => nothing(),
                };
                instead.unwrap_or_else(show)
            }
        };
        match read_only {
            Some(open) => only_to_look_at(open, view),
            None => view,
        }
    });
    all(vec![message(shell), view])
}

/// What has to be here before a page is shown; tracks it. A page that shows an assessment early is built once, and
/// not anew when it can be changed.
fn awaited(shell: Shell, loader: Loader, route: &Route) -> Option<Piece> {
    if matches!(route, Route::Home) {
        return None;
    }
    let piece = Piece::of(route);
    match (route, loader.arrival(piece)) {
        // What would have known what was meant could not be had.
        (Route::NotFound(_), Arrival::Failed) => return None,
        (_, Arrival::Here(_)) => {}
        _ => return Some(piece),
    }
    if matches!(route, Route::Vote(_)) {
        return None;
    }
    let is_early = piece.shows_early() && route.assessment().is_some_and(|id| shell.has(id));
    let is_ready = is_early || loader.base().is_some();
    (!is_ready).then_some(Piece::Keep)
}

/// Those on which one answers.
#[inline(never)]
pub fn answer(shell: Shell, route: Route) -> AnyView {
    let Route::Assessment(id, page) = route else {
        return nothing();
    };
    let open = shell.open(&id);
    let q = open.questionnaire();
    let is_asked = |p: &Practice| match &page {
        Page::Practice(id) => p.id == *id,
        Page::Dimension(id) => p.dimension == *id,
        Page::Check => true,
        _ => false,
    };
    if q.practices.iter().any(|p| is_asked(p) && !p.is_told()) {
        return not_found::until_questions();
    }
    match page {
        Page::Overview => overview::overview(open),
        Page::Practice(practice) => match q.practice(&practice) {
            Some(practice) => practice::practice_page(open, practice),
            None => not_found::not_found(),
        },
        Page::Dimension(dimension) => match q.dimension(&dimension) {
            Some(dimension) => dimension::dimension_page(open, dimension),
            None => not_found::not_found(),
        },
        Page::Check => check::check(open),
        _ => nothing(),
    }
}

/// What the answers come to.
#[inline(never)]
pub fn results(shell: Shell, route: Route) -> AnyView {
    match route {
        Route::Assessment(id, Page::Results) => results::results(shell.open(&id)),
        _ => nothing(),
    }
}

/// What to do next, and how a number came about.
#[inline(never)]
pub fn plan(shell: Shell, route: Route) -> AnyView {
    match route {
        Route::Assessment(id, Page::Why(part)) => why::why(shell.open(&id), part),
        Route::Assessment(id, Page::Roadmap) => roadmap::roadmap_page(shell.open(&id)),
        _ => nothing(),
    }
}

/// A workshop.
#[inline(never)]
pub fn workshop(shell: Shell, route: Route) -> AnyView {
    match route {
        Route::Assessment(id, Page::Workshop) => workshop::workshop(shell.open(&id)),
        Route::Assessment(id, Page::Ballot) => vote::ballot_here(shell.open(&id)),
        Route::Assessment(id, Page::Screen(is_alone)) => screen::screen(shell.open(&id), is_alone),
        _ => nothing(),
    }
}

/// Handing it on, and what was handed on.
#[inline(never)]
pub fn share(shell: Shell, route: Route) -> AnyView {
    match route {
        Route::Assessment(id, Page::Report) => report::report(shell.open(&id)),
        Route::Shared(code) => all(vec![shared::shared(shell, &code), backup(shell)]),
        _ => nothing(),
    }
}

/// Measurements.
#[inline(never)]
pub fn measure(shell: Shell, route: Route) -> AnyView {
    match route {
        Route::Assessment(id, Page::Measurements) => measurements::measurements(shell.open(&id)),
        _ => nothing(),
    }
}

/// Many teams, and many rounds.
#[inline(never)]
pub fn teams(shell: Shell, route: Route) -> AnyView {
    if matches!(route, Route::Compare(..) | Route::Portfolio) && questions::are_awaited(shell) {
        return not_found::opening();
    }
    match route {
        Route::Assessment(id, Page::Rounds) => rounds::rounds(shell.open(&id)),
        Route::Compare(before, after) => {
            shell.track_any();
            let view = compare::compare(shell, &before, &after);
            let view = view.unwrap_or_else(not_found::not_found);
            all(vec![view, backup(shell)])
        }
        Route::Portfolio => {
            shell.look_for_published();
            all(vec![portfolio::portfolio(shell), backup(shell)])
        }
        _ => nothing(),
    }
}

/// Where the data is, and what stands behind the questions.
#[inline(never)]
pub fn data(shell: Shell, route: Route) -> AnyView {
    match route {
        Route::Assessment(id, Page::Settings) => settings::settings(shell.open(&id)),
        Route::Data => data::data(shell),
        Route::About => all(vec![about::about(shell), backup(shell)]),
        Route::Scoring => all(vec![scoring::scoring(), backup(shell)]),
        _ => nothing(),
    }
}

/// A ballot on one's own device.
#[inline(never)]
pub fn ballot(shell: Shell, route: Route) -> AnyView {
    match route {
        Route::Vote(code) => vote::vote(shell, &code),
        _ => nothing(),
    }
}

/// Keeps what is only shown.
pub fn keep(open: Open) {
    if is_looked_at(open.id) {
        shared::keep(open);
    } else {
        open.shell.act(Input::KeepGuest(open.id.clone()));
    }
}

/// An assessment that is not here, unless it came in a link that this tab has seen, or is among those
/// that are published beside the page.
pub fn missing(shell: Shell, id: &AssessmentId) -> AnyView {
    // What was removed here is not looked for elsewhere.
    if shell.with(id, |_| ()).is_some() {
        return not_found::not_found();
    }
    if is_looked_at(id) {
        return if shared::comes_back(shell, id) {
            not_found::opening()
        } else {
            not_found::not_found()
        };
    }
    shell.look_for_published();
    match shell.published(Published::is_done) {
        Some(true) => not_found::not_found(),
        _ => not_found::opening(),
    }
}

/// From pages without an assessment, the way to a copy of everything.
fn backup(shell: Shell) -> AnyView {
    if untrack(|| shell.count() == 0 || !shell.keeps_any()) {
        return nothing();
    }
    let save = button("quiet", words().export_all, move |_| {
        download_all(shell);
    });
    el("p").class("steps").child(save).done()
}

/// A page whose fields cannot be used: a newer version wrote what it shows, or it is not kept.
fn only_to_look_at(open: Open, view: AnyView) -> AnyView {
    let w = words();
    let (class, said, label) = if open.is_guest() {
        ("notice", w.guest, w.guest_keep)
    } else {
        ("notice problem", w.read_only, w.read_only_save)
    };
    let loader = Loader::get();
    let save = button("", label, move |_| {
        if open.is_guest() {
            loader.with_home(move |home| (home.keep)(open));
        } else {
            loader.with_home(move |home| {
                (home.download_newer)(open.shell, open.id);
            });
        }
    });
    let notice = p(said).class(class).attr("role", "status");
    let fields = el("fieldset").attr("disabled", "").view(view);
    all(vec![notice.text(" ").child(save).done(), fields.done()])
}
