//! What can be changed of a workshop that has begun.

use super::set_up::{PEOPLE, SHOWN_FROM, practices};
use super::sounds::Sounds;
use crate::app::browser::clock;
use crate::app::components::{Whole, labelled_whole, tick};
use crate::app::markup::{El, details, el, live, nothing, p};
use crate::app::shell::Open;
use crate::desk::{Desk, Transaction};
use crate::model::{AssessmentId, Phase, Workshop, WorkshopId};
use crate::report::workshop::minutes_left;
use crate::words::session_words;
use leptos::prelude::*;
use std::sync::Arc;

/// What a number changes.
type Steer = fn(&Desk, &AssessmentId, &WorkshopId, u32) -> Option<Transaction>;
/// A field's unit and its range.
type Field = (&'static str, [u32; 2]);
const MINUTES: Field = ("min", [1, 600]);

/// Time, people, roles, names, and what the room talks about.
pub fn change(open: Open, workshop: &'static WorkshopId, sounds: Sounds) -> El {
    let s = session_words();
    let held = open.look_at(workshop, Workshop::clone).unwrap_or_default();
    let number = |id: &str, label: &str, (unit, range): Field, now: u64, steer: Steer| {
        let whole = Whole {
            unit,
            range,
            usual: None,
            hint: "",
        };
        let give = move |number: Option<u32>| {
            if let Some(number) = number {
                open.run_made(|desk, id| steer(desk, id, workshop, number));
            }
        };
        labelled_whole(id, label, whole, now.to_string(), Box::new(give))
    };
    let (label, left) = match held.phase {
        Phase::Collecting => (s.minutes, held.minutes.into()),
        _ => (s.time_all, minutes_left(&held, clock::millis())),
    };
    let (people, least) = ((PEOPLE.0, PEOPLE.1), (SHOWN_FROM.0, SHOWN_FROM.1));
    let numbers = [
        number("minutes-left", label, MINUTES, left, |desk, id, w, left| {
            desk.give_time(id, w, left, clock::millis())
        }),
        number(
            "minutes-each",
            s.each,
            MINUTES,
            held.each.into(),
            |desk, id, w, n| desk.steer(id, w, |w| w.each = n),
        ),
        number(
            "expected",
            s.expected,
            people,
            held.expected.into(),
            |desk, id, w, n| desk.steer(id, w, |w| w.expected = n),
        ),
        number(
            "least",
            s.least,
            least,
            held.least.into(),
            |desk, id, w, n| desk.steer(id, w, |w| w.least = n),
        ),
    ];
    details(s.change).each([
        el("div").class("sum").each(numbers),
        asks(open, workshop, s.asks_role, held.asks_role, |w| {
            &mut w.asks_role
        }),
        asks(open, workshop, s.asks_name, held.asks_name, |w| {
            &mut w.asks_name
        }),
        p(s.asks_changed_hint).class("muted"),
        sounds.tick(s.sound),
        agenda(open, workshop),
    ])
}

fn asks(
    open: Open,
    workshop: &'static WorkshopId,
    label: &'static str,
    is_on: bool,
    part: fn(&mut Workshop) -> &mut bool,
) -> El {
    tick(label, is_on, move |on| {
        open.run_made(|desk, id| desk.steer(id, workshop, |w| *part(w) = on));
    })
}

/// A box a practice, built when somebody opens the list.
fn agenda(open: Open, workshop: &'static WorkshopId) -> El {
    let s = session_words();
    let is_open = RwSignal::new(false);
    let boxes = live(move || {
        if !is_open.get() {
            return nothing();
        }
        let read = move |practice: &'static _| {
            open.track_any();
            open.look_at(workshop, |w| w.talks_of(practice)) == Some(true)
        };
        let give = move |practice: &'static _, does| {
            open.run_made(|desk, id| desk.talk_of(id, workshop, practice, does, clock::millis()));
        };
        practices(open, Arc::new(read), Arc::new(give)).done()
    });
    details(s.talk_of)
        .on("toggle", move |_| is_open.set(true))
        .each([p(s.talk_of_hint).class("muted"), el("div").view(boxes)])
}
