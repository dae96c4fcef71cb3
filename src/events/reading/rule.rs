//! By which rule a value was found, with the numbers that belong to it.

use super::options::{Blame, LeadFrom};

/// By which rule a value was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// Deployments that reached production, divided by the weeks of the period.
    Frequency,
    /// The median over changes, from where it says until the first successful deployment that has it.
    LeadTime {
        /// From where it is counted. From the merge it is a lower bound.
        from: LeadFrom,
        /// How many have both moments in their own row.
        own_row: u32,
        /// How many were found in a deployment by their revision.
        by_revision: u32,
        /// How many belong to the first deployment that was out at or after them, since no deployment
        /// has their revision. Where the revision that was deployed is known as a change, a change
        /// that is younger than it is not in that deployment.
        by_time: u32,
    },
    /// Failed deployments of all deployments. Each counts once, however many incidents it had.
    FailRate {
        /// What marked the failures.
        failures: Failures,
        /// Whether rollbacks were taken out of all deployments.
        without_rollbacks: bool,
    },
    /// The median over failed deployments, from the harm until it was over.
    Recovery {
        /// What marked the failures.
        failures: Failures,
        /// How many count from the start of an incident that names the deployment; the others count
        /// from when the deployment was out.
        from_harm: u32,
        /// How many end where the deployment's own row says so.
        to_own_row: u32,
        /// How many end with their incident.
        to_incident: u32,
        /// How many end with the deployment that repaired it: the rollback, the revert, the next one.
        to_repair: u32,
        /// How many have an incident that began before they were out. They count from when they were out.
        began_before: u32,
        /// How many are still open, and count with their age so far.
        open: u32,
    },
    /// Unplanned deployments after an incident, of all deployments.
    Rework {
        /// Marked by a column.
        column: u32,
        /// A revision that had been there before, after another one.
        rollback: u32,
        /// By their words: hotfix, rollback, revert, roll-forward, incident.
        words: u32,
    },
    /// Incidents that paged somebody, divided by the shifts of the period.
    PagesPerShift {
        /// Hours of the period that somebody was on call.
        hours: u32,
        /// Hours of a shift.
        shift: u32,
    },
    /// The share of rows for which a column says yes.
    Column,
    /// The share of alerts that were acknowledged: nothing says whether they needed action.
    Acknowledged,
    /// The median from the start of the harm until somebody knew.
    Detect {
        /// How many count until a human took it up, since nothing says when it was noticed.
        to_acknowledged: u32,
    },
    /// The median from the start of the harm until users were served well again.
    Mitigate {
        /// How many end when the incident was closed, since nothing says when the harm was over.
        to_close: u32,
        /// How many are still open, and count with their age so far.
        open: u32,
    },
    /// The share of objectives that were met at their time. What could not be measured was missed.
    Objectives {
        /// How many could not be measured.
        unmeasured: u32,
    },
    /// The share of actions that were done by their date. Without a date, or still open, an action is not.
    ActionsDone,
    /// The median of clock hours.
    ClockHours {
        /// How many had no two moments, only a number of hours.
        as_they_stand: u32,
    },
    /// The value that nine of ten do not exceed, in clock minutes.
    Percentile90,
    /// The median of working hours.
    WorkingHours {
        /// How many had no two moments, only a number of hours, which were taken as they stand.
        as_they_stand: u32,
        /// How many are still open, and count with their age so far.
        open: u32,
    },
    /// The median of working days; the first day counts as 1.
    WorkingDays,
    /// Answers of 4 or 5 of all answers.
    FourOrFive,
    /// The percentage of 9s and 10s less the percentage of 0s to 6s.
    Promoters {
        /// 9s and 10s.
        promoters: u32,
        /// 0s to 6s.
        detractors: u32,
    },
}

/// What marked deployments as failed. Each failed deployment counts with the first that does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Failures {
    /// A column of its row says so.
    pub column: u32,
    /// An incident names it or its revision.
    pub link: u32,
    /// An earlier revision came back after it.
    pub rollback: u32,
    /// A change of it was reverted.
    pub revert: u32,
    /// The deployment after it says *rollback*, *revert*, *hotfix*, *roll-forward* or *incident*.
    pub words: u32,
    /// An incident began soon after it.
    pub window: u32,
    /// Whom a rollback blames.
    pub blame: Blame,
}
