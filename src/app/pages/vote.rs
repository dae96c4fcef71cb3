//! One person's ballot: on their own device, or on one that is passed on.

mod again;
mod booth;
mod code;
mod comment;
mod draft;
mod end;
mod sealing;

use super::bring;
use super::not_found::until_questions;
use crate::app::browser::leaving::{self, Held};
use crate::app::browser::page;
use crate::app::components::{GiveAnswer, ReadAnswer, brand, help, level_choice, side_of};
use crate::app::markup::{El, all, button, el, heading, live, option, p};
use crate::app::shell::{Open, Shell, brand_of, wear};
use crate::app::title::set_title;
use crate::formats::session_link::{self, Invitation};
use crate::model::validate::MAX_NAME;
use crate::model::{Phase, Practice, Questionnaire, Role};
use crate::route::Page;
use crate::words::ballot_words;
use crate::words::words;
use booth::{Booth, Step, link_home};
use draft::{Draft, Hand};
use leptos::prelude::*;
use std::sync::Arc;

/// The ballot that an address invites to. Nothing else in this browser is touched.
pub fn vote(shell: Shell, code: &str) -> AnyView {
    match bring::read(shell, |q| session_link::decode(q, code)) {
        Ok((q, invitation)) => {
            let told = |id| q.practice(id).is_some_and(Practice::is_told);
            if invitation.session.practices.iter().all(told) {
                booth(shell, q, invitation, Hand::Code)
            } else {
                until_questions()
            }
        }
        Err(why) => {
            if let Some(waiting) = bring::until_read(shell, why) {
                return waiting;
            }
            let s = ballot_words();
            set_title(s.vote_title);
            let said = p(words().bad_invitation(why))
                .class("notice problem")
                .attr("role", "alert");
            let parts = [
                Some(heading(s.vote_title)),
                Some(said),
                bring::field(shell, why),
            ];
            let parts = parts.into_iter().flatten().chain([link_home()]);
            all(parts.map(El::done).collect())
        }
    }
}

/// A ballot on the device of the facilitator, one after the other.
pub fn ballot_here(open: Open) -> AnyView {
    let held = untrack(|| open.open_workshop());
    match held.filter(|(_, w)| w.phase == Phase::Collecting) {
        Some((workshop, w)) => {
            let q = open.questionnaire();
            let invitation = Invitation::to(q, &w);
            booth(open.shell, q, invitation, Hand::Here(open.id, workshop))
        }
        None => {
            let s = ballot_words();
            set_title(s.vote_title);
            let back = crate::app::markup::link(&open.route(Page::Workshop), words().workshop);
            all(vec![
                heading(s.vote_title).done(),
                p(s.vote_over).class("notice").done(),
                el("p").child(back).done(),
            ])
        }
    }
}

fn booth(
    shell: Shell,
    questionnaire: &'static Questionnaire,
    invitation: Invitation,
    hand: Hand,
) -> AnyView {
    let draft = Draft::open(&invitation, &hand);
    let own = brand_of(questionnaire);
    wear(own);
    on_cleanup(|| {
        leaving::hold(Held::Ballot, false);
        wear(None);
    });
    let asked = invitation.session.practices.len();
    let step = match draft.answered() {
        0 => Step::Start,
        n if n == asked && hand == Hand::Code => Step::End,
        _ => Step::Start,
    };
    let booth = Booth {
        shell,
        questionnaire,
        invitation,
        hand,
        draft: RwSignal::new(draft),
        step: RwSignal::new(step),
    };
    let title = match booth.invitation.title.as_str() {
        "" => ballot_words().vote_title.to_owned(),
        title => title.to_owned(),
    };
    let place = el("p")
        .class("where")
        .child(el("span").child(el("bdi").text(title)))
        .each(own.map(brand));
    let own = booth.clone();
    let shown = live(move || match own.step.get() {
        Step::Start => start(&own),
        Step::Question(at) => question(&own, at),
        Step::End => end::end(&own),
        Step::Gone => end::gone(&own),
    });
    el("div").class("booth").child(place).view(shown).done()
}

