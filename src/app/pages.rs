//! One page a file, and the place where the route chooses among them.

mod about;
mod check;
mod data;
mod dimension;
mod home;
mod measurements;
mod not_found;
mod overview;
mod practice;
mod results;
mod scoring;
mod why;

use super::browser::page;
use super::markup::{effect, live};
use super::words::words;
use super::workspace::expect_workspace;
use crate::route::Route;
use leptos::prelude::*;
use std::cell::Cell;

/// Shows the page of the route. Moves the focus to its heading, except at the first one.
pub fn page() -> AnyView {
    let workspace = expect_workspace();
    let is_first = Cell::new(true);
    effect(move || {
        workspace.route.track();
        if !is_first.replace(false) {
            page::focus_top("title");
        }
    });
    live(move || {
        let route = workspace.route.get();
        if route.assessment().is_some_and(|id| !workspace.has(id)) {
            // The database may still bring it, or another tab.
            workspace.track_any();
            return if workspace.is_opening() {
                not_found::opening()
            } else {
                not_found::not_found()
            };
        }
        match route {
            Route::Home => home::home(workspace),
            Route::Data => data::data(workspace),
            Route::About => about::about(workspace),
            Route::Scoring => scoring::scoring(),
            Route::Why(id, part) => why::why(workspace, &id, part),
            Route::Overview(id) => overview::overview(workspace, &id),
            Route::Practice(id, practice) => match workspace.questionnaire().practice(&practice) {
                Some(practice) => practice::practice_page(workspace, &id, practice),
                None => not_found::not_found(),
            },
            Route::Dimension(id, dimension) => {
                match workspace.questionnaire().dimension(&dimension) {
                    Some(dimension) => dimension::dimension_page(workspace, &id, dimension),
                    None => not_found::not_found(),
                }
            }
            Route::Check(id) => check::check(workspace, &id),
            Route::Measurements(id) => measurements::measurements(workspace, &id),
            Route::Results(id) => results::results(workspace, &id),
            Route::NotFound(_) => not_found::not_found(),
        }
    })
}

/// Sets the title of the page, for history and screen readers.
fn set_title(page: &str) {
    page::set_title(&words().title(page));
}
