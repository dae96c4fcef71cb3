//! One page a file, and the place where the route chooses among them.

mod home;
mod measurements;
mod not_found;
mod overview;
mod practice;
mod results;

use super::browser::page;
use super::words::words;
use super::workspace::expect_workspace;
use crate::route::Route;
use leptos::prelude::*;

/// Shows the page of the route. Moves the focus to its heading, except at the first one.
#[component]
pub fn Page() -> impl IntoView {
    let workspace = expect_workspace();
    Effect::new(move |earlier: Option<()>| {
        workspace.route.track();
        if earlier.is_some() {
            page::focus_top("title");
        }
    });
    move || {
        let route = workspace.route.get();
        let known = route
            .assessment()
            .is_none_or(|id| workspace.with(id, |_| ()).is_some());
        match route {
            Route::Home => view! { <home::Home/> }.into_any(),
            Route::Overview(id) if known => view! { <overview::Overview id/> }.into_any(),
            Route::Practice(id, practice) if known => {
                match workspace.questionnaire().practice(&practice) {
                    Some(practice) => {
                        view! { <practice::PracticePage id practice=practice.clone()/> }.into_any()
                    }
                    None => view! { <not_found::NotFound/> }.into_any(),
                }
            }
            Route::Measurements(id) if known => {
                view! { <measurements::Measurements id/> }.into_any()
            }
            Route::Results(id) if known => view! { <results::Results id/> }.into_any(),
            _ => view! { <not_found::NotFound/> }.into_any(),
        }
    }
}

/// Sets the title of the page, for history and screen readers.
fn set_title(page: &str) {
    page::set_title(&words().title(page));
}
