//! What each piece begins with, once its files are here.

use crate::app::browser::boot;
use crate::app::contexts::{Arrival, Base, Contexts, Home, Library, Pages, Showing};
use crate::app::markup::nothing;
use crate::app::shell::{Shell, follow_brands};
use crate::app::{components, keys, pages, style};
use crate::catalog;
use crate::route::{Piece, Route};
use leptos::prelude::AnyView;

pub(super) static SHOWING: Showing = Showing {
    bar: components::bar,
    graded: catalog::graded,
};

pub(super) static BASE: Base = Base {
    mended: Route::mended,
    notice: pages::notice,
    without_questions: pages::without_questions,
    names: pages::names,
    start: Shell::start,
    download: components::download,
};

pub(super) static LIBRARY: Library = Library {
    await_stored: Shell::await_stored,
    learn: Shell::learn,
    bring: pages::bring_files,
    offer: pages::offer,
};

pub(super) static HOME: Home = Home {
    kept: pages::kept,
    open_sample: pages::open_sample,
    look_into: pages::look_into,
    found: pages::found,
    keep: pages::keep,
    download_newer: Shell::download_newer,
    missing: pages::missing,
};

/// What shows assessments needs its looks; and the one that the address names, where it can be had.
fn begin_showing(shell: Shell, all: Contexts) {
    if all.loader.showing_now().is_some() {
        return;
    }
    style::of_questions();
    style::of_assessments();
    all.looks.follow();
    if let Some(id) = all.nav.here().assessment() {
        shell.look_in(id);
    }
}

/// What changes and keeps assessments opens the desk.
pub(super) fn begin_keeping(shell: Shell, all: Contexts) {
    let Contexts { nav, .. } = all;
    begin_showing(shell, all);
    style::of_the_rest();
    shell.open_desk();
    boot::opened();
    keys::listen(shell, nav);
    follow_brands(shell, nav);
}

/// What answering needs.
pub(super) fn begin_answering(shell: Shell, all: Contexts) {
    if !all.loader.has_whole() {
        let q = catalog::graded(catalog::quick());
        shell.complete(match all.loader.state(Piece::Questions) {
            Arrival::Here(Pages {
                with_others: Some(with_others),
                ..
            }) => with_others(q),
            _ => q,
        });
    }
    begin_showing(shell, all);
}

/// What answering more than a quick check needs.
pub(super) fn begin_questions(shell: Shell, all: Contexts) {
    if !all.loader.has_whole() {
        let q = catalog::quick();
        let q = match all.loader.showing_now() {
            Some(showing) => (showing.graded)(q),
            None => q,
        };
        shell.complete(catalog::with_others(q));
    }
}

/// What everything else needs.
pub(super) fn begin_whole(shell: Shell, all: Contexts) {
    if !all.loader.has_whole() {
        shell.complete(catalog::built_in());
    }
    begin_showing(shell, all);
    style::of_the_rest();
}

/// What writing questionnaires needs, beyond everything else.
pub(super) fn begin_library(shell: Shell, all: Contexts) {
    begin_whole(shell, all);
    style::of_the_editor();
}

/// What a ballot needs, unless there is more.
pub(super) fn begin_ballot(shell: Shell, all: Contexts) {
    let loader = all.loader;
    style::of_questions();
    if !loader.has_questions() {
        shell.complete(catalog::quick());
    }
    if loader.base_now().is_none() {
        // Nothing of what is stored is read.
        boot::opened();
    }
}

pub(super) const fn of_assessments(page: fn(Shell, Route) -> AnyView) -> Pages {
    Pages {
        page,
        begin: begin_whole,
        with_others: None,
        showing: Some(&SHOWING),
        base: None,
        home: None,
        library: None,
    }
}

/// The first page is in the first file.
pub(super) fn none(_: Shell, _: Route) -> AnyView {
    nothing()
}
