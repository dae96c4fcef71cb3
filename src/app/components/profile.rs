//! The live profile: value, interval and coverage of each discipline, and of the dimensions of the
//! one at hand.

use super::score_table::{Parts, explained_at};
use crate::app::browser::page;
use crate::app::markup::{El, all, effect, el, link, live, p};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::model::decimal::write;
use crate::model::{AssessmentId, DisciplineId, Questionnaire};
use crate::route::Route;
use crate::scoring::{PartRef, Reading, Score, Scorecard};
use leptos::prelude::*;

/// How long answers must rest before the score is read aloud, in milliseconds.
const REST: i32 = 1500;

/// Fills in as answers come. Beside the questions where there is room, else folded at the foot of
/// the screen.
pub fn profile(workspace: Workspace, id: &AssessmentId, at_hand: Option<DisciplineId>) -> El {
    let questionnaire = workspace.questionnaire();
    let (own, part) = (id.clone(), at_hand.clone());
    let rows = move || {
        let Some(card) = workspace.scorecard(&own) else {
            return all(Vec::new());
        };
        all(rows(&own, questionnaire, &card, part.as_ref())
            .into_iter()
            .map(El::done)
            .collect())
    };
    let fold = el("details")
        .class("profile")
        .child(el("summary").text(words().profile))
        .child(el("dl").view(live(rows)));
    let fold = if page::is_wide() {
        fold.attr("open", "")
    } else {
        fold
    };
    el("aside")
        .class("aside")
        .attr("aria-label", words().profile)
        .child(fold)
        .child(spoken(workspace, id, at_hand))
}

fn rows(
    id: &AssessmentId,
    q: &'static Questionnaire,
    card: &Scorecard,
    at_hand: Option<&DisciplineId>,
) -> Vec<El> {
    let mut rows = Vec::new();
    for score in &card.disciplines {
        rows.push(row(id, q, score));
        let dimensions = q.dimensions.iter().filter(|d| {
            at_hand == Some(&d.discipline) && d.discipline.as_str() == score.id.as_str()
        });
        for dimension in dimensions {
            let mut of = card.dimensions.iter();
            let score = of.find(|s| s.id == dimension.id.as_str());
            rows.extend(score.map(|s| small_row(id, &dimension.title, s)));
        }
    }
    rows.push(row(id, q, &card.overall));
    rows
}

fn row(id: &AssessmentId, q: &'static Questionnaire, score: &Score) -> El {
    let w = words();
    let name = w.part_name(q, &score.id);
    let is_value = matches!(score.reading(), Reading::Value(_));
    let class = if is_value { "reading" } else { "reading word" };
    let reading = el("strong").class(class);
    let reading = match explained_at(id, Parts::Disciplines, &score.id) {
        Some(route) => reading.child(why(&route, name, score)),
        None => reading.text(w.reading(score)),
    };
    let more = el("span")
        .class("muted")
        .text(w.interval_and_coverage(score));
    el("div")
        .class(format!("row {}", score.id))
        .child(el("dt").text(name))
        .child(el("dd").each([reading, bar(score), more]))
}

/// A dimension in one line: its name, its value, what is still possible.
fn small_row(id: &AssessmentId, title: &'static str, score: &Score) -> El {
    let dimension = score.id.clone().try_into().ok();
    let route = dimension.map(|d| Route::Why(id.clone(), PartRef::Dimension(d)));
    let reading = route.map(|route| why(&route, title, score));
    // A settled interval is the value once more.
    let interval = (score.low < score.high).then(|| {
        let span = el("span").class("muted");
        span.text(words().interval(score))
    });
    el("div")
        .class("row small")
        .child(el("dt").text(title))
        .child(el("dd").each(reading).text(" ").each(interval))
}

fn why(route: &Route, name: &str, score: &Score) -> El {
    let reading = words().reading(score);
    let label = words().why_of(name, &reading);
    link(route, reading).attr("aria-label", label)
}

/// For those who hear the page: the score of the discipline at hand, once answers rest.
fn spoken(workspace: Workspace, id: &AssessmentId, at_hand: Option<DisciplineId>) -> El {
    let said = RwSignal::new(String::new());
    let latest = StoredValue::new(0_u32);
    let own = id.clone();
    effect(move || {
        workspace.track_any();
        let own_turn = latest.try_update_value(|n| {
            *n += 1;
            *n
        });
        // Opening the page is no news.
        if own_turn == Some(1) {
            return;
        }
        let (own, at_hand) = (own.clone(), at_hand.clone());
        page::after(REST, move || {
            // The page may be gone by now, or another answer may have come.
            if latest.try_get_value() == own_turn {
                said.set(sentence(workspace, &own, at_hand.as_ref()));
            }
        });
    });
    p("")
        .class("spoken")
        .attr("role", "status")
        .live_text(move || said.get())
}

fn sentence(workspace: Workspace, id: &AssessmentId, at_hand: Option<&DisciplineId>) -> String {
    let Some(card) = untrack(|| workspace.scorecard(id)) else {
        return String::new();
    };
    let mut own = card.disciplines.iter();
    let own = own.find(|s| at_hand.is_some_and(|d| d.as_str() == s.id));
    let score = own.unwrap_or(&card.overall);
    let name = words().part_name(workspace.questionnaire(), &score.id);
    words().spoken(name, score)
}

/// The interval as a pale bar, the value as a tick. The numbers stand beside it.
fn bar(score: &Score) -> El {
    let (low, high) = (score.low.unwrap_or(0.0), score.high.unwrap_or(0.0));
    // Set through the property: the policy forbids style attributes.
    let span = format!("left:{}%;width:{}%", write(low), write(high - low));
    let bar = el("span").class("bar").attr("aria-hidden", "true");
    let bar = bar.child(
        el("span")
            .class("span")
            .live_prop("style", move || span.clone()),
    );
    match score.reading() {
        Reading::Value(value) => bar.child(
            el("span")
                .class("tick")
                .live_prop("style", move || format!("left:{}%", write(value))),
        ),
        _ => bar,
    }
}
