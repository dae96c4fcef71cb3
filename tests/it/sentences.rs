//! Sentences with numbers and names in them say what is meant.

use plumbline::catalog::built_in;
use plumbline::metrics::explain;
use plumbline::model::Better;
use plumbline::words::words;

/// "5 % and more" would be the wrong way for what is better when it is less.
#[test]
fn the_next_level_is_said_in_the_direction_of_the_metric() {
    let q = built_in();
    for metric in &q.metrics {
        let worst = match metric.better {
            Better::Higher => metric.range[0],
            Better::Lower => metric.range[1],
        };
        let said = words().measured(metric, &explain(metric, worst).unwrap());
        let or = match metric.better {
            Better::Higher => "or more",
            Better::Lower => "or less",
        };
        assert!(said.starts_with("1 Initial; 2 at "), "{said}");
        assert!(said.ends_with(or), "{}: {said}", metric.id);
    }
}

#[test]
fn two_snapshots_are_not_offered_one_name() {
    let taken = |names: &[&str]| names.iter().map(|&n| n.to_owned()).collect::<Vec<_>>();
    let offered = |names: &[&str]| words().unused_name("2026 Q4", &taken(names));
    assert_eq!(offered(&[]), "2026 Q4");
    assert_eq!(offered(&["2026 Q3", "2026 Q4"]), "2026 Q4 (2)");
    assert_eq!(offered(&["2026 Q4", "2026 Q4 (2)"]), "2026 Q4 (3)");
}
