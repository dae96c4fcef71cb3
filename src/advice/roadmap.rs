//! What to do now, next and later, and what it would come to.

use super::recommend::{Ranking, Step};
use crate::model::action::Horizon;
use crate::model::{Action, ActionId, Assessment, PracticeId, Questionnaire};
use crate::scoring::{Mark, Plan};

/// How many steps are suggested for each horizon. Our judgement: what a team can take up at once.
pub const SUGGESTED: usize = 3;

/// One horizon.
#[derive(Debug, Clone, PartialEq)]
pub struct Stage<'a> {
    /// Which.
    pub horizon: Horizon,
    /// What the team decided.
    pub actions: Vec<(&'a ActionId, &'a Action)>,
    /// What it could decide: steps whose prerequisites are met once the horizons before are done,
    /// for practices that no action moves.
    pub suggestions: Vec<Step<'a>>,
    /// The overall value before, and once all of this is done as well. `None` while too little is
    /// known to speak of a value.
    pub value: Option<(f64, f64)>,
}

/// The three horizons. What-if values add up from one to the next: an action raises its practice to
/// the level that it leads to, a suggestion by one level; done and dropped actions raise nothing,
/// since answers say what is.
#[must_use]
pub fn roadmap<'a>(q: &'a Questionnaire, assessment: &'a Assessment) -> [Stage<'a>; 3] {
    let plan = Plan::of(q, assessment);
    let net = Ranking::new(&plan, assessment);
    let mut marks = plan.marks(assessment);
    let actions: Vec<_> = assessment.actions().collect();
    let mut suggested = Vec::new();
    // What is only planned is not known: the coverage that counts is today's.
    let is_known = plan.numbers(&marks).overall.reading().value().is_some();
    let value = |marks: &[Mark]| plan.numbers(marks).overall.part.value.filter(|_| is_known);
    Horizon::ALL.map(|horizon| {
        let before = value(&marks);
        let row_of = |id: &PracticeId| plan.rows.iter().position(|r| r.practice.id == *id);
        let own = actions.iter().copied();
        let own: Vec<_> = own.filter(|(_, a)| a.horizon == horizon).collect();
        let is_taken = |row: usize| {
            let practice = &plan.rows[row].practice.id;
            let mut moved = actions.iter().filter_map(|(_, a)| a.moves.as_ref());
            moved.any(|(id, _)| id == practice)
        };
        let order = net.order(&marks).into_iter();
        let free = order.filter(|(row, _)| !is_taken(*row) && !suggested.contains(row));
        let chosen: Vec<_> = free.take(SUGGESTED).collect();
        let steps = chosen
            .iter()
            .map(|&(row, priority)| net.step(row, priority, &marks));
        let suggestions: Vec<Step> = steps.collect();
        for (&(row, _), step) in chosen.iter().zip(&suggestions) {
            suggested.push(row);
            raise(&mut marks, row, Mark::Level(step.to));
        }
        for (_, action) in own.iter().filter(|(_, a)| a.state.is_ahead()) {
            if let Some((practice, level)) = &action.moves
                && let Some(row) = row_of(practice)
            {
                raise(&mut marks, row, Mark::Level(*level));
            }
        }
        let after = value(&marks);
        Stage {
            horizon,
            actions: own,
            suggestions,
            value: before.zip(after),
        }
    })
}

/// Nothing is lowered, and what does not apply stays so.
fn raise(marks: &mut [Mark], row: usize, to: Mark) {
    if let Some(mark) = marks.get_mut(row)
        && *mark != Mark::NotApplicable
        && mark.part().value.unwrap_or(-1.0) < to.part().value.unwrap_or(-1.0)
    {
        *mark = to;
    }
}
