//! Undo and redo. Undoing is a newer write, never a rollback, and it takes back only what still
//! stands as the transaction wrote it: what another tab or person has written since is theirs.

use super::transaction::{Step, Title, Transaction, is_typing};
use super::{Desk, Effect, Held, Reply, Said};
use crate::model::{Assessment, AssessmentId, Edit, PracticeId, Stamp, Table};

/// The most steps kept.
const STEPS: usize = 200;

/// An edit that takes one field back.
#[derive(Debug, Clone)]
struct Reversal {
    id: AssessmentId,
    edit: Edit,
    /// The stamp that the field has as long as nobody else has written it.
    written: Written,
    /// Whether it is an answer that was carried over from an earlier round: it is so again.
    was_carried: bool,
}

/// Which write of a field can be taken back.
#[derive(Debug, Clone, PartialEq)]
enum Written {
    /// The one with this stamp, or the one without any.
    At(Option<Stamp>),
    /// Whatever stands there.
    Ever,
}

/// One step.
#[derive(Debug)]
struct Entry {
    title: Title,
    reversals: Vec<Reversal>,
}

impl Entry {
    /// Whether it is among what is undone here.
    fn is_of(&self, here: Option<&AssessmentId>) -> bool {
        match here {
            None => self.title.is_about_wholes(),
            Some(here) => self.reversals.iter().any(|r| r.id == *here),
        }
    }
}

/// What can be undone, and done again, since the page was opened; the newest last.
#[derive(Debug, Default)]
pub(super) struct Undo {
    past: Vec<Entry>,
    future: Vec<Entry>,
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
            }
            entries.retain(|e| !e.reversals.is_empty());
        }
    }

    fn record(&mut self, entry: Entry) {
        // What was undone in these assessments before can no longer be done again.
        let touched: Vec<_> = entry.reversals.iter().map(|r| r.id.clone()).collect();
        let is_apart = |e: &Entry| e.reversals.iter().all(|r| !touched.contains(&r.id));
        self.future.retain(is_apart);
        push(&mut self.past, entry);
        self.is_open = true;
    }

    /// Adds to the last step what goes on with it: typing in one field, or a long import.
    fn extend(&mut self, title: Title, mut reversals: Vec<Reversal>) {
        match self.past.last_mut() {
            Some(last) => {
                last.title = title;
                last.reversals.append(&mut reversals);
            }
            None => self.record(Entry { title, reversals }),
        }
    }

    /// Whether an edit goes on with what was typed last: then that step is still written by it.
    fn goes_on(&mut self, title: &Title, edit: &Edit, reversal: &Reversal) -> bool {
        let (is_open, id) = (self.is_open, &reversal.id);
        let last = self.past.last_mut().filter(|_| is_open);
        let Some(last) = last.filter(|entry| entry.title == *title) else {
            return false;
        };
        let [only] = last.reversals.as_mut_slice() else {
            return false;
        };
        // Taking away what was added stays a step of its own.
        let is_addition = matches!(only.edit, Edit::Act(_, None));
        let goes_on = only.id == *id
            && only.edit.same_field(edit)
            && is_typing(edit, &reversal.edit)
            && !is_addition;
        if goes_on {
            only.written.clone_from(&reversal.written);
        }
        goes_on
    }
}

fn push(entries: &mut Vec<Entry>, entry: Entry) {
    if entries.len() == STEPS {
        entries.remove(0);
    }
    entries.push(entry);
}

impl Desk {
    /// Carries out what somebody does: all of it, or, where one of its assessments can only be looked
    /// at, none.
    pub(super) fn carry_out(&mut self, transaction: Transaction, goes_on: bool, reply: &mut Reply) {
        let Transaction { title, steps } = transaction;
        if let Some(why) = self.refused(&steps) {
            reply.act(Effect::Say(why));
            return;
        }
        let mut reversals = Vec::new();
        let mut changed: Vec<(AssessmentId, bool)> = Vec::new();
        let is_one_edit = matches!(steps.as_slice(), [(_, Step::Edit(_))]);
        let mut typed = None;
        for (id, step) in steps {
            let is_of_many = matches!(step, Step::TakeOneOfMany(_));
            match step {
                Step::Edit(edit) => {
                    let edit = self.reasoned(&id, edit);
                    typed = is_one_edit.then(|| edit.clone());
                    reversals.extend(self.edit(&id, edit, reply));
                }
                Step::Take(a) | Step::TakeOneOfMany(a) => {
                    reversals.extend(self.take(*a, reply));
                }
            }
            match changed.iter_mut().find(|(known, _)| *known == id) {
                Some((_, only_many)) => *only_many &= is_of_many,
                None => changed.push((id, is_of_many)),
            }
        }
        for (id, is_of_many) in changed {
            if is_of_many {
                self.keep_in_database(&id, reply);
            } else {
                self.keep(&id, reply);
            }
        }
        if reversals.is_empty() || !title.is_undoable() {
            return;
        }
        let is_told = title.is_told();
        if goes_on {
            self.undo.extend(title.clone(), reversals);
        } else {
            let typing = typed.zip(reversals.first());
            let is_same_step =
                typing.is_some_and(|(edit, reversal)| self.undo.goes_on(&title, &edit, reversal));
            if !is_same_step {
                let title = title.clone();
                self.undo.record(Entry { title, reversals });
            }
        }
        if is_told {
            reply.act(Effect::Say(Said::Done(title)));
        }
    }

