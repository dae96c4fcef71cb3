//! Floor 4: the browser. It hands the desk what happens, carries out what the desk asks for, and shows
//! what has changed.

mod bar;
pub mod browser;
mod components;
mod contexts;
mod keys;
mod later;
mod markup;
mod pages;
mod shell;
mod style;
mod title;
mod told;

use crate::words::{Language, speak};
use contexts::{Contexts, Loader, Looks, Nav, Notices};
use leptos::prelude::*;
use shell::Shell;
use std::cell::Cell;
use std::rc::Rc;

/// Puts the app on the page, in the place of what stands there, as soon as nothing of that is being pressed.
pub fn start() {
    browser::boot::report_panics();
    browser::boot::when_released(take_place);
}

fn take_place() {
    speak(Language::English);
    browser::scroll::follow();
    let Some(main) = browser::page::by_id("main") else {
        return;
    };
    // The static words of index.html make way for the app in the same task: nothing flickers.
    main.set_text_content(None);
    let opened = Rc::new(Cell::new(None));
    let open = opened.clone();
    leptos::mount::mount_to(main, move || {
        let notices = Notices::new();
        let all = Contexts {
            nav: Nav::new(crate::route::Route::parse(&browser::page::fragment())),
            notices,
            looks: Looks::new(),
            loader: Loader::new(notices),
        };
        let shell = Shell::new(notices);
        provide_context(all);
        later::follow(shell, all);
        open.set(Some((shell, all)));
        pages::page(shell)
    })
    .forget();
    if let Some((shell, all)) = opened.get() {
        bar::mount(shell, all);
    }
    browser::boot::started();
}
