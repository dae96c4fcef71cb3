//! Whether two documents with one id are copies of one another.
//!
//! An id travels with its file. Whoever hands one file to three teams gets three files back with one
//! id, and joining them would mix three teams' answers. Copies of one document have writes in
//! common, since a write keeps its stamp wherever it travels, and they are called the same, unless
//! one was renamed later on.

use super::assessment::Fields;
use super::{Answer, Assessment, PracticeId};

/// What two documents with one id are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kinship {
    /// Copies of one document: they have writes or answers in common.
    Copies,
    /// They are called the same, and nothing else shows that they are copies.
    Unclear,
    /// Another team's, or made apart from one another.
    Strangers,
}

/// Whether two documents are copies of one another whatever their ids are: they are called the same,
/// and have writes in common. So it is with a file that was opened beside another.
#[must_use]
pub fn are_twins(a: &Assessment, b: &Assessment) -> bool {
    is_same_name(a.team(), b.team()) && has_common_write(a, b)
}

/// What two documents with one id are to each other.
#[must_use]
pub fn kinship(a: &Assessment, b: &Assessment) -> Kinship {
    if is_same_name(a.team(), b.team()) {
        let is_copy = has_common_write(a, b) || repeats(a, b) || repeats(b, a);
        return if is_copy {
            Kinship::Copies
        } else {
            Kinship::Unclear
        };
    }
    // Renamed: all that the older one says was known to the newer one.
    let (old, new) = if a.team.stamp < b.team.stamp {
        (a, b)
    } else {
        (b, a)
    };
    let is_renamed = meets(&old.responses, &new.responses)
        && precedes(&old.responses, &new.responses)
        && precedes(&old.measurements, &new.measurements)
        && precedes(&old.targets, &new.targets)
        && precedes(&old.actions, &new.actions)
        && old.notes.keys().all(|id| new.notes.has(id));
    if is_renamed {
        Kinship::Copies
    } else {
        Kinship::Strangers
    }
}

fn is_same_name(a: &str, b: &str) -> bool {
    a.trim().eq_ignore_ascii_case(b.trim())
}

/// Whether a field of both was written by the same write.
fn meets<K: Ord, T>(a: &Fields<K, T>, b: &Fields<K, T>) -> bool {
    let mut fields = a.iter().filter(|(_, field)| field.stamp.is_some());
    fields.any(|(key, field)| b.get(key).is_some_and(|other| other.stamp == field.stamp))
}

/// Whether every field of `old` is in `new`, as it was or written later.
fn precedes<K: Ord, T>(old: &Fields<K, T>, new: &Fields<K, T>) -> bool {
    let mut fields = old.iter();
    fields.all(|(key, field)| new.get(key).is_some_and(|other| field.stamp <= other.stamp))
}

fn has_common_write(a: &Assessment, b: &Assessment) -> bool {
    let heads = [
        (&a.team.stamp, &b.team.stamp),
        (&a.scope.stamp, &b.scope.stamp),
    ];
    heads.iter().any(|(a, b)| a.is_some() && a == b)
        || meets(&a.responses, &b.responses)
        || meets(&a.evidence, &b.evidence)
        || meets(&a.measurements, &b.measurements)
        || meets(&a.targets, &b.targets)
        || meets(&a.actions, &b.actions)
        || meets(&a.snapshots, &b.snapshots)
        || meets(&a.about, &b.about)
        || meets(&a.workshops, &b.workshops)
        || meets(&a.outcomes, &b.outcomes)
}

/// Whether every answer of `a` is the same in `b`, so that nothing could be mixed up.
fn repeats(a: &Assessment, b: &Assessment) -> bool {
    let answers = a.responses.iter();
    let mut answers = answers.filter_map(|(id, f)| Some((id, f.value.as_ref()?)));
    answers.all(|(id, answer): (&PracticeId, &Answer)| b.answer(id) == Some(answer))
}
