//! The results: the profile first, then the radar, then the detail.

use crate::app::components::{assessment_nav, metric_table, radar_view, score_table};
use crate::app::markup::{all, details, heading, live, nothing, p};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::figure::Radar;
use crate::model::AssessmentId;
use leptos::prelude::*;

/// Where the team stands.
pub fn results(workspace: Workspace, id: &AssessmentId) -> AnyView {
    let w = words();
    super::set_title(w.results);
    let q = workspace.questionnaire();
    let own = id.clone();
    let tables = move || {
        let Some(mut card) = workspace.scorecard(&own) else {
            return nothing();
        };
        let radar = Radar::of(q, &card);
        card.disciplines.push(card.overall);
        let parts = [
            score_table(w.by_discipline, w.discipline, q, &card.disciplines, false),
            radar_view(workspace, radar),
            score_table(w.by_dimension, w.dimension, q, &card.dimensions, true),
            metric_table(q, &card.metrics),
        ];
        all(parts.map(crate::app::markup::El::done).into())
    };
    all(vec![
        assessment_nav(workspace, id),
        heading(w.results).done(),
        p(w.results_lead).class("lead").done(),
        live(tables),
        details(w.how_scored).child(p(w.how_scored_text)).done(),
    ])
}
