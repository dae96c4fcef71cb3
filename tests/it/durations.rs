//! Durations and numbers in columns of text.

use crate::times::column;
use plumbline::events::durations::{DurationFormat, Found, Unit, find, unit_of_name};
use plumbline::events::meanings::yes;
use plumbline::events::numbers::{self, Decimal};

fn found(name: &str, values: &[&str]) -> Found {
    find(column(name, values).column(0)).unwrap_or_else(|| panic!("{name}: {values:?}"))
}

const HOUR: f64 = 3600.0;
const DAY: f64 = 24.0 * HOUR;

#[test]
fn durations_are_read_in_all_their_forms() {
    use DurationFormat::{
        Clock, HoursMinutes, Iso, MinutesSeconds, Since1970, Words, WorkingWords,
    };
    let cases = [
        (Words, "2d 4h", 2.0 * DAY + 4.0 * HOUR),
        (Words, "2 days, 4:05:00", 2.0 * DAY + 4.0 * HOUR + 300.0),
        (Words, "-1 day, 23:00:00", -HOUR),
        (Words, "3 Days 12 Hours", 3.0 * DAY + 12.0 * HOUR),
        (Words, "1.5 hrs", 1.5 * HOUR),
        (Words, "1,5 h", 1.5 * HOUR),
        (Words, "-2h", -2.0 * HOUR),
        (Words, "1h2m3.5s", HOUR + 123.5),
        (Words, "1 hour and 5 minutes", HOUR + 300.0),
        (Words, "3 Tage 2 Stunden", 3.0 * DAY + 2.0 * HOUR),
        (Words, "450 ms", 0.45),
        (Words, "12 µs", 12e-6),
        (WorkingWords, "1w 2d", 7.0 * 8.0 * HOUR),
        (WorkingWords, "1 week 30m", 40.0 * HOUR + 1800.0),
        (Clock, "1:02:03", HOUR + 123.0),
        (Clock, "-1:02:03", -HOUR - 123.0),
        (Clock, "100:00:00.5", 100.0 * HOUR + 0.5),
        (Clock, "1.04:00:00", 28.0 * HOUR),
        (Clock, "1:04:00:00", 28.0 * HOUR),
        (HoursMinutes, "1:02", HOUR + 120.0),
        (MinutesSeconds, "1:02", 62.0),
        (Iso, "PT1H2M", HOUR + 120.0),
        (Iso, "P1DT2H", 26.0 * HOUR),
        (Iso, "PT0.5S", 0.5),
        (
            Since1970,
            "1970-01-02 04:23:17",
            DAY + 4.0 * HOUR + 23.0 * 60.0 + 17.0,
        ),
        (
            Since1970,
            "1970-01-21 06:05:49",
            20.0 * DAY + 6.0 * HOUR + 5.0 * 60.0 + 49.0,
        ),
        (Since1970, "1970-01-01 00:00:00", 0.0),
    ];
    for (format, text, seconds) in cases {
        let read = format.read(text).unwrap_or_else(|| panic!("{text}"));
        assert!((read - seconds).abs() < 1e-9, "{text}: {read}");
        if format != MinutesSeconds {
            assert_eq!(found("x", &[text, "", text]).format, format, "{text}");
        }
    }
    for text in [
        "",
        "4",
        "h",
        "2 apples",
        "1:99",
        "P1Y",
        "P1M",
        "2d 4",
        "1:2:3:4:5",
        "2023-01-01 10:00:00",
        "d4",
    ] {
        for format in [
            Words,
            WorkingWords,
            Clock,
            HoursMinutes,
            MinutesSeconds,
            Iso,
            Since1970,
        ] {
            assert_eq!(format.read(text), None, "{format:?} {text}");
        }
    }
}

#[test]
fn a_clock_of_two_parts_is_asked_about() {
    let one = found("x", &["1:02", "0:30"]);
    assert!(one.is_ambiguous);
    assert_eq!(one.alternatives, [DurationFormat::MinutesSeconds]);
    assert!(!found("x", &["1:02:03"]).is_ambiguous);
}

