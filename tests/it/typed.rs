//! Numbers as people type them, each with what is made of it.

use crate::world::questionnaire;
use plumbline::metrics::{NotANumber, Read, read_number};
use plumbline::model::{Better, Metric, decimal};

/// A metric in a unit, lower is better, with the given range.
pub fn metric(unit: &str, range: [f64; 2]) -> Metric {
    let mut metric = questionnaire().metrics[0].clone();
    (metric.unit, metric.range, metric.better) = (unit.to_owned(), range, Better::Lower);
    let [low, high] = range;
    metric.cuts = [0.8, 0.6, 0.4, 0.2].map(|part| low + (high - low) * part);
    metric
}

pub fn hours() -> Metric {
    metric("h", [0.0, 8760.0])
}
pub fn minutes() -> Metric {
    metric("min", [0.0, 10080.0])
}
pub fn days() -> Metric {
    metric("days", [0.0, 365.0])
}
pub fn rate() -> Metric {
    metric("per week", [0.0, 10000.0])
}
pub fn share() -> Metric {
    metric("%", [0.0, 100.0])
}
pub fn budget() -> Metric {
    metric("%", [-1000.0, 100.0])
}
pub fn points() -> Metric {
    metric("points", [-100.0, 100.0])
}
pub fn shift() -> Metric {
    metric("per shift", [0.0, 200.0])
}

/// What is made of a text, in a few letters.
fn outcome(metric: &Metric, text: &str) -> String {
    match read_number(metric, text) {
        Ok(Read::One(one)) => decimal::write(one.value),
        Ok(Read::Either([one, other])) => {
            format!(
                "{} or {}?",
                decimal::write(one.value),
                decimal::write(other.value)
            )
        }
        Err(NotANumber::OutOfRange(..)) => "out of range".to_owned(),
        Err(why) => format!("{why:?}"),
    }
}

