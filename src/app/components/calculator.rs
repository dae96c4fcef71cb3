//! A metric from two counts.

use crate::app::browser::page::value_of;
use crate::app::markup::{El, button, details, el};
use crate::metrics::{CannotWorkOut, WorkedOut, work_out_typed};
use crate::model::{Calculator, Metric};
use crate::words::words;
use leptos::prelude::*;

/// What the two fields hold, as typed, and what follows.
#[derive(Clone, Copy)]
struct Sum {
    metric: &'static Metric,
    part: RwSignal<String>,
    whole: RwSignal<String>,
    /// Whether somebody asked for the number while a count was missing.
    is_asked: RwSignal<bool>,
}

impl Sum {
    /// `None` while a field is empty.
    fn result(self) -> Option<Result<WorkedOut, CannotWorkOut>> {
        work_out_typed(self.metric, &self.part.get(), &self.whole.get())
    }

    fn shown(self) -> String {
        let w = words();
        match self.result() {
            None if self.is_asked.get() => w.counts_missing.to_owned(),
            None => String::new(),
            Some(Ok(sum)) => w.worked_out(self.metric, &sum),
            Some(Err(why)) => w.cannot_work_out(why),
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
        is_asked: RwSignal::new(false),
    };
    let use_it = button("", w.use_number, move |_| match untrack(|| sum.result()) {
        Some(Ok(worked)) => take(worked.value),
        _ => sum.is_asked.set(true),
    });
    details(w.work_out).child(el("div").class("sum").each([
        number_field(&counts.part, sum.part),
        number_field(&counts.whole, sum.whole),
        el("output").live_text(move || sum.shown()),
        use_it,
    ]))
}
