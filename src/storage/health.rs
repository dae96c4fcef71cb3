//! How the stores are, looked at anew: what is in each, and what may be said of it.

use super::{Opening, StoreError, sort};
use crate::model::Assessment;

/// What the keys of records begin with that boot.js took out of the app's way. The app does not
/// open them; it hands them out.
const PARKED: &str = "plumbline:parked:";

/// What is in one store.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
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
    /// The texts of those that boot.js took out of the way.
    pub parked: Vec<String>,
}

/// What is in both stores, or why one cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Health {
    /// `localStorage`.
    pub quick: Result<Holding, StoreError>,
    /// IndexedDB.
    pub safe: Result<Holding, StoreError>,
    /// How many assessments are to be in each.
    pub all: usize,
}

/// How what one answers is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Safety {
    /// In both stores, and the same in both.
    Twice,
    /// Both stores work, and do not hold the same.
    Unevenly,
    /// In the quick store alone; and what is wrong with the database.
    QuickAlone(StoreError),
    /// In the database alone; and what is wrong with the quick store.
    DatabaseAlone(StoreError),
    /// In neither; and what is wrong with the quick store.
    Nowhere(StoreError),
}

/// Looks at the records of one store; `is_same` says whether an assessment is as on the screen.
pub fn holding(records: Vec<(String, String)>, is_same: impl Fn(&Assessment) -> bool) -> Holding {
    let size = |text: &str| text.encode_utf16().count();
    let parked = records.iter().filter(|(key, _)| key.starts_with(PARKED));
    let mut holding = Holding {
        records: records.len(),
        size: records.iter().map(|(k, t)| size(k) + size(t)).sum(),
        parked: parked.map(|(_, text)| text.clone()).collect(),
        ..Holding::default()
    };
    let mut found = Opening::default();
    sort(&mut found, records);
    holding.unreadable = found.set_aside.len();
    holding.same = found.assessments.iter().filter(|a| is_same(a)).count();
    holding.differing = found.assessments.len() - holding.same;
    holding
}

impl Holding {
    /// Adds what more of the same store was looked at.
    pub fn add(&mut self, more: Self) {
        self.records += more.records;
        self.size += more.size;
        self.same += more.same;
        self.differing += more.differing;
        self.unreadable += more.unreadable;
        self.parked.extend(more.parked);
    }
}

impl Health {
    /// What may be said of it, when this is how writing to the two stores went last.
    #[must_use]
    pub fn safety(&self, quick: Result<(), StoreError>, safe: Result<(), StoreError>) -> Safety {
        let read = |holding: &Result<Holding, StoreError>| match holding {
            Ok(_) => Ok(()),
            Err(why) => Err(*why),
        };
        match (quick.and(read(&self.quick)), safe.and(read(&self.safe))) {
            (Err(why), Err(_)) => Safety::Nowhere(why),
            (Ok(()), Err(why)) => Safety::QuickAlone(why),
            (Err(why), Ok(())) => Safety::DatabaseAlone(why),
            (Ok(()), Ok(())) if self.is_even() => Safety::Twice,
            (Ok(()), Ok(())) => Safety::Unevenly,
        }
    }

    fn is_even(&self) -> bool {
        let mut both = [&self.quick, &self.safe].into_iter();
        both.all(|one| matches!(one, Ok(h) if h.differing == 0 && h.same == self.all))
    }
}
