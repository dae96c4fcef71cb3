//! A field with its label and a hint.

use crate::app::markup::{El, el};

/// The id of the field with this label.
pub fn field_id(of: &str, label: &str) -> String {
    format!("{of}-{}", label.to_ascii_lowercase())
}

/// A label, a hint and the field that they belong to.
pub fn labelled(of: &str, label: &'static str, hint: &'static str, input: El) -> El {
    let id = field_id(of, label);
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
