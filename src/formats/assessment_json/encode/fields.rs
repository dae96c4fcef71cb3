//! Fields with their stamps.

use crate::formats::json::{Json, Object};
use crate::model::Stamp;
use crate::model::assessment::Fields;
use std::fmt::Display;

pub(super) fn object(entries: Vec<(&str, Json)>) -> Object {
    let mut object = Object::default();
    for (key, value) in entries {
        object.put(key.to_owned(), value);
    }
    object
}

pub(super) fn stamp(stamps: &mut Object, path: String, stamp: Option<&Stamp>) {
    if let Some(stamp) = stamp {
        stamps.put(path, Json::Text(stamp.to_string()));
    }
}

pub(super) fn section<K: Ord + Display, T>(
    stamps: &mut Object,
    part: &str,
    fields: &Fields<K, T>,
    value: impl Fn(&T) -> Json,
) -> Object {
    let mut map = Object::default();
    for (key, field) in fields.iter() {
        let key = key.to_string();
        stamp(stamps, [part, "/", &key].concat(), field.stamp.as_ref());
        if let Some(v) = &field.value {
            map.put(key, value(v));
        }
    }
    map
}
