//! The metrics of the chosen disciplines: the five of DORA first, the others folded; and what follows from
//! files that are dropped.

mod card;
mod chosen;
mod columns;
mod from_files;
mod number;

use crate::app::browser::page::{focus_next, value_of};
use crate::app::browser::{clock, files};
use crate::app::components::{GiveMeasurement, ReadMeasurement};
use crate::app::components::{assessment_nav, error_budget_fold, measurement_field};
use crate::app::markup::{El, all, el, heading, link, live, nothing, option, p};
use crate::app::shell::Open;
use crate::app::title::set_title_of;
use crate::metrics::{asked_metrics, last_round, periods};
use crate::model::validate::MAX_LINE;
use crate::model::{Discipline, Edit, Metric};
use crate::route::Page;
use crate::words::words;
use leptos::prelude::*;
use std::sync::Arc;

/// Real numbers beside the practices.
pub fn measurements(open: Open) -> AnyView {
    let w = words();
    let r = w.measuring_page();
    set_title_of(open, w.measurements);
    let q = open.questionnaire();
    let usual = open.with(|a| a.usual_period(clock::millis())).flatten();
    let (period, control) = period(usual);
    let budget = open.with(|a| {
        let mut covered = q.disciplines.iter().filter(|d| a.covers(&d.id));
        covered.any(|d| d.id.as_str() == "sre")
    });
    let budget = (budget == Some(true)).then(error_budget_fold);
    let asked = open.with(|a| asked_metrics(q, a));
    let (first, rest) = asked.map_or_else(Default::default, |asked| (asked.first, asked.rest));
    let is_first = first.is_empty();
    let dora = (!is_first).then(|| {
        el("section")
            .child(el("h2").text(r.first))
            .child(p(r.first_lead).class("muted"))
            .each(first.iter().map(|m| field(open, m, period)))
    });
    let rest = rest.into_iter().enumerate();
    let folds = rest.map(|(at, (d, own))| fold(open, d, &own, period, is_first && at == 0));
    let results = link(&open.route(Page::Results), w.to_results).class("button primary");
    let (card, computing) = from_files::from_files(open);
    files::on_dropped(move |files| card.take(files));
    let body = el("div")
        .class("measuring")
        .child(heading(w.measurements))
        .child(p(r.lead).class("lead"))
        .child(computing)
        .child(control)
        .each(dora)
        .each(folds)
        .each(budget)
        .child(el("p").class("steps").child(results));
    all(vec![assessment_nav(open), body.done()])
}

/// What new numbers cover, and the control that says so.
fn period(usual: Option<String>) -> (RwSignal<String>, El) {
    let r = words().measuring_page();
    let all = periods(&clock::today(), usual);
    let period = RwSignal::new(all.chosen.clone());
    let is_other = RwSignal::new(!all.offered.contains(&all.chosen));
    let quarters = all.offered.iter().enumerate().map(|(at, name)| {
        let text = words().quarter_offered(name, at == 0);
        option(name.clone(), text, *name == all.chosen)
    });
    let other = option("", r.period_other, is_other.get_untracked());
    let select = el("select")
        .id("period")
        .attr("aria-describedby", "period-lead")
        .each(quarters)
        .child(other)
        .on("change", move |event| {
            let chosen = value_of(&event);
            is_other.set(chosen.is_empty());
            if chosen.is_empty() {
                focus_next("period-other");
            } else {
                period.set(chosen);
            }
        });
    let text = live(move || {
        if !is_other.get() {
            return nothing();
        }
        el("input")
            .id("period-other")
            .attr("type", "text")
            .attr("maxlength", MAX_LINE.to_string())
            .attr("autocomplete", "off")
            .attr("aria-label", r.period_which)
            .attr("value", period.get_untracked())
            .on("input", move |event| period.set(value_of(&event)))
            .done()
    });
    let lead = p(r.period_lead).class("muted").id("period-lead");
    let control = el("div")
        .class("covers")
        .child(el("label").attr("for", "period").text(r.period))
        .child(select)
        .view(text)
        .child(lead);
    (period, control)
}

/// The other metrics of a discipline, and how many of them are measured.
fn fold(
    open: Open,
    d: &'static Discipline,
    own: &[&'static Metric],
    period: RwSignal<String>,
    is_open: bool,
) -> El {
    let ids: Vec<_> = own.iter().map(|m| &m.id).collect();
    let all = ids.len();
    let summary = el("summary").live_text(move || {
        ids.iter().for_each(|id| open.track_metric(id));
        let count = |a: &crate::model::Assessment| {
            let known = ids.iter().filter(|id| a.measurement(id).is_some());
            known.count()
        };
        words().measured_of(&d.title, open.with(count).unwrap_or_default(), all)
    });
    let fold = el("details")
        .class(format!("card more-metrics {}", d.id))
        .child(summary)
        .each(own.iter().map(|m| field(open, m, period)));
    if is_open { fold.attr("open", "") } else { fold }
}

fn field(open: Open, metric: &'static Metric, period: RwSignal<String>) -> El {
    let read: ReadMeasurement = Arc::new(move || {
        open.track_metric(&metric.id);
        open.with(|a| a.measurement(&metric.id).cloned()).flatten()
    });
    let give: GiveMeasurement = Arc::new(move |m| {
        open.edit(Edit::Measure(metric.id.clone(), m));
    });
    let was = open.with(|a| {
        let (round, value) = last_round(a, metric)?;
        Some((round.to_owned(), value))
    });
    measurement_field(metric, &read, give, period, was.flatten())
}
