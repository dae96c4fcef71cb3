//! What is called once, later.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::window;

/// How long what is not seen waits behind a frame, and how long where there is none, in milliseconds.
const BEHIND: i32 = 30;
const UNSEEN: i32 = 250;

/// A callback for one call.
pub fn once(then: impl FnOnce() + 'static) -> JsValue {
    // Each kind of closure would have its own kilobyte of wasm; all boxes are of one.
    let then: Box<dyn FnOnce()> = Box::new(then);
    Closure::once_into_js(then)
}

/// Calls `then` before the next frame is painted.
pub fn next_frame(then: impl FnOnce() + 'static) {
    let callback = once(then);
    if let Some(window) = window() {
        drop(window.request_animation_frame(callback.unchecked_ref()));
    }
}

/// Calls `then` once the next frame is painted and the one after it need not wait for it; or else, since
/// a page that is not seen has no frames, in a moment.
pub fn behind_frame(then: impl FnOnce() + 'static) {
    let then: Box<dyn FnOnce()> = Box::new(then);
    let waiting = Rc::new(Cell::new(Some(then)));
    let own = waiting.clone();
    next_frame(move || after(BEHIND, move || own.take().map_or((), |then| then())));
    after(UNSEEN, move || waiting.take().map_or((), |then| then()));
}

/// Calls `then` after a while.
pub fn after(millis: i32, then: impl FnOnce() + 'static) {
    let callback = once(then);
    if let Some(window) = window() {
        drop(
            window.set_timeout_with_callback_and_timeout_and_arguments_0(
                callback.unchecked_ref(),
                millis,
            ),
        );
    }
}
