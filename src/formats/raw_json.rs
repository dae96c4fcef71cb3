//! What boot.js hands out when the app cannot: every record of both stores, as it stands there.

use super::assessment_json::{Decoded, Refusal, decode};
use super::json::{Json, Object};

/// What the file says it is.
pub const RAW: &str = "plumbline/raw";
/// What the key of an assessment's record begins with, in both stores.
pub const ASSESSMENT: &str = "plumbline:assessment:";
/// What the key of a questionnaire's record begins with, in both stores.
pub const QUESTIONNAIRE: &str = "plumbline:questionnaire:";
/// What the keys of other records with answers begin with: set aside because the app could not read
/// them, parked by boot.js because it did not start with them, earlier states, ballots begun.
const OTHERS: [&str; 4] = [
    "plumbline:set-aside:",
    "plumbline:parked:",
    "plumbline:earlier:",
    "plumbline:ballot:",
];
/// Where boot.js says why a store could not be read.
const ERROR: &str = "error";

/// A store, as the file tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// `localStorage`.
    Quick,
    /// IndexedDB.
    Database,
}

/// What is in the file and is not opened from it.
#[derive(Debug, Clone, PartialEq)]
pub enum LeftOut {
    /// An assessment's record that cannot be read.
    Unread {
        /// Where it stood.
        place: Place,
        /// Its assessment.
        id: String,
        /// Why it cannot.
        why: Refusal,
    },
    /// So many records that were no assessments in use.
    Others(usize),
    /// A store that could not be read, or not wholly, when the file was made.
    Store(Place),
}

/// What was taken out of the file.
pub(super) struct Found {
    /// The assessments, the copies of each joined.
    pub(super) assessments: Vec<Decoded>,
    /// The documents of questionnaires.
    pub(super) questionnaires: Vec<String>,
    /// What stays in it.
    pub(super) left_out: Vec<LeftOut>,
}

/// Takes out of the file what can be opened, and says what stays in it.
pub(super) fn read(mut file: Object) -> Found {
    let (mut found, mut left_out) = (Vec::new(), Vec::new());
    let mut questionnaires = Vec::new();
    let mut others = 0;
    for (name, place) in [("records", Place::Quick), ("database", Place::Database)] {
        let Some(Json::Object(records)) = file.remove(name) else {
            left_out.push(LeftOut::Store(place));
            continue;
        };
        for (key, text) in records {
            if key == ERROR {
                left_out.push(LeftOut::Store(place));
            } else if let Some(id) = key.strip_prefix(ASSESSMENT) {
                // Something else than a text was no record of ours.
                match decode(text.as_str().unwrap_or_default()) {
                    Ok(copy) => take(&mut found, copy),
                    Err(why) => left_out.push(LeftOut::Unread {
                        place,
                        id: id.to_owned(),
                        why,
                    }),
                }
            } else if key.starts_with(QUESTIONNAIRE) {
                questionnaires.extend(text.as_str().map(str::to_owned));
            } else if OTHERS.iter().any(|prefix| key.starts_with(prefix)) {
                others += 1;
            }
        }
    }
    if others > 0 {
        left_out.push(LeftOut::Others(others));
    }
    // The stores hold the same ones.
    questionnaires.sort();
    questionnaires.dedup();
    Found {
        assessments: found,
        questionnaires,
        left_out,
    }
}

fn take(found: &mut Vec<Decoded>, copy: Decoded) {
    let mut before = found.iter_mut();
    match before.find(|d| d.assessment.id == copy.assessment.id) {
        None => found.push(copy),
        Some(before) => {
            before.assessment.join(&copy.assessment);
            before.edited_outside |= copy.edited_outside;
            before.size += copy.size;
            // RFC 3339 in UTC: the later one is the greater text.
            before.saved_at = before.saved_at.take().max(copy.saved_at);
        }
    }
}
