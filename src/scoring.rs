//! Floor 2: from responses to scores, exactly as design.md §3 says. Pure and deterministic.
//!
//! A level `l` is worth `(l - 1) / 4 * 100` points. A score is a value, the interval of values that
//! are still possible, a coverage, and the staged level reached. A blank is never a zero.

pub mod explain;
pub mod part;
pub mod plan;
pub mod scorecard;

pub use explain::{Explanation, PartRef, explain};
pub use part::{Mark, Part};
pub use plan::{Node, Numbers, Plan};
pub use scorecard::{MetricScore, Reading, Score, Scorecard, score};

/// Below this coverage a value is shown as *too early to say*. Our judgement: half the answers.
pub const ENOUGH_COVERAGE: f64 = 0.5;

/// The share of applicable weight that must stand at a level for it to be reached, as a fraction
/// (4 of 5, 80 %). Our judgement; a fraction so that whole weights compare exactly.
pub const REACHED_SHARE: (f64, f64) = (4.0, 5.0);
