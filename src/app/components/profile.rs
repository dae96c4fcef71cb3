//! The score so far, for those who look: whoever answers is not led by it. The live profile: value, interval and
//! coverage of each discipline, and of the dimensions of the one at hand.

use super::score_table::{Parts, explained_at};
use crate::app::browser::page;
use crate::app::markup::{El, effect, el, live, nothing, p};
use crate::app::shell::Open;
use crate::model::decimal::write;
use crate::model::{Dimension, DisciplineId, Questionnaire};
use crate::route::Route;
use crate::scoring::{Reading, Score, Scorecard};
use crate::words::words;
use leptos::prelude::*;
use std::cell::Cell;

/// How long answers must rest before the score is read aloud, in milliseconds.
const REST: i32 = 1500;

/// Fills in as answers come, once somebody has looked. Beside the questions where there is room, else folded at
/// the foot of the screen.
pub fn profile(open: Open, at_hand: Option<DisciplineId>) -> El {
    let q = open.questionnaire();
    let part = at_hand.clone();
    let card = Memo::new(move |_| open.scorecard());
    // The rows stay as long as the scope does: an answer changes texts, and nobody loses the focus.
    let shown = Memo::new(move |_| card.with(|c| c.as_ref().map(|c| shown(q, c, part.as_ref()))));
    let rows = move || {
        let shown = shown.get().unwrap_or_default();
        let rows = shown.into_iter().map(|(part, is_small)| {
            let found = part.clone();
            let score = Memo::new(move |_| card.with(|c| c.as_ref()?.part(&found).cloned()));
            let name = words().part_name(q, &part);
            if is_small {
                small_row(open, &part, name, score)
            } else {
                row(open, &part, name, score)
            }
        });
        el("dl").each(rows).done()
    };
    // Most never look: nothing is worked out for them.
    let has_looked = RwSignal::new(false);
    let fold = el("details")
        .class("profile")
        .on("toggle", move |_| has_looked.set(true))
        .child(el("summary").text(words().profile))
        .view(live(
            move || {
                if has_looked.get() { rows() } else { nothing() }
            },
        ));
    el("aside")
        .class("aside")
        .attr("aria-label", words().profile)
        .child(fold)
        .child(spoken(open, at_hand))
}

/// Which parts have a row, and whether it is a small one.
fn shown(
    q: &Questionnaire,
    card: &Scorecard,
    at_hand: Option<&DisciplineId>,
) -> Vec<(String, bool)> {
    let mut shown = Vec::new();
    for score in &card.disciplines {
        shown.push((score.id.clone(), false));
        let is_own = |d: &&Dimension| {
            at_hand == Some(&d.discipline)
                && d.discipline.as_str() == score.id
                && card.dimensions.iter().any(|s| s.id == d.id.as_str())
        };
        let own = q.dimensions.iter().filter(is_own);
        shown.extend(own.map(|d| (d.id.to_string(), true)));
    }
    shown.push((card.overall.id.clone(), false));
    shown
}

/// The score of a part, as it is now.
type Now = Memo<Option<Score>>;

/// What is said of it, as it is now.
fn said(now: Now, say: impl Fn(&Score) -> String + Send + Sync + 'static) -> Said {
    Box::new(move || now.with(|s| s.as_ref().map(&say).unwrap_or_default()))
}

type Said = Box<dyn Fn() -> String + Send + Sync>;

fn row(open: Open, part: &str, name: &'static str, now: Now) -> El {
    let class = said(now, |score| {
        let is_value = score.value().is_some();
        (if is_value { "reading" } else { "reading word" }).to_owned()
    });
    let reading = el("strong").live_attr("class", move || Some(class()));
    let reading = match explained_at(open.id, Parts::Disciplines, part) {
        Some(route) => reading.child(why(&route, name, now, false)),
        None => reading.live_text(said(now, |score| words().reading(score))),
    };
    let more = said(now, |score| words().interval_and_coverage(score));
    let more = el("span").class("muted").live_text(more);
    el("div")
        .class(["row ", part].concat())
        .child(el("dt").text(name))
        .child(el("dd").each([reading, bar(now), more]))
}

/// A dimension in one line: its name, its value, what is still possible.
fn small_row(open: Open, part: &str, name: &'static str, now: Now) -> El {
    let route = explained_at(open.id, Parts::Dimensions, part);
    let reading = route.map(|route| why(&route, name, now, true));
    // A settled interval is the value once more, and without an answer anything is possible.
    let interval = said(now, |score| {
        if score.reading != Reading::Unanswered && score.low < score.high {
            words().interval(score)
        } else {
            String::new()
        }
    });
    let interval = el("span").class("muted").live_text(interval);
    el("div")
        .class("row small")
        .child(el("dt").text(name))
        .child(el("dd").each(reading).text(" ").child(interval))
}

/// The value, which leads to how it came about. A small one says less and means the same.
fn why(route: &Route, name: &'static str, now: Now, is_small: bool) -> El {
    let label = said(now, move |score| {
        words().why_of(name, &words().reading(score))
    });
    el("a")
        .attr("href", route.to_string())
        .live_attr("aria-label", move || Some(label()))
        .live_text(said(now, move |score| match score.reading {
            Reading::Unanswered if is_small => words().none_yet.to_owned(),
            _ => words().reading(score),
        }))
}

/// The interval as a pale bar, the value as a tick. The numbers stand beside it.
fn bar(now: Now) -> El {
    // Set through the property: the policy forbids style attributes.
    let span = said(now, |score| {
        let (low, high) = (score.low.unwrap_or(0.0), score.high.unwrap_or(0.0));
        ["left:", &write(low), "%;width:", &write(high - low), "%"].concat()
    });
    let tick = said(now, |score| match score.value() {
        Some(value) => ["left:", &write(value), "%"].concat(),
        None => "display:none".to_owned(),
    });
    let inside = [("span", span), ("tick", tick)];
    let inside = inside.map(|(class, style)| el("span").class(class).live_prop("style", style));
    el("span")
        .class("bar")
        .attr("aria-hidden", "true")
        .each(inside)
}

/// For those who hear the page: the score of the discipline at hand, once answers rest.
fn spoken(open: Open, at_hand: Option<DisciplineId>) -> El {
    let said = RwSignal::new(String::new());
    let latest = StoredValue::new(0_u32);
    let was_open = Cell::new(false);
    effect(move || {
        open.track_any();
        let own_turn = latest.try_update_value(|n| {
            *n += 1;
            *n
        });
        // Opening the page is no news, nor is opening the desk behind it.
        if !was_open.replace(open.shell.is_open()) {
            return;
        }
        let at_hand = at_hand.clone();
        page::after(REST, move || {
            // The page may be gone by now, or another answer may have come.
            if latest.try_get_value() == own_turn {
                said.set(sentence(open, at_hand.as_ref()));
            }
        });
    });
    p("")
        .class("spoken")
        .attr("role", "status")
        .live_text(move || said.get())
}

fn sentence(open: Open, at_hand: Option<&DisciplineId>) -> String {
    let Some(card) = untrack(|| open.scorecard()) else {
        return String::new();
    };
    let mut own = card.disciplines.iter();
    let own = own.find(|s| at_hand.is_some_and(|d| d.as_str() == s.id));
    let score = own.unwrap_or(&card.overall);
    let name = words().part_name(open.questionnaire(), &score.id);
    words().spoken(name, score)
}
