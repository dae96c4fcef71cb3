//! Ids that can be copied.

use crate::model::{AssessmentId, WorkshopId};
use leptos::prelude::*;

/// The ids that were asked for, each kept once and for as long as the page lives, so that what follows
/// an assessment or a workshop can be copied into each of its closures.
#[derive(Clone, Copy)]
pub struct Ids {
    assessments: StoredValue<Vec<&'static AssessmentId>>,
    workshops: StoredValue<Vec<&'static WorkshopId>>,
}

impl Ids {
    /// None yet.
    pub fn new() -> Self {
        Self {
            assessments: StoredValue::new(Vec::new()),
            workshops: StoredValue::new(Vec::new()),
        }
    }

    /// The id of an assessment.
    pub fn assessment(self, id: &AssessmentId) -> &'static AssessmentId {
        kept(self.assessments, id)
    }

    /// The id of a workshop.
    pub fn workshop(self, id: &WorkshopId) -> &'static WorkshopId {
        kept(self.workshops, id)
    }
}

fn kept<T: Clone + PartialEq + Send + Sync>(
    all: StoredValue<Vec<&'static T>>,
    wanted: &T,
) -> &'static T {
    let known = all.with_value(|all| all.iter().copied().find(|known| *known == wanted));
    known.unwrap_or_else(|| {
        let new: &'static T = Box::leak(Box::new(wanted.clone()));
        all.update_value(|all| all.push(new));
        new
    })
}
