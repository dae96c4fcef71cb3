//! Times in columns: every way to write them that exports are known to use.

use plumbline::events::Table;
use plumbline::events::times::{Count, Found, TimeFormat, find};
use plumbline::model::Day;

pub fn column(name: &str, values: &[&str]) -> Table {
    let mut table = Table::new(vec![name.into()]);
    for value in values {
        table.push([*value]);
    }
    table
}

pub fn found(name: &str, values: &[&str]) -> Found {
    find(column(name, values).column(0)).unwrap_or_else(|| panic!("{name}: {values:?}"))
}

/// A time in UTC, as ISO 8601 has it.
fn iso(at: i64) -> String {
    let (day, rest) = (at.div_euclid(86_400_000), at.rem_euclid(86_400_000));
    let (second, milli) = (rest / 1000, rest % 1000);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!(
        "{}T{hour:02}:{minute:02}:{second:02}.{milli:03}",
        Day::at(day)
    )
}

/// What a text is in a format: what the clock showed, and how many minutes it was ahead.
fn said(format: TimeFormat, text: &str) -> (String, Option<i32>) {
    let wall = format
        .read(text)
        .unwrap_or_else(|| panic!("{format:?} does not read {text}"));
    (iso(wall.shown), wall.offset.map(|seconds| seconds / 60))
}

/// Every one is read alone and in a column, by this format.
fn all(name: &str, format: TimeFormat, cases: &[(&str, &str, Option<i32>)]) {
    for (text, shown, offset) in cases {
        let shown = if shown.len() == 10 {
            format!("{shown}T00:00:00.000")
        } else {
            (*shown).to_owned()
        };
        let shown = if shown.len() == 19 {
            format!("{shown}.000")
        } else {
            shown
        };
        assert_eq!(said(format, text), (shown, *offset), "{text}");
        assert_eq!(found(name, &[text, "", text]).format, format, "{text}");
    }
}

#[test]
fn iso_with_all_its_fractions_and_zones_is_read() {
    let t = "2023-04-13T08:56:48";
    all(
        "c",
        TimeFormat::Iso,
        &[
            ("2023-04-13T08:56:48Z", t, Some(0)),
            ("2023-04-13 08:56:48", t, None),
            ("2023-04-13 08:56:48.427", "2023-04-13T08:56:48.427", None),
            ("2023-04-13T08:56:48.4Z", "2023-04-13T08:56:48.400", Some(0)),
            (
                "2023-04-13T08:56:48,427123Z",
                "2023-04-13T08:56:48.427",
                Some(0),
            ),
            (
                "2023-04-13T08:56:48.1234567Z",
                "2023-04-13T08:56:48.123",
                Some(0),
            ),
            (
                "2023-04-13T08:56:48.123456789+02:00",
                "2023-04-13T08:56:48.123",
                Some(120),
            ),
            (
                "2020-06-19T17:31:52.123+0800",
                "2020-06-19T17:31:52.123",
                Some(480),
            ),
            (
                "2022-01-05 04:36:28 -0800",
                "2022-01-05T04:36:28",
                Some(-480),
            ),
            ("2022-01-05 04:36:28 UTC", "2022-01-05T04:36:28", Some(0)),
            (
                "2026-01-25 10:30:00 +0000 UTC",
                "2026-01-25T10:30:00",
                Some(0),
            ),
            (
                "2026-01-25 10:30:00.5 +0300 EEST",
                "2026-01-25T10:30:00.500",
                Some(180),
            ),
            ("2026-01-25T10:30:00+02", "2026-01-25T10:30:00", Some(120)),
            (
                "2026-01-25T10:30:00+02:00[Europe/Helsinki]",
                "2026-01-25T10:30:00",
                Some(120),
            ),
            (
                "2026-01-25T10:30:00\u{2212}05:00",
                "2026-01-25T10:30:00",
                Some(-300),
            ),
            ("2026-01-25T10:30", "2026-01-25T10:30:00", None),
            ("2026-01-25 10:30Z", "2026-01-25T10:30:00", Some(0)),
            ("2026-01-25t10:30:00z", "2026-01-25T10:30:00", Some(0)),
            ("2026-01-25", "2026-01-25", None),
            (" 2026-01-25 ", "2026-01-25", None),
            ("20260125T103000Z", "2026-01-25T10:30:00", Some(0)),
            ("20260125103000", "2026-01-25T10:30:00", None),
            ("2026-01-25T24:00:00Z", "2026-01-26T00:00:00", Some(0)),
            ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00", Some(0)),
            ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59", Some(0)),
        ],
    );
}

