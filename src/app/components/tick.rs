//! A box to tick, with its words beside it.

use crate::app::browser::page::is_checked;
use crate::app::markup::{El, el};

/// The box as it stands at first; what somebody makes of it is handed on.
pub fn tick(label: &'static str, is_on: bool, give: impl Fn(bool) + 'static) -> El {
    let input = el("input")
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
