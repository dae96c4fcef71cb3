//! The profile: a strip for each dimension, sorted within its discipline; as radars on request.

use super::view::{View, part_heading};
use crate::app::components::{Line, arrival, strip_line};
use crate::app::contexts::Loader;
use crate::app::markup::{El, button, el, live, nothing, p};
use crate::figure::Radar;
use crate::figure::profile::by_discipline;
use crate::route::{Page, Piece};
use crate::words::words;
use leptos::prelude::*;

/// The section.
pub fn section(view: &View) -> El {
    let r = words().of_results();
    let is_radar = RwSignal::new(false);
    let choice = |name: &'static str, own: bool| {
        let pressed = move || Some((is_radar.get() == own).to_string());
        button("", name, move |_| is_radar.set(own)).live_attr("aria-pressed", pressed)
    };
    let choices = el("div")
        .class("switch")
        .attr("role", "group")
        .attr("aria-label", r.how_shown)
        .each([choice(r.strips, false), choice(r.radar, true)]);
    // Where there are too few axes, strips are all that there is.
    let is_readable = !Radar::of(view.q, view.card).readable(view.q).is_empty();
    let choices = is_readable.then_some(choices);
    let head = el("div")
        .class("headed")
        .each([
            part_heading("part-profile", r.profile),
            p(key(view)).class("muted"),
        ])
        .each(choices);
    let is_strips = move || is_radar.get().then(|| "hidden".to_owned());
    let (open, a, loader) = (view.open, view.a.clone(), Loader::get());
    let radars = live(move || match loader.numbers() {
        _ if !is_radar.get() => nothing(),
        Some(numbers) => (numbers.radars)(open, &a),
        None => arrival(loader, Piece::Numbers),
    });
    el("section")
        .class("profile-part")
        .child(head)
        .child(strips(view).live_attr("hidden", is_strips))
        .view(radars)
}

fn strips(view: &View) -> El {
    let groups = by_discipline(view.q, view.card).into_iter();
    let groups = groups.map(|(discipline, scores)| {
        let lines = scores.into_iter().map(|score| {
            let dimension = score.id.clone().try_into().ok();
            strip_line(&Line {
                name: words().part_name(view.q, &score.id),
                score,
                strip: view.profile.strip(score),
                route: dimension.map(|id| view.to(Page::Dimension(id))),
            })
        });
        let title = el("h3").class("sign").text(discipline.title.clone());
        el("section")
            .class(discipline.id.to_string())
            .child(title)
            .child(el("ul").class("stripes").each(lines))
    });
    el("div").class("groups").each(groups)
}

/// How strips are read.
fn key(view: &View) -> String {
    let r = words().of_results();
    let mut key = vec![r.profile_key.to_owned()];
    if view.profile.has_targets() {
        key.push(r.profile_target.to_owned());
    }
    key.extend(
        view.profile
            .round()
            .map(|round| words().profile_last(round)),
    );
    key.join(" ")
}
