//! What each piece begins with, once its files are here.

use crate::app::browser::boot;
use crate::app::contexts::{
    Advice, Base, Contexts, Findings, Home, Library, Numbers, Pages, Showing,
};
use crate::app::markup::nothing;
use crate::app::shell::{Shell, follow_brands};
use crate::app::{components, keys, pages, style};
use crate::catalog::{ADVICE, FACTS, OTHERS, PARTS, QUICK, TITLES};
use crate::report::suggested::suggested;
use crate::route::Route;
use leptos::prelude::AnyView;

pub(super) static SHOWING: Showing = Showing {
    bar: components::bar,
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

pub(super) static ADVISING: Advice = Advice {
    suggested,
    first: pages::do_first,
};

pub(super) static FINDINGS: Findings = Findings {
    parts: pages::findings,
};

pub(super) static NUMBERS: Numbers = Numbers {
    radars: pages::radars,
    share: components::share,
    tables: pages::numbers,
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
    shell.take_parts(&[&TITLES, &QUICK, &FACTS]);
    begin_showing(shell, all);
}

/// What answering more than a quick check needs.
pub(super) fn begin_questions(shell: Shell, _: Contexts) {
    shell.take_parts(&[&TITLES, &QUICK, &OTHERS]);
}

/// What scores need.
pub(super) fn begin_scoring(shell: Shell, all: Contexts) {
    shell.take_parts(&[&TITLES, &FACTS]);
    begin_showing(shell, all);
    style::of_results();
}

/// What advice needs.
pub(super) fn begin_advising(shell: Shell, all: Contexts) {
    shell.take_parts(&[&TITLES, &FACTS, &ADVICE]);
    begin_showing(shell, all);
    style::of_results();
}

/// What the plan needs.
pub(super) fn begin_planning(shell: Shell, all: Contexts) {
    begin_advising(shell, all);
    style::of_the_plan();
}

/// What everything else needs.
pub(super) fn begin_whole(shell: Shell, all: Contexts) {
    shell.take_parts(&PARTS);
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
    style::of_questions();
    shell.take_parts(&[&TITLES, &QUICK]);
    if all.loader.base_now().is_none() {
        // Nothing of what is stored is read.
        boot::opened();
    }
}

/// A piece of which others do everything.
pub(super) const NOTHING: Pages = Pages {
    page: none,
    begin: begin_whole,
    showing: None,
    base: None,
    advice: None,
    findings: None,
    numbers: None,
    home: None,
    library: None,
};

pub(super) const fn of_assessments(page: fn(Shell, Route) -> AnyView) -> Pages {
    Pages {
        page,
        showing: Some(&SHOWING),
        ..NOTHING
    }
}

/// The first page is in the first file.
fn none(_: Shell, _: Route) -> AnyView {
    nothing()
}
