//! The first next steps as they are offered: what, how much work, what it gains, whether it is planned.

use crate::advice::{self, SHOWN};
use crate::model::{Action, Assessment, Horizon, PracticeId, Questionnaire};
use crate::words::words;

/// A step in as many of these runs or more is a solid choice. Our judgement: half of them.
const SOLID: f64 = 0.5;

/// A step that is offered.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggested {
    /// Which practice it moves.
    pub practice: PracticeId,
    /// The practice's title.
    pub title: String,
    /// From which level to which.
    pub levels: String,
    /// How much work it is.
    pub effort: &'static str,
    /// What it does to its dimension. Empty while it is too early to say.
    pub gain: String,
    /// What to do first.
    pub first: String,
    /// Why it stands where it does.
    pub reasons: String,
    /// Whether it would be among the first with other weights, too.
    pub is_solid: bool,
    /// Whether something in the plan moves the practice.
    pub is_planned: bool,
    /// What comes into the plan when it is taken up.
    pub action: Action,
}

/// The first steps, the most worthwhile first.
#[must_use]
pub fn suggested(q: &'static Questionnaire, a: &Assessment) -> Vec<Suggested> {
    first(q, a, false)
}

/// The first steps that nothing in the plan moves, in the same order.
#[must_use]
pub fn not_planned(q: &'static Questionnaire, a: &Assessment) -> Vec<Suggested> {
    first(q, a, true)
}

fn first(q: &'static Questionnaire, a: &Assessment, without_planned: bool) -> Vec<Suggested> {
    let robust = advice::stable(q, a);
    let planned: Vec<_> = a
        .actions()
        .filter(|(_, action)| action.state.is_ahead())
        .filter_map(|(_, action)| Some(&action.moves.as_ref()?.0))
        .collect();
    let steps = advice::next_steps(q, a);
    let is_planned = |step: &advice::Step| planned.contains(&step.practice);
    let steps = steps
        .iter()
        .filter(|step| !(without_planned && is_planned(step)));
    let one = |step: &advice::Step| {
        let share = robust.iter().find(|r| r.practice == step.practice);
        one(q, a, step, share.map(|r| r.share), is_planned(step))
    };
    steps.take(SHOWN).map(one).collect()
}

fn one(
    q: &'static Questionnaire,
    a: &Assessment,
    step: &advice::Step,
    share: Option<f64>,
    is_planned: bool,
) -> Suggested {
    let w = words();
    let gain = advice::gain(q, a, step).map(|gain| w.gain(q, &gain));
    Suggested {
        practice: step.practice.clone(),
        title: q
            .practice(step.practice)
            .map_or_else(String::new, |p| p.title.clone()),
        levels: w.step(step),
        effort: w.effort(step.effort),
        gain: gain.unwrap_or_default(),
        first: step.first.to_owned(),
        reasons: w.step_reasons(step, share),
        is_solid: share.is_some_and(|share| share >= SOLID),
        is_planned,
        action: Action {
            what: step.first.to_owned(),
            horizon: Horizon::Now,
            moves: Some((step.practice.clone(), step.to)),
            ..Action::default()
        },
    }
}
