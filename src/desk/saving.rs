//! How far each assessment is kept: one small machine an assessment, and the worst of them is what
//! the screen says.

use super::held::Held;
use crate::model::{AssessmentId, Set, Sorted};
use crate::storage::StoreError;

/// What the screen says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Line {
    /// Nothing has changed since the page was opened.
    Untouched,
    /// On its way into the database.
    Saving,
    /// Kept.
    Saved(Kept),
    /// Something is only in memory.
    NotSaved(StoreError),
}

/// Where something is kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kept {
    /// In both stores.
    InBoth,
    /// Only in `localStorage`, which a crash of the browser can lose, because the database failed
    /// with this error.
    QuickStoreOnly(StoreError),
    /// Only in the database, because `localStorage` failed with this error.
    DatabaseOnly(StoreError),
}

impl Line {
    /// How bad it is, for the choice of the worst.
    fn rank(self) -> u8 {
        match self {
            Self::Untouched => 0,
            Self::Saved(Kept::InBoth) => 1,
            Self::Saved(Kept::DatabaseOnly(_)) => 2,
            Self::Saved(Kept::QuickStoreOnly(_)) => 3,
            Self::Saving => 4,
            Self::NotSaved(_) => 5,
        }
    }
}

/// Whether the database can be used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Link {
    Opening,
    Open,
    Missing(StoreError),
}

/// What one store holds of an assessment.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Copy {
    /// The version that it holds.
    pub(super) version: u64,
    /// Why the last attempt failed.
    pub(super) failed: Option<StoreError>,
}

/// How far one assessment is kept.
#[derive(Debug, Default)]
pub(super) struct Progress {
    /// Counts the changes in memory.
    pub(super) version: u64,
    pub(super) quick: Copy,
    pub(super) database: Copy,
    /// The version that is on its way into the database. One at a time.
    pub(super) in_flight: Option<u64>,
    /// Whether the quick store has no room for it by design: one of many that were opened at once.
    pub(super) is_database_only: bool,
    /// Whether somebody changed it here, or a store is only being healed.
    pub(super) is_used: bool,
    /// The text that this tab wrote last into the quick store.
    pub(super) known: Option<String>,
    /// The text that it wrote last into the database, and when.
    pub(super) known_safe: Option<(String, String)>,
}

impl Progress {
    pub(super) fn line(&self, link: Link) -> Line {
        let in_quick = self.is_database_only || self.quick.version == self.version;
        let in_database = self.database.version == self.version;
        let database = match (link, self.database.failed) {
            (Link::Missing(why), _) => Some(why),
            (Link::Open, Some(why)) if self.in_flight.is_none() => Some(why),
            _ => None,
        };
        match (in_quick, in_database, database) {
            (true, true, _) => Line::Saved(Kept::InBoth),
            (false, true, _) => match self.quick.failed {
                Some(why) => Line::Saved(Kept::DatabaseOnly(why)),
                None => Line::Saving,
            },
            (_, false, None) => Line::Saving,
            (true, false, Some(why)) if self.quick.version == self.version => {
                Line::Saved(Kept::QuickStoreOnly(why))
            }
            (_, false, Some(why)) => Line::NotSaved(self.quick.failed.unwrap_or(why)),
        }
    }
}

/// How far everything is kept.
#[derive(Debug)]
pub(super) struct Saving {
    pub(super) link: Link,
    /// Whether the quick store could be read at the start.
    quick: Result<(), StoreError>,
    pub(super) progress: Sorted<AssessmentId, Progress>,
    pub(super) kept_at: Option<u64>,
    /// Assessments of which another tab's writing lacked something, until things are quiet.
    incomplete: Set<AssessmentId>,
    /// Assessments that are being taken out of the stores, and must not come back from them; whether
    /// somebody asked for it.
    pub(super) forgetting: Sorted<AssessmentId, bool>,
}

impl Saving {
    pub(super) fn new(quick: Result<(), StoreError>) -> Self {
        Self {
            link: Link::Opening,
            quick,
            progress: Sorted::default(),
            kept_at: None,
            incomplete: Set::default(),
            forgetting: Sorted::default(),
        }
    }

    /// The worst of all; where neither store can be used, that is said before anything changes.
    pub(super) fn line(&self, held: &Sorted<AssessmentId, Held>) -> Line {
        if let (Err(why), Link::Missing(_)) = (self.quick, self.link) {
            return Line::NotSaved(why);
        }
        let used = self.progress.iter().filter(|(_, p)| p.is_used);
        let own = used.filter(|(id, _)| held.get(id).is_some_and(|h| h.own().is_some()));
        let lines = own.map(|(_, progress)| progress.line(self.link));
        let worst = lines.max_by_key(|line| line.rank());
        worst.unwrap_or(Line::Untouched)
    }

    /// Whether something that was changed here is in neither store.
    pub(super) fn is_at_risk(&self, held: &Sorted<AssessmentId, Held>) -> bool {
        let used = self.progress.iter().filter(|(_, p)| p.is_used);
        let mut own = used.filter(|(id, _)| held.get(id).is_some_and(|h| h.own().is_some()));
        own.any(|(_, p)| p.quick.version != p.version && p.database.version != p.version)
    }

    pub(super) fn kept_at(&self) -> Option<u64> {
        self.kept_at
    }

    /// Nothing of it is to be kept any more.
    pub(super) fn drop(&mut self, id: &AssessmentId) {
        self.progress.remove(id);
    }

    /// Whether somebody has to wait for quiet to write what another tab lacked: once at a time.
    pub(super) fn wait_for_quiet(&mut self, id: &AssessmentId) -> bool {
        self.incomplete.put(id.clone(), ()).is_none()
    }

    pub(super) fn is_quiet(&mut self, id: &AssessmentId) {
        self.incomplete.remove(id);
    }

    /// What this tab wrote last into the quick store, if it was this assessment.
    pub(super) fn known(&self, id: &AssessmentId) -> Option<&str> {
        self.progress.get(id)?.known.as_deref()
    }
}
