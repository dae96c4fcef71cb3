//! One page a file, and the place where the route chooses among them.

mod about;
mod check;
mod compare;
mod data;
mod dimension;
mod home;
mod measurements;
mod not_found;
mod overview;
mod portfolio;
mod practice;
mod report;
mod results;
mod roadmap;
mod rounds;
mod scoring;
mod screen;
mod shared;
mod vote;
mod why;
mod workshop;

pub use home::Card;
pub use vote::vote;

use super::browser::page;
use super::components::download_all;
use super::later::Arrival;
use super::markup::{all, button, effect, el, live, nothing, p};
use super::words::words;
use super::workspace::{Workspace, expect_workspace};
use crate::model::AssessmentId;
use crate::route::Route;
use leptos::prelude::*;
use std::cell::Cell;

/// Shows the page of the route. Moves the focus to its heading, except at the first one.
pub fn page() -> AnyView {
    let workspace = expect_workspace();
    let is_first = Cell::new(true);
    effect(move || {
        let is_early = matches!(workspace.route.get(), Route::Home);
        let is_waiting = !is_early && matches!(workspace.later.get(), Arrival::Coming);
        if !is_first.get() {
            page::focus_top("title");
        }
        is_first.set(is_first.get() && is_waiting);
    });
    live(move || {
        let route = workspace.route.get();
        workspace.track_read_only();
        if route.assessment().is_some_and(|id| !workspace.has(id)) {
            // The database may still bring it, or another tab.
            workspace.track_any();
            return if workspace.is_opening() {
                not_found::opening()
            } else {
                not_found::not_found()
            };
        }
        let read_only = route.assessment().cloned();
        let read_only = read_only.filter(|id| workspace.is_read_only(id));
        let has_own = route.assessment().is_some()
            || matches!(route, Route::Home | Route::Data | Route::Vote(_));
        let view = match route {
            Route::Home => home::home(workspace),
            // What comes later may know what was meant.
            Route::NotFound(_) if !matches!(workspace.later.get(), Arrival::Coming) => {
                not_found::not_found()
            }
            route => match workspace.later.get() {
                Arrival::Here(later) => (later.page)(workspace, route),
                Arrival::Ballot(ballot) => match &route {
                    Route::Vote(code) => (ballot.page)(workspace, code),
                    _ => not_found::waiting(workspace),
                },
                Arrival::Coming | Arrival::Failed => not_found::waiting(workspace),
            },
        };
        match read_only {
            Some(id) => only_to_look_at(workspace, id, view),
            None if has_own => view,
            None => all(vec![view, backup(workspace)]),
        }
    })
}

/// The pages that are not in the first file.
pub fn later(workspace: Workspace, route: Route) -> AnyView {
    match route {
        Route::Shared(code) => shared::shared(workspace, &code),
        Route::Data => data::data(workspace),
        Route::About => about::about(workspace),
        Route::Scoring => scoring::scoring(),
        Route::Why(id, part) => why::why(workspace, &id, part),
        Route::Overview(id) => overview::overview(workspace, &id),
        Route::Practice(id, practice) => match workspace.questionnaire().practice(&practice) {
            Some(practice) => practice::practice_page(workspace, &id, practice),
            None => not_found::not_found(),
        },
        Route::Dimension(id, dimension) => match workspace.questionnaire().dimension(&dimension) {
            Some(dimension) => dimension::dimension_page(workspace, &id, dimension),
            None => not_found::not_found(),
        },
        Route::Check(id) => check::check(workspace, &id),
        Route::Measurements(id) => measurements::measurements(workspace, &id),
        Route::Roadmap(id) => roadmap::roadmap_page(workspace, &id),
        Route::Workshop(id) => workshop::workshop(workspace, &id),
        Route::Ballot(id) => vote::ballot_here(workspace, &id),
        Route::Screen(id, is_alone) => screen::screen(workspace, &id, is_alone),
        Route::Vote(code) => vote::vote(workspace, &code),
        Route::Report(id) => report::report(workspace, &id),
        Route::Rounds(id) => rounds::rounds(workspace, &id),
        Route::Compare(before, after) => {
            workspace.track_any();
            compare::compare(workspace, &before, &after).unwrap_or_else(not_found::not_found)
        }
        Route::Portfolio => {
            workspace.look_for_published();
            portfolio::portfolio(workspace)
        }
        Route::Results(id) => results::results(workspace, &id),
        // In the first file.
        Route::Home | Route::NotFound(_) => nothing(),
    }
}

/// From pages without an assessment, the way to a copy of everything.
fn backup(workspace: Workspace) -> AnyView {
    if workspace.each_untracked(|_| ()).is_empty() {
        return nothing();
    }
    let save = button("quiet", words().export_all, move |_| {
        download_all(workspace);
    });
    el("p").class("steps").child(save).done()
}

/// A page whose fields cannot be used: a newer version wrote what it shows, or it is not kept.
fn only_to_look_at(workspace: Workspace, id: AssessmentId, view: AnyView) -> AnyView {
    let w = words();
    let (class, said, label) = if workspace.is_guest(&id) {
        ("notice", w.guest, w.guest_keep)
    } else {
        ("notice problem", w.read_only, w.read_only_save)
    };
    let save = button("", label, move |_| {
        if workspace.is_guest(&id) {
            workspace.keep_guest(&id);
        } else {
            let id = id.clone();
            workspace.with_later(move |later| (later.download_newer)(workspace, &id));
        }
    });
    let notice = p(said).class(class).attr("role", "status");
    let fields = el("fieldset").attr("disabled", "").view(view);
    all(vec![notice.text(" ").child(save).done(), fields.done()])
}

/// Sets the title of the page, for history and screen readers.
fn set_title(page: &str) {
    page::set_title(&words().title(page));
}
