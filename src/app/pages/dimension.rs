//! All practices of a dimension, one below the other, for those who would rather scroll than step.

use crate::app::browser::page::go;
use crate::app::browser::settings::Setting;
use crate::app::components::{
    assessment_nav, key_help, keys_button, named, profile, question, target_of_all,
};
use crate::app::markup::{El, all, button, el, heading, link};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::model::{Dimension, Practice};
use crate::route::Page;
use crate::words::words;
use leptos::prelude::*;

/// Asks every practice of the dimension that is asked.
pub fn dimension_page(open: Open, dimension: &'static Dimension) -> AnyView {
    let w = words();
    set_title_of(open, &dimension.title);
    let q = open.questionnaire();
    let discipline = q.discipline(&dimension.discipline);
    let asked: Vec<&Practice> = open.with(|a| a.asked(q).collect()).unwrap_or_default();
    let here = asked.iter().copied();
    let here: Vec<&Practice> = here.filter(|p| p.dimension == dimension.id).collect();
    let own = here.first().map(|p| p.id.clone());
    let one_by_one = button("link", w.view_one, move |_| {
        Setting::List.set(false);
        if let Some(practice) = own.clone() {
            go(&open.route(Page::Practice(practice)).to_string());
        }
    });
    let place = el("p")
        .class("where")
        .text(discipline.map_or("", |d| d.title.as_str()))
        .text(" ")
        .child(one_by_one);
    let forms = here.iter().map(|practice| {
        let title = named(el("h2"), practice);
        question(open, practice, title, None)
    });
    let list = el("div")
        .class(format!("discipline list {}", dimension.discipline))
        .child(place)
        .child(heading(dimension.title.as_str()))
        .each(forms)
        .each(target_of_all(open, here))
        .child(neighbours(open, dimension, &asked));
    let beside = el("div")
        .class("beside")
        .each([list, profile(open, Some(dimension.discipline.clone()))]);
    all(vec![assessment_nav(open), beside.done(), key_help()])
}

/// The links to the dimensions before and behind.
fn neighbours(open: Open, dimension: &Dimension, asked: &[&Practice]) -> El {
    let w = words();
    let is_here = |p: &&&Practice| p.dimension == dimension.id;
    let first = asked.iter().position(|p| is_here(&p));
    let last = asked.iter().rposition(|p| is_here(&p));
    let to = |at: Option<usize>| {
        let practice = asked.get(at?)?;
        Some(open.route(Page::Dimension(practice.dimension.clone())))
    };
    let before = to(first.and_then(|i| i.checked_sub(1)));
    let before = before.map(|route| link(&route, w.previous).class("button quiet"));
    let after = match to(last.map(|i| i + 1)) {
        Some(route) => link(&route, w.next),
        None => link(&open.route(Page::Measurements), w.measurements),
    };
    el("p")
        .class("steps")
        .each(before)
        .child(after.class("button primary"))
        .child(keys_button())
}
