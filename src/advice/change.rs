//! What changed between two states, and why.

use crate::model::{Answer, Assessment, PracticeId, Questionnaire, Set};
use crate::scoring::{Mark, Node, Numbers, Part, PartNumbers, Plan};

/// The change of one part's value, compared over the practices that both states share.
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

/// Whether a difference of points is none, but for the last bits of the arithmetic.
#[must_use]
pub fn is_none(points: f64) -> bool {
    points.abs() < 1e-9
}

/// A questionnaire and a state that answers it.
pub type Side<'a> = (&'a Questionnaire, &'a Assessment);

/// A practice whose answer is another one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moved<'a> {
    /// Which practice.
    pub practice: &'a PracticeId,
    /// The answer before. `None` where there was none, or it was not asked.
    pub before: Option<&'a Answer>,
    /// The answer after.
    pub after: Option<&'a Answer>,
}

/// Compares the overall values. `None` where the states share nothing, or one of them has no value.
///
/// The three reasons add up to `after - before`.
#[must_use]
pub fn change(before: Side, after: Side) -> Option<Change> {
    let parts = changes(before, after);
    let mut parts = parts.into_iter();
    parts.find(|(id, _)| *id == "overall").map(|(_, c)| c)
}

/// Compares the whole, each discipline and each dimension, by id, in the later questionnaire's order.
/// Parts that share nothing, or of which too little is known in one of the states, are left out.
#[must_use]
pub fn changes<'a>(before: Side<'a>, after: Side<'a>) -> Vec<(&'a str, Change)> {
    let ((q1, a1), (q2, a2)) = (before, after);
    let common = common(before, after);
    let (plan1, plan2) = (Plan::of(q1, a1), Plan::of(q2, a2));
    let whole = |plan: &Plan, a: &Assessment| plan.numbers(&plan.marks(a));
    let (before, after) = (whole(&plan1, a1), whole(&plan2, a2));
    let (all1, all2) = (Plan::new(q1, None), Plan::new(q2, None));
    let over_common = |plan: &Plan, a: &Assessment| {
        let marks = plan.rows.iter().map(|r| {
            // What is not common leaves the sums, as what does not apply does.
            if common.has(&r.practice.id) {
                Mark::of(a.answer(&r.practice.id))
            } else {
                Mark::NotApplicable
            }
        });
        plan.numbers(&marks.collect::<Vec<_>>())
    };
    let (old, moved, new) = (
        over_common(&all1, a1),
        over_common(&all2, a1),
        over_common(&all2, a2),
    );
    let own = |id: &str| all2.practices_of(id).filter(|p| common.has(*p)).count();
    let compare = |id: &'a str| {
        let (before, after) = (plan1.outcome(&before, id)?, plan2.outcome(&after, id)?);
        let (old, moved) = (all1.outcome(&old, id)?.part, all2.outcome(&moved, id)?.part);
        let new = all2.outcome(&new, id)?.part;
        let width = |part: Part| part.interval.map_or(0.0, |(low, high)| high - low);
        let responses = new.value? - moved.value?;
        let widest = width(old).max(width(new));
        let (before, after) = (before.reading().value()?, after.reading().value()?);
        let change = Change {
            common: own(id),
            before,
            after,
            responses,
            scope: (old.value? - before) + (after - new.value?),
            questionnaire: moved.value? - old.value?,
            is_noise: !is_none(responses) && responses.abs() < widest,
        };
        Some((id, change))
    };
    let disciplines = q2.disciplines.iter().map(|d| d.id.as_str());
    let dimensions = q2.dimensions.iter().map(|d| d.id.as_str());
    let ids = ["overall"].into_iter().chain(disciplines).chain(dimensions);
    ids.filter_map(compare).collect()
}

/// The practices that have another answer, in the later questionnaire's order. What one of the two
/// did not ask, it did not answer.
#[must_use]
pub fn moved<'a>(before: Side<'a>, after: Side<'a>) -> Vec<Moved<'a>> {
    fn answer<'a>((q, a): Side<'a>, id: &PracticeId) -> Option<&'a Answer> {
        let asked = q.practice(id).filter(|p| a.asks(q, p))?;
        a.answer(&asked.id)
    }
    let all = after.0.practices.iter().map(|p| Moved {
        practice: &p.id,
        before: answer(before, &p.id),
        after: answer(after, &p.id),
    });
    all.filter(|m| m.before != m.after).collect()
}

/// The practices that both states ask, that apply to both, and that have a level in both.
fn common((q1, a1): Side, (q2, a2): Side) -> Set<PracticeId> {
    let levelled = |a: &Assessment, id: &PracticeId| Mark::of(a.answer(id)).level().is_some();
    let in_second = |id: &PracticeId| q2.practice(id).is_some_and(|p| a2.asks(q2, p));
    a1.asked(q1)
        .map(|p| p.id.clone())
        .filter(|id| in_second(id) && levelled(a1, id) && levelled(a2, id))
        .collect()
}

impl Plan<'_> {
    /// A part's numbers: the whole, a discipline's or a dimension's.
    fn outcome<'n>(&self, numbers: &'n Numbers, id: &str) -> Option<&'n PartNumbers> {
        let of = |nodes: &[Node]| nodes.iter().position(|n| n.id == id);
        if id == "overall" {
            return Some(&numbers.overall);
        }
        match of(&self.disciplines) {
            Some(at) => numbers.disciplines.get(at),
            None => numbers.dimensions.get(of(&self.dimensions)?),
        }
    }

    /// The practices of a part.
    fn practices_of(&self, id: &str) -> impl Iterator<Item = &PracticeId> {
        let mut nodes = self.disciplines.iter().chain(&self.dimensions);
        let own = nodes.find(|n| n.id == id).map(|n| n.rows.clone());
        let rows = &self.rows[own.unwrap_or(0..self.rows.len())];
        rows.iter().map(|row| &row.practice.id)
    }
}
