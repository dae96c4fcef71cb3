//! A figure on a canvas, with its finding and how to read it in words. Its table stands beside it.

use crate::app::browser::canvas::{draw, picture};
use crate::app::browser::{files, page};
use crate::app::contexts::Looks;
use crate::app::markup::{El, Text, button, effect, el, p};
use crate::figure::{Figure, Ink};
use crate::words::words;

/// The width of a saved picture, in pixels.
const WIDTH: f64 = 736.0;

/// Draws after the frame in which the scores changed, and again for another width or theme.
pub fn figure_view(name: &'static str, figure: Figure, finding: String, key: impl Text) -> El {
    let w = words();
    let (drawn, looks) = (figure.clone(), Looks::get());
    effect(move || {
        looks.track();
        let figure = figure.clone();
        page::next_frame(move || draw(name, &figure));
    });
    let canvas = el("canvas")
        .id(name)
        .attr("role", "img")
        .attr("aria-label", finding.clone());
    let save_png = button("link", w.save_png, move |_| {
        if let Some(address) = picture(name) {
            files::download_address(&format!("plumbline_{name}.png"), &address);
        }
    });
    let save_svg = button("link", w.save_svg, move |_| {
        let svg = drawn.marks(WIDTH, Ink::LIGHT, 1.0).svg();
        files::download(&format!("plumbline_{name}.svg"), &svg);
    });
    let label = |text: &str| format!("{text}: {finding}");
    let save = el("p").class("save").each([
        save_svg.attr("aria-label", label(w.save_svg)),
        save_png.attr("aria-label", label(w.save_png)),
    ]);
    let finding = el("p").child(el("strong").text(finding));
    el("figure").class("figure").each([
        canvas,
        el("figcaption").each([finding, p(key).class("muted"), save]),
    ])
}
