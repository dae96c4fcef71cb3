//! Undo and redo: inverses of edits, newest last. Undoing is a newer write, never a rollback.

use super::{Answer, AssessmentId, Edit};

/// The most steps kept.
pub const STEPS: usize = 200;

/// Edits of one assessment that are undone together.
pub type Step = (AssessmentId, Vec<Edit>);

/// What can be undone and done again since the page was opened.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Vec<Step>,
    future: Vec<Step>,
}

impl History {
    /// Takes note of an edit that was carried out and gave `inverse`. What was undone before can no
    /// longer be done again. Typing into one field is one step, however many letters it has.
    pub fn record(&mut self, id: &AssessmentId, edit: &Edit, inverse: Edit) {
        let again = self.future.is_empty()
            && self.past.last().is_some_and(|(last, step)| {
                let [step] = step.as_slice() else {
                    return false;
                };
                last == id
                    && is_typing(edit, &inverse)
                    && step.same_field(edit)
                    && !is_addition(step)
            });
        self.future.clear();
        if !again {
            keep(&mut self.past, id, vec![inverse]);
        }
    }

    /// Takes note of edits that were carried out together and gave `inverses`, in the order in which
    /// these undo them. They are one step.
    pub fn record_all(&mut self, id: &AssessmentId, inverses: Vec<Edit>) {
        if !inverses.is_empty() {
            self.future.clear();
            keep(&mut self.past, id, inverses);
        }
    }

    /// The edits that undo the last step.
    pub fn undo(&mut self) -> Option<Step> {
        self.past.pop()
    }

    /// The edits that do again what was undone last.
    pub fn redo(&mut self) -> Option<Step> {
        self.future.pop()
    }

    /// Takes note that undoing gave `inverses`, in the order in which these do it again.
    pub fn undone(&mut self, id: &AssessmentId, inverses: Vec<Edit>) {
        keep(&mut self.future, id, inverses);
    }

    /// Takes note that doing again gave `inverses`, in the order in which these undo it.
    pub fn redone(&mut self, id: &AssessmentId, inverses: Vec<Edit>) {
        keep(&mut self.past, id, inverses);
    }
}

fn keep(steps: &mut Vec<Step>, id: &AssessmentId, step: Vec<Edit>) {
    if steps.len() == STEPS {
        steps.remove(0);
    }
    steps.push((id.clone(), step));
}

/// Whether undoing takes away what was added; that stays a step of its own.
fn is_addition(step: &Edit) -> bool {
    matches!(step, Edit::Act(_, None))
}

/// Whether an edit is one letter more or less in a text or a number.
fn is_typing(edit: &Edit, inverse: &Edit) -> bool {
    let has_reason = |e: &Edit| matches!(e, Edit::Respond(_, Some(Answer::NotApplicable(_))));
    match edit {
        Edit::Team(_) | Edit::Note(..) | Edit::Evidence(..) | Edit::Measure(..) | Edit::Say(..) => {
            true
        }
        // Hands are counted and dissent is typed; what the room decided is a step of its own.
        Edit::Settle(_, Some(after)) => match inverse {
            Edit::Settle(_, before) => {
                before.as_ref().map(|o| o.settled).unwrap_or_default() == after.settled
            }
            _ => false,
        },
        // A text of it was typed, or a choice made: what was decided stays.
        Edit::Act(_, action) => matches!((action, inverse), (Some(_), Edit::Act(_, Some(_)))),
        Edit::Respond(..) => has_reason(edit) && has_reason(inverse),
        Edit::Scope(_)
        | Edit::Target(..)
        | Edit::Carry(..)
        | Edit::Removed(_)
        | Edit::Keep(..)
        | Edit::Workshop(..)
        | Edit::Cast(..)
        | Edit::Settle(_, None)
        | Edit::Move(_) => false,
    }
}
