//! `localStorage` behind the core's [`Store`].
//!
//! Records go through the browser's own functions, as the texts that they are. gloo-storage would parse
//! them and write them anew, and a number of more than 17 digits or a key that stands twice would not come
//! back as it was; it also takes whatever `setItem` throws for an `Error`, and panics when it is none, or when
//! storage is blocked. It reads what is our own and plain: see [`plain`].

use crate::model::text::cut;
use crate::storage::{Store, StoreError};
use gloo_storage::{LocalStorage, Storage as _};
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `Storage`, of which texts come as the browser has them.
    type Shelf;
    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn get(this: &Shelf, key: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = setItem)]
    fn set(this: &Shelf, key: &str, text: &JsValue) -> Result<(), JsValue>;
}

/// The browser's `localStorage`.
pub struct Local;

/// A plain text of our own, such as a setting, stored as JSON; nothing where there is none, or where
/// the browser does not give it.
pub fn plain(key: &str) -> Option<String> {
    // gloo-storage panics where this fails.
    Local.read(key).ok()??;
    LocalStorage::get(key).ok()
}

fn probe() -> Result<web_sys::Storage, StoreError> {
    let storage = web_sys::window()
        .ok_or(StoreError::Blocked)?
        .local_storage();
    storage.ok().flatten().ok_or(StoreError::Blocked)
}

fn shelf() -> Result<Shelf, StoreError> {
    Ok(probe()?.unchecked_into())
}

/// So many characters of what a browser says are kept.
const MOST: usize = 160;

/// Firefox, Chromium and older WebKit spell it differently.
pub fn name_of(error: &JsValue) -> StoreError {
    // `DOMException` is an `Error` in most browsers, and has a name in all.
    let part = |name| {
        js_sys::Reflect::get(error, &JsValue::from_str(name))
            .ok()?
            .as_string()
    };
    let name = part("name").unwrap_or_default();
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR" => {
            StoreError::Full
        }
        "SecurityError" | "NS_ERROR_DOM_SECURITY_ERR" | "InvalidStateError" => StoreError::Blocked,
        _ => {
            let message = part("message").unwrap_or_default();
            let said = [name.as_str(), ": ", &message].concat();
            StoreError::Other(kept(cut(&said, MOST)))
        }
    }
}

thread_local! {
    /// What browsers have said so far, each text once.
    static SAID: RefCell<Vec<&'static str>> = const { RefCell::new(Vec::new()) };
}

/// The same text, for as long as the page lives.
fn kept(text: &str) -> &'static str {
    SAID.with_borrow_mut(|said| {
        if let Some(known) = said.iter().find(|known| **known == text) {
            return *known;
        }
        let new = text.to_owned().leak();
        said.push(new);
        new
    })
}

/// Asks the browser not to clear our data when it needs room. It decides for itself, and some ask
/// the user, so it is asked only when somebody has just shown that the data matters.
pub fn ask_to_persist() {
    // Missing on pages without https, and then nothing is lost by not asking.
    let asked = web_sys::window().map(|w| w.navigator().storage().persist());
    drop(asked);
}

thread_local! {
    /// The text that was written last, and the same as the browser has it: a text that crosses over is
    /// copied and recoded, and whether it still stands there is asked twice at each answer.
    static LAST: RefCell<(String, JsValue)> = const { RefCell::new((String::new(), JsValue::NULL)) };
}

impl Store for Local {
    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        let known = LAST.with_borrow(|(last, same)| (last == text).then(|| same.clone()));
        let Some(known) = known else {
            return Ok(self.read(key)?.as_deref() == Some(text));
        };
        Ok(shelf()?.get(key).map_err(|e| name_of(&e))? == known)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        let stands = shelf()?.get(key).map_err(|e| name_of(&e))?;
        Ok(stands.as_string())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let same = JsValue::from_str(text);
        shelf()?.set(key, &same).map_err(|e| name_of(&e))?;
        LAST.set((text.to_owned(), same));
        Ok(())
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
