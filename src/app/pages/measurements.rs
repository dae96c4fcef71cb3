//! The metrics of the chosen disciplines.

use crate::app::browser::clock;
use crate::app::components::{GiveMeasurement, ReadMeasurement};
use crate::app::components::{assessment_nav, error_budget_fold, measurement_field};
use crate::app::markup::{El, all, el, heading, link, p};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::model::{Discipline, Edit, Metric};
use crate::route::Page;
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Real numbers beside the practices.
pub fn measurements(open: Open) -> AnyView {
    let w = words();
    set_title_of(open, w.measurements);
    let q = open.questionnaire();
    let usual = open.with(|a| a.usual_period(clock::millis()));
    let usual = StoredValue::new(usual.flatten().unwrap_or_default());
    let budget = open.with(|a| {
        let mut covered = q.disciplines.iter().filter(|d| a.covers(&d.id));
        covered.any(|d| d.id.as_str() == "sre")
    });
    let budget = (budget == Some(true)).then(error_budget_fold);
    let covered = |d: &&Discipline| open.with(|a| a.covers(&d.id)) == Some(true);
    let sections = q.disciplines.iter().filter(covered).map(|d| {
        let own = q.metrics.iter().filter(|m| m.discipline == d.id);
        el("section")
            .class(format!("discipline {}", d.id))
            .child(el("h2").text(d.title.as_str()))
            .each(own.map(|m| field(open, m, usual)))
    });
    let results = link(&open.route(Page::Results), w.to_results).class("button primary");
    let body = el("div")
        .child(heading(w.measurements))
        .child(p(w.measurements_lead).class("lead"))
        .each(sections)
        .each(budget)
        .child(el("p").class("steps").child(results));
    all(vec![assessment_nav(open), body.done()])
}

fn field(open: Open, metric: &'static Metric, usual: StoredValue<String>) -> El {
    let read: ReadMeasurement = Arc::new(move || {
        open.track_metric(&metric.id);
        open.with(|a| a.measurement(&metric.id).cloned()).flatten()
    });
    let give: GiveMeasurement = Arc::new(move |m| {
        open.edit(Edit::Measure(metric.id.clone(), m));
    });
    measurement_field(metric, &read, give, usual)
}
