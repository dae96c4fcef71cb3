//! Measurements from files: what is dropped is read beside the page, and what follows is shown.

use super::card::{Card, STOP};
use super::{chosen, columns, number};
use crate::app::browser::files;
use crate::app::components::copy_line;
use crate::app::markup::{El, all, button, details, el, live, nothing, p};
use crate::app::shell::Open;
use crate::app::told::Told;
use crate::words::{EXPORTS, words};
use leptos::prelude::*;

/// The card, and what takes files that are dropped beside it.
pub fn from_files(open: Open) -> (Card, El) {
    let f = words().files_page();
    let card = Card::new(open);
    let pick = el("input")
        .id("tables")
        .class("spoken")
        .attr("type", "file")
        .attr("multiple", "")
        .on("change", move |event| card.take(files::chosen(&event)));
    let label = el("label")
        .class("button primary")
        .attr("for", "tables")
        .text(f.choose);
    let example = button("", f.example, move |_| card.example());
    let ways = el("p").class("steps").each([pick, label, example]);
    let said = el("p")
        .attr("role", "status")
        .class("muted")
        .live_text(move || card.said.get());
    let stop = live(move || {
        if card.is_reading.get() {
            let stop = button("", f.cancel, move |_| card.give_up()).id(STOP);
            el("p").child(stop).done()
        } else {
            nothing()
        }
    });
    let shown = live(move || match card.shown.get() {
        Some(told) => found(card, Told(&told)),
        None => nothing(),
    });
    let section = el("section")
        .class("card from-files")
        .attr("aria-labelledby", "from-files")
        .each([
            el("h2").id("from-files").text(f.title),
            p(f.lead).class("muted"),
            ways,
            exports(),
            said,
        ])
        .view(stop)
        .view(shown);
    (card, section)
}

/// How to get such files.
fn exports() -> El {
    let f = words().files_page();
    let each = EXPORTS
        .iter()
        .enumerate()
        .map(|(at, export)| copy_line(format!("get-{at}"), export.tool, export.line.to_owned()));
    details(f.how)
        .class("exports")
        .child(p(f.how_lead).class("muted"))
        .each(each)
}

/// All that was found.
fn found(card: Card, told: Told) -> AnyView {
    let files = told.list("files").enumerate();
    let files: Vec<_> = files
        .map(|(at, file)| columns::file(card, at, file))
        .collect();
    if files.is_empty() {
        return nothing();
    }
    let parts = [
        Some(el("ul").class("files").each(files)),
        Some(chosen::choices(card, told)),
        Some(number::numbers(card, told)),
    ];
    all(parts.into_iter().flatten().map(El::done).collect())
}
