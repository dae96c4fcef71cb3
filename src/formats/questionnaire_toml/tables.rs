//! The entries of one table of a document.

use super::places::Places;
use serde::de::{DeserializeOwned, IntoDeserializer};
use toml::Spanned;
use toml::de::DeValue;

/// A value, and where it stands.
pub(super) type Entry<'t> = Spanned<DeValue<'t>>;

/// Adds the entries of a table to the list of its kind; says whether there is such a table.
macro_rules! take {
    ($own:ident, $table:ident, $list:ident, $places:ident) => {
        match $table {
            "discipline" => $own.disciplines.extend(all($table, $list, $places)),
            "dimension" => $own.dimensions.extend(all($table, $list, $places)),
            "practice" => $own.practices.extend(all($table, $list, $places)),
            "metric" => $own.metrics.extend(all($table, $list, $places)),
            "term" => $own.terms.extend(all($table, $list, $places)),
            "rule" => $own.rules.extend(all($table, $list, $places)),
            "balance" => $own.balance.extend(all($table, $list, $places)),
            _ => return false,
        }
    };
}
pub(super) use take;

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
    let whole = entry.span();
    match T::deserialize(entry.into_deserializer()) {
        Ok(read) => Some(read),
        Err(error) => {
            let at = error.span().unwrap_or(whole);
            places.wrong_at(Some(at), path, error.message().to_owned());
            None
        }
    }
}
