//! How scoring works, from the constants of the code that scores.

use crate::app::markup::{El, all, el, heading, p};
use crate::app::title::set_title;
use crate::model::Level;
use crate::words::words;
use leptos::prelude::*;

/// The rules in words.
pub fn scoring() -> AnyView {
    let w = words();
    set_title(w.scoring_title);
    let rows = Level::ALL.into_iter().map(|level| {
        let name = el("dt").text(w.level_name(level));
        el("div").each([name, el("dd").text(w.points(level))])
    });
    let title = |text: &'static str| el("h2").text(text);
    let parts = [
        heading(w.scoring_title),
        p(w.scoring_lead).class("lead"),
        title(w.scoring_points),
        el("dl").class("terms").each(rows),
        p(w.scoring_points_text),
        title(w.scoring_value),
        p(w.scoring_value_text),
        p(w.scoring_early()),
        title(w.scoring_level),
        p(w.scoring_level_text()),
        title(w.scoring_metrics),
        p(w.scoring_metrics_text),
        title(w.scoring_steps),
        p(w.scoring_steps_text()),
        title(w.scoring_insight),
        p(w.scoring_insight_text()),
        p(w.scoring_judgement).class("notice"),
    ];
    all(parts.map(El::done).into())
}
