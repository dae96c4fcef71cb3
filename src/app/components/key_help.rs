//! The keys, and the switches of what goes by itself.

use super::ids::{HELP, HELP_BUTTON};
use crate::app::browser::{page::is_checked, settings::Setting};
use crate::app::markup::{El, el};
use crate::words::words;
use leptos::prelude::*;

/// Opened by `?` and by the button for it; the browser closes it on Escape.
pub fn key_help() -> AnyView {
    let w = words();
    let keys = [
        ("1 2 3 4 5", w.keys_levels),
        ("Enter j", w.keys_next),
        ("k", w.keys_back),
        ("b", w.keys_between),
        ("d", w.keys_dont_know),
        ("x", w.keys_not_applicable),
        ("c", w.keys_clear),
        ("y", w.keys_confirm),
        ("] [", w.keys_dimension),
        ("/", w.keys_find),
        ("u U", w.keys_undo),
        ("?", w.keys_help),
    ];
    let rows = keys.map(|(keys, text)| {
        let names = keys.split(' ').map(|key| el("kbd").text(key));
        el("div").each([el("dt").each(names), el("dd").text(text)])
    });
    el("div")
        .id(HELP)
        .class("keys-dialog")
        .attr("popover", "")
        .attr("role", "dialog")
        .attr("aria-label", w.keys_title)
        .child(el("h2").text(w.keys_title))
        .child(el("dl").class("keys").each(rows))
        .child(switch(Setting::Keys, w.keys_on))
        .child(advance_switch())
        .done()
}

/// The button that opens the list of the keys.
pub fn keys_button() -> El {
    el("button")
        .attr("type", "button")
        .class("quiet keys-button")
        .id(HELP_BUTTON)
        .attr("popovertarget", HELP)
        .text(words().keys_title)
        .text(" ")
        .child(el("kbd").text("?"))
}

/// Whether the next question comes by itself. In the list of the keys where there are some, and else
/// beside the question.
pub fn advance_switch() -> El {
    switch(Setting::Advance, words().advance).class("line advance")
}

/// A setting, to turn on and off.
fn switch(setting: Setting, text: &'static str) -> El {
    let input = el("input")
        .attr("type", "checkbox")
        .on("change", move |event| setting.set(is_checked(&event)));
    let input = if setting.is_on() {
        input.attr("checked", "")
    } else {
        input
    };
    el("label").class("line").child(input).text(text)
}
