//! The card with the fields in which files are chosen or dropped.

use crate::app::browser::files::{self, File};
use crate::app::contexts::{Arrival, Card, Loader, Notices};
use crate::app::markup::{El, el, live, nothing};
use crate::app::shell::Shell;
use crate::words::words;
use leptos::prelude::*;

/// The card with the file fields and, once files were chosen, what is in them.
pub fn import_card(shell: Shell, loader: Loader) -> El {
    let (w, card, notices) = (words(), Card::new(), Notices::get());
    let label = el("label").attr("for", "import").text(w.import_label);
    let hint = el("span")
        .class("muted")
        .id("import-hint")
        .text(w.import_hint);
    let take = move |files: Vec<File>| {
        if !files.is_empty() {
            loader.with(move |later| (later.look_into)(shell, notices, card, files));
        }
    };
    let chosen = input("import", take)
        .attr("accept", ".json,.html,application/json,text/html")
        .attr("aria-describedby", "import-hint")
        .attr("multiple", "");
    let folder = input("folder", take);
    let folder = el("p").class("field").each([
        el("label").attr("for", "folder").text(w.import_folder),
        folder.attr("webkitdirectory", ""),
        el("span").class("muted").text(w.import_drop),
    ]);
    el("section")
        .class("card")
        .on("dragover", |event| event.prevent_default())
        .on("drop", move |event| {
            event.prevent_default();
            take(files::dropped(&event));
        })
        .each([
            el("h2").text(w.import_title),
            el("p").class("field").each([label, hint, chosen]),
            folder,
        ])
        .view(live(move || match loader.arrival.get() {
            Arrival::Here(later) => (later.found)(shell, card),
            _ => nothing(),
        }))
}

/// A field in which files are chosen.
fn input(id: &'static str, take: impl Fn(Vec<File>) + 'static) -> El {
    el("input")
        .id(id)
        .attr("type", "file")
        .on("change", move |event| take(files::chosen(&event)))
}
