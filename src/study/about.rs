//! Which metrics follow from which rows. Rows of some kinds can be about several things, and only people know
//! which: those are looked at by themselves.

use crate::events::Kind;

/// What rows of a kind give that are looked at together with those of other files.
const TOGETHER: [&str; 11] = [
    "deployment-frequency",
    "change-lead-time",
    "change-fail-rate",
    "failed-deployment-recovery-time",
    "deployment-rework-rate",
    "pages-per-shift",
    "alert-precision",
    "incidents-found-first",
    "time-to-detect",
    "time-to-mitigate",
    "slo-attainment",
];

/// The metrics that files of a kind give together with others; nothing where each is about one thing of its
/// own.
pub fn together(kind: Kind) -> Option<&'static [&'static str]> {
    match kind {
        Kind::Deployments | Kind::Changes | Kind::Incidents | Kind::Pages | Kind::Objectives => {
            Some(&TOGETHER)
        }
        _ => None,
    }
}

/// What rows of a kind can be about: one of these groups of metrics.
pub fn candidates(kind: Kind) -> &'static [&'static [&'static str]] {
    match kind {
        Kind::Tickets => &[&["platform-request-wait", "self-service-share"]],
        Kind::Actions => &[&["postmortem-actions-done"]],
        Kind::Services => &[
            &["platform-adoption"],
            &["new-service-adoption"],
            &["supported-versions"],
            &["slo-coverage"],
            &["joint-reviews"],
        ],
        Kind::Answers => &[&["developer-satisfaction-score"], &["platform-ease"]],
        Kind::Spans => &[
            &["time-to-onboard"],
            &["new-service-lead-time"],
            &["review-wait"],
            &["ci-feedback-time"],
        ],
        _ => &[],
    }
}
