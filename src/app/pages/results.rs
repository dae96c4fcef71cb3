//! The results: the profile first, then the radar, what stands out, next steps, then the detail.

use crate::app::components::{
    Parts, assessment_nav, metric_table, next_steps, radar_view, score_table, share, stands_out,
};
use crate::app::markup::{El, all, el, heading, link, live, nothing, p};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::figure::Radar;
use crate::model::AssessmentId;
use crate::route::Route;
use leptos::prelude::*;

/// Where the team stands.
pub fn results(workspace: Workspace, id: &AssessmentId) -> AnyView {
    let w = words();
    super::set_title(w.results);
    let q = workspace.questionnaire();
    let own = id.clone();
    let shown = move || {
        let Some(mut card) = workspace.scorecard(&own) else {
            return nothing();
        };
        let radar = Radar::of(q, &card);
        let insight = workspace.with(&own, |a| [stands_out(q, a, &card), next_steps(q, a)]);
        card.disciplines.push(card.overall);
        let parts = [
            score_table(&own, Parts::Disciplines, q, &card.disciplines),
            radar_view(workspace, radar),
            el("div").each(insight.into_iter().flatten()),
            score_table(&own, Parts::Dimensions, q, &card.dimensions),
            metric_table(&own, q, &card.metrics),
        ];
        all(parts.map(El::done).into())
    };
    all(vec![
        assessment_nav(workspace, id),
        heading(w.results).done(),
        p(w.results_lead).class("lead").done(),
        live(shown),
        share(workspace, id).done(),
        el("p").child(link(&Route::Scoring, w.scoring_title)).done(),
    ])
}
