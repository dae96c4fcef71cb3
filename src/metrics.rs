//! Floor 2: measurements to bands and levels, and reading what people type.

use crate::model::{Better, Level, Metric, decimal};

/// The level of a metric's `value`, from its bands. A value on a cut has reached the better level.
/// `None` for a value outside the metric's range.
#[must_use]
pub fn level_of(metric: &Metric, value: f64) -> Option<Level> {
    if !metric.accepts(value) {
        return None;
    }
    let reached = metric.cuts.iter().filter(|&&cut| match metric.better {
        Better::Higher => value >= cut,
        Better::Lower => value <= cut,
    });
    Level::new(u8::try_from(reached.count()).ok()? + 1)
}

/// Why a typed number cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NotANumber {
    /// It is not a plain number.
    Unreadable,
    /// It is a number outside the range, lowest and highest given.
    OutOfRange(f64, f64),
}

/// Reads a number as people type it: blanks around it, a comma or a point before the decimals.
///
/// # Errors
/// [`NotANumber`] when it is no number or lies outside the metric's range.
pub fn read_number(metric: &Metric, text: &str) -> Result<f64, NotANumber> {
    let plain = text.trim().replace(',', ".");
    let value = decimal::read(&plain).ok_or(NotANumber::Unreadable)?;
    let [low, high] = metric.range;
    if metric.accepts(value) {
        Ok(value)
    } else {
        Err(NotANumber::OutOfRange(low, high))
    }
}
