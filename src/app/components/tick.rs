//! A box to tick, with its words beside it.

use crate::app::browser::page::is_checked;
use crate::app::markup::{El, Text, el};

/// The box as it stands at first; what somebody makes of it is handed on.
pub fn tick(label: &'static str, is_on: bool, give: impl Fn(bool) + 'static) -> El {
    beside(el("input"), label, is_on, give)
}

/// The same with an id, by which the focus finds it again when what is around it is drawn anew.
pub fn tick_of(id: String, label: impl Text, is_on: bool, give: impl Fn(bool) + 'static) -> El {
    beside(el("input").id(id), label, is_on, give)
}

fn beside(input: El, label: impl Text, is_on: bool, give: impl Fn(bool) + 'static) -> El {
    let input = input
        .attr("type", "checkbox")
        .on("change", move |event| give(is_checked(&event)));
    let input = if is_on {
        input.attr("checked", "")
    } else {
        input
    };
    el("label")
        .class("line")
        .each([input, el("span").text(label)])
}
