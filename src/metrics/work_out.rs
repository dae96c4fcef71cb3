//! A metric's value from two counts, for teams that have counts and no dashboard.

use crate::model::{Metric, decimal};

/// Why two counts give no value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CannotWorkOut {
    /// The whole is 0 or less: there is nothing to take a part of.
    NoWhole,
    /// The value lies outside the metric's range, lowest and highest given.
    OutOfRange(f64, f64),
}

/// `part` of `whole`: as a percentage where the metric is one, else as a plain ratio, such as
/// deployments a week.
///
/// # Errors
/// [`CannotWorkOut`] when there is no such value.
pub fn work_out(metric: &Metric, part: f64, whole: f64) -> Result<f64, CannotWorkOut> {
    if whole <= 0.0 {
        return Err(CannotWorkOut::NoWhole);
    }
    let scale = if metric.unit == "%" { 100.0 } else { 1.0 };
    // Two decimals are more than counts can tell.
    let value = decimal::settle((part / whole * scale * 100.0).round() / 100.0);
    let [low, high] = metric.range;
    if metric.accepts(value) {
        Ok(value)
    } else {
        Err(CannotWorkOut::OutOfRange(low, high))
    }
}