    /// Why these steps are not carried out.
    fn refused(&self, steps: &[(AssessmentId, Step)]) -> Option<Said> {
        if let Some(id) = self.only_to_look_at(steps) {
            return Some(Said::OnlyToLookAt(id));
        }
        let bounds = self.bounds?;
        let mut edited: Table<&AssessmentId, Vec<Edit>> = Table::default();
        for (id, step) in steps {
            match (step, self.held.get(id)) {
                (Step::Edit(edit), Some(_)) => edited.slot(id).push(edit.clone().bounded()),
                (Step::Take(file) | Step::TakeOneOfMany(file), Some(Held::Own(mine))) => {
                    if let Err(limit) = (bounds.joins)(self.questionnaire(id), mine, file) {
                        return Some(Said::Full(limit));
                    }
                }
                _ => {}
            }
        }
        edited.into_iter().find_map(|(id, edits)| {
            let full = self.with(id, |a| (bounds.edits)(a, &edits))?.err();
            full.map(Said::Full)
        })
    }

    /// An answer with the reason that was given before, where it comes back with its choice.
    fn reasoned(&mut self, id: &AssessmentId, edit: Edit) -> Edit {
        match (edit, self.held.get(id)) {
            (Edit::Respond(practice, answer), Some(held)) => {
                self.reasons.answer(held.assessment(), practice, answer)
            }
            (edit, _) => edit,
        }
    }

    /// The first assessment of these steps that cannot be edited.
    fn only_to_look_at(&self, steps: &[(AssessmentId, Step)]) -> Option<AssessmentId> {
        let refused = steps
            .iter()
            .find(|(id, step)| match (self.held.get(id), step) {
                (Some(Held::ReadOnly(_)), _) | (None | Some(Held::Guest(_)), Step::Edit(_)) => true,
                // A guest becomes one's own when it is taken in.
                (Some(Held::Own(_)), _) | (None | Some(Held::Guest(_)), _) => false,
            });
        // What an earlier step of the same transaction brings can be edited.
        let brought = |id: &AssessmentId| {
            steps
                .iter()
                .any(|(other, s)| other == id && !matches!(s, Step::Edit(_)))
        };
        refused
            .filter(|(id, _)| !brought(id) || matches!(self.held.get(id), Some(Held::ReadOnly(_))))
            .map(|(id, _)| id.clone())
    }

    /// Applies one edit and says how to take it back.
    fn edit(&mut self, id: &AssessmentId, edit: Edit, reply: &mut Reply) -> Vec<Reversal> {
        let Some(a) = self.held.get_mut(id).and_then(Held::own_mut) else {
            return Vec::new();
        };
        let edit = edit.bounded();
        touch(&edit, reply);
        let was_carried = is_carried(a, &edit);
        let stamp = self.clock.tick(reply.now.millis);
        let inverse = a.apply(edit, stamp);
        vec![Reversal {
            id: id.clone(),
            written: Written::At(a.stamp_of(&inverse).cloned()),
            edit: inverse,
            was_carried,
        }]
    }

