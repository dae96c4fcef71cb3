//! Work that waits until the screen shows what somebody did.

use super::page::{after, next_frame};
use std::cell::Cell;
use std::rc::Rc;

/// How long to wait for a frame, in milliseconds: a tab that is not seen gets none.
const UNSEEN: i32 = 250;

/// Calls `then` once the next frame is painted, or soon where none is.
pub fn after_frame(then: impl FnOnce() + 'static) {
    let then = Rc::new(Cell::new(Some(then)));
    let again = then.clone();
    next_frame(move || after(0, move || run(&again)));
    after(UNSEEN, move || run(&then));
}

fn run(then: &Cell<Option<impl FnOnce()>>) {
    if let Some(then) = then.take() {
        then();
    }
}
