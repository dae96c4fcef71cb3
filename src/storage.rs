//! Floor 3: how assessments are kept, over any store of named texts.
//!
//! Every record stands under a key of its own that begins with [`PREFIX`]; on GitHub Pages all
//! projects of an owner share one storage, so other keys are never touched. Nothing here panics.
#![cfg_attr(
    not(test),
    deny(clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]

use crate::formats::assessment_json::{Refusal, decode, encode_compact};
use crate::model::{Assessment, AssessmentId};
use std::fmt;

/// What every key of ours begins with.
pub const PREFIX: &str = "plumbline:";
const ASSESSMENT: &str = "plumbline:assessment:";

/// Why a store did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let the page keep data.
    Blocked,
    /// There is no room left.
    Full,
    /// What was read back is not what was written.
    NotKept,
    /// Something else.
    Other,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blocked => "this browser does not let the page store data",
            Self::Full => "the browser's storage is full",
            Self::NotKept => "the browser did not keep what was written",
            Self::Other => "the browser reported an error",
        })
    }
}

/// A store of named texts.
pub trait Store {
    /// The text under `key`, if there is one.
    ///
    /// # Errors
    /// [`StoreError`] when the store cannot be read.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;
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
    /// The records that could not.
    pub set_aside: Vec<SetAside>,
}

/// Where an assessment is kept.
#[must_use]
pub fn key(id: &AssessmentId) -> String {
    format!("{ASSESSMENT}{id}")
}

/// Reads every record. Writes nothing.
///
/// # Errors
/// [`StoreError`] when the store cannot be read at all.
pub fn open(store: &impl Store) -> Result<Opening, StoreError> {
    let mut opening = Opening::default();
    for key in store.keys(ASSESSMENT)? {
        let Some(text) = store.read(&key)? else {
            continue;
        };
        match decode(&text) {
            Ok(decoded) => opening.assessments.push(decoded.assessment),
            Err(reason) => opening.set_aside.push(SetAside { key, text, reason }),
        }
    }
    Ok(opening)
}

/// Keeps an assessment, and reads it back before saying so. What another tab wrote meanwhile is
/// joined, never overwritten; a record that cannot be read is left alone.
///
/// Returns the document as it now stands in the store.
///
/// # Errors
/// [`StoreError`] when it was not kept; what stood there before still does.
pub fn save(
    store: &impl Store,
    assessment: &Assessment,
    app: &str,
    saved_at: &str,
) -> Result<Assessment, StoreError> {
    let key = key(&assessment.id);
    let mut whole = assessment.clone();
    if let Some(before) = store.read(&key)? {
        match decode(&before) {
            Ok(decoded) => whole.join(&decoded.assessment),
            Err(_) => return Err(StoreError::Other),
        }
    }
    let text = encode_compact(&whole, app, saved_at);
    store.write(&key, &text)?;
    match store.read(&key)? {
        Some(kept) if kept == text => Ok(whole),
        _ => Err(StoreError::NotKept),
    }
}

/// Removes an assessment's record.
///
/// # Errors
/// [`StoreError`] when the store cannot be changed.
pub fn remove(store: &impl Store, id: &AssessmentId) -> Result<(), StoreError> {
    store.remove(&key(id))
}
