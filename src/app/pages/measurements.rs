//! The metrics of the chosen disciplines.

use crate::app::components::{AssessmentNav, MeasurementField};
use crate::app::words::words;
use crate::app::workspace::{Workspace, expect_workspace};
use crate::model::{AssessmentId, Edit, Metric};
use crate::route::Route;
use leptos::prelude::*;

/// Real numbers beside the practices.
#[component]
pub fn Measurements(
    /// Which assessment.
    id: AssessmentId,
) -> impl IntoView {
    let workspace = expect_workspace();
    let w = words();
    super::set_title(w.measurements);
    let q = workspace.questionnaire();
    let covered = |m: &&Metric| {
        workspace
            .with(&id, |a| a.covers(&m.discipline))
            .unwrap_or(false)
    };
    let fields: Vec<_> = q
        .metrics
        .iter()
        .filter(covered)
        .map(|m| field(workspace, &id, m))
        .collect();
    view! {
        <AssessmentNav id=id.clone()/>
        <h1 id="title" tabindex="-1">{w.measurements}</h1>
        <p class="lead">{w.measurements_lead}</p>
        {fields}
        <p class="steps"><a class="button primary" href=Route::Results(id).to_string()>{w.to_results}</a></p>
    }
}

fn field(workspace: Workspace, id: &AssessmentId, metric: &Metric) -> impl IntoView + use<> {
    let measurement = {
        let (id, own) = (id.clone(), metric.id.clone());
        Signal::derive(move || {
            workspace.track_metric(&own);
            workspace
                .with(&id, |a| a.measurement(&own).cloned())
                .flatten()
        })
    };
    let (id, own) = (id.clone(), metric.id.clone());
    let on_measure = Callback::new(move |m| workspace.edit(&id, Edit::Measure(own.clone(), m)));
    view! { <MeasurementField metric=metric.clone() measurement on_measure/> }
}
