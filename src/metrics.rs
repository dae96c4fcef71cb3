//! Floor 2: measurements to bands and levels, reading what people type, small sums.

mod budget;
mod entry;
mod measured;
mod period;
mod reading;
mod whole;
mod work_out;

pub use budget::{BurnAlert, ErrorBudget, Fires, NoBudget, error_budget, error_budget_typed};
pub use entry::{Entry, Typing};
pub use measured::{explain_measured, level_of_measured};
pub use period::{Asked, Periods, asked_metrics, last_round, periods};
pub use reading::{Beyond, Bound, Kind, NotANumber, Read, Reading, Sense};
pub use reading::{kind, leaves_open, minutes, read_in, read_number};
pub use whole::{read_count, read_whole};
pub use work_out::{CannotWorkOut, WorkedOut, work_out, work_out_typed};

use crate::model::{Better, Level, Metric, Scale};
use serde::Serialize;

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

/// Where `value` lies between the metric's worst and best end, 0 to 100: a fifth for each of the
/// five bands, interpolated within its band, on a logarithm where the metric says so. For charts
/// only. `None` outside the metric's range.
///
/// A band that ends at 0 or below has no logarithm and is interpolated evenly.
#[must_use]
pub fn position(metric: &Metric, value: f64) -> Option<f64> {
    let level = level_of(metric, value)?;
    let [low, high] = metric.range;
    let (worst, best) = match metric.better {
        Better::Higher => (low, high),
        Better::Lower => (high, low),
    };
    let [a, b, c, d] = metric.cuts;
    let ends = [worst, a, b, c, d, best];
    let band = usize::from(level.number() - 1);
    let (from, to) = (ends[band], ends[band + 1]);
    let is_log = metric.scale == Scale::Log && from > 0.0 && to > 0.0;
    let place = |x: f64| if is_log { x.ln() } else { x };
    let width = place(to) - place(from);
    // A band without width lies at the end of the range: there is nothing better in it.
    let within = if width == 0.0 {
        1.0
    } else {
        ((place(value) - place(from)) / width).clamp(0.0, 1.0)
    };
    Some((f64::from(level.number() - 1) + within) * 20.0)
}

/// How a measurement came to its level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MetricExplanation {
    /// Which metric.
    pub id: String,
    /// The value, in the metric's unit.
    pub value: f64,
    /// The level that its band is.
    pub level: Level,
    /// Where it lies from worst to best, 0 to 100.
    pub position: f64,
    /// The cut that it has reached; `None` in the worst band.
    pub reached: Option<f64>,
    /// The cut at which the next level begins; `None` in the best band.
    pub next: Option<f64>,
    /// Whether a cut is our judgement, not published.
    pub judgement: bool,
}

/// Explains the level of a value. `None` for a value outside the metric's range.
#[must_use]
pub fn explain(metric: &Metric, value: f64) -> Option<MetricExplanation> {
    let level = level_of(metric, value)?;
    let band = usize::from(level.number() - 1);
    Some(MetricExplanation {
        id: metric.id.to_string(),
        value,
        level,
        position: position(metric, value)?,
        reached: band.checked_sub(1).map(|cut| metric.cuts[cut]),
        next: metric.cuts.get(band).copied(),
        judgement: metric.judgement,
    })
}
