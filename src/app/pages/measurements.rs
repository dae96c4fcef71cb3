//! The metrics of the chosen disciplines.

use crate::app::browser::clock;
use crate::app::components::{GiveMeasurement, ReadMeasurement};
use crate::app::components::{assessment_nav, error_budget_fold, measurement_field};
use crate::app::markup::{El, all, el, heading, link, p};
use crate::app::shell::Shell;
use crate::app::title::set_title;
use crate::model::{AssessmentId, Discipline, Edit, Metric};
use crate::route::{Page, Route};
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Real numbers beside the practices.
pub fn measurements(shell: Shell, id: &AssessmentId) -> AnyView {
    let w = words();
    set_title(w.measurements);
    let q = shell.questionnaire();
    let usual = shell.with(id, |a| a.usual_period(clock::millis()));
    let usual = StoredValue::new(usual.flatten().unwrap_or_default());
    let budget = shell.with(id, |a| {
        let mut covered = q.disciplines.iter().filter(|d| a.covers(&d.id));
        covered.any(|d| d.id.as_str() == "sre")
    });
    let budget = (budget == Some(true)).then(error_budget_fold);
    let covered = |d: &&Discipline| shell.with(id, |a| a.covers(&d.id)) == Some(true);
    let sections = q.disciplines.iter().filter(covered).map(|d| {
        let own = q.metrics.iter().filter(|m| m.discipline == d.id);
        el("section")
            .class(format!("discipline {}", d.id))
            .child(el("h2").text(d.title.as_str()))
            .each(own.map(|m| field(shell, id, m, usual)))
    });
    let results =
        link(&Route::Assessment(id.clone(), Page::Results), w.to_results).class("button primary");
    let body = el("div")
        .child(heading(w.measurements))
        .child(p(w.measurements_lead).class("lead"))
        .each(sections)
        .each(budget)
        .child(el("p").class("steps").child(results));
    all(vec![assessment_nav(shell, id), body.done()])
}

fn field(
    shell: Shell,
    id: &AssessmentId,
    metric: &'static Metric,
    usual: StoredValue<String>,
) -> El {
    let (ours, own) = (id.clone(), metric.id.clone());
    let read: ReadMeasurement = Arc::new(move || {
        shell.track_metric(&own);
        shell
            .with(&ours, |a| a.measurement(&own).cloned())
            .flatten()
    });
    let (ours, own) = (id.clone(), metric.id.clone());
    let give: GiveMeasurement = Arc::new(move |m| {
        shell.edit(&ours, Edit::Measure(own.clone(), m));
    });
    measurement_field(metric, &read, give, usual)
}
