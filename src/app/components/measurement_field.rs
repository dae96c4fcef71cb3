//! One metric's number.

use crate::app::words::words;
use crate::metrics::{level_of, read_number};
use crate::model::{Better, Level, Measurement, Metric, Origin};
use leptos::prelude::*;

/// A number field with its unit, range, help and the level that the number stands for.
#[component]
pub fn MeasurementField(
    /// What is measured.
    metric: Metric,
    /// The measurement so far.
    #[prop(into)]
    measurement: Signal<Option<Measurement>>,
    /// Called with each new measurement, or with none when the field was emptied.
    on_measure: Callback<Option<Measurement>>,
) -> impl IntoView {
    let w = words();
    let id = metric.id.to_string();
    let (hint, error) = (format!("{id}-hint"), format!("{id}-error"));
    let described = format!("{hint} {error}");
    let problem = RwSignal::new(None::<String>);
    let shown = move || {
        measurement
            .get()
            .map(|m| m.value.to_string())
            .unwrap_or_default()
    };
    let bands = bands(&metric);
    let level = {
        let metric = metric.clone();
        move || {
            let level = measurement.get().and_then(|m| level_of(&metric, m.value));
            level.map(|l| w.level_name(l))
        }
    };
    let read = metric.clone();
    let on_input = move |e| {
        let text = event_target_value(&e);
        if text.trim().is_empty() {
            problem.set(None);
            on_measure.run(None);
            return;
        }
        match read_number(&read, &text) {
            Ok(value) => {
                problem.set(None);
                let period = measurement.get_untracked().and_then(|m| m.period);
                on_measure.run(Some(Measurement {
                    value,
                    period,
                    origin: Origin::Typed,
                }));
            }
            Err(why) => problem.set(Some(words().refused(why))),
        }
    };
    let basis = if metric.judgement {
        w.judgement
    } else {
        w.published
    };
    // While someone types, the field is theirs: only a change from elsewhere is written into it.
    let first = shown();
    let sources = metric.sources.clone().into_iter().map(|s| {
        view! { <a href=s.url rel="noopener noreferrer">{s.title}</a> }
    });
    view! {
        <section class="measurement">
            <h2><label for=id.clone()>{metric.title.clone()}</label></h2>
            <p id=hint>{metric.question.clone()} " " <span class="muted">{w.range(&metric)}</span></p>
            <p class="number">
                <input id=id type="text" inputmode="decimal" autocomplete="off" aria-describedby=described
                    aria-invalid=move || problem.with(Option::is_some).then_some("true")
                    value=first on:input=on_input/>
                <span>{metric.unit.clone()}</span>
                <output>{level}</output>
            </p>
            <p class="error" id=error role="alert">{problem}</p>
            <details>
                <summary>{w.measure_how}</summary>
                <p>{metric.how.clone()}</p>
                <ul class="bands">{bands}</ul>
                <p>{basis} " " {metric.basis.clone()}</p>
                <p>{w.sources} ": " {sources.collect_view()}</p>
            </details>
        </section>
    }
}

fn bands(metric: &Metric) -> impl IntoView + use<> {
    let sign = match metric.better {
        Better::Higher => "≥",
        Better::Lower => "≤",
    };
    let line = |(level, cut): (&Level, &f64)| {
        view! { <li>{words().level_name(*level)} ": " {sign} " " {*cut} " " {metric.unit.clone()}</li> }
    };
    Level::ALL
        .iter()
        .skip(1)
        .zip(&metric.cuts)
        .map(line)
        .collect_view()
}
