//! A field with its label and a hint.

use crate::app::markup::{El, el};

/// A label, a hint and the field with this id that they belong to.
pub fn labelled(id: String, label: &'static str, hint: &'static str, input: El) -> El {
    let hint_id = format!("{id}-hint");
    let input = input
        .attr("aria-describedby", hint_id.clone())
        .id(id.clone());
    el("p").class("field").each([
        el("label").attr("for", id).text(label),
        el("span").class("muted").id(hint_id).text(hint),
        input,
    ])
}
