//! Questionnaires of one's own: read from documents, kept in both stores, found there again.

use super::{Shell, brands};
use crate::app::browser::database::Record;
use crate::app::browser::local_storage::Local;
use crate::app::browser::page;
use crate::app::contexts::Notice;
use crate::catalog::Known;
use crate::desk::{Desk, Said, Touched, key_of};
use crate::formats::carried;
use crate::formats::questionnaire_toml::{self, Own, Remark};
use crate::formats::raw_json::QUESTIONNAIRE;
use crate::formats::workspace_json::read_any;
use crate::model::QuestionnaireRef;
use crate::storage::{Store as _, StoreError};
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

/// So many are read from the database.
const MOST: u32 = 500;

/// What the stores were asked for.
#[derive(Default)]
struct Asked {
    /// What they did not bring, so that they are not asked again.
    missing: Vec<QuestionnaireRef>,
    /// Whether they are being read.
    is_reading: bool,
    /// Whether they were read at all.
    was_read: bool,
}

thread_local! {
    static ASKED: RefCell<Asked> = RefCell::default();
    /// Whenever they were read, or what is kept of them has changed. It belongs to no page.
    static READ: ArcTrigger = ArcTrigger::new();
    /// Those that this page has kept, or found kept.
    static KEPT: RefCell<Vec<QuestionnaireRef>> = const { RefCell::new(Vec::new()) };
}

