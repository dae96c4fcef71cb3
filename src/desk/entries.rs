//! What is remembered of what was done: one entry a transaction.

use super::transaction::{Title, is_typing};
use crate::model::{AssessmentId, Edit, PracticeId, Stamp};

/// The most steps kept.
const STEPS: usize = 200;

/// An edit that takes one field back.
#[derive(Debug, Clone)]
pub(super) struct Reversal {
    pub(super) id: AssessmentId,
    pub(super) edit: Edit,
    /// The stamp that the field has as long as nobody else has written it.
    pub(super) written: Written,
    /// The stamp that it had before: whoever takes this back makes it as it was then.
    pub(super) before: Option<Stamp>,
}

impl Reversal {
    /// The one that takes back that an assessment came, whatever was done to it since.
    pub(super) fn of_all(id: AssessmentId) -> Self {
        Self {
            id,
            edit: Edit::Removed(Some(())),
            written: Written::Ever,
            before: None,
        }
    }
}

/// A field that was made as it was before, under a new stamp.
#[derive(Debug)]
pub(super) struct Restored {
    pub(super) id: AssessmentId,
    /// An edit of the field.
    pub(super) edit: Edit,
    /// The stamp that it had before.
    pub(super) before: Option<Stamp>,
    /// The stamp that it has now.
    pub(super) now: Option<Stamp>,
}

impl Restored {
    /// An entry that was about the field as it was before is about it as it is now.
    fn tell(&self, entry: &mut Entry) {
        let is_same = |r: &&mut Reversal| r.id == self.id && r.edit.same_field(&self.edit);
        for reversal in entry.reversals.iter_mut().filter(is_same) {
            if reversal.written == Written::At(self.before.clone()) {
                reversal.written = Written::At(self.now.clone());
            }
            if reversal.before == self.before {
                reversal.before.clone_from(&self.now);
            }
        }
        let Edit::Respond(practice, _) = &self.edit else {
            return;
        };
        let is_same = |s: &&mut Standing| s.id == self.id && s.practice == *practice;
        for standing in entry.rounds.iter_mut().filter(is_same) {
            if standing.written == self.before {
                standing.written.clone_from(&self.now);
            }
        }
    }
}

/// Which write of a field can be taken back.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Written {
    /// The one with this stamp, or the one without any.
    At(Option<Stamp>),
    /// Whatever stands there.
    Ever,
}

/// Whether an answer was carried over.
#[derive(Debug)]
pub(super) struct Standing {
    pub(super) id: AssessmentId,
    pub(super) practice: PracticeId,
    pub(super) was_carried: bool,
    /// The stamp that the answer has as long as nobody else has written it.
    pub(super) written: Option<Stamp>,
}

/// Adds what goes on with the same step: the state before all of it counts.
fn extend_standings(standings: &mut Vec<Standing>, more: Vec<Standing>) {
    for new in more {
        let same = |s: &&mut Standing| s.id == new.id && s.practice == new.practice;
        match standings.iter_mut().find(same) {
            Some(known) => known.written = new.written,
            None => standings.push(new),
        }
    }
}

/// The same answer was written once more.
fn written_again(standings: &mut [Standing], stamp: Option<&Stamp>) {
    for standing in standings {
        standing.written = stamp.cloned();
    }
}

/// One step.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) title: Title,
    pub(super) reversals: Vec<Reversal>,
    /// Which answers were carried over from an earlier round: they are so again.
    pub(super) rounds: Vec<Standing>,
}

impl Entry {
    /// The assessments that it changes, some of them more than once.
    pub(super) fn ids(&self) -> impl Iterator<Item = &AssessmentId> {
        let edited = self.reversals.iter().map(|r| &r.id);
        edited.chain(self.rounds.iter().map(|s| &s.id))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.reversals.is_empty() && self.rounds.is_empty()
    }

    /// Whether it is among what is undone here.
    fn is_of(&self, here: Option<&AssessmentId>) -> bool {
        match here {
            None => self.title.is_about_wholes(),
            Some(here) => self.ids().any(|id| id == here),
        }
    }
}

