//! How scoring works, from the constants of the code that scores.

use crate::app::markup::{El, all, el, heading, p};
use crate::app::title::set_title;
use crate::model::Level;
use crate::words::words;
use leptos::prelude::*;

/// The rules in words.
pub fn scoring() -> AnyView {
    let w = words();
    set_title(w.scoring_page().title);
    let rows = Level::ALL.into_iter().map(|level| {
        let name = el("dt").text(w.level_name(level));
        el("div").each([name, el("dd").text(w.points(level))])
    });
    let title = |text: &'static str| el("h2").text(text);
    let parts = [
        heading(w.scoring_page().title),
        p(w.scoring_page().lead).class("lead"),
        title(w.scoring_page().points),
        el("dl").class("terms").each(rows),
        p(w.scoring_page().points_text),
        title(w.scoring_page().value),
        p(w.scoring_page().value_text),
        p(w.scoring_early()),
        title(w.scoring_page().level),
        p(w.scoring_level_text()),
        title(w.scoring_page().metrics),
        p(w.scoring_page().metrics_text),
        title(w.scoring_page().steps),
        p(w.scoring_steps_text()),
        title(w.scoring_page().insight),
        p(w.scoring_insight_text()),
        p(w.scoring_page().judgement).class("notice"),
    ];
    all(parts.map(El::done).into())
}
