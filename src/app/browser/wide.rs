//! What may be wider than its place, and then scrolls by itself.

use super::js::{self, Js};
use super::timers::next_frame;
use std::cell::{Cell, OnceCell};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlCollection, window};

thread_local! {
    /// Says when one of them has another size: at first, in another window, and when its fold is opened.
    static SIZES: OnceCell<Js> = const { OnceCell::new() };
    /// Whether the next frame looks for new ones.
    static IS_NEXT: Cell<bool> = const { Cell::new(false) };
}

/// From the next frame on, each element of the class `scroll` is a stop for the keyboard as long as it is wider than
/// its place. Its name stands in `data-name`.
pub fn watch() {
    if !IS_NEXT.replace(true) {
        next_frame(|| {
            IS_NEXT.set(false);
            SIZES.with(|sizes| {
                let sizes = sizes.get_or_init(observer);
                for element in all() {
                    drop(js::call(sizes, "observe", &[element.into()]));
                }
            });
        });
    }
}

fn observer() -> Js {
    let heard = Closure::<dyn FnMut()>::new(mark).into_js_value();
    js::new("ResizeObserver", &[heard]).unwrap_or(Js::UNDEFINED)
}

fn all() -> impl Iterator<Item = Element> {
    let found = window().and_then(|w| w.document());
    let found: Option<HtmlCollection> = found.map(|d| d.get_elements_by_class_name("scroll"));
    let count = found.as_ref().map_or(0, HtmlCollection::length);
    (0..count).filter_map(move |at| found.as_ref()?.item(at))
}

/// All are looked at before any is changed: a browser that is asked in between lays the page out anew.
fn mark() {
    // What is in a closed fold cannot be reached, and is laid out for nobody else.
    let is_shown = |element: &Element| matches!(element.closest("details:not([open])"), Ok(None));
    let shown = all().filter(is_shown);
    let shown: Vec<_> = shown
        .map(|element| (element.scroll_width() > element.client_width(), element))
        .collect();
    for (is_wide, element) in shown {
        // One without is always a stop, and has another name.
        let Some(name) = element.get_attribute("data-name") else {
            continue;
        };
        for (attribute, value) in [("tabindex", "0"), ("role", "region"), ("aria-label", &name)] {
            drop(if is_wide {
                element.set_attribute(attribute, value)
            } else {
                element.remove_attribute(attribute)
            });
        }
    }
}
