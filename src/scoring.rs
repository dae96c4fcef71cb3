//! Floor 2: from responses to scores. Pure and deterministic.
//!
//! A level `l` is worth `(l - 1) / 4 * 100` points. A score is a value, the interval of values that
//! are still possible, a coverage, and the staged level reached. A blank is never a zero.
//!
//! [`Plan::numbers`] gives the bare arithmetic. What is shown is a [`Score`], which withholds value
//! and level of a part of which less than half is known: [`PartNumbers::reading`] decides it for all.

pub mod explain;
pub mod part;
pub mod plan;
mod reading;
pub mod scorecard;

pub use explain::{Explanation, PartRef, explain};
pub use part::{Mark, Part};
pub use plan::{Node, Numbers, PartNumbers, Plan};
pub use reading::Reading;
pub use scorecard::{MetricScore, Score, Scorecard, score};

/// Below this coverage a part is *too early to say*: its interval stands, and nothing else. Our
/// judgement: half of what applies.
pub const ENOUGH_COVERAGE: f64 = 0.5;

/// The share of applicable weight that must stand at a level for it to be reached, as a fraction
/// (4 of 5, 80 %). Our judgement; a fraction so that whole weights compare exactly.
pub const REACHED_SHARE: (f64, f64) = (4.0, 5.0);