#[test]
fn what_the_calendar_or_the_clock_has_not_is_no_time() {
    let none = [
        "2023-02-29",
        "2023-13-01",
        "2023-00-10",
        "2023-04-31",
        "2023-04-13T25:00:00Z",
        "2023-04-13T08:60:00",
        "2023-04-13T08:56:48+25:00",
        "2023-04-13T08:56:48 later",
        "2023-04-13T08:56:48Zx",
        "2023-4-1",
        "x",
        "0000-00-00 00:00:00",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "99999-01-01",
        "1900-02-29",
    ];
    for text in none {
        assert_eq!(TimeFormat::Iso.read(text), None, "{text}");
    }
    assert!(TimeFormat::Iso.read("2000-02-29").is_some());
}

#[test]
fn months_by_name_are_read_in_thirteen_languages() {
    let cases = [
        ("05/août/25 2:47 PM", "2025-08-05T14:47:00"),
        ("15/juil./25 5:50 PM", "2025-07-15T17:50:00"),
        ("14/sept./25 3:34 AM", "2025-09-14T03:34:00"),
        ("27/juin/25 12:58 AM", "2025-06-27T00:58:00"),
        ("27/juin/25 12:58 PM", "2025-06-27T12:58:00"),
        ("09/Feb/23 6:16 PM", "2023-02-09T18:16:00"),
        ("04/ago/26 11:30 PM", "2026-08-04T23:30:00"),
        ("03/Mär/25 10:00 AM", "2025-03-03T10:00:00"),
        ("03/Mrz/25 10:00", "2025-03-03T10:00:00"),
        ("03/d\u{e9}c./25 10:00", "2025-12-03T10:00:00"),
        ("03/de\u{301}c./25 10:00", "2025-12-03T10:00:00"),
        ("3 dez 2025 10:00", "2025-12-03T10:00:00"),
        ("03/set/25 10:00", "2025-09-03T10:00:00"),
        ("03/out/25 10:00", "2025-10-03T10:00:00"),
        ("03/giu/25 10:00", "2025-06-03T10:00:00"),
        ("03/lug/25 10:00", "2025-07-03T10:00:00"),
        ("03/mrt/25 10:00", "2025-03-03T10:00:00"),
        ("03/paź/25 10:00", "2025-10-03T10:00:00"),
        ("3 września 2025 10:00", "2025-09-03T10:00:00"),
        ("03/maj/25 10:00", "2025-05-03T10:00:00"),
        ("03/okt./25 10:00", "2025-10-03T10:00:00"),
        ("03/des./25 10:00", "2025-12-03T10:00:00"),
        ("3. marraskuuta 2025 klo 10.05", "2025-11-03T10:05:00"),
        ("3.maalis.2025 10:05", "2025-03-03T10:05:00"),
        ("03/čvc/25 10:00", "2025-07-03T10:00:00"),
        ("3. června 2025 10:00", "2025-06-03T10:00:00"),
        ("3. července 2025 10:00", "2025-07-03T10:00:00"),
        ("5 de agosto de 2025 14:05", "2025-08-05T14:05:00"),
        ("5 ago. 2025, 2:47 p. m.", "2025-08-05T14:47:00"),
        ("5 ago. 2025, 2:47 a.\u{a0}m.", "2025-08-05T02:47:00"),
        ("mar. 5 août 2025 14h05", "2025-08-05T14:05:00"),
        ("Aug 5, 2025, 2:47\u{202f}PM", "2025-08-05T14:47:00"),
        ("August 5th, 2025 at 5 pm", "2025-08-05T17:00:00"),
        ("5-Aug-2025 14:47:09.5", "2025-08-05T14:47:09.500"),
        ("Mon Oct  3 10:15:13 2016", "2016-10-03T10:15:13"),
        ("5 Aug 25", "2025-08-05"),
        ("5 Aug 99", "1999-08-05"),
        ("5 Aug 69", "2069-08-05"),
    ];
    for (text, shown) in cases {
        all("c", TimeFormat::Named, &[(text, shown, None)]);
    }
    all(
        "c",
        TimeFormat::Named,
        &[
            (
                "Wed, 2 Oct 2013 10:15:50 +0300",
                "2013-10-02T10:15:50",
                Some(180),
            ),
            ("2 Oct 2013 10:15:50 GMT", "2013-10-02T10:15:50", Some(0)),
            ("2 Oct 2013 10:15:50 EST", "2013-10-02T10:15:50", Some(-300)),
            (
                "Mon Oct 3 10:15:13 2016 -0700",
                "2016-10-03T10:15:13",
                Some(-420),
            ),
            (
                "Wed Oct 02 2013 10:15:50 GMT+0300 (Eastern European Summer Time)",
                "2013-10-02T10:15:50",
                Some(180),
            ),
            (
                "Mon Oct  3 10:15:13 UTC 2016",
                "2016-10-03T10:15:13",
                Some(0),
            ),
        ],
    );
    for text in [
        "5 Foo 2025",
        "31 Feb 2025",
        "5 Aug 2025 13:99",
        "5 Aug 2025 14:00 AM",
        "Aug 2025 10:00",
        "may be later",
        "release 5 mar",
    ] {
        assert_eq!(TimeFormat::Named.read(text), None, "{text}");
    }
}

