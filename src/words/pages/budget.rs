//! The sentences of a page: what an objective allows.

super::super::fixed::words! { BudgetWords EN
    title: "What does an objective allow? Error budget and alerts",
    target: "Objective, in %",
    days: "Window, in days",
    no_objective: "Please give an objective above 0 and below 100 %, such as 99.9.",
    no_window: "Please give a window of 1 to 366 days, such as 28 or 4 weeks.",
    alerts_basis: "The burn rates and windows are those published for 99.9 % over 30 days. Where an alert cannot fire, give it a longer window or a smaller share of the budget. A service with little traffic needs another way: there, a few failed requests would wake someone.",
    alerts: "When to alert on the budget’s burning",
    alert: "Alert",
    alert_page: "Wake someone",
    alert_ticket: "File a ticket",
    alert_windows: "Both windows",
    alert_rate: "Burn rate",
    alert_bad: "Bad events above",
    alert_spent: "Budget gone by then",
}
