//! Undo and redo. Undoing is a newer write, never a rollback, and it takes back only what still
//! stands as the transaction wrote it: what another tab or person has written since is theirs.

use super::effect::{Effect, Said, Undone};
use super::entries::{Entry, Restored, Reversal, Written, take_last};
use super::held::Held;
use super::reply::Reply;
use super::standing::CarriedBefore;
use super::state::Desk;
use super::transaction::{Step, Title, Transaction};
use crate::model::{Assessment, AssessmentId, Edit, PracticeId, Sorted};
use crate::storage::{joined, room_for};

impl Desk {
    /// Carries out what somebody does: all of it, or, where one of its assessments can only be looked
    /// at, none.
    pub(super) fn carry_out(&mut self, transaction: Transaction, goes_on: bool, reply: &mut Reply) {
        let Transaction { title, steps } = transaction;
        if let Some(why) = self.refused(&steps) {
            reply.act(Effect::Say(why));
            return;
        }
        let answered = match steps.as_slice() {
            [(_, Step::Edit(Edit::Respond(practice, _)))] => Some(practice.clone()),
            _ => None,
        };
        let before = self.carried_before(steps.iter().map(|(id, _)| id), answered);
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
        let entry = self.entry(title, reversals, &before);
        if entry.is_empty() || !entry.title.is_undoable() {
            return;
        }
        let said = entry.title.is_told().then(|| {
            let wholes = entry.title.is_about_wholes();
            let here = entry.ids().next().filter(|_| !wholes).cloned();
            Said::Done(entry.title.clone(), here)
        });
        if goes_on {
            self.undo.extend(entry);
        } else {
            let typing = typed.zip(entry.reversals.first());
            let is_same_step = typing
                .is_some_and(|(edit, reversal)| self.undo.goes_on(&entry.title, &edit, reversal));
            if !is_same_step {
                self.undo.record(entry);
            }
        }
        reply.effects.extend(said.map(Effect::Say));
    }

    /// What is to be remembered of edits that were carried out.
    fn entry(&self, title: Title, mut reversals: Vec<Reversal>, before: &CarriedBefore) -> Entry {
        for reversal in &mut reversals {
            if let Written::At(stamp) = &mut reversal.written
                && let Some(now) = self.with(&reversal.id, |a| a.stamp_of(&reversal.edit).cloned())
            {
                *stamp = now;
            }
        }
        let answered = |id: &AssessmentId, practice: &PracticeId| {
            let is_it = |e: &Edit| matches!(e, Edit::Respond(of, _) if of == practice);
            reversals.iter().any(|r| r.id == *id && is_it(&r.edit))
        };
        let rounds = self.standings(before, answered);
        Entry {
            title,
            reversals,
            rounds,
        }
    }

