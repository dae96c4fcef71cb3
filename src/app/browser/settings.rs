//! What this browser remembers about how one works. Losing it loses nothing.

use super::local_storage::Local;
use crate::storage::{PREFIX, Store as _};

fn keys() -> String {
    format!("{PREFIX}keys")
}

/// Whether keyboard shortcuts are on; they are until someone turns them off.
pub fn keys_are_on() -> bool {
    !matches!(Local.read(&keys()), Ok(Some(text)) if text == "\"off\"")
}

/// Turns keyboard shortcuts on or off. Where nothing can be stored, they stay as they are.
pub fn set_keys(on: bool) {
    // A text of JSON, as everything in this store.
    let _ = Local.write(&keys(), if on { "\"on\"" } else { "\"off\"" });
}
