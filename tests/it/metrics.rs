//! Measurements to levels, and numbers read and written to the last digit.

use crate::world::questionnaire;
use plumbline::catalog::built_in;
use plumbline::metrics::{explain, level_of, position};
use plumbline::model::{Level, Scale, decimal};

#[test]
fn a_value_on_a_cut_has_reached_the_better_level() {
    let lower = &questionnaire().metrics[0];
    for (value, level) in [
        (1000.0, 1),
        (720.1, 1),
        (720.0, 2),
        (168.0, 3),
        (24.0, 4),
        (1.0, 5),
        (0.0, 5),
    ] {
        assert_eq!(
            level_of(lower, value).map(Level::number),
            Some(level),
            "{value}"
        );
    }
    let q = built_in();
    let higher = q
        .metrics
        .iter()
        .find(|m| m.id.as_str() == "deployment-frequency")
        .unwrap();
    for (value, level) in [
        (0.0, 1),
        (0.25, 2),
        (1.0, 3),
        (5.0, 4),
        (19.9, 4),
        (20.0, 5),
        (500.0, 5),
    ] {
        assert_eq!(
            level_of(higher, value).map(Level::number),
            Some(level),
            "{value}"
        );
    }
}

#[test]
fn outside_the_range_there_is_no_level() {
    let metric = &questionnaire().metrics[0];
    for value in [-0.1, 1000.1, f64::NAN, f64::INFINITY] {
        assert_eq!(level_of(metric, value), None, "{value}");
    }
}

proptest::proptest! {
    /// The reader agrees with the standard library's to the last bit.
    #[test]
    fn decimals_are_read_exactly(whole in 0_u64..1_000_000_000, decimals in 0_usize..6, negative in proptest::bool::ANY) {
        let digits = format!("{whole:0>width$}", width = decimals + 1);
        let (before, after) = digits.split_at(digits.len() - decimals);
        let sign = if negative { "-" } else { "" };
        let text = format!("{sign}{before}.{after}");
        let ours = decimal::read(&text).map(f64::to_bits);
        proptest::prop_assert_eq!(ours, text.parse::<f64>().ok().map(f64::to_bits));
    }

    /// What is written can be read, also where a zero stands before 15 decimals.
    #[test]
    fn every_decimal_that_is_written_is_read(value in -1.0_f64..1.0) {
        let settled = decimal::settle(value);
        proptest::prop_assert_eq!(decimal::read(&decimal::write(settled)), Some(settled));
    }

    /// What was read is written with the same value, and never with more digits than were typed.
    #[test]
    fn decimals_are_written_as_they_were_read(whole in 0_u64..1_000_000_000, decimals in 0_usize..6, negative in proptest::bool::ANY) {
        let digits = format!("{whole:0>width$}", width = decimals + 1);
        let (before, after) = digits.split_at(digits.len() - decimals);
        let typed = format!("{}{before}.{after}", if negative { "-" } else { "" });
        let value = decimal::read(&typed).unwrap();
        let written = decimal::write(value);
        proptest::prop_assert_eq!(decimal::read(&written), Some(value));
        proptest::prop_assert!(written.len() <= typed.len(), "{} for {}", written, typed);
    }
}

proptest::proptest! {
    /// Else a measurement could creep from save to save.
    #[test]
    fn a_settled_number_stays(value in -1e12_f64..1e12) {
        let settled = decimal::settle(value);
        proptest::prop_assert_eq!(decimal::settle(settled), settled);
        let read_back: f64 = serde_json::from_str(&serde_json::to_string(&settled).unwrap()).unwrap();
        proptest::prop_assert_eq!(read_back, settled);
    }
}

#[test]
fn numbers_are_written_as_people_write_them() {
    for (value, text) in [
        (0.0, "0"),
        (-0.0, "0"),
        (12.0, "12"),
        (-3.5, "-3.5"),
        (0.1 + 0.2, "0.3"),
        (33.333_333_333_333_336, "33.3333333333333"),
        (-1e-20, "0"),
        (1e300, "over 10^15"),
        (f64::NAN, "not a number"),
    ] {
        assert_eq!(decimal::write(value), text);
    }
}

/// The test metric runs from 1000 h (worst) to 0 h on a logarithm, cut at 720, 168, 24 and 1 h.
#[test]
fn a_position_runs_from_worst_to_best_a_fifth_for_each_band() {
    let metric = &questionnaire().metrics[0];
    let at = |value| position(metric, value).unwrap();
    let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-9, "{a} {b}");
    close(at(1000.0), 0.0);
    close(at(720.0), 20.0);
    close(at(168.0), 40.0);
    close(at(24.0), 60.0);
    close(at(1.0), 80.0);
    // Halfway on the logarithm between 24 and 1.
    close(at(24_f64.sqrt()), 70.0);
    // The last band ends at 0, which has no logarithm: evenly.
    close(at(0.5), 90.0);
    close(at(0.0), 100.0);
    assert_eq!(position(metric, -1.0), None);
    // So is the first band of a metric whose worst end is 0.
    let q = built_in();
    let frequency = q
        .metrics
        .iter()
        .find(|m| m.id.as_str() == "deployment-frequency");
    close(position(frequency.unwrap(), 0.125).unwrap(), 10.0);
    let mut even = metric.clone();
    even.scale = Scale::Linear;
    close(position(&even, 96.0).unwrap(), 50.0);
}

#[test]
fn a_measurement_says_which_cut_it_reached_and_which_comes_next() {
    let metric = &questionnaire().metrics[0];
    let of = |value| {
        let e = explain(metric, value).unwrap();
        (e.level.number(), e.reached, e.next)
    };
    assert_eq!(of(900.0), (1, None, Some(720.0)));
    assert_eq!(of(168.0), (3, Some(168.0), Some(24.0)));
    assert_eq!(of(0.5), (5, Some(1.0), None));
    assert_eq!(explain(metric, 1e9), None);
}
