//! What stands on top of an assessment's pages, and its download.

use crate::VERSION;
use crate::app::browser::local_storage::ask_to_persist;
use crate::app::browser::{
    clock, files,
    page::{after, go},
    settings,
};
use crate::app::markup::{El, button, el, nothing};
use crate::app::shell::{Open, Shell};
use crate::catalog::sample::is_sample;
use crate::formats::assessment_json::encode;
use crate::formats::carried;
use crate::formats::file_name::file_name;
use crate::formats::workspace_json::encode_all;
use crate::model::Assessment;
use crate::route::Route;
use crate::words::words;
use leptos::prelude::*;

/// Stands on top of every page of an assessment.
pub fn assessment_nav(open: Open) -> AnyView {
    if is_sample(open.id) {
        sample_line(open).done()
    } else {
        nothing()
    }
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

/// The file of an assessment, with the questionnaire that it answers, where that is one of one's own.
pub fn file_of(shell: Shell, a: &Assessment) -> String {
    let documents = shell.look(|desk| desk.documents_of([a]));
    carried::with(encode(a, VERSION, &clock::rfc3339()), &documents)
}

/// Hands the assessment out as a file, and remembers when.
pub fn download(open: Open) {
    let file = open.with(|a| (download_name(a.team(), "json"), a.clone()));
    let file = file.map(|(name, a)| (name, file_of(open.shell, &a)));
    if let Some((name, text)) = file {
        files::download(&name, &text);
        settings::set_backed_up_at(open.id, clock::millis());
        ask_to_persist();
    }
}

/// Hands all assessments out as one file, without the sample, and remembers when.
pub fn download_all(shell: Shell) {
    let all = shell.own();
    let documents = shell.look(|desk| desk.documents_of(&all));
    let text = carried::with(encode_all(&all, VERSION, &clock::rfc3339()), &documents);
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
