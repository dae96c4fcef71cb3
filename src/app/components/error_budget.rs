//! What a service level objective allows: downtime, and when to alert.

use super::calculator::number_field;
use super::table::{Row, table};
use crate::app::markup::{El, all, details, el, live, p};
use crate::metrics::{ErrorBudget, error_budget_typed};
use crate::words::words;
use leptos::prelude::*;

/// A calculator with a target and a window; nothing of it is stored.
pub fn error_budget_fold() -> El {
    let w = words();
    let target = RwSignal::new("99.9".to_owned());
    // Whole weeks, so that no window has more weekends than another.
    let days = RwSignal::new("28".to_owned());
    let result = live(move || {
        let typed = error_budget_typed(&target.get(), &days.get());
        typed.map_or_else(
            |why| p(words().no_budget(why)).done(),
            |budget| shown(&budget),
        )
    });
    let source = el("a")
        .attr("href", "https://sre.google/workbook/alerting-on-slos/")
        .attr("rel", "noopener noreferrer")
        .text("The Site Reliability Workbook, ch. 5: Alerting on SLOs");
    details(w.budget_page().title)
        .child(el("div").class("sum").each([
            number_field(w.budget_page().target, target),
            number_field(w.budget_page().days, days),
        ]))
        .child(el("div").attr("role", "status").view(result))
        .child(p(w.budget_page().alerts_basis))
        .child(p(w.sources).text(": ").child(source))
}

fn shown(budget: &ErrorBudget) -> AnyView {
    let w = words();
    let rows = budget.alerts.iter().map(|alert| -> Row {
        let cells = w.burn_alert(alert);
        let name = if alert.pages {
            w.budget_page().alert_page
        } else {
            w.budget_page().alert_ticket
        };
        (name.to_owned(), cells.map(Into::into).into())
    });
    let head = [
        w.budget_page().alert,
        w.budget_page().alert_windows,
        w.budget_page().alert_rate,
        w.budget_page().alert_bad,
        w.budget_page().alert_spent,
    ];
    let alerts = table(w.budget_page().alerts, &head, rows.collect());
    all(vec![p(w.allowed(budget)).done(), alerts.done()])
}