    /// Why these steps are not carried out.
    fn refused(&self, steps: &[(AssessmentId, Step)]) -> Option<Said> {
        if let Some(id) = self.only_to_look_at(steps) {
            return Some(Said::OnlyToLookAt(id));
        }
        let mut edited: Sorted<&AssessmentId, Vec<Edit>> = Sorted::default();
        for (id, step) in steps {
            match (step, self.held.get(id)) {
                (Step::Edit(edit), Some(_)) => edited.slot(id).push(edit.clone().bounded()),
                (Step::Take(file) | Step::TakeOneOfMany(file), Some(Held::Own(mine))) => {
                    if let Err(limit) = joined(self.questionnaire(id), mine, file) {
                        return Some(Said::Full(limit));
                    }
                }
                _ => {}
            }
        }
        edited.into_iter().find_map(|(id, edits)| {
            let full = self.with(id, |a| room_for(a, &edits))?.err();
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
    fn edit(&mut self, id: &AssessmentId, edit: Edit, reply: &mut Reply) -> Option<Reversal> {
        let a = self.held.get_mut(id).and_then(Held::own_mut)?;
        let edit = edit.bounded();
        reply.touched.note(&edit);
        let before = a.stamp_of(&edit).cloned();
        let stamp = self.clock.tick(reply.now.millis);
        let inverse = a.apply(edit, stamp);
        Some(Reversal {
            id: id.clone(),
            written: Written::At(a.stamp_of(&inverse).cloned()),
            edit: inverse,
            before,
        })
    }

    /// Takes in an assessment and says how to take it back.
    fn take(&mut self, taken: Assessment, reply: &mut Reply) -> Vec<Reversal> {
        reply.touched.all = true;
        self.clock.observe_all(&taken, reply.now.millis);
        let id = taken.id.clone();
        let gone = Reversal::of_all(id.clone());
        let Some(mine) = self.held.get_mut(&id).and_then(Held::own_mut) else {
            reply.touched.access |= self.held.get(&id).is_some();
            self.held.put(id.clone(), Held::Own(taken));
            self.want(&id, reply);
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
                before: before.stamp_of(&edit).cloned(),
                edit,
            })
            .collect();
        self.want(&id, reply);
        if was_removed {
            reversals.push(gone);
        }
        reversals
    }

    /// Whoever takes something in wants it here, though it was removed before.
    fn want(&mut self, id: &AssessmentId, reply: &Reply) {
        if let Some(a) = self.held.get_mut(id).and_then(Held::own_mut)
            && a.is_removed()
        {
            a.apply(Edit::Removed(None), self.clock.tick(reply.now.millis));
        }
    }

    pub(super) fn undo(&mut self, here: Option<&AssessmentId>, reply: &mut Reply) {
        let Some(entry) = take_last(&mut self.undo.past, here) else {
            return;
        };
        let entry = self.reverse(entry, reply);
        self.undo.undone(entry);
    }

    pub(super) fn redo(&mut self, here: Option<&AssessmentId>, reply: &mut Reply) {
        let Some(entry) = take_last(&mut self.undo.future, here) else {
            return;
        };
        let entry = self.reverse(entry, reply);
        self.undo.redone(entry);
    }

    /// Whether nobody else has written a field since.
    fn is_as_left(&self, reversal: &Reversal) -> bool {
        let held = self.held.get(&reversal.id).and_then(Held::own);
        held.is_some_and(|a| match &reversal.written {
            Written::At(stamp) => a.stamp_of(&reversal.edit) == stamp.as_ref(),
            Written::Ever => true,
        })
    }

    /// Applies an entry's reversals, the last first, and says so. Returns the entry that takes them
    /// back. Fields that somebody else has written since stay.
    fn reverse(&mut self, entry: Entry, reply: &mut Reply) -> Entry {
        let mut first = None;
        let before = self.carried_before(entry.ids(), None);
        let rounds = self.untouched(entry.rounds);
        let (mut reversals, mut restored) = (Vec::new(), Vec::new());
        let mut left = 0;
        let mut changed: Vec<AssessmentId> = Vec::new();
        let is_own: Vec<bool> = entry.reversals.iter().map(|r| self.is_as_left(r)).collect();
        for (reversal, is_own) in entry.reversals.into_iter().zip(is_own).rev() {
            if is_own {
                first =
                    first.or_else(|| Some((reversal.id.clone(), Box::new(reversal.edit.clone()))));
                restored.push(Restored {
                    id: reversal.id.clone(),
                    edit: reversal.edit.clone(),
                    before: reversal.before,
                    now: None,
                });
                reversals.extend(self.edit(&reversal.id, reversal.edit, reply));
                if !changed.contains(&reversal.id) {
                    changed.push(reversal.id);
                }
            } else {
                left += 1;
            }
        }
        for field in self.stand_again(rounds, reply) {
            if !changed.contains(&field.id) {
                changed.push(field.id.clone());
            }
            restored.push(field);
        }
        for id in &changed {
            self.keep(id, reply);
        }
        for field in &mut restored {
            let now = self.with(&field.id, |a| a.stamp_of(&field.edit).cloned());
            field.now = now.flatten();
        }
        self.undo.restored(&restored);
        let title = entry.title.clone();
        reply.act(Effect::Say(Said::Undone(Undone { title, first, left })));
        self.entry(entry.title, reversals, &before)
    }
}
