//! GitHub: <https://docs.github.com/rest/deployments>, <https://docs.github.com/rest/actions/workflow-runs>,
//! <https://cli.github.com/manual/gh_pr_list>, <https://docs.github.com/rest/releases>.

use super::entry::Source;
use crate::events::event::Outcome;
use crate::events::role::{Kind, Role};

/// GitHub's exports.
pub static SOURCES: [Source; 8] = [
    // The list has no states: they are a list of their own for each deployment.
    Source {
        id: "github-deployments",
        name: "GitHub deployments",
        kind: Kind::Deployments,
        tells: &[
            "sha",
            "task",
            "original_environment",
            "statuses_url|transient_environment",
        ],
        columns: &[
            (Role::Id, "id"),
            (Role::Environment, "environment"),
            (Role::Outcome, "state|latest_status.state|status.state"),
            (Role::Finished, "latest_status.created_at|status.created_at"),
            (Role::Created, "created_at"),
            (Role::Revision, "sha"),
            (Role::Branch, "ref"),
            (Role::Title, "description"),
            (Role::Service, "repository_url"),
        ],
        ..Source::BARE
    },
    // INACTIVE succeeded and was replaced; `updatedAt` is when it was replaced, so it is no finish.
    Source {
        id: "github-deployments-graphql",
        name: "GitHub deployments (GraphQL)",
        kind: Kind::Deployments,
        tells: &[
            "createdAt",
            "environment",
            "state|latestStatus.state|statuses.nodes[].state",
            "commit.oid|commitOid",
        ],
        columns: &[
            (Role::Id, "id|databaseId"),
            (Role::Environment, "environment|latestEnvironment"),
            (Role::Outcome, "statuses.nodes[].state"),
            (Role::Outcome, "latestStatus.state"),
            (Role::Outcome, "state"),
            (
                Role::Finished,
                "statuses.nodes[].createdAt|statuses.nodes[].updatedAt",
            ),
            (Role::Finished, "latestStatus.createdAt"),
            (Role::Created, "createdAt"),
            (Role::Revision, "commit.oid|commitOid"),
            (Role::Committed, "commit.authoredDate|commit.committedDate"),
            (Role::Branch, "ref.name"),
            (Role::Title, "description|commit.messageHeadline"),
            (
                Role::Service,
                "repository.nameWithOwner|repository.name|repository.id",
            ),
        ],
        ..Source::BARE
    },
    // One row for each state of a deployment: several rows are one deployment.
    Source {
        id: "github-deployment-statuses",
        name: "GitHub deployment statuses",
        kind: Kind::Deployments,
        tells: &["state", "deployment_url", "environment", "created_at"],
        columns: &[
            (Role::Id, "deployment_url"),
            (Role::Environment, "environment"),
            (Role::Outcome, "state"),
            (Role::Finished, "created_at"),
            (Role::Title, "description"),
            (Role::Service, "repository_url"),
        ],
        ..Source::BARE
    },
    Source {
        id: "github-runs",
        name: "GitHub workflow runs (gh run list)",
        kind: Kind::Deployments,
        also: &[Kind::Spans],
        tells: &[
            "conclusion",
            "createdAt",
            "headSha|headBranch",
            "workflowName|workflowDatabaseId|databaseId",
        ],
        columns: &[
            (Role::Id, "databaseId"),
            (Role::Sort, "workflowName|name"),
            (Role::Outcome, "conclusion"),
            (Role::Outcome, "status"),
            (Role::Started, "startedAt"),
            (Role::Created, "createdAt"),
            (Role::Finished, "updatedAt"),
            (Role::Revision, "headSha"),
            (Role::Branch, "headBranch"),
            (Role::Title, "displayTitle"),
        ],
        ..Source::BARE
    },
    Source {
        id: "github-runs-api",
        name: "GitHub workflow runs",
        kind: Kind::Deployments,
        also: &[Kind::Spans],
        tells: &[
            "conclusion",
            "head_sha",
            "workflow_id|run_number",
            "created_at",
        ],
        columns: &[
            (Role::Id, "id"),
            (Role::Sort, "name|workflow_name"),
            (Role::Outcome, "conclusion"),
            (Role::Outcome, "status"),
            (Role::Started, "run_started_at"),
            (Role::Created, "created_at"),
            (Role::Finished, "updated_at"),
            (Role::Revision, "head_sha"),
            (Role::Branch, "head_branch"),
            (Role::Title, "display_title"),
            (Role::Service, "repository.full_name"),
            (Role::Committed, "head_commit.timestamp"),
        ],
        ..Source::BARE
    },
    Source {
        id: "github-pulls-cli",
        name: "GitHub pull requests (gh pr list)",
        kind: Kind::Changes,
        also: &[Kind::Spans],
        tells: &[
            "number",
            "mergedAt",
            "createdAt|headRefName|commits[].oid|mergeCommit.oid",
        ],
        columns: &[
            (Role::Id, "number|url"),
            (
                Role::Committed,
                "commits[].authoredDate|commits[].committedDate",
            ),
            (Role::Created, "createdAt"),
            (Role::To, "reviews[].submittedAt"),
            (Role::Merged, "mergedAt"),
            (Role::Revision, "mergeCommit.oid"),
            (Role::Commits, "commits[].oid"),
            (Role::Title, "title"),
            (Role::Text, "body"),
            (Role::Branch, "headRefName"),
            (Role::Labels, "labels[].name"),
        ],
        ..Source::BARE
    },
    Source {
        id: "github-pulls",
        name: "GitHub pull requests",
        kind: Kind::Changes,
        also: &[Kind::Spans],
        tells: &["number", "merged_at", "merge_commit_sha", "created_at"],
        columns: &[
            (Role::Id, "html_url|number|id"),
            (Role::Created, "created_at"),
            (Role::Merged, "merged_at"),
            (Role::Revision, "merge_commit_sha"),
            (Role::Commits, "head.sha"),
            (Role::Title, "title"),
            (Role::Text, "body"),
            (Role::Branch, "head.ref"),
            (Role::Labels, "labels[].name"),
            (Role::Service, "base.repo.full_name"),
        ],
        ..Source::BARE
    },
    // `created_at` is the commit's date; drafts and pre-releases are not out.
    Source {
        id: "github-releases",
        name: "GitHub releases",
        kind: Kind::Deployments,
        tells: &[
            "tag_name|tagName",
            "published_at|publishedAt",
            "prerelease|isPrerelease|draft|isDraft",
        ],
        columns: &[
            (Role::Id, "id|tagName"),
            (Role::Finished, "published_at|publishedAt"),
            (Role::Revision, "tag_name|tagName"),
            (Role::Title, "name"),
            (Role::Sort, "prerelease|isPrerelease"),
            (Role::Outcome, "draft|isDraft"),
        ],
        outcomes: &[("true", Outcome::Running), ("false", Outcome::Succeeded)],
        drops: &[(Role::Sort, "true")],
        ..Source::BARE
    },
];
