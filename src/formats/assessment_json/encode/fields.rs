//! Fields with their stamps, as they are written.

use crate::formats::json::{Json, Object};
use crate::model::{Sorted, Stamp};

pub(super) fn object(entries: Vec<(&str, Json)>) -> Object {
    let mut object = Object::default();
    for (key, value) in entries {
        object.put(key.to_owned(), value);
    }
    object
}

/// What stands within brackets, as it is written. The entries of an object come in the order of their
/// keys, which are ids: no character in them has to be written as another.
#[derive(Debug, Clone, Default)]
pub(super) struct Entries(String);

impl Entries {
    fn comma(&mut self) -> &mut String {
        if !self.0.is_empty() {
            self.0.push(',');
        }
        &mut self.0
    }

    /// Begins an entry; its value is written behind it.
    fn begin(&mut self, kind: &str, key: &str) -> &mut String {
        let text = self.comma();
        for part in ["\"", kind, key, "\":"] {
            text.push_str(part);
        }
        text
    }

    /// Adds an entry of an object.
    pub(super) fn add(&mut self, key: &str, value: &Json) {
        value.write(self.begin("", key));
    }

    /// Adds an entry of a list.
    pub(super) fn item(&mut self, value: &Json) {
        value.write(self.comma());
    }

    /// Adds the stamp of a field of this kind.
    pub(super) fn stamp(&mut self, kind: &str, key: &str, stamp: Option<&Stamp>) {
        if let Some(stamp) = stamp {
            let text = self.begin(kind, key);
            text.push('"');
            stamp.write(text);
            text.push('"');
        }
    }

    /// Adds entries that were written before.
    pub(super) fn all(&mut self, of: &Self) {
        if !of.is_empty() {
            self.comma().push_str(&of.0);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The whole object.
    pub(super) fn object(&self) -> Json {
        Json::Written(["{", &self.0, "}"].concat())
    }

    /// The whole list.
    pub(super) fn list(&self) -> Json {
        Json::Written(["[", &self.0, "]"].concat())
    }
}

/// Stamps by what they are of, each kind of field by itself: whatever other kinds there are, all of one
/// stand together.
#[derive(Default)]
pub(super) struct Stamps(Sorted<&'static str, Entries>);

impl Stamps {
    /// Those of one kind, which come in the order of their keys.
    pub(super) fn of(&mut self, kind: &'static str) -> &mut Entries {
        self.0.slot(kind)
    }

    /// Adds the stamp of a field.
    pub(super) fn add(&mut self, kind: &'static str, key: &str, stamp: Option<&Stamp>) {
        self.of(kind).stamp(kind, key, stamp);
    }

    /// All of them.
    pub(super) fn object(&self) -> Json {
        let mut all = Entries::default();
        self.0.values().for_each(|kind| all.all(kind));
        all.object()
    }
}
