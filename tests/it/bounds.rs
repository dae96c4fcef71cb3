//! Numbers of which it is only known that they are this or more: they say so, are kept so, and have no level that
//! could be too good.

use crate::study::{add, begun, get, list, metrics, reading};
use plumbline::catalog::built_in;
use plumbline::formats::json::Json;
use plumbline::metrics::{explain_measured, level_of, level_of_measured};
use plumbline::model::{Basis, Measurement, Metric, Origin};
use plumbline::words::words;

const RECOVERY: &str = "failed-deployment-recovery-time";

fn metric(id: &str) -> Metric {
    let q = built_in();
    let found = q.metrics.iter().find(|m| m.id.as_str() == id);
    found.unwrap().clone()
}

/// Why a metric has no number.
pub fn missing<'j>(shown: &'j Json, metric: &str) -> &'j str {
    let mut missing = list(get(shown, "missing")).iter();
    let own = missing.find(|m| get(m, "metric").as_str() == Some(metric));
    own.and_then(|m| get(m, "why").as_str()).unwrap_or_default()
}

#[test]
fn a_failure_with_nothing_after_it_has_no_recovery_time() {
    let file = "id,deployed at,failed for users\n1,2026-10-05T10:00:00Z,no\n2,2026-10-12T10:00:00Z,no\n3,2026-10-19T10:00:00Z,yes\n";
    let shown = add(&mut begun(), "one.csv", file.as_bytes());
    assert!(!metrics(&shown).contains(&RECOVERY));
    assert_eq!(
        missing(&shown, RECOVERY),
        "1 is still open where the file ends, so how long it takes is not known yet. Export the file once more, later."
    );
}

#[test]
fn this_or_more_is_kept_with_the_rule() {
    let file =
        "id,deployed at,failed for users\n1,2026-10-05T10:00:00Z,no\n2,2026-10-12T10:00:00Z,yes\n";
    let incidents = "incident,incident started,incident resolved,caused by deployment\n7,2026-10-12T11:00:00Z,,2\n8,2026-10-13T11:00:00Z,2026-10-13T12:00:00Z,\n";
    let mut study = begun();
    add(&mut study, "out.csv", file.as_bytes());
    let shown = add(&mut study, "incidents.csv", incidents.as_bytes());
    let own = reading(&shown, RECOVERY);
    assert_eq!(
        get(own, "text").as_str(),
        Some("at least 25 h"),
        "{}",
        shown.pretty()
    );
    assert_eq!(
        get(get(own, "basis"), "rule").as_str(),
        Some("recovery or-more")
    );
}

#[test]
fn this_or_more_has_no_level_where_more_is_worse() {
    let metric = &metric(RECOVERY);
    let measured = |value, rule: &str| Measurement {
        value,
        period: None,
        origin: Origin::Files(Box::new(Basis {
            rule: rule.to_owned(),
            ..Basis::default()
        })),
    };
    let open = measured(1.0, "recovery or-more");
    assert_eq!(level_of_measured(metric, &open), None);
    assert_eq!(explain_measured(metric, &open), None);
    let known = measured(1.0, "recovery");
    assert_eq!(level_of_measured(metric, &known), level_of(metric, 1.0));
    // No level is worse than the worst.
    let worst = metric.range[1];
    let open = measured(worst, "recovery or-more");
    assert_eq!(level_of_measured(metric, &open).unwrap().number(), 1);
    let Origin::Files(basis) = &open.origin else {
        unreachable!();
    };
    let said = words().rests_on(basis);
    assert!(said.ends_with(" The true value is this or more."), "{said}");
}
