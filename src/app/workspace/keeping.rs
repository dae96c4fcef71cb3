//! How changes are kept: at once in `localStorage`, safely in IndexedDB, and what is said of it.

mod reading;

use super::Workspace;
use crate::app::VERSION;
use crate::app::browser::database::{self, Database};
use crate::app::browser::leaving::{self, Held};
use crate::app::browser::local_storage::Local;
use crate::app::browser::{clock, page, tabs};
use crate::catalog::sample::SAMPLE;
use crate::formats::assessment_json::{Refusal, decode, encode_compact};
use crate::model::{self, Assessment, AssessmentId};
use crate::storage::{self, Store as _, StoreError};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;

/// Whether what is on the screen is also in the stores.
#[derive(Debug, Clone, PartialEq)]
pub enum SaveState {
    /// Nothing has changed since the page was opened.
    Untouched,
    /// On its way into the database.
    Saving,
    /// Kept, at this time of day.
    Saved(String, Kept),
    /// Only in memory.
    NotSaved(StoreError),
}

/// Where something is kept.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kept {
    /// In both stores.
    Twice,
    /// In `localStorage` alone, which a crash may take; and what is wrong with the database.
    Lightly(StoreError),
    /// In the database alone; and what is wrong with `localStorage`.
    Slowly(StoreError),
}

/// How long the database may take to open, in milliseconds, before the page says that it cannot be
/// used. It is taken all the same when it opens later.
const PATIENCE: i32 = 4000;

/// How long a tab waits before it writes what another tab's writing lacked, in milliseconds.
const QUIET: i32 = 250;

enum Link {
    Opening,
    Open(Database),
    Missing(StoreError),
}

/// The stores, what they said last, and what is on its way.
pub struct Keeping {
    link: Link,
    local: Result<(), StoreError>,
    stored: Result<(), StoreError>,
    in_flight: model::Set<AssessmentId>,
    waiting: model::Set<AssessmentId>,
    /// Those of which `localStorage` lacked something that this tab knows.
    incomplete: model::Set<AssessmentId>,
    /// What was written last into `localStorage`, and of which assessment: this tab knows all of it.
    known: Option<(AssessmentId, String)>,
    /// Whether there was something to keep.
    is_used: bool,
}

impl Keeping {
    /// Before the database is open; `local` says how reading `localStorage` went.
    pub fn new(local: Result<(), StoreError>) -> Self {
        Self {
            link: Link::Opening,
            local,
            stored: Ok(()),
            in_flight: model::Set::default(),
            waiting: model::Set::default(),
            incomplete: model::Set::default(),
            known: None,
            is_used: false,
        }
    }

    fn state(&self) -> SaveState {
        let is_pending = !self.in_flight.is_empty() || !self.waiting.is_empty();
        let stored = match self.link {
            Link::Missing(why) => Err(why),
            Link::Opening | Link::Open(_) if is_pending => return SaveState::Saving,
            Link::Opening | Link::Open(_) => self.stored,
        };
        let at = clock::time_of_day();
        match (self.local, stored) {
            (Err(why), Err(_)) => SaveState::NotSaved(why),
            _ if !self.is_used => SaveState::Untouched,
            (Ok(()), Ok(())) => SaveState::Saved(at, Kept::Twice),
            (Ok(()), Err(why)) => SaveState::Saved(at, Kept::Lightly(why)),
            (Err(why), Ok(())) => SaveState::Saved(at, Kept::Slowly(why)),
        }
    }

    /// Whether something that was entered is in memory alone.
    fn is_at_risk(&self, state: &SaveState) -> bool {
        let is_on_its_way = *state == SaveState::Saving && self.local.is_err();
        self.is_used && (is_on_its_way || matches!(state, SaveState::NotSaved(_)))
    }
}

