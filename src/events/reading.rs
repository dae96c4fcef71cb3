//! The measurement that follows from events: a number, and all that one needs to believe it.

mod doubt;
mod options;
mod other;
mod reason;
mod rule;

pub use doubt::Doubt;
pub use options::{Blame, Clues, LeadFrom, Options, RecoveryFrom, Wanted, WorkingHours};
pub use other::{Because, Other, Who};
pub use reason::{LeftOut, NoReading, Reason, Why};
pub use rule::{Failures, Rule};

use super::event::At;
use super::period::Period;

/// The value of one metric, with the cases it is made of, the rule, and what was left out and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Which metric, by its id in the questionnaire.
    pub metric: &'static str,
    /// The value, in the metric's unit.
    pub value: f64,
    /// How many cases: of a share those that count (*12* of 87), otherwise all.
    pub n: u32,
    /// Of a share: how many there are in all (12 of *87*).
    pub of: Option<u32>,
    /// Which days. `None` where the rows have no dates, or it is about the state on one day.
    pub period: Option<Period>,
    /// By which rule.
    pub rule: Rule,
    /// Between which values it may well lie.
    pub range: Option<Range>,
    /// Whether the true value is this or more: what goes on has lasted at least so long, what marks
    /// failures may have missed some.
    pub at_least: bool,
    /// The two values in the middle, where a few cases are even in number and the two differ: each could
    /// be called the median.
    pub middle: Option<(f64, f64)>,
    /// Of a share: the rows that count (the twelve). Otherwise empty.
    pub counted: Vec<At>,
    /// The rows of all cases (the 87), in order of time; of a median in order of their values.
    pub all: Vec<At>,
    /// Of a median: the value of each row of `all`, in the metric's unit.
    pub values: Vec<f64>,
    /// The rows that are no case, by reason.
    pub left_out: Vec<LeftOut>,
    /// What is worth a note beside the value.
    pub beside: Vec<(Beside, f64)>,
    /// What makes the value doubtful.
    pub doubts: Vec<Doubt>,
}

/// Between which values the true one may well lie, 95 times of 100.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Range {
    /// The lower end, in the metric's unit.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// How it was found.
    pub by: RangeBy,
}

/// How a range was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeBy {
    /// Of a median: two of the values themselves, by how likely it is that so many lie on one side.
    /// <https://www.itl.nist.gov/div898/software/dataplot/refman1/auxillar/mediancl.htm>
    OrderStatistics,
    /// Of a share: Wilson's interval, which stays within 0 and 100.
    /// <https://www.itl.nist.gov/div898/handbook/prc/section2/prc241.htm>
    Wilson,
    /// Of a score: 1.96 standard errors to each side.
    Normal,
}

/// What is worth a note beside the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Days on which something was deployed: Four Keys and `DevLake` count these.
    DaysWithDeployments,
    /// The value that nine of ten do not exceed, in the metric's unit.
    Percentile90,
    /// The longest, in the metric's unit.
    Longest,
    /// How long the oldest that is still open has waited, in the metric's unit.
    OldestOpen,
    /// The median from the start until a human took it up, in minutes.
    Acknowledged,
    /// Nights (10 pm to 6 am, in the zone) in which somebody was paged.
    Nights,
    /// The mean of what is left of the error budgets, in percent; below 0 where they are overspent.
    BudgetLeft,
    /// The lowest budget that is left, in percent.
    LowestBudget,
    /// How many objectives there are.
    Objectives,
    /// How many were still open.
    Open,
    /// How many had no date.
    WithoutDate,
}
