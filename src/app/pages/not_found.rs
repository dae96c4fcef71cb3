//! An address that leads nowhere.

use crate::app::browser::{page, scroll};
use crate::app::components::arrival;
use crate::app::contexts::{Arrival, Loader};
use crate::app::markup::{all, el, heading, link, p};
use crate::app::title::set_title;
use crate::route::{Piece, Route};
use crate::words::words;
use leptos::prelude::*;

/// Says so, and leads home.
pub fn not_found() -> AnyView {
    let w = words();
    set_title(w.not_found_title);
    let home = el("p").child(link(&Route::Home, w.home));
    all(vec![
        heading(w.not_found_title).done(),
        p(w.not_found_text).done(),
        home.done(),
    ])
}

/// While a piece of the app is still to come, or when it could not be had.
pub fn waiting(piece: Piece) -> AnyView {
    let (w, loader) = (words(), Loader::get());
    set_title(w.opening);
    let title = heading("").live_text(move || match loader.arrival(piece) {
        Arrival::Failed => w.later_missing.to_owned(),
        _ => w.opening.to_owned(),
    });
    let said = el("div")
        .attr("role", "status")
        .view(arrival(loader, piece));
    all(vec![title.done(), said.done()])
}

/// While the database is still to be read.
pub fn opening() -> AnyView {
    let w = words();
    set_title(w.opening);
    heading(w.opening).done()
}

/// In place of a page that asks what a quick check does not, until all questions are here: then it is built.
/// One that has what it asks is not built anew.
pub fn until_questions() -> AnyView {
    let loader = Loader::get();
    loader.need_first(Piece::Questions);
    // Whoever is at the heading stays there when the page takes its place, and whoever comes back is led to
    // where they were.
    loader.when_here(Piece::Questions, || {
        if page::is_focused("title") {
            page::focus_next("title");
        }
        page::next_frame(scroll::go_there);
    });
    loader.arrival(Piece::Questions);
    waiting(Piece::Questions)
}
