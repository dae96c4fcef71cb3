//! The results: the profile first, then the radar, then the detail.

use crate::app::components::{AssessmentNav, MetricTable, RadarView, ScoreTable};
use crate::app::words::words;
use crate::app::workspace::expect_workspace;
use crate::figure::Radar;
use crate::model::AssessmentId;
use crate::scoring::Score;
use leptos::prelude::*;

/// Where the team stands.
#[component]
pub fn Results(
    /// Which assessment.
    id: AssessmentId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let w = words();
    super::set_title(w.results);
    let q = workspace.questionnaire();
    let card = workspace.scorecard(id.clone());
    let radar = {
        let q = q.clone();
        Signal::derive(move || {
            card.with(|c| {
                c.as_ref()
                    .map_or(Radar { axes: Vec::new() }, |c| Radar::of(&q, c))
            })
        })
    };
    let tables = move || {
        let q = q.clone();
        card.get().map(|card| {
            let named = |s: Score| {
                let discipline = q
                    .disciplines
                    .iter()
                    .find(|d| d.id.as_str() == s.id)
                    .map(|d| &d.title);
                let dimension = q
                    .dimensions
                    .iter()
                    .find(|d| d.id.as_str() == s.id)
                    .map(|d| &d.title);
                let name = discipline
                    .or(dimension)
                    .cloned()
                    .unwrap_or_else(|| w.overall.to_owned());
                (name, s)
            };
            let disciplines: Vec<_> = card
                .disciplines
                .into_iter()
                .chain([card.overall])
                .map(named)
                .collect();
            let dimensions: Vec<_> = card.dimensions.into_iter().map(named).collect();
            view! {
                <ScoreTable caption=w.by_discipline part=w.discipline rows=disciplines/>
                <RadarView radar/>
                <ScoreTable caption=w.by_dimension part=w.dimension rows=dimensions numbered=true/>
                <MetricTable questionnaire=q.clone() metrics=card.metrics/>
            }
        })
    };
    view! {
        <AssessmentNav id=id/>
        <h1 id="title" tabindex="-1">{w.results}</h1>
        <p class="lead">{w.results_lead}</p>
        {tables}
        <details><summary>{w.how_scored}</summary><p>{w.how_scored_text}</p></details>
    }
}
