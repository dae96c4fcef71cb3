//! What changed between two states of an assessment, and why.

use crate::model::{Assessment, PracticeId, Questionnaire, Scope, Set};
use crate::scoring::{Mark, Plan};

/// The change of the overall value, compared over the practices that both states share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    /// The practices that both states ask, apply to both, and have a level in both.
    pub common: usize,
    /// The value before, over everything asked then.
    pub before: f64,
    /// The value after, over everything asked then.
    pub after: f64,
    /// What different responses to the common practices account for, in points.
    pub responses: f64,
    /// What a different scope, and answers that are not common, account for, in points.
    pub scope: f64,
    /// What different weights of the questionnaire account for, in points.
    pub questionnaire: f64,
    /// Whether the change of responses is smaller than the widest interval over the common
    /// practices, so that it may be none.
    pub is_noise: bool,
}

/// Compares two states. `None` where they share nothing, or one of them has no value.
///
/// The three reasons add up to `after - before`.
#[must_use]
pub fn change(
    before: (&Questionnaire, &Assessment),
    after: (&Questionnaire, &Assessment),
) -> Option<Change> {
    let ((q1, a1), (q2, a2)) = (before, after);
    let common = common(q1, a1, q2, a2);
    let value = |q: &Questionnaire, scope: Option<&Scope>, a: &Assessment| {
        let plan = Plan::new(q, scope);
        plan.numbers(&plan.marks(a)).overall.part.value
    };
    let whole_before = value(q1, a1.scope.value.as_ref(), a1)?;
    let whole_after = value(q2, a2.scope.value.as_ref(), a2)?;
    let over_common = |q: &Questionnaire, a: &Assessment| {
        let plan = Plan::new(q, None);
        let marks: Vec<_> = (plan.rows.iter())
            .map(|r| {
                // What is not common leaves the sums, as what does not apply does.
                if common.has(&r.practice.id) {
                    Mark::of(a.answer(&r.practice.id))
                } else {
                    Mark::NotApplicable
                }
            })
            .collect();
        let part = plan.numbers(&marks).overall.part;
        Some((part.value?, part.interval?))
    };
    let (old, old_interval) = over_common(q1, a1)?;
    let (moved, _) = over_common(q2, a1)?;
    let (new, new_interval) = over_common(q2, a2)?;
    let width = |(low, high): (f64, f64)| high - low;
    let responses = new - moved;
    let widest = width(old_interval).max(width(new_interval));
    Some(Change {
        common: common.len(),
        before: whole_before,
        after: whole_after,
        responses,
        scope: (old - whole_before) + (whole_after - new),
        questionnaire: moved - old,
        is_noise: responses != 0.0 && responses.abs() < widest,
    })
}

fn common(
    q1: &Questionnaire,
    a1: &Assessment,
    q2: &Questionnaire,
    a2: &Assessment,
) -> Set<PracticeId> {
    let levelled = |a: &Assessment, id: &PracticeId| Mark::of(a.answer(id)).level().is_some();
    let in_second = |id: &PracticeId| q2.practice(id).is_some_and(|p| a2.asks(q2, p));
    a1.asked(q1)
        .map(|p| p.id.clone())
        .filter(|id| in_second(id) && levelled(a1, id) && levelled(a2, id))
        .collect()
}