#[test]
fn days_in_numbers_are_read_in_the_order_that_fits_all() {
    all(
        "c",
        TimeFormat::DayFirst,
        &[
            ("23.11.2025 14:05", "2025-11-23T14:05:00", None),
            ("23.11.2025 klo 14.05", "2025-11-23T14:05:00", None),
            ("23.11.2025 14.05.09", "2025-11-23T14:05:09", None),
            ("23/11/25 2:05 PM", "2025-11-23T14:05:00", None),
            ("23-11-2025", "2025-11-23", None),
            ("Di 23.12.2025, 14:05 Uhr", "2025-12-23T14:05:00", None),
        ],
    );
    all(
        "c",
        TimeFormat::MonthFirst,
        &[
            ("6/21/2025 16:14", "2025-06-21T16:14:00", None),
            ("11/23/2025, 12:05:09 AM", "2025-11-23T00:05:09", None),
            ("11-23-2025 15:21:08", "2025-11-23T15:21:08", None),
        ],
    );
    all(
        "c",
        TimeFormat::YearFirst,
        &[
            ("2025/11/03 14:05", "2025-11-03T14:05:00", None),
            ("2025.11.03", "2025-11-03", None),
            ("2025/11/3 2:05 PM", "2025-11-03T14:05:00", None),
        ],
    );
}

#[test]
fn counts_since_1970_are_read_by_their_size() {
    let of = TimeFormat::Since1970;
    let t = "2023-07-22T04:26:40";
    all(
        "created",
        of(Count::Seconds),
        &[
            ("1690000000", t, Some(0)),
            ("1690000000.5", "2023-07-22T04:26:40.500", Some(0)),
            ("1.69E+09", t, Some(0)),
        ],
    );
    all(
        "Time",
        of(Count::Millis),
        &[
            ("1690000000123", "2023-07-22T04:26:40.123", Some(0)),
            ("1,69E+12", t, Some(0)),
        ],
    );
    all(
        "ts",
        of(Count::Micros),
        &[("1690000000123456", "2023-07-22T04:26:40.123", Some(0))],
    );
    all(
        "eventTime",
        of(Count::Nanos),
        &[("1690000000123456789", "2023-07-22T04:26:40.123", Some(0))],
    );
    let rounded = found("timestamp", &["1.69E+12", "1690000000123"]);
    assert_eq!(rounded.tally.rounded, 1);
    for text in [
        "0",
        "-1",
        "99999999999999999999999",
        "1e308",
        "NaN",
        "1690000000 s",
        "",
    ] {
        for count in [Count::Seconds, Count::Millis, Count::Micros, Count::Nanos] {
            assert_eq!(of(count).read(text), None, "{text}");
        }
    }
    // An id has ten digits, too.
    assert_eq!(find(column("id", &["2983238245"]).column(0)), None);
    assert_eq!(find(column("run_number", &["1690000000"]).column(0)), None);
}

#[test]
fn days_of_a_spreadsheet_are_read_where_the_name_says_so() {
    all(
        "Closed date",
        TimeFormat::Serial,
        &[
            ("45234.5", "2023-11-04T12:00:00", None),
            ("45234,25", "2023-11-04T06:00:00", None),
            ("45234", "2023-11-04", None),
            ("45234.604166666664", "2023-11-04T14:30:00", None),
        ],
    );
    assert_eq!(find(column("count", &["45234"]).column(0)), None);
}

#[test]
fn weeks_months_and_quarters_are_their_first_day() {
    all(
        "week",
        TimeFormat::Week,
        &[
            ("2024-W09", "2024-02-26", None),
            ("2024-W09-4", "2024-02-29", None),
            ("2024W01", "2024-01-01", None),
            ("2020-W53", "2020-12-28", None),
            ("2021-W01", "2021-01-04", None),
        ],
    );
    all(
        "month",
        TimeFormat::Month,
        &[
            ("2024-03", "2024-03-01", None),
            ("03/2024", "2024-03-01", None),
            ("Mar 2024", "2024-03-01", None),
            ("août 2024", "2024-08-01", None),
        ],
    );
    all(
        "quarter",
        TimeFormat::Quarter,
        &[
            ("2024-Q3", "2024-07-01", None),
            ("Q1 2024", "2024-01-01", None),
            ("2024Q4", "2024-10-01", None),
        ],
    );
    all(
        "day",
        TimeFormat::Eight,
        &[("20240229", "2024-02-29", None)],
    );
}
