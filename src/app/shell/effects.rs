//! What the desk asks for is carried out, and its answers are handed back.

use super::Shell;
use crate::VERSION;
use crate::app::browser::database::{self, Database};
use crate::app::browser::local_storage::Local;
use crate::app::browser::{clock, page, settings, tabs};
use crate::app::contexts::Notice;
use crate::desk::{Desk, Effect, GONE, Input, Now, Said, Touched};
use crate::formats::assessment_json::Encoder;
use crate::model::{Assessment, AssessmentId};
use crate::storage::{self, StoreError};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

/// How long the frame with an answer, and the one behind it, have on a slow machine, in milliseconds.
const FRAMES: i32 = 80;

thread_local! {
    /// What writes documents for the stores.
    static ENCODER: RefCell<Encoder> = const { RefCell::new(Encoder::new(VERSION)) };
}

impl Shell {
    /// Reads what is stored, and writes nothing. From now on, assessments can be changed; both stores and
    /// other tabs are followed for as long as the page lives.
    pub fn open_desk(self) {
        let now = Now {
            millis: clock::millis(),
        };
        let quick = storage::open(&Local);
        self.desk.update_value(|desk| desk.open(now, quick));
        self.door.set_value(Some(Self::handle));
        self.follow_stores();
        self.show(Touched {
            all: true,
            set_aside: true,
            ..Touched::default()
        });
        let waiting = self.waiting.try_update_value(std::mem::take);
        waiting.into_iter().flatten().for_each(|act| act());
    }

    fn follow_stores(self) {
        let heard = move |key, text| drop(self.act(Input::FromTab(key, text)));
        page::on_stored_elsewhere(heard);
        tabs::on_told(move |key, text| heard(key, Some(text)));
        // A tab that slept may have missed what others wrote.
        page::on_change(page::Change::Shown, move || {
            self.act(Input::Shown(storage::open(&Local)));
        });
        database::open(move |opened| {
            let opened = opened.map(|database| self.database.set_value(Some(database)));
            self.act(Input::Opened(opened));
        });
        for effect in Desk::at_first() {
            self.carry_out(effect);
        }
    }

    /// The open database, or why there is none.
    pub(super) fn database(self) -> Result<Database, StoreError> {
        let open = self.database.with_value(Clone::clone);
        open.ok_or(StoreError::Other(""))
    }

    /// Carries out one effect. Returns the answer, where it is there at once, and what is said.
    pub(super) fn carry_out(self, effect: Effect) -> (Option<Input>, Option<Arc<Said>>) {
        match effect {
            Effect::Quick(id, version) => return (self.keep_quickly(id, version), None),
            // The quick store has it; the screen comes before the long way into the database. A timer
            // rather than a frame: a tab that is not seen gets none.
            Effect::Database(id, version) => {
                page::after(FRAMES, move || self.keep_safely(id, version));
            }
            Effect::Forget(id) => self.forget(id),
            Effect::Read { behind, most } => match self.database() {
                Err(why) => return (Some(Input::Read(Err(why))), None),
                Ok(database) => database.read_some(&behind, most, move |records| {
                    self.act(Input::Read(records));
                }),
            },
            Effect::Tell(id) => {
                let now = clock::rfc3339();
                let text = self.with(&id, |a| ENCODER.with_borrow_mut(|e| e.encode(a, &now)));
                if let Some(text) = text {
                    tabs::tell(&storage::key(&id), &text);
                }
            }
            Effect::TellGone(id) => tabs::tell(&storage::key(&id), GONE),
            Effect::After(millis, timer) => page::after(millis as i32, move || {
                self.act(Input::Fired(timer));
            }),
            Effect::Say(said) => {
                let is_shown = match &said {
                    Said::Undone(undone) => undone.left > 0,
                    _ => true,
                };
                let said = Arc::new(said);
                if is_shown {
                    self.notices.show(Notice::Said(said.clone()));
                }
                return (None, Some(said));
            }
        }
        (None, None)
    }

    /// Puts an assessment into `localStorage`, with what another tab wrote there.
    fn keep_quickly(self, id: AssessmentId, version: u64) -> Option<Input> {
        let now = clock::rfc3339();
        let saved = self.look(|desk| {
            let known = desk.known_text(&id);
            let save = |a: &Assessment| {
                ENCODER.with_borrow_mut(|encoder| storage::save(&Local, a, encoder, &now, known))
            };
            desk.with(&id, save)
        });
        Some(Input::Quick(id, version, saved?))
    }

    /// Puts an assessment into the database: read, joined and written in one transaction.
    fn keep_safely(self, id: AssessmentId, version: u64) {
        let Ok(database) = self.database() else {
            return;
        };
        let kept = Rc::new(RefCell::new(Err(StoreError::Other(""))));
        let (result, key, own) = (kept.clone(), storage::key(&id), id.clone());
        let merge = move |before| {
            let now = clock::rfc3339();
            let merged = self.look(|desk| {
                let known = desk.known_safe(&own);
                let merge = |a: &Assessment| {
                    ENCODER.with_borrow_mut(|e| storage::merge(before, a, e, &now, known))
                };
                desk.with(&own, merge)
            });
            // It may be gone by now.
            let (answer, records) = match merged.unwrap_or(Err(StoreError::Other(""))) {
                Ok(writing) => writing.kept(now),
                Err(why) => (Err(why), Vec::new()),
            };
            *result.borrow_mut() = answer;
            records
        };
        database.change(&key, merge, move |done| {
            let kept = kept.replace(Err(StoreError::Other("")));
            self.act(Input::Database(id, version, done.and(kept)));
        });
    }

    /// Takes an assessment out of both stores. While the database opens, there is no answer: the desk
    /// asks once more when it is open.
    fn forget(self, id: AssessmentId) {
        settings::forget_backup(&id);
        let done = storage::remove(&Local, &id);
        if let Ok(database) = self.database() {
            let (key, earlier) = (storage::key(&id), storage::earlier_prefix(&id));
            database.remove(&key, &earlier, move |gone| {
                self.act(Input::Forgotten(id, done.and(gone)));
            });
        }
    }
}
