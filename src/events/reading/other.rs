//! What other tools would say of the same rows.

/// What another tool would say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Other {
    /// Who.
    pub who: Who,
    /// The value, in the metric's unit; where `because` counts days, days with deployments a week.
    pub value: f64,
    /// What is different.
    pub because: Because,
}

/// Who defines a metric otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// <https://github.com/dora-team/fourkeys/blob/main/METRICS.md>
    FourKeys,
    /// <https://devlake.apache.org/docs/DORA/>
    DevLake,
    /// <https://docs.gitlab.com/user/analytics/dora_metrics/>
    GitLab,
    /// <https://docs.datadoghq.com/dora_metrics/calculation/>
    Datadog,
    /// <https://octopus.com/docs/insights/metrics>
    Octopus,
    /// <https://help.sleuth.io/accelerate-metrics>
    Sleuth,
    /// <https://help.swarmia.com/automatic-change-failure-detection>
    Swarmia,
    /// <https://linearb.helpdocs.io/>
    LinearB,
    /// <https://support.usehaystack.io/>
    Haystack,
    /// The guide: <https://dora.dev/guides/dora-metrics/>
    Dora,
}

/// What is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Because {
    /// The median over weeks, from Sunday and in UTC, of the *days* on which something was deployed.
    DaysFromSunday,
    /// The lower median over weeks, from Monday, of the *days* on which something was deployed.
    DaysFromMonday,
    /// Where two are in the middle, the lower one.
    LowerMedian,
    /// From the merge, not from the commit; and the median of the medians of each day.
    FromMergeByDay,
    /// The changes of each deployment are averaged first; then the median over deployments.
    AveragesOfDeployments,
    /// Incidents, not failed deployments, divided by deployments: may be above 100 %.
    Incidents,
    /// Each incident counts against the last deployment before it, however long ago.
    LastBefore,
    /// Each deployment within the span of an incident has failed.
    WithinIncidents,
    /// Pipelines that failed, although nothing reached users, of all pipelines.
    FailedPipelines,
    /// Rollbacks are no deployments: they are taken out of all.
    WithoutRollbacks,
    /// Only rollbacks and reverts mark a failure.
    RollbacksAndReverts,
    /// From the incident's start to its end, in whole hours; what is open vanishes.
    WholeHours,
    /// From when the deployment was out, what is open vanishes, and of two in the middle the lower one.
    ClosedFromDeployment,
    /// The mean, which few long ones pull up; what is open vanishes.
    Mean,
    /// From a failed pipeline to the next one that succeeded: the mean.
    PipelineToSuccess,
    /// Only what is called a hotfix.
    Hotfixes,
    /// Only what repaired a deployment that failed.
    Repairs,
}
