//! The links between the parts of one assessment, and its download.

use super::status_line;
use crate::VERSION;
use crate::app::browser::local_storage::ask_to_persist;
use crate::app::browser::{
    clock, files,
    page::{after, go},
    settings,
};
use crate::app::contexts::Nav;
use crate::app::markup::{El, all, button, el, link};
use crate::app::shell::Shell;
use crate::catalog::sample::is_sample;
use crate::formats::assessment_json::encode;
use crate::formats::file_name::file_name;
use crate::formats::workspace_json::encode_all;
use crate::model::AssessmentId;
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;

/// Stands on top of every page of an assessment.
pub fn assessment_nav(shell: Shell, id: &AssessmentId) -> AnyView {
    let w = words();
    let here = Nav::get().here();
    let item = |route: Route, text: &'static str| {
        let anchor = link(&route, text);
        el("li").child(if route == here {
            anchor.attr("aria-current", "page")
        } else {
            anchor
        })
    };
    let links = [
        item(Route::Home, w.home),
        item(Route::Assessment(id.clone(), Page::Overview), w.overview),
        item(
            Route::Assessment(id.clone(), Page::Measurements),
            w.measurements,
        ),
        item(Route::Assessment(id.clone(), Page::Check), w.check),
        item(Route::Assessment(id.clone(), Page::Results), w.results),
        item(Route::Assessment(id.clone(), Page::Roadmap), w.roadmap),
        item(Route::Assessment(id.clone(), Page::Rounds), w.rounds),
        item(Route::Assessment(id.clone(), Page::Workshop), w.workshop),
        item(Route::Assessment(id.clone(), Page::Report), w.report),
    ];
    let own = id.clone();
    let export = move |_| download(shell, &own);
    let nav = el("nav")
        .class("parts")
        .attr("aria-label", w.parts_of)
        .child(el("p").class("team").child(el("bdi").text(shell.team(id))))
        .child(el("ul").each(links))
        .child(button("quiet", w.export, export));
    let sample = is_sample(id).then(|| sample_line(shell, id).done());
    let mut parts = vec![nav.done()];
    // What is kept nowhere is not said to be saved.
    if !shell.is_guest(id) {
        parts.push(status_line(shell));
    }
    parts.extend(sample);
    all(parts)
}

/// Says that the team is made up, and takes it away.
fn sample_line(shell: Shell, id: &AssessmentId) -> El {
    let own = id.clone();
    let remove = move |_| {
        go(&Route::Home.to_string());
        // What is said of it is not to go with this page.
        let own = own.clone();
        after(0, move || shell.remove(&own));
    };
    el("p")
        .class("notice sample")
        .child(el("span").text(words().sample_notice))
        .child(button("", words().sample_remove, remove))
}

/// Hands the assessment out as a file, and remembers when.
pub fn download(shell: Shell, id: &AssessmentId) {
    let file = shell.with(id, |a| {
        (
            download_name(a.team(), "json"),
            encode(a, VERSION, &clock::rfc3339()),
        )
    });
    if let Some((name, text)) = file {
        files::download(&name, &text);
        settings::set_backed_up_at(id, clock::millis());
        ask_to_persist();
    }
}

/// Hands all assessments out as one file, without the sample, and remembers when.
pub fn download_all(shell: Shell) {
    let all = shell.each(|a| (!is_sample(&a.id)).then(|| a.clone()));
    let all: Vec<_> = all.into_iter().flatten().collect();
    let text = encode_all(&all, VERSION, &clock::rfc3339());
    files::download(
        &format!("plumbline_everything_{}.json", clock::today()),
        &text,
    );
    for assessment in &all {
        settings::set_backed_up_at(&assessment.id, clock::millis());
    }
    shell.has_downloaded();
}

/// The name of a file that is handed out today.
pub fn download_name(of: &str, ending: &str) -> String {
    file_name(of, &clock::today(), ending)
}
