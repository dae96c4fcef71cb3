//! One metric's number.

use super::calculator::calculator;
use crate::app::browser::page::value_of;
use crate::app::markup::{El, details, el, p, source};
use crate::app::words::words;
use crate::metrics::{explain, read_number};
use crate::model::decimal::write;
use crate::model::validate::MAX_LINE;
use crate::model::{Better, Level, Measurement, Metric, Origin};
use leptos::prelude::*;
use std::sync::Arc;

/// Reads the measurement so far and tracks it.
pub type ReadMeasurement = Arc<dyn Fn() -> Option<Measurement> + Send + Sync>;
/// Takes a new measurement, or none when the field was emptied.
pub type GiveMeasurement = Arc<dyn Fn(Option<Measurement>) + Send + Sync>;

/// What the fields of one metric show. While someone types, the fields are theirs.
#[derive(Clone)]
struct Form {
    metric: &'static Metric,
    read: ReadMeasurement,
    give: GiveMeasurement,
    number: RwSignal<String>,
    period: RwSignal<String>,
    problem: RwSignal<String>,
    /// The period that was given last, for whichever metric.
    usual: StoredValue<String>,
}

impl Form {
    fn typed(&self, text: String) {
        let number = if text.trim().is_empty() {
            Ok(None)
        } else {
            read_number(self.metric, &text).map(Some)
        };
        self.number.set(text);
        match number {
            Ok(value) => self.put(value, Origin::Typed),
            Err(why) => self.problem.set(words().refused(self.metric, why)),
        }
    }

    fn put(&self, value: Option<f64>, origin: Origin) {
        let is_new = untrack(|| (self.read)()).is_none();
        if is_new && value.is_some() && self.period.with_untracked(String::is_empty) {
            self.period.set(self.usual.get_value());
        }
        let period = self.period.get_untracked();
        let period = (!period.trim().is_empty()).then_some(period);
        (self.give)(value.map(|value| Measurement {
            value,
            period,
            origin,
        }));
        self.problem.set(String::new());
    }

    fn covers(&self, period: String) {
        self.usual.set_value(period.clone());
        self.period.set(period);
        if let Some(m) = untrack(|| (self.read)()) {
            self.put(Some(m.value), m.origin);
        }
    }

    /// What the number was taken for, and the level that it stands for.
    fn understood(&self) -> String {
        let Some(m) = (self.read)() else {
            return String::new();
        };
        // What cannot be taken leaves what was there before.
        if !self.problem.get().is_empty() {
            return words().still_kept(m.value, &self.metric.unit);
        }
        let level = explain(self.metric, m.value);
        let level = level.map_or_else(String::new, |e| words().measured(self.metric, &e));
        let typed = self.number.get();
        if typed.trim().replace(',', ".") == write(m.value) {
            level
        } else {
            format!("{} {} · {level}", write(m.value), self.metric.unit)
        }
    }
}

/// A number field with its unit, range, help, the period that it covers and the level that the
/// number stands for.
pub fn measurement_field(
    metric: &'static Metric,
    read: &ReadMeasurement,
    give: GiveMeasurement,
    usual: StoredValue<String>,
) -> El {
    let w = words();
    let id = metric.id.to_string();
    let first = untrack(|| read());
    let number = first.as_ref().map(|m| write(m.value)).unwrap_or_default();
    let period = first.and_then(|m| m.period).unwrap_or_default();
    let form = Form {
        metric,
        read: read.clone(),
        give,
        number: RwSignal::new(number),
        period: RwSignal::new(period),
        problem: RwSignal::new(String::new()),
        usual,
    };
    let problem = form.problem;
    let understood = form.clone();
    let take = form.clone();
    let counts = metric.calculator.as_ref().map(|counts| {
        calculator(metric, counts, move |value| {
            take.number.set(write(value));
            take.put(Some(value), Origin::Computed);
        })
    });
    let question = p(metric.question.as_str())
        .id(format!("{id}-hint"))
        .text(" ");
    el("section")
        .class("measurement")
        .child(
            el("h3").child(
                el("label")
                    .attr("for", id.clone())
                    .text(metric.title.as_str()),
            ),
        )
        .child(question.child(el("span").class("muted").text(w.range(metric))))
        .child(number_line(&id, &form).child(period_field(&id, &form)))
        .child(
            el("p")
                .class("band")
                .child(el("output").live_text(move || understood.understood())),
        )
        .child(
            el("p")
                .class("error")
                .id(format!("{id}-error"))
                .attr("role", "alert")
                .live_text(move || problem.get()),
        )
        .each(counts)
        .child(help(metric))
}

fn number_line(id: &str, form: &Form) -> El {
    let (problem, number, typed) = (form.problem, form.number, form.clone());
    let input = el("input")
        .id(id.to_owned())
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("maxlength", "40")
        .attr("aria-describedby", format!("{id}-hint {id}-error"))
        .live_prop("value", move || number.get())
        .live_attr("aria-invalid", move || {
            (!problem.get().is_empty()).then(|| "true".to_owned())
        })
        .on("input", move |event| typed.typed(value_of(&event)));
    el("div")
        .class("number")
        .child(input)
        .child(el("span").text(form.metric.unit.as_str()))
}

fn period_field(id: &str, form: &Form) -> El {
    let id = format!("{id}-period");
    let (period, typed) = (form.period, form.clone());
    let input = el("input")
        .id(id.clone())
        .attr("type", "text")
        .attr("maxlength", MAX_LINE.to_string())
        .attr("autocomplete", "off")
        .attr("aria-label", words().period_of(&form.metric.title))
        .live_prop("value", move || period.get())
        .on("input", move |event| typed.covers(value_of(&event)));
    let label = el("label")
        .attr("for", id)
        .class("muted")
        .text(words().period);
    el("span").class("period").each([label, input])
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
