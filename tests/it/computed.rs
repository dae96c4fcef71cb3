//! Numbers that were computed from files are taken: as one step, once, and back again.

use crate::at_desk::AtDesk;
use plumbline::desk::{Computed, Said, Title};
use plumbline::model::{Basis, Edit, Measurement, MetricId, Origin};

fn metric() -> MetricId {
    let q = crate::world::questionnaire();
    q.metrics[0].id.clone()
}

fn computed(value: f64, file: &str) -> Computed {
    Computed {
        metric: metric(),
        value,
        days: Some("3 March to 30 March 2026".into()),
        basis: Basis {
            files: vec![file.into()],
            cases: 12,
            ..Basis::default()
        },
    }
}

fn take(page: &mut AtDesk, all: &[Computed]) -> Option<Said> {
    let id = page.now().id;
    let transaction = page.desk.take_computed(&id, all)?;
    page.run(transaction)
}

#[test]
fn a_number_is_taken_once_said_and_taken_back() {
    let mut page = AtDesk::new();
    let typed = Measurement {
        value: 2.0,
        period: None,
        origin: Origin::Typed,
    };
    page.edit(Edit::Measure(metric(), Some(typed.clone())));
    let said = take(&mut page, &[computed(3.0, "a.csv")]);
    assert!(matches!(
        said,
        Some(Said::Done(Title::Computed { count: 1 }, _))
    ));
    let now = page.now();
    let own = now.measurement(&metric()).unwrap();
    assert_eq!(own.value, 3.0);
    assert!(matches!(&own.origin, Origin::Files(basis) if basis.files == ["a.csv"]));
    // The same once more is no change.
    assert!(take(&mut page, &[computed(3.0, "a.csv")]).is_none());
    // The next quarter's file is a step of its own.
    take(&mut page, &[computed(4.0, "b.csv")]);
    page.undo();
    assert_eq!(page.now().measurement(&metric()).unwrap().value, 3.0);
    page.undo();
    assert_eq!(page.now().measurement(&metric()), Some(&typed));
}

#[test]
fn what_a_metric_does_not_take_is_not_taken() {
    let mut page = AtDesk::new();
    let unknown = Computed {
        metric: MetricId::parse("nobody-asks").unwrap(),
        ..computed(1.0, "a.csv")
    };
    for one in [
        unknown,
        computed(f64::NAN, "a.csv"),
        computed(-1e9, "a.csv"),
        computed(f64::INFINITY, "a.csv"),
    ] {
        assert!(take(&mut page, &[one]).is_none());
    }
    // A name of any length is cut, and of many files the first are named.
    let mut many = computed(1.0, &"x".repeat(5000));
    many.basis.files = vec!["y".repeat(5000); 100];
    take(&mut page, &[many]);
    let now = page.now();
    let Origin::Files(basis) = &now.measurement(&metric()).unwrap().origin else {
        panic!("not from files");
    };
    assert!(basis.files.len() <= 20 && basis.files.iter().all(|name| name.len() < 1000));
}
