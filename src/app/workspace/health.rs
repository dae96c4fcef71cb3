//! How the stores are, looked at anew.

use super::Workspace;
use crate::app::browser::local_storage::Local;
use crate::model::Assessment;
use crate::storage::{self, Opening, StoreError};

/// What is in one store.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Holding {
    /// Records of ours.
    pub records: usize,
    /// Their length, in characters as the browser counts them.
    pub size: usize,
    /// Assessments that are whole and as they are on the screen.
    pub same: usize,
    /// Assessments that are whole and lack something, or have more.
    pub differing: usize,
    /// Records that cannot be read.
    pub unreadable: usize,
}

/// What is in both stores, or why one cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Health {
    /// `localStorage`.
    pub quick: Result<Holding, StoreError>,
    /// IndexedDB.
    pub safe: Result<Holding, StoreError>,
}

impl Workspace {
    /// Reads every record of both stores again and compares it with what is on the screen.
    pub fn look_after(self, then: impl FnOnce(Health) + 'static) {
        let quick = storage::records(&Local).map(|records| self.compare(records));
        match self.database() {
            Err(why) => then(Health {
                quick,
                safe: Err(why),
            }),
            Ok(database) => database.read_all(move |records| {
                let safe = records.map(|records| self.compare(records));
                then(Health { quick, safe });
            }),
        }
    }

    fn compare(self, records: Vec<(String, String)>) -> Holding {
        let mut holding = Holding {
            records: records.len(),
            size: records.iter().map(|(k, t)| utf16(k) + utf16(t)).sum(),
            ..Holding::default()
        };
        let mut found = Opening::default();
        storage::sort(&mut found, records);
        holding.unreadable = found.set_aside.len();
        let is_same = |a: &&Assessment| self.with(&a.id, |mine| mine == *a) == Some(true);
        holding.same = found.assessments.iter().filter(is_same).count();
        holding.differing = found.assessments.len() - holding.same;
        holding
    }
}

fn utf16(text: &str) -> usize {
    text.encode_utf16().count()
}