#[test]
fn the_unit_of_plain_numbers_stands_in_the_name() {
    let cases = [
        ("seconds_to_resolve", Unit::Seconds),
        ("duration_sec", Unit::Seconds),
        ("duration_s", Unit::Seconds),
        ("calendar_stc", Unit::Seconds),
        ("Wait (min)", Unit::Minutes),
        ("lead_time_minutes", Unit::Minutes),
        ("elapsed_ms", Unit::Millis),
        ("elapsedMs", Unit::Millis),
        ("Dauer [h]", Unit::Hours),
        ("Dauer in Stunden", Unit::Hours),
        ("Cycle time (days)", Unit::Days),
    ];
    for (name, unit) in cases {
        assert_eq!(unit_of_name(name), Some(unit), "{name}");
        let one = found(name, &["12", "0.5", "-3"]);
        assert_eq!(one.format, DurationFormat::Plain(unit, Decimal::Point));
        assert!(!one.is_ambiguous);
        assert_eq!((one.tally.read, one.tally.negative), (3, 1));
        assert_eq!(one.format.read("2"), Some(2.0 * unit.seconds()));
    }
    for name in ["items", "has", "Status", "m", "d", "first_day", "Team S"] {
        assert_eq!(unit_of_name(name), None, "{name}");
    }
    let one = found("duration", &["12"]);
    assert!(one.is_ambiguous && one.alternatives.len() == 7);
    assert_eq!(find(column("story points", &["12"]).column(0)), None);
}

#[test]
fn numbers_are_read_with_either_decimal_sign() {
    let point = [
        ("1234.5", 1234.5),
        ("1,234.5", 1234.5),
        ("1'234.5", 1234.5),
        ("-0.5", -0.5),
        ("+7", 7.0),
        ("1e3", 1000.0),
        ("1.5E-3", 0.0015),
        ("\u{2212}3", -3.0),
        ("1 234 567", 1_234_567.0),
        ("0001", 1.0),
        (" 12 % ", 12.0),
        ("99.95%", 99.95),
        (".5", 0.5),
    ];
    for (text, value) in point {
        assert_eq!(
            numbers::read(text, Decimal::Point).map(|n| n.value),
            Some(value),
            "{text}"
        );
    }
    let comma = [
        ("1234,5", 1234.5),
        ("1.234,5", 1234.5),
        ("1\u{a0}234,5", 1234.5),
        ("1\u{202f}234,5", 1234.5),
        ("0,5 %", 0.5),
    ];
    for (text, value) in comma {
        assert_eq!(
            numbers::read(text, Decimal::Comma).map(|n| n.value),
            Some(value),
            "{text}"
        );
    }
    for text in [
        "", "-", "1,2,3", "1.2.3", "12,34.5", "1,23", "0x10", "1e", "1e999", "NaN", "inf", "1 2",
        "12a", "%", "--1", "1-1",
    ] {
        assert_eq!(numbers::read(text, Decimal::Point), None, "{text}");
    }
}

#[test]
fn the_decimal_sign_is_found_over_the_column() {
    let of = |values: &[&str]| numbers::find(column("n", values).column(0)).unwrap();
    assert_eq!(of(&["1.234,5", "2"]).decimal, Decimal::Comma);
    assert_eq!(of(&["1,234", "0,5"]).decimal, Decimal::Comma);
    assert_eq!(of(&["1,234", "2.5"]).decimal, Decimal::Point);
    let open = of(&["1,234", "2,500"]);
    assert!(open.is_ambiguous && open.decimal == Decimal::Point);
    assert!(!of(&["1", "2"]).is_ambiguous);
    let shares = of(&["0.25", "1", "0"]);
    assert_eq!((shares.within_one, shares.percents), (3, 0));
    assert_eq!(of(&["12 %", "x", ""]).percents, 1);
}

#[test]
fn a_yes_is_read_in_several_ways() {
    assert_eq!(
        (yes(" YES "), yes("Kyllä"), yes("nope")),
        (Some(true), Some(true), None)
    );
}
