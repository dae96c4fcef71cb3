//! GitLab: <https://docs.gitlab.com/api/deployments/>, <https://docs.gitlab.com/api/merge_requests/>,
//! <https://docs.gitlab.com/user/project/issues/csv_export/>, <https://docs.gitlab.com/api/dora/metrics/>.

use super::entry::{Refusal, Source};
use crate::events::event::Outcome;
use crate::events::mapping::Quirk;
use crate::events::role::{Kind, Role};

/// GitLab's exports.
pub static SOURCES: [Source; 4] = [
    // The deployment can be a success while the job within it failed.
    Source {
        id: "gitlab-deployments",
        name: "GitLab deployments",
        kind: Kind::Deployments,
        tells: &[
            "iid",
            "environment.name",
            "deployable.status|deployable|deployable.finished_at",
            "status",
        ],
        columns: &[
            (Role::Id, "id"),
            (Role::Environment, "environment.name"),
            (Role::Outcome, "status"),
            (Role::Inner, "deployable.status"),
            (Role::Finished, "finished_at|deployable.finished_at"),
            (Role::Changed, "updated_at"),
            (Role::Started, "deployable.started_at"),
            (Role::Created, "created_at"),
            (Role::Revision, "sha"),
            (Role::Branch, "ref"),
            (Role::Title, "deployable.commit.title"),
            (
                Role::Committed,
                "deployable.commit.authored_date|deployable.commit.created_at",
            ),
            (Role::Service, "project.path_with_namespace|project_id"),
        ],
        ..Source::BARE
    },
    Source {
        id: "gitlab-merge-requests",
        name: "GitLab merge requests",
        kind: Kind::Changes,
        also: &[Kind::Spans],
        tells: &["iid", "merged_at", "source_branch", "created_at"],
        columns: &[
            (Role::Id, "web_url|iid|id"),
            (Role::Created, "created_at"),
            (Role::Merged, "merged_at"),
            (Role::Revision, "merge_commit_sha"),
            (Role::Revision, "squash_commit_sha"),
            (Role::Commits, "sha"),
            (Role::Title, "title"),
            (Role::Text, "description"),
            (Role::Branch, "source_branch"),
            (Role::Labels, "labels|labels[]"),
            (Role::Service, "project_id"),
        ],
        ..Source::BARE
    },
    Source {
        id: "gitlab-issues",
        name: "GitLab issues",
        kind: Kind::Tickets,
        also: &[Kind::Incidents, Kind::Actions, Kind::Spans],
        tells: &[
            "Issue ID|ID|IID",
            "Created At (UTC)",
            "Closed At (UTC)",
            "Confidential|Time Estimate",
        ],
        columns: &[
            (Role::Id, "URL|Issue ID|ID"),
            (Role::Title, "Title"),
            (Role::Outcome, "State"),
            (Role::Sort, "Type"),
            (Role::Labels, "Labels"),
            (Role::Created, "Created At (UTC)"),
            (Role::Resolved, "Closed At (UTC)"),
            (Role::Due, "Due Date"),
        ],
        outcomes: &[("closed", Outcome::Succeeded)],
        quirks: &[Quirk::Utc],
        ..Source::BARE
    },
    Source {
        id: "gitlab-dora",
        name: "GitLab DORA metrics",
        kind: Kind::Spans,
        tells: &["date", "value"],
        without: &["#3"],
        refusal: Some(Refusal::UnitUnsaid),
        ..Source::BARE
    },
];
