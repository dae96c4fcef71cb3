//! The form of one practice: the question, its levels, what goes with the answer, and help.

use super::advance::advance;
use super::extras::extras;
use super::glossary;
use super::level_choice::{GiveAnswer, ReadAnswer, level_choice};
use crate::app::browser::{looks, page};
use crate::app::contexts::Nav;
use crate::app::markup::{El, button, details, el, live, nothing, p, source};
use crate::app::shell::Open;
use crate::model::{Assessment, Practice, PracticeId, Questionnaire};
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// The id of a practice's form, to move the focus to.
pub fn form_id(practice: &'static PracticeId) -> String {
    format!("form-{practice}")
}

/// A heading with a practice's question, under the name by which other pages speak of it.
pub fn named(heading: El, practice: &'static Practice) -> El {
    let name = el("span").class("over").text(practice.title.as_str());
    heading
        .child(name)
        .text(" ")
        .text(practice.question.as_str())
}

/// The form under `title`, with `steps` right behind the answer; help stands beside the one question of
/// a page, and under each of many.
pub fn question(open: Open, practice: &'static Practice, title: El, steps: Option<El>) -> El {
    let help = steps
        .is_none()
        .then(|| help(open.questionnaire(), practice));
    el("div")
        .class("form")
        .id(form_id(&practice.id))
        .attr("tabindex", "-1")
        .attr("role", "group")
        .attr("aria-label", practice.title.as_str())
        .view(carried(open, &practice.id))
        .each(side_of(practice))
        .view(choice(open, practice, title))
        .each(steps)
        .child(extras(open, &practice.id))
        .each(help.into_iter().flatten())
}

/// Says that the answer comes from an earlier round, until somebody confirms it.
fn carried(open: Open, practice: &'static PracticeId) -> AnyView {
    // Built anew only where that changes, and not at each answer.
    let is_carried = Memo::new(move |_| {
        open.track_practice(practice);
        open.with(|a| a.is_carried(practice)) == Some(true)
    });
    live(move || {
        if !is_carried.get() {
            return nothing();
        }
        let confirm = button("", words().carried_confirm, move |_| {
            confirm(open, practice);
            page::focus(&form_id(practice));
        });
        p(words().carried)
            .class("notice")
            .text(" ")
            .child(confirm)
            .done()
    })
}

/// Says who can answer, where not any team can.
pub fn side_of(practice: &Practice) -> Option<El> {
    let said = words().asked_of(practice.answered_by)?;
    Some(p(said).class("muted"))
}

/// Gives the answer that is carried over again.
pub fn confirm(open: Open, practice: &PracticeId) {
    let look = |a: &Assessment| a.is_carried(practice).then(|| a.answer(practice).cloned());
    if let Some(answer) = open.with(look).flatten() {
        open.respond(practice, answer);
    }
}

/// The levels alone. An answer by pointer to what was open goes on to the next question.
fn choice(open: Open, practice: &'static Practice, title: El) -> AnyView {
    let nav = Nav::get();
    let by_pointer = StoredValue::new(false);
    let read: ReadAnswer = Arc::new(move || open.answer(&practice.id));
    let give: GiveAnswer = Arc::new(move |answer| {
        let was_open = open.with(|a| a.got(&practice.id).is_open()) == Some(true);
        open.respond(&practice.id, answer.clone());
        if let (true, true, Some(answer)) = (was_open, by_pointer.get_value(), answer) {
            advance(open, nav, practice, &answer);
        }
    });
    el("div")
        .on("pointerdown", move |_| by_pointer.set_value(true))
        .on("keydown", move |_| by_pointer.set_value(false))
        .view(level_choice(practice, title, &read, &give, true))
        .done()
}

/// What helps to answer, beside the question: one at a time, the first at once where there is room.
pub fn help_beside(q: &'static Questionnaire, practice: &'static Practice) -> Vec<El> {
    let is_wide = looks::is_wide();
    let folds = help(q, practice).into_iter().enumerate();
    let folds = folds.map(|(at, fold)| {
        let fold = fold.attr("name", "help");
        if at == 0 && is_wide {
            fold.attr("open", "")
        } else {
            fold
        }
    });
    folds.collect()
}

/// What helps to answer.
pub fn help(q: &'static Questionnaire, practice: &'static Practice) -> Vec<El> {
    let w = words();
    let sources = practice.sources.iter().map(|s| el("li").child(source(s)));
    let mut how = details(w.how_to_tell).child(p(practice.how_to_tell.as_str()));
    // A ballot comes without them.
    if !practice.sources.is_empty() {
        how = how
            .child(el("p").child(el("strong").text(w.sources)))
            .child(el("ul").each(sources));
    }
    let mut help = vec![details(w.why).child(p(practice.why.as_str())), how];
    if !practice.contexts.is_empty() {
        let own = practice.contexts.iter().map(|c| {
            let name = el("dt").text(w.setting(c.setting));
            el("div").each([name, el("dd").text(c.text.as_str())])
        });
        help.push(details(w.settings).child(el("dl").class("terms").each(own)));
    }
    if !practice.terms.is_empty() {
        let terms = practice.terms.iter().filter_map(|id| q.term(id));
        help.push(details(w.terms).child(glossary(terms)));
    }
    help
}
