//! When pieces are loaded: what the present page needs, what comes to it, and the others when nothing is going on.

use super::{load, pages_of};
use crate::app::browser::{boot, page};
use crate::app::contexts::{Arrival, Contexts, Loader, Notice, Pages};
use crate::app::shell::Shell;
use crate::route::{Piece, Route};
use leptos::prelude::Set as _;
use std::ffi::c_void;

/// Loads what the present page needs, and what follows.
pub fn follow(shell: Shell, all: Contexts) {
    let Contexts {
        nav,
        loader,
        notices,
        ..
    } = all;
    loader.load_with(move |piece| fetch(shell, all, piece));
    let need = move || {
        let piece = wanted(shell, &nav.here());
        if piece == Piece::Home {
            loader.need(Piece::Keep);
        }
        loader.need(piece);
    };
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
        Route::Home if !shell.has_any() => Piece::Keep,
        route => Piece::of(route),
    }
}

/// For what is loaded.
type Wanted = (Shell, Contexts, Piece);

fn fetch(shell: Shell, all: Contexts, piece: Piece) {
    let wanted: Box<Wanted> = Box::new((shell, all, piece));
    load(piece, done, Box::into_raw(wanted).cast());
}

/// The glue calls it once for each call of [`load`].
extern "C" fn done(data: *const c_void, is_here: bool) {
    // SAFETY: it is what `fetch` has handed over, and comes back once.
    let wanted = unsafe { Box::from_raw(data.cast_mut().cast::<Wanted>()) };
    let (shell, all, piece) = *wanted;
    if is_here {
        boot::when_released(move || arrived(shell, all, piece, pages_of(piece)));
    } else {
        all.loader.failed(piece);
        match piece {
            Piece::Advice => all.loader.need_first(Piece::Findings),
            Piece::Findings => all.loader.need(Piece::Keep),
            // Whoever cannot change anything can still look.
            Piece::Keep if Piece::of(&all.nav.here()) == Piece::Results => {
                all.loader.need_first(Piece::Numbers);
            }
            _ => {}
        }
        // What is shown cannot be changed.
        let here = all.nav.here();
        if piece == Piece::Keep && here.assessment().is_some_and(|id| shell.has(id)) {
            all.notices.show(Notice::Waiting(piece));
        }
    }
}

fn arrived(shell: Shell, all: Contexts, piece: Piece, pages: &'static Pages) {
    let Contexts { nav, loader, .. } = all;
    (pages.begin)(shell, all);
    loader.arrived(piece, pages);
    if let Route::NotFound(_) = nav.here() {
        nav.route.set(place(loader));
        loader.need(wanted(shell, &nav.here()));
    }
    if loader.base_now().is_none() {
        match piece {
            Piece::Ballot | Piece::Questions => {}
            // The line is for what is missing on the page, where that stands already.
            Piece::Results if nav.here().assessment().is_some_and(|id| shell.has(id)) => {
                loader.need(Piece::Advice);
            }
            Piece::Advice => loader.need_first(Piece::Findings),
            _ => loader.need(Piece::Keep),
        }
    } else {
        match nav.here() {
            // Whoever starts is asked something next.
            Route::Home if !shell.has_any() => loader.need(Piece::Answer),
            // Whether it comes from elsewhere is looked into at once.
            here if here.assessment().is_some_and(|id| !shell.has(id)) => loader.need(Piece::Home),
            _ => {}
        }
    }
    go_on(loader, piece);
}

/// Loads the next piece when nothing is going on. For a ballot, nothing more is needed.
fn go_on(loader: Loader, piece: Piece) {
    if loader.is_here(Piece::Ballot) && matches!(piece, Piece::Ballot | Piece::Questions) {
        // When its page says whether it needs more. After what all need, everything follows, and is kept
        // together.
        page::after(0, move || {
            let questions = loader.state(Piece::Questions);
            if loader.base_now().is_none() && !matches!(questions, Arrival::Coming) {
                boot::complete(match questions {
                    Arrival::Here(_) => "questions",
                    _ => "ballot",
                });
            }
        });
    }
    if piece == Piece::Ballot || loader.base_now().is_none() {
        return;
    }
    let Some(next) = Piece::FOLLOWING
        .into_iter()
        .find(|piece| !loader.is_here(*piece))
    else {
        return boot::complete("");
    };
    // What failed, somebody has to ask for; what is on its way will go on from there.
    let mut all = Piece::FOLLOWING.into_iter();
    if all.all(|piece| matches!(loader.state(piece), Arrival::Here(_) | Arrival::Away)) {
        boot::when_quiet(move || loader.need_first(next));
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