impl Shell {
    /// Reads a document, and knows its questionnaire from now on; keeps nothing.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn know(self, text: &str) -> Result<(Known, Own), Vec<Remark>> {
        let own = questionnaire_toml::decode(text, self.questionnaire())?;
        let reference = QuestionnaireRef::of(&own.questionnaire);
        let here = self.look(|desk| desk.library().exact(&reference));
        let known = here.unwrap_or_else(|| {
            let new = Known {
                questionnaire: Box::leak(Box::new(own.questionnaire.clone())),
                text: text.to_owned().leak(),
                extends: own.extends.clone().map(|(id, _)| &*id.leak()),
            };
            if let Some(brand) = own.brand.clone() {
                brands::remember(new.questionnaire, brand);
            }
            self.told.update_value(|told| told.know(new.questionnaire));
            self.desk.update_value(|desk| desk.library_mut().add(new));
            new
        });
        Ok((known, own))
    }

    /// Takes in the questionnaires that a file of ours carries. What cannot be read is said of the
    /// assessments that answer it.
    pub fn learn(self, text: &str) {
        drop(self.known_from(text));
    }

    /// Takes in the questionnaires that a file carries, or is, and keeps them; says whether there are any.
    pub fn bring(self, text: &str) -> bool {
        let known = self.known_from(text);
        for one in &known {
            self.keep_questionnaire(*one);
        }
        !known.is_empty()
    }

    fn known_from(self, text: &str) -> Vec<Known> {
        let documents = if carried::is_questionnaire(text) {
            vec![text.to_owned()]
        } else {
            let carried = read_any(text).map(|contents| contents.questionnaires);
            carried.unwrap_or_default()
        };
        let known = documents.iter().filter_map(|text| self.known_by(text));
        known.collect()
    }

    /// The questionnaire of a document, which is read once: the other store, and other files, have the same.
    fn known_by(self, text: &str) -> Option<Known> {
        let here = self.look(|desk| {
            let mut others = desk.library().others().iter();
            others.find(|known| known.text == text).copied()
        });
        here.or_else(|| Some(self.know(text).ok()?.0))
    }

    /// Whether the stores may still bring questionnaires; asks for them. Tracks it.
    pub fn await_stored(self) -> bool {
        READ.with(|read| read.track());
        let is_lacking = || {
            let lacking = self.look(Desk::lacking);
            ASKED.with_borrow(|asked| lacking.iter().any(|one| !asked.missing.contains(one)))
        };
        let is_reading = ASKED.with_borrow(|asked| asked.is_reading);
        let was_read = ASKED.with_borrow(|asked| asked.was_read);
        if !is_reading && (!was_read || is_lacking()) {
            ASKED.with_borrow_mut(|asked| asked.is_reading = true);
            self.read_questionnaires();
        }
        ASKED.with_borrow(|asked| asked.is_reading)
    }

    fn read_questionnaires(self) {
        let keys = Local.keys(QUESTIONNAIRE).unwrap_or_default();
        let quick = keys.into_iter().filter_map(|key| {
            let text = Local.read(&key).ok()??;
            Some((key, text))
        });
        let quick: Vec<Record> = quick.collect();
        let done = move |safe: Vec<Record>| {
            let safe = safe.into_iter();
            let safe = safe.filter(|(key, _)| key.starts_with(QUESTIONNAIRE));
            for (key, text) in quick.into_iter().chain(safe) {
                if let Some(known) = self.known_by(&text) {
                    let reference = QuestionnaireRef::of(known.questionnaire);
                    // What a newer built-in one made of it is another version.
                    if key_of(&reference) == key && !self.is_kept(&reference) {
                        KEPT.with_borrow_mut(|kept| kept.push(reference));
                    }
                }
            }
            let missing = self.look(Desk::lacking);
            ASKED.with_borrow_mut(|asked| {
                *asked = Asked {
                    missing,
                    is_reading: false,
                    was_read: true,
                };
            });
            self.show(Touched {
                all: true,
                any: true,
                ..Touched::default()
            });
            READ.with(ArcTrigger::notify);
        };
        match self.database() {
            Ok(database) => {
                database.read_some(QUESTIONNAIRE, MOST, move |records| {
                    done(records.unwrap_or_default());
                });
            }
            Err(_) => page::after(0, move || done(Vec::new())),
        }
    }

    /// Keeps the questionnaires that one's own assessments answer, unless they are kept.
    pub fn keep_answered(self) {
        for known in self.look(Desk::answered) {
            self.keep_questionnaire(known);
        }
    }

    /// Keeps a questionnaire in both stores, and says so if neither takes it.
    pub fn keep_questionnaire(self, known: Known) {
        self.keep_and(known, |_| ());
    }

    /// Does so, and tells afterwards whether it is kept.
    pub fn keep_and(self, known: Known, then: impl FnOnce(bool) + 'static) {
        let reference = QuestionnaireRef::of(known.questionnaire);
        if self.is_kept(&reference) {
            return then(true);
        }
        KEPT.with_borrow_mut(|kept| kept.push(reference.clone()));
        READ.with(ArcTrigger::notify);
        let key = key_of(&reference);
        let quick = Local.write(&key, known.text);
        let end = move |safe: Result<(), StoreError>| {
            let lost = quick.err().and(safe.err());
            if let Some(why) = lost {
                KEPT.with_borrow_mut(|kept| kept.retain(|one| *one != reference));
                self.tell(Notice::Said(Arc::new(Said::QuestionnaireNotKept(why))));
            }
            then(lost.is_none());
        };
        match self.database() {
            Ok(database) => {
                let record = vec![(key.clone(), known.text.to_owned())];
                database.change(&key, move |_| record, end);
            }
            Err(why) => end(Err(why)),
        }
    }

    /// Whether a questionnaire is kept here.
    pub fn is_kept(self, reference: &QuestionnaireRef) -> bool {
        KEPT.with_borrow(|kept| kept.contains(reference))
    }

    /// Takes a questionnaire out of both stores. It is known until the page goes.
    pub fn forget_questionnaire(self, reference: &QuestionnaireRef) {
        KEPT.with_borrow_mut(|kept| kept.retain(|one| one != reference));
        READ.with(ArcTrigger::notify);
        let key = key_of(reference);
        let quick = Local.remove(&key);
        let end = move |safe: Result<(), StoreError>| {
            if let Err(why) = quick.and(safe) {
                self.tell(Notice::Said(Arc::new(Said::NotDeleted(why))));
            }
        };
        match self.database() {
            Ok(database) => database.remove_record(&key, end),
            Err(_) => end(Ok(())),
        }
    }
}
