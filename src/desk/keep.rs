//! Assessments are kept, and what the stores answer.

use super::effect::{Effect, Said};
use super::reply::Reply;
use super::saving::{Copy, Line, Link};
use super::state::Desk;
use crate::model::AssessmentId;
use crate::storage::{self, StoreError};

impl Desk {
    /// The text that this tab wrote last for an assessment: what still stands there needs no join.
    #[must_use]
    pub fn known_text(&self, id: &AssessmentId) -> Option<&str> {
        self.saving.known(id)
    }

    /// The text that this tab wrote last into the database, and when: the same goes for it.
    #[must_use]
    pub fn known_safe(&self, id: &AssessmentId) -> Option<(&str, &str)> {
        let known = self.saving.progress.get(id)?.known_safe.as_ref();
        known.map(|(text, at)| (text.as_str(), at.as_str()))
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

    /// Writes an assessment into both stores, whether somebody changed it or one of them lacks something.
    pub(super) fn write(&mut self, id: &AssessmentId, reply: &mut Reply) {
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
                if let Some(whole) = kept.joined
                    && self.join(&whole, reply).is_news
                {
                    self.found_in_quick_store(id, reply);
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
        result: Result<storage::Kept, StoreError>,
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
            Ok(kept) => {
                progress.database = Copy {
                    version,
                    failed: None,
                };
                progress.known_safe = Some((kept.text, kept.at));
                let is_behind = progress.version > version;
                if let Some(whole) = kept.joined
                    && self.join(&whole, reply).is_news
                {
                    self.found_in_database(id, is_behind, reply);
                }
                if is_behind {
                    self.send(id, reply);
                }
                self.note_kept(id, reply);
            }
            Err(StoreError::Newer) => self.make_read_only(id, reply),
            Err(why) => {
                progress.database.failed = Some(why);
                progress.known_safe = None;
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

    /// The quick store held something that was not here, so the database may lack it.
    fn found_in_quick_store(&mut self, id: &AssessmentId, reply: &mut Reply) {
        if let Some(progress) = self.saving.progress.get_mut(id) {
            progress.version += 1;
            progress.quick.version = progress.version;
            self.send(id, reply);
        }
    }

    /// The same the other way round.
    fn found_in_database(&mut self, id: &AssessmentId, is_behind: bool, reply: &mut Reply) {
        if let Some(progress) = self.saving.progress.get_mut(id) {
            progress.version += 1;
            if !is_behind {
                progress.database.version = progress.version;
            }
            if !progress.is_database_only {
                reply.act(Effect::Quick(id.clone(), progress.version));
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
    pub(super) fn forgotten(
        &mut self,
        id: &AssessmentId,
        result: Result<(), StoreError>,
        reply: &mut Reply,
    ) {
        // What could not be taken out stays kept back until the next start tries again.
        match result {
            Ok(()) => {
                self.saving.forgetting.remove(id);
            }
            Err(why) if self.saving.forgetting.get(id) == Some(&true) => {
                reply.act(Effect::Say(Said::NotDeleted(why)));
            }
            Err(_) => {}
        }
    }
}
