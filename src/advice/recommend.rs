//! Next steps: practices below their target whose prerequisites are met, ordered by
//! gap x weight x leverage x stakes / effort of the very move.

use super::{FIRM, LEVERAGE, highest_first, usual_target};
use crate::model::{Assessment, Effort, Level, PracticeId, Questionnaire, Side, Stakes};
use crate::scoring::{Mark, Plan};

/// One step up of one practice.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'q> {
    /// Which practice.
    pub practice: &'q PracticeId,
    /// Where it stands.
    pub from: Level,
    /// The level that the step leads to.
    pub to: Level,
    /// The level that it is to reach in the end.
    pub target: Level,
    /// Whether the team set the target, or it is the usual one.
    pub is_own_target: bool,
    /// What to do first, this week.
    pub first: &'q str,
    /// How far it is from the target, in levels.
    pub gap: f64,
    /// Its weight in the whole: weights of practice, dimension and discipline multiplied.
    pub weight: f64,
    /// Practices in scope that stand on it, directly or by way of others, and are below their own
    /// targets.
    pub unlocks: Vec<&'q PracticeId>,
    /// The work of this step.
    pub effort: Effort,
    /// What it costs while the practice stands at its lowest level.
    pub stakes: Stakes,
    /// On which side of a platform it is taken.
    pub side: Side,
    /// What orders the steps: gap x weight x leverage x stakes / effort. Without a unit.
    pub priority: f64,
}

/// What effort divides by: S, M, L as 1, 2, 3. Our judgement.
#[must_use]
pub fn effort_factor(effort: Effort) -> f64 {
    match effort {
        Effort::S => 1.0,
        Effort::M => 2.0,
        Effort::L => 3.0,
    }
}

/// What stakes multiply by while a practice stands at `from`: 1, 2 or 3 at level 1, half of what that
/// adds at level 2, and nothing from 3 on, where the worst is provided for. Our judgement.
#[must_use]
pub fn stakes_factor(stakes: Stakes, from: Level) -> f64 {
    let more = f64::from(u8::from(stakes)) - 1.0;
    match from {
        Level::Initial => 1.0 + more,
        Level::Emerging => 1.0 + more / 2.0,
        _ => 1.0,
    }
}

/// All steps that can be taken now, the most worthwhile first; equal ones in the questionnaire's
/// order. A practice without a level is no step: answer it first.
#[must_use]
pub fn next_steps<'q>(q: &'q Questionnaire, assessment: &Assessment) -> Vec<Step<'q>> {
    let plan = Plan::of(q, assessment);
    let marks = plan.marks(assessment);
    let net = Ranking::new(&plan, assessment);
    let order = net.order(&marks).into_iter();
    order
        .map(|(row, priority)| net.step(row, priority, &marks))
        .collect()
}

/// What of the recommendation does not depend on answers, so that thousands of them can be ordered.
pub struct Ranking<'q, 'p> {
    plan: &'p Plan<'q>,
    /// The target of each row, and whether the team set it.
    targets: Vec<(Level, bool)>,
    /// The rows that each row requires.
    requires: Vec<Vec<usize>>,
    /// The rows that stand on each row, directly or by way of others.
    above: Vec<Vec<usize>>,
    /// The weight of each row in the whole.
    weights: Vec<f64>,
}

impl<'q, 'p> Ranking<'q, 'p> {
    /// Lays out prerequisites, targets and weights for a plan.
    #[must_use]
    pub fn new(plan: &'p Plan<'q>, assessment: &Assessment) -> Self {
        let n = plan.rows.len();
        let row_of = |id: &PracticeId| plan.rows.iter().position(|r| r.practice.id == *id);
        let requires: Vec<Vec<usize>> = plan
            .rows
            .iter()
            .map(|r| r.practice.requires.iter().filter_map(row_of).collect())
            .collect();
        let above = (0..n).map(|row| standing_on(&requires, row)).collect();
        let target = |id: &PracticeId| assessment.targets.get(id).and_then(|f| f.value);
        let targets = plan.rows.iter().map(|r| {
            let own = target(&r.practice.id);
            (own.unwrap_or(usual_target(r.practice)), own.is_some())
        });
        let targets = targets.collect();
        Self {
            plan,
            targets,
            requires,
            above,
            weights: weights(plan),
        }
    }

