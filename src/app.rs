//! Floor 4: the browser.

pub mod browser;
mod components;
mod keys;
mod later;
mod markup;
mod pages;
mod words;
mod workspace;

use leptos::prelude::*;
use workspace::Workspace;

/// The version shown and written into files.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Opens what is stored and puts the app on the page.
pub fn start() {
    browser::page::report_panics();
    let Some(main) = browser::page::main() else {
        return;
    };
    // The static words of index.html make way for the app in the same task: nothing flickers.
    main.set_text_content(None);
    leptos::mount::mount_to(main, || {
        let workspace = Workspace::open();
        provide_context(workspace);
        workspace.listen();
        pages::page()
    })
    .forget();
    browser::page::started();
}
