//! One practice: the question, its levels, and the profile at the side.

use crate::app::browser::page::go;
use crate::app::browser::settings::Setting;
use crate::app::components::{assessment_nav, key_help, named, profile, question};
use crate::app::contexts::Nav;
use crate::app::markup::{all, button, el, heading, link};
use crate::app::shell::Open;
use crate::app::title::set_title;
use crate::model::Practice;
use crate::route::Page;
use crate::words::words;
use leptos::prelude::*;

/// Asks one practice.
pub fn practice_page(open: Open, practice: &'static Practice) -> AnyView {
    let w = words();
    set_title(&practice.title);
    let q = open.questionnaire();
    let dimension = q.dimension(&practice.dimension);
    let discipline = dimension.and_then(|d| q.discipline(&d.discipline));
    let place = match (discipline, dimension) {
        (Some(a), Some(b)) => format!("{} · {}", a.title, b.title),
        _ => String::new(),
    };
    let asked: Vec<_> = open
        .with(|a| a.asked(q).map(|p| p.id.clone()).collect())
        .unwrap_or_default();
    let at = asked.iter().position(|p| *p == practice.id);
    let counted = at.map(|i| w.number(i + 1, asked.len())).unwrap_or_default();
    let neighbour = |at: Option<usize>| Some(open.route(Page::Practice(asked.get(at?)?.clone())));

    let before = neighbour(at.and_then(|i| i.checked_sub(1)));
    let before = before.map(|route| link(&route, w.previous).class("button quiet"));
    let check = open.route(Page::Check);
    let from_check = Nav::get().came_from() == Some(check.clone());
    let back = from_check.then(|| link(&check, w.back_to_check).class("button primary"));
    let class = if from_check {
        "button"
    } else {
        "button primary"
    };
    let after = match neighbour(at.map(|i| i + 1)) {
        Some(route) => link(&route, w.next),
        None => link(&open.route(Page::Measurements), w.measurements),
    };
    let steps = el("p")
        .class("steps")
        .each(back)
        .each(before)
        .child(after.class(class));
    let list = open.route(Page::Dimension(practice.dimension.clone()));
    let as_list = button("link", w.view_list, move |_| {
        Setting::List.set(true);
        go(&list.to_string());
    });
    let place = el("p")
        .class("where")
        .child(el("span").text(place))
        .child(el("span").class("muted").text(counted))
        .child(as_list);
    let title = named(heading(""), practice);
    let form = el("div")
        .class(format!(
            "discipline {}",
            discipline.map(|d| d.id.as_str()).unwrap_or_default()
        ))
        .child(place)
        .child(question(open, practice, title, Some(steps)))
        .child(key_help());
    let beside = el("div")
        .class("beside")
        .each([form, profile(open, discipline.map(|d| d.id.clone()))]);
    all(vec![assessment_nav(open), beside.done()])
}