    /// Takes in an assessment and says how to take it back.
    fn take(&mut self, taken: Assessment, reply: &mut Reply) -> Vec<Reversal> {
        reply.touched.all = true;
        self.clock.observe_all(&taken, reply.now.millis);
        let id = taken.id.clone();
        let gone = Reversal {
            id: id.clone(),
            edit: Edit::Removed(Some(())),
            written: Written::Ever,
            was_carried: false,
        };
        let Some(mine) = self.held.get_mut(&id).and_then(Held::own_mut) else {
            reply.touched.access |= self.held.get(&id).is_some();
            self.held.put(id.clone(), Held::Own(taken));
            self.bring_back(&id, reply);
            return vec![gone];
        };
        let before = mine.clone();
        mine.join(&taken);
        let was_removed = before.is_removed();
        let mut reversals: Vec<_> = mine
            .edits_to(&before)
            .into_iter()
            .map(|edit| Reversal {
                id: id.clone(),
                written: Written::At(mine.stamp_of(&edit).cloned()),
                was_carried: is_carried(&before, &edit),
                edit,
            })
            .collect();
        self.bring_back(&id, reply);
        if was_removed {
            reversals.push(gone);
        }
        reversals
    }

    /// Whoever takes something in wants it here, though it was removed before.
    fn bring_back(&mut self, id: &AssessmentId, reply: &Reply) {
        if let Some(a) = self.held.get_mut(id).and_then(Held::own_mut)
            && a.is_removed()
        {
            a.apply(Edit::Removed(None), self.clock.tick(reply.now.millis));
        }
    }

    /// Lets the answer to a practice stand as an earlier round left it.
    fn carry(&mut self, id: &AssessmentId, practice: PracticeId, reply: &Reply) {
        if let Some(a) = self.held.get_mut(id).and_then(Held::own_mut) {
            let answer = a.responses.get(&practice);
            let until = answer.and_then(|field| field.stamp.clone());
            let stamp = self.clock.tick(reply.now.millis);
            a.apply(Edit::Carry(practice, until), stamp);
        }
    }

    pub(super) fn undo(&mut self, here: Option<&AssessmentId>, reply: &mut Reply) {
        let Some(entry) = take_last(&mut self.undo.past, here) else {
            return;
        };
        let (entry, left) = self.reverse(entry, reply);
        reply.act(Effect::Say(Said::Undone(entry.title.clone(), left)));
        push(&mut self.undo.future, entry);
        self.undo.is_open = false;
    }

    pub(super) fn redo(&mut self, here: Option<&AssessmentId>, reply: &mut Reply) {
        let Some(entry) = take_last(&mut self.undo.future, here) else {
            return;
        };
        let (entry, left) = self.reverse(entry, reply);
        reply.act(Effect::Say(Said::Undone(entry.title.clone(), left)));
        push(&mut self.undo.past, entry);
        self.undo.is_open = false;
    }

    /// Applies an entry's reversals, the last first. Returns the entry that takes them back, and how
    /// many fields somebody else has written since: these stay.
    fn reverse(&mut self, entry: Entry, reply: &mut Reply) -> (Entry, usize) {
        let mut reversals = Vec::new();
        let mut left = 0;
        let mut changed: Vec<AssessmentId> = Vec::new();
        for reversal in entry.reversals.into_iter().rev() {
            let held = self.held.get(&reversal.id).and_then(Held::own);
            let is_own = held.is_some_and(|a| match &reversal.written {
                Written::At(stamp) => a.stamp_of(&reversal.edit) == stamp.as_ref(),
                Written::Ever => true,
            });
            if is_own {
                let practice = reversal.edit.practice().cloned();
                reversals.extend(self.edit(&reversal.id, reversal.edit, reply));
                if let Some(practice) = practice.filter(|_| reversal.was_carried) {
                    self.carry(&reversal.id, practice, reply);
                }
                if !changed.contains(&reversal.id) {
                    changed.push(reversal.id);
                }
            } else {
                left += 1;
            }
        }
        for id in &changed {
            self.keep(id, reply);
        }
        let title = entry.title;
        (Entry { title, reversals }, left)
    }
}

fn take_last(entries: &mut Vec<Entry>, here: Option<&AssessmentId>) -> Option<Entry> {
    let at = entries.iter().rposition(|e| e.is_of(here))?;
    Some(entries.remove(at))
}

/// Whether an edit writes an answer that is carried over from an earlier round.
fn is_carried(a: &Assessment, edit: &Edit) -> bool {
    matches!(edit, Edit::Respond(practice, _) if a.is_carried(practice))
}

/// Notes what is to be shown anew.
fn touch(edit: &Edit, reply: &mut Reply) {
    reply.touched.any = true;
    match (edit, edit.practice()) {
        (_, Some(practice)) => {
            reply.touched.practices.put(practice.clone(), ());
        }
        (Edit::Measure(metric, _), None) => {
            reply.touched.metrics.put(metric.clone(), ());
        }
        _ => {}
    }
}
