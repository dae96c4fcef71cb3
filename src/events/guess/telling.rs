//! How much columns and their names tell of what rows are.

use crate::events::role::{Kind, Role};
use crate::events::source::headers::Headers;

/// How much it tells of a kind that a column of this role is there.
pub fn telling(kind: Kind, role: Role) -> u32 {
    use Role as R;
    match (kind, role) {
        // More than the word *commit* in a header tells of a change: with an end in the same row it is in.
        (Kind::Deployments, R::Committed) => 75,
        (Kind::Deployments, R::Environment)
        | (Kind::Changes, R::Merged | R::Committed)
        | (Kind::Incidents, R::Detected | R::Acknowledged | R::Mitigated)
        | (Kind::Objectives, R::Target | R::Reached | R::BudgetLeft | R::Good)
        | (Kind::Actions, R::Due)
        | (Kind::Answers, R::Score)
        | (Kind::Services, R::Holds) => 60,
        (Kind::Deployments, R::Finished | R::Revision | R::Failed | R::Unplanned)
        | (Kind::Incidents, R::Resolved | R::Began | R::Cause | R::FoundFirst)
        | (Kind::Changes, R::Deployed)
        | (Kind::Tickets, R::Channel)
        | (Kind::Actions, R::Done)
        | (Kind::Tickets | Kind::Spans, R::From | R::To) => 30,
        _ => 10,
    }
}

/// How many headers name a kind itself.
pub fn said(kind: Kind, headers: &Headers) -> u32 {
    let words: &[&str] = match kind {
        Kind::Deployments => &[
            "deploy", "release", "ausroll", "implanta", "desplieg", "déploie",
        ],
        Kind::Changes => &["commit", "merge", "pullrequest"],
        Kind::Incidents => &["incident", "severity", "outage", "störung", "vorfall"],
        Kind::Pages => &["alert", "page"],
        Kind::Objectives => &["sli", "slo", "objective", "budget"],
        Kind::Tickets => &["ticket", "request"],
        Kind::Actions => &["action", "due", "owner"],
        Kind::Services => &["platform", "adopted"],
        Kind::Answers => &["score", "rating", "nps", "recommend"],
        Kind::Spans => &["first", "onboard"],
    };
    let count = (0..headers.count())
        .filter(|at| words.iter().any(|word| headers.form(*at).contains(word)))
        .count();
    u32::try_from(count.min(2)).unwrap_or(2)
}
