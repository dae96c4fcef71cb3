//! What this version does not know is kept as it came and put back where it stood.
//!
//! It goes back only to a place that this version has no meaning for, or it would be read as
//! something else, and only within something that is still there. What has lost its place, as the
//! parts of a measurement that was cleared, waits in a list beside, each with the keys that lead to
//! its place. So whatever was read comes out again, and nothing reads it as what it is not.

use super::{MAX_DEPTH, MAX_ENTRIES};
use crate::formats::json::{Json, Object};
use crate::model::assessment::Fields;
use crate::model::stamp::LAST_KEPT;
use crate::model::{Assessment, BallotId, Fact, PracticeId, Stamp, Within};

/// The name of the list.
pub const UNPLACED: &str = "unplaced";

const FILE: &[&str] = &[
    "format", "version", "app", "savedAt", "digest", "body", "stamps", "notes", UNPLACED,
];
const BODY: &[&str] = &[
    "id",
    "team",
    "questionnaire",
    "removed",
    "scope",
    "responses",
    "measurements",
    "targets",
    "actions",
    "snapshots",
    "about",
    "workshops",
    "ballots",
    "outcomes",
];
const SNAPSHOT: &[&str] = &[
    "id",
    "name",
    "taken",
    "beginsRound",
    "stamps",
    "began",
    "questionnaire",
    "scope",
    "responses",
    "measurements",
    UNPLACED,
];
const ANSWER: &[&str] = &["level", "between", "notApplicable", "dontKnow"];
const WORKSHOP: &[&str] = &[
    "began",
    "title",
    "tag",
    "practices",
    "minutes",
    "each",
    "asksRole",
    "asksName",
    "secret",
    "phase",
    "at",
    "until",
    "ends",
    "people",
    "names",
];
const OUTCOME: &[&str] = &[
    "levels",
    "dontKnow",
    "notApplicable",
    "gap",
    "dissent",
    "settled",
];

/// What is written: a file, or a snapshot within one.
#[derive(Clone, Copy, PartialEq)]
pub enum Whole {
    /// The keys of a place lead there from the outermost brackets.
    File,
    /// They begin with `body`, for which the snapshot's own brackets stand.
    Snapshot,
}

impl Whole {
    /// How many of the first keys stand for the brackets that are written.
    fn skipped(self) -> usize {
        usize::from(self == Self::Snapshot)
    }

    /// How many brackets stand around what the first key leads to, beyond one for each key.
    fn around(self) -> usize {
        match self {
            Self::File => 0,
            // Body, list, snapshot; and the key for the body leads nowhere.
            Self::Snapshot => 2,
        }
    }
}

/// Whether a document has something under a key.
fn is_live<K: Ord + TryFrom<String>, T>(fields: &Fields<K, T>, id: &str) -> bool {
    let field = K::try_from(id.to_owned()).ok();
    field.is_some_and(|key| fields.get(&key).is_some_and(|f| f.value.is_some()))
}

/// Whether reading a document like `a` again would find nothing at a place but what it does not
/// know.
fn is_free(whole: Whole, a: &Assessment, place: &[&str], value: &Json) -> bool {
    let is_file = whole == Whole::File;
    match place {
        [key] => is_file && !FILE.contains(key),
        // Files from before there were snapshots have an empty list of them.
        ["body", "snapshots"] if is_file => {
            *value == Json::List(Vec::new()) && a.snapshots().is_empty()
        }
        ["body", key] if is_file => !BODY.contains(key),
        ["body", key] => !SNAPSHOT.contains(key),
        ["body", "questionnaire", key] => !["id", "version"].contains(key),
        ["body", "scope", key] => a.scope.value.is_some() && !["mode", "disciplines"].contains(key),
        ["body", "responses", _, "note" | "evidence"] if is_file => false,
        ["body", "responses", _, key] => !ANSWER.contains(key),
        ["body", "measurements", id, key] => {
            is_live(&a.measurements, id) && !["value", "period", "source"].contains(key)
        }
        _ if !is_file => false,
        ["body", "about", key] => Fact::ALL.iter().all(|fact| fact.id() != *key),
        ["body", "workshops", id, key] => is_live(&a.workshops, id) && !WORKSHOP.contains(key),
        ["body", "ballots", id, key] => is_live(&a.ballots, id) && !["code", "name"].contains(key),
        ["body", "outcomes", id, key] => is_live(&a.outcomes, id) && !OUTCOME.contains(key),
        ["notes", id, key] => PracticeId::parse(id).is_ok() && !["seen", "texts"].contains(key),
        ["stamps", of] => !is_stamped(a, of) && is_stamp(value),
        _ => false,
    }
}

