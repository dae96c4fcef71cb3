//! Texts that are copied without a field in which they stand.

use super::page::copy_selected;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, HtmlInputElement};

/// Copies a text; says whether the browser did. The focus stays where it is.
pub fn copy(text: &str) -> bool {
    copied(text).unwrap_or(false)
}

fn copied(text: &str) -> Option<bool> {
    let document = web_sys::window()?.document()?;
    let before = document.active_element();
    let field = document.create_element("input").ok()?;
    // Nothing is typed into it, so no keyboard comes up.
    field.set_attribute("readonly", "").ok()?;
    let field: HtmlInputElement = field.unchecked_into();
    field.set_value(text);
    document.body()?.append_child(&field).ok()?;
    field.select();
    let done = copy_selected();
    field.remove();
    let before = before.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    drop(before.map(|element| element.focus()));
    Some(done)
}
