//! A small picture of the sample's result, and the way to it.

use crate::app::contexts::Loader;
use crate::app::markup::{button, el, nothing, p};
use crate::app::shell::Shell;
use crate::desk::Desk;
use crate::route::Piece;
use crate::words::{GLIMPSE, home_words};
use leptos::prelude::*;

/// The picture, unless the sample is among the assessments. Where its strips lie, the style says.
pub fn glimpse(shell: Shell, loader: Loader) -> AnyView {
    shell.track_any();
    if shell.look(Desk::has_sample) {
        return nothing();
    }
    let open = move |_| {
        loader.with_home(move |home| (home.open_sample)(shell));
        // There it leads.
        loader.need(Piece::Results);
    };
    let lines = GLIMPSE.map(|[class, name, value]| {
        let strip = el("span").class("strip").each([el("b"), el("u")]);
        el("li").class(["stripe ", class].concat()).each([
            el("span").class("sign").text(name),
            strip,
            el("span").class("val").text(value),
        ])
    });
    el("section")
        .class("card glimpse")
        .each([
            el("h2").text(home_words().glimpse_title),
            el("ul").class("stripes").each(lines),
            el("h3").text(home_words().glimpse_first),
            p(home_words().glimpse_step),
            button("", home_words().sample_open, open),
        ])
        .done()
}