#[track_caller]
pub fn check(metric: &Metric, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, expected)| {
            let made = outcome(metric, text);
            (made != *expected).then(|| format!("{text:?}: {made}, not {expected}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "in {}:\n{}",
        metric.unit,
        wrong.join("\n")
    );
}

#[test]
fn thousands_and_decimals_of_every_habit() {
    check(
        &rate(),
        &[
            ("1234", "1234"),
            ("1,234", "1234 or 1.234?"),
            ("1.234", "1234 or 1.234?"),
            ("1 234", "1234"),
            ("1\u{a0}234", "1234"),
            ("1\u{202f}234", "1234"),
            ("1\u{2009}234", "1234"),
            ("1'234", "1234"),
            ("1’234", "1234"),
            ("1_234", "1234"),
            ("1,234.5", "1234.5"),
            ("1.234,5", "1234.5"),
            ("1 234,5", "1234.5"),
            ("1'234.50", "1234.5"),
            ("1.234,567", "1234.567"),
            ("1,234.567", "1234.567"),
            ("1,234,567", "out of range"),
            ("1,23,456", "out of range"),
            ("2.000", "2000 or 2?"),
            ("12,345", "12.345"),
            ("1234,567", "1234.567"),
            ("1,2345", "1.2345"),
            ("1,23", "1.23"),
            ("1,5", "1.5"),
            ("0,123", "0.123"),
            ("012,345", "12.345"),
            (",5", "0.5"),
            (".5", "0.5"),
            ("5.", "5"),
            ("5,", "5"),
            ("1,2,3", "Unreadable"),
            ("1.2.3", "Unreadable"),
            ("1,,5", "Unreadable"),
            ("12 34", "Unreadable"),
            ("1234 567", "Unreadable"),
            ("1,234'567", "Unreadable"),
            ("٣", "3"),
            ("١٬٢٣٤", "1234"),
            ("١٫٢٣٤", "1.234"),
            ("۱۲", "12"),
            ("१२", "12"),
            ("１２．５", "12.5"),
            ("１，２３４", "1234 or 1.234?"),
        ],
    );
    let many = metric("services", [0.0, 1e9]);
    check(
        &many,
        &[
            ("1,234,567", "1234567"),
            ("1.234.567", "1234567"),
            ("12,34,567", "1234567"),
            ("1,23,45,678", "12345678"),
            ("1 234 567", "1234567"),
            ("1,234,567.8", "1234567.8"),
            ("12,34,567.8", "1234567.8"),
            ("1.234.567,8", "1234567.8"),
            ("1,234,56", "Unreadable"),
            ("123,456", "123456 or 123.456?"),
            ("12,345 services", "12345 or 12.345?"),
            ("40 service", "40"),
        ],
    );
}

#[test]
fn other_ways_to_write_a_number() {
    check(
        &rate(),
        &[
            ("1e2", "100"),
            ("1E2", "100"),
            ("1e+2", "100"),
            ("1.5e3", "1500"),
            ("5e-1", "0.5"),
            ("1e308", "Unreadable"),
            ("1e9", "out of range"),
            ("1e", "Unreadable"),
            ("2k", "2000"),
            ("1.2k per week", "1200"),
            ("2½", "2.5"),
            ("2 ½", "2.5"),
            ("-0", "0"),
            ("-0.0", "0"),
            ("+3", "3"),
            ("-1", "out of range"),
            ("NaN", "Unreadable"),
            ("inf", "Unreadable"),
            ("infinity", "Unreadable"),
            ("∞", "Unreadable"),
            ("0x10", "Unreadable"),
            ("999999999999999999999", "Unreadable"),
            ("", "Unreadable"),
            ("-", "NotKnown"),
            ("?", "NotKnown"),
            ("N/A", "NotKnown"),
            ("unknown", "NotKnown"),
            ("often", "Unreadable"),
            ("5 5", "Unreadable"),
        ],
    );
    assert_eq!(outcome(&rate(), &"9".repeat(1_000_000)), "Unreadable");
}

#[test]
fn lengths_of_time() {
    check(
        &hours(),
        &[
            ("2", "2"),
            ("1,5h", "1.5"),
            ("1.5 H", "1.5"),
            ("2 Days", "48"),
            ("90 min", "1.5"),
            ("90 minutes", "1.5"),
            ("50 min.", "0.833333"),
            ("2h30", "2.5"),
            ("2h 30", "2.5"),
            ("2 h 30 m", "2.5"),
            ("2h30m", "2.5"),
            ("2 hrs and 30 mins", "2.5"),
            ("1 day, 6 hours", "30"),
            ("1 day,6 hours", "30"),
            ("1d6h", "30"),
            ("1 d .5 h", "24.5"),
            ("2 h + 30 min", "2.5"),
            ("2h75", "Unreadable"),
            ("2 d 4", "Unreadable"),
            ("1 week", "168"),
            ("a week", "168"),
            ("an hour", "1"),
            ("half a day", "12"),
            ("half an hour", "0.5"),
            ("two days", "48"),
            ("1 and a half days", "36"),
            ("½ day", "12"),
            ("1 fortnight", "336"),
            ("1 month", "720"),
            ("1 quarter", "2190"),
            ("1 year", "8760"),
            ("2 years", "out of range"),
            ("3 m", "0.05 or 2160?"),
            ("30m", "0.5"),
            ("3 mo", "2160"),
            ("1:30", "1.5 or 0.025?"),
            ("1:30 h", "1.5"),
            ("01:30:00", "1.5"),
            ("1:75", "Unreadable"),
            ("1:30 am", "Unreadable"),
            ("1:2:3:4", "Unreadable"),
            ("9000:00", "150"),
            ("30 s", "0.00833333"),
            ("1,440 min", "24 or 0.024?"),
            ("1,440", "1440 or 1.44?"),
            ("12 %", "OtherUnit"),
            ("3 per week", "OtherUnit"),
            ("2 working days", "OtherUnit"),
            ("2 parsecs", "Unreadable"),
            ("-1 h", "out of range"),
            ("1 h 1,234 min 1,234 s", "Unreadable"),
        ],
    );
    check(
        &minutes(),
        &[
            ("3 m", "3"),
            ("1:30", "90 or 1.5?"),
            ("1:30 min", "1.5"),
            ("2 hours", "120"),
            ("90 s", "1.5"),
            ("5m30", "5.5"),
            ("1 week", "10080"),
            ("8 days", "out of range"),
        ],
    );
    check(
        &days(),
        &[
            ("12 h", "0.5"),
            ("3 weeks", "21"),
            ("3 m", "0.00208333 or 90?"),
            ("36:00", "1.5 or 0.025?"),
            ("14 days", "14"),
            ("14d", "14"),
        ],
    );
    check(
        &metric("working hours", [0.0, 2000.0]),
        &[
            ("8", "8"),
            ("2 days", "16"),
            ("2 working days", "16"),
            ("1 week", "40"),
            ("30 min", "0.5"),
            ("1 month", "OtherUnit"),
        ],
    );
}

#[test]
fn how_often() {
    check(
        &rate(),
        &[
            ("3 times per week", "3"),
            ("3x", "3"),
            ("3 × a week", "3"),
            ("5x/week", "5"),
            ("3 per day", "21"),
            ("3/day", "21"),
            ("3 / day", "21"),
            ("12 deployments per day", "84"),
            ("12 deploys a day", "84"),
            ("twice a day", "14"),
            ("Twice a week", "2"),
            ("once a month", "0.233333"),
            ("three times a month", "0.7"),
            ("13 per quarter", "0.99726"),
            ("26 per year", "0.49863"),
            ("1 per 2 weeks", "0.5"),
            ("every 2 weeks", "0.5"),
            ("every two weeks", "0.5"),
            ("once every 2 weeks", "0.5"),
            ("every other week", "0.5"),
            ("fortnightly", "0.5"),
            ("once a fortnight", "0.5"),
            ("daily", "7"),
            ("every day", "7"),
            ("3 times daily", "21"),
            ("weekly", "1"),
            ("hourly", "168"),
            ("monthly", "0.233333"),
            ("26 in 4 weeks", "6.5"),
            ("26 in the last 4 weeks", "6.5"),
            ("2 per working day", "10"),
            ("biweekly", "2 or 0.5?"),
            ("never", "0"),
            ("zero", "0"),
            ("1,234 per week", "1234 or 1.234?"),
            ("1,500 per day", "10.5"),
            ("2 h", "OtherUnit"),
            ("3 hours per week", "OtherUnit"),
            ("12 %", "OtherUnit"),
            ("3 per sprint", "Unreadable"),
            ("deployments a day", "Unreadable"),
            ("a day", "Unreadable"),
            ("every 0 days", "Unreadable"),
        ],
    );
    let a_month = metric("per month", [0.0, 1000.0]);
    check(
        &a_month,
        &[("1 per week", "4.28571"), ("2", "2"), ("12/month", "12")],
    );
    let a_day = metric("deployments per day", [0.0, 1000.0]);
    check(
        &a_day,
        &[("7 per week", "1"), ("2 deployments per day", "2")],
    );
}

#[test]
fn about_is_left_out_and_two_numbers_are_none() {
    check(
        &hours(),
        &[
            ("~2 days", "48"),
            ("≈ 3", "3"),
            ("about 3 h", "3"),
            ("approx. 3h", "3"),
            ("ca. 3 h", "3"),
            ("roughly 2 hours", "2"),
            ("3 h or so", "3"),
            ("2-3 days", "Range"),
            ("2 – 3 days", "Range"),
            ("2 to 3 days", "Range"),
            ("2 h to 3 h", "Range"),
            ("between 2 and 3 h", "Range"),
            ("2 or 3", "Range"),
        ],
    );
    check(&share(), &[("10-20 %", "Range"), ("5..10", "Range")]);
}
