//! What is to be scored, laid out once, so that many answers to it can be scored quickly: for the
//! scorecard, for what-if, and for thousands of perturbed copies. There is no other arithmetic.

use super::part::{Mark, Part, Standing, level_reached};
use crate::model::{Assessment, Level, Practice, Questionnaire, Scope};
use std::ops::Range;

/// The practices in scope, grouped by dimension and discipline, with their weights.
#[derive(Debug, Clone)]
pub struct Plan<'q> {
    /// The practices, one row each.
    pub rows: Vec<Row<'q>>,
    /// The dimensions that have a row; `inner` are rows.
    pub dimensions: Vec<Node<'q>>,
    /// The chosen disciplines; `inner` are dimensions.
    pub disciplines: Vec<Node<'q>>,
}

/// One practice in scope.
#[derive(Debug, Clone)]
pub struct Row<'q> {
    /// Which practice.
    pub practice: &'q Practice,
    /// Its weight in its dimension.
    pub weight: f64,
}

/// A dimension or a discipline.
#[derive(Debug, Clone)]
pub struct Node<'q> {
    /// Its id.
    pub id: &'q str,
    /// Its weight in what it belongs to.
    pub weight: f64,
    /// What it is the mean of.
    pub inner: Range<usize>,
    /// All rows below it.
    pub rows: Range<usize>,
}

/// The numbers of one part.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct PartNumbers {
    /// Value, interval and coverage.
    pub part: Part,
    /// The staged level reached.
    pub level: Option<Level>,
}

/// The numbers of all parts, in the plan's order.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Numbers {
    /// The whole.
    pub overall: PartNumbers,
    /// Each discipline.
    pub disciplines: Vec<PartNumbers>,
    /// Each dimension.
    pub dimensions: Vec<PartNumbers>,
}

/// A weight as it counts: one that the validator would refuse counts as 1, so that no input makes
/// a number that is none.
fn sane(weight: f64) -> f64 {
    if (1e-6..=1e6).contains(&weight) {
        weight
    } else {
        1.0
    }
}

impl<'q> Plan<'q> {
    /// The plan for a scope; without one, everything is in it.
    #[must_use]
    pub fn new(q: &'q Questionnaire, scope: Option<&Scope>) -> Self {
        let asked = |p: &Practice| scope.is_none_or(|s| s.includes(q, p));
        let mut plan = Self {
            rows: Vec::new(),
            dimensions: Vec::new(),
            disciplines: Vec::new(),
        };
        let chosen = q.disciplines.iter();
        for d in chosen.filter(|d| scope.is_none_or(|s| s.disciplines.has(&d.id))) {
            let (dimensions, rows) = (plan.dimensions.len(), plan.rows.len());
            for dimension in q.dimensions.iter().filter(|x| x.discipline == d.id) {
                let first = plan.rows.len();
                let practices = q.practices.iter().filter(|p| p.dimension == dimension.id);
                plan.rows
                    .extend(practices.filter(|p| asked(p)).map(|practice| Row {
                        practice,
                        weight: sane(practice.weight),
                    }));
                if plan.rows.len() > first {
                    plan.dimensions.push(Node {
                        id: dimension.id.as_str(),
                        weight: sane(dimension.weight),
                        inner: first..plan.rows.len(),
                        rows: first..plan.rows.len(),
                    });
                }
            }
            plan.disciplines.push(Node {
                id: d.id.as_str(),
                weight: sane(d.weight),
                inner: dimensions..plan.dimensions.len(),
                rows: rows..plan.rows.len(),
            });
        }
        plan
    }

    /// The plan for what an assessment asks.
    #[must_use]
    pub fn of(q: &'q Questionnaire, assessment: &Assessment) -> Self {
        Self::new(q, assessment.scope.value.as_ref())
    }

    /// An assessment's answers, one mark a row.
    #[must_use]
    pub fn marks(&self, assessment: &Assessment) -> Vec<Mark> {
        let rows = self.rows.iter();
        rows.map(|r| Mark::of(assessment.answer(&r.practice.id)))
            .collect()
    }

    /// Room for the numbers.
    #[must_use]
    pub fn room(&self) -> Numbers {
        Numbers {
            overall: PartNumbers::default(),
            disciplines: vec![PartNumbers::default(); self.disciplines.len()],
            dimensions: vec![PartNumbers::default(); self.dimensions.len()],
        }
    }

    /// Scores `marks`, one a row; a row without a mark is open. Allocates nothing in `room` made by
    /// [`room`](Self::room).
    pub fn fill(&self, marks: &[Mark], room: &mut Numbers) {
        for (node, outcome) in self.dimensions.iter().zip(&mut room.dimensions) {
            let rows = node.inner.clone();
            let parts = rows.map(|i| (self.rows[i].weight, mark(marks, i).part()));
            outcome.part = Part::mean(parts);
            outcome.level = level_reached(self.standings(marks, &node.rows));
        }
        for (node, outcome) in self.disciplines.iter().zip(&mut room.disciplines) {
            let inner = node.inner.clone();
            let parts = inner.map(|i| (self.dimensions[i].weight, room.dimensions[i].part));
            outcome.part = Part::mean(parts);
            outcome.level = level_reached(self.standings(marks, &node.rows));
        }
        let weights = self.disciplines.iter().map(|d| d.weight);
        let parts = weights.zip(room.disciplines.iter().map(|o| o.part));
        room.overall.part = Part::mean(parts);
        room.overall.level = level_reached(self.standings(marks, &(0..self.rows.len())));
    }

    /// Scores one set of answers.
    #[must_use]
    pub fn numbers(&self, marks: &[Mark]) -> Numbers {
        let mut room = self.room();
        self.fill(marks, &mut room);
        room
    }

    /// Scores many sets of answers that lie one after the other, and shows each to `look`.
    pub fn score_many(&self, marks: &[Mark], mut look: impl FnMut(usize, &Numbers)) {
        let mut room = self.room();
        for (i, one) in marks.chunks_exact(self.rows.len().max(1)).enumerate() {
            self.fill(one, &mut room);
            look(i, &room);
        }
    }

    /// What would follow if the rows in `changes` were answered so. Without changes it is what is.
    #[must_use]
    pub fn what_if(&self, marks: &[Mark], changes: &[(usize, Mark)]) -> Numbers {
        let mut marks = marks.to_vec();
        for &(row, change) in changes {
            if let Some(mark) = marks.get_mut(row) {
                *mark = change;
            }
        }
        self.numbers(&marks)
    }

    /// Where the applicable practices of some rows stand.
    pub fn standings<'a>(
        &'a self,
        marks: &'a [Mark],
        rows: &Range<usize>,
    ) -> impl Iterator<Item = Standing> + Clone + 'a {
        rows.clone().filter_map(move |i| {
            let (row, mark) = (&self.rows[i], mark(marks, i));
            (mark != Mark::NotApplicable).then(|| Standing {
                weight: row.weight,
                key: row.practice.key,
                level: mark.level(),
            })
        })
    }
}

fn mark(marks: &[Mark], row: usize) -> Mark {
    marks.get(row).copied().unwrap_or(Mark::Open)
}
