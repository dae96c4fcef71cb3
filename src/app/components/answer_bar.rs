//! The bar at the foot of a question: the ways to the others, each always in the same place.

use super::key_help::keys_button;
use super::question::confirm;
use crate::app::markup::{El, el, link};
use crate::app::shell::Open;
use crate::model::{Got, Onward, Practice, Walk};
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;

/// Where the question stands now.
pub type Standing = Memo<Option<Walk<'static>>>;

/// Follows where a question stands, for all on its page that asks.
pub fn standing(open: Open, practice: &'static Practice) -> Standing {
    Memo::new(move |_| {
        open.track_any();
        let walk = open.with(|a| a.walk(open.questionnaire(), &practice.id));
        walk.flatten()
    })
}

fn target(open: Open, onward: Onward) -> Route {
    open.route(match onward {
        Onward::Next(practice) | Onward::Open(practice) => Page::Practice(practice.id.clone()),
        Onward::Results => Page::Results,
    })
}

/// Previous, the keys, Skip, Next.
pub fn answer_bar(open: Open, practice: &'static Practice, now: Standing) -> El {
    let w = words();
    let before = now.with_untracked(|walk| walk.as_ref().and_then(Walk::before));
    let before = match before {
        Some(before) => {
            let route = open.route(Page::Practice(before.id.clone()));
            link(&route, w.previous).class("button quiet i-back")
        }
        None => el("span"),
    };
    let bar = el("nav").attr("aria-label", w.questions_nav);
    let bar = bar.each([
        before,
        keys_button(),
        aside(open, now),
        next(open, practice, now),
    ]);
    el("div").class("answerbar").child(bar)
}

/// Leaves the question open; where nothing is open any more, to the measurements. Its room stays.
fn aside(open: Open, now: Standing) -> El {
    let way = Memo::new(move |_| {
        let walk = now.get()?;
        let (text, page) = match (walk.got(), walk.onward()) {
            (Got::Nothing | Got::Carried, _) => {
                (words().skip, Page::Practice(walk.next_open()?.id.clone()))
            }
            (_, Onward::Results) => (words().add_numbers, Page::Measurements),
            _ => return None,
        };
        Some((text, open.route(page).to_string()))
    });
    let class = move || {
        if way.get().is_some() {
            "button quiet"
        } else {
            "button quiet gone"
        }
    };
    let text = move || way.get().map_or(words().skip, |(text, _)| text).to_owned();
    el("a")
        .live_attr("class", move || Some(class().to_owned()))
        .live_attr("href", move || way.get().map(|(_, to)| to))
        .live_text(text)
}

/// Goes on. What comes from an earlier round is confirmed by that.
fn next(open: Open, practice: &'static Practice, now: Standing) -> El {
    let way = Memo::new(move |_| {
        let walk = now.get()?;
        let (onward, got) = (walk.onward(), walk.got());
        let text = words().onward(onward, got);
        Some((text, target(open, onward).to_string()))
    });
    let text = move || way.get().map_or(words().next, |(text, _)| text).to_owned();
    el("a")
        .class("button primary")
        .id(super::ids::NEXT)
        .live_attr("href", move || way.get().map(|(_, to)| to))
        .on("click", move |_| confirm(open, &practice.id))
        .live_text(text)
}