    /// Rows with a step that can be taken now and their priority, the highest first.
    #[must_use]
    pub fn order(&self, marks: &[Mark]) -> Vec<(usize, f64)> {
        let mut order: Vec<_> = self.candidates(marks).collect();
        highest_first(&mut order, |(_, priority)| *priority);
        order
    }

    /// The same in the questionnaire's order.
    pub fn candidates<'a>(&'a self, marks: &'a [Mark]) -> impl Iterator<Item = (usize, f64)> + 'a {
        let rows = 0..self.plan.rows.len();
        rows.filter_map(move |row| Some((row, self.priority(row, marks)?)))
    }

    /// The priority of a row's next step; `None` where there is none to take now.
    fn priority(&self, row: usize, marks: &[Mark]) -> Option<f64> {
        let from = marks.get(row)?.level()?;
        let gap = self.gap(row, marks)?;
        let to = from.next()?;
        let is_met = |&required: &usize| match marks.get(required) {
            Some(Mark::NotApplicable) | None => true,
            Some(mark) => mark.level().is_some_and(|l| l >= to.min(FIRM)),
        };
        if !self.requires[row].iter().all(is_met) {
            return None;
        }
        let practice = self.plan.rows[row].practice;
        #[expect(clippy::cast_precision_loss, reason = "tens of practices")]
        let leverage = 1.0 + LEVERAGE * self.unlocks(row, marks).count() as f64;
        let stakes = stakes_factor(practice.stakes, from);
        let effort = effort_factor(practice.effort.from(from));
        Some(gap * self.weights[row] * leverage * stakes / effort)
    }

    /// How many levels a row is below its target; `None` where it is not.
    fn gap(&self, row: usize, marks: &[Mark]) -> Option<f64> {
        let (target, _) = self.targets[row];
        let value = marks.get(row)?.part().value?;
        let gap = (target.points() - value) / 25.0;
        (gap > 0.0).then_some(gap)
    }

    fn unlocks<'a>(&'a self, row: usize, marks: &'a [Mark]) -> impl Iterator<Item = usize> + 'a {
        let waits = |&above: &usize| match marks.get(above) {
            Some(Mark::NotApplicable) | None => false,
            Some(Mark::Open | Mark::DontKnow) => true,
            Some(_) => self.gap(above, marks).is_some(),
        };
        self.above[row].iter().copied().filter(waits)
    }

    /// The step of a row, whose priority is known.
    #[must_use]
    pub fn step(&self, row: usize, priority: f64, marks: &[Mark]) -> Step<'q> {
        let practice = self.plan.rows[row].practice;
        let from = marks[row].level().unwrap_or(Level::Initial);
        let (target, is_own_target) = self.targets[row];
        let unlocks = self.unlocks(row, marks);
        Step {
            practice: &practice.id,
            from,
            to: from.next().unwrap_or(from),
            target,
            is_own_target,
            first: practice
                .steps
                .get(usize::from(from.number()) - 1)
                .map_or("", String::as_str),
            gap: self.gap(row, marks).unwrap_or(0.0),
            weight: self.weights[row],
            unlocks: unlocks.map(|i| &self.plan.rows[i].practice.id).collect(),
            effort: practice.effort.from(from),
            stakes: practice.stakes,
            side: practice.answered_by,
            priority,
        }
    }
}

/// Each row's weight in the whole.
fn weights(plan: &Plan) -> Vec<f64> {
    let mut weights: Vec<_> = plan.rows.iter().map(|r| r.weight).collect();
    for node in plan.dimensions.iter().chain(&plan.disciplines) {
        for weight in &mut weights[node.rows.clone()] {
            *weight *= node.weight;
        }
    }
    weights
}

/// The rows that require `row`, directly or by way of others. Cycles end where they began.
fn standing_on(requires: &[Vec<usize>], row: usize) -> Vec<usize> {
    let mut found = vec![false; requires.len()];
    let mut open = vec![row];
    while let Some(next) = open.pop() {
        for (i, own) in requires.iter().enumerate() {
            let is_new = i != row && !found[i];
            if is_new && own.contains(&next) {
                found[i] = true;
                open.push(i);
            }
        }
    }
    let rows = found.iter().enumerate();
    rows.filter_map(|(i, &is)| is.then_some(i)).collect()
}
