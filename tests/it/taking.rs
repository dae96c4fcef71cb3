//! What is taken of a typed number: shares, points, bounds, counts, letters on the way, and what we write ourselves.

use crate::typed::{budget, check, days, hours, metric, minutes, points, rate, share, shift};
use plumbline::metrics::Bound::{Least, Most};
use plumbline::metrics::{Beyond, Entry, NotANumber, Read, Reading, Typing, leaves_open};
use plumbline::metrics::{read_count, read_number, read_whole};
use plumbline::model::{Better, Metric, decimal};
use plumbline::words::words;

#[test]
fn shares() {
    check(
        &share(),
        &[
            ("12", "12"),
            ("12 %", "12"),
            ("5%", "5"),
            ("5 percent", "5"),
            ("5 Per Cent", "5"),
            ("５％", "5"),
            ("12,5 %", "12.5"),
            ("0.12", "0.12 or 12?"),
            ("0,12", "0.12 or 12?"),
            (".5", "0.5 or 50?"),
            ("0.12 %", "0.12"),
            ("1", "1"),
            ("1.0", "1"),
            ("0", "0"),
            ("0.0", "0"),
            ("0.999", "0.999 or 99.9?"),
            ("5 ‰", "0.5"),
            ("3/40", "7.5"),
            ("3 of 40", "7.5"),
            ("3 out of 40 deployments", "7.5"),
            ("1 in 8", "12.5"),
            ("1 of 1,250", "0.08"),
            ("3 of 0", "Unreadable"),
            ("50 of 40", "out of range"),
            ("all", "100"),
            ("none", "0"),
            ("1,234", "1.234"),
            ("1,234.5", "out of range"),
            ("120", "out of range"),
            ("3 h", "OtherUnit"),
            ("10 % 5 %", "Unreadable"),
        ],
    );
    check(
        &budget(),
        &[
            ("-20 %", "-20"),
            ("\u{2212}20", "-20"),
            ("– 20", "-20"),
            ("minus 20", "-20"),
            ("-0.5", "-0.5 or -50?"),
            ("-1,000", "-1000 or -1?"),
            ("-1,234", "-1.234"),
        ],
    );
}

#[test]
fn points_and_counts() {
    check(
        &points(),
        &[
            ("-5 points", "-5"),
            ("+42", "42"),
            ("1 point", "1"),
            ("0.5", "0.5"),
            ("42 %", "OtherUnit"),
            ("12 hats", "Unreadable"),
        ],
    );
    check(
        &shift(),
        &[
            ("2 per shift", "2"),
            ("2/shift", "2"),
            ("2 a shift", "2"),
            ("3 incidents per shift", "3"),
            ("0.5", "0.5"),
            ("3 per week", "OtherUnit"),
            ("3 h", "OtherUnit"),
            ("3 pages", "Unreadable"),
        ],
    );
    check(
        &metric("", [0.0, 10.0]),
        &[("3", "3"), ("3 s", "OtherUnit")],
    );
}

/// A bound is taken where what it leaves open reads no worse: nobody is flattered.
#[test]
fn a_bound_is_taken_where_it_does_not_flatter() {
    let lower = hours();
    let higher = Metric {
        better: Better::Higher,
        cuts: [20.0, 40.0, 60.0, 80.0],
        ..share()
    };
    let open = |metric: &Metric, text: &str| match read_number(metric, text) {
        Ok(Read::One(one)) => Ok((one.value, leaves_open(metric, &one))),
        Ok(Read::Either(_)) => panic!("{text} is no question"),
        Err(why) => Err(why),
    };
    for (metric, text, made) in [
        (&lower, "< 1 h", Ok((1.0, Some(Beyond::Same)))),
        (&lower, "less than 1 h", Ok((1.0, Some(Beyond::Same)))),
        (&lower, "<= 1 h", Ok((1.0, Some(Beyond::Same)))),
        (&lower, "up to 2000", Ok((2000.0, Some(Beyond::Better)))),
        (&lower, "2000 h or less", Ok((2000.0, Some(Beyond::Better)))),
        (&lower, "> 1 h", Err(NotANumber::Open(Least))),
        (&lower, "2 h+", Err(NotANumber::Open(Least))),
        (&lower, "more than 1 h", Err(NotANumber::Open(Least))),
        (&lower, "> 8000 h", Ok((8000.0, Some(Beyond::Same)))),
        (&higher, "> 99 %", Ok((99.0, Some(Beyond::Same)))),
        (&higher, "50+", Ok((50.0, Some(Beyond::Better)))),
        (&higher, "50% or more", Ok((50.0, Some(Beyond::Better)))),
        (&higher, "< 50 %", Err(NotANumber::Open(Most))),
        (&higher, "< 10 %", Ok((10.0, Some(Beyond::Same)))),
        (&higher, "at most 10 or more", Err(NotANumber::Unreadable)),
        (&higher, "<", Err(NotANumber::Unreadable)),
        (&higher, "about 12 %", Ok((12.0, None))),
    ] {
        assert_eq!(open(metric, text), made, "{text}");
    }
    let fives = Metric {
        better: Better::Higher,
        ..rate()
    };
    assert_eq!(
        open(&fives, "9999+ per week").map(|(value, _)| value),
        Ok(9999.0)
    );
}

