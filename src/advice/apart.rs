//! Strengths and gaps: dimensions that certainly stand apart from the whole.

use super::highest_first;
use crate::scoring::{Score, Scorecard};

/// The ids of the dimensions whose lowest possible value is above the highest possible one of the
/// whole, and of those whose highest is below its lowest, as these are printed: the clearest first.
/// Whatever is still open, they stay what they are. None while it is too early to speak of the whole.
#[must_use]
pub fn apart(card: &Scorecard) -> (Vec<&str>, Vec<&str>) {
    let spoken = card.dimensions.iter();
    let spoken = spoken.filter(|s| s.value().is_some());
    // While it is too early to say where the whole stands, nothing is said to stand apart from it.
    let is_known = card.overall.value().is_some();
    let whole = card.overall.low.zip(card.overall.high);
    let Some((low, high)) = whole.filter(|_| is_known) else {
        return (Vec::new(), Vec::new());
    };
    let above = |s: &&Score| s.low.map(|l| l.round() - high.round());
    let below = |s: &&Score| s.high.map(|h| low.round() - h.round());
    let named = |distance: &dyn Fn(&&Score) -> Option<f64>| {
        let mut found: Vec<_> = spoken
            .clone()
            .filter_map(|s| Some((s.id.as_str(), distance(&s).filter(|d| *d > 0.0)?)))
            .collect();
        highest_first(&mut found, |(_, distance)| *distance);
        found.into_iter().map(|(id, _)| id).collect()
    };
    (named(&above), named(&below))
}
