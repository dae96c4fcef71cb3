//! What there is to try on a page, in the sample alone, until somebody closes it.

use crate::app::browser::page::focus_next;
use crate::app::browser::settings::Setting;
use crate::app::markup::{button, el, live, nothing, p};
use crate::catalog::sample::is_sample;
use crate::model::AssessmentId;
use crate::words::{Hint, words};
use leptos::prelude::*;

/// The hint of a page of an assessment, if that is of the sample.
pub fn hint_of(id: &AssessmentId, which: Hint) -> AnyView {
    if is_sample(id) {
        hint(which)
    } else {
        nothing()
    }
}

/// A hint. Once it is closed, it is so for good, whatever the browser keeps of it.
pub fn hint(which: Hint) -> AnyView {
    let setting = Setting::Hint(which);
    let is_open = RwSignal::new(setting.is_on());
    live(move || {
        if !is_open.get() {
            return nothing();
        }
        let w = words();
        let close = button("quiet", w.hint_close(), move |_| {
            setting.set(false);
            is_open.set(false);
            // The button that had the focus is gone.
            focus_next("title");
        });
        el("aside")
            .class("notice hint")
            // Within the page's main part, it is no landmark of its own.
            .attr("role", "note")
            .attr("aria-label", w.hint_title())
            .child(p(w.hint(which)))
            .child(close)
            .done()
    })
}

/// Brings the closed hints back; nothing where none is closed.
pub fn hints_again() -> AnyView {
    let closed = || Hint::ALL.map(Setting::Hint).into_iter();
    if closed().all(Setting::is_on) {
        return nothing();
    }
    let is_done = RwSignal::new(false);
    live(move || {
        let w = words();
        let again = button("", w.hints_again(), move |_| {
            closed().for_each(|hint| hint.set(true));
            is_done.set(true);
        });
        let parts = if is_done.get() {
            el("span").text(w.hints_shown())
        } else {
            again
        };
        el("p")
            .class("steps")
            .attr("role", "status")
            .child(parts)
            .done()
    })
}
