//! The facilitator's page: set a workshop up, collect ballots, discuss, finish.

mod change;
mod collect;
mod discuss;
mod panel;
mod scan;
mod set_up;
mod set_ups;
mod sounds;
mod take;
mod timer;
mod ways;

pub use collect::invitation_link;
pub use panel::in_words;
pub use set_up::propose;
pub use timer::timer;

use crate::app::components::{assessment_nav, table_block};
use crate::app::markup::{El, all, details, el, heading, live, p};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::model::{Assessment, Phase, WorkshopId};
use crate::report::workshop::{in_words as said_in_words, spread, table, tallies};
use crate::words::session_words;
use crate::words::words;
use leptos::prelude::*;

/// The page.
pub fn workshop(open: Open) -> AnyView {
    let w = words();
    set_title_of(open, w.workshop);
    // Built anew only when the workshop begins, is revealed or ends, so that nobody loses a field
    // while typing.
    let stage = Memo::new(move |_| {
        let open = open.open_workshop();
        open.map(|(workshop, w)| (workshop, w.phase))
    });
    let shown = live(move || match stage.get() {
        None => set_up::set_up(open),
        Some((workshop, Phase::Collecting)) => collect::collect(open, workshop),
        Some((workshop, _)) => discuss::discuss(open, workshop),
    });
    let earlier = live(move || {
        open.track_any();
        let past = open.with(|a| past(open, a));
        all(past.unwrap_or_default().into_iter().map(El::done).collect())
    });
    all(vec![
        assessment_nav(open),
        heading(w.workshop).done(),
        stepper(stage).done(),
        shown,
        earlier,
    ])
}

/// How far the workshop is.
fn stepper(stage: Memo<Option<(&'static WorkshopId, Phase)>>) -> El {
    let s = session_words();
    let names = [
        s.stage_set_up,
        s.stage_collect,
        s.stage_discuss,
        s.stage_done,
    ];
    let at = move || match stage.get() {
        None => 0,
        Some((_, Phase::Collecting)) => 1,
        Some((_, Phase::Discussing)) => 2,
        Some((_, Phase::Finished)) => 3,
    };
    let stages = names.into_iter().enumerate().map(|(n, name)| {
        el("li")
            .live_attr("aria-current", move || {
                (at() == n).then(|| "step".to_owned())
            })
            .text(name)
    });
    let list = el("ol").class("stepper").attr("aria-label", s.stages);
    list.each(stages)
}

/// What the workshops that are over came to, the latest first.
fn past(open: Open, a: &Assessment) -> Vec<El> {
    let (w, s, q) = (words(), session_words(), open.questionnaire());
    let mut shown = Vec::new();
    for (id, held) in a.workshops().into_iter().rev() {
        if held.phase != Phase::Finished {
            continue;
        }
        if shown.is_empty() {
            shown.push(el("h2").text(s.earlier));
        }
        let all = tallies(q, a, id, held);
        let day: String = held.began.chars().take(10).collect();
        // Of the latest one alone somebody may still have a code to hand in.
        let late = (shown.len() == 1 && !open.is_read_only()).then(|| {
            let id = open.workshop_id(id);
            let hint = p(s.finished_late_hint).class("muted");
            details(s.finished_late).each([hint, collect::paste(open, id)])
        });
        shown.push(
            el("details")
                .child(el("summary").text(w.workshop_on(&held.title, &day)))
                .child(p(w.took_part(held.people, &held.names)))
                .each(spread(q, a, &all).map(p))
                .child(table_block(&table(q, a, id, held)))
                .each(said_in_words(q, a, id, held).map(|said| table_block(&said)))
                .each(late),
        );
    }
    shown
}
