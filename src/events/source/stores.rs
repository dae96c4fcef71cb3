//! Tables of other tools that measure: DevLake
//! (<https://devlake.apache.org/docs/DataModels/DevLakeDomainLayerSchema>), Four Keys
//! (<https://github.com/dora-team/fourkeys/tree/main/queries>), Faros.

use super::entry::{Refusal, Source};
use crate::events::mapping::{Quirk, Reads};
use crate::events::role::{Kind, Role};

/// A duration in seconds, and in minutes.
const SECONDS: Reads = Reads::Units(1000);
const MINUTES: Reads = Reads::Units(60_000);

/// The tables of other tools.
pub static SOURCES: [Source; 9] = [
    // One row for each commit; `created_at` is the row's time, `created_date` the deployment's.
    Source {
        id: "devlake-deployment-commits",
        name: "DevLake deployment commits",
        kind: Kind::Deployments,
        tells: &["cicd_scope_id", "commit_sha", "result", "created_date"],
        columns: &[
            (Role::Id, "cicd_deployment_id|cicd_pipeline_id|id"),
            (Role::Service, "cicd_scope_id"),
            (Role::Environment, "environment"),
            (Role::Environment, "original_environment"),
            (Role::Outcome, "result"),
            (Role::Outcome, "status"),
            (Role::Created, "created_date"),
            (Role::Started, "started_date"),
            (Role::Finished, "finished_date"),
            (Role::Took, "duration_sec"),
            (Role::Revision, "commit_sha"),
            (Role::Branch, "ref_name"),
            (Role::Title, "commit_msg|name"),
        ],
        reads: &[("duration_sec", SECONDS)],
        quirks: &[Quirk::Utc],
        ..Source::BARE
    },
    Source {
        id: "devlake-deployments",
        name: "DevLake deployments",
        kind: Kind::Deployments,
        tells: &["cicd_scope_id", "result", "created_date"],
        without: &["commit_sha"],
        columns: &[
            (Role::Id, "id"),
            (Role::Service, "cicd_scope_id"),
            (Role::Environment, "environment"),
            (Role::Environment, "original_environment"),
            (Role::Outcome, "result"),
            (Role::Outcome, "status"),
            (Role::Created, "created_date"),
            (Role::Started, "started_date"),
            (Role::Finished, "finished_date"),
            (Role::Took, "duration_sec"),
            (Role::Title, "name"),
        ],
        reads: &[("duration_sec", SECONDS)],
        quirks: &[Quirk::Utc],
        ..Source::BARE
    },
    Source {
        id: "devlake-incidents",
        name: "DevLake incidents",
        kind: Kind::Incidents,
        tells: &[
            "incident_key|issue_key",
            "created_date",
            "resolution_date",
            "lead_time_minutes",
        ],
        columns: &[
            (Role::Id, "id|incident_key|issue_key"),
            (Role::Title, "title"),
            (Role::Sort, "type"),
            (Role::Outcome, "status"),
            (Role::Created, "created_date"),
            (Role::Resolved, "resolution_date"),
            (Role::Took, "lead_time_minutes"),
            (Role::Service, "component|scope_id"),
            (Role::Cause, "deployment_id"),
        ],
        reads: &[("lead_time_minutes", MINUTES)],
        quirks: &[Quirk::Utc],
        ..Source::BARE
    },
    Source {
        id: "devlake-pulls",
        name: "DevLake pull request metrics",
        kind: Kind::Changes,
        tells: &[
            "pr_merged_date",
            "pr_deployed_date|pr_cycle_time",
            "first_commit_authored_date|pr_coding_time",
        ],
        columns: &[
            (Role::Id, "id"),
            (Role::Committed, "first_commit_authored_date"),
            (Role::Created, "pr_created_date"),
            (Role::Merged, "pr_merged_date"),
            (Role::Deployed, "pr_deployed_date"),
            (Role::Service, "project_name"),
        ],
        quirks: &[Quirk::Utc],
        ..Source::BARE
    },
    Source {
        id: "fourkeys-deployments",
        name: "Four Keys deployments",
        kind: Kind::Deployments,
        tells: &["deploy_id", "time_created", "main_commit|changes"],
        columns: &[
            (Role::Id, "deploy_id"),
            (Role::Finished, "time_created"),
            (Role::Revision, "main_commit"),
            (Role::Service, "source"),
        ],
        quirks: &[Quirk::Utc],
        ..Source::BARE
    },
    Source {
        id: "fourkeys-incidents",
        name: "Four Keys incidents",
        kind: Kind::Incidents,
        tells: &["incident_id", "time_created", "time_resolved"],
        columns: &[
            (Role::Id, "incident_id"),
            (Role::Created, "time_created"),
            (Role::Resolved, "time_resolved"),
            (Role::Cause, "changes|changes[]"),
        ],
        quirks: &[Quirk::Utc],
        ..Source::BARE
    },
    Source {
        id: "fourkeys-changes",
        name: "Four Keys changes",
        kind: Kind::Changes,
        tells: &["change_id", "time_created", "event_type"],
        columns: &[
            (Role::Id, "change_id"),
            (Role::Revision, "change_id"),
            (Role::Committed, "time_created"),
        ],
        quirks: &[Quirk::Utc],
        ..Source::BARE
    },
    Source {
        id: "fourkeys-events",
        name: "Four Keys events",
        kind: Kind::Deployments,
        tells: &["event_type", "metadata", "time_created", "signature|msg_id"],
        refusal: Some(Refusal::RawEvents),
        ..Source::BARE
    },
    Source {
        id: "faros-incidents",
        name: "Faros incidents",
        kind: Kind::Incidents,
        tells: &[
            "uid",
            "createdAt",
            "resolvedAt",
            "severity.category|status.category",
        ],
        columns: &[
            (Role::Id, "uid"),
            (Role::Title, "title"),
            (Role::Outcome, "status.category"),
            (Role::Created, "createdAt"),
            (Role::Acknowledged, "acknowledgedAt"),
            (Role::Resolved, "resolvedAt"),
        ],
        ..Source::BARE
    },
];
