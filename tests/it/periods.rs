//! What measurements cover, which come first, and how they went since the last round.

use crate::world::{built_in_sample, clock, empty};
use plumbline::catalog::built_in;
use plumbline::metrics::{asked_metrics, last_round, periods};
use plumbline::model::{
    Assessment, Edit, Measurement, Metric, Origin, Questionnaire, Scope, SnapshotId,
};
use plumbline::words::words;

#[test]
fn the_last_whole_quarter_is_chosen_until_another_one_was_used() {
    for (today, present, last) in [
        ("2026-11-26", "2026 Q4", "2026 Q3"),
        ("2026-01-01", "2026 Q1", "2025 Q4"),
        ("2026-03-31", "2026 Q1", "2025 Q4"),
        ("2024-02-29", "2024 Q1", "2023 Q4"),
    ] {
        let found = periods(today, None);
        assert_eq!(found.offered[..2], [present, last]);
        assert_eq!((found.chosen.as_str(), found.offered.len()), (last, 9));
        let used = periods(today, Some("August".into()));
        assert_eq!(
            (used.chosen.as_str(), used.offered),
            ("August", found.offered)
        );
    }
    let none = periods("no day", None);
    assert_eq!((none.chosen.as_str(), none.offered.len()), ("", 0));
}

#[test]
fn the_five_of_dora_come_first_and_nothing_is_asked_twice_or_left_out() {
    let q = built_in();
    let mut a = built_in_sample(&q);
    let asked = asked_metrics(&q, &a);
    assert_eq!(asked.first.len(), 5);
    let rest = asked.rest.iter().flat_map(|(_, own)| own);
    let mut all: Vec<_> = asked.first.iter().chain(rest).map(|m| &m.id).collect();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), q.metrics.len());
    for (discipline, own) in &asked.rest {
        assert!(own.iter().all(|m| m.discipline == discipline.id));
    }
    // A team that is not asked about delivery has none of them.
    let sre = q
        .disciplines
        .iter()
        .find(|d| d.id.as_str() == "sre")
        .unwrap();
    let scope = Scope {
        disciplines: [sre.id.clone()].into_iter().collect(),
        ..Scope::everything(&q)
    };
    a.apply(Edit::Scope(Some(scope)), clock("x").tick(1));
    let asked = asked_metrics(&q, &a);
    assert_eq!((asked.first.len(), asked.rest.len()), (0, 1));
}

fn metric<'q>(q: &'q Questionnaire, id: &str) -> &'q Metric {
    q.metrics.iter().find(|m| m.id.as_str() == id).unwrap()
}

#[test]
fn the_last_round_says_which_way_a_number_went_and_whether_that_is_good() {
    let q = built_in();
    let rate = metric(&q, "change-fail-rate");
    let mut clock = clock("x");
    let mut a = empty();
    let put = |a: &mut Assessment, stamp, value| {
        let measured = Measurement {
            value,
            period: None,
            origin: Origin::Typed,
        };
        a.apply(Edit::Measure(rate.id.clone(), Some(measured)), stamp);
    };
    put(&mut a, clock.tick(2), 12.0);
    assert_eq!(last_round(&a, rate), None);
    let kept = a.snapshot("Spring".into(), "2026-04-01".into(), false);
    let keep = Edit::Keep(SnapshotId::parse("s1").unwrap(), Some(Box::new(kept)));
    a.apply(keep, clock.tick(3));
    put(&mut a, clock.tick(4), 8.0);
    assert_eq!(last_round(&a, rate), Some(("Spring", 12.0)));
    assert_eq!(last_round(&a, metric(&q, "change-lead-time")), None);
    let frequency = metric(&q, "deployment-frequency");
    for (metric, now, said) in [
        (rate, Some(8.0), "Spring: 12 % · ▼ better now"),
        (rate, Some(13.0), "Spring: 12 % · ▲ worse now"),
        (rate, Some(12.0), "Spring: 12 % · the same now"),
        (rate, None, "Spring: 12 %"),
        (frequency, Some(8.0), "Spring: 12 per week · ▼ worse now"),
        (frequency, Some(13.0), "Spring: 12 per week · ▲ better now"),
    ] {
        assert_eq!(words().was_measured(metric, ("Spring", 12.0), now), said);
    }
}
