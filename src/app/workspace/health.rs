//! How the stores are, looked at anew.

use super::{Kept, SaveState, Workspace};
use crate::app::browser::local_storage::Local;
use crate::storage::{self, Health, Holding, Safety};
use leptos::prelude::*;

impl Workspace {
    /// Reads every record of both stores again and compares it with what is on the screen.
    pub fn look_after(self, then: impl FnOnce(Health) + 'static) {
        let all = self.state.with_value(|s| {
            let kept = s.assessments.keys().filter(|id| !self.is_guest(id));
            kept.count()
        });
        let quick = storage::records(&Local).map(|records| self.compare(records));
        let health = move |safe| Health { quick, safe, all };
        match self.database() {
            Err(why) => then(health(Err(why))),
            Ok(database) => database.read_all(move |records| {
                then(health(records.map(|records| self.compare(records))));
            }),
        }
    }

    fn compare(self, records: Vec<(String, String)>) -> Holding {
        storage::holding(records, |a| {
            self.with(&a.id, |mine| mine == a) == Some(true)
        })
    }

    /// How what one answers is kept now; tracks it.
    pub fn safety(self, health: &Health) -> Safety {
        let (quick, safe) = match self.save_state.get() {
            SaveState::NotSaved(why) => (Err(why), Err(why)),
            SaveState::Saved(_, Kept::Lightly(why)) => (Ok(()), Err(why)),
            SaveState::Saved(_, Kept::Slowly(why)) => (Err(why), Ok(())),
            _ => (Ok(()), Ok(())),
        };
        health.safety(quick, safe)
    }
}
