//! Whether an answer is carried over from an earlier round hangs on when it was written, and undoing
//! writes anew. So what was carried over before is remembered beside the fields, and set again.

use super::entries::{Restored, Standing};
use super::held::Held;
use super::reply::Reply;
use super::state::Desk;
use crate::model::{Assessment, AssessmentId, Edit, PracticeId, Set, Stamp};

/// The answers that were carried over before something was done.
#[derive(Debug)]
pub(super) struct CarriedBefore {
    /// By assessment of one's own.
    each: Vec<(AssessmentId, Set<PracticeId>)>,
    /// The practice that is answered, where nothing else is done: no other answer can come to be carried
    /// over by that, or not to be.
    only: Option<PracticeId>,
}

impl CarriedBefore {
    /// The answers that are to be looked at.
    fn of<'a>(&self, a: &'a Assessment) -> impl Iterator<Item = &'a PracticeId> {
        let all = a.responses.keys();
        all.filter(|id| self.only.as_ref().is_none_or(|only| only == *id))
    }
}

fn stamp<'a>(a: &'a Assessment, practice: &PracticeId) -> Option<&'a Stamp> {
    a.responses.get(practice)?.stamp.as_ref()
}

impl Desk {
    /// What is carried over now in these assessments; with `only`, whether that answer is.
    pub(super) fn carried_before<'a>(
        &self,
        ids: impl Iterator<Item = &'a AssessmentId>,
        only: Option<PracticeId>,
    ) -> CarriedBefore {
        let mut before = CarriedBefore {
            each: Vec::new(),
            only,
        };
        for id in ids {
            let own = self.held.get(id).and_then(Held::own);
            if let Some(a) = own.filter(|_| before.each.iter().all(|(known, _)| known != id)) {
                let carried = before.of(a).filter(|practice| a.is_carried(practice));
                let carried = carried.cloned().collect();
                before.each.push((id.clone(), carried));
            }
        }
        before
    }

    /// What is to be set again when that is undone which has been done since `before`.
    pub(super) fn standings(
        &self,
        before: &CarriedBefore,
        is_written: impl Fn(&AssessmentId, &PracticeId) -> bool,
    ) -> Vec<Standing> {
        let mut standings = Vec::new();
        for (id, carried) in &before.each {
            let Some(a) = self.held.get(id).and_then(Held::own) else {
                continue;
            };
            for practice in before.of(a) {
                let was_carried = carried.has(practice);
                let has_changed = was_carried != a.is_carried(practice);
                if has_changed || (was_carried && is_written(id, practice)) {
                    standings.push(Standing {
                        id: id.clone(),
                        practice: practice.clone(),
                        was_carried,
                        written: stamp(a, practice).cloned(),
                    });
                }
            }
        }
        standings
    }

    /// Those whose answer nobody else has written since.
    pub(super) fn untouched(&self, mut standings: Vec<Standing>) -> Vec<Standing> {
        standings.retain(|s| {
            self.with(&s.id, |a| stamp(a, &s.practice) == s.written.as_ref()) == Some(true)
        });
        standings
    }

    /// Lets answers stand as they stood. Returns the answers that did not.
    pub(super) fn stand_again(
        &mut self,
        standings: Vec<Standing>,
        reply: &mut Reply,
    ) -> Vec<Restored> {
        let mut changed = Vec::new();
        for Standing {
            id,
            practice,
            was_carried,
            ..
        } in standings
        {
            let Some(a) = self.held.get_mut(&id).and_then(Held::own_mut) else {
                continue;
            };
            if a.is_carried(&practice) == was_carried {
                continue;
            }
            let before = stamp(a, &practice).cloned();
            let edit = if was_carried {
                Edit::Carry(practice.clone(), before.clone())
            } else {
                let answer = a.answer(&practice).cloned();
                Edit::Respond(practice.clone(), answer)
            };
            reply.touched.note(&edit);
            a.apply(edit, self.clock.tick(reply.now.millis));
            changed.push(Restored {
                id,
                edit: Edit::Respond(practice, None),
                before,
                now: None,
            });
        }
        changed
    }
}
