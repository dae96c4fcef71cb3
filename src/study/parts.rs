//! What answers are made of.

use crate::formats::json::{Json, Object};
use crate::words::grouped;

/// An object of these entries; those of nothing are left out.
pub(super) fn object<const N: usize>(entries: [(&str, Json); N]) -> Json {
    let mut map = Object::default();
    for (name, value) in entries {
        if value != Json::Null {
            map.put(name.to_owned(), value);
        }
    }
    Json::Object(map)
}

pub(super) fn number(value: f64) -> Json {
    Json::Number(crate::model::decimal::write(value))
}

pub(super) fn whole(n: usize) -> Json {
    Json::whole(u64::try_from(n).unwrap_or(u64::MAX))
}

pub(super) fn texts(all: impl IntoIterator<Item = String>) -> Json {
    Json::List(all.into_iter().map(Json::Text).collect())
}

/// How many, in words.
pub(super) fn counted(n: usize) -> String {
    grouped(u64::try_from(n).unwrap_or(u64::MAX))
}
