//! How far each assessment is kept: one small machine an assessment, and the worst of them is what
//! the screen says.

use super::{Desk, Effect, Held, Reply};
use crate::model::{Assessment, AssessmentId, Set, Table};
use crate::storage::{self, StoreError};

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
struct Copy {
    /// The version that it holds.
    version: u64,
    /// Why the last attempt failed.
    failed: Option<StoreError>,
}

/// How far one assessment is kept.
#[derive(Debug, Default)]
struct Progress {
    /// Counts the changes in memory.
    version: u64,
    quick: Copy,
    database: Copy,
    /// The version that is on its way into the database. One at a time.
    in_flight: Option<u64>,
    /// Whether the quick store has no room for it by design: one of many that were opened at once.
    is_database_only: bool,
    /// Whether somebody changed it here, or a store is only being healed.
    is_used: bool,
    /// The text that this tab wrote last into the quick store.
    known: Option<String>,
}

impl Progress {
    fn line(&self, link: Link) -> Line {
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
    progress: Table<AssessmentId, Progress>,
    kept_at: Option<u64>,
    /// Assessments of which another tab's writing lacked something, until things are quiet.
    incomplete: Set<AssessmentId>,
    /// Assessments that are being taken out of the stores, and must not come back from them.
    pub(super) forgetting: Set<AssessmentId>,
}

impl Saving {
    pub(super) fn new(quick: Result<(), StoreError>) -> Self {
        Self {
            link: Link::Opening,
            quick,
            progress: Table::default(),
            kept_at: None,
            incomplete: Set::default(),
            forgetting: Set::default(),
        }
    }

    /// The worst of all; where neither store can be used, that is said before anything changes.
    pub(super) fn line(&self, held: &Table<AssessmentId, Held>) -> Line {
        if let (Err(why), Link::Missing(_)) = (self.quick, self.link) {
            return Line::NotSaved(why);
        }
        let used = self.progress.iter().filter(|(_, p)| p.is_used);
        let own = used.filter(|(id, _)| held.get(id).is_some_and(|h| h.own().is_some()));
        let lines = own.map(|(_, progress)| progress.line(self.link));
        let worst = lines.max_by_key(|line| line.rank());
        worst.unwrap_or(Line::Untouched)
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

impl Desk {
    /// The text that this tab wrote last for an assessment: what still stands there needs no join.
    #[must_use]
    pub fn known_text(&self, id: &AssessmentId) -> Option<&str> {
        self.saving.known(id)
    }

    /// Keeps an assessment in both stores, since somebody changed it.
    pub(super) fn keep(&mut self, id: &AssessmentId, reply: &mut Reply) {
        self.saving.progress.slot(id.clone()).is_used = true;
        self.write(id, reply);
    }

    /// Keeps an assessment in the database alone, where there is one: the quick store has no room for
    /// hundreds, and is read whole at the start.
    pub(super) fn keep_in_database(&mut self, id: &AssessmentId, reply: &mut Reply) {
        let can = !matches!(self.saving.link, Link::Missing(_));
        self.saving.progress.slot(id.clone()).is_database_only = can;
        self.keep(id, reply);
    }

    /// Keeps an assessment in both stores, though nobody changed it: one of them lacks something.
    pub(super) fn heal(&mut self, id: &AssessmentId, reply: &mut Reply) {
        self.write(id, reply);
    }

    fn write(&mut self, id: &AssessmentId, reply: &mut Reply) {
        if self.held.get(id).is_none_or(|held| held.own().is_none()) {
            return;
        }
        let progress = self.saving.progress.slot(id.clone());
        progress.version += 1;
        let version = progress.version;
        if !progress.is_database_only {
            reply.act(Effect::Quick(id.clone(), version));
        }
        self.send(id, reply);
    }

    /// Sends an assessment to the database; one at a time for each, the latest state at last.
    pub(super) fn send(&mut self, id: &AssessmentId, reply: &mut Reply) {
        let Some(progress) = self.saving.progress.get_mut(id) else {
            return;
        };
        if self.saving.link == Link::Open && progress.in_flight.is_none() {
            progress.in_flight = Some(progress.version);
            reply.act(Effect::Database(id.clone(), progress.version));
        }
    }

    /// Sends everything that the database lacks: it has just been opened, or read.
    pub(super) fn send_waiting(&mut self, reply: &mut Reply) {
        let all = self.saving.progress.iter();
        let waiting = all.filter(|(_, p)| p.database.version < p.version && p.in_flight.is_none());
        let waiting: Vec<_> = waiting.map(|(id, _)| id.clone()).collect();
        for id in waiting {
            self.send(&id, reply);
        }
    }

    /// The quick store answered.
    pub(super) fn quick_answered(
        &mut self,
        id: &AssessmentId,
        version: u64,
        result: Result<storage::Kept, StoreError>,
        reply: &mut Reply,
    ) {
        let Some(progress) = self.saving.progress.get_mut(id) else {
            return;
        };
        match result {
            Ok(kept) => {
                progress.quick = Copy {
                    version,
                    failed: None,
                };
                progress.known = Some(kept.text);
                if let Some(whole) = kept.joined {
                    self.join(&whole, reply);
                }
                self.note_kept(id, reply);
            }
            Err(StoreError::Newer) => self.make_read_only(id, reply),
            Err(why) => {
                progress.quick.failed = Some(why);
                progress.known = None;
                // Other tabs do not hear of it from the store.
                reply.act(Effect::Tell(id.clone()));
            }
        }
    }

    /// The database answered.
    pub(super) fn database_answered(
        &mut self,
        id: &AssessmentId,
        version: u64,
        result: Result<Assessment, StoreError>,
        reply: &mut Reply,
    ) {
        let Some(progress) = self.saving.progress.get_mut(id) else {
            return;
        };
        // An answer that comes twice, or after another, says nothing new.
        if progress.in_flight != Some(version) {
            return;
        }
        progress.in_flight = None;
        match result {
            Ok(whole) => {
                progress.database = Copy {
                    version,
                    failed: None,
                };
                let is_behind = progress.version > version;
                self.join(&whole, reply);
                if is_behind {
                    self.send(id, reply);
                }
                self.note_kept(id, reply);
            }
            Err(StoreError::Newer) => self.make_read_only(id, reply),
            Err(why) => {
                progress.database.failed = Some(why);
                // What was meant for the database alone has to be somewhere.
                if std::mem::take(&mut progress.is_database_only) {
                    let version = progress.version;
                    reply.act(Effect::Quick(id.clone(), version));
                }
                if progress.version > version {
                    self.send(id, reply);
                }
            }
        }
    }

    fn note_kept(&mut self, id: &AssessmentId, reply: &Reply) {
        let is_kept = self
            .saving
            .progress
            .get(id)
            .is_some_and(|p| p.is_used && matches!(p.line(self.saving.link), Line::Saved(_)));
        if is_kept {
            self.saving.kept_at = Some(reply.now.millis);
        }
    }

    /// The stores answered that an assessment is out of them, or not.
    pub(super) fn forgotten(&mut self, id: &AssessmentId, result: Result<(), StoreError>) {
        // What could not be taken out stays kept back until the next start tries again.
        if result.is_ok() {
            self.saving.forgetting.remove(id);
        }
    }
}
