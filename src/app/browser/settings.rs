//! What this browser remembers about how one works. Losing it loses nothing.

use super::local_storage::Local;
use crate::formats::json::Json;
use crate::model::AssessmentId;
use crate::storage::{PREFIX, Store as _};

/// A setting is on or off.
#[derive(Debug, Clone, Copy)]
pub enum Setting {
    /// Keyboard shortcuts; on until someone turns them off.
    Keys,
    /// A whole dimension as a list, in place of one practice a screen.
    List,
}

impl Setting {
    fn key(self) -> String {
        let name = match self {
            Self::Keys => "keys",
            Self::List => "list",
        };
        format!("{PREFIX}{name}")
    }

    /// Whether it is on.
    pub fn is_on(self) -> bool {
        match Local.read(&self.key()) {
            Ok(Some(text)) => text == ON,
            _ => matches!(self, Self::Keys),
        }
    }

    /// Turns it on or off. Where nothing can be stored, it stays as it is.
    pub fn set(self, on: bool) {
        let _ = Local.write(&self.key(), if on { ON } else { OFF });
    }
}

// Texts of JSON, as everything in this store.
const ON: &str = "\"on\"";
const OFF: &str = "\"off\"";

fn draft(name: &str) -> String {
    format!("{PREFIX}ballot:{name}")
}

/// A ballot that is being filled in: its code and what goes with it.
pub fn ballot_draft(name: &str) -> Option<String> {
    let text = Local.read(&draft(name)).ok()??;
    serde_json::from_str(&text).ok()
}

/// Keeps a ballot that is being filled in; says whether the browser does.
pub fn keep_ballot_draft(name: &str, text: &str) -> bool {
    Local
        .write(&draft(name), &Json::text(text).compact())
        .is_ok()
}

/// Forgets it.
pub fn forget_ballot_draft(name: &str) {
    let _ = Local.remove(&draft(name));
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
