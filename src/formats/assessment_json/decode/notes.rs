//! What a file says of notes beyond their text.

use super::reader::Reader;
use crate::formats::json::{Json, Object};
use crate::model::note::{Note, Version};
use crate::model::{Assessment, Fault, PracticeId, Shape, Stamp};

/// Gives a note its stamp; without a text it is one that was cleared.
pub fn stamp(a: &mut Assessment, id: &str, stamp: &Stamp) -> bool {
    let Ok(id) = PracticeId::parse(id) else {
        return false;
    };
    let version = Version {
        stamp: Some(stamp.clone()),
        text: a.note(&id),
    };
    *a.notes.slot(id) = Note::of(&[version], &[]);
    true
}

impl Reader {
    /// Whose writes were written over, and which texts were written at once. Where the body says
    /// something else, a hand has changed it, and it stands.
    pub fn notes(&mut self, a: &mut Assessment, notes: Object) {
        for (name, more) in notes {
            let path = format!("notes/{name}");
            let Ok(id) = PracticeId::parse(&name) else {
                self.say(&path, Fault::BadId);
                continue;
            };
            let mut more = self.object(&path, Some(more));
            let mut seen = self.list(&path, more.remove("seen"), |v| Stamp::parse(v.as_str()?));
            seen.retain(|stamp| stamp.millis <= self.latest);
            let mut texts = self.list(&path, more.remove("texts"), version);
            for version in &mut texts {
                let stamp = version.stamp.take();
                version.stamp = stamp.filter(|stamp| stamp.millis <= self.latest);
            }
            self.keep(&["notes", &name], more);
            if texts.is_empty() && seen.is_empty() {
                continue;
            }
            let note = a.notes.slot(id);
            let at_once = Note::of(&texts, &seen);
            *note = if !texts.is_empty() && at_once.text() == note.text() {
                at_once
            } else {
                at_once.under(note.versions())
            };
        }
    }

    fn list<T>(&mut self, path: &str, list: Option<Json>, read: fn(&Json) -> Option<T>) -> Vec<T> {
        let read = match list {
            None => Some(Vec::new()),
            Some(Json::List(list)) => list.iter().map(read).collect(),
            Some(_) => None,
        };
        read.or_else(|| self.refuse(path, Shape::Note))
            .unwrap_or_default()
    }
}

fn version(value: &Json) -> Option<Version> {
    let Json::Object(version) = value else {
        return None;
    };
    let text = match version.get("text")? {
        Json::Null => None,
        text => Some(text.as_str()?.to_owned()),
    };
    let stamp = match version.get("stamp")? {
        Json::Null => None,
        stamp => Some(Stamp::parse(stamp.as_str()?)?),
    };
    Some(Version { stamp, text })
}
