//! Times in columns: days that can be read in two ways, what is missing, and whose clock it was.

use crate::times::{column, found};
use plumbline::events::times::{Because, TimeFormat, Wall, agree, find};

#[test]
fn one_value_above_twelve_decides_the_column() {
    let one = found(
        "c",
        &[
            "03-12-2025 15:21:08",
            "04-12-2025 10:00:00",
            "05-13-2025 10:00:00",
        ],
    );
    assert_eq!(
        (one.format, one.because),
        (TimeFormat::MonthFirst, Because::Above12)
    );
    assert_eq!(one.tally.missed, 0);
    let one = found("c", &["03/12/2025", "13/12/2025"]);
    assert_eq!(
        (one.format, one.because),
        (TimeFormat::DayFirst, Because::Above12)
    );
}

#[test]
fn a_column_in_order_decides_itself() {
    let rising = [
        "01/02/2025",
        "05/02/2025",
        "02/03/2025",
        "11/03/2025",
        "01/04/2025",
    ];
    let one = found("c", &rising);
    assert_eq!(
        (one.format, one.because),
        (TimeFormat::DayFirst, Because::Sorted)
    );
    assert_eq!(one.alternatives, [TimeFormat::MonthFirst]);
    let falling = [
        "04/01/2025",
        "03/11/2025",
        "03/02/2025",
        "02/05/2025",
        "02/01/2025",
    ];
    let one = found("c", &falling);
    assert_eq!(
        (one.format, one.because),
        (TimeFormat::MonthFirst, Because::Sorted)
    );
}

#[test]
fn what_nothing_decides_is_asked_or_taken_from_another_column() {
    let values = ["03/04/2025", "01/02/2025", "11/03/2025"];
    let open = found("c", &values);
    assert!(open.is_ambiguous());
    assert_eq!(open.alternatives.len(), 1);
    let sure = found("c", &["04/13/2025"]);
    let mut both = [Some(open.clone()), None, Some(sure)];
    agree(&mut both);
    let found = both[0].as_ref().unwrap();
    assert_eq!(
        (found.format, found.because),
        (TimeFormat::MonthFirst, Because::OtherColumn)
    );
    assert_eq!(found.alternatives, [TimeFormat::DayFirst]);
    let mut alone = [Some(open.clone())];
    agree(&mut alone);
    assert_eq!(alone[0], Some(open));
}

#[test]
fn what_is_missing_is_counted_apart() {
    let one = found(
        "closed",
        &[
            "2023-04-13",
            "",
            "-",
            "NULL",
            "n/a",
            "0001-01-01T00:00:00Z",
            "0000-00-00 00:00:00",
            "soon",
        ],
    );
    assert_eq!(
        (
            one.tally.read,
            one.tally.blank,
            one.tally.void,
            one.tally.missed
        ),
        (1, 4, 2, 1)
    );
    assert_eq!(one.tally.first_missed, Some(7));
    assert_eq!(find(column("closed", &["", "", "-"]).column(0)), None);
    assert_eq!(
        find(column("closed", &["soon", "later", "2023-04-13"]).column(0)),
        None
    );
}

#[test]
fn the_name_of_a_column_may_say_its_zone() {
    let of = |name| found(name, &["2023-04-13 10:00:00"]).zone_of_name;
    assert_eq!(of("Created At (UTC)"), Some(0));
    assert_eq!(of("opened_at_utc"), Some(0));
    assert_eq!(of("Time [GMT]"), Some(0));
    assert_eq!(of("Time (UTC+02:00)"), Some(7200));
    assert_eq!(of("Outcome"), None);
    assert_eq!(of("autcome"), None);
    assert!(found("c", &["2023-04-13 10:00:00"]).needs_zone());
    assert!(!found("c UTC", &["2023-04-13 10:00:00"]).needs_zone());
    assert!(!found("c", &["2023-04-13 10:00:00Z"]).needs_zone());
    assert!(found("c", &["2023-04-13 10:00:00Z", "2023-04-13 10:00:00"]).needs_zone());
}

#[test]
fn a_moment_is_the_same_however_its_zone_is_written() {
    let moment = |text| TimeFormat::Iso.read(text).and_then(Wall::moment).unwrap();
    let first = moment("2026-03-01T10:00:00Z");
    for text in [
        "2026-03-01T12:00:00+02:00",
        "2026-03-01 05:00:00 -0500",
        "2026-03-01T10:00:00.000 UTC",
    ] {
        assert_eq!(moment(text), first);
    }
}
