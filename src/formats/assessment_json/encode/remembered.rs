//! What was written before, and of what: an answer changes one row of a document, and all others are
//! copied as they were written. What is compared is what is written, so nothing can be remembered that
//! is another by now.

use super::fields::{Entries, Stamps};
use crate::formats::json::{Json, Object};
use crate::model::assessment::{Field, Fields};
use crate::model::{
    Answer, Assessment, Evidence, Note, PracticeId, Snapshot, SnapshotId, Sorted, Stamp,
};

/// All of one document.
#[derive(Debug, Default)]
pub(super) struct Remembered {
    /// Whether it is written again: or else it is not worth the copies.
    is_kept: bool,
    rows: Sorted<PracticeId, Row>,
    snapshots: Sorted<SnapshotId, (Snapshot, String)>,
}

/// A field as it is written: its stamp, and its value.
type Line<'f> = (Option<&'f Stamp>, Option<Json>);

/// The values of fields of one kind under the names that `name` gives them, as `write` writes them. Their
/// stamps are added to the others. They are few beside the answers, and written anew.
pub(super) fn section<K: Ord, T>(
    fields: &Fields<K, T>,
    kind: &'static str,
    stamps: &mut Stamps,
    name: impl Fn(&K) -> String,
    write: impl Fn(&str, &T) -> Json,
) -> Entries {
    // Names may be in another order than keys.
    let mut lines: Sorted<String, Line> = Sorted::new();
    for (key, field) in fields.iter() {
        let name = name(key);
        let value = field.value.as_ref().map(|value| write(&name, value));
        lines.put(name, (field.stamp.as_ref(), value));
    }
    written(kind, stamps, &lines)
}

fn written(kind: &'static str, stamps: &mut Stamps, lines: &Sorted<String, Line>) -> Entries {
    let mut values = Entries::default();
    for (name, (stamp, value)) in lines.iter() {
        stamps.add(kind, name, *stamp);
        match value {
            // Actions know their names: they stand in a list.
            Some(value) if kind == ACTIONS => values.item(value),
            Some(value) => values.add(name, value),
            None => {}
        }
    }
    values
}

/// The kind of actions.
pub(super) const ACTIONS: &str = "actions/";

/// One practice.
#[derive(Debug, Default)]
struct Row {
    answer: Option<Field<Answer>>,
    note: Option<Note>,
    evidence: Option<Field<Vec<Evidence>>>,
    value: Entries,
    /// Of its answer, note and evidence.
    stamps: [Entries; 3],
}

/// Writes what is said of one practice: the answer, the note, the evidence.
type WriteRow = fn(Option<&Answer>, Option<String>, Option<&Vec<Evidence>>) -> Object;

/// The kinds of a row's stamps.
const KINDS: [&str; 3] = ["responses/", "notes/", "evidence/"];

impl Row {
    fn is_of(
        &self,
        answer: Option<&Field<Answer>>,
        note: Option<&Note>,
        evidence: Option<&Field<Vec<Evidence>>>,
    ) -> bool {
        self.answer.as_ref() == answer
            && self.note.as_ref() == note
            && self.evidence.as_ref() == evidence
    }

    fn write(&mut self, id: &str, write: WriteRow) {
        fn value<T>(field: Option<&Field<T>>) -> Option<&T> {
            field?.value.as_ref()
        }
        let note = self.note.as_ref().and_then(Note::text);
        let response = write(
            value(self.answer.as_ref()),
            note,
            value(self.evidence.as_ref()),
        );
        self.value = Entries::default();
        if !response.is_empty() {
            self.value.add(id, &Json::Object(response));
        }
        let stamps = [
            self.answer.as_ref().and_then(|field| field.stamp.as_ref()),
            self.note.as_ref().and_then(Note::stamp),
            self.evidence
                .as_ref()
                .and_then(|field| field.stamp.as_ref()),
        ];
        for ((kind, stamp), text) in KINDS.iter().zip(stamps).zip(&mut self.stamps) {
            *text = Entries::default();
            text.stamp(kind, id, stamp);
        }
    }
}

impl Remembered {
    /// Nothing yet of a document that is written again.
    pub(super) fn to_keep() -> Self {
        Self {
            is_kept: true,
            ..Self::default()
        }
    }

    /// The answers, with the notes and the evidence that go with them.
    pub(super) fn responses(
        &mut self,
        a: &Assessment,
        stamps: &mut Stamps,
        write: WriteRow,
    ) -> Entries {
        let mut answers = a.responses.iter().peekable();
        let mut notes = a.notes.iter().peekable();
        let mut pieces = a.evidence.iter().peekable();
        let (mut entries, mut all) = (Entries::default(), <[Entries; 3]>::default());
        loop {
            let next = [
                answers.peek().map(|(id, _)| *id),
                notes.peek().map(|(id, _)| *id),
                pieces.peek().map(|(id, _)| *id),
            ];
            let Some(id) = next.into_iter().flatten().min() else {
                for (kind, all) in KINDS.iter().zip(&all) {
                    stamps.of(kind).all(all);
                }
                return entries;
            };
            let answer = answers.next_if(|(of, _)| *of == id).map(|(_, field)| field);
            let note = notes.next_if(|(of, _)| *of == id).map(|(_, note)| note);
            let evidence = pieces.next_if(|(of, _)| *of == id).map(|(_, field)| field);
            let mut new = None;
            let row = match self.rows.get_mut(id) {
                Some(known) => known,
                None => new.insert(Row::default()),
            };
            if !row.is_of(answer, note, evidence) {
                row.answer = answer.cloned();
                row.note = note.cloned();
                row.evidence = evidence.cloned();
                row.write(id.as_str(), write);
            }
            entries.all(&row.value);
            for (all, own) in all.iter_mut().zip(&row.stamps) {
                all.all(own);
            }
            if let Some(new) = new.filter(|_| self.is_kept) {
                self.rows.put(id.clone(), new);
            }
        }
    }

    /// A snapshot. They are most of a document, and hardly ever change.
    pub(super) fn snapshot(
        &mut self,
        id: &SnapshotId,
        own: &Snapshot,
        write: fn(&SnapshotId, &Snapshot) -> String,
    ) -> Json {
        let same = self.snapshots.get(id).filter(|(was, _)| was == own);
        Json::Written(match same {
            Some((_, text)) => text.clone(),
            None => {
                let text = write(id, own);
                if self.is_kept {
                    self.snapshots.put(id.clone(), (own.clone(), text.clone()));
                }
                text
            }
        })
    }
}
