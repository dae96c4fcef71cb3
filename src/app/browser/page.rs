//! The document: address, title, focus.

pub use super::timers::{after, next_frame, soon};

use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlElement, KeyboardEvent, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
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

/// Changes the address without going anywhere.
pub fn replace_fragment(fragment: &str) {
    let history = window().and_then(|w| w.history().ok());
    // A browser that refuses shows the old address, which is no harm.
    drop(history.map(|h| h.replace_state_with_url(&JsValue::NULL, "", Some(fragment))));
}

/// The whole address of a place in the app, without what a message put behind the page's own.
pub fn link_to(fragment: &str) -> String {
    let href = window().and_then(|w| w.location().href().ok());
    let href = href.unwrap_or_default();
    href.split(['?', '#']).next().unwrap_or_default().to_owned() + fragment
}

/// Selects what is in the field with this id and copies it; says whether the browser did.
pub fn copy_field(id: &str) -> bool {
    let Some(document) = document() else {
        return false;
    };
    let field = document.get_element_by_id(id);
    if let Some(field) = field.and_then(|f| f.dyn_into::<web_sys::HtmlInputElement>().ok()) {
        field.select();
    }
    copy_selected()
}

/// Copies what is selected; says whether the browser did.
pub fn copy_selected() -> bool {
    let document = document().map(|found| found.unchecked_into::<web_sys::HtmlDocument>());
    document.is_some_and(|document| document.exec_command("copy") == Ok(true))
}

/// Opens the browser's own print dialog.
pub fn print() {
    if let Some(window) = window() {
        drop(window.print());
    }
}

/// An SVG document as the address of a picture. As a picture it runs nothing and fetches nothing.
pub fn picture_of(svg: &str) -> String {
    let text: String = js_sys::encode_uri_component(svg).into();
    format!("data:image/svg+xml,{text}")
}

/// Marks the page as a whole with an attribute, or takes that off.
pub fn mark_whole(attribute: &str, value: Option<&str>) {
    let root = web_sys::window().and_then(|w| w.document()?.document_element());
    let Some(root) = root else { return };
    // Neither can fail: the name is a plain one.
    let _ = match value {
        Some(value) => root.set_attribute(attribute, value),
        None => root.remove_attribute(attribute),
    };
}

/// Sets the page's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves the focus to the element with this id and shows the page from its top.
pub fn focus_top(id: &str) {
    drop(focused(id));
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// What stands in the field that sent `event`.
pub fn value_of(event: &web_sys::Event) -> String {
    // Text fields, text areas and selects all have it; nothing else sends us such events.
    let value = event
        .target()
        .and_then(|t| js_sys::Reflect::get(&t, &JsValue::from_str("value")).ok());
    value.and_then(|v| v.as_string()).unwrap_or_default()
}

/// Which way an arrow key in a field counts: up is 1, down is -1. The caret stays.
pub fn arrow_of(event: &web_sys::Event) -> Option<i32> {
    let by = match event.dyn_ref::<KeyboardEvent>()?.key().as_str() {
        "ArrowUp" => 1,
        "ArrowDown" => -1,
        _ => return None,
    };
    event.prevent_default();
    Some(by)
}

/// Whether the box that sent `event` is checked.
pub fn is_checked(event: &web_sys::Event) -> bool {
    let field = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::HtmlInputElement>().ok());
    field.is_some_and(|f| f.checked())
}

/// Calls `then` on every later change of the fragment, the theme or the width. It is never taken back.
pub fn on_change(what: Change, then: impl FnMut() + 'static) {
    let callback = Closure::<dyn FnMut()>::new(then);
    let function = callback.as_ref().unchecked_ref();
    let listened = match what {
        Change::Fragment => {
            window().map(|w| w.add_event_listener_with_callback("hashchange", function))
        }
        Change::Width => window().map(|w| w.add_event_listener_with_callback("resize", function)),
        Change::Shown => {
            document().map(|d| d.add_event_listener_with_callback("visibilitychange", function))
        }
        Change::Theme => super::looks::media("(prefers-color-scheme: dark)")
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
    /// Whether the page is seen.
    Shown,
}

/// Calls `then` with the key and the text of every record that another tab wrote, and with the key
/// alone of those that it removed.
pub fn on_stored_elsewhere(mut then: impl FnMut(String, Option<String>) + 'static) {
    let callback =
        Closure::<dyn FnMut(web_sys::StorageEvent)>::new(move |e: web_sys::StorageEvent| {
            if let Some(key) = e.key() {
                then(key, e.new_value());
            }
        });
    if let Some(window) = window() {
        drop(window.add_event_listener_with_callback("storage", callback.as_ref().unchecked_ref()));
    }
    callback.forget();
}

/// A key that was pressed.
pub struct Key {
    /// What it types or is called, e.g. `b`, `?`, `Escape`.
    pub name: String,
    /// Whether Ctrl, or Cmd on a Mac, is held.
    pub is_command: bool,
    /// Whether Shift is held.
    pub is_shift: bool,
}

/// Calls `then` with every key pressed outside fields in which one types. A key that it takes does
/// nothing else.
pub fn on_key(mut then: impl FnMut(&Key) -> bool + 'static) {
    let callback = Closure::<dyn FnMut(KeyboardEvent)>::new(move |e: KeyboardEvent| {
        if e.alt_key() || e.is_composing() || is_typed_into(&e) {
            return;
        }
        let key = Key {
            name: e.key(),
            is_command: e.ctrl_key() || e.meta_key(),
            is_shift: e.shift_key(),
        };
        if then(&key) {
            e.prevent_default();
        }
    });
    if let Some(window) = window() {
        drop(window.add_event_listener_with_callback("keydown", callback.as_ref().unchecked_ref()));
    }
    callback.forget();
}

/// The letter pressed with Ctrl, or Cmd on a Mac; `y` also for `Z`. Where one types, the browser takes back
/// letters itself.
pub fn command_of(event: &web_sys::Event) -> Option<char> {
    let event: &KeyboardEvent = event.dyn_ref()?;
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    // Keys without a letter, such as Shift itself, have longer names.
    let key = event.key().to_lowercase();
    let mut letters = key.chars();
    let letter = letters.next().filter(|_| letters.next().is_none())?;
    let letter = if letter == 'z' && event.shift_key() {
        'y'
    } else {
        letter
    };
    let is_of_field = matches!(letter, 'z' | 'y') && is_typed_into(event);
    (!is_of_field).then_some(letter)
}

/// Radios and boxes take no letters; other fields do.
fn is_typed_into(event: &KeyboardEvent) -> bool {
    let Some(target) = event
        .target()
        .and_then(|t| t.dyn_into::<web_sys::Element>().ok())
    else {
        return false;
    };
    match target.tag_name().as_str() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => {
            let kind = target.get_attribute("type").unwrap_or_default();
            !matches!(kind.as_str(), "radio" | "checkbox" | "button" | "file")
        }
        _ => false,
    }
}

