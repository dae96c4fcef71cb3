//! From events to the reading of a metric.

mod cases;
mod choose;
mod deployments;
mod failures;
mod index;
mod lead_time;
mod left;
mod links;
mod names;
mod recovery;
mod shipped;
mod statistics;

use super::event::{Events, Key};
use super::period::{Week, bars};
use super::reading::{NoReading, Options, Reading, Wanted, Why};

/// How a metric follows from events.
type Compute = fn(&Events, &Options) -> Result<Reading, NoReading>;

/// The metrics that follow from events, by their ids in the questionnaire.
const METRICS: [(&str, Compute); 5] = [
    ("deployment-frequency", deployments::frequency),
    ("change-lead-time", lead_time::lead_time),
    ("change-fail-rate", deployments::fail_rate),
    ("failed-deployment-recovery-time", recovery::recovery),
    ("deployment-rework-rate", deployments::rework),
];

/// The reading of a metric by its id in the questionnaire.
///
/// # Errors
///
/// There is no number, and why.
pub fn compute(metric: &str, events: &Events, options: &Options) -> Result<Reading, NoReading> {
    match METRICS.iter().find(|(id, _)| *id == metric) {
        Some((_, compute)) => compute(events, options),
        None => Err(NoReading {
            why: Why::NotFromEvents,
            period: None,
            left_out: Vec::new(),
        }),
    }
}

/// What each metric comes to, by its id.
#[must_use]
pub fn all(events: &Events, options: &Options) -> Vec<(&'static str, Result<Reading, NoReading>)> {
    let each = METRICS.iter();
    each.map(|(id, compute)| (*id, compute(events, options)))
        .collect()
}

/// The metric over the last weeks, so many each: what differs a lot is mostly noise.
#[must_use]
pub fn over(
    metric: &str,
    events: &Events,
    options: &Options,
    weeks: &[u32],
) -> Vec<(u32, Result<Reading, NoReading>)> {
    let mut options = options.clone();
    let each = weeks.iter().map(|weeks| {
        options.wanted = Wanted::Weeks(*weeks);
        (*weeks, compute(metric, events, &options))
    });
    each.collect()
}

/// The metrics that these events give a number for, all that the files cover, with the rule that tells the
/// depth.
#[must_use]
pub fn which(events: &Events, options: &Options) -> Vec<Reading> {
    let mut options = options.clone();
    options.wanted = Wanted::All;
    let each = METRICS.iter();
    each.filter_map(|(_, compute)| compute(events, &options).ok())
        .collect()
}

/// A bar a week: how many deployments reached production.
#[must_use]
pub fn weeks(events: &Events, options: &Options) -> Vec<Week> {
    let mut left = left::Left::default();
    let shipped = shipped::Shipped::of(&events.deployments, options, &mut left);
    let moments: Vec<_> = shipped.order.iter().map(|(at, _)| *at).collect();
    let span = shipped.span;
    span.map_or_else(Vec::new, |span| bars(&options.zone, span, &moments))
}

/// The services that production deployments are of, each with how many it has, most first.
#[must_use]
pub fn services(events: &Events, options: &Options) -> Vec<(Key, u32)> {
    let mut left = left::Left::default();
    let shipped = shipped::Shipped::of(&events.deployments, options, &mut left);
    shipped.services()
}
