//! One question on one screen: how far one is, the levels, help beside them, and the ways on.

use crate::app::browser::page::go;
use crate::app::browser::settings::Setting;
use crate::app::components::{
    Standing, advance_switch, answer_bar, assessment_nav, help_beside, hint_of, key_help, named,
    profile, question, standing,
};
use crate::app::contexts::Nav;
use crate::app::markup::{El, all, button, el, heading, link, live, nothing};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::model::{Got, Practice, Walk};
use crate::route::Page;
use crate::words::{Hint, words};
use leptos::prelude::*;

/// Asks one practice.
pub fn practice_page(open: Open, practice: &'static Practice) -> AnyView {
    let w = words();
    set_title_of(open, &practice.title);
    let q = open.questionnaire();
    let dimension = q.dimension(&practice.dimension);
    let discipline = dimension.and_then(|d| q.discipline(&d.discipline));
    let name = |title: Option<&'static str>| title.unwrap_or_default();
    let place = w.place_of(
        name(discipline.map(|d| d.title.as_str())),
        name(dimension.map(|d| d.title.as_str())),
    );
    let list = open.route(Page::Dimension(practice.dimension.clone()));
    let all_in = w.all_in(name(dimension.map(|d| d.title.as_str())));
    let as_list = button("link", all_in, move |_| {
        Setting::List.set(true);
        go(&list.to_string());
    });
    let check = open.route(Page::Check);
    let from_check = Nav::get().came_from() == Some(check.clone());
    let back = from_check.then(|| link(&check, w.back_to_check).class("back"));
    let place = el("p")
        .class("where")
        .child(el("span").text(place))
        .each(back)
        .child(as_list);
    let now = standing(open, practice);
    let form = el("div").class("asked").child(place).child(question(
        open,
        practice,
        named(heading(""), practice),
        Some(answer_bar(open, practice, now)),
    ));
    let beside = el("aside").class("helps").attr("aria-label", w.help);
    let beside = beside
        .each(help_beside(q, practice))
        .child(profile(open, discipline.map(|d| d.id.clone())))
        .child(advance_switch());
    let discipline = discipline.map(|d| d.id.as_str()).unwrap_or_default();
    let page = el("div")
        .class(format!("ask discipline {discipline}"))
        .each([progress(open, now), form, beside]);
    all(vec![
        assessment_nav(open),
        hint_of(open.id, Hint::Question),
        page.done(),
        key_help(),
    ])
}

/// How the piece of a question looks.
fn class(got: Got) -> &'static str {
    match got {
        Got::Nothing => "",
        Got::Carried => "carried",
        Got::Unknown => "unknown",
        Got::Apart => "apart",
        Got::Level => "known",
    }
}

/// How far one is: a piece for each question, and in words.
fn progress(open: Open, now: Standing) -> El {
    // An answer changes the piece of the question at hand: the others are not drawn anew.
    let others: Standing = Memo::new(move |_| {
        let mut walk = now.get()?;
        walk.all.get_mut(walk.number - 1)?.1 = Got::Nothing;
        Some(walk)
    });
    let own = move || now.with(|walk| walk.as_ref().map_or(Got::Nothing, Walk::got));
    let pieces = live(move || {
        let Some(walk) = others.get() else {
            return nothing();
        };
        let pieces = walk.all.iter().enumerate().map(|(at, (_, got))| {
            let piece = el("i");
            if at + 1 == walk.number {
                piece.live_attr("class", move || Some([class(own()), " now"].concat()))
            } else {
                piece.class(class(*got))
            }
        });
        all(pieces.map(El::done).collect())
    });
    let text = move || {
        let place = |walk: &Walk| (walk.number, walk.all.len());
        let (number, count) = now.with(|w| w.as_ref().map(place)).unwrap_or_default();
        let left = open.with(|a| a.minutes_left(open.questionnaire()));
        words().number_and_time(number, count, left.unwrap_or_default())
    };
    el("div").class("progress").each([
        el("span").live_text(text),
        el("span")
            .class("pieces")
            .attr("aria-hidden", "true")
            .view(pieces),
    ])
}
