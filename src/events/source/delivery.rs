//! What is deployed by its desired state, and what git itself tells: Argo CD
//! (<https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml>), Helm
//! (<https://helm.sh/docs/helm/helm_history/>), Flux
//! (<https://fluxcd.io/flux/components/helm/helmreleases/#history>), git
//! (<https://git-scm.com/docs/git-log#_pretty_formats>).

use super::entry::Source;
use crate::events::role::{Kind, Role};

/// The exports of what delivers by state, and of git.
pub static SOURCES: [Source; 5] = [
    // Only what succeeded is in a history; a rollback is a new id with an old revision.
    Source {
        id: "argo-history",
        name: "Argo CD history",
        kind: Kind::Deployments,
        tells: &["deployedAt", "revision|revisions|revisions[]", "id"],
        columns: &[
            (Role::Id, "id"),
            (Role::Service, "metadata.name"),
            (Role::Started, "deployStartedAt"),
            (Role::Finished, "deployedAt"),
            (Role::Revision, "revision|revisions[]|revisions"),
        ],
        ..Source::BARE
    },
    Source {
        id: "argo-apps",
        name: "Argo CD applications",
        kind: Kind::Deployments,
        tells: &[
            "metadata.name",
            "status.operationState.phase",
            "status.operationState.finishedAt",
        ],
        without: &["deployedAt"],
        columns: &[
            (Role::Service, "metadata.name"),
            (
                Role::Environment,
                "spec.destination.name|spec.destination.namespace",
            ),
            (Role::Outcome, "status.operationState.phase"),
            (Role::Started, "status.operationState.startedAt"),
            (Role::Finished, "status.operationState.finishedAt"),
            (
                Role::Revision,
                "status.operationState.syncResult.revision|status.sync.revision",
            ),
        ],
        ..Source::BARE
    },
    // `superseded` succeeded and was replaced; a description says *Rollback to 2*.
    Source {
        id: "helm-history",
        name: "Helm history",
        kind: Kind::Deployments,
        tells: &["revision", "updated", "status", "chart", "app_version"],
        without: &["namespace"],
        columns: &[
            (Role::Id, "revision"),
            (Role::Outcome, "status"),
            (Role::Finished, "updated"),
            (Role::Revision, "app_version"),
            (Role::Title, "description"),
        ],
        ..Source::BARE
    },
    Source {
        id: "flux-history",
        name: "Flux release history",
        kind: Kind::Deployments,
        tells: &[
            "firstDeployed|lastDeployed",
            "chartVersion|chartName",
            "status",
        ],
        columns: &[
            (Role::Id, "digest|version"),
            (Role::Service, "name"),
            (Role::Environment, "namespace"),
            (Role::Outcome, "status"),
            (Role::Finished, "lastDeployed|firstDeployed"),
            (Role::Revision, "appVersion|chartVersion"),
        ],
        ..Source::BARE
    },
    // Recognised by what its columns hold where it has no header.
    Source {
        id: "git-log",
        name: "git log",
        kind: Kind::Changes,
        tells: &[
            "commit|sha|hash|H",
            "parents|P",
            "author date|aI|authored",
            "committer date|cI|commit date|committed",
        ],
        columns: &[
            (Role::Id, "commit|sha|hash|H"),
            (Role::Revision, "commit|sha|hash|H"),
            (Role::Parents, "parents|P"),
            (Role::Committed, "author date|aI|authored"),
            (Role::Title, "subject|s|message"),
            (Role::Text, "body|b|message"),
        ],
        ..Source::BARE
    },
];

/// A git log without a header: hash, parents, author date, commit date, references, subject.
pub static BARE_LOG: Source = Source {
    id: "git-log-bare",
    name: "git log",
    kind: Kind::Changes,
    columns: &[
        (Role::Id, "#1"),
        (Role::Revision, "#1"),
        (Role::Parents, "#2"),
        (Role::Committed, "#3"),
        (Role::Title, "#6"),
        (Role::Branch, "#5"),
    ],
    ..Source::BARE
};
