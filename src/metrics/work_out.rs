//! A metric's value from two counts, for teams that have counts and no dashboard.

use super::reading::{Kind, NotANumber, kind};
use super::whole::read_count;
use crate::model::error::error;
use crate::model::{Metric, decimal};

/// Why two counts give no value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CannotWorkOut {
    /// A text is no count.
    NotACount(NotANumber),
    /// The whole is 0 or less: there is nothing to take a part of.
    NoWhole,
    /// The value lies outside the metric's range, lowest and highest given.
    OutOfRange(f64, f64),
}

error!(CannotWorkOut, |why| match why {
    CannotWorkOut::NotACount(why) => Some(why),
    _ => None,
});

/// A value and the counts that it was worked out from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WorkedOut {
    /// What is counted above the line.
    pub part: f64,
    /// What is counted below it.
    pub whole: f64,
    /// The value, in the metric's unit.
    pub value: f64,
}

/// The value of two counts as they were typed. `None` while one of them is missing.
#[must_use]
pub fn work_out_typed(
    metric: &Metric,
    part: &str,
    whole: &str,
) -> Option<Result<WorkedOut, CannotWorkOut>> {
    let read = |text: &str| {
        let is_typed = !text.trim().is_empty();
        is_typed.then(|| read_count(text).map_err(CannotWorkOut::NotACount))
    };
    let worked = match (read(part), read(whole)) {
        (Some(Err(why)), _) | (_, Some(Err(why))) => Err(why),
        (Some(Ok(part)), Some(Ok(whole))) => {
            work_out(metric, part, whole).map(|value| WorkedOut { part, whole, value })
        }
        _ => return None,
    };
    Some(worked)
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
    let scale = match kind(&metric.unit) {
        Kind::Share => 100.0,
        _ => 1.0,
    };
    let exact = part / whole * scale;
    // Two decimals are more than counts can tell, but something is never nothing.
    let mut digits = 100.0;
    while exact > 0.0 && exact * digits < 1.0 && digits < 1e12 {
        digits *= 10.0;
    }
    let value = decimal::settle((exact * digits).round() / digits);
    let [low, high] = metric.range;
    if metric.accepts(value) {
        Ok(value)
    } else {
        Err(CannotWorkOut::OutOfRange(low, high))
    }
}
