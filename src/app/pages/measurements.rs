//! The metrics of the chosen disciplines.

use crate::app::browser::clock;
use crate::app::components::{GiveMeasurement, ReadMeasurement};
use crate::app::components::{assessment_nav, error_budget_fold, measurement_field};
use crate::app::markup::{El, all, el, heading, link, p};
use crate::app::words::words;
use crate::app::workspace::Workspace;
use crate::model::{AssessmentId, Discipline, Edit, Metric};
use crate::route::Route;
use leptos::prelude::*;
use std::sync::Arc;

/// Real numbers beside the practices.
pub fn measurements(workspace: Workspace, id: &AssessmentId) -> AnyView {
    let w = words();
    super::set_title(w.measurements);
    let q = workspace.questionnaire();
    let usual = workspace.with(id, |a| a.usual_period(clock::millis()));
    let usual = StoredValue::new(usual.flatten().unwrap_or_default());
    let budget = workspace.with(id, |a| {
        let mut covered = q.disciplines.iter().filter(|d| a.covers(&d.id));
        covered.any(|d| d.id.as_str() == "sre")
    });
    let budget = (budget == Some(true)).then(error_budget_fold);
    let covered = |d: &&Discipline| workspace.with(id, |a| a.covers(&d.id)) == Some(true);
    let sections = q.disciplines.iter().filter(covered).map(|d| {
        let own = q.metrics.iter().filter(|m| m.discipline == d.id);
        el("section")
            .class(format!("discipline {}", d.id))
            .child(el("h2").text(d.title.as_str()))
            .each(own.map(|m| field(workspace, id, m, usual)))
    });
    let results = link(&Route::Results(id.clone()), w.to_results).class("button primary");
    let body = el("div")
        .child(heading(w.measurements))
        .child(p(w.measurements_lead).class("lead"))
        .each(sections)
        .each(budget)
        .child(el("p").class("steps").child(results));
    all(vec![assessment_nav(workspace, id), body.done()])
}

fn field(
    workspace: Workspace,
    id: &AssessmentId,
    metric: &'static Metric,
    usual: StoredValue<String>,
) -> El {
    let (ours, own) = (id.clone(), metric.id.clone());
    let read: ReadMeasurement = Arc::new(move || {
        workspace.track_metric(&own);
        workspace
            .with(&ours, |a| a.measurement(&own).cloned())
            .flatten()
    });
    let (ours, own) = (id.clone(), metric.id.clone());
    let give: GiveMeasurement = Arc::new(move |m| {
        workspace.edit(&ours, Edit::Measure(own.clone(), m));
    });
    measurement_field(metric, &read, give, usual)
}
