//! One row a round, the present one first: where it stood, and how that moved.

use super::name_field::{Named, named};
use super::present::present;
use crate::app::browser::clock;
use crate::app::browser::page::{focus, focus_next};
use crate::app::components::{UNDO, strip};
use crate::app::markup::{El, Event, button, el, link};
use crate::app::shell::Open;
use crate::figure::Strip;
use crate::figure::strip::moved;
use crate::model::text::isolated;
use crate::model::{Assessment, SnapshotId};
use crate::route::{Route, StateRef};
use crate::scoring::{Score, score};
use crate::words::words;
use leptos::prelude::*;

/// Which round is being named: a snapshot, or, without one, the one in progress.
pub type Naming = Option<Option<SnapshotId>>;

/// A round as its row shows it.
struct Round<'a> {
    /// Its snapshot. The one in progress has none.
    id: Option<SnapshotId>,
    name: String,
    state: &'a Assessment,
    overall: Score,
}

/// The rows.
pub fn timeline(
    open: Open,
    a: &Assessment,
    naming: RwSignal<Naming>,
    now: Option<&Option<SnapshotId>>,
) -> El {
    let q = open.questionnaire();
    let kept = a.snapshots().into_iter();
    let kept = kept.map(|(id, s)| (Some(id.clone()), s.name.clone(), &s.state));
    let all = kept.chain([(None, present(a), a)]);
    let all = all.map(|(id, name, state)| Round {
        id,
        name,
        state,
        overall: score(q, state).overall,
    });
    let all: Vec<_> = all.collect();
    let rows = all.iter().enumerate().rev().map(|(at, round)| {
        let before = at.checked_sub(1).map(|at| &all[at]);
        let row = row(open, a, round, before);
        if now == Some(&round.id) {
            row.child(rename(open, round, naming))
        } else {
            row.child(ways(open, a, round, naming))
        }
    });
    let rows: Vec<_> = rows.collect();
    el("section").each([
        el("h2").text(words().rounds_page().timeline),
        el("ul").class("timeline").each(rows),
    ])
}

/// Name, day, strip, value, and how it moved against the round before.
fn row(open: Open, a: &Assessment, round: &Round, before: Option<&Round>) -> El {
    let (w, q) = (words(), open.questionnaire());
    let snapshot = round.id.as_ref().and_then(|id| a.snapshots.get(id));
    let taken = snapshot.and_then(|field| Some(clock::day_and_time(&field.value.as_ref()?.taken)));
    let day = taken.unwrap_or_else(|| w.rounds_page().in_progress.to_owned());
    let facts = [day, w.done(round.state.progress(q, |_| true))];
    let facts = facts.map(|fact| el("span").text(fact));
    let moved = before.and_then(|b| {
        let by = moved(round.overall.reading, b.overall.value())?;
        Some(w.since(by, &isolated(&b.name)))
    });
    let name = el("h3").child(el("bdi").text(round.name.clone()));
    let value = w.value_of(&round.overall);
    el("li")
        .child(el("div").each([name, el("p").class("muted facts").each(facts)]))
        .each(Strip::of(&round.overall).as_ref().map(strip))
        .child(
            el("p")
                .child(el("span").class("spoken").text(format!("{}: ", w.overall)))
                .child(el("strong").text(value))
                .each(moved.map(|moved| el("span").class("muted").text(moved))),
        )
}

/// What can be done with a round.
fn ways(open: Open, a: &Assessment, round: &Round, naming: RwSignal<Naming>) -> El {
    let w = words();
    let label = |verb: &str| format!("{verb}: {}", isolated(&round.name));
    let own = round.id.clone();
    let rename = button("quiet", w.rounds_page().rename, move |_| {
        naming.set(Some(own.clone()));
        focus_next("round-rename");
    });
    let rename = rename.attr("aria-label", label(w.rounds_page().rename));
    let ways = el("p").class("steps");
    let Some(id) = round.id.clone() else {
        return ways.child(rename);
    };
    let from = StateRef {
        assessment: a.id.clone(),
        snapshot: Some(id.clone()),
    };
    let compare = Route::Compare(from, StateRef::now(&a.id));
    let compare = link(&compare, w.rounds_page().with_today)
        .attr("aria-label", label(w.rounds_page().with_today));
    let remove = button("quiet", w.remove, move |_| {
        open.run_made(|desk, own| desk.remove_snapshot(own, &id));
        focus_next(UNDO);
    });
    ways.each([compare, rename, remove.attr("aria-label", label(w.remove))])
}

fn rename(open: Open, round: &Round, naming: RwSignal<Naming>) -> El {
    let w = words();
    let id = round.id.clone();
    let Named { name, said, field } =
        named("round-rename", w.rounds_page().name, round.name.clone());
    let save = el("button")
        .attr("type", "submit")
        .text(w.rounds_page().save_name);
    let submit = move |event: Event| {
        event.prevent_default();
        let name = name.get_untracked().trim().to_owned();
        let unfit = open.with(|a| {
            let beside = id.as_ref().map(|_| present(a)).unwrap_or_default();
            a.unfit(&name, id.as_ref(), &beside)
        });
        if let Some(unfit) = unfit.flatten() {
            said.set(w.unfit(unfit, &name));
            focus("round-rename");
            return;
        }
        naming.set(None);
        open.run_made(|desk, own| desk.name_round(own, id.as_ref(), name));
        focus_next("title");
    };
    let cancel = button("quiet", w.rounds_page().cancel, move |_| {
        naming.set(None);
        focus_next("title");
    });
    el("form")
        .class("controls")
        .attr("novalidate", "")
        .on("submit", submit)
        .each([field, el("p").class("steps").each([save, cancel])])
}
