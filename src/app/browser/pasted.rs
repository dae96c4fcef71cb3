//! Pictures that are pasted anywhere on the page.

use super::files::{File, listed};
use super::js;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;

/// Who gets them.
type Receiver = Box<dyn Fn(Vec<File>)>;

thread_local! {
    static RECEIVER: RefCell<Option<Receiver>> = const { RefCell::new(None) };
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// Hands on what is pasted from now on, where it is files.
pub fn receive(receiver: Receiver) {
    RECEIVER.set(Some(receiver));
    if LISTENS.replace(true) {
        return;
    }
    let callback = Closure::<dyn FnMut(JsValue)>::new(|event: JsValue| {
        let files = js::find(&event, &["clipboardData", "files"]);
        let files = listed(files.dyn_into().ok());
        if !files.is_empty() {
            RECEIVER.with_borrow(|receiver| receiver.as_ref().map(|receive| receive(files)));
        }
    });
    if let Some(window) = web_sys::window() {
        let function = callback.as_ref().unchecked_ref();
        drop(window.add_event_listener_with_callback("paste", function));
    }
    // Lives as long as the page.
    callback.forget();
}

/// Hands on nothing more.
pub fn stop() {
    RECEIVER.set(None);
}
