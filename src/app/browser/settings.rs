//! What this browser remembers about how one works. Losing it loses nothing.

use super::local_storage::{Local, plain};
use crate::formats::json::Json;
use crate::model::AssessmentId;
use crate::storage::{PREFIX, Store as _, StoreError};
use crate::words::Hint;

/// A setting is on or off.
#[derive(Debug, Clone, Copy)]
pub enum Setting {
    /// Keyboard shortcuts; on until someone turns them off.
    Keys,
    /// After an answer the next question comes by itself; on until someone turns it off.
    Advance,
    /// A whole dimension as a list, in place of one practice a screen.
    List,
    /// A soft sound for each ballot that is scanned, and when the time of a practice is over; on until
    /// someone turns it off.
    Sound,
    /// A hint of the sample; on until someone closes it.
    Hint(Hint),
}

impl Setting {
    fn key(self) -> String {
        let name = match self {
            Self::Keys => "keys",
            Self::Advance => "advance",
            Self::List => "list",
            Self::Sound => "sound",
            Self::Hint(hint) => return format!("{PREFIX}hint:{}", hint.id()),
        };
        format!("{PREFIX}{name}")
    }

    /// Whether it is on.
    pub fn is_on(self) -> bool {
        match plain(&self.key()) {
            Some(text) => text == ON,
            None => matches!(
                self,
                Self::Keys | Self::Advance | Self::Sound | Self::Hint(_)
            ),
        }
    }

    /// Turns it on or off. Where nothing can be stored, it stays as it is.
    pub fn set(self, on: bool) {
        keep(&self.key(), if on { ON } else { OFF });
    }
}

const ON: &str = "on";
const OFF: &str = "off";

/// Stores a plain text as JSON; says whether the browser took it.
fn keep(key: &str, text: &str) -> bool {
    Local.write(key, &Json::text(text).compact()).is_ok()
}

fn draft(name: &str) -> String {
    format!("{PREFIX}ballot:{name}")
}

/// A ballot that is being filled in: its code and what goes with it.
pub fn ballot_draft(name: &str) -> Option<String> {
    plain(&draft(name))
}

/// What is kept beside it.
pub fn more_of_draft(name: &str) -> Option<String> {
    plain(&beside(name))
}

fn beside(name: &str) -> String {
    draft(name) + ":more"
}

/// Keeps a ballot that is being filled in, and what is kept beside it; says whether the browser does.
pub fn keep_ballot_draft(name: &str, text: &str, more: &str) -> bool {
    keep(&draft(name), text) && keep(&beside(name), more)
}

/// Forgets it.
pub fn forget_ballot_draft(name: &str) {
    let _ = Local.remove(&draft(name));
    let _ = Local.remove(&beside(name));
}

fn backup(id: &AssessmentId) -> String {
    format!("{PREFIX}backup:{id}")
}

/// When an assessment was downloaded last from this browser, in milliseconds since 1970.
pub fn backed_up_at(id: &AssessmentId) -> Option<u64> {
    Local.read(&backup(id)).ok()??.parse().ok()
}

/// Remembers that it was downloaded.
pub fn set_backed_up_at(id: &AssessmentId, millis: u64) {
    let _ = Local.write(&backup(id), &millis.to_string());
}

/// Forgets it.
pub fn forget_backup(id: &AssessmentId) {
    let _ = Local.remove(&backup(id));
}

fn set_ups_key() -> String {
    format!("{PREFIX}set-ups")
}

fn mappings_key() -> String {
    format!("{PREFIX}mappings")
}

/// What the columns of files were taken for that numbers were computed from, for the next ones.
pub fn mappings() -> String {
    plain(&mappings_key()).unwrap_or_default()
}

/// Keeps them; says whether the browser does.
pub fn keep_mappings(text: &str) -> bool {
    keep(&mappings_key(), text)
}

/// The set-ups of workshops that are kept for the next ones, the last one at the end.
pub fn set_ups() -> String {
    plain(&set_ups_key()).unwrap_or_default()
}

/// Keeps them; says whether the browser does.
pub fn keep_set_ups(text: &str) -> bool {
    keep(&set_ups_key(), text)
}

fn questionnaire(id: &str) -> String {
    format!("{PREFIX}questionnaire-draft:{id}")
}

/// A questionnaire's document that is being written.
pub fn questionnaire_draft(id: &str) -> Option<String> {
    Local.read(&questionnaire(id)).ok().flatten()
}

/// The ids of the questionnaires that are being written.
pub fn questionnaire_drafts() -> Vec<String> {
    let prefix = questionnaire("");
    let keys = Local.keys(&prefix).unwrap_or_default();
    let ids = keys.iter().filter_map(|key| key.strip_prefix(&prefix));
    ids.map(str::to_owned).collect()
}

/// Keeps a questionnaire's document that is being written.
///
/// # Errors
/// Why the browser does not.
pub fn keep_questionnaire_draft(id: &str, text: &str) -> Result<(), StoreError> {
    Local.write(&questionnaire(id), text)
}

/// Forgets it.
pub fn forget_questionnaire_draft(id: &str) {
    let _ = Local.remove(&questionnaire(id));
}
