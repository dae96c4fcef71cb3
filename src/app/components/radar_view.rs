//! The radar on a canvas, with its finding in words. Its table stands beside it.

use crate::app::browser::canvas::{draw_radar, picture};
use crate::app::browser::{files, page};
use crate::app::markup::{El, button, effect, el, p};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::figure::{Ink, Radar};
use leptos::prelude::*;

const CANVAS: &str = "radar";
/// The size of the saved picture, in pixels.
const SIZE: (u32, u32) = (736, 544);

/// Draws after the frame in which the scores changed, and again for another width or theme.
pub fn radar_view(workspace: Workspace, radar: Radar) -> El {
    let summary = words().radar_finding(&radar);
    let drawn = radar.clone();
    effect(move || {
        workspace.looks.track();
        let radar = radar.clone();
        page::next_frame(move || draw_radar(CANVAS, &radar));
    });
    let canvas = el("canvas")
        .id(CANVAS)
        .attr("role", "img")
        .attr("aria-label", summary.clone());
    let finding = el("p").child(el("strong").text(summary));
    let key = p(words().radar_key).class("muted");
    let save_png = button("quiet", words().save_png, move |_| {
        if let Some(address) = picture(CANVAS) {
            files::download_address("plumbline_radar.png", &address);
        }
    });
    let save_svg = button("quiet", words().save_svg, move |_| {
        let svg = drawn.marks(SIZE, Ink::LIGHT, 1.0).svg();
        files::download("plumbline_radar.svg", &svg);
    });
    let save = el("p").class("steps").each([save_svg, save_png]);
    el("figure")
        .class("radar")
        .each([canvas, el("figcaption").each([finding, key, save])])
}
