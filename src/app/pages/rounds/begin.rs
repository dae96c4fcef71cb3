//! A new round with its name, and a snapshot by itself.

use super::name_field::{Named, named};
use super::present::present;
use crate::app::browser::clock;
use crate::app::browser::page::focus_next;
use crate::app::components::CONFIRM;
use crate::app::markup::{El, Event, button, el, live, nothing, p};
use crate::app::shell::Open;
use crate::model::Assessment;
use crate::model::rounds::Idle;
use crate::words::words;
use leptos::prelude::*;

/// The name of the next round, and the one button that begins it. While answers are still to be
/// confirmed, that comes first.
pub fn begin(open: Open) -> AnyView {
    live(move || {
        open.track_any();
        let q = open.questionnaire();
        let made = open.with(|a| match a.idle_round() {
            Some(Idle::Nothing) => p(words().idle(Idle::Nothing)).class("notice"),
            Some(Idle::Same(_)) => el("p").attr("hidden", ""),
            None if a.carried(q).is_empty() => form(open, a, "primary"),
            None => el("details").each([
                el("summary").text(words().rounds_page().another),
                form(open, a, ""),
            ]),
        });
        made.map_or_else(nothing, El::done)
    })
}

fn form(open: Open, a: &Assessment, class: &'static str) -> El {
    let w = words();
    let closed = closing(a);
    let proposed = w.next_round(a, &closed, &clock::today());
    let said_of_closed = p(w.round_closes(&closed)).class("muted");
    let Named { name, said, field } = named("round-name", w.rounds_page().new_name, proposed);
    let start = el("button")
        .class(class)
        .attr("type", "submit")
        .live_text(move || w.start_round(&name.get()));
    let submit = move |event: Event| {
        event.prevent_default();
        let begun = name.get_untracked().trim().to_owned();
        if let Some(unfit) = open.with(|a| a.unfit(&begun, None, &closed)).flatten() {
            said.set(w.unfit(unfit, &begun));
            return;
        }
        let (new, now) = (clock::snapshot_id(), clock::rfc3339());
        let names = [closed.clone(), begun];
        open.run_made(|desk, id| desk.begin_round(id, new, names, now));
        focus_next(CONFIRM);
    };
    el("form")
        .class("card controls")
        .attr("novalidate", "")
        .on("submit", submit)
        .each([field, el("p").class("steps").child(start), said_of_closed])
}

/// The name under which the round in progress is closed: that of the snapshot that holds it already,
/// or its own.
fn closing(a: &Assessment) -> String {
    let last = a.snapshots().pop();
    let last = last.filter(|(_, s)| !s.begins_round && s.is_state_of(a));
    last.map_or_else(|| present(a), |(_, s)| s.name.clone())
}

/// A snapshot without a new round, for those who look for it.
pub fn keep(open: Open) -> El {
    let inside = live(move || {
        open.track_any();
        let idle = open.with(|a| a.idle().map(|idle| words().idle(idle)));
        match idle {
            None => nothing(),
            Some(Some(said)) => p(said).class("muted").done(),
            Some(None) => keep_form(open).done(),
        }
    });
    el("details")
        .child(el("summary").text(words().rounds_page().keep_title))
        .child(p(words().rounds_page().keep_hint).class("muted"))
        .view(inside)
}

fn keep_form(open: Open) -> El {
    let w = words();
    let proposed = open.with(|a| {
        let names = a.snapshots().into_iter().map(|(_, s)| s.name.clone());
        let names: Vec<_> = names.chain([present(a)]).collect();
        w.unused_name(&clock::today(), &names)
    });
    let Named { name, said, field } = named(
        "snapshot",
        w.rounds_page().name,
        proposed.unwrap_or_default(),
    );
    let take = button("", w.rounds_page().keep, move |_| {
        let name = name.get_untracked().trim().to_owned();
        match open.with(|a| a.unfit(&name, None, &present(a))).flatten() {
            Some(unfit) => said.set(w.unfit(unfit, &name)),
            None => {
                let (new, now) = (clock::snapshot_id(), clock::rfc3339());
                open.run_made(|desk, id| desk.keep_snapshot(id, new, name, now));
            }
        }
    });
    el("div")
        .class("controls")
        .each([field, el("p").class("steps").child(take)])
}
