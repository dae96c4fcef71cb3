//! The fields in which files are chosen, and what was dropped anywhere on the page.

use crate::app::browser::files::{self, File};
use crate::app::contexts::{Card, Loader};
use crate::app::markup::{El, el, live, nothing};
use crate::app::shell::Shell;
use crate::words::{home_words, words};

/// The file fields and, once files were chosen, what is in them. Takes what is dropped on `page`.
pub fn import(shell: Shell, loader: Loader, page: El) -> El {
    let (w, card) = (words(), Card::new());
    let take = move |files: Vec<File>| {
        if !files.is_empty() {
            loader.with_home(move |home| (home.look_into)(shell, loader, card, files));
        }
    };
    let chosen = input("import", take)
        .attr("accept", ".json,.html,.toml,application/json,text/html")
        .attr("multiple", "");
    let folder = input("folder", take).attr("webkitdirectory", "");
    let label = |of, text| el("label").attr("for", of).text(text);
    let fields = el("p").each([
        label("import", w.import_title),
        chosen,
        el("span").text(home_words().import_or),
        label("folder", home_words().import_folder),
        folder,
        el("span").text(home_words().import_drop),
    ]);
    let section = el("section")
        .class("file")
        .child(fields)
        .view(live(move || match loader.home() {
            Some(home) => (home.found)(shell, card),
            None => nothing(),
        }));
    page.on("dragover", |event| event.prevent_default())
        .on("drop", move |event| {
            event.prevent_default();
            take(files::dropped(&event));
        })
        .child(section)
}

/// A field in which files are chosen, seen as its label.
fn input(id: &'static str, take: impl Fn(Vec<File>) + 'static) -> El {
    el("input")
        .id(id)
        .class("spoken")
        .attr("type", "file")
        .on("change", move |event| take(files::chosen(&event)))
}
