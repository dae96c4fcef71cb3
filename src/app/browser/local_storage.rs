//! `localStorage` behind the core's [`Store`], through gloo-storage.
//!
//! gloo-storage panics when storage is blocked, so it is called only after a probe through web-sys,
//! once per call: a browser may take storage away while the page is open. Texts are written through
//! web-sys, since gloo-storage panics on some of what `setItem` may throw.

use crate::formats::json::Json;
use crate::storage::{Store, StoreError};
use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::JsValue;

/// The browser's `localStorage`. Values are JSON texts, as gloo-storage writes them.
pub struct Local;

fn probe() -> Result<web_sys::Storage, StoreError> {
    let storage = web_sys::window()
        .ok_or(StoreError::Blocked)?
        .local_storage();
    storage.ok().flatten().ok_or(StoreError::Blocked)
}

/// Firefox, Chromium and older WebKit spell it differently.
pub fn name_of(error: &JsValue) -> StoreError {
    // `DOMException` is an `Error` in most browsers, and has a name in all.
    let name = js_sys::Reflect::get(error, &JsValue::from_str("name"));
    let name = name.ok().and_then(|n| n.as_string());
    match name.unwrap_or_default().as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR" => {
            StoreError::Full
        }
        "SecurityError" | "NS_ERROR_DOM_SECURITY_ERR" | "InvalidStateError" => StoreError::Blocked,
        _ => StoreError::Other,
    }
}

/// Asks the browser not to clear our data when it needs room. It decides for itself, and some ask
/// the user, so it is asked only when somebody has just shown that the data matters.
pub fn ask_to_persist() {
    // Missing on pages without https, and then nothing is lost by not asking.
    let asked = web_sys::window().map(|w| w.navigator().storage().persist());
    drop(asked);
}

impl Store for Local {
    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        // The raw text first: getItem may throw, which gloo-storage takes for a bug.
        let Some(raw) = probe()?.get_item(key).map_err(|e| name_of(&e))? else {
            return Ok(None);
        };
        match LocalStorage::get::<Json>(key) {
            Ok(value) => Ok(Some(value.compact())),
            // Not JSON at all: hand it on as it is, to be set aside with its bytes.
            Err(_) => Ok(Some(raw)),
        }
    }

    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        let raw = probe()?.get_item(key).map_err(|e| name_of(&e))?;
        Ok(raw.as_deref() == Some(text))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        // gloo-storage takes whatever setItem throws for an Error and panics when it is none.
        probe()?.set_item(key, text).map_err(|e| name_of(&e))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        probe()?.remove_item(key).map_err(|e| name_of(&e))
    }

    fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
        let storage = probe()?;
        let count = storage.length().map_err(|e| name_of(&e))?;
        let mut keys = Vec::new();
        for i in 0..count {
            let key = storage.key(i).map_err(|e| name_of(&e))?;
            keys.extend(key.filter(|k| k.starts_with(prefix)));
        }
        Ok(keys)
    }
}
