//! Earlier states of an assessment, to go back to: the last one of each three hours of the last day,
//! of each day of the last month, of each month of the last year. So much and no more is kept, since
//! a slot is written again when its time comes round.

use super::earlier_prefix;
use crate::formats::assessment_json::{Encoder, decode};
use crate::model::{Assessment, AssessmentId, Sorted, Workshop};

/// The slots for a state that was saved at `saved_at` and is about to be changed at `now`, both RFC
/// 3339: one for each span of time that is over.
pub(super) fn keys(id: &AssessmentId, saved_at: &str, now: &str) -> Vec<String> {
    let span = |at: &str| {
        let (month, day) = (at.get(..7)?.to_owned(), at.get(..10)?.to_owned());
        let hour: u8 = at.get(11..13)?.parse().ok()?;
        Some([month, day.clone(), format!("{day} {}", hour / 3)])
    };
    let Some((was, is)) = span(saved_at).zip(span(now)) else {
        return Vec::new();
    };
    let mut keys = Vec::new();
    for ((was, is), (name, from)) in was.iter().zip(&is).zip([("m", 5), ("d", 8), ("h", 11)]) {
        if was != is {
            let slot = was.get(from..).unwrap_or_default();
            keys.push(earlier_prefix(id) + name + slot);
        }
    }
    keys
}

/// What is kept of a state as an earlier one: all but the ballots of a workshop and the key that opens
/// them, which are to be gone once it is finished.
pub(super) fn text(
    before: &str,
    state: &Assessment,
    encoder: &mut Encoder,
    saved_at: &str,
) -> String {
    let keyed = |w: &Option<Workshop>| w.as_ref().is_some_and(|w| w.keys.is_some());
    let has_keys = state.workshops.values().any(|field| keyed(&field.value));
    if state.ballots.is_empty() && !has_keys {
        return before.to_owned();
    }
    let mut without = Assessment {
        ballots: Sorted::default(),
        ..state.clone()
    };
    for workshop in without.workshops.values_mut() {
        if let Some(workshop) = &mut workshop.value {
            workshop.keys = None;
        }
    }
    encoder.encode(&without, saved_at)
}

/// The earlier states among these texts, the latest first, each with the time at which it was saved.
#[must_use]
pub fn earlier_states(texts: &[String]) -> Vec<(String, Assessment)> {
    let mut states = Sorted::default();
    for decoded in texts.iter().filter_map(|text| decode(text).ok()) {
        if let Some(saved_at) = decoded.saved_at {
            states.put(saved_at, decoded.assessment);
        }
    }
    states.into_iter().rev().collect()
}
