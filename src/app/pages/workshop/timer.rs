//! The clock of the practice on the table.

use crate::app::browser::settings::Setting;
use crate::app::browser::{clock, page, sound};
use crate::app::markup::{El, button, el};
use crate::app::shell::Open;
use crate::model::WorkshopId;
use crate::words::{session_words, words};
use leptos::prelude::*;
use std::cell::Cell;

/// What is heard when the time is over, in hertz.
const OVER: f64 = 528.0;

/// How long there is for this practice; with `controls`, the ways to stop it and to have more.
pub fn timer(open: Open, workshop: &'static WorkshopId, controls: bool) -> El {
    let s = session_words();
    let left_at = move |now: u64| open.look_at(workshop, |w| w.left(w.until, now)).flatten();
    let seconds = RwSignal::new(clock::millis());
    let was_over = Cell::new(left_at(clock::millis()) == Some(0));
    let handle = page::every_second(move || {
        let now = clock::millis();
        seconds.set(now);
        let is_over = left_at(now) == Some(0);
        let was_over = was_over.replace(is_over);
        if is_over && !was_over && controls && Setting::Sound.is_on() {
            sound::play(OVER);
        }
    });
    on_cleanup(move || page::stop(handle));
    let left = Memo::new(move |_| {
        open.track_any();
        left_at(seconds.get())
    });
    let shown = move || left.get().map(|l| words().time_left(l)).unwrap_or_default();
    let over = move || {
        let is_over = left.get() == Some(0);
        if is_over { s.time_over } else { "" }.to_owned()
    };
    let parts = [
        el("span").attr("role", "timer").live_text(shown),
        el("span").attr("role", "status").live_text(over),
    ];
    let controls = controls.then(|| [stops(open, workshop), more(open, workshop)]);
    el("p")
        .class("timer")
        .each(parts)
        .each(controls.into_iter().flatten())
}

/// Stops the clocks, and starts them again.
fn stops(open: Open, workshop: &'static WorkshopId) -> El {
    let stands = Memo::new(move |_| {
        open.track_any();
        open.look_at(workshop, |w| w.paused.is_some()) == Some(true)
    });
    let text = move || {
        let s = session_words();
        if stands.get() { s.go_on } else { s.pause }.to_owned()
    };
    el("button")
        .attr("type", "button")
        .on("click", move |_| {
            sound::prepare();
            let (stop, now) = (!stands.get_untracked(), clock::millis());
            open.run_made(|desk, id| desk.pause(id, workshop, stop, now));
        })
        .live_text(text)
}

fn more(open: Open, workshop: &'static WorkshopId) -> El {
    button("quiet", session_words().more_time, move |_| {
        open.run_made(|desk, id| desk.give_minute(id, workshop, clock::millis()));
    })
}
