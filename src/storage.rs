//! Floor 3: how assessments are kept, over any store of named texts.
//!
//! Every record stands under a key of its own that begins with [`PREFIX`]; on GitHub Pages all
//! projects of an owner share one storage, so other keys are never touched. Nothing here panics.
#![cfg_attr(
    not(test),
    deny(clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]

mod earlier;
mod error;
mod health;
mod incoming;
mod keys;
mod room;

use crate::formats::assessment_json::{Encoder, Refusal, decode, decode_newer, decode_to_show};
use crate::formats::raw_json::ASSESSMENT;
use crate::model::{Assessment, AssessmentId};
use keys::{SET_ASIDE, aside_key};

pub use earlier::earlier_states;
pub use error::StoreError;
pub use health::{Health, Holding, Safety, holding};
pub use incoming::{Candidate, Here, How, Meets, apart, gather};
pub use keys::{EARLIER, PREFIX, earlier_prefix, key};
pub use room::{MAX_TAKEN, MAX_TYPED, fits, joined, room_for};

/// A store of named texts.
pub trait Store {
    /// The text under `key`, if there is one.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be read.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Whether exactly `text` stands under `key`.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be read.
    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        Ok(self.read(key)?.as_deref() == Some(text))
    }
    /// Puts `text` under `key`. When it fails, the old text stands.
    ///
    /// # Errors
    /// [`StoreError`] when the text was not kept.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Removes `key`.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be changed.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
    /// All keys that begin with `prefix`, in no particular order.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be read.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError>;
}

/// A record that could not be opened. It stays as it is and is never written to.
#[derive(Debug, Clone, PartialEq)]
pub struct SetAside {
    /// Its key.
    pub key: String,
    /// Its text, for download.
    pub text: String,
    /// Why it could not be opened.
    pub reason: Refusal,
}

/// What was found at the start.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Opening {
    /// The assessments that could be read.
    pub assessments: Vec<Assessment>,
    /// Those of which a newer version wrote a record: to look at, and not to be written.
    pub newer: Vec<AssessmentId>,
    /// The records that could not.
    pub set_aside: Vec<SetAside>,
}

impl Opening {
    fn take(&mut self, assessment: Assessment) {
        let mut before = self.assessments.iter_mut();
        match before.find(|a| a.id == assessment.id) {
            Some(before) => before.join(&assessment),
            None => self.assessments.push(assessment),
        }
    }
}

/// Sorts records into assessments and what cannot be read. Two records of one assessment, from two
/// stores, are joined.
pub fn sort(opening: &mut Opening, records: impl IntoIterator<Item = (String, String)>) {
    for (key, text) in records {
        if !key.starts_with(ASSESSMENT) && !key.starts_with(SET_ASIDE) {
            continue;
        }
        match decode(&text) {
            // What an older version set aside, this one may be able to read.
            Ok(decoded) => {
                opening.take(decoded.assessment);
            }
            Err(reason) => {
                if let (Refusal::Newer(_), Some(seen)) = (&reason, decode_newer(&text)) {
                    opening.newer.push(seen.id.clone());
                    opening.take(seen);
                }
                let is_known = |other: &SetAside| other.text == text;
                if !opening.set_aside.iter().any(is_known) {
                    opening.set_aside.push(SetAside { key, text, reason });
                }
            }
        }
    }
}

/// Every record of ours, as it stands there.
///
/// # Errors
/// [`StoreError`] when the store cannot be read at all.
pub fn records(store: &impl Store) -> Result<Vec<(String, String)>, StoreError> {
    let mut records = Vec::new();
    for key in store.keys(PREFIX)? {
        if let Some(text) = store.read(&key)? {
            records.push((key, text));
        }
    }
    Ok(records)
}

/// Reads one assessment, only to show it. `None` where it is not there, or cannot be read: then [`open`] says
/// why.
#[must_use]
pub fn look_in(store: &impl Store, id: &AssessmentId) -> Option<Assessment> {
    let found = decode_to_show(&store.read(&key(id)).ok()??)?;
    (found.id == *id).then_some(found)
}

/// Reads every record. Writes nothing.
///
/// # Errors
/// [`StoreError`] when the store cannot be read at all.
pub fn open(store: &impl Store) -> Result<Opening, StoreError> {
    let mut opening = Opening::default();
    sort(&mut opening, records(store)?);
    Ok(opening)
}

/// What is to be written so that an assessment is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Writing {
    /// The document with what stood there, where that was read.
    pub joined: Option<Assessment>,
    /// What stood in its place and could not be read: its new key and its text.
    pub aside: Option<(String, String)>,
    /// What stood in its place and is kept as an earlier state: keys and texts.
    pub earlier: Vec<(String, String)>,
    /// The document's key and text.
    pub record: (String, String),
}

/// A key and a text.
type Record = (String, String);

impl Writing {
    /// What the store has once it is written, and the records that are to be written, in this order.
    pub fn kept(self, at: String) -> (Result<Kept, StoreError>, Vec<Record>) {
        let text = self.record.1.clone();
        let joined = self.joined;
        let others = self.aside.into_iter().chain(self.earlier);
        let records = others.chain([self.record]).collect();
        (Ok(Kept { text, at, joined }), records)
    }
}

