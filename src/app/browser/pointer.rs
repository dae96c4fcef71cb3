//! Pointing at the marks of figures, with a mouse or with keys, and what lights up with them.

use wasm_bindgen::JsCast as _;
use web_sys::{Document, Element, KeyboardEvent};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Where an arrow key leads in a row of marks: on or back. The page does not scroll.
pub fn step_of(event: &web_sys::Event) -> Option<bool> {
    let on = match event.dyn_ref::<KeyboardEvent>()?.key().as_str() {
        "ArrowRight" | "ArrowDown" => true,
        "ArrowLeft" | "ArrowUp" => false,
        _ => return None,
    };
    event.prevent_default();
    Some(on)
}

/// Whether `event` is the key that closes things.
pub fn is_escape(event: &web_sys::Event) -> bool {
    let key = event.dyn_ref::<KeyboardEvent>();
    key.is_some_and(|key| key.key() == "Escape")
}

/// Where in its element a pointer is, in CSS pixels.
pub fn point_of(event: &web_sys::Event) -> Option<(f64, f64)> {
    let mouse = event.dyn_ref::<web_sys::MouseEvent>()?;
    // Whoever asks knows better than the page which part is meant.
    event.stop_propagation();
    Some((f64::from(mouse.offset_x()), f64::from(mouse.offset_y())))
}

/// The part that an element belongs to on which something happened.
pub fn part_of(event: &web_sys::Event) -> Option<String> {
    let element: Element = event.target()?.dyn_into().ok()?;
    part(&element)
}

fn part(element: &Element) -> Option<String> {
    let part = element.closest("[data-part]").ok()??;
    part.get_attribute("data-part")
}

/// Lights all elements of a part, and no others. Without one, that of what has the focus: a page that
/// scrolls under a resting mouse takes nothing from who uses the keyboard.
pub fn light(own: Option<&str>) {
    let own = own.map(str::to_owned);
    show(own.or_else(|| part(&document()?.active_element()?)));
}

/// Lights nothing any more.
pub fn dim() {
    show(None);
}

fn show(own: Option<String>) {
    let Some(found) = document().map(|d| d.get_elements_by_class_name("part")) else {
        return;
    };
    for element in (0..found.length()).filter_map(|at| found.item(at)) {
        let is_lit = own.is_some() && element.get_attribute("data-part") == own;
        drop(if is_lit {
            element.set_attribute("data-lit", "")
        } else {
            element.remove_attribute("data-lit")
        });
    }
}

/// Whether something happened within an element that `selector` and `id` together name. What is no
/// longer on the page is in none.
pub fn is_in(event: &web_sys::Event, selector: &str, id: &str) -> bool {
    let element: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let found = element.and_then(|e| e.closest(&[selector, id].concat()).ok());
    found.flatten().is_some()
}

/// Begins to drag something. A browser drags nothing that carries no text.
pub fn carry(event: &web_sys::Event, text: &str) {
    let drag = event.dyn_ref::<web_sys::DragEvent>();
    if let Some(data) = drag.and_then(web_sys::DragEvent::data_transfer) {
        // A browser that refuses drags nothing, and there are buttons.
        drop(data.set_data("text/plain", text));
        data.set_effect_allowed("move");
    }
}
