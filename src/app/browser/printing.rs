//! What is made when somebody prints.

use super::js;
use leptos::prelude::on_cleanup;
use std::cell::RefCell;
use std::rc::Rc;

type Act = Rc<dyn Fn()>;

thread_local! {
    /// What is to be called, each with its number.
    static DUE: RefCell<Vec<(usize, Act)>> = const { RefCell::new(Vec::new()) };
}

/// Calls `act` whenever the page is about to be printed, as long as what asks for it is there.
pub fn before_print(act: Act) {
    let number = DUE.with_borrow_mut(|due| {
        let number = due.last().map_or(0, |(last, _)| last + 1);
        due.push((number, act));
        number
    });
    listen();
    on_cleanup(move || DUE.with_borrow_mut(|due| due.retain(|(at, _)| *at != number)));
}

fn listen() {
    js::on(&js::window(), "beforeprint", || {
        let due = DUE.with_borrow(Vec::clone);
        due.iter().for_each(|(_, act)| act());
        listen();
    });
}
