//! What would be: once the team's own targets are reached, and once a step is taken.

use super::Step;
use crate::model::{Assessment, Level, Questionnaire};
use crate::scoring::{Mark, Numbers, PartNumbers, Plan};

/// The value of each part once the team's own targets are reached, by id: of the whole, of disciplines
/// and of dimensions. Parts that stay where they are are left out, and so are those of which nothing
/// can be said today.
#[must_use]
pub fn aims<'q>(q: &'q Questionnaire, a: &Assessment) -> Vec<(&'q str, f64)> {
    let plan = Plan::of(q, a);
    let today = plan.marks(a);
    let mut aimed = today.clone();
    for (row, mark) in plan.rows.iter().zip(&mut aimed) {
        let target = a.targets.get(&row.practice.id).and_then(|f| f.value);
        let is_below = |level: Level| mark.part().value < Some(level.points());
        if let Some(level) = target.filter(|level| is_below(*level))
            && *mark != Mark::NotApplicable
        {
            *mark = Mark::Level(level);
        }
    }
    let (now, then) = (plan.numbers(&today), plan.numbers(&aimed));
    let nodes = plan.disciplines.iter().chain(&plan.dimensions);
    let ids = nodes.map(|node| node.id).chain(["overall"]);
    let aim = |(id, (now, then)): (&'q str, (&PartNumbers, &PartNumbers))| {
        let value = now.reading().value()?;
        let aim = then.part.value?;
        (value != aim).then_some((id, aim))
    };
    ids.zip(every(&now).zip(every(&then)))
        .filter_map(aim)
        .collect()
}

/// The disciplines, the dimensions, the whole.
fn every(numbers: &Numbers) -> impl Iterator<Item = &PartNumbers> {
    let parts = numbers.disciplines.iter().chain(&numbers.dimensions);
    parts.chain([&numbers.overall])
}

/// What a step does to the dimension of its practice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gain<'q> {
    /// The dimension.
    pub dimension: &'q str,
    /// Its value now.
    pub from: f64,
    /// Its value once the step is taken.
    pub to: f64,
}

/// What a step does to its dimension. `None` while it is too early to say where that stands.
#[must_use]
pub fn gain<'q>(q: &'q Questionnaire, a: &Assessment, step: &Step) -> Option<Gain<'q>> {
    let plan = Plan::of(q, a);
    let mut marks = plan.marks(a);
    let row = plan
        .rows
        .iter()
        .position(|r| r.practice.id == *step.practice)?;
    let at = plan.dimensions.iter().position(|d| d.rows.contains(&row))?;
    let from = plan.numbers(&marks).dimensions[at].reading().value()?;
    marks[row] = Mark::Level(step.to);
    let taken = plan.numbers(&marks);
    Some(Gain {
        dimension: plan.dimensions[at].id,
        from,
        to: taken.dimensions[at].part.value?,
    })
}
