//! The bare numbers of every part, as the arithmetic has them: what is withheld on the screen too.

use plumbline::model::{Assessment, Level, Questionnaire};
use plumbline::scoring::{Node, PartNumbers, Plan};

/// The bare numbers of one part.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    pub id: String,
    pub value: Option<f64>,
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub coverage: Option<f64>,
    pub level: Option<Level>,
}

/// Those of every part.
#[derive(Debug, Clone, PartialEq)]
pub struct Scores {
    pub overall: Score,
    pub disciplines: Vec<Score>,
    pub dimensions: Vec<Score>,
}

impl Scores {
    pub fn all(&self) -> impl Iterator<Item = &Score> {
        let parts = self.dimensions.iter().chain(&self.disciplines);
        parts.chain([&self.overall])
    }
}

pub fn score(q: &Questionnaire, a: &Assessment) -> Scores {
    let plan = Plan::of(q, a);
    let numbers = plan.numbers(&plan.marks(a));
    let one = |id: &str, outcome: &PartNumbers| Score {
        id: id.to_owned(),
        value: outcome.part.value,
        low: outcome.part.interval.map(|(low, _)| low),
        high: outcome.part.interval.map(|(_, high)| high),
        coverage: outcome.part.coverage,
        level: outcome.level,
    };
    let named = |nodes: &[Node], outcomes: &[PartNumbers]| {
        let both = nodes.iter().zip(outcomes);
        both.map(|(node, outcome)| one(node.id, outcome)).collect()
    };
    Scores {
        overall: one("overall", &numbers.overall),
        disciplines: named(&plan.disciplines, &numbers.disciplines),
        dimensions: named(&plan.dimensions, &numbers.dimensions),
    }
}
