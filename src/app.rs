//! Floor 4: the browser. It hands the desk what happens, carries out what the desk asks for, and shows
//! what has changed.

pub mod browser;
mod components;
mod contexts;
mod keys;
mod later;
mod markup;
mod pages;
mod shell;
mod title;

use contexts::{Contexts, Loader, Looks, Nav, Notices};
use leptos::prelude::*;
use shell::Shell;

/// Opens what is stored and puts the app on the page.
pub fn start() {
    browser::page::report_panics();
    let Some(main) = browser::page::main() else {
        return;
    };
    // The static words of index.html make way for the app in the same task: nothing flickers.
    main.set_text_content(None);
    leptos::mount::mount_to(main, || {
        let notices = Notices::new();
        let all = Contexts {
            nav: Nav::new(crate::route::Route::parse(&browser::page::fragment())),
            notices,
            looks: Looks::new(),
            loader: Loader::new(notices),
        };
        let shell = Shell::new(notices);
        provide_context(all);
        shell.follow_stores();
        later::follow(shell, all);
        pages::page(shell)
    })
    .forget();
    browser::page::started();
}
