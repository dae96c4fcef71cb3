//! What is stored of one assessment beside its present state, and who may change it.

use super::Workspace;
use crate::app::browser::files;
use crate::app::browser::local_storage::Local;
use crate::formats::assessment_json::{Refusal, decode};
use crate::model::{Assessment, AssessmentId};
use crate::storage::{self, Store as _};
use leptos::prelude::*;

impl Workspace {
    /// Whether a newer version wrote it, so that it can only be looked at.
    pub fn is_read_only(self, id: &AssessmentId) -> bool {
        self.read_only.with_untracked(|set| set.has(id))
    }

    /// Tracks which assessments can only be looked at.
    pub fn track_read_only(self) {
        self.read_only.track();
    }

    pub(super) fn make_read_only(self, id: AssessmentId) {
        if !self.is_read_only(&id) {
            self.read_only.update(|set| {
                set.put(id, ());
            });
        }
    }

    /// Hands out what a newer version wrote, as it is stored: in whichever store it stands.
    pub fn download_newer(self, id: &AssessmentId) {
        let (key, name) = (storage::key(id), format!("plumbline_newer_{id}.json"));
        let known = self.set_aside.with_untracked(|records| {
            let newer = records.iter().filter(|r| r.key == key);
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

    /// Takes an assessment out of both stores.
    pub(super) fn forget_stored(self, id: &AssessmentId) {
        // A store that cannot be changed keeps it: nothing is lost.
        let _ = storage::remove(&Local, id);
        if let Ok(database) = self.database() {
            database.remove(&storage::key(id), &storage::earlier_prefix(id));
        }
    }
}

fn is_newer(text: &str) -> bool {
    matches!(decode(text), Err(Refusal::Newer(_)))
}
