//! What is folded at first, and made when the page stands.

use crate::app::browser::printing::before_print;
use crate::app::browser::{js, page};
use crate::app::markup::{El, Text, all, details, live, nothing};
use leptos::prelude::*;
use std::rc::Rc;

/// A fold whose content is made when it is opened, when the page is printed, or when nothing else is going on:
/// until then, the page need not wait for it.
pub fn fold(title: impl Text, content: impl Fn() -> Vec<El> + Send + Sync + 'static) -> El {
    let is_due = RwSignal::new(false);
    let make = move || {
        // The page may be gone by now; and what is there is not made anew.
        if is_due.try_get_untracked() == Some(false) {
            is_due.set(true);
        }
    };
    // After the figures, which ask in the next frame.
    page::next_frame(move || page::next_frame(move || js::when_idle(make)));
    // Paper has some of them unfolded.
    before_print(Rc::new(make));
    let content = live(move || match is_due.get() {
        true => all(content().into_iter().map(El::done).collect()),
        false => nothing(),
    });
    details(title).on("toggle", move |_| make()).view(content)
}
