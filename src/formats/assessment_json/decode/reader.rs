//! What reading finds: problems, and what this version does not know.

use crate::formats::json::{Json, Object};
use crate::model::assessment::Fields;
use crate::model::{Fault, Field, Level, Problem, Shape, Sorted};

/// Collects problems and what this version does not know.
pub(super) struct Reader {
    pub(super) problems: Vec<Problem>,
    pub(super) unknown: Sorted<Vec<String>, String>,
    /// The latest time of a stamp; what claims more has none.
    pub(super) latest: u64,
}

impl Reader {
    pub(super) fn up_to(latest: u64) -> Self {
        Self {
            problems: Vec::new(),
            unknown: Sorted::default(),
            latest,
        }
    }

    pub(super) fn say(&mut self, path: &str, fault: Fault) {
        self.problems.push(Problem::new(path, fault));
    }

    /// Says what should stand there, and gives nothing.
    pub(super) fn refuse<T>(&mut self, path: &str, shape: Shape) -> Option<T> {
        self.say(path, Fault::Not(shape));
        None
    }

    /// Sets aside what is left of the object at `path`.
    pub(super) fn keep(&mut self, path: &[&str], rest: Object) {
        for (key, value) in rest {
            let mut place: Vec<_> = path.iter().map(|&key| key.to_owned()).collect();
            place.push(key);
            self.unknown.put(place, value.compact());
        }
    }

    pub(super) fn text(&mut self, path: &str, value: Option<Json>) -> Option<String> {
        match value {
            Some(Json::Text(text)) => Some(text),
            _ => self.refuse(path, Shape::Text),
        }
    }

    pub(super) fn object(&mut self, path: &str, value: Option<Json>) -> Object {
        match value {
            Some(Json::Object(map)) => map,
            None => Object::default(),
            Some(_) => self.refuse(path, Shape::Object).unwrap_or_default(),
        }
    }

    pub(super) fn put<K: Ord + TryFrom<String>, T>(
        &mut self,
        fields: &mut Fields<K, T>,
        path: &str,
        id: &str,
        value: Option<T>,
    ) {
        match K::try_from(id.to_owned()) {
            Ok(key) => *fields.slot(key) = Field { value, stamp: None },
            Err(_) => self.say(path, Fault::BadId),
        }
    }
}

pub fn level(value: &Json) -> Option<Level> {
    Level::new(u8::try_from(value.as_u64()?).ok()?)
}
