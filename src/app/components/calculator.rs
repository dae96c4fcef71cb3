//! A metric from two counts.

use crate::app::browser::page::value_of;
use crate::app::markup::{El, button, details, el};
use crate::app::words::words;
use crate::metrics::{CannotWorkOut, work_out};
use crate::model::decimal::{self, write};
use crate::model::{Calculator, Metric};
use leptos::prelude::*;

/// What the two fields hold, as typed, and what follows.
#[derive(Clone, Copy)]
struct Sum {
    metric: &'static Metric,
    part: RwSignal<String>,
    whole: RwSignal<String>,
}

impl Sum {
    /// `None` while a field is empty or no number.
    fn result(self) -> Option<Result<f64, CannotWorkOut>> {
        let (part, whole) = (number_in(&self.part.get())?, number_in(&self.whole.get())?);
        Some(work_out(self.metric, part, whole))
    }

    fn shown(self) -> String {
        match self.result() {
            None => String::new(),
            Some(Ok(value)) => format!("{} {}", write(value), self.metric.unit),
            Some(Err(why)) => words().cannot_work_out(why),
        }
    }
}

/// A labelled field for a number, with what `signal` holds at first.
pub fn number_field(label: &'static str, signal: RwSignal<String>) -> El {
    let input = el("input")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("value", signal.get_untracked())
        .on("input", move |event| signal.set(value_of(&event)));
    el("label").text(label).child(input)
}

/// The number in such a field, with a comma or a point before its decimals.
pub fn number_in(text: &str) -> Option<f64> {
    decimal::read(&text.trim().replace(',', "."))
}

/// Two fields, what follows, and a button that takes it over through `take`.
pub fn calculator(
    metric: &'static Metric,
    counts: &'static Calculator,
    take: impl Fn(f64) + 'static,
) -> El {
    let w = words();
    let sum = Sum {
        metric,
        part: RwSignal::new(String::new()),
        whole: RwSignal::new(String::new()),
    };
    let use_it = button("", w.use_number, move |_| {
        if let Some(Ok(value)) = untrack(|| sum.result()) {
            take(value);
        }
    });
    details(w.work_out).child(el("div").class("sum").each([
        number_field(&counts.part, sum.part),
        number_field(&counts.whole, sum.whole),
        el("output").live_text(move || sum.shown()),
        use_it,
    ]))
}
