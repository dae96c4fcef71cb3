//! Rules whose conditions all hold: questions to discuss, not faults.

use crate::model::{Answer, Assessment, Bound, Condition, Level, Questionnaire, Rule};

/// The rules that apply, in the questionnaire's order. What is not answered or measured, or not
/// asked, contradicts nothing.
#[must_use]
pub fn contradictions<'q>(q: &'q Questionnaire, assessment: &Assessment) -> Vec<&'q Rule> {
    let holds = |condition: &Condition| match condition {
        Condition::Practice { practice, bound } => {
            let asked = q.practice(practice).is_some_and(|p| assessment.asks(q, p));
            let ends = assessment.answer(practice).and_then(ends);
            ends.is_some_and(|(low, high)| {
                asked
                    && match bound {
                        Bound::AtLeast(level) => low >= *level,
                        Bound::AtMost(level) => high <= *level,
                    }
            })
        }
        Condition::Metric { metric, bound } => {
            let fits = q
                .metric(metric)
                .filter(|m| assessment.covers(&m.discipline));
            let value = assessment.measurement(metric).map(|m| m.value);
            let value = value.filter(|v| fits.is_some_and(|m| m.accepts(*v)));
            value.is_some_and(|value| match bound {
                Bound::AtLeast(end) => value >= *end,
                Bound::AtMost(end) => value <= *end,
            })
        }
    };
    let rules = q.rules.iter();
    rules
        .filter(|r| !r.when.is_empty() && r.when.iter().all(holds))
        .collect()
}

/// The lowest and highest level that an answer may mean. A rule must hold for both.
fn ends(answer: &Answer) -> Option<(Level, Level)> {
    match answer {
        Answer::Level(level) => Some((*level, *level)),
        Answer::Between(lower) => Some((lower.level(), lower.upper())),
        Answer::DontKnow | Answer::NotApplicable(_) => None,
    }
}
