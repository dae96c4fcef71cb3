//! The document: address, title, focus, panics.

use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement, Window};

// boot.js puts this on the window before it starts the wasm.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "plumblineBoot"], js_name = panicked)]
    fn panicked(message: &str);
    #[wasm_bindgen(js_namespace = ["window", "plumblineBoot"], js_name = started)]
    fn boot_started();
}

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// After a panic the page would still look alive while nothing is stored any more. boot.js covers
/// it with a plain message.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|info| panicked(&info.to_string())));
}

/// Tells boot.js that the app is up.
pub fn started() {
    boot_started();
}

/// Where the app goes.
pub fn main() -> Option<HtmlElement> {
    document()?.get_element_by_id("main")?.dyn_into().ok()
}

/// The address's fragment.
pub fn fragment() -> String {
    window()
        .and_then(|w| w.location().hash().ok())
        .unwrap_or_default()
}

/// Goes to another place in the app.
pub fn go(fragment: &str) {
    if let Some(window) = window() {
        // Setting a fragment cannot fail for an address of our own.
        drop(window.location().set_hash(fragment));
    }
}

/// Sets the page's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the element with this id and shows the page from its top.
pub fn focus_top(id: &str) {
    let element = document().and_then(|d| d.get_element_by_id(id));
    if let Some(element) = element.and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        drop(element.focus());
    }
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// What stands in the field that sent `event`.
pub fn value_of(event: &web_sys::Event) -> String {
    let field = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.map(|f| f.value()).unwrap_or_default()
}

/// Whether the reader prefers dark.
pub fn is_dark() -> bool {
    media("(prefers-color-scheme: dark)").is_some_and(|m| m.matches())
}

fn media(query: &str) -> Option<web_sys::MediaQueryList> {
    window()?.match_media(query).ok().flatten()
}

/// Calls `then` for ever after when the fragment, the theme or the width changes.
pub fn on_change(what: Change, then: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut()>::new(then);
    let function = callback.as_ref().unchecked_ref();
    let listened = match what {
        Change::Fragment => {
            window().map(|w| w.add_event_listener_with_callback("hashchange", function))
        }
        Change::Width => window().map(|w| w.add_event_listener_with_callback("resize", function)),
        Change::Theme => media("(prefers-color-scheme: dark)")
            .map(|m| m.add_event_listener_with_callback("change", function)),
    };
    drop(listened);
    // Lives as long as the page.
    callback.forget();
}

/// What to listen for.
pub enum Change {
    /// The address's fragment.
    Fragment,
    /// The window's size.
    Width,
    /// Light or dark.
    Theme,
}

/// Calls `then` before the next frame is painted.
pub fn next_frame(then: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(then);
    if let Some(window) = window() {
        drop(window.request_animation_frame(callback.unchecked_ref()));
    }
}

/// Calls `then` with the key of every record that another tab changed.
pub fn on_stored_elsewhere(mut then: impl FnMut(String) + 'static) {
    let callback =
        Closure::<dyn FnMut(web_sys::StorageEvent)>::new(move |e: web_sys::StorageEvent| {
            if let Some(text) = e.new_value() {
                then(text);
            }
        });
    if let Some(window) = window() {
        drop(window.add_event_listener_with_callback("storage", callback.as_ref().unchecked_ref()));
    }
    callback.forget();
}
