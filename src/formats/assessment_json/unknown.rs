//! What this version does not know is kept as it came and put back where it stood.
//!
//! It goes back only to a place that this version has no meaning for, or it would be read as
//! something else, and only within something that is still there. What has lost its place, as the
//! parts of a measurement that was cleared, waits in a list beside, each with the keys that lead to
//! its place. So whatever was read comes out again, and nothing reads it as what it is not.

use super::decode::belongs;
use super::{MAX_DEPTH, MAX_ENTRIES, UNPLACED};
use crate::formats::json::{Json, Object};
use crate::model::{Assessment, PracticeId, Stamp};

/// A line for each place that holds what is not known beside what is: the keys that lead there, and
/// the keys that have a meaning there. With `+`, brackets that are missing are made; with `-`, what
/// they belonged to is gone.
const FILE: &str = "\
+ format version app savedAt digest body stamps notes unplaced
+body id team questionnaire removed scope responses measurements targets actions snapshots about workshops ballots outcomes
-body/questionnaire id version
-body/scope mode disciplines platform
+body/responses/* level between notApplicable dontKnow note evidence
-body/measurements/* value period source
-body/about group tags respondents industry size round client consultant summary logo
-body/workshops/* began title tag practices added dropped minutes each asksRole asksName secret phase at until ends paused revealed with expected least people names keys
-body/ballots/* code name comments
-body/outcomes/* levels between dontKnow notApplicable gap first dissent comments settled
+notes/* seen texts
+stamps";

/// The same for a snapshot within a file. Its own brackets stand for its body.
const SNAPSHOT: &str = "\
+body id name taken beginsRound stamps began questionnaire scope responses measurements unplaced
-body/questionnaire id version
-body/scope mode disciplines platform
+body/responses/* level between notApplicable dontKnow
-body/measurements/* value period source";

/// What is written: a file, or a snapshot within one.
#[derive(Clone, Copy, PartialEq)]
pub enum Whole {
    /// The keys of a place lead there from the outermost brackets.
    File,
    /// They begin with `body`, for which the snapshot's own brackets stand.
    Snapshot,
}

/// Puts all of it back into what is about to be written.
pub fn restore(object: &mut Object, whole: Whole, a: &Assessment) {
    let mut unplaced = Vec::new();
    for (place, text) in a.unknown.iter() {
        // It was written by the same hand, so it always can be read.
        let Ok(value) = Json::parse(text) else {
            continue;
        };
        match slot(object, whole, a, place, &value) {
            Some(slot) => *slot = value,
            None => {
                let place = place.iter().map(|key| Json::text(key));
                unplaced.push(Json::List(vec![Json::List(place.collect()), value]));
            }
        }
    }
    if !unplaced.is_empty() {
        object.put(UNPLACED.to_owned(), Json::List(unplaced));
    }
}

/// Where a value stood, if reading it there again would find nothing but what is not known.
fn slot<'o>(
    object: &'o mut Object,
    whole: Whole,
    a: &Assessment,
    place: &[String],
    value: &Json,
) -> Option<&'o mut Json> {
    // A snapshot stands within a body and a list, and its own brackets are its body.
    let (lines, skipped, around) = match whole {
        Whole::File => (FILE, 0, 0),
        Whole::Snapshot => (SNAPSHOT, 1, 2),
    };
    let (key, parents) = place.split_last()?;
    let mut lines = lines
        .lines()
        .map(|line| line.split_once(' ').unwrap_or((line, "")));
    let (at, known) = lines.find(|(at, _)| matches(at.get(1..).unwrap_or_default(), parents))?;
    let is_free = match (parents, whole) {
        ([stamps], Whole::File) if stamps == "stamps" => {
            let text = value.as_str().unwrap_or_default();
            Stamp::parse(text).is_some_and(|s| s.to_string() == text && !belongs(a, key, &s))
        }
        // Files from before there were snapshots have an empty list of them.
        ([_], Whole::File) if key == "snapshots" => *value == Json::List(Vec::new()),
        ([_, id], Whole::File) if at == "+notes/*" && PracticeId::parse(id).is_err() => false,
        _ => known.split(' ').all(|known| known != key),
    };
    if !is_free || place.len() + around + value.depth() > MAX_DEPTH {
        return None;
    }
    let mut object = object;
    for parent in parents.iter().skip(skipped) {
        if !object.has(parent) && (at.starts_with('-') || object.len() >= MAX_ENTRIES) {
            return None;
        }
        let slot = object.slot(parent.clone());
        if *slot == Json::Null {
            *slot = Json::Object(Object::default());
        }
        let Json::Object(below) = slot else {
            return None;
        };
        object = below;
    }
    let has_room = !object.has(key) && object.len() < MAX_ENTRIES;
    has_room.then(|| object.slot(key.clone()))
}

/// Whether keys are those of a place, in which a star stands for any.
fn matches(at: &str, keys: &[String]) -> bool {
    let mut at = at.split('/').filter(|key| !key.is_empty());
    let are_same = keys
        .iter()
        .all(|key| at.next().is_some_and(|at| at == "*" || at == key));
    are_same && at.next().is_none()
}

/// Reads one entry of the list: a place, and what stood there.
pub fn unplaced(entry: &Json) -> Option<(Vec<String>, String)> {
    let Json::List(entry) = entry else {
        return None;
    };
    let [Json::List(keys), value] = entry.as_slice() else {
        return None;
    };
    let mut place = Vec::new();
    for key in keys {
        place.push(key.as_str()?.to_owned());
    }
    (!place.is_empty()).then(|| (place, value.compact()))
}
