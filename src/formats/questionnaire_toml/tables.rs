//! The entries of one table of a document.

use super::places::Places;
pub(super) use super::value::Entry;
use super::value::Value;
use serde::de::DeserializeOwned;
use toml::de::DeValue;

/// Declares the tables that are read, once: a list for each, how it is read, and what its entries are.
macro_rules! tables {
    ($(#[$about:meta])* $name:ident { $($table:literal $list:ident: $entry:ty,)* }) => {
        $(#[$about])*
        #[derive(Default)]
        pub(super) struct $name {
            $(pub(super) $list: Vec<$entry>,)*
        }

        impl $name {
            /// Reads the entries of a table; says whether there is such a table.
            pub(super) fn read(&mut self, table: &str, list: Entry, places: &mut Places) -> bool {
                match table {
                    $($table => self.$list.extend(all(table, list, places)),)*
                    _ => return false,
                }
                true
            }

            /// What an entry of each table is, as a schema.
            pub(super) fn entries() -> Vec<(&'static str, serde_json::Value)> {
                vec![$(($table, of::<$entry>($table))),*]
            }
        }
    };
}
pub(super) use tables;

/// Reads each entry of a table by itself.
pub(super) fn all<T: DeserializeOwned>(table: &str, list: Entry, places: &mut Places) -> Vec<T> {
    let span = list.span();
    let DeValue::Array(entries) = list.into_inner() else {
        let message = format!("write [[{table}]], with two brackets, for each");
        places.wrong_at(Some(span), table, message);
        return Vec::new();
    };
    let mut read = Vec::new();
    for entry in entries {
        let id = id_of(&entry);
        let path = format!("{table}/{}", id.as_deref().unwrap_or("?"));
        note_fields(&path, &entry, places);
        read.extend(one(entry, &path, places));
    }
    read
}

/// The id of an entry.
fn id_of(entry: &Entry) -> Option<String> {
    let id = entry.get_ref().as_table()?.get("id")?;
    Some(id.get_ref().as_str()?.to_owned())
}

/// Remembers where an entry and its fields stand.
pub(super) fn note_fields(path: &str, entry: &Entry, places: &mut Places) {
    places.stands(path.to_owned(), entry.span().start);
    let Some(table) = entry.get_ref().as_table() else {
        return;
    };
    for (key, value) in table {
        let field = format!("{path}/{}", key.get_ref());
        places.stands(field.clone(), key.span().start);
        for (n, item) in value.get_ref().as_array().into_iter().flatten().enumerate() {
            places.stands(format!("{field}/{}", n + 1), item.span().start);
        }
    }
}

/// Reads one entry; says what is wrong with it.
pub(super) fn one<T: DeserializeOwned>(entry: Entry, path: &str, places: &mut Places) -> Option<T> {
    match T::deserialize(Value(&entry)) {
        Ok(read) => Some(read),
        Err(wrong) => {
            let at = wrong.span.unwrap_or_else(|| entry.span());
            places.wrong_at(Some(at), path, wrong.message);
            None
        }
    }
}
