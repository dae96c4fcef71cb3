//! The message on top of the page: what was done, or was not.

use crate::app::browser::page;
use crate::app::components::UNDO;
use crate::app::contexts::{Nav, Notice};
use crate::app::markup::{button, el, nothing, p};
use crate::app::shell::Shell;
use crate::desk::{Said, Title};
use crate::model::{AssessmentId, PracticeId};
use crate::route::Page;
use crate::words::words;
use leptos::prelude::*;

/// A message.
pub fn notice(shell: Shell, nav: Nav, notice: &Notice) -> AnyView {
    match notice {
        Notice::Waiting(_) => nothing(),
        Notice::Refused(others) => {
            let title = el("h2").text(words().import_failed);
            let text = p(words().files_refused(others)).class("lines");
            el("div").class("notice problem").each([title, text]).done()
        }
        Notice::Answered(id, practice, _) => answered(shell, id, practice),
        Notice::Said(said) => match words().said(said) {
            None => nothing(),
            Some(text) => told(shell, nav, said, text),
        },
    }
}

/// What a question was answered with, since the page may have gone on; with the way back to it.
fn answered(shell: Shell, id: &AssessmentId, practice: &PracticeId) -> AnyView {
    let open = shell.open(id);
    let Some(asked) = open.questionnaire().practice(practice) else {
        return nothing();
    };
    let text = open.with(|a| words().answered(a.answer(practice)));
    let undo = button("", words().undo, move |_| {
        // What was done since then stays as it is.
        let is_last = shell.look(|desk| {
            matches!(desk.can_undo(Some(open.id)), Some(Title::Answer(of)) if *of == asked.id)
        });
        if is_last {
            shell.undo(Some(open.id.clone()));
        }
        page::go(&open.route(Page::Practice(asked.id.clone())).to_string());
    });
    let toast = p(text.unwrap_or_default()).class("notice toast");
    toast.text(" ").child(undo.id(UNDO)).done()
}

/// What was done, with a button that takes it back; or why nothing was.
fn told(shell: Shell, nav: Nav, said: &Said, text: String) -> AnyView {
    let Said::Done(title, here) = said else {
        let class = match said {
            Said::Deleted => "notice toast",
            _ => "notice problem",
        };
        return p(text).class(class).done();
    };
    let can_undo = shell.look(|desk| desk.can_undo(here.as_ref()) == Some(title));
    let here = here.clone();
    // What follows what is kept by itself stays as it is, with the files that lie beside it.
    let follows = matches!(title, Title::Computed { .. });
    let undo = move |_| {
        shell.undo(here.clone());
        if !follows {
            nav.visit_again();
        }
        page::focus_next("title");
    };
    let undo = can_undo.then(|| button("", words().undo, undo).id(UNDO));
    p(text).class("notice toast").text(" ").each(undo).done()
}
