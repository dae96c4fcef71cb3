//! What is found once, on all data, and serves every metric and every period.

use super::cases::Case;
use super::choose::Draft;
use super::failures::Failed;
use super::left::Left;
use super::shipped::Shipped;
use super::{sift, straight};
use crate::events::event::Events;
use crate::events::period::Span;
use crate::events::reading::{LeadFrom, NoReading, Options, Wanted, Why};
use std::cell::OnceCell;

/// Changes with the time that they took, and what was left out.
pub struct Changes {
    /// A case for each change.
    pub cases: Vec<Case>,
    /// From where they count.
    pub from: LeadFrom,
    /// The span of the deployments.
    pub span: Option<Span>,
    /// What is no case.
    pub left: Left,
}

/// Events with what follows from all of them, whatever the period.
pub struct Basis<'e> {
    /// The events.
    pub events: &'e Events,
    /// What the user chose, but for the days.
    pub options: &'e Options,
    /// Which days: may be changed, and the rest stands.
    pub wanted: Wanted,
    pub(super) shipped: Shipped<'e>,
    pub(super) left: Left,
    failed: OnceCell<Failed>,
    pub(super) changes: OnceCell<Result<Changes, NoReading>>,
}

impl<'e> Basis<'e> {
    /// Finds what reached production. The rest follows when it is asked for.
    #[must_use]
    pub fn of(events: &'e Events, options: &'e Options) -> Self {
        let mut left = Left::default();
        let shipped = straight::shipped(events, options);
        let shipped = shipped.unwrap_or_else(|| sift::shipped(events, options, &mut left));
        Self {
            events,
            options,
            wanted: options.wanted,
            shipped,
            left,
            failed: OnceCell::new(),
            changes: OnceCell::new(),
        }
    }

    /// Which deployments failed.
    pub(super) fn failed(&self) -> &Failed {
        self.failed
            .get_or_init(|| Failed::of(self.events, &self.shipped, self.options))
    }

    /// A draft without anything left out.
    pub(super) fn draft(&self) -> Draft<'e> {
        Draft::new(self.options, self.wanted)
    }

    /// A draft that knows which deployments were left out. An error, if nothing reached production.
    pub(super) fn of_deployments(&self) -> Result<Draft<'e>, NoReading> {
        let mut draft = self.draft();
        draft.left = self.left.clone();
        if self.shipped.len() > 0 {
            return Ok(draft);
        }
        let why = if self.events.count_deployments() == 0 {
            Why::NoRows
        } else {
            Why::NoneLeft
        };
        draft.none(why, None)
    }
}
