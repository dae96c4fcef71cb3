//! The keys, and the switch that turns them off.

use super::ids::HELP;
use crate::app::browser::{page::is_checked, settings::Setting};
use crate::app::markup::{El, details, el};
use crate::words::words;

/// Unfolded by `?`.
pub fn key_help() -> El {
    let w = words();
    let keys = [
        ("1 2 3 4 5", w.keys_levels),
        ("b", w.keys_between),
        ("d", w.keys_dont_know),
        ("n", w.keys_not_applicable),
        ("c", w.keys_clear),
        ("y", w.keys_confirm),
        ("j k", w.keys_step),
        ("] [", w.keys_dimension),
        ("/", w.keys_find),
        ("u U", w.keys_undo),
        ("?", w.keys_help),
    ];
    let rows = keys.map(|(keys, text)| {
        let names = keys.split(' ').map(|key| el("kbd").text(key));
        el("div").each([el("dt").each(names), el("dd").text(text)])
    });
    let switch = el("input")
        .attr("type", "checkbox")
        .on("change", |event| Setting::Keys.set(is_checked(&event)));
    let switch = if Setting::Keys.is_on() {
        switch.attr("checked", "")
    } else {
        switch
    };
    details(w.keys_title)
        .id(HELP)
        .child(el("dl").class("keys").each(rows))
        .child(el("label").class("line").child(switch).text(w.keys_on))
}
