//! Ids are for ever, since stored answers refer to them: what 1.0.0 asked is still asked, or it
//! stands here where it went.

use plumbline::catalog::built_in;
use std::collections::BTreeSet;

/// The practices of 1.0.0.
const PRACTICES: &str = "
    adoption-measured alert-quality automated-tests capacity-planning change-approval ci-pipeline
    cognitive-load consistent-environments cost-visibility cross-team-learning customer-feedback
    database-change delivery-metrics deployment-automation developer-satisfaction disaster-recovery
    documentation-quality error-budget-policy generative-culture golden-paths golden-signals
    improvement-work incident-practice incident-roles infrastructure-as-code joint-planning
    lifecycle-upgrades on-call-health onboarding operational-automation platform-apis
    platform-baseline platform-bets platform-outcomes platform-ownership platform-reliability
    platform-scales-devops platform-support policy-as-code portal-discovery postmortems
    progressive-delivery readiness-review release-safety resilience-patterns responsibility-map
    reusable-components risk-acceptance roadmap security-in-pipeline self-service-provisioning
    shared-goals shared-ownership simplicity sli-definition slo-on-platform slo-targets
    small-batches sre-uses-platform supply-chain team-autonomy telemetry-correlation test-data
    toil-measured toil-reduction tool-consolidation trunk-based user-research value-stream
    version-control vulnerability-response work-visibility";

/// The metrics of 1.0.0.
const METRICS: &str = "
    alert-precision change-fail-rate change-lead-time deployment-frequency deployment-rework-rate
    developer-satisfaction-score error-budget-remaining failed-deployment-recovery-time
    joint-reviews new-service-lead-time pages-per-shift platform-adoption platform-ticket-wait
    postmortem-actions-done self-service-share slo-attainment time-to-detect time-to-onboard
    toil-share";

/// What is no longer asked, and who asks about the same now.
const GONE: [(&str, &[&str]); 4] = [
    // Where a change waits is a question about the whole path, whatever a platform does.
    ("platform-baseline", &["value-stream", "platform-outcomes"]),
    // The twin of two others.
    (
        "platform-scales-devops",
        &["golden-paths", "reusable-components"],
    ),
    // More of it was no better: a full budget can mean that the target is too easy.
    (
        "error-budget-remaining",
        &["slo-attainment", "slo-coverage"],
    ),
    // Tickets are one way of asking among others.
    ("platform-ticket-wait", &["platform-request-wait"]),
];

#[test]
fn what_was_asked_is_asked_or_it_is_said_where_it_went() {
    let q = built_in();
    let practices = q.practices.iter().map(|p| p.id.as_str());
    let now: BTreeSet<_> = practices
        .chain(q.metrics.iter().map(|m| m.id.as_str()))
        .collect();
    let before = PRACTICES
        .split_whitespace()
        .chain(METRICS.split_whitespace());
    let before: BTreeSet<_> = before.collect();
    assert_eq!(before.len(), 72 + 19);
    let gone: Vec<_> = before.difference(&now).copied().collect();
    let mut known = GONE.map(|(id, _)| id);
    known.sort_unstable();
    assert_eq!(gone, known);
    for successor in GONE.iter().flat_map(|(_, to)| *to) {
        assert!(now.contains(successor), "{successor}");
    }
}

#[test]
fn new_practices_say_since_when_and_none_speaks_of_another_version() {
    let q = built_in();
    assert_eq!(q.version, "2.0.0");
    let before: Vec<_> = PRACTICES.split_whitespace().collect();
    for p in &q.practices {
        let is_new = !before.contains(&p.id.as_str());
        let since = if is_new { "2.0.0" } else { "" };
        assert_eq!(p.since, since, "{}", p.id);
        assert!(["", "2.0.0"].contains(&p.changed.as_str()), "{}", p.id);
        assert!(!is_new || p.changed.is_empty(), "{} is new", p.id);
    }
}
