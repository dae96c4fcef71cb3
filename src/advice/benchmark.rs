//! Published figures beside the team's own value. Never a percentile that nobody published.

use super::highest_first;
use crate::model::{Benchmark, Group, MetricId, Questionnaire};

/// One published benchmark and the groups whose figures a value lies within.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside<'q> {
    /// The benchmark.
    pub benchmark: &'q Benchmark,
    /// Groups whose range holds the value, ends included. Ranges of one report may overlap, touch,
    /// or leave gaps, so these may be several or none.
    pub groups: Vec<&'q Group>,
}

/// The benchmarks of a metric that give ranges, latest year first.
#[must_use]
pub fn benchmarks<'q>(q: &'q Questionnaire, metric: &MetricId, value: f64) -> Vec<Beside<'q>> {
    let own = q.benchmarks.iter().filter(|b| b.metric == *metric);
    let with_ranges = own.filter(|b| b.groups.iter().any(|g| g.range.is_some()));
    let holds = |g: &&Group| {
        g.range
            .is_some_and(|[low, high]| low <= value && value <= high)
    };
    let mut beside: Vec<_> = with_ranges
        .map(|benchmark| Beside {
            benchmark,
            groups: benchmark.groups.iter().filter(holds).collect(),
        })
        .collect();
    highest_first(&mut beside, |b| b.benchmark.year.into());
    beside
}
