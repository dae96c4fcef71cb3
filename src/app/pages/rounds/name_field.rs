//! The field in which a round gets its name.

use crate::app::browser::page::value_of;
use crate::app::markup::{El, el};
use crate::model::validate::MAX_NAME;
use leptos::prelude::*;

/// A field for a name, what it holds, and what was said against it.
pub struct Named {
    pub name: RwSignal<String>,
    pub said: RwSignal<String>,
    pub field: El,
}

/// A field for a name, with what speaks against it right under it.
pub fn named(id: &'static str, label: &'static str, proposed: String) -> Named {
    let (name, said) = (
        RwSignal::new(proposed.clone()),
        RwSignal::new(String::new()),
    );
    let problem = [id, "-problem"].concat();
    let input = el("input")
        .id(id)
        .attr("type", "text")
        .attr("maxlength", MAX_NAME.to_string())
        .attr("autocomplete", "off")
        .attr("value", proposed)
        .attr("aria-describedby", problem.clone())
        .live_attr("aria-invalid", move || {
            (!said.with(String::is_empty)).then(|| "true".to_owned())
        })
        .on("input", move |event| {
            name.set(value_of(&event));
            said.set(String::new());
        });
    let field = el("div").class("field").each([
        el("label").attr("for", id).text(label),
        input,
        el("p")
            .id(problem)
            .live_attr("class", move || {
                (!said.with(String::is_empty)).then(|| "problem".to_owned())
            })
            .attr("role", "alert")
            .live_text(move || said.get()),
    ]);
    Named { name, said, field }
}
