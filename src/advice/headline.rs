//! A result in one line: what level, how near the next one, what is certainly strong and weak.

use super::apart;
use crate::model::{Assessment, Level, Progress, Questionnaire};
use crate::scoring::{PartRef, Plan, Reading, Scorecard, explain};

/// The share of the applicable weight that stands at the next level when the whole is said to be near
/// it; at four fifths it is reached. Our judgement: three fifths.
pub const NEAR: f64 = 0.6;

/// A result in one line.
#[derive(Debug, Clone, PartialEq)]
pub enum Headline<'a> {
    /// Nothing of what is asked applies.
    NothingApplies,
    /// Too little is known to speak of the whole.
    TooEarly(Progress),
    /// Where the whole stands.
    Known(Whole<'a>),
}

/// Where the whole stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole<'a> {
    /// The level reached.
    pub level: Level,
    /// The next level, where it is near.
    pub near: Option<Level>,
    /// 0 to 100 points.
    pub value: f64,
    /// Lowest and highest value still possible.
    pub range: (f64, f64),
    /// The dimensions that certainly stand above the whole, the clearest first.
    pub strong: Vec<&'a str>,
    /// Those that certainly stand below it.
    pub weak: Vec<&'a str>,
}

/// The result of an assessment in one line.
#[must_use]
pub fn headline<'a>(q: &Questionnaire, a: &Assessment, card: &'a Scorecard) -> Headline<'a> {
    match card.overall.reading {
        Reading::NotApplicable => Headline::NothingApplies,
        Reading::Known { value, level } => {
            let (strong, weak) = apart(card);
            let range = card.overall.low.zip(card.overall.high);
            Headline::Known(Whole {
                level,
                near: near(q, a),
                value,
                range: range.unwrap_or((value, value)),
                strong,
                weak,
            })
        }
        Reading::Unanswered | Reading::TooEarly => Headline::TooEarly(a.progress(q, |_| true)),
    }
}

/// The next level, if most of what it needs is there and no key practice stands too low for it.
fn near(q: &Questionnaire, a: &Assessment) -> Option<Level> {
    let plan = Plan::of(q, a);
    let why = explain(&plan, &plan.marks(a), &PartRef::Overall)?;
    let next = why.level?.next?;
    let is_near = next.standing.result()? >= NEAR;
    (is_near && next.held_by.is_empty()).then_some(next.level)
}