/// Whether this version has a field that such a stamp belongs to.
fn is_stamped(a: &Assessment, of: &str) -> bool {
    match of.split_once('/') {
        None => ["questionnaire", "removed", "team", "scope"].contains(&of),
        Some(("removed", of)) => {
            a.removed.value.is_some() && (of == "at" || of.starts_with("ahead/"))
        }
        Some(("about", id)) => Fact::ALL.iter().any(|fact| fact.id() == id),
        Some(("ballots" | "outcomes", id)) => Within::<BallotId>::try_from(id.to_owned()).is_ok(),
        Some((
            "responses" | "notes" | "evidence" | "measurements" | "targets" | "actions"
            | "snapshots" | "workshops",
            id,
        )) => PracticeId::parse(id).is_ok(),
        Some(_) => false,
    }
}

/// Whether it comes back as it is written.
fn is_stamp(value: &Json) -> bool {
    let text = value.as_str().unwrap_or_default();
    Stamp::parse(text).is_some_and(|s| s.millis <= LAST_KEPT && s.to_string() == text)
}

/// Puts all of it back into what is about to be written.
pub fn restore(object: &mut Object, whole: Whole, a: &Assessment) {
    let mut unplaced = Vec::new();
    for (place, text) in a.unknown.iter() {
        // It was written by the same hand, so it always can be read.
        let Ok(value) = serde_json::from_str::<Json>(text) else {
            continue;
        };
        let keys: Vec<&str> = place.iter().map(String::as_str).collect();
        let is_free = is_free(whole, a, &keys, &value)
            && place.len() + whole.around() + value.depth() <= MAX_DEPTH;
        let slot = is_free.then(|| slot(object, &keys[whole.skipped()..]));
        match slot.flatten() {
            Some(slot) => *slot = value,
            None => unplaced.push(Json::List(vec![
                Json::List(keys.into_iter().map(Json::text).collect()),
                value,
            ])),
        }
    }
    if !unplaced.is_empty() {
        object.put(UNPLACED.to_owned(), Json::List(unplaced));
    }
}

/// What a place leads to, made where nothing is there; `None` where something is, or where the
/// brackets hold as much as is read.
fn slot<'o>(object: &'o mut Object, keys: &[&str]) -> Option<&'o mut Json> {
    let (key, below) = keys.split_first()?;
    let is_there = object.has(*key);
    if !is_there && object.len() >= MAX_ENTRIES || is_there && below.is_empty() {
        return None;
    }
    let value = object.slot((*key).to_owned());
    if below.is_empty() {
        return Some(value);
    }
    if !is_there {
        *value = Json::Object(Object::default());
    }
    match value {
        Json::Object(object) => slot(object, below),
        _ => None,
    }
}

/// Reads one entry of the list: a place, and what stood there.
pub fn unplaced(entry: Json) -> Option<(Vec<String>, String)> {
    let Json::List(entry) = entry else {
        return None;
    };
    let [Json::List(place), value] = entry.as_slice() else {
        return None;
    };
    let place = place.iter().map(|key| key.as_str().map(str::to_owned));
    let place = place.collect::<Option<Vec<_>>>()?;
    (!place.is_empty()).then(|| (place, value.compact()))
}
