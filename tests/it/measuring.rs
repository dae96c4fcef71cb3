//! Working measurements out from counts, and error budgets.

use plumbline::catalog::built_in;
use plumbline::metrics::{
    CannotWorkOut, ErrorBudget, Fires, NoBudget, Read, error_budget, error_budget_typed,
    read_number, work_out, work_out_typed,
};
use plumbline::model::{Metric, decimal};
use plumbline::words::words;

fn metric(id: &str) -> Metric {
    let q = built_in();
    let found = q.metrics.iter().find(|m| m.id.as_str() == id);
    found.unwrap().clone()
}

#[test]
fn every_metric_reads_what_it_writes() {
    for m in &built_in().metrics {
        for value in m.range.iter().chain(&m.cuts) {
            let text = format!("{} {}", decimal::write(*value), m.unit);
            let read = match read_number(m, &text) {
                Ok(Read::One(one)) => one.value,
                read => panic!("{}: {text}: {read:?}", m.id),
            };
            assert_eq!(read, *value, "{}: {text}", m.id);
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

/// Thousands read as decimals made 0.1 a week of 1,250 deployments in 12 weeks.
#[test]
fn typed_counts_are_read_as_counts() {
    let frequency = metric("deployment-frequency");
    let worked = |metric: &Metric, part, whole| {
        let worked = work_out_typed(metric, part, whole)?;
        Some(worked.map(|sum| words().worked_out(metric, &sum)))
    };
    for (part, whole, said) in [
        ("1,250", "12", "Taken as 1250 and 12: 104.17 per week"),
        ("1.250", "12", "Taken as 1250 and 12: 104.17 per week"),
        ("26", "4", "Taken as 26 and 4: 6.5 per week"),
        ("7,5", "2.5", "Taken as 7.5 and 2.5: 3 per week"),
        (
            "1,250,000",
            "1 000",
            "Taken as 1,250,000 and 1000: 1250 per week",
        ),
        ("1", "1,000", "Taken as 1 and 1000: 0.001 per week"),
    ] {
        assert_eq!(worked(&frequency, part, whole), Some(Ok(said.to_owned())));
    }
    let toil = metric("toil-share");
    let said = "Taken as 1200 and 1600: 75 %";
    assert_eq!(worked(&toil, "1,200", "1.600"), Some(Ok(said.to_owned())));
    assert_eq!(worked(&toil, "", "12"), None);
    assert_eq!(worked(&toil, "12", " "), None);
    for text in ["30 h", "many", "-3", "> 5"] {
        let refused = worked(&toil, text, "");
        assert!(
            matches!(refused, Some(Err(CannotWorkOut::NotACount(_)))),
            "{text}"
        );
    }
}

fn rates(budget: &ErrorBudget) -> [f64; 3] {
    budget.alerts.map(|alert| alert.burn_rate)
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
    for (alert, (rate, long, short, gone, pages)) in budget.alerts.iter().zip(table) {
        assert_eq!(
            (alert.burn_rate, alert.long, alert.pages),
            (rate, long, pages)
        );
        assert!((alert.short - short).abs() < 1e-9);
        let Fires::Above { bad, spent } = alert.fires else {
            panic!("{alert:?}");
        };
        assert!((bad - rate * 0.1).abs() < 1e-9 && (spent - gone).abs() < 1e-9);
    }
}

/// A ticket for a service that keeps its objective helps nobody.
#[test]
fn no_alert_burns_slower_than_the_budget_lasts() {
    for days in 1..=366 {
        let budget = error_budget(99.9, f64::from(days)).unwrap();
        assert_eq!(rates(&budget), [14.4, 6.0, 1.0]);
    }
    let week = error_budget(99.9, 7.0).unwrap();
    let spent = week.alerts.map(|alert| match alert.fires {
        Fires::Above { spent, .. } => spent,
        other => panic!("{other:?}"),
    });
    for (spent, said) in spent.iter().zip([8.57, 21.43, 42.86]) {
        assert!((spent - said).abs() < 0.01, "{spent}");
    }
}

#[test]
fn an_alert_that_cannot_fire_says_so() {
    let budget = error_budget(90.0, 30.0).unwrap();
    let [hour, six, days] = budget.alerts;
    assert!(matches!(hour.fires, Fires::Never(spent) if (spent - 1.3889).abs() < 1e-3));
    assert!(matches!(six.fires, Fires::Above { bad, .. } if (bad - 60.0).abs() < 1e-9));
    assert!(matches!(days.fires, Fires::Above { bad, .. } if (bad - 10.0).abs() < 1e-9));
    let said = words().burn_alert(&hour);
    assert_eq!(
        said[2],
        "Cannot fire: in 1 h even a complete outage spends only 1.39 % of the budget"
    );
    // No share of bad events lies above all of them.
    for target in [0.1, 50.0, 83.0, 90.0, 93.0, 99.0, 99.99] {
        for days in [1.0, 7.0, 28.0, 366.0] {
            for alert in error_budget(target, days).unwrap().alerts {
                match alert.fires {
                    Fires::Above { bad, spent } => assert!(bad < 100.0 && spent < 100.0),
                    Fires::Never(_) => assert!(alert.burn_rate * (100.0 - target) >= 99.999),
                    Fires::TooLate => assert!(days < 7.0),
                }
            }
        }
    }
}

#[test]
fn what_an_objective_allows_is_said_in_words() {
    for (target, days, said) in [
        (
            "99.9",
            "30",
            "Taken as 99.9 % over 30 days. That is 43 min 12 s of complete outage, or a smaller share of failed requests for longer: 10 % failing for 7 h 12 min.",
        ),
        (
            "99,9 %",
            "4 weeks",
            "Taken as 99.9 % over 28 days. That is 40 min 19 s of complete outage, or a smaller share of failed requests for longer: 10 % failing for 6 h 43 min.",
        ),
        (
            "0.95",
            "1 day",
            "Taken as 95 % over 1 day. That is 1 h 12 min of complete outage, or a smaller share of failed requests for longer: 10 % failing for 12 h.",
        ),
        (
            "80",
            "10",
            "Taken as 80 % over 10 days. That is 2 days of complete outage, or a smaller share of failed requests for longer: half of them failing for 4 days.",
        ),
        (
            "40",
            "10",
            "Taken as 40 % over 10 days. That is 6 days of complete outage, or a smaller share of failed requests for longer.",
        ),
    ] {
        let budget = error_budget_typed(target, days).unwrap();
        assert_eq!(words().allowed(&budget), said);
    }
}

#[test]
fn objectives_are_read_as_people_say_them() {
    for (text, target) in [
        ("99.9", Ok(99.9)),
        ("99,95%", Ok(99.95)),
        ("99.999 percent", Ok(99.999)),
        ("0.999", Ok(99.9)),
        ("two nines", Ok(99.0)),
        ("Three nines", Ok(99.9)),
        ("5 nines", Ok(99.999)),
        ("1 nines", Err(NoBudget::Objective)),
        ("3.5 nines", Err(NoBudget::Objective)),
        ("100", Err(NoBudget::Objective)),
        ("0", Err(NoBudget::Objective)),
        ("> 99", Err(NoBudget::Objective)),
        ("high", Err(NoBudget::Objective)),
        ("", Err(NoBudget::Objective)),
    ] {
        let read = error_budget_typed(text, "28").map(|budget| budget.target);
        assert_eq!(read, target, "{text}");
    }
    for (text, days) in [
        ("28", Ok(28.0)),
        ("a month", Ok(30.0)),
        ("1 quarter", Ok(91.25)),
        ("0", Err(NoBudget::Window)),
        ("400", Err(NoBudget::Window)),
        ("soon", Err(NoBudget::Window)),
    ] {
        let read = error_budget_typed("99.9", text).map(|budget| budget.days);
        assert_eq!(read, days, "{text}");
    }
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
