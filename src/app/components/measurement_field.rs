//! One metric's number.

use crate::app::browser::page::value_of;
use crate::app::markup::{El, details, el, p, source};
use crate::app::words::words;
use crate::metrics::{explain, read_number};
use crate::model::decimal::write;
use crate::model::{Better, Level, Measurement, Metric, Origin};
use leptos::prelude::*;
use std::sync::Arc;

/// Reads the measurement so far and tracks it.
pub type ReadMeasurement = Arc<dyn Fn() -> Option<Measurement> + Send + Sync>;
/// Takes a new measurement, or none when the field was emptied.
pub type GiveMeasurement = Arc<dyn Fn(Option<Measurement>) + Send + Sync>;

/// A number field with its unit, range, help and the level that the number stands for.
pub fn measurement_field(
    metric: &'static Metric,
    read: &ReadMeasurement,
    give: GiveMeasurement,
) -> El {
    let w = words();
    let id = metric.id.to_string();
    let (hint, error) = (format!("{id}-hint"), format!("{id}-error"));
    let problem = RwSignal::new(String::new());
    // While someone types, the field is theirs: the stored value is written into it only at first.
    let first = untrack(|| read())
        .map(|m| write(m.value))
        .unwrap_or_default();
    let input = el("input")
        .id(id.clone())
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("aria-describedby", format!("{hint} {error}"))
        .attr("value", first)
        .live_attr("aria-invalid", move || {
            (!problem.get().is_empty()).then(|| "true".to_owned())
        })
        .on("input", on_input(metric, read.clone(), give, problem));
    let level = read.clone();
    let level = move || {
        let explained = level().and_then(|m| explain(metric, m.value));
        explained.map_or_else(String::new, |e| words().measured(metric, &e))
    };
    let question = el("p").id(hint).text(metric.question.as_str()).text(" ");
    let number = el("p")
        .class("number")
        .child(input)
        .child(el("span").text(metric.unit.as_str()));
    el("section").class("measurement").each([
        el("h2").child(el("label").attr("for", id).text(metric.title.as_str())),
        question.child(el("span").class("muted").text(w.range(metric))),
        number.child(el("output").live_text(level)),
        el("p")
            .class("error")
            .id(error)
            .attr("role", "alert")
            .live_text(move || problem.get()),
        help(metric),
    ])
}

fn on_input(
    metric: &'static Metric,
    read: ReadMeasurement,
    give: GiveMeasurement,
    problem: RwSignal<String>,
) -> impl FnMut(crate::app::markup::Event) {
    move |event| {
        let text = value_of(&event);
        let number = if text.trim().is_empty() {
            Ok(None)
        } else {
            read_number(metric, &text).map(Some)
        };
        match number {
            Ok(value) => {
                let period = read().and_then(|m| m.period);
                let measured = |value| Measurement {
                    value,
                    period,
                    origin: Origin::Typed,
                };
                give(value.map(measured));
                problem.set(String::new());
            }
            Err(why) => problem.set(words().refused(why)),
        }
    }
}

fn help(metric: &'static Metric) -> El {
    let w = words();
    let basis = if metric.judgement {
        w.judgement
    } else {
        w.published
    };
    let sources = el("p")
        .text(w.sources)
        .text(": ")
        .each(metric.sources.iter().map(source));
    details(w.measure_how)
        .child(p(metric.how.as_str()))
        .child(el("ul").class("bands").each(bands(metric)))
        .child(p(basis).text(" ").text(metric.basis.as_str()))
        .child(sources)
}

fn bands(metric: &'static Metric) -> impl Iterator<Item = El> {
    let sign = match metric.better {
        Better::Higher => '≥',
        Better::Lower => '≤',
    };
    Level::ALL
        .iter()
        .skip(1)
        .zip(&metric.cuts)
        .map(move |(level, cut)| {
            el("li").text(format!(
                "{}: {sign} {} {}",
                words().level_name(*level),
                write(*cut),
                metric.unit
            ))
        })
}
