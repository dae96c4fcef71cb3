//! Why practices do not apply, for as long as the page lives: whoever looks at another choice and
//! comes back finds the reason again.

use super::{Answer, Assessment, AssessmentId, Edit, PracticeId, Sorted};

/// The reasons that were replaced by other answers.
#[derive(Debug, Clone, Default)]
pub struct Reasons(Sorted<(AssessmentId, PracticeId), String>);

impl Reasons {
    /// The edit with which somebody answers. A reason that goes is remembered; where it is chosen
    /// anew that the practice does not apply, it comes back.
    pub fn answer(&mut self, a: &Assessment, practice: PracticeId, answer: Option<Answer>) -> Edit {
        let key = (a.id.clone(), practice.clone());
        let answer = match (a.answer(&practice), answer) {
            // Whoever empties the field wants it empty.
            (Some(Answer::NotApplicable(_)), Some(Answer::NotApplicable(reason))) => {
                Some(Answer::NotApplicable(reason))
            }
            (Some(Answer::NotApplicable(reason)), other) => {
                self.0.put(key, reason.clone());
                other
            }
            (_, Some(Answer::NotApplicable(reason))) if reason.is_empty() => {
                let before = self.0.get(&key).cloned();
                Some(Answer::NotApplicable(before.unwrap_or_default()))
            }
            (_, other) => other,
        };
        Edit::Respond(practice, answer)
    }
}
