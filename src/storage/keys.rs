//! Where things stand in a store.

use crate::formats::assessment_json::digest;
use crate::formats::raw_json::ASSESSMENT;
use crate::model::AssessmentId;

/// What every key of ours begins with.
pub const PREFIX: &str = "plumbline:";
pub(super) const SET_ASIDE: &str = "plumbline:set-aside:";
/// What the keys of earlier states begin with. They are kept apart, and not read at the start.
pub const EARLIER: &str = "plumbline:earlier:";

/// Where an assessment is kept.
#[must_use]
pub fn key(id: &AssessmentId) -> String {
    format!("{ASSESSMENT}{id}")
}

/// What the keys of an assessment's earlier states begin with.
#[must_use]
pub fn earlier_prefix(id: &AssessmentId) -> String {
    format!("{EARLIER}{id}:")
}

/// Where a text is set aside that stands in the way of an assessment and cannot be read. The same
/// text is set aside once.
pub(super) fn aside_key(id: &AssessmentId, text: &str) -> String {
    format!("{SET_ASIDE}{id}:{}", digest(text))
}
