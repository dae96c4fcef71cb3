//! Undo and redo: inverses of edits, newest last. Undoing is a newer write, never a rollback.

use super::{Answer, AssessmentId, Edit};

/// The most steps kept.
pub const STEPS: usize = 200;

/// What can be undone and done again since the page was opened.
#[derive(Debug, Clone, Default)]
pub struct History {
    past: Vec<(AssessmentId, Edit)>,
    future: Vec<(AssessmentId, Edit)>,
}

impl History {
    /// Takes note of an edit that was carried out and gave `inverse`. What was undone before can no
    /// longer be done again. Typing into one field is one step, however many letters it has.
    pub fn record(&mut self, id: &AssessmentId, edit: &Edit, inverse: Edit) {
        let again = self.future.is_empty()
            && self.past.last().is_some_and(|(last, step)| {
                last == id
                    && is_typing(edit, &inverse)
                    && step.same_field(edit)
                    && !is_addition(step)
            });
        self.future.clear();
        if !again {
            keep(&mut self.past, id, inverse);
        }
    }

    /// The edit that undoes the last one.
    pub fn undo(&mut self) -> Option<(AssessmentId, Edit)> {
        self.past.pop()
    }

    /// The edit that does again what was undone last.
    pub fn redo(&mut self) -> Option<(AssessmentId, Edit)> {
        self.future.pop()
    }

    /// Takes note that undoing gave `inverse`.
    pub fn undone(&mut self, id: &AssessmentId, inverse: Edit) {
        keep(&mut self.future, id, inverse);
    }

    /// Takes note that doing again gave `inverse`.
    pub fn redone(&mut self, id: &AssessmentId, inverse: Edit) {
        keep(&mut self.past, id, inverse);
    }
}

fn keep(steps: &mut Vec<(AssessmentId, Edit)>, id: &AssessmentId, step: Edit) {
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
        | Edit::Removed(_)
        | Edit::Keep(..)
        | Edit::Workshop(..)
        | Edit::Cast(..)
        | Edit::Settle(_, None)
        | Edit::Move(_) => false,
    }
}
