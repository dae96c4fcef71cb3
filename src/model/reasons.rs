//! Why practices do not apply, for as long as the page lives: whoever looks at another choice and
//! comes back finds the reason again.

use super::{Answer, Assessment, AssessmentId, Edit, PracticeId, Table};

/// The reasons that were replaced by other answers.
#[derive(Debug, Clone, Default)]
pub struct Reasons(Table<(AssessmentId, PracticeId), String>);

impl Reasons {
    /// The same edit of `a`; where it chooses anew that a practice does not apply, with the reason
    /// given before.
    #[must_use]
    pub fn recall(&self, a: &Assessment, edit: Edit) -> Edit {
        let Edit::Respond(id, Some(Answer::NotApplicable(reason))) = &edit else {
            return edit;
        };
        // Whoever empties the field wants it empty.
        let is_anew = !matches!(a.answer(id), Some(Answer::NotApplicable(_)));
        match self.0.get(&(a.id.clone(), id.clone())) {
            Some(before) if is_anew && reason.is_empty() => {
                Edit::Respond(id.clone(), Some(Answer::NotApplicable(before.clone())))
            }
            _ => edit,
        }
    }

    /// Takes note of what an edit replaced, which is its inverse.
    pub fn remember(&mut self, id: &AssessmentId, inverse: &Edit) {
        if let Edit::Respond(practice, Some(Answer::NotApplicable(reason))) = inverse {
            self.0.put((id.clone(), practice.clone()), reason.clone());
        }
    }
}
