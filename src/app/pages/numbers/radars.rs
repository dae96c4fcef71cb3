//! The profile as radars.

use crate::app::components::{Shown, figure_view};
use crate::app::markup::{el, p};
use crate::app::pages::results::view::picture_title;
use crate::app::shell::Open;
use crate::figure::{Figure, Radar};
use crate::model::Assessment;
use crate::scoring::score;
use crate::words::words;
use leptos::prelude::*;

/// One radar, or one for each discipline.
pub fn radars(open: Open, a: &Assessment) -> AnyView {
    let (w, q) = (words(), open.questionnaire());
    let mut radar = Radar::of(q, &score(q, a)).with_targets(q, a);
    let mut key = w.radar_key.to_owned();
    if let Some((_, last)) = a.snapshots().pop() {
        radar = radar.with_earlier(q, &score(q, &last.state));
        key = w.radar_key_with(&last.name);
    }
    let figures = radar.readable(q).into_iter().map(|(part, radar)| {
        let name = w.part_name(q, &part);
        let shown = Shown {
            name: format!("radar-{part}"),
            finding: w.radar_finding(&radar),
            figure: Figure::Radar(radar),
            key: String::new(),
            title: picture_title(a, name),
            table: None,
            of: &a.id,
        };
        el("section")
            .class(part)
            .child(el("h3").class("sign").text(name))
            .child(figure_view(shown))
    });
    let figures: Vec<_> = figures.collect();
    let class = if figures.len() > 1 { "groups" } else { "" };
    el("div")
        .child(el("div").class(class).each(figures))
        .child(p(key).class("muted"))
        .done()
}