impl Workspace {
    /// Opens the database, and follows both stores for as long as the page lives.
    pub(super) fn follow_stores(self) {
        page::on_stored_elsewhere(move |key, text| self.heard(&key, text.as_deref()));
        tabs::on_told(move |key, text| self.heard(&key, Some(&text)));
        // A tab that slept may have missed what others wrote.
        page::on_change(page::Change::Shown, move || self.read_again());
        database::open(move |opened| self.linked(opened));
        page::after(PATIENCE, move || {
            self.keeping.update_value(|k| {
                if matches!(k.link, Link::Opening) {
                    k.link = Link::Missing(StoreError::Other);
                }
            });
            self.opened();
        });
        self.tell();
    }

    /// Whether the database may still bring what is not here yet; tracks it.
    pub fn is_opening(self) -> bool {
        self.opening.get()
    }

    /// Keeps an assessment in both stores.
    pub(super) fn keep(self, id: &AssessmentId) {
        if self.is_read_only(id) {
            return;
        }
        let local = match self.save(id) {
            Err(StoreError::Newer) => {
                self.make_read_only(id.clone());
                return;
            }
            done => done,
        };
        if local.is_err() {
            // Other tabs do not hear of it from the store.
            let text = self.with(id, |a| encode_compact(a, VERSION, &clock::rfc3339()));
            if let Some(text) = text {
                tabs::tell(&storage::key(id), &text);
            }
        }
        self.keeping.update_value(|k| {
            k.local = local;
            k.is_used = true;
        });
        self.send(id);
        self.tell();
    }

    /// Keeps an assessment in the database alone, where there is one: the quick store has no room
    /// for hundreds, and is read whole at the start.
    pub(super) fn keep_safely(self, id: &AssessmentId) {
        if self.database().is_err() {
            return self.keep(id);
        }
        if !self.is_read_only(id) {
            self.keeping.update_value(|k| k.is_used = true);
            self.send(id);
            self.tell();
        }
    }

    /// Sends an assessment to the database; one at a time for each, the latest state at last.
    fn send(self, id: &AssessmentId) {
        let database = self.keeping.try_update_value(|k| match &k.link {
            Link::Open(database) if !k.in_flight.has(id) => {
                k.in_flight.put(id.clone(), ());
                Some(database.clone())
            }
            Link::Missing(_) => None,
            Link::Open(_) | Link::Opening => {
                k.waiting.put(id.clone(), ());
                None
            }
        });
        let Some((database, mine)) = database.flatten().zip(self.with(id, Clone::clone)) else {
            return;
        };
        let merged = Rc::new(RefCell::new(Err(StoreError::Other)));
        let (result, key, id) = (merged.clone(), storage::key(id), id.clone());
        let merge = move |before| match storage::merge(before, &mine, VERSION, &clock::rfc3339()) {
            Ok(writing) => {
                *result.borrow_mut() = Ok(writing.whole);
                let more = writing.aside.into_iter().chain(writing.earlier);
                more.chain([writing.record]).collect()
            }
            Err(why) => {
                *result.borrow_mut() = Err(why);
                Vec::new()
            }
        };
        database.change(&key, merge, move |done| {
            let merged = merged.replace(Err(StoreError::Other));
            self.sent(&id, done.and(merged));
        });
    }

    /// Puts an assessment into `localStorage`, and takes in what another tab wrote there.
    fn save(self, id: &AssessmentId) -> Result<(), StoreError> {
        let known = self.keeping.try_update_value(|k| k.known.take()).flatten();
        let known = known.and_then(|(of, text)| (of == *id).then_some(text));
        let now = clock::rfc3339();
        let saved = self.with(id, |a| {
            storage::save(&Local, a, VERSION, &now, known.as_deref())
        });
        let Some(saved) = saved else { return Ok(()) };
        let kept = saved?;
        self.keeping
            .update_value(|k| k.known = Some((id.clone(), kept.text)));
        if let Some(whole) = kept.joined {
            self.join(&whole);
        }
        Ok(())
    }

