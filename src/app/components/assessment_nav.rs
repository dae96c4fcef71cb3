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
use crate::app::shell::{Open, Shell};
use crate::catalog::sample::SAMPLE;
use crate::formats::assessment_json::encode;
use crate::formats::file_name::file_name;
use crate::formats::workspace_json::encode_all;
use crate::model::Assessment;
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;

/// Stands on top of every page of an assessment.
pub fn assessment_nav(open: Open) -> AnyView {
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
        item(open.route(Page::Overview), w.overview),
        item(open.route(Page::Measurements), w.measurements),
        item(open.route(Page::Check), w.check),
        item(open.route(Page::Results), w.results),
        item(open.route(Page::Roadmap), w.roadmap),
        item(open.route(Page::Rounds), w.rounds),
        item(open.route(Page::Workshop), w.workshop),
        item(open.route(Page::Report), w.report),
    ];
    let nav = el("nav")
        .class("parts")
        .attr("aria-label", w.parts_of)
        .child(el("p").class("team").child(el("bdi").text(open.team())))
        .child(el("ul").each(links))
        .child(button("quiet", w.export, move |_| download(open)));
    let sample = (open.id.as_str() == SAMPLE).then(|| sample_line(open).done());
    let mut parts = vec![nav.done()];
    // What is kept nowhere is not said to be saved.
    if !open.is_guest() {
        parts.push(status_line(open.shell));
    }
    parts.extend(sample);
    all(parts)
}

/// Says that the team is made up, and takes it away.
fn sample_line(open: Open) -> El {
    let remove = move |_| {
        go(&Route::Home.to_string());
        // What is said of it is not to go with this page.
        after(0, move || open.shell.remove(open.id));
    };
    el("p")
        .class("notice sample")
        .child(el("span").text(words().sample_notice))
        .child(button("", words().sample_remove, remove))
}

/// Hands the assessment out as a file, and remembers when.
pub fn download(open: Open) {
    let file = open.with(|a| {
        (
            download_name(a.team(), "json"),
            encode(a, VERSION, &clock::rfc3339()),
        )
    });
    if let Some((name, text)) = file {
        files::download(&name, &text);
        settings::set_backed_up_at(open.id, clock::millis());
        ask_to_persist();
    }
}

/// Hands all assessments out as one file, and remembers when.
pub fn download_all(shell: Shell) {
    let all = shell.each(Assessment::clone);
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