/// What can be undone, and done again, since the page was opened; the newest last.
#[derive(Debug, Default)]
pub(super) struct Undo {
    pub(super) past: Vec<Entry>,
    pub(super) future: Vec<Entry>,
    /// Whether the last step may still be going on: nothing was undone or done again since.
    is_open: bool,
}

impl Undo {
    pub(super) fn next_undo(&self, here: Option<&AssessmentId>) -> Option<&Title> {
        let entry = self.past.iter().rev().find(|e| e.is_of(here))?;
        Some(&entry.title)
    }

    /// Nothing of an assessment is to be undone any more.
    pub(super) fn forget(&mut self, id: &AssessmentId) {
        for entries in [&mut self.past, &mut self.future] {
            for entry in &mut *entries {
                entry.reversals.retain(|r| r.id != *id);
                entry.rounds.retain(|s| s.id != *id);
            }
            entries.retain(|e| !e.is_empty());
        }
    }

    pub(super) fn record(&mut self, entry: Entry) {
        // What was undone in these assessments before can no longer be done again.
        let touched: Vec<_> = entry.ids().cloned().collect();
        let is_apart = |e: &Entry| e.ids().all(|id| !touched.contains(id));
        self.future.retain(is_apart);
        push(&mut self.past, entry);
        self.is_open = true;
    }

    /// An assessment was started: taking that back removes it.
    pub(super) fn started(&mut self, id: AssessmentId) {
        self.is_open = false;
        self.past.push(Entry {
            title: Title::Start,
            reversals: vec![Reversal::of_all(id)],
            rounds: Vec::new(),
        });
    }

    /// A step was taken back, which this one does again.
    pub(super) fn undone(&mut self, entry: Entry) {
        self.is_open = false;
        push(&mut self.future, entry);
    }

    /// A step was done again, which this one takes back.
    pub(super) fn redone(&mut self, entry: Entry) {
        self.is_open = false;
        push(&mut self.past, entry);
    }

    /// Fields are as they were before, under other stamps.
    pub(super) fn restored(&mut self, fields: &[Restored]) {
        for entry in self.past.iter_mut().chain(&mut self.future) {
            fields.iter().for_each(|field| field.tell(entry));
        }
    }

    /// Adds to the last step what goes on with it, if that is what was done last: a long import.
    pub(super) fn extend(&mut self, mut entry: Entry) {
        match self.past.last_mut() {
            Some(last) if is_same_kind(&last.title, &entry.title) => {
                last.title = entry.title;
                last.reversals.append(&mut entry.reversals);
                extend_standings(&mut last.rounds, entry.rounds);
            }
            _ => self.record(entry),
        }
    }

    /// Whether an edit goes on with what was typed last: then that step is still written by it.
    pub(super) fn goes_on(&mut self, title: &Title, edit: &Edit, reversal: &Reversal) -> bool {
        let (is_open, id) = (self.is_open, &reversal.id);
        let last = self.past.last_mut().filter(|_| is_open);
        let Some(last) = last.filter(|entry| entry.title == *title) else {
            return false;
        };
        let [only] = last.reversals.as_mut_slice() else {
            return false;
        };
        // A number from files is no letter more of the one before.
        if matches!(title, Title::Computed { .. }) {
            return false;
        }
        // Taking away what was added stays a step of its own.
        let is_addition = matches!(only.edit, Edit::Act(_, None));
        let goes_on = only.id == *id
            && only.edit.same_field(edit)
            && is_typing(edit, &reversal.edit)
            && !is_addition;
        if goes_on {
            only.written.clone_from(&reversal.written);
            if let Written::At(stamp) = &reversal.written {
                written_again(&mut last.rounds, stamp.as_ref());
            }
        }
        goes_on
    }
}

fn push(entries: &mut Vec<Entry>, entry: Entry) {
    // Where all was changed elsewhere since, there is nothing to take back.
    if entry.is_empty() {
        return;
    }
    if entries.len() == STEPS {
        entries.remove(0);
    }
    entries.push(entry);
}

pub(super) fn take_last(entries: &mut Vec<Entry>, here: Option<&AssessmentId>) -> Option<Entry> {
    let at = entries.iter().rposition(|e| e.is_of(here))?;
    Some(entries.remove(at))
}

/// Whether two titles are of one kind, whatever they count.
fn is_same_kind(a: &Title, b: &Title) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}
