//! How a number came about: its inputs, weights, exclusions and the worked sum. The sums here are
//! the ones that the scorecard is made of, not a second calculation. What is withheld there is
//! withheld here.

use super::part::{Mark, Sum, Sums, is_enough, weight_at};
use super::plan::{Node, PartNumbers, Plan};
use super::reading::Reading;
use crate::model::{DimensionId, DisciplineId, Level};
use serde::Serialize;
use std::ops::Range;

/// Which number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartRef {
    /// The whole.
    Overall,
    /// A discipline, by its id.
    Discipline(DisciplineId),
    /// A dimension, by its id.
    Dimension(DimensionId),
}

/// How a number came about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// Which part: its id, or `overall`.
    pub id: String,
    /// How the part is to be read.
    #[serde(skip)]
    pub reading: Reading,
    /// What it is made of, in the questionnaire's order.
    pub inputs: Vec<Input>,
    /// The worked sums.
    pub sums: Worked,
    /// The level reached, and what the next one needs. `None` where too little is known.
    pub level: Option<LevelReason>,
}

/// The worked sums of one part. What has no result has no weight in it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Worked {
    /// Of the values. `None` where too little is known.
    pub value: Option<Sum>,
    /// Of the lowest values possible.
    pub low: Sum,
    /// Of the highest values possible.
    pub high: Sum,
    /// Of the coverages.
    pub coverage: Sum,
}

/// One thing that a number is made of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Input {
    /// The id of the practice, dimension or discipline.
    pub id: String,
    /// Its weight.
    pub weight: f64,
    /// Its value, 0 to 100 points. `None` where it has none, or too little of it is known.
    pub value: Option<f64>,
    /// Its lowest possible value.
    pub low: Option<f64>,
    /// Its highest possible value.
    pub high: Option<f64>,
    /// Its coverage, 0 to 1.
    pub coverage: Option<f64>,
    /// How it counts.
    pub role: Treatment,
}

/// How an input counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Treatment {
    /// In value and interval.
    Counted,
    /// In value and interval, with a value that cannot be spoken of by itself: too little is known.
    TooEarly,
    /// In the interval only: nobody answered yet.
    Open,
    /// In the interval only: the team cannot tell.
    DontKnow,
    /// Nowhere: it does not apply.
    NotApplicable,
}

/// Why the level reached is what it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LevelReason {
    /// The level reached.
    pub reached: Level,
    /// What the next level needs; `None` at the highest.
    pub next: Option<NextLevel>,
}

/// What is missing for a level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NextLevel {
    /// Which level.
    pub level: Level,
    /// The weight that stands there or higher, and all weight.
    pub standing: Sum,
    /// Whether that is enough.
    pub is_enough: bool,
    /// The key practices that stand too low for it.
    pub held_by: Vec<String>,
}

/// Explains one number of `marks` under `plan`. `None` for a part that the plan does not have.
#[must_use]
pub fn explain(plan: &Plan, marks: &[Mark], part: &PartRef) -> Option<Explanation> {
    let numbers = plan.numbers(marks);
    let find = |nodes: &[Node<'_>], id: &str| nodes.iter().position(|n| n.id == id);
    let (id, inputs, rows, outcome) = match part {
        PartRef::Overall => {
            let inputs = nodes(&plan.disciplines, &numbers.disciplines);
            ("overall", inputs, 0..plan.rows.len(), &numbers.overall)
        }
        PartRef::Discipline(id) => {
            let at = find(&plan.disciplines, id.as_str())?;
            let node = &plan.disciplines[at];
            let inner = node.inner.clone();
            let (dimensions, outcomes) = (&plan.dimensions, &numbers.dimensions);
            let inputs = nodes(&dimensions[inner.clone()], &outcomes[inner]);
            let outcome = &numbers.disciplines[at];
            (node.id, inputs, node.rows.clone(), outcome)
        }
        PartRef::Dimension(id) => {
            let at = find(&plan.dimensions, id.as_str())?;
            let rows = plan.dimensions[at].rows.clone();
            let inputs = practices(plan, marks, &rows);
            (
                plan.dimensions[at].id,
                inputs,
                rows,
                &numbers.dimensions[at],
            )
        }
    };
    let mut sums = Sums::default();
    for (input, part) in &inputs {
        sums.add(input.weight, *part);
    }
    let reading = outcome.reading();
    let is_known = reading.value().is_some();
    let level = level_reason(plan, marks, &rows);
    Some(Explanation {
        id: id.to_owned(),
        reading,
        inputs: inputs.into_iter().map(|(input, _)| input).collect(),
        sums: Worked {
            value: is_known.then_some(sums.value),
            low: sums.low,
            high: sums.high,
            coverage: sums.coverage,
        },
        level: level.filter(|_| is_known),
    })
}

type Counted = (Input, super::Part);

fn input(id: &str, weight: f64, part: super::Part, role: Treatment) -> Counted {
    let input = Input {
        id: id.to_owned(),
        weight,
        value: part.value.filter(|_| role != Treatment::TooEarly),
        low: part.interval.map(|(low, _)| low),
        high: part.interval.map(|(_, high)| high),
        coverage: part.coverage,
        role,
    };
    (input, part)
}

fn nodes(nodes: &[Node], outcomes: &[PartNumbers]) -> Vec<Counted> {
    let one = |(node, outcome): (&Node, &PartNumbers)| {
        let part = outcome.part;
        let role = match outcome.reading() {
            Reading::NotApplicable => Treatment::NotApplicable,
            Reading::Known { .. } => Treatment::Counted,
            _ if part.value.is_some() => Treatment::TooEarly,
            _ => Treatment::Open,
        };
        input(node.id, node.weight, part, role)
    };
    nodes.iter().zip(outcomes).map(one).collect()
}

fn practices(plan: &Plan, marks: &[Mark], rows: &Range<usize>) -> Vec<Counted> {
    let one = |i: usize| {
        let mark = marks.get(i).copied().unwrap_or(Mark::Open);
        let role = match mark {
            Mark::Open => Treatment::Open,
            Mark::DontKnow => Treatment::DontKnow,
            Mark::NotApplicable => Treatment::NotApplicable,
            Mark::Level(_) | Mark::Between(_) => Treatment::Counted,
        };
        let row = &plan.rows[i];
        input(row.practice.id.as_str(), row.weight, mark.part(), role)
    };
    rows.clone().map(one).collect()
}

fn level_reason(plan: &Plan, marks: &[Mark], rows: &Range<usize>) -> Option<LevelReason> {
    let standings = || plan.standings(marks, rows);
    let reached = super::part::level_reached(standings())?;
    let next = reached.next().map(|level| {
        let standing = weight_at(standings(), level);
        let low = |i: &usize| {
            let one = *i..*i + 1;
            plan.standings(marks, &one).any(|s| s.holds_down(level))
        };
        let held = rows.clone().filter(low);
        NextLevel {
            level,
            standing,
            is_enough: is_enough(standing),
            held_by: held.map(|i| plan.rows[i].practice.id.to_string()).collect(),
        }
    });
    Some(LevelReason { reached, next })
}
