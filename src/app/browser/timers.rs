//! What is called once, later.

use wasm_bindgen::prelude::*;
use web_sys::window;

/// A callback for one call.
pub fn once(then: impl FnOnce() + 'static) -> JsValue {
    // Each kind of closure would have its own kilobyte of wasm; all boxes are of one.
    let then: Box<dyn FnOnce()> = Box::new(then);
    Closure::once_into_js(then)
}

/// Calls `then` after all that is about to be done, and before anything is painted.
pub fn soon(then: impl FnOnce() + 'static) {
    let callback = once(then);
    if let Some(window) = window() {
        window.queue_microtask(callback.unchecked_ref());
    }
}

/// Calls `then` before the next frame is painted.
pub fn next_frame(then: impl FnOnce() + 'static) {
    let callback = once(then);
    if let Some(window) = window() {
        drop(window.request_animation_frame(callback.unchecked_ref()));
    }
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