/// Works out what to write where `before` stands. What another tab wrote is joined, never
/// overwritten; what cannot be read is set aside with its bytes first. Where `known` stands, the text
/// that this document was kept as before, and the time at which that was, nothing of it is read anew.
///
/// # Errors
/// [`StoreError::Newer`] when a newer version wrote what stands there; [`StoreError::TooLarge`] when
/// what would be written could not be read again.
pub fn merge(
    before: Option<String>,
    assessment: &Assessment,
    encoder: &mut Encoder,
    saved_at: &str,
    known: Option<(&str, &str)>,
) -> Result<Writing, StoreError> {
    let is_known = known.is_some_and(|(text, at)| {
        before.as_deref() == Some(text) && earlier::keys(&assessment.id, at, saved_at).is_empty()
    });
    let before = before.filter(|_| !is_known);
    let (mut joined, mut aside, mut earlier) = (None, None, Vec::new());
    if let Some(before) = before {
        match decode(&before) {
            Ok(decoded) => {
                let at = decoded.saved_at.as_deref().unwrap_or_default();
                for key in earlier::keys(&assessment.id, at, saved_at) {
                    let text = earlier::text(&before, &decoded.assessment, encoder, at);
                    earlier.push((key, text));
                }
                let mut whole = assessment.clone();
                whole.join(&decoded.assessment);
                joined = Some(whole);
            }
            Err(Refusal::Newer(_)) => return Err(StoreError::Newer),
            Err(_) => aside = Some((aside_key(&assessment.id, &before), before)),
        }
    }
    let whole = joined.as_ref().unwrap_or(assessment);
    let text = encoder.encode(whole, saved_at);
    room::readable(&text, whole)?;
    Ok(Writing {
        record: (key(&assessment.id), text),
        joined,
        aside,
        earlier,
    })
}

/// What a store has of an assessment now.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Its text.
    pub text: String,
    /// When that was written.
    pub at: String,
    /// The document with what others had written, where anything else stood.
    pub joined: Option<Assessment>,
}

/// Keeps an assessment, and reads it back before saying so. Where `known` stands, the text that this
/// document was kept as before, there is nothing to join, and it is not read anew; nor is it written
/// where it says the same.
///
/// # Errors
/// [`StoreError`] when it was not kept; what stood there before still does.
pub fn save(
    store: &impl Store,
    assessment: &Assessment,
    encoder: &mut Encoder,
    saved_at: &str,
    known: Option<&str>,
) -> Result<Kept, StoreError> {
    let key = key(&assessment.id);
    let known = match known {
        Some(known) if store.holds(&key, known)? => Some(known),
        _ => None,
    };
    let before = match known {
        Some(_) => None,
        None => store.read(&key)?,
    };
    if before.is_none() {
        let text = encoder.encode(assessment, saved_at);
        room::readable(&text, assessment)?;
        let same = known.and_then(|known| {
            if known == text {
                return Some((known, saved_at));
            }
            same_but_for_time(known, &text, assessment, encoder)
        });
        let (text, at) = match same {
            Some((known, at)) => (known.to_owned(), at.to_owned()),
            _ => {
                put(store, &key, &text)?;
                (text, saved_at.to_owned())
            }
        };
        let joined = None;
        return Ok(Kept { text, at, joined });
    }
    let writing = merge(before, assessment, encoder, saved_at, None)?;
    for (key, text) in writing.aside.iter().chain([&writing.record]) {
        put(store, key, text)?;
    }
    Ok(Kept {
        text: writing.record.1,
        at: saved_at.to_owned(),
        joined: writing.joined,
    })
}

/// The record and its time, if it says of an assessment what would be written now, but for that.
fn same_but_for_time<'k>(
    known: &'k str,
    text: &str,
    assessment: &Assessment,
    encoder: &mut Encoder,
) -> Option<(&'k str, &'k str)> {
    const TIME: &str = "\"savedAt\":\"";
    // Where the first difference is not in the time, there is another, and no need to look for the time.
    let mut both = known.bytes().zip(text.bytes());
    let differs = both.position(|(a, b)| a != b).unwrap_or(known.len());
    let begins = known.get(..differs)?.rfind('"')? + 1;
    let at = known.get(begins..)?.split('"').next()?;
    let is_time = known.get(..begins)?.ends_with(TIME);
    (is_time && known == encoder.encode(assessment, at)).then_some((known, at))
}

/// Writes a text and looks whether it stands there.
fn put(store: &impl Store, key: &str, text: &str) -> Result<(), StoreError> {
    store.write(key, text)?;
    if store.holds(key, text)? {
        Ok(())
    } else {
        Err(StoreError::NotKept)
    }
}

/// Removes an assessment's record.
///
/// # Errors
/// [`StoreError`] when the store cannot be changed.
pub fn remove(store: &impl Store, id: &AssessmentId) -> Result<(), StoreError> {
    store.remove(&key(id))
}
