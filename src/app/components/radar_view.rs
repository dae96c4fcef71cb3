//! The radar on a canvas, with its finding in words. Its table stands beside it.

use crate::app::browser::{canvas::draw_radar, page};
use crate::app::markup::{El, effect, el, p};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::figure::Radar;
use leptos::prelude::*;

const CANVAS: &str = "radar";

/// Draws after the frame in which the scores changed, and again for another width or theme.
pub fn radar_view(workspace: Workspace, radar: Radar) -> El {
    let summary = {
        let extremes = radar.extremes();
        let names = extremes.map(|(high, low)| (high.label.as_str(), low.label.as_str()));
        words().radar_summary(names, radar.axes.len())
    };
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
    el("figure")
        .class("radar")
        .each([canvas, el("figcaption").each([finding, key])])
}
