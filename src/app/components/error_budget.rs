//! What a service level objective allows: downtime, and when to alert.

use super::calculator::{number_field, number_in};
use super::table::{Row, table};
use crate::app::markup::{El, all, details, el, live, p};
use crate::app::words::words;
use crate::metrics::error_budget;
use leptos::prelude::*;

/// A calculator with a target and a window; nothing of it is stored.
pub fn error_budget_fold() -> El {
    let w = words();
    let target = RwSignal::new("99.9".to_owned());
    let days = RwSignal::new("30".to_owned());
    let result = live(move || {
        let read = |signal: RwSignal<String>| number_in(signal.get().trim().trim_end_matches('%'));
        let budget = read(target).zip(read(days));
        match budget.and_then(|(target, days)| error_budget(target, days)) {
            None => p(words().no_budget).done(),
            Some(budget) => {
                let rows = budget.alerts.iter().map(|alert| -> Row {
                    let cells = words().burn_alert(alert);
                    let name = if alert.pages {
                        w.alert_page
                    } else {
                        w.alert_ticket
                    };
                    (name.to_owned(), cells.map(Into::into).into())
                });
                let allowed = p(words().allowed(budget.minutes));
                let head = [
                    w.alert,
                    w.alert_windows,
                    w.alert_rate,
                    w.alert_bad,
                    w.alert_spent,
                ];
                let alerts = table(w.alerts, &head, rows.collect());
                all(vec![allowed.done(), alerts.done()])
            }
        }
    });
    let source = el("a")
        .attr("href", "https://sre.google/workbook/alerting-on-slos/")
        .attr("rel", "noopener noreferrer")
        .text("The Site Reliability Workbook, ch. 5: Alerting on SLOs");
    details(w.budget_title)
        .child(el("div").class("sum").each([
            number_field(w.budget_target, target),
            number_field(w.budget_days, days),
        ]))
        .child(el("div").attr("role", "status").view(result))
        .child(p(w.sources).text(": ").child(source))
}
