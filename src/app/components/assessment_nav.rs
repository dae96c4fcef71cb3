//! The links between the parts of one assessment, and its download.

use super::status_line;
use crate::app::VERSION;
use crate::app::browser::local_storage::ask_to_persist;
use crate::app::browser::{clock, files, page::go, settings};
use crate::app::markup::{El, all, button, el, link};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::catalog::sample::SAMPLE;
use crate::formats::assessment_json::encode;
use crate::formats::file_name::file_name;
use crate::formats::workspace_json::encode_all;
use crate::model::{Assessment, AssessmentId};
use crate::route::Route;
use leptos::prelude::*;

/// Stands on top of every page of an assessment.
pub fn assessment_nav(workspace: Workspace, id: &AssessmentId) -> AnyView {
    let w = words();
    let here = workspace.route.get_untracked();
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
        item(Route::Overview(id.clone()), w.overview),
        item(Route::Measurements(id.clone()), w.measurements),
        item(Route::Check(id.clone()), w.check),
        item(Route::Results(id.clone()), w.results),
        item(Route::Roadmap(id.clone()), w.roadmap),
        item(Route::Rounds(id.clone()), w.rounds),
        item(Route::Workshop(id.clone()), w.workshop),
        item(Route::Report(id.clone()), w.report),
    ];
    let own = id.clone();
    let export = move |_| download(workspace, &own);
    let nav = el("nav")
        .class("parts")
        .attr("aria-label", w.parts_of)
        .child(
            el("p")
                .class("team")
                .child(el("bdi").text(workspace.team(id))),
        )
        .child(el("ul").each(links))
        .child(button("quiet", w.export, export));
    let sample = (id.as_str() == SAMPLE).then(|| sample_line(workspace, id).done());
    let mut parts = vec![nav.done()];
    // What is kept nowhere is not said to be saved.
    if !workspace.is_guest(id) {
        parts.push(status_line(workspace));
    }
    parts.extend(sample);
    all(parts)
}

/// Says that the team is made up, and takes it away.
fn sample_line(workspace: Workspace, id: &AssessmentId) -> El {
    let own = id.clone();
    let remove = move |_| {
        go(&Route::Home.to_string());
        workspace.remove(&own);
    };
    el("p")
        .class("notice sample")
        .child(el("span").text(words().sample_notice))
        .child(button("", words().sample_remove, remove))
}

/// Hands the assessment out as a file, and remembers when.
pub fn download(workspace: Workspace, id: &AssessmentId) {
    let file = workspace.with(id, |a| {
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

/// Hands all assessments out as one file, and remembers when.
pub fn download_all(workspace: Workspace) {
    let all = workspace.each(Assessment::clone);
    let text = encode_all(&all, VERSION, &clock::rfc3339());
    files::download(
        &format!("plumbline_everything_{}.json", clock::today()),
        &text,
    );
    for assessment in &all {
        settings::set_backed_up_at(&assessment.id, clock::millis());
    }
    workspace.redraw();
}

/// The name of a file that is handed out today.
pub fn download_name(of: &str, ending: &str) -> String {
    file_name(of, &clock::today(), ending)
}
