//! How far down one was on a page, so that going back leads there. Each entry of the browser's history
//! carries it, and so it outlives a reload.

use super::page::{after, next_frame};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{AddEventListenerOptions, History, ScrollRestoration};

/// How long scrolling rests before it is noted, in milliseconds: browsers refuse many notes at once.
const REST: i32 = 150;

thread_local! {
    /// Whether the page of an entry one goes back to is still being built: what the window shows until
    /// then is no place to be noted.
    static ARRIVES: Cell<bool> = const { Cell::new(false) };
    /// How far down one is. To ask the window at a click would make it lay out what the click has just
    /// changed, and once more what follows from it.
    static NOW: Cell<f64> = const { Cell::new(0.0) };
    /// On which page that is. The browser may be at another entry already, whose page is still to come.
    static AT: RefCell<String> = const { RefCell::new(String::new()) };
}

fn place() -> String {
    let window = web_sys::window();
    let place = window.and_then(|w| w.location().hash().ok());
    place.unwrap_or_default()
}

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// Notes where one is from now on.
pub fn follow() {
    let Some(window) = web_sys::window() else {
        return;
    };
    // The browser would look for the place before the page is there.
    drop(history().map(|h| h.set_scroll_restoration(ScrollRestoration::Manual)));
    let waits = Rc::new(Cell::new(false));
    let scrolled = Closure::<dyn FnMut()>::new(move || {
        look();
        if !waits.replace(true) {
            let waits = waits.clone();
            after(REST, move || {
                waits.set(false);
                note();
            });
        }
    });
    // A link may be followed before that, or a key pressed.
    let pressed = Closure::<dyn FnMut()>::new(note);
    let early = AddEventListenerOptions::new();
    early.set_capture(true);
    let listen = |name, callback: &Closure<dyn FnMut()>| {
        let callback = callback.as_ref().unchecked_ref();
        drop(
            window.add_event_listener_with_callback_and_add_event_listener_options(
                name, callback, &early,
            ),
        );
    };
    listen("scroll", &scrolled);
    listen("click", &pressed);
    listen("keydown", &pressed);
    // Live as long as the page.
    scrolled.forget();
    pressed.forget();
}

/// Asks the window.
fn look() {
    let y = web_sys::window().and_then(|w| w.scroll_y().ok());
    NOW.set(y.unwrap_or_default());
    AT.replace(place());
}

/// Notes where one is.
fn note() {
    if ARRIVES.get() || AT.with_borrow(|at| *at != place()) {
        return;
    }
    let y = NOW.get();
    if let Some(history) = history() {
        // Each note goes to the browser's own process: milliseconds, at every answer.
        // What is not noted is the top.
        let is_so = |noted: JsValue| noted.as_f64().unwrap_or_default().total_cmp(&y).is_eq();
        if history.state().is_ok_and(is_so) {
            return;
        }
        // A browser that refuses shows the page from its top, as others do.
        drop(history.replace_state(&JsValue::from_f64(y), ""));
    }
}

/// Goes to where one was when one left this entry of the history, or to the top of a new one.
pub fn go_there() {
    let y = history().and_then(|h| h.state().ok()?.as_f64());
    let go = move || {
        if let Some(window) = web_sys::window() {
            window.scroll_to_with_x_and_y(0.0, y.unwrap_or_default());
            look();
        }
    };
    go();
    ARRIVES.set(y.is_some());
    if y.is_some() {
        // Once more when the page is there, and charts have got their height.
        next_frame(move || {
            next_frame(move || {
                go();
                ARRIVES.set(false);
            });
        });
    }
}
