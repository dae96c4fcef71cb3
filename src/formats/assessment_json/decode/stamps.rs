//! Stamps stand beside the body; each is given to its field.

use super::reader::Reader;
use super::{notes, parts};
use crate::formats::json::{Json, Object};
use crate::model::assessment::Fields;
use crate::model::{Assessment, Fault, Field, PracticeId, Removal, Shape, Stamp};

/// Stamps by what they belong to.
pub type Stamps = Vec<(String, Stamp)>;

impl Reader {
    /// Reads them. One that cannot be a time is left out, and what it belongs to is older than any
    /// that has one.
    pub fn stamps(&mut self, value: Option<Json>) -> Stamps {
        let mut stamps = Stamps::new();
        for (path, value) in self.object("stamps", value) {
            match value.as_str().and_then(Stamp::parse) {
                Some(stamp) if stamp.millis > self.latest => {}
                Some(stamp) => stamps.push((path, stamp)),
                None => self.say(&format!("stamps/{path}"), Fault::Not(Shape::Stamp)),
            }
        }
        stamps
    }

    /// Gives a field its stamp; a stamp without a value is a tombstone.
    pub fn stamp(&mut self, a: &mut Assessment, path: &str, stamp: &Stamp) {
        fn set<K: Ord + TryFrom<String>, T>(
            fields: &mut Fields<K, T>,
            id: &str,
            stamp: &Stamp,
        ) -> bool {
            let Ok(key) = K::try_from(id.to_owned()) else {
                return false;
            };
            write(fields.slot(key), stamp)
        }
        fn write<T>(field: &mut Field<T>, stamp: &Stamp) -> bool {
            field.stamp = Some(stamp.clone());
            true
        }
        let known = match path.split_once('/') {
            Some(("responses", id)) => set(&mut a.responses, id, stamp),
            Some(("carried", id)) => set(&mut a.carried, id, stamp),
            Some(("carried-until", id)) => until(&mut a.carried, id, stamp),
            Some(("notes", id)) => notes::stamp(a, id, stamp),
            Some(("evidence", id)) => set(&mut a.evidence, id, stamp),
            Some(("measurements", id)) => set(&mut a.measurements, id, stamp),
            Some(("targets", id)) => set(&mut a.targets, id, stamp),
            Some(("actions", id)) => set(&mut a.actions, id, stamp),
            Some(("snapshots", id)) => set(&mut a.snapshots, id, stamp),
            Some(("workshops", id)) => set(&mut a.workshops, id, stamp),
            Some(("ballots", id)) => set(&mut a.ballots, id, stamp),
            Some(("outcomes", id)) => set(&mut a.outcomes, id, stamp),
            Some(("about", id)) => parts::fact(id).is_some_and(|f| write(a.about.slot(f), stamp)),
            None if path == "questionnaire" => {
                a.moved = Some(stamp.clone());
                true
            }
            None if path == "removed" => write(&mut a.removed, stamp),
            Some(("removed", of)) => removal(&mut a.removed, of, stamp),
            None if path == "team" => write(&mut a.team, stamp),
            None if path == "scope" => write(&mut a.scope, stamp),
            _ => false,
        };
        if !known {
            let stamp = Json::Text(stamp.to_string());
            self.keep(&["stamps"], Object::from_iter([(path.to_owned(), stamp)]));
        }
    }
}

/// Whether there is a field of `a` that such a stamp belongs to.
pub fn belongs(a: &Assessment, path: &str, stamp: &Stamp) -> bool {
    let mut reader = Reader::up_to(0);
    let mut like = Assessment::empty(a.id.clone(), a.questionnaire.clone());
    like.removed.clone_from(&a.removed);
    reader.stamp(&mut like, path, stamp);
    reader.unknown.is_empty()
}

/// Up to which stamp an answer stands as an earlier round left it.
fn until(carried: &mut Fields<PracticeId, Stamp>, id: &str, stamp: &Stamp) -> bool {
    let Ok(id) = PracticeId::parse(id) else {
        return false;
    };
    carried.slot(id).value = Some(stamp.clone());
    true
}

/// When a removal was made, or what was ahead of it.
fn removal(removed: &mut Field<Removal>, of: &str, stamp: &Stamp) -> bool {
    let Some(removal) = &mut removed.value else {
        return false;
    };
    if of == "at" {
        removal.made = Some(stamp.clone());
        return true;
    }
    let is_ahead = of.starts_with("ahead/");
    if is_ahead {
        removal.ahead.put(stamp.writer.clone(), stamp.clone());
    }
    is_ahead
}
