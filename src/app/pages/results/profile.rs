//! The profile: a strip for each dimension, sorted within its discipline; as radars on request.

use super::view::{View, part_heading};
use crate::app::components::{Line, Shown, figure_view, strip_line};
use crate::app::markup::{El, button, el, live, nothing, p};
use crate::figure::profile::by_discipline;
use crate::figure::{Figure, Radar};
use crate::route::Page;
use crate::scoring::score;
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
    let radars = radars(view);
    // Where there are too few axes, strips are all that there is.
    let choices = radars.is_some().then_some(choices);
    let head = el("div")
        .class("headed")
        .each([
            part_heading("part-profile", r.profile),
            p(key(view)).class("muted"),
        ])
        .each(choices);
    let is_strips = move || is_radar.get().then(|| "hidden".to_owned());
    let radars = live(move || match &radars {
        Some(radars) if is_radar.get() => radars(),
        _ => nothing(),
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

/// One radar, or one for each discipline, made when they are asked for. `None` where none can be drawn.
fn radars(view: &View) -> Option<impl Fn() -> AnyView + Send + Sync + use<>> {
    let (w, q) = (words(), view.q);
    let mut radar = Radar::of(q, view.card).with_targets(q, view.a);
    let mut key = w.radar_key.to_owned();
    if let Some((_, last)) = view.a.snapshots().pop() {
        radar = radar.with_earlier(q, &score(q, &last.state));
        key = w.radar_key_with(&last.name);
    }
    let all = radar.readable(q);
    if all.is_empty() {
        return None;
    }
    let made: Vec<_> = all
        .into_iter()
        .map(|(part, radar)| {
            let name = w.part_name(q, &part);
            let finding = w.radar_finding(&radar);
            (part, name, view.title(name), finding, Figure::Radar(radar))
        })
        .collect();
    let id = view.a.id.clone();
    Some(move || {
        let figures = made.iter().map(|(part, name, title, finding, figure)| {
            let shown = Shown {
                name: format!("radar-{part}"),
                figure: figure.clone(),
                finding: finding.clone(),
                key: String::new(),
                title: title.clone(),
                table: None,
                of: &id,
            };
            el("section")
                .class(part.clone())
                .child(el("h3").class("sign").text(*name))
                .child(figure_view(shown))
        });
        let figures: Vec<_> = figures.collect();
        let class = if figures.len() > 1 { "groups" } else { "" };
        el("div")
            .child(el("div").class(class).each(figures))
            .child(p(key.clone()).class("muted"))
            .done()
    })
}