#[test]
fn counts_are_whole_where_their_marks_leave_it_open() {
    for (text, value) in [
        ("1,250", Some(1250.0)),
        ("1.250", Some(1250.0)),
        ("1 250", Some(1250.0)),
        ("12", Some(12.0)),
        ("7.5", Some(7.5)),
        ("7,5", Some(7.5)),
        ("about 40", Some(40.0)),
        ("1e3", Some(1000.0)),
        ("twelve", Some(12.0)),
        ("-3", None),
        ("30 h", None),
        ("> 5", None),
        ("5-6", None),
        ("many", None),
    ] {
        assert_eq!(read_count(text).ok(), value, "{text}");
    }
    for (unit, range, text, value) in [
        ("min", [1, 600], "90", Ok(90)),
        ("min", [1, 600], "1 h 30", Ok(90)),
        ("min", [1, 600], "1:30", Ok(90)),
        ("min", [1, 600], "1,5", Err(NotANumber::NotWhole)),
        ("min", [1, 600], "1,250", Err(NotANumber::NotWhole)),
        (
            "min",
            [1, 600],
            "0",
            Err(NotANumber::OutOfRange(1.0, 600.0)),
        ),
        ("people", [0, 9999], "8 people", Ok(8)),
        ("people", [0, 9999], "1,250", Ok(1250)),
        ("people", [0, 9999], "1e2", Ok(100)),
        (
            "people",
            [0, 9999],
            "-3",
            Err(NotANumber::OutOfRange(0.0, 9999.0)),
        ),
        (
            "people",
            [0, 9999],
            "99999",
            Err(NotANumber::OutOfRange(0.0, 9999.0)),
        ),
    ] {
        assert_eq!(read_whole(unit, range, text), value, "{text}");
    }
}

/// Each letter is stored at once; a text that turns out to be none leaves nothing of that.
#[test]
fn what_was_stored_before_the_typing_is_known_to_its_end() {
    let mut typing = Typing::rests("", None);
    let mut stored = None;
    for (text, value) in [("1", Some(1)), ("1,", Some(1)), ("1,2", Some(2))] {
        assert_eq!(typing.goes_on(text, stored), None);
        stored = value;
    }
    assert_eq!(typing.goes_on("1,234", stored), None);
    // Taking letters away is the same typing; writing over is not.
    assert_eq!(typing.goes_on("1,2", stored), None);
    assert_eq!(typing.goes_on("9", stored), Some(2));
    assert_eq!(typing.goes_on("abc", Some(9)), Some(9));
    typing = Typing::rests("12", Some(12));
    assert_eq!(typing.goes_on("120", Some(12)), Some(12));
}

#[test]
fn a_field_is_empty_taken_asked_or_refused() {
    let metric = rate();
    assert_eq!(Entry::of(&metric, "  "), Entry::Empty);
    assert!(matches!(Entry::of(&metric, "3"), Entry::Taken(one) if one.value == 3.0));
    assert!(matches!(Entry::of(&metric, "1,234"), Entry::Asked(_)));
    assert!(matches!(Entry::of(&metric, "x"), Entry::Refused(_)));
}

fn readings(metric: &Metric, text: &str) -> Vec<Reading> {
    match read_number(metric, text) {
        Ok(Read::One(one)) => vec![one],
        Ok(Read::Either(both)) => both.into(),
        Err(why) => panic!("{text}: {why:?}"),
    }
}

proptest::proptest! {
    /// What we write is read back as the same value, or asked about with it among the two.
    #[test]
    fn what_is_written_is_read_back(digits in 0_u32..1_000_000, decimals in 0_u32..6, which in 0_usize..9) {
        let metric = [hours(), minutes(), days(), rate(), share(), budget(), points(), shift(), metric("services", [0.0, 1e9])][which].clone();
        let value = f64::from(digits) / 10_f64.powi(decimals as i32);
        let [low, high] = metric.range;
        let value = decimal::settle(if value > high { low + value % (high - low) } else { value });
        let amount = words().amount(&metric.unit, value);
        let shown = amount.split(" (").next().unwrap();
        let texts = [decimal::write(value), format!("{} {}", decimal::write(value), metric.unit)];
        for text in texts.iter().map(String::as_str).chain((!shown.starts_with("about")).then_some(shown)) {
            let found = readings(&metric, text).iter().any(|r| r.value == value);
            proptest::prop_assert!(found, "{} as {:?}", value, text);
        }
        // What it says in words is never doubtful.
        if read_number(&metric, shown).is_ok_and(|read| matches!(read, Read::Either(_))) {
            proptest::prop_assert!(amount.contains("between"), "{}", amount);
        }
    }

    /// Whatever is typed, nothing breaks, and what is taken is a number of the range.
    #[test]
    fn no_text_breaks_the_reader(text in "[0-9a-zA-Z.,:;'’ %/<>~+\u{660}-\u{669}½é\u{202f}-]{0,24}", which in 0_usize..4) {
        let metric = [hours(), rate(), share(), points()][which].clone();
        if let Ok(Read::One(one) | Read::Either([one, _])) = read_number(&metric, &text) {
            proptest::prop_assert!(metric.accepts(one.value), "{}: {}", text, one.value);
            proptest::prop_assert!(one.value != 0.0 || one.value.is_sign_positive());
        }
    }
}
