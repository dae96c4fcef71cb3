//! Published figures beside the team's own value. Never a percentile that nobody published.

use super::highest_first;
use crate::model::published::{ByPeers, SCALE};
use crate::model::{
    Answers, Assessment, Benchmark, Fact, Group, Metric, Peers, Questionnaire, Series, Spread,
};

/// The groups of one report that a value lies in.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside<'q> {
    /// The report.
    pub benchmark: &'q Benchmark,
    /// Groups whose range holds the value, ends included. Ranges of one report may overlap, touch,
    /// or leave gaps, so these may be several or none.
    pub groups: Vec<&'q Group>,
}

/// A mean beside a team's own value, both on one scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Average<'q> {
    /// The series that it is of.
    pub series: &'q Series,
    /// The year in which it was published.
    pub year: u16,
    /// Whose mean it is; `None` for everyone who answered.
    pub peers: Option<&'q Peers>,
    /// The mean, on the scale of the series.
    pub spread: Spread,
    /// The mean in words.
    pub reading: InWords<'q>,
    /// The team's own value on the same scale.
    pub own: f64,
    /// The answer that the team would have chosen, where the scale is one of answers.
    pub answer: Option<&'q str>,
}

/// A mean in words.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum InWords<'q> {
    /// In the metric's own unit.
    Value(f64),
    /// It stands where this answer does.
    At(&'q str),
    /// It stands between two answers that follow each other, the worse first.
    Between(&'q str, &'q str),
}

/// What is published about one metric, beside a team's own value. Everything the latest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison<'q> {
    /// The reports whose groups have ranges of the metric.
    pub groups: Vec<Beside<'q>>,
    /// The means of everyone.
    pub everyone: Vec<Average<'q>>,
    /// The means of the team's industry, where it said it and they are published.
    pub industry: Vec<Average<'q>>,
    /// The same for the size of its organisation.
    pub size: Vec<Average<'q>>,
}

/// Puts what is published about a metric beside a team's value.
#[must_use]
pub fn comparison<'q>(
    q: &'q Questionnaire,
    a: &Assessment,
    metric: &'q Metric,
    value: f64,
) -> Comparison<'q> {
    let value = as_answered(metric, value);
    let published = &q.published;
    let of = |peers: &'q [Peers], fact| {
        let said = a.fact(fact);
        peers.iter().find(|p| p.id.as_str() == said)
    };
    let industry = of(&published.industries, Fact::Industry);
    let size = of(&published.sizes, Fact::Size);
    let mut found = Comparison {
        groups: groups(q, metric, value),
        everyone: Vec::new(),
        industry: Vec::new(),
        size: Vec::new(),
    };
    for series in published.series.iter().filter(|s| s.metric == metric.id) {
        let answers = series.answers.as_ref().and_then(|id| published.scale(id));
        for mean in series.means.iter().rev() {
            let put = |line: &mut Vec<_>, peers, spread: Option<Spread>| {
                let one = |spread| average(series, answers, mean.year, (peers, spread), value);
                line.extend(spread.map(one));
            };
            put(&mut found.everyone, None, Some(mean.all));
            put(
                &mut found.industry,
                industry,
                of_peers(&mean.industries, industry),
            );
            put(&mut found.size, size, of_peers(&mean.sizes, size));
        }
    }
    for line in [&mut found.everyone, &mut found.industry, &mut found.size] {
        highest_first(line, |a| a.year.into());
    }
    found
}

fn of_peers(by: &ByPeers, peers: Option<&Peers>) -> Option<Spread> {
    by.get(&peers?.id).copied()
}

/// Respondents gave whole percentages: between 15 and 16 % there was no answer.
fn as_answered(metric: &Metric, value: f64) -> f64 {
    match metric.unit.as_str() {
        "%" => value.round(),
        _ => value,
    }
}

fn groups<'q>(q: &'q Questionnaire, metric: &Metric, value: f64) -> Vec<Beside<'q>> {
    let mut found = Vec::new();
    for benchmark in &q.published.benchmarks {
        let row = benchmark.rows.iter().find(|row| row.metric == metric.id);
        // Where a report gives one number a group, no value lies in any.
        let with_ranges = row.filter(|row| row.of.iter().any(|c| c.range[0] < c.range[1]));
        if let Some(row) = with_ranges {
            let cells = benchmark.groups.iter().zip(&row.of);
            let holds = cells.filter(|(_, cell)| {
                let [low, high] = cell.range;
                low <= value && value <= high
            });
            found.push(Beside {
                benchmark,
                groups: holds.map(|(group, _)| group).collect(),
            });
        }
    }
    highest_first(&mut found, |b| b.benchmark.year.into());
    found
}

fn average<'q>(
    series: &'q Series,
    answers: Option<&'q Answers>,
    year: u16,
    (peers, spread): (Option<&'q Peers>, Spread),
    value: f64,
) -> Average<'q> {
    let answer = answers.map(|answers| answer_of(answers, value));
    let own = answers.zip(answer);
    Average {
        series,
        year,
        peers,
        spread,
        reading: match answers {
            Some(answers) => reading(answers, spread.mean),
            None => InWords::Value(spread.mean),
        },
        own: own.map_or(value, |(answers, answer)| place(answers, answer)),
        answer: own.and_then(|(answers, answer)| answers.texts.get(answer).map(String::as_str)),
    }
}

/// The answer that somebody with this value would have chosen, counted from the worst. A value on
/// an edge counts as the better answer, as it does in the bands of a metric.
#[must_use]
pub fn answer_of(answers: &Answers, value: f64) -> usize {
    let is_less_better = answers.edges.first() > answers.edges.last();
    let passed = answers.edges.iter().filter(|&&edge| match is_less_better {
        true => value <= edge,
        false => value >= edge,
    });
    passed.count()
}

/// Where an answer stands on the scale from 0 to [`SCALE`].
#[must_use]
pub fn place(answers: &Answers, answer: usize) -> f64 {
    answer as f64 * SCALE / answers.edges.len() as f64
}

/// A mean on the scale of answers in words.
#[must_use]
pub fn reading(answers: &Answers, mean: f64) -> InWords<'_> {
    let text = |answer: usize| answers.texts.get(answer).map_or("", String::as_str);
    let above = (0..answers.edges.len())
        .find(|answer| place(answers, *answer) >= mean)
        .unwrap_or(answers.edges.len());
    if above == 0 || place(answers, above) <= mean {
        InWords::At(text(above))
    } else {
        InWords::Between(text(above - 1), text(above))
    }
}
