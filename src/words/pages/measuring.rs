//! The sentences of a page: the measurements.

use super::super::Words;
use crate::model::text::isolated;
use crate::model::{Basis, Better, Metric};

super::super::fixed::words! { MeasuringWords EN
    lead: "Real numbers show what the practices achieve. They stand beside the score and are never mixed into it. Leave empty what you do not know.",
    period: "Period",
    period_lead: "For the numbers that you enter from now on. Each can have its own.",
    period_so_far: "so far",
    period_none: "not said",
    period_other: "Another period",
    period_which: "Which",
    first: "Software delivery",
    first_lead: "The five metrics of DORA.",
}

impl Words {
    /// How many of a discipline's metrics are measured.
    pub fn measured_of(&self, name: &str, count: usize, of: usize) -> String {
        format!("{name}: {count} of {of}, optional")
    }

    /// A quarter as it is offered; the present one is not over.
    pub fn quarter_offered(&self, name: &str, is_present: bool) -> String {
        if is_present {
            format!("{name}, {}", self.measuring_page().period_so_far)
        } else {
            name.to_owned()
        }
    }

    /// What a number that was computed from files rests on.
    pub fn rests_on(&self, basis: &Basis) -> String {
        let files: Vec<_> = basis.files.iter().map(|name| isolated(name)).collect();
        let cases = self.cases(basis.cases, basis.of);
        let days = [isolated(&basis.begins), isolated(&basis.ends)].join(" to ");
        let more = if basis.is_or_more() {
            " The true value is this or more."
        } else {
            ""
        };
        format!("Computed from {}: {cases}, {days}.{more}", files.join(", "))
    }

    /// What a metric was in the last round, and which way it went since.
    pub fn was_measured(
        &self,
        metric: &Metric,
        (round, was): (&str, f64),
        now: Option<f64>,
    ) -> String {
        let was_said = format!("{}: {}", isolated(round), self.amount(&metric.unit, was));
        let Some(now) = now else {
            return was_said;
        };
        if now == was {
            return format!("{was_said} · the same now");
        }
        let arrow = if now > was { "▲" } else { "▼" };
        let is_better = (now > was) == (metric.better == Better::Higher);
        let how = if is_better { "better" } else { "worse" };
        format!("{was_said} · {arrow} {how} now")
    }
}
