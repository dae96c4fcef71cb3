//! The pieces of the app that follow the first file.
//!
//! Whoever is new, in a room with bad Wi-Fi, waits for the first file alone: the stores, the first
//! page, and the outline of the questionnaire. A piece for what people do next follows while a team's name
//! is being typed. Whoever opens the address of a page gets its piece, and the others when nothing is going
//! on; a phone that comes for a ballot gets the ballot, and nothing more unless it goes on.
//! xtask parts the files: what is reached from one of the functions here alone goes into the function's
//! own, what is reached from several into one that they share (xtask/src/finish/parts.rs).
// The macro names functions for the linker, which Rust counts as unsafe code.
#![allow(unsafe_code)]

use super::browser::page;
use super::contexts::{Arrival, Base, Contexts, Home, Loader, Pages};
use super::markup::nothing;
use super::shell::Shell;
use super::{components, keys, pages, style};
use crate::catalog;
use crate::desk::Changing;
use crate::route::{Piece, Route};
use leptos::prelude::{AnyView, Set as _, untrack};
use wasm_split_helpers::SplitLoaderError;
#[cfg(not(debug_assertions))]
use wasm_split_helpers::wasm_split;

static BASE: Base = Base {
    mended: Route::mended,
    bar: components::bar,
    notice: pages::notice,
};

static HOME: Home = Home {
    kept: pages::kept,
    open_sample: pages::open_sample,
    look_into: pages::look_into,
    found: pages::found,
    keep: pages::keep,
    download_newer: Shell::download_newer,
    missing: pages::missing,
};

/// Gets ready what all need but whoever fills in a ballot.
fn begin(shell: Shell, all: Contexts) {
    let Contexts {
        nav, loader, looks, ..
    } = all;
    if loader.base_now().is_some() {
        return;
    }
    style::of_questions();
    style::of_the_rest();
    shell.change_with(Changing::ALL);
    keys::listen(shell, nav);
    looks.follow();
}

/// What answering needs.
fn begin_answering(shell: Shell, all: Contexts) {
    if all.loader.base_now().is_none() {
        shell.complete(catalog::graded);
    }
    begin(shell, all);
}

/// What everything else needs.
fn begin_whole(shell: Shell, all: Contexts) {
    if !all.loader.has_whole() {
        shell.complete(catalog::built_in);
    }
    begin(shell, all);
}

/// What a ballot needs, unless there is more.
fn begin_ballot(shell: Shell, all: Contexts) {
    if all.loader.base_now().is_none() {
        style::of_questions();
        shell.complete(catalog::questions);
    }
}

/// A function that loads a piece: with all of it in a file of its own, and as it is while one works on the
/// app, which then is one file, made in seconds (`cargo xtask serve`).
macro_rules! piece {
    ($name:ident, $load:ident, $pages:expr) => {
        // Fallible: leptos's own `#[lazy]` panics where a network fails.
        #[cfg(not(debug_assertions))]
        #[wasm_split($name, fallible)]
        fn $load() -> Result<&'static Pages, SplitLoaderError> {
            static PAGES: Pages = $pages;
            Ok(&PAGES)
        }

        #[cfg(debug_assertions)]
        async fn $load() -> Result<&'static Pages, SplitLoaderError> {
            static PAGES: Pages = $pages;
            Ok(&PAGES)
        }
    };
}

piece!(
    answer,
    load_answer,
    Pages {
        begin: begin_answering,
        ..with_base(pages::answer)
    }
);
piece!(results, load_results, with_base(pages::results));
piece!(workshop, load_workshop, with_base(pages::workshop));
piece!(share, load_share, with_base(pages::share));
piece!(measure, load_measure, with_base(pages::measure));
piece!(teams, load_teams, with_base(pages::teams));
piece!(data, load_data, with_base(pages::data));
piece!(
    home,
    load_home,
    Pages {
        home: Some(&HOME),
        ..with_base(none)
    }
);
piece!(
    ballot,
    load_ballot,
    Pages {
        page: pages::ballot,
        begin: begin_ballot,
        base: None,
        home: None,
    }
);

const fn with_base(page: fn(Shell, Route) -> AnyView) -> Pages {
    Pages {
        page,
        begin: begin_whole,
        base: Some(&BASE),
        home: None,
    }
}

/// The first page is in the first file.
fn none(_: Shell, _: Route) -> AnyView {
    nothing()
}

async fn load(piece: Piece) -> Result<&'static Pages, SplitLoaderError> {
    match piece {
        Piece::Answer => load_answer().await,
        Piece::Results => load_results().await,
        Piece::Workshop => load_workshop().await,
        Piece::Share => load_share().await,
        Piece::Measure => load_measure().await,
        Piece::Teams => load_teams().await,
        Piece::Data => load_data().await,
        Piece::Home => load_home().await,
        Piece::Ballot => load_ballot().await,
    }
}

/// Loads what the present page needs, and what follows.
pub fn follow(shell: Shell, all: Contexts) {
    let Contexts {
        nav,
        loader,
        notices,
        ..
    } = all;
    loader.load_with(move |piece| fetch(shell, all, piece));
    let need = move || loader.need(wanted(shell, &nav.here()));
    page::on_change(page::Change::Fragment, move || {
        notices.turn();
        nav.go_on(place(loader));
        need();
    });
    need();
}

/// The piece that a place needs. Who is new needs on the first page what comes next.
fn wanted(shell: Shell, route: &Route) -> Piece {
    match route {
        Route::Home if untrack(|| shell.count()) == 0 => Piece::Answer,
        route => Piece::of(route),
    }
}

fn fetch(shell: Shell, all: Contexts, piece: Piece) {
    let Contexts { nav, loader, .. } = all;
    leptos::task::spawn_local(async move {
        let Ok(pages) = load(piece).await else {
            return loader.failed(piece);
        };
        (pages.begin)(shell, all);
        loader.arrived(piece, pages);
        if let Route::NotFound(_) = nav.here() {
            nav.route.set(place(loader));
            loader.need(wanted(shell, &nav.here()));
        }
        // Whether it comes from elsewhere is looked into at once.
        let here = nav.here();
        if here.assessment().is_some_and(|id| !shell.has(id)) {
            loader.need(Piece::Home);
        }
        go_on(loader, piece);
    });
}

/// Loads the next piece when nothing is going on. For a ballot, nothing more is needed.
fn go_on(loader: Loader, piece: Piece) {
    if piece == Piece::Ballot {
        // After what all need, everything follows, and is kept together.
        if loader.base_now().is_none() {
            page::complete(true);
        }
        return;
    }
    let is_here = |piece: &Piece| matches!(loader.state(*piece), Arrival::Here(_));
    let Some(next) = Piece::FOLLOWING.into_iter().find(|piece| !is_here(piece)) else {
        return page::complete(false);
    };
    // What failed, somebody has to ask for; what is on its way will go on from there.
    let mut all = Piece::FOLLOWING.into_iter();
    if all.all(|piece| matches!(loader.state(piece), Arrival::Here(_) | Arrival::Away)) {
        page::when_quiet(move || {
            if matches!(loader.state(next), Arrival::Away) {
                loader.need(next);
            }
        });
    }
}

/// Where the address leads, or was meant to.
fn place(loader: Loader) -> Route {
    let route = Route::parse(&page::fragment());
    let mended = match (&route, loader.base_now()) {
        (Route::NotFound(text), Some(base)) => (base.mended)(text),
        _ => None,
    };
    let Some(mended) = mended else {
        return route;
    };
    page::replace_fragment(&mended.to_string());
    mended
}
