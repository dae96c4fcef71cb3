//! What is stored beside the present state of assessments, and how the stores are.

use super::Shell;
use crate::app::browser::database::Database;
use crate::app::browser::local_storage::Local;
use crate::app::browser::{files, page, session};
use crate::app::contexts::Notice;
use crate::desk::{Access, Input, Kept, Line, Said};
use crate::formats::assessment_json::{Refusal, decode};
use crate::model::{Assessment, AssessmentId};
use crate::storage::{self, Health, Holding, PREFIX, Safety, Store as _, StoreError};
use leptos::prelude::*;
use std::sync::Arc;

/// So many records of the database are looked at in one go.
const AT_ONCE: u32 = 8;

/// What is done with what a store holds.
type Looked = Box<dyn FnOnce(Result<Holding, StoreError>)>;

impl Shell {
    /// Hands out what a newer version wrote, as it is stored: in whichever store it stands.
    pub fn download_newer(self, id: &AssessmentId) {
        let (key, name) = (storage::key(id), format!("plumbline_newer_{id}.json"));
        let known = self.look(|desk| {
            let newer = desk.set_aside().iter().filter(|r| r.key == key);
            let mut newer = newer.filter(|r| matches!(r.reason, Refusal::Newer(_)));
            newer.next().map(|r| r.text.clone())
        });
        let quick = known.or_else(|| Local.read(&key).ok().flatten());
        match (quick, self.database()) {
            (Some(text), _) if is_newer(&text) => files::download(&name, &text),
            // Another tab wrote it where it could.
            (_, Ok(database)) => database.read_all(move |records| {
                let mut records = records.into_iter().flatten();
                if let Some((_, text)) = records.find(|(k, _)| *k == key) {
                    files::download(&name, &text);
                }
            }),
            (Some(text), Err(_)) => files::download(&name, &text),
            (None, Err(_)) => {}
        }
    }

    /// Reads the earlier states of an assessment, the latest first.
    pub fn earlier(
        self,
        id: &AssessmentId,
        then: impl FnOnce(Vec<(String, Assessment)>) + 'static,
    ) {
        match self.database() {
            Err(_) => then(Vec::new()),
            Ok(database) => database.read_earlier(&storage::earlier_prefix(id), move |texts| {
                then(storage::earlier_states(&texts));
            }),
        }
    }

    /// Reads every record of both stores again and compares it with what is on the screen.
    pub fn look_after(self, then: impl FnOnce(Health) + 'static) {
        let all = self.look(|desk| {
            let kept = |a: &&Assessment| desk.access(&a.id) != Some(Access::Guest);
            desk.all().filter(kept).count()
        });
        let quick = storage::records(&Local).map(|records| self.compare(records));
        let health = move |safe| Health { quick, safe, all };
        match self.database() {
            Err(why) => {
                let why = self.look(|desk| desk.no_database()).unwrap_or(why);
                then(health(Err(why)));
            }
            Ok(database) => {
                let then = Box::new(move |safe| then(health(safe)));
                self.look_through(database, String::new(), Holding::default(), then);
            }
        }
    }

    /// Looks at the records behind a key, a few at a time: whoever clicks comes first.
    fn look_through(self, database: Database, behind: String, found: Holding, then: Looked) {
        let own = database.clone();
        database.read_some(&behind, AT_ONCE, move |records| {
            let records = match records {
                Ok(records) => records,
                Err(why) => return then(Err(why)),
            };
            let is_whole = records.len() < AT_ONCE as usize;
            let last = records.last().map(|(key, _)| key.clone());
            let mut found = found;
            found.add(self.compare(records));
            match last.filter(|_| !is_whole) {
                Some(last) => page::after(0, move || self.look_through(own, last, found, then)),
                None => then(Ok(found)),
            }
        });
    }

    fn compare(self, records: Vec<(String, String)>) -> Holding {
        storage::holding(records, |a| {
            self.with(&a.id, |mine| mine == a) == Some(true)
        })
    }

    /// Deletes all that this browser holds of the app, whatever wrote it, and begins anew.
    pub fn delete_everything(self) {
        let all = self.look(|desk| desk.all().map(|a| a.id.clone()).collect());
        self.act(Input::Discard(all));
        session::clear();
        let quick = Local.keys(PREFIX).and_then(|keys| {
            let mut keys = keys.iter();
            keys.try_for_each(|key| Local.remove(key))
        });
        let end = move |safe: Result<(), StoreError>| match quick.and(safe) {
            Ok(()) => session::begin_anew(),
            Err(why) => self
                .notices
                .show(Notice::Said(Arc::new(Said::NotDeleted(why)))),
        };
        match self.database() {
            Ok(database) => database.clear(end),
            // Where there is none, nothing is in it.
            Err(_) => end(Ok(())),
        }
    }

    /// How what one answers is kept now; tracks it.
    pub fn safety(self, health: &Health) -> Safety {
        let (quick, safe) = match self.line.get().0 {
            Line::NotSaved(why) => (Err(why), Err(why)),
            Line::Saved(Kept::QuickStoreOnly(why)) => (Ok(()), Err(why)),
            Line::Saved(Kept::DatabaseOnly(why)) => (Err(why), Ok(())),
            _ => (Ok(()), Ok(())),
        };
        health.safety(quick, safe)
    }
}

fn is_newer(text: &str) -> bool {
    matches!(decode(text), Err(Refusal::Newer(_)))
}
