//! What other tools would say of the same rows, and why.

use crate::events::reading::{Because, Other, Who};
use crate::words::Words;

impl Words {
    /// What another tool would say, with the amount in the metric's unit.
    pub fn other_says(&self, other: &Other, amount: &str) -> String {
        format!(
            "{} would say {amount}: {}.",
            who(other.who),
            because(other.because)
        )
    }

    /// Whether another tool counts days, and not what the metric's unit says.
    pub fn counts_days(&self, other: &Other) -> bool {
        matches!(
            other.because,
            Because::DaysFromSunday | Because::DaysFromMonday
        )
    }
}

fn who(who: Who) -> &'static str {
    match who {
        Who::FourKeys => "Four Keys",
        Who::DevLake => "DevLake",
        Who::GitLab => "GitLab",
        Who::Datadog => "Datadog",
        Who::Octopus => "Octopus",
        Who::Sleuth => "Sleuth",
        Who::Swarmia => "Swarmia",
        Who::LinearB => "LinearB",
        Who::Haystack => "Haystack",
        Who::Dora => "DORA’s guide",
    }
}

fn because(because: Because) -> &'static str {
    match because {
        Because::DaysFromSunday => {
            "it takes the median over weeks, from Sunday and in UTC, of the days with a deployment"
        }
        Because::DaysFromMonday => {
            "it takes the lower median over weeks, from Monday, of the days with a deployment"
        }
        Because::LowerMedian => "of two in the middle it takes the lower",
        Because::FromMergeByDay => {
            "it counts from the merge and takes the median of each day’s medians"
        }
        Because::AveragesOfDeployments => "it averages the changes of each deployment first",
        Because::Incidents => "it divides incidents, not failed deployments, so it can pass 100 %",
        Because::LastBefore => {
            "each incident counts against the last deployment before it, however long ago"
        }
        Because::WithinIncidents => "each deployment during an incident counts as failed",
        Because::FailedPipelines => "it counts pipelines that failed, though nothing reached users",
        Because::WithoutRollbacks => "it takes rollbacks out of all deployments",
        Because::RollbacksAndReverts => "only rollbacks and reverts count as failures",
        Because::WholeHours => "it counts whole hours of the incident, and what is open vanishes",
        Because::ClosedFromDeployment => {
            "it counts from the deployment on, and what is open vanishes"
        }
        Because::Mean => "it takes the mean, which few long ones pull up",
        Because::PipelineToSuccess => {
            "it takes the mean from a failed pipeline to the next good one"
        }
        Because::Hotfixes => "it counts what is called a hotfix",
        Because::Repairs => "it counts what repaired a failed deployment",
    }
}
