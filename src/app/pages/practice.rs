//! One question on one screen: how far one is, the levels, help beside them, and the ways on.

use crate::app::browser::page::go;
use crate::app::browser::settings::Setting;
use crate::app::components::{
    Standing, advance_switch, answer_bar, assessment_nav, help_beside, hint_of, key_help, named,
    profile, question, standing,
};
use crate::app::contexts::Nav;
use crate::app::markup::{El, all, button, el, heading, link, live};
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

/// How far one is: a piece for each question, and in words.
fn progress(open: Open, now: Standing) -> El {
    let got = move |walk: &Option<Walk>| -> (usize, Vec<Got>) {
        let got = |walk: &Walk| (walk.number, walk.all.iter().map(|(_, got)| *got).collect());
        walk.as_ref().map(got).unwrap_or_default()
    };
    let pieces = live(move || {
        let (number, got) = now.with(got);
        let pieces = got.iter().enumerate().map(|(at, got)| {
            let class = match got {
                Got::Nothing => "",
                Got::Carried => "carried",
                Got::Unknown => "unknown",
                Got::Apart => "apart",
                Got::Level => "known",
            };
            let now = if at + 1 == number { " now" } else { "" };
            el("i").class([class, now].concat())
        });
        all(pieces.map(El::done).collect())
    });
    let text = move || {
        let (number, got) = now.with(got);
        let left = open.with(|a| a.minutes_left(open.questionnaire()));
        words().number_and_time(number, got.len(), left.unwrap_or_default())
    };
    el("div").class("progress").each([
        el("span").live_text(text),
        el("span")
            .class("pieces")
            .attr("aria-hidden", "true")
            .view(pieces),
    ])
}
