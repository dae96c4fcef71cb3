//! From events to the reading of a metric.

mod basis;
mod cases;
mod choose;
mod deployments;
mod failures;
mod identities;
mod incidents;
mod index;
mod lead_time;
mod left;
mod links;
mod marks;
mod moments;
mod names;
mod neighbours;
mod objectives;
mod order;
mod others;
mod outs;
mod recovery;
mod scores;
mod shares;
mod shipped;
mod sift;
mod spells;
mod statistics;
mod straight;
mod working;

pub use basis::Basis;

use super::event::Key;
use super::period::{Week, bars};
use super::reading::{Doubt, NoReading, Other, Reading, Wanted, Why};

/// How a metric follows from events.
type Compute = fn(&Basis) -> Result<Reading, NoReading>;

/// The metrics that follow from events, by their ids in the questionnaire.
const METRICS: [(&str, Compute); 25] = [
    ("deployment-frequency", deployments::frequency),
    ("change-lead-time", lead_time::lead_time),
    ("change-fail-rate", deployments::fail_rate),
    ("failed-deployment-recovery-time", recovery::recovery),
    ("deployment-rework-rate", deployments::rework),
    ("review-wait", spells::reviews),
    ("ci-feedback-time", spells::pipelines),
    ("slo-coverage", marks::coverage),
    ("slo-attainment", objectives::attainment),
    ("pages-per-shift", incidents::per_shift),
    ("alert-precision", incidents::precision),
    ("incidents-found-first", incidents::found_first),
    ("postmortem-actions-done", marks::actions),
    ("time-to-detect", incidents::detect),
    ("time-to-mitigate", incidents::mitigate),
    ("platform-adoption", marks::adoption),
    ("new-service-adoption", marks::new_services),
    ("platform-ease", scores::ease),
    ("developer-satisfaction-score", scores::promoters),
    ("time-to-onboard", spells::onboarding),
    ("new-service-lead-time", spells::new_service),
    ("self-service-share", marks::self_service),
    ("platform-request-wait", spells::requests),
    ("supported-versions", marks::supported),
    ("joint-reviews", marks::reviews),
];

impl Basis<'_> {
    /// The reading of a metric by its id in the questionnaire, over the days that are wanted.
    ///
    /// # Errors
    ///
    /// There is no number, and why.
    pub fn compute(&self, metric: &str) -> Result<Reading, NoReading> {
        match METRICS.iter().find(|(id, _)| *id == metric) {
            Some((_, compute)) => bounded(compute(self)?),
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

    /// What other tools would say of the same rows and days, for the five DORA metrics.
    #[must_use]
    pub fn others(&self, reading: &Reading) -> Vec<Other> {
        others::others(self, reading)
    }

    /// A bar a week: how many deployments reached production.
    #[must_use]
    pub fn weeks(&self) -> Vec<Week> {
        self.weeks_of(METRICS[0].0)
    }

    /// A bar a week of what a metric counts: deployments, changes by when they were out, incidents by when
    /// they began, and so on. Empty where nothing has a date.
    #[must_use]
    pub fn weeks_of(&self, metric: &str) -> Vec<Week> {
        let moments = moments::moments(self, metric);
        let of_deployments = self.shipped.span.filter(|_| metric == METRICS[0].0);
        let Some(span) = of_deployments.or(moments.span()) else {
            return Vec::new();
        };
        let whole = self.draft().covered(Some(span), true);
        bars(&self.options.zone, span, whole, &|end| moments.before(end))
    }

    /// The services that deployments to production are of, each with how many it has, most first.
    #[must_use]
    pub fn services(&self) -> &[(Key, u32)] {
        &self.shipped.services
    }
}

/// A number, unless all that is known of it is that it is 0 or more: that holds of any.
fn bounded(reading: Reading) -> Result<Reading, NoReading> {
    if !reading.at_least || reading.value != 0.0 {
        return Ok(reading);
    }
    let mut doubts = reading.doubts.iter();
    let open = doubts.find_map(|doubt| match doubt {
        Doubt::OpenCounted { n } => Some(*n),
        _ => None,
    });
    Err(NoReading {
        why: open.map_or(Why::MergedAtOnce, |n| Why::OnlyOpen { n }),
        period: reading.period,
        left_out: reading.left_out,
    })
}