fn start(booth: &Booth) -> AnyView {
    let s = ballot_words();
    set_title(match booth.invitation.title.as_str() {
        "" => s.vote_title,
        title => title,
    });
    let questions = &booth.invitation.session.practices;
    let is_here = booth.hand != Hand::Code;
    let private = match booth.invitation.key {
        _ if is_here => s.vote_here_private,
        Some(_) => s.vote_private_sealed,
        None => s.vote_private,
    };
    let mut parts = vec![
        heading(s.vote_title),
        p(s.vote_lead).class("lead"),
        p(words().vote_length(questions.len(), booth.questionnaire.minutes(questions))),
        p(private),
    ];
    if !is_here && booth.invitation.asks_name {
        parts.push(p(s.vote_named));
    }
    if !is_here && booth.shell.has_any() {
        parts.push(p(s.vote_untouched).class("muted"));
    }
    if !booth.draft.with_untracked(|d| d.is_kept) {
        parts.push(p(s.vote_not_kept).class("notice"));
    }
    parts.extend(booth.invitation.asks_role.then(|| role(booth)));
    parts.extend(booth.invitation.asks_name.then(|| name(booth)));
    parts.push(again::way_in(booth));
    all(parts.into_iter().map(El::done).collect())
}

fn role(booth: &Booth) -> El {
    let s = ballot_words();
    let now = booth.draft.with_untracked(|d| d.ballot.role);
    let none = option("", s.vote_role_none, now.is_none());
    let roles =
        Role::ALL.map(|role| option(role.id(), words().role_in_room(role), now == Some(role)));
    let own = booth.clone();
    let select = el("select")
        .id("role")
        .child(none)
        .each(roles)
        .on("change", move |event| {
            let chosen = page::value_of(&event);
            let role = Role::ALL.into_iter().find(|role| role.id() == chosen);
            own.change(|draft| draft.ballot.role = role);
        });
    el("p")
        .class("field")
        .each([el("label").attr("for", "role").text(s.vote_role), select])
}

fn name(booth: &Booth) -> El {
    let own = booth.clone();
    let input = el("input")
        .id("name")
        .attr("type", "text")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("autocomplete", "name")
        .attr("value", booth.draft.with_untracked(|d| d.name.clone()))
        .on("input", move |event| {
            let name = page::value_of(&event);
            own.change(|draft| draft.name = name);
        });
    let label = el("label").attr("for", "name");
    el("p")
        .class("field")
        .each([label.text(ballot_words().vote_name), input])
}

fn question(booth: &Booth, at: usize) -> AnyView {
    let (w, s) = (words(), ballot_words());
    let q = booth.questionnaire;
    let practices = &booth.invitation.session.practices;
    let Some(practice) = practices.get(at).and_then(|id| q.practice(id)) else {
        return end::end(booth);
    };
    let draft = booth.draft;
    let read: ReadAnswer = Arc::new(move || draft.with(|d| d.answer(at)));
    let own = booth.clone();
    let give: GiveAnswer = Arc::new(move |answer| own.change(|d| d.give(at, answer)));
    set_title(&w.vote_title_of(at + 1, practices.len(), &practice.question));
    let title = heading(practice.question.as_str());
    let choice = level_choice(practice, title, &read, &give, false);
    let step = |class: &'static str, label: &'static str, to: Step| {
        let own = booth.clone();
        button(class, label, move |_| own.go(to))
    };
    let back = match at.checked_sub(1) {
        Some(before) => step("quiet", s.vote_back, Step::Question(before)),
        None => step("quiet", s.vote_back, Step::Start),
    };
    let next = if at + 1 < practices.len() {
        step("primary", w.next, Step::Question(at + 1))
    } else {
        step("primary", s.vote_finish, Step::End)
    };
    let mut steps = el("p").class("steps").each([back, next]);
    if at + 1 < practices.len() {
        steps = steps.child(step("link", s.vote_finish, Step::End));
    }
    let dimension = q.dimension(&practice.dimension);
    let place = p(w.vote_of(at + 1, practices.len()))
        .class("muted")
        .text(dimension.map_or(String::new(), |d| format!(" · {}", d.title)));
    let side = side_of(practice).map(El::done);
    let why = comment::comment(booth, at).map(El::done);
    let asked = [steps.done(), el("div").each(help(q, practice)).done()];
    all([place.done()]
        .into_iter()
        .chain(side)
        .chain([choice])
        .chain(why)
        .chain(asked)
        .collect())
}
