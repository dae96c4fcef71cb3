//! Ids are for ever, since stored answers refer to them: what 1.0.0 asked is still asked, or it
//! stands here where it went.

use crate::world::clock;
use plumbline::catalog::built_in;
use plumbline::formats::assessment_json::{decode, encode};
use plumbline::model::{Assessment, Edit, QuestionnaireRef, validate};
use plumbline::scoring::score;
use plumbline::words::words;
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
    let said: BTreeSet<_> = q.former.iter().map(|f| f.id.as_str()).collect();
    assert_eq!(gone, said.into_iter().collect::<Vec<_>>());
    for former in &q.former {
        let (title, now) = q.former(&former.id).unwrap();
        assert!(!title.is_empty() && now.len() == former.now.len() && !now.is_empty());
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

/// The sample of 1.0.0, as that version wrote it.
fn golden() -> Assessment {
    let text = std::fs::read_to_string("tests/golden/v1/sample.json").unwrap();
    decode(&text).unwrap().assessment
}

#[test]
fn an_assessment_of_the_first_version_opens_and_is_told_what_is_new_changed_and_gone() {
    let (q, a) = (built_in(), golden());
    assert_eq!(a.questionnaire.version, "1.0.0");
    assert!(validate::of_any_version(&q, &a).is_empty());
    let news = q.news_since(&a.questionnaire.version);
    let new: BTreeSet<_> = news.new.iter().map(|p| p.id.as_str()).collect();
    let before: BTreeSet<_> = PRACTICES.split_whitespace().collect();
    let now: BTreeSet<_> = q.practices.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(new, now.difference(&before).copied().collect());
    assert!(!news.changed.is_empty() && !news.metrics.is_empty());
    // A number whose unit is another one now is among them.
    assert!(
        news.metrics
            .iter()
            .any(|m| m.id.as_str() == "time-to-onboard")
    );
    let mut gone: Vec<_> = a.orphans(&q).collect();
    gone.sort_unstable();
    assert_eq!(
        gone,
        [
            "platform-baseline",
            "platform-scales-devops",
            "platform-ticket-wait"
        ]
    );
    let said = gone
        .iter()
        .map(|id| words().no_longer_asked(id, q.former(id)));
    let said: Vec<_> = said.collect();
    assert!(said[2].starts_with("Wait for the platform team. Now asked about in “"));
    assert_eq!(words().no_longer_asked("their-own", None), "their-own");
}

#[test]
fn it_moves_when_it_is_asked_to_loses_nothing_and_comes_back() {
    let (q, before) = (built_in(), golden());
    let mut a = before.clone();
    let undo = a.apply(Edit::Move(QuestionnaireRef::of(&q)), clock("v").tick(9_000));
    assert_eq!(a.questionnaire.version, q.version);
    let again = decode(&encode(&a, "x", "y")).unwrap().assessment;
    assert_eq!(again, a);
    // Everything that was said is there, what is no longer asked included.
    assert_eq!(again.responses, before.responses);
    assert_eq!(again.measurements, before.measurements);
    assert_eq!(again.notes, before.notes);
    assert_eq!(again.targets, before.targets);
    assert!(again.orphans(&q).eq(before.orphans(&q)));
    // What counts is what it said, before and after.
    assert_eq!(score(&q, &again), score(&q, &before));
    assert!(again.progress(&q, |_| true).answered < before.responses.len());
    a.apply(undo, clock("v").tick(9_001));
    assert_eq!(a.questionnaire, before.questionnaire);
    assert_eq!(a.responses, before.responses);
}

#[test]
fn every_file_of_the_first_version_moves_without_a_loss() {
    let q = built_in();
    for entry in std::fs::read_dir("tests/golden/v1").unwrap() {
        let path = entry.unwrap().path();
        let before = decode(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let before = before.assessment;
        let mut a = before.clone();
        a.apply(Edit::Move(QuestionnaireRef::of(&q)), clock("v").tick(9_000));
        let again = decode(&encode(&a, "x", "y")).unwrap().assessment;
        let name = path.display();
        assert_eq!(again.responses, before.responses, "{name}");
        assert_eq!(again.notes, before.notes, "{name}");
        assert_eq!(again.measurements, before.measurements, "{name}");
        assert_eq!(again.snapshots, before.snapshots, "{name}");
        assert_eq!(again.actions, before.actions, "{name}");
    }
}
