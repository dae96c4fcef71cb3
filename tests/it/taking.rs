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
            ("half", "50"),
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

/// What the page says of a typed text.
fn said(metric: &Metric, text: &str) -> String {
    let w = words();
    match Entry::of(metric, text) {
        Entry::Empty => String::new(),
        Entry::Taken(one) => w.taken(metric, one.value, Some(&one)),
        Entry::Asked(both) => {
            let [one, other] = both.map(|reading| w.choice_of(&metric.unit, &reading));
            format!("{} [{one}] [{other}]", w.which(&metric.unit, &both))
        }
        Entry::Refused(why) => w.refused(metric, why),
    }
}

#[test]
fn what_was_made_of_a_text_is_said_in_words() {
    for (metric, text, expected) in [
        (
            rate(),
            "1,000",
            "Did you mean 1000 or 1? [1000 per week (1 thousand)] [1 per week]",
        ),
        (
            rate(),
            "1.234",
            "Did you mean 1234 or 1.234? [1234 per week (between 1 and 2 thousand)] [1.234 per week (between 1 and 2)]",
        ),
        (
            rate(),
            "biweekly",
            "Did you mean 2 per week or 0.5 per week? [2 per week] [0.5 per week]",
        ),
        (rate(), "3", "Taken as 3 per week"),
        (
            rate(),
            "one every three days",
            "Taken as about 2.333 per week (between 2 and 3)",
        ),
        (
            rate(),
            "2 h",
            "This is counted per week. Understood are: 12, 3 per day, twice a week, every 2 weeks, 5 per quarter.",
        ),
        (
            share(),
            "0.05",
            "Did you mean 0.05 % or 5 %? [0.05 % (below 1 in 100)] [5 %]",
        ),
        (share(), "120", "Not saved: must be 0 to 100 %."),
        (
            share(),
            "most",
            "Please write a number, or leave the field empty. Understood are: 12, 12.5 %, 3 of 40.",
        ),
        (
            hours(),
            "1:30",
            "Did you mean 1 h 30 min or 1 min 30 s? [1 h 30 min] [1 min 30 s]",
        ),
        (
            hours(),
            "3m",
            "Did you mean 3 min or 3 months? [3 min] [3 months]",
        ),
        (hours(), "50 min", "Taken as about 0.8333 h (50 min)"),
        (hours(), "1234.56", "Taken as 1234.56 h (51 days 11 h)"),
        (
            hours(),
            "< 1 h",
            "Taken as 1 h; less than that reads the same level",
        ),
        (
            hours(),
            "up to 2000",
            "Taken as 2000 h; less than that may read a higher level",
        ),
        (
            hours(),
            "> 1 h",
            "How much more? Please give one number, as well as you know it.",
        ),
        (
            hours(),
            "2-3",
            "Please give one number, not two. The one in the middle is best.",
        ),
        (
            hours(),
            "?",
            "Please leave the field empty while nobody knows.",
        ),
        (minutes(), "1h", "Taken as 60 min"),
        (minutes(), "30 s", "Taken as 0.5 min (30 s)"),
        (days(), "1", "Taken as 1 day"),
        (points(), "-12,5", "Taken as -12.5 points"),
        (points(), "1.234", "Taken as 1.234 points (between 1 and 2)"),
        (
            points(),
            "-1.234",
            "Taken as -1.234 points (between -2 and -1)",
        ),
        (
            metric("services", [0.0, 1e9]),
            "1234567",
            "Taken as 1,234,567 services",
        ),
        (metric("", [0.0, 10.0]), "3", "Taken as 3"),
    ] {
        assert_eq!(said(&metric, text), expected, "{text}");
    }
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
        // Where the number alone could be taken for another, more is said.
        if read_number(&metric, shown).is_ok_and(|read| matches!(read, Read::Either(_))) {
            proptest::prop_assert!(amount.contains(" ("), "{}", amount);
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