    /// What the database said of one assessment.
    fn sent(self, id: &AssessmentId, result: Result<Assessment, StoreError>) {
        if result.as_ref().is_err_and(|why| *why != StoreError::Newer) {
            // What was meant for the database alone has to be somewhere.
            let local = self.save(id);
            self.keeping.update_value(|k| k.local = local);
        }
        let again = self.keeping.try_update_value(|k| {
            k.in_flight.remove(id);
            k.stored = match result {
                // It is shown as such; the database itself is well.
                Ok(_) | Err(StoreError::Newer) => Ok(()),
                Err(why) => Err(why),
            };
            k.waiting.remove(id).is_some()
        });
        if let Err(StoreError::Newer) = result {
            self.make_read_only(id.clone());
        }
        if let Ok(whole) = result
            && self.has_record(id)
        {
            self.join(&whole);
        }
        if again == Some(true) {
            self.send(id);
        }
        self.tell();
    }

    /// Whether it is here at all, removed or not. What was forgotten does not come back.
    fn has_record(self, id: &AssessmentId) -> bool {
        self.with(id, |_| ()).is_some()
    }

    fn linked(self, opened: Result<Database, StoreError>) {
        match opened {
            Err(why) => {
                self.keeping.update_value(|k| k.link = Link::Missing(why));
                self.opened();
            }
            Ok(database) => {
                self.keeping
                    .update_value(|k| k.link = Link::Open(database.clone()));
                self.read(&database);
            }
        }
    }

    /// The database was read, or will not be.
    fn opened(self) {
        if self.opening.get_untracked() {
            self.opening.set(false);
        }
        self.tell();
    }

    /// The open database, or why there is none.
    pub(super) fn database(self) -> Result<Database, StoreError> {
        self.keeping.with_value(|k| match &k.link {
            Link::Open(database) => Ok(database.clone()),
            Link::Opening => Err(StoreError::Other),
            Link::Missing(why) => Err(*why),
        })
    }

    fn read_again(self) {
        if let Ok(opening) = storage::open(&Local) {
            for assessment in &opening.assessments {
                self.join(assessment);
            }
        }
        if let Ok(database) = self.database() {
            self.read(&database);
        }
    }

    /// What another tab wrote. The message carries it all: nothing is read that may not be there
    /// yet. Where this tab knows more, it sees to it that the store ends up with everything.
    fn heard(self, key: &str, text: Option<&str>) {
        match text.map(decode) {
            Some(Ok(decoded)) if key == storage::key(&decoded.assessment.id) => {
                let joined = self.join(&decoded.assessment);
                if joined.was_here && joined.knows_more {
                    self.complete_later(&decoded.assessment.id);
                }
            }
            None => {
                let gone = self.state.with_value(|s| {
                    let mut ids = s.assessments.keys();
                    ids.find(|id| id.as_str() == SAMPLE && storage::key(id) == key)
                        .cloned()
                });
                if let Some(id) = gone {
                    self.forget(&id);
                }
            }
            Some(Err(Refusal::Newer(_))) => {
                let id = self.state.with_value(|s| {
                    let mut ids = s.assessments.keys();
                    ids.find(|id| storage::key(id) == key).cloned()
                });
                if let Some(id) = id {
                    self.make_read_only(id);
                }
            }
            Some(_) => {}
        }
    }

    /// Writes what `localStorage` lacks, once things are quiet: tabs that answered each other at
    /// once would never stop.
    fn complete_later(self, id: &AssessmentId) {
        let is_first = self
            .keeping
            .try_update_value(|k| k.incomplete.put(id.clone(), ()).is_none());
        if is_first != Some(true) {
            return;
        }
        let id = id.clone();
        page::after(QUIET, move || {
            self.keeping.update_value(|k| {
                k.incomplete.remove(&id);
            });
            let text = Local.read(&storage::key(&id)).ok().flatten();
            let there = text.and_then(|text| decode(&text).ok());
            let mine = self.with(&id, Clone::clone);
            if mine.is_some() && mine != there.map(|d| d.assessment) {
                self.keep(&id);
            }
        });
    }

    /// Shows how things stand.
    fn tell(self) {
        let (state, is_at_risk) = self.keeping.with_value(|k| {
            let state = k.state();
            let is_at_risk = k.is_at_risk(&state);
            (state, is_at_risk)
        });
        leaving::hold(Held::Assessment, is_at_risk);
        if self.save_state.get_untracked() != state {
            self.save_state.set(state);
        }
    }
}
