//! An address that leads nowhere.

use crate::app::markup::{all, el, heading, link, p};
use crate::app::words::words;
use crate::route::Route;
use leptos::prelude::*;

/// Says so, and leads home.
pub fn not_found() -> AnyView {
    let w = words();
    super::set_title(w.not_found_title);
    let home = el("p").child(link(&Route::Home, w.home));
    all(vec![
        heading(w.not_found_title).done(),
        p(w.not_found_text).done(),
        home.done(),
    ])
}

/// While the database is still to be read.
pub fn opening() -> AnyView {
    let w = words();
    super::set_title(w.opening);
    heading(w.opening).done()
}
