//! What builds and delivers: Azure Pipelines
//! (<https://learn.microsoft.com/rest/api/azure/devops/build/builds/list>), Jenkins
//! (<https://www.jenkins.io/doc/book/using/remote-access-api/>), Bamboo, Bitbucket
//! (<https://developer.atlassian.com/cloud/bitbucket/rest/api-group-deployments/>), CircleCI
//! (<https://circleci.com/docs/api/v2/>), Octopus (<https://octopus.com/docs/octopus-rest-api>).

use super::entry::Source;
use crate::events::event::Outcome;
use crate::events::mapping::Reads;
use crate::events::role::{Kind, Role};

/// A duration in milliseconds.
const MILLIS: Reads = Reads::Units(1);

/// The exports of pipelines.
pub static SOURCES: [Source; 7] = [
    Source {
        id: "azure-builds",
        name: "Azure DevOps builds",
        kind: Kind::Deployments,
        also: &[Kind::Spans],
        tells: &["buildNumber", "finishTime", "startTime", "result"],
        columns: &[
            (Role::Id, "id|buildNumber"),
            (Role::Sort, "definition.name"),
            (Role::Outcome, "result"),
            (Role::Outcome, "status"),
            (Role::Created, "queueTime"),
            (Role::Started, "startTime"),
            (Role::Finished, "finishTime"),
            (Role::Revision, "sourceVersion"),
            (Role::Branch, "sourceBranch"),
            (Role::Service, "repository.name|project.name"),
        ],
        ..Source::BARE
    },
    // A build that runs has no result. It ended at its time and its duration.
    Source {
        id: "jenkins",
        name: "Jenkins builds",
        kind: Kind::Deployments,
        also: &[Kind::Spans],
        tells: &["number", "result", "timestamp", "duration"],
        columns: &[
            (Role::Id, "url|fullDisplayName|number"),
            (Role::Service, "fullDisplayName"),
            (Role::Outcome, "result"),
            (Role::Started, "timestamp"),
            (Role::Took, "duration"),
            (
                Role::Revision,
                "actions[].lastBuiltRevision.SHA1|actions.lastBuiltRevision.SHA1",
            ),
            (Role::Title, "displayName|description"),
        ],
        reads: &[("duration", MILLIS)],
        ..Source::BARE
    },
    Source {
        id: "bamboo",
        name: "Bamboo deployments",
        kind: Kind::Deployments,
        tells: &[
            "deploymentState",
            "lifeCycleState",
            "startedDate",
            "finishedDate",
        ],
        columns: &[
            (Role::Id, "id"),
            (
                Role::Environment,
                "environment.name|environmentName|deploymentEnvironment.name",
            ),
            (Role::Outcome, "deploymentState"),
            (Role::Outcome, "lifeCycleState"),
            (Role::Started, "startedDate"),
            (Role::Finished, "finishedDate"),
            (
                Role::Revision,
                "deploymentVersionName|deploymentVersion.name",
            ),
        ],
        outcomes: &[("unknown", Outcome::Running)],
        ..Source::BARE
    },
    Source {
        id: "bitbucket",
        name: "Bitbucket deployments",
        kind: Kind::Deployments,
        tells: &[
            "environment.environment_type.name|environment.name|environment.uuid",
            "release.commit.hash|release.name",
            "state.name",
        ],
        columns: &[
            (Role::Id, "uuid"),
            (
                Role::Environment,
                "environment.environment_type.name|environment.name",
            ),
            (Role::Outcome, "state.status.name"),
            (Role::Outcome, "state.name"),
            (Role::Started, "state.started_on"),
            (Role::Finished, "state.completed_on"),
            (Role::Created, "release.created_on|created_on"),
            (Role::Changed, "last_update_time"),
            (Role::Revision, "release.commit.hash|release.name"),
        ],
        ..Source::BARE
    },
    Source {
        id: "circleci",
        name: "CircleCI workflows",
        kind: Kind::Deployments,
        also: &[Kind::Spans],
        tells: &["status", "created_at", "stopped_at"],
        columns: &[
            (Role::Id, "id"),
            (Role::Sort, "name|workflow_name"),
            (Role::Outcome, "status"),
            (Role::Created, "created_at"),
            (Role::Finished, "stopped_at"),
            (Role::Branch, "branch"),
            (Role::Service, "project_slug"),
        ],
        ..Source::BARE
    },
    Source {
        id: "octopus",
        name: "Octopus deployments",
        kind: Kind::Deployments,
        tells: &[
            "CompletedTime|Completed",
            "EnvironmentName|Environment|EnvironmentId",
            "ReleaseVersion|Release|ReleaseId",
            "TaskState|State",
        ],
        columns: &[
            (Role::Id, "DeploymentId|TaskId|Id"),
            (Role::Service, "ProjectName|Project|ProjectId"),
            (
                Role::Environment,
                "EnvironmentName|Environment|EnvironmentId",
            ),
            (Role::Outcome, "TaskState|State"),
            (Role::Created, "Created|QueueTime"),
            (Role::Started, "StartTime|Started"),
            (Role::Finished, "CompletedTime|Completed"),
            (Role::Revision, "ReleaseVersion|Release|ReleaseId"),
        ],
        // Somebody had to step in: Octopus counts it as failed, too.
        outcomes: &[
            ("guidedfailure", Outcome::Failed),
            ("guided failure", Outcome::Failed),
        ],
        ..Source::BARE
    },
    Source {
        id: "faros-deployments",
        name: "Faros deployments",
        kind: Kind::Deployments,
        tells: &[
            "app|application|application.name",
            "env|env.category",
            "status|status.category",
            "end_time|endedAt|endTime",
        ],
        columns: &[
            (Role::Id, "id|uid"),
            (Role::Service, "app|application.name|application"),
            (Role::Environment, "env.category|env"),
            (Role::Outcome, "status.category|status"),
            (Role::Failed, "status.category|status"),
            (Role::Started, "start_time|startedAt|startTime"),
            (Role::Finished, "end_time|endedAt|endTime"),
            (Role::Revision, "commit_sha|commit|artifact"),
        ],
        // It was out, and was taken back.
        outcomes: &[("rolledback", Outcome::Succeeded)],
        picks: &[(Role::Failed, "rolledback")],
        ..Source::BARE
    },
];
