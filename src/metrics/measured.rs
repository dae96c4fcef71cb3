//! The level of what was measured, which may be less sure than that of a number.

use super::reading::{Beyond, Bound, Reading, Sense, leaves_open};
use super::{MetricExplanation, explain, level_of};
use crate::model::{Level, Measurement, Metric, Origin};

/// The level of a measurement. `None` outside the metric's range, and where the true value is this or more and
/// more than it may be a lower level.
#[must_use]
pub fn level_of_measured(metric: &Metric, measured: &Measurement) -> Option<Level> {
    let or_more = matches!(&measured.origin, Origin::Files(basis) if basis.is_or_more());
    let reading = Reading {
        value: measured.value,
        sense: Sense::Clear,
        bound: or_more.then_some(Bound::Least),
    };
    let is_sure = leaves_open(metric, &reading) != Some(Beyond::Worse);
    level_of(metric, measured.value).filter(|_| is_sure)
}

/// Explains the level of a measurement. `None` where it has none.
#[must_use]
pub fn explain_measured(metric: &Metric, measured: &Measurement) -> Option<MetricExplanation> {
    level_of_measured(metric, measured)?;
    explain(metric, measured.value)
}
