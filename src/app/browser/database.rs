//! IndexedDB: the copy that survives a browser that is killed. `localStorage` keeps what was
//! written in the last minute only in memory (measured: 19 of 19 runs lost it; IndexedDB none of 22).
//!
//! Every change reads, joins and writes in one transaction, which no other tab can come between.

use super::local_storage::name_of;
use super::timers::once;
use crate::storage::{self, StoreError};
use wasm_bindgen::prelude::*;
use web_sys::{
    IdbDatabase, IdbKeyRange, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode,
};

const NAME: &str = "plumbline";
const VERSION: u32 = 2;
/// What is read at the start.
const RECORDS: &str = "records";
/// Earlier states, read when somebody asks for them.
const EARLIER: &str = "earlier";

/// An open database of texts by key.
#[derive(Clone)]
pub struct Database(IdbDatabase);

/// A key and the text that stands there.
pub type Record = (String, String);

/// Opens the database, made when it is not there, and hands it to `then`.
pub fn open(then: impl FnOnce(Result<Database, StoreError>) + 'static) {
    let request = match factory().and_then(|f| f.open_with_u32(NAME, VERSION)) {
        Ok(request) => request,
        Err(error) => return then(Err(name_of(&error))),
    };
    let made = request.clone();
    let upgrade = once(move || {
        if let Some(database) = database_of(&made) {
            // What an older version made is there already, and stays as it is.
            drop(database.create_object_store(RECORDS));
            drop(database.create_object_store(EARLIER));
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let opened = request.clone();
    let done = once(move || {
        then(match database_of(&opened) {
            Some(database) => Ok(Database::opened(database)),
            None => Err(error_of(opened.error().ok().flatten())),
        });
    });
    // One of the two comes, once.
    request.set_onsuccess(Some(done.unchecked_ref()));
    request.set_onerror(Some(done.unchecked_ref()));
}

fn factory() -> Result<web_sys::IdbFactory, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    window.indexed_db()?.ok_or(JsValue::NULL)
}

fn database_of(request: &IdbOpenDbRequest) -> Option<IdbDatabase> {
    request.result().ok()?.dyn_into().ok()
}

fn error_of(error: Option<web_sys::DomException>) -> StoreError {
    error.map_or(StoreError::Other(""), |e| name_of(&e))
}

impl Database {
    fn opened(database: IdbDatabase) -> Self {
        // A later version of the app may want to change the database: make way for it.
        let own = database.clone();
        let close = once(move || own.close());
        database.set_onversionchange(Some(close.unchecked_ref()));
        Self(database)
    }

    fn begin(&self, mode: IdbTransactionMode) -> Result<IdbTransaction, JsValue> {
        let both = js_sys::Array::of2(&RECORDS.into(), &EARLIER.into());
        self.0.transaction_with_str_sequence_and_mode(&both, mode)
    }

    /// Reads the next `most` records behind a key, by key; from the first one on behind an empty key.
    pub fn read_some(
        &self,
        behind: &str,
        most: u32,
        then: impl FnOnce(Result<Vec<Record>, StoreError>) + 'static,
    ) {
        let asked = self.begin(IdbTransactionMode::Readonly).and_then(|t| {
            let store = t.object_store(RECORDS)?;
            let range = IdbKeyRange::lower_bound_with_open(&behind.into(), true)?;
            let keys = store.get_all_keys_with_key_and_limit(&range, most)?;
            Ok((t, keys, store.get_all_with_key_and_limit(&range, most)?))
        });
        Self::hand_over(asked, then);
    }

    /// Reads every record.
    pub fn read_all(&self, then: impl FnOnce(Result<Vec<Record>, StoreError>) + 'static) {
        let asked = self.begin(IdbTransactionMode::Readonly).and_then(|t| {
            let store = t.object_store(RECORDS)?;
            Ok((t, store.get_all_keys()?, store.get_all()?))
        });
        Self::hand_over(asked, then);
    }

    fn hand_over(
        asked: Result<(IdbTransaction, IdbRequest, IdbRequest), JsValue>,
        then: impl FnOnce(Result<Vec<Record>, StoreError>) + 'static,
    ) {
        match asked {
            Err(error) => then(Err(name_of(&error))),
            Ok((transaction, keys, texts)) => {
                let read = move || {
                    let (keys, texts) = (list(&keys), list(&texts));
                    keys.into_iter().zip(texts).collect()
                };
                ended(&transaction, move |result| then(result.map(|()| read())));
            }
        }
    }

    /// Hands the text under `key` to `change`, writes what it gives, and calls `then` when that is
    /// kept, or was refused.
    pub fn change(
        &self,
        key: &str,
        change: impl FnOnce(Option<String>) -> Vec<Record> + 'static,
        then: impl FnOnce(Result<(), StoreError>) + 'static,
    ) {
        let asked = self.begin(IdbTransactionMode::Readwrite).and_then(|t| {
            let store = t.object_store(RECORDS)?;
            let before = store.get(&JsValue::from_str(key))?;
            let earlier = t.object_store(EARLIER)?;
            Ok((t, store, earlier, before))
        });
        let (transaction, store, earlier, before) = match asked {
            Err(error) => return then(Err(name_of(&error))),
            Ok(asked) => asked,
        };
        let (answer, own) = (before.clone(), transaction.clone());
        let got = once(move || {
            let text = answer.result().ok().and_then(|value| value.as_string());
            for (key, text) in change(text) {
                let place = if key.starts_with(storage::EARLIER) {
                    &earlier
                } else {
                    &store
                };
                let put = place.put_with_key(&JsValue::from_str(&text), &JsValue::from_str(&key));
                if put.is_err() {
                    // All or nothing; the transaction's end tells of it.
                    drop(own.abort());
                }
            }
        });
        before.set_onsuccess(Some(got.unchecked_ref()));
        ended(&transaction, then);
    }

    /// Reads the earlier states whose keys begin with `prefix`. Where that fails, there are none.
    pub fn read_earlier(&self, prefix: &str, then: impl FnOnce(Vec<String>) + 'static) {
        let asked = self.begin(IdbTransactionMode::Readonly).and_then(|t| {
            let texts = t.object_store(EARLIER)?.get_all_with_key(&range(prefix)?)?;
            Ok((t, texts))
        });
        match asked {
            Err(_) => then(Vec::new()),
            Ok((transaction, texts)) => ended(&transaction, move |_| then(list(&texts))),
        }
    }

    /// Removes the record under `key`, and the earlier states whose keys begin with `earlier`, and
    /// calls `then` when both are gone. Where that fails, they stay: nothing is lost.
    pub fn remove(
        &self,
        key: &str,
        earlier: &str,
        then: impl FnOnce(Result<(), StoreError>) + 'static,
    ) {
        let removed = self.begin(IdbTransactionMode::Readwrite).and_then(|t| {
            t.object_store(RECORDS)?.delete(&JsValue::from_str(key))?;
            t.object_store(EARLIER)?.delete(&range(earlier)?)?;
            Ok(t)
        });
        answered(removed, then);
    }

    /// Removes the record under `key`, and calls `then` when it is gone.
    pub fn remove_record(&self, key: &str, then: impl FnOnce(Result<(), StoreError>) + 'static) {
        let removed = self.begin(IdbTransactionMode::Readwrite).and_then(|t| {
            t.object_store(RECORDS)?.delete(&JsValue::from_str(key))?;
            Ok(t)
        });
        answered(removed, then);
    }

    /// Removes everything, and calls `then` when it is gone.
    pub fn clear(&self, then: impl FnOnce(Result<(), StoreError>) + 'static) {
        let cleared = self.begin(IdbTransactionMode::Readwrite).and_then(|t| {
            t.object_store(RECORDS)?.clear()?;
            t.object_store(EARLIER)?.clear()?;
            Ok(t)
        });
        answered(cleared, then);
    }
}

/// All keys that begin with `prefix`.
fn range(prefix: &str) -> Result<JsValue, JsValue> {
    let end = format!("{prefix}\u{ffff}");
    Ok(IdbKeyRange::bound(&prefix.into(), &end.into())?.into())
}

/// Calls `then` when what was asked for is done, or at once where it could not be asked.
fn answered(
    asked: Result<IdbTransaction, JsValue>,
    then: impl FnOnce(Result<(), StoreError>) + 'static,
) {
    match asked {
        Err(error) => then(Err(name_of(&error))),
        Ok(transaction) => ended(&transaction, then),
    }
}

/// Calls `then` once, when the transaction is complete or was aborted.
fn ended(transaction: &IdbTransaction, then: impl FnOnce(Result<(), StoreError>) + 'static) {
    let own = transaction.clone();
    let end = Closure::once_into_js(move |event: web_sys::Event| {
        then(if event.type_() == "complete" {
            Ok(())
        } else {
            Err(error_of(own.error()))
        });
    });
    transaction.set_oncomplete(Some(end.unchecked_ref()));
    transaction.set_onabort(Some(end.unchecked_ref()));
}

fn list(request: &IdbRequest) -> Vec<String> {
    let values = request.result().ok().map(|v| js_sys::Array::from(&v));
    let texts = values.iter().flat_map(js_sys::Array::iter);
    // Something else than a text is not ours; an empty text keeps its place.
    texts.map(|v| v.as_string().unwrap_or_default()).collect()
}
