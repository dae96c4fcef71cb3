//! Answers that came in a link: their results, to look at. Nothing is kept until one says so.

use super::{bring, results};
use crate::app::browser::page::{go, replace_fragment};
use crate::app::browser::{clock, collation::COLLATION, session};
use crate::app::markup::{El, all, button, el, heading, link, p};
use crate::app::shell::{Open, Shell};
use crate::app::title::set_title;
use crate::formats::link::{self, BadLink};
use crate::model::AssessmentId;
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;

/// What is in the link. The address keeps it, so that the page can be reloaded and found again; one that
/// could not be read stays as it is.
pub fn shared(shell: Shell, code: &str) -> AnyView {
    let (w, s) = (words(), words().shared_page());
    let failed = |said: AnyView| {
        set_title(s.title);
        let home = el("p").child(link(&Route::Home, w.home));
        all(vec![heading(s.title).done(), said, home.done()])
    };
    if code.is_empty() {
        return failed(p(s.gone).done());
    }
    match look(shell, code) {
        Ok((id, whole)) => {
            if whole != code {
                replace_fragment(&Route::Shared(whole).to_string());
            }
            brief(shell.open(&id))
        }
        Err(why) => {
            if let Some(waiting) = bring::until_read(shell, why) {
                return waiting;
            }
            let said = p(w.bad_share(why)).class("notice problem");
            let field = bring::field(shell, why).map(El::done);
            let said = [said.attr("role", "alert").done()].into_iter().chain(field);
            failed(all(said.collect()))
        }
    }
}

/// Shows the answers of a link among the assessments, without keeping them. Those of the same link
/// have the same id and the same text, however the link was changed on its way.
fn look(shell: Shell, code: &str) -> Result<(AssessmentId, String), BadLink> {
    let (q, read) = bring::read(shell, |q| link::decode(q, code, clock::assessment_id()))?;
    let code = link::encode(q, &read);
    let id = link::id_of(&code).unwrap_or_else(|| read.id.clone());
    session::keep(id.as_str(), &code);
    if !shell.has(&id) {
        shell.show_guests(vec![read.under(id.clone())]);
    }
    Ok((id, code))
}

/// Whether the answers were looked at in this tab before, from where they come back now.
pub fn comes_back(shell: Shell, id: &AssessmentId) -> bool {
    let code = session::kept(id.as_str());
    let is_id = |code: &String| link::id_of(code).as_ref() == Some(id);
    code.filter(is_id)
        .is_some_and(|code| look(shell, &code).is_ok())
}

fn brief(open: Open) -> AnyView {
    let fields = el("fieldset")
        .attr("disabled", "")
        .view(results::results(open));
    all(vec![said(open).done(), fields.done()])
}

/// Whose answers they are, and what to do with them: where this browser has them, they are opened.
fn said(open: Open) -> El {
    let s = words().shared_page();
    let own = untrack(|| own_of(open));
    let (text, way) = match &own {
        Some((own, is_same)) => {
            let text = if *is_same { s.here } else { s.namesake };
            let route = Route::Assessment(own.clone(), Page::Results);
            (text, Some(link(&route, s.open_own).class("button primary")))
        }
        None => (s.lead, None),
    };
    let is_same = own.is_some_and(|(_, is_same)| is_same);
    let class = if way.is_some() { "" } else { "primary" };
    let label = if way.is_some() { s.second } else { s.keep };
    let save = (!is_same).then(|| button(class, label, move |_| keep(open)));
    let answers = link(&open.route(Page::Overview), s.answers).class("button");
    el("div")
        .class("notice looked-at")
        .attr("role", "status")
        .each([
            p("")
                .child(el("strong").child(el("bdi").text(open.team())))
                .text(" ")
                .text(text),
            el("p").class("steps").each(way).each(save).child(answers),
        ])
}

/// The assessment of this browser with the same name, and whether its answers are those of the link.
fn own_of(open: Open) -> Option<(AssessmentId, bool)> {
    let (q, team) = (open.questionnaire(), open.team());
    let own = open
        .shell
        .look(|desk| desk.namesake(team.trim(), COLLATION))?;
    let code = |id: &AssessmentId| open.shell.with(id, |a| link::encode(q, a));
    Some((own.clone(), code(&own) == code(open.id)))
}

/// Keeps a copy under an id of its own, and goes there.
pub fn keep(open: Open) {
    let id = clock::assessment_id();
    let Some(copy) = open.with(|a| a.clone().under(id.clone())) else {
        return;
    };
    open.shell.run_made(|desk| desk.open_shared(copy));
    go(&Route::Assessment(id, Page::Results).to_string());
}
