//! The files of the app that follow the first one.
//!
//! Whoever is new, in a room with bad Wi-Fi, waits for the first file alone: the stores, the first
//! page, and the outline of the questionnaire. The rest follows while a team's name is being typed.
//! A phone that comes for a ballot gets the ballot instead, and nothing more unless it goes on.
//! xtask parts the files: what is reached from one of the two functions here alone goes into the
//! function's own, what is reached from both into one that they share.
// The macro names functions for the linker, which Rust counts as unsafe code.
#![allow(unsafe_code)]

use super::browser::page;
use super::contexts::{Arrival, Ballot, Contexts, Later, Loader, Nav};
use super::shell::Shell;
use super::{components, keys, pages, style};
use crate::catalog;
use crate::desk::Changing;
use crate::route::Route;
use leptos::prelude::*;
use wasm_split_helpers::SplitLoaderError;
#[cfg(not(debug_assertions))]
use wasm_split_helpers::wasm_split;

static BALLOT: Ballot = Ballot {
    page: pages::vote,
    questionnaire: catalog::questions,
    style: style::of_questions,
};

static LATER: Later = Later {
    page: pages::later,
    mended: Route::mended,
    questionnaire: catalog::built_in,
    style: style::of_questions,
    begin: |shell, nav, looks| {
        style::of_the_rest();
        keys::listen(shell, nav);
        looks.follow();
    },
    open_sample: pages::open_sample,
    look_into: pages::look_into,
    found: pages::found,
    keep: pages::keep,
    download_newer: Shell::download_newer,
    changing: Changing::ALL,
    bar: components::bar,
    kept: pages::kept,
    backup: pages::backup,
    missing: pages::missing,
    notice: pages::notice,
};

// Fallible: leptos's own `#[lazy]` panics where a network fails.
#[cfg(not(debug_assertions))]
#[wasm_split(ballot, fallible)]
fn load_ballot() -> Result<&'static Ballot, SplitLoaderError> {
    Ok(&BALLOT)
}

#[cfg(not(debug_assertions))]
#[wasm_split(later, fallible)]
fn load_all() -> Result<&'static Later, SplitLoaderError> {
    Ok(&LATER)
}

// While one works on the app, it is one file, made in seconds: `cargo xtask serve`.
#[cfg(debug_assertions)]
async fn load_ballot() -> Result<&'static Ballot, SplitLoaderError> {
    Ok(&BALLOT)
}

#[cfg(debug_assertions)]
async fn load_all() -> Result<&'static Later, SplitLoaderError> {
    Ok(&LATER)
}

/// Loads what follows, and what is still missing when one goes on from a ballot.
pub fn follow(shell: Shell, all: Contexts) {
    let Contexts {
        nav,
        loader,
        notices,
        ..
    } = all;
    loader.load_with(move || fetch(shell, all));
    page::on_change(page::Change::Fragment, move || {
        notices.turn();
        nav.go_on(place(loader));
        fetch_missing(nav, loader);
    });
    loader.fetch();
}

/// Loads what the present page needs: a ballot, or everything.
fn fetch(shell: Shell, all: Contexts) {
    let Contexts { nav, loader, .. } = all;
    let is_ballot = matches!(nav.here(), Route::Vote(_));
    leptos::task::spawn_local(async move {
        let arrival = if is_ballot {
            load_ballot().await.map(Arrival::Ballot)
        } else {
            load_all().await.map(Arrival::Here)
        };
        match arrival.unwrap_or(Arrival::Failed) {
            Arrival::Here(later) => arrived(shell, all, later),
            Arrival::Ballot(ballot) => {
                (ballot.style)();
                shell.complete(ballot.questionnaire);
                loader.arrival.set(Arrival::Ballot(ballot));
                fetch_missing(nav, loader);
                page::complete(true);
            }
            failed => loader.arrival.set(failed),
        }
    });
}

/// Loads the rest, if what is here is for a ballot and somebody goes on from there.
fn fetch_missing(nav: Nav, loader: Loader) {
    let is_ballot = matches!(nav.here(), Route::Vote(_));
    if let (Arrival::Ballot(_), false) = (loader.arrival.get_untracked(), is_ballot) {
        loader.fetch();
    }
}

fn arrived(shell: Shell, all: Contexts, later: &'static Later) {
    let Contexts {
        nav, loader, looks, ..
    } = all;
    (later.style)();
    shell.complete(later.questionnaire);
    shell.change_with(later.changing);
    (later.begin)(shell, nav, looks);
    loader.arrived(later);
    if let Route::NotFound(_) = nav.here() {
        nav.route.set(place(loader));
    }
    page::complete(false);
}

/// Where the address leads, or was meant to.
fn place(loader: Loader) -> Route {
    let route = Route::parse(&page::fragment());
    let mended = match (&route, loader.arrival.get_untracked()) {
        (Route::NotFound(text), Arrival::Here(later)) => (later.mended)(text),
        _ => None,
    };
    let Some(mended) = mended else {
        return route;
    };
    page::replace_fragment(&mended.to_string());
    mended
}
