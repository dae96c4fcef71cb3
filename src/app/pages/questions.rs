//! An assessment whose questions are not here: until they come, or for want of them.

use super::not_found::opening;
use crate::app::components::download;
use crate::app::contexts::{Arrival, Loader};
use crate::app::markup::{all, button, el, heading, link, p};
use crate::app::shell::Shell;
use crate::app::title::set_title;
use crate::desk::Desk;
use crate::model::AssessmentId;
use crate::route::{Piece, Route};
use crate::words::words;
use leptos::prelude::*;

/// Whether questionnaires that assessments answer may still come. Asks for them, and tracks it.
pub fn are_awaited(shell: Shell) -> bool {
    !shell.look(|desk| desk.lacking().is_empty()) && may_come(shell, Loader::get())
}

/// Whether the stores may still bring questionnaires. Asks them, and tracks it.
pub fn may_come(shell: Shell, loader: Loader) -> bool {
    match loader.arrival(Piece::Library) {
        Arrival::Here(pages) => pages
            .library
            .is_some_and(|library| (library.await_stored)(shell)),
        Arrival::Failed => false,
        Arrival::Away | Arrival::Coming => {
            loader.need(Piece::Library);
            true
        }
    }
}

/// What stands in place of a page whose questions are not here, or not yet.
pub fn without_questions(shell: Shell, id: &AssessmentId) -> Option<AnyView> {
    let is_of_own = shell.look(|desk| desk.is_of_own(id));
    if is_of_own && are_awaited(shell) {
        return Some(opening());
    }
    if !shell.look(|desk| desk.has_no_questions(id)) {
        return None;
    }
    let (w, open) = (words().library_page(), shell.open(id));
    let missing = shell.with(id, |a| a.questionnaire.clone())?;
    set_title(w.missing);
    let save = button("", words().export, move |_| download(open));
    let ways = el("p").class("steps").each([
        link(&Route::Questionnaires, w.open_file).class("button primary"),
        save,
    ]);
    Some(all(vec![
        heading(w.missing).done(),
        p(words().missing_questionnaire(&shell.look(|d| Desk::team(d, id)), &missing))
            .class("lead")
            .done(),
        ways.done(),
    ]))
}
