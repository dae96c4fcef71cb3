//! A link about a questionnaire that is not here: until the stores have brought it, or somebody its file.

use super::not_found::opening;
use super::questions::may_come;
use crate::app::browser::files::{self, File};
use crate::app::contexts::{Loader, Nav};
use crate::app::markup::{El, el, live, nothing, p};
use crate::app::shell::Shell;
use crate::formats::link::{BadLink, first_of};
use crate::model::Questionnaire;
use crate::words::words;
use leptos::prelude::*;

/// What a link holds, and about which of the known questionnaires it is.
pub fn read<T>(
    shell: Shell,
    read: impl Fn(&'static Questionnaire) -> Result<T, BadLink>,
) -> Result<(&'static Questionnaire, T), BadLink> {
    first_of(shell.look(|desk| desk.library().clone()).all(), read)
}

/// What stands in place of a link's page until the stores were asked for its questionnaire.
pub fn until_read(shell: Shell, why: BadLink) -> Option<AnyView> {
    (why.is_foreign() && may_come(shell, Loader::get())).then(opening)
}

/// The field for the questionnaire's file, where that would help. The page is then visited once more.
pub fn field(shell: Shell, why: BadLink) -> Option<El> {
    if !why.is_foreign() {
        return None;
    }
    let w = words();
    let (loader, nav) = (Loader::get(), Nav::get());
    let problem = RwSignal::new(false);
    let take = move |chosen: Vec<File>| {
        let then = move |is_any: bool| {
            let _ = problem.try_set(!is_any);
            if is_any {
                nav.visit_again();
            }
        };
        loader.with_library(move |library| (library.bring)(shell, chosen, Box::new(then)));
    };
    let input = el("input")
        .id("questionnaire-file")
        .class("spoken")
        .attr("type", "file")
        .attr("accept", ".toml,.json,.html")
        .on("change", move |event| take(files::chosen(&event)));
    let label = el("label")
        .class("button")
        .attr("for", "questionnaire-file");
    let said = live(move || match problem.get() {
        true => p(words().not_that_questionnaire()).class("error").done(),
        false => nothing(),
    });
    Some(
        el("div")
            .class("file")
            .child(p(w.ask_for_questionnaire()))
            .child(el("p").each([label.text(w.open_questionnaire()), input]))
            .child(el("div").attr("role", "status").view(said)),
    )
}
