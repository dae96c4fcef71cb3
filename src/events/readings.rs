//! From events to the reading of a metric.

mod basis;
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

pub use basis::Basis;

use super::event::{Events, Key};
use super::period::{Week, bars};
use super::reading::{NoReading, Options, Reading, Wanted, Why};

/// How a metric follows from events.
type Compute = fn(&Basis) -> Result<Reading, NoReading>;

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
    Basis::of(events, options).compute(metric)
}

impl Basis<'_> {
    /// The reading of a metric by its id in the questionnaire, over the days that are wanted.
    ///
    /// # Errors
    ///
    /// There is no number, and why.
    pub fn compute(&self, metric: &str) -> Result<Reading, NoReading> {
        match METRICS.iter().find(|(id, _)| *id == metric) {
            Some((_, compute)) => compute(self),
            None => self.draft().none(Why::NotFromEvents, None),
        }
    }

    /// The metric over the last weeks, so many each: what differs a lot is mostly noise.
    pub fn over(&mut self, metric: &str, weeks: &[u32]) -> Vec<Result<Reading, NoReading>> {
        let before = self.wanted;
        let mut found = Vec::with_capacity(weeks.len());
        for weeks in weeks {
            self.wanted = Wanted::Weeks(*weeks);
            found.push(self.compute(metric));
        }
        self.wanted = before;
        found
    }

    /// Every metric that these events give a number for, with the rule that tells its depth.
    #[must_use]
    pub fn which(&self) -> Vec<Reading> {
        let each = METRICS.iter();
        each.filter_map(|(_, compute)| compute(self).ok()).collect()
    }

    /// A bar a week: how many deployments reached production.
    #[must_use]
    pub fn weeks(&self) -> Vec<Week> {
        let moments: Vec<_> = self.shipped.order.iter().map(|(at, _)| *at).collect();
        let span = self.shipped.span;
        span.map_or_else(Vec::new, |span| bars(&self.options.zone, span, &moments))
    }

    /// The services that deployments to production are of, each with how many it has, most first.
    #[must_use]
    pub fn services(&self) -> &[(Key, u32)] {
        &self.shipped.services
    }
}
