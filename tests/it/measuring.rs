//! Typing measurements with units, working them out from counts, and error budgets.

use plumbline::catalog::built_in;
use plumbline::metrics::{CannotWorkOut, NotANumber, error_budget, read_number, work_out};
use plumbline::model::{Metric, decimal};

fn metric(id: &str) -> Metric {
    let q = built_in();
    let found = q.metrics.iter().find(|m| m.id.as_str() == id);
    found.unwrap().clone()
}

#[test]
fn common_forms_are_understood_in_the_metrics_own_unit() {
    for (id, text, value) in [
        ("change-lead-time", "2 days", 48.0),
        ("change-lead-time", "1.5 h", 1.5),
        ("change-lead-time", "1,5h", 1.5),
        ("change-lead-time", "90 min", 1.5),
        ("change-lead-time", "1 d 6 h", 30.0),
        ("change-lead-time", "1d6h", 30.0),
        ("change-lead-time", " 1 Week ", 168.0),
        ("change-lead-time", "1 month", 720.0),
        ("change-lead-time", "0", 0.0),
        ("time-to-detect", "30 s", 0.5),
        ("time-to-detect", "2 hours", 120.0),
        ("restore-test-age", "12 h", 0.5),
        ("change-fail-rate", "12 %", 12.0),
        ("change-fail-rate", "12,5%", 12.5),
        ("change-fail-rate", "3 percent", 3.0),
        ("deployment-frequency", "3 per day", 21.0),
        ("deployment-frequency", "2/week", 2.0),
        ("deployment-frequency", "3 a month", 0.7),
        ("developer-satisfaction-score", "\u{2212}20", -20.0),
        ("developer-satisfaction-score", "-5 points", -5.0),
        ("pages-per-shift", "2 per shift", 2.0),
        ("review-wait", "1 working day", 8.0),
        ("review-wait", "1 working day 2.5 working hours", 10.5),
    ] {
        let read = read_number(&metric(id), text);
        let near = read.is_ok_and(|read| (read - value).abs() < 1e-9);
        assert!(near, "{id}: {text}: {read:?}");
    }
}

#[test]
fn what_cannot_be_meant_is_refused_with_the_reason() {
    for (id, text, reason) in [
        ("change-lead-time", "12 %", NotANumber::OtherUnit),
        ("change-fail-rate", "2 days", NotANumber::OtherUnit),
        ("deployment-frequency", "2 h", NotANumber::OtherUnit),
        ("review-wait", "2 days", NotANumber::OtherUnit),
        ("change-fail-rate", "10 % 5 %", NotANumber::Unreadable),
        ("change-lead-time", "2 d 4", NotANumber::Unreadable),
        ("change-lead-time", "abc", NotANumber::Unreadable),
        ("change-lead-time", "1e308", NotANumber::Unreadable),
        ("change-lead-time", "2 parsecs", NotANumber::Unreadable),
        (
            "change-fail-rate",
            "120 %",
            NotANumber::OutOfRange(0.0, 100.0),
        ),
        ("change-lead-time", "2 years", NotANumber::Unreadable),
        (
            "change-lead-time",
            "400 days",
            NotANumber::OutOfRange(0.0, 8760.0),
        ),
    ] {
        assert_eq!(read_number(&metric(id), text), Err(reason), "{id}: {text}");
    }
    let pasted = "9".repeat(1_000_000);
    assert_eq!(
        read_number(&metric("change-lead-time"), &pasted),
        Err(NotANumber::Unreadable)
    );
}

#[test]
fn every_metric_reads_what_it_writes() {
    for m in &built_in().metrics {
        for value in m.range.iter().chain(&m.cuts) {
            let text = format!("{} {}", decimal::write(*value), m.unit);
            assert_eq!(read_number(m, &text), Ok(*value), "{}: {text}", m.id);
        }
    }
}

#[test]
fn counts_give_a_value() {
    assert_eq!(work_out(&metric("toil-share"), 30.0, 120.0), Ok(25.0));
    assert_eq!(work_out(&metric("platform-adoption"), 1.0, 3.0), Ok(33.33));
    assert_eq!(
        work_out(&metric("deployment-frequency"), 26.0, 4.0),
        Ok(6.5)
    );
    assert_eq!(
        work_out(&metric("toil-share"), 1.0, 0.0),
        Err(CannotWorkOut::NoWhole)
    );
    assert_eq!(
        work_out(&metric("platform-adoption"), 4.0, 3.0),
        Err(CannotWorkOut::OutOfRange(0.0, 100.0))
    );
}

#[test]
fn the_error_budget_is_as_in_the_workbook() {
    let budget = error_budget(99.9, 30.0).unwrap();
    assert!((budget.minutes - 43.2).abs() < 1e-6, "{}", budget.minutes);
    // Table 5-8 of the Site Reliability Workbook.
    let table = [
        (14.4, 1.0, 1.0 / 12.0, 2.0, true),
        (6.0, 6.0, 0.5, 5.0, true),
        (1.0, 72.0, 6.0, 10.0, false),
    ];
    for (alert, (rate, long, short, spent, pages)) in budget.alerts.iter().zip(table) {
        assert!((alert.burn_rate - rate).abs() < 1e-9);
        assert!((alert.bad - rate * 0.1).abs() < 1e-6);
        assert_eq!((alert.long, alert.spent, alert.pages), (long, spent, pages));
        assert!((alert.short - short).abs() < 1e-9);
    }
    assert!((error_budget(50.0, 30.0).unwrap().alerts[0].bad - 100.0).abs() < 1e-9);
}

#[test]
fn an_objective_that_is_none_has_no_budget() {
    for (target, days) in [
        (100.0, 30.0),
        (0.0, 30.0),
        (120.0, 30.0),
        (99.9, 0.0),
        (99.9, 367.0),
        (f64::NAN, 30.0),
        (99.9, f64::NAN),
    ] {
        assert_eq!(error_budget(target, days), None, "{target} over {days}");
    }
}