/// Calls `then` every second until it is stopped.
pub fn every_second(then: impl FnMut() + 'static) -> i32 {
    let callback = Closure::<dyn FnMut()>::new(then);
    let function = callback.as_ref().unchecked_ref();
    let handle = window().and_then(|w| {
        w.set_interval_with_callback_and_timeout_and_arguments_0(function, 1000)
            .ok()
    });
    callback.forget();
    handle.unwrap_or_default()
}

/// Stops what [`every_second`] began.
pub fn stop(handle: i32) {
    if let Some(window) = window() {
        window.clear_interval_with_handle(handle);
    }
}

/// What hands a text to other apps of the device, where the browser has that.
fn sharing() -> Option<(JsValue, js_sys::Function)> {
    let navigator: JsValue = window()?.navigator().into();
    let share = js_sys::Reflect::get(&navigator, &JsValue::from_str("share")).ok()?;
    Some((navigator, share.dyn_into().ok()?))
}

/// Whether a text can be handed to other apps.
pub fn can_share() -> bool {
    sharing().is_some()
}

/// Hands a text to other apps of the device; the browser asks which.
pub fn share(text: &str) {
    let content = js_sys::Object::new();
    // Setting a property of a plain object cannot fail.
    drop(js_sys::Reflect::set(
        &content,
        &JsValue::from_str("text"),
        &JsValue::from_str(text),
    ));
    drop(sharing().map(|(navigator, share)| share.call1(&navigator, &content)));
}

/// Moves the focus to the element with this id and brings it into view.
pub fn focus(id: &str) {
    if let Some(element) = focused(id) {
        element.scroll_into_view();
    }
}

/// Whether there is an element with this id.
pub fn is_there(id: &str) -> bool {
    by_id(id).is_some()
}

/// Opens the fold in which the element with this id is.
pub fn unfold(id: &str) {
    if let Some(Ok(Some(fold))) = by_id(id).map(|element| element.closest("details")) {
        drop(fold.set_attribute("open", ""));
    }
}

/// The element with this id, with the focus on it.
fn focused(id: &str) -> Option<HtmlElement> {
    let element = by_id(id)?;
    drop(element.focus());
    Some(element)
}

/// Moves the focus to an element that is there in the next frame: where the one that had it is gone.
pub fn focus_next(id: impl Into<String>) {
    let id = id.into();
    next_frame(move || drop(focused(&id)));
}

/// Whether the focus is on the element with this id.
pub fn is_focused(id: &str) -> bool {
    let active = document().and_then(|d| d.active_element());
    active.is_some_and(|element| element.id() == id)
}

/// The id of what has the focus, where it has one.
pub fn focused_id() -> Option<String> {
    let id = document()?.active_element()?.id();
    (!id.is_empty()).then_some(id)
}

/// Whether a fold was opened.
pub fn is_open(event: &web_sys::Event) -> bool {
    let open = event
        .target()
        .and_then(|t| js_sys::Reflect::get(&t, &JsValue::from_str("open")).ok());
    open.and_then(|open| open.as_bool()) == Some(true)
}

/// The id of the form in which the focus is: of the nearest element of the class `form`.
pub fn focused_form() -> Option<String> {
    let form = document()?.active_element()?.closest(".form").ok()??;
    Some(form.id())
}

/// Presses the button or follows the link with this id.
pub fn press(id: &str) {
    if let Some(element) = by_id(id) {
        element.click();
    }
}

/// Closes the popover with this id, if it is open.
pub fn close(id: &str) {
    // A browser without popovers shows it all the time.
    let _ = by_id(id).map(|popover| popover.hide_popover());
}

/// Whether the focus is on something that takes Enter for itself.
pub fn is_on_a_control() -> bool {
    let active = document().and_then(|d| d.active_element());
    active.is_some_and(|element| matches!(element.tag_name().as_str(), "A" | "BUTTON" | "SUMMARY"))
}
