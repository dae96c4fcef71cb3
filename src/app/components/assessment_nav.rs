//! The links between the parts of one assessment, and its download.

use crate::app::VERSION;
use crate::app::browser::{clock, files};
use crate::app::components::{NoticeLine, StatusLine};
use crate::app::words::words;
use crate::app::workspace::expect_workspace;
use crate::formats::assessment_json::encode;
use crate::model::AssessmentId;
use crate::route::Route;
use leptos::prelude::*;

/// Stands on top of every page of an assessment.
#[component]
pub fn AssessmentNav(
    /// Which assessment.
    id: AssessmentId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let w = words();
    let here = workspace.route.get_untracked();
    let link = |route: Route, text: &'static str| {
        let current = (route == here).then_some("page");
        view! { <li><a href=route.to_string() aria-current=current>{text}</a></li> }
    };
    let team = workspace
        .with(&id, |a| a.team().to_owned())
        .unwrap_or_default();
    let links = view! {
        {link(Route::Home, w.home)}
        {link(Route::Overview(id.clone()), w.overview)}
        {link(Route::Measurements(id.clone()), w.measurements)}
        {link(Route::Results(id.clone()), w.results)}
    };
    let export = move |_| {
        let text = workspace.with(&id, |a| {
            (file_name(a.team()), encode(a, VERSION, &clock::rfc3339()))
        });
        if let Some((name, text)) = text {
            files::download(&name, &text);
        }
    };
    view! {
        <nav class="parts" aria-label=w.parts_of>
            <p class="team"><bdi>{team}</bdi></p>
            <ul>{links}</ul>
            <button class="quiet" on:click=export>{w.export}</button>
        </nav>
        <StatusLine/>
        <NoticeLine/>
    }
}

/// A file name from a safe alphabet.
fn file_name(team: &str) -> String {
    let safe = |c: char| {
        if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            '-'
        }
    };
    let team: String = team.chars().take(40).map(safe).collect();
    let team = team.trim_matches('-');
    let team = if team.is_empty() { "team" } else { team };
    format!("plumbline_{team}_{}.json", clock::today())
}
