//! The assessment file: round trips, hand-written files, and what is refused with which words.

use crate::world::{full, level, practice, questionnaire};
use plumbline::formats::assessment_json::{MAX_ENTRIES, Refusal, decode, encode, encode_compact};
use plumbline::formats::json::Json;
use plumbline::model::{MetricId, Origin, validate};
use plumbline::words::words;
use proptest::prelude::*;

const AT: &str = "2026-11-23T10:00:00Z";

#[test]
fn a_file_holds_everything_and_is_the_same_after_a_round_trip() {
    let text = encode(&full(), "0.1.0", AT);
    let decoded = decode(&text).unwrap();
    assert_eq!(decoded.assessment, full());
    assert!(!decoded.edited_outside);
    assert_eq!(
        encode(&decoded.assessment, "0.1.0", AT),
        text,
        "byte for byte"
    );
    let compact = decode(&encode_compact(&full(), "0.1.0", AT)).unwrap();
    assert_eq!(compact.assessment, decoded.assessment);
    assert!(!compact.edited_outside);
}

#[test]
fn the_format_is_the_one_that_was_released() {
    let golden = std::fs::read_to_string("tests/golden/v1/everything.json").unwrap();
    assert_eq!(decode(&golden).unwrap().assessment, full());
    assert_eq!(encode(&full(), "0.1.0", AT), golden);
}

#[test]
fn a_file_written_by_hand_opens() {
    let text = r#"{
      "format": "plumbline/assessment", "version": 1,
      "body": {
        "id": "by-hand", "team": "Payments", "questionnaire": {"id": "test", "version": "1.0.0"},
        "scope": {"mode": "full", "disciplines": ["one", "two"]},
        "responses": {"a1": {"level": 3}, "a2": {"between": [2, 3], "note": "n", "evidence": ["https://e.org"]},
                      "a3": {"notApplicable": "why"}, "b1": {"dontKnow": true}},
        "measurements": {"m": {"value": 12.5, "period": "2026-Q3", "source": "typed"}},
        "targets": {"a1": 4}, "actions": [], "snapshots": []
      }
    }"#;
    let decoded = decode(&format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    assert!(decoded.edited_outside, "it has no digest");
    assert_eq!(decoded.assessment.answer(&practice("a1")), Some(&level(3)));
    assert_eq!(
        validate::assessment(&questionnaire(), &decoded.assessment),
        []
    );
}

#[test]
fn a_change_by_hand_is_noticed_and_allowed() {
    let text = encode(&full(), "0.1.0", AT).replace("\"level\": 3", "\"level\": 4");
    let decoded = decode(&text).unwrap();
    assert!(decoded.edited_outside);
    assert_eq!(decoded.assessment.answer(&practice("a1")), Some(&level(4)));
}

#[test]
fn what_a_later_version_added_survives() {
    let mut file: serde_json::Value = serde_json::from_str(&encode(&full(), "0.1.0", AT)).unwrap();
    file["mood"] = serde_json::json!({"good": [1, 2]});
    file["body"]["plans"] = serde_json::json!([{"what": "x"}]);
    file["body"]["responses"]["a1"]["confidence"] = serde_json::json!(0.5);
    file["body"]["measurements"]["m"]["source2"] = serde_json::json!("s");
    file["body"]["scope"]["pace"] = serde_json::json!("calm");
    file["stamps"]["plans/x"] = serde_json::json!("1-0-w");
    let decoded = decode(&file.to_string()).unwrap();
    let again: serde_json::Value =
        serde_json::from_str(&encode(&decoded.assessment, "0.1.0", AT)).unwrap();
    assert_eq!(again, file);
}

#[track_caller]
fn check(text: &str, expected: &str) {
    let refusal = decode(text).expect_err("the file must be refused");
    let refusal = words().refusal(&refusal);
    assert!(refusal.contains(expected), "{refusal}");
}

fn changed(from: &str, to: &str) -> String {
    let text = encode(&full(), "0.1.0", AT);
    assert!(text.contains(from), "{from} is not in {text}");
    text.replacen(from, to, 1)
}

/// A list of so many entries is sorted one by one: a file that has far more is not even parsed.
#[test]
fn a_file_with_a_flood_of_entries_is_refused_at_once() {
    let flood = |n: usize| {
        let entries: Vec<_> = (0..n).map(|i| format!("\"p{}\": 1", n - i)).collect();
        format!("\"responses\": {{ {}, ", entries.join(", "))
    };
    let many = |n| changed("\"responses\": {", &flood(n));
    check(&many(MAX_ENTRIES), "more than 10000 entries in one place");
    check(&many(100), "responses/p1: should be an object");
}

#[test]
fn what_is_refused_says_what_and_where() {
    check("", "The file is empty.");
    check("<!doctype html>", "from line 1, column 1 on it is not JSON");
    check("[1, 2]", "it does not say \"format\"");
    check(
        "{\"format\": \"someone/else\"}",
        "it does not say \"format\"",
    );
    check(
        &changed("\"version\": 1\n", "\"version\": 2\n"),
        "format version 2; this Plumbline reads up to 1",
    );
    check(
        &changed("\"version\": 1\n", "\"version\": \"x\"\n"),
        "version: should be a whole number",
    );
    check(
        &encode(&full(), "0.1.0", AT)[..200],
        "The file ends early, at line",
    );
    check(
        &changed("\"level\": 3", "\"level\": 6"),
        "responses/a1/level: should be a whole number from 1 to 5",
    );
    check(
        &changed("\"level\": 3", "\"level\": 3, \"dontKnow\": true"),
        "responses/a1: has more than one answer",
    );
    check(
        &changed("\"dontKnow\": true", "\"dontKnow\": false"),
        "responses/b1/dontKnow: should be true",
    );
    check(
        &changed("\"value\": 12.5", "\"value\": \"12\""),
        "measurements/m/value: should be a number",
    );
    check(
        &changed("\"value\": 12.5", "\"value\": 1e999"),
        "measurements/m/value: should be a number",
    );
    check(
        &changed("\"id\": \"team-one\"", "\"id\": \"../x\""),
        "id: should be small letters",
    );
    check(&"[".repeat(100_000), "nested deeper than 32");
    check(&" ".repeat(11 * 1024 * 1024), "has 11534336 bytes");
}

#[test]
fn every_problem_is_named_not_only_the_first() {
    let text = changed("\"level\": 3", "\"level\": 0").replace("\"a1\": 4", "\"a1\": 9");
    match decode(&text) {
        Err(Refusal::Problems(problems)) => assert_eq!(problems.len(), 2, "{problems:?}"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_does_not_fit_the_questionnaire_is_named() {
    let mut text = changed("\"a1\": {", "\"unheard-of\": {");
    text = text.replace("\"value\": 12.5", "\"value\": 1000.5");
    let assessment = decode(&text).unwrap().assessment;
    let problems: Vec<_> = validate::assessment(&questionnaire(), &assessment)
        .iter()
        .map(|problem| words().problem(problem))
        .collect();
    assert_eq!(
        problems,
        [
            "responses/unheard-of: there is no practice with this id",
            "notes/unheard-of: there is no practice with this id",
            "measurements/m: 1000.5 is outside the range 0 to 1000 h",
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// A damaged file is read or refused; it never brings the app down.
    #[test]
    fn damage_never_panics(at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>()) {
        let mut bytes = encode_compact(&full(), "0.1.0", AT).into_bytes();
        let i = at.index(bytes.len());
        bytes[i] = byte;
        bytes.truncate(cut.index(bytes.len()) + 1);
        if let Some(decoded) = String::from_utf8(bytes).ok().and_then(|text| decode(&text).ok()) {
            let again = decode(&encode(&decoded.assessment, "0.1.0", AT)).unwrap();
            prop_assert_eq!(again.assessment, decoded.assessment);
        }
    }
}

/// What a newer version says of a measurement, or a hand has written wrongly, is not lost.
#[test]
fn what_a_measurement_rests_on_is_read_or_kept_as_it_is() {
    let file = |from: &str| {
        format!(
            r#"{{"format": "plumbline/assessment", "version": 1, "body": {{"id": "u", "team": "t",
            "questionnaire": {{"id": "test", "version": "1.0.0"}},
            "measurements": {{"m1": {{"value": 2, "source": "computed", "from": {from}}}}}}}}}"#
        )
    };
    let whole = r#"{"begins":"2026-08-31","cases":12,"columns":"c","ends":"2026-11-22","files":["a.csv"],"rule":"r"}"#;
    for (from, is_read) in [
        (whole.to_owned(), true),
        (whole.replace("12", "-1"), false),
        (whole.replace("12", "1e300"), false),
        (whole.replace(r#""a.csv""#, "1"), false),
        (
            whole.replace(r#""rule":"r""#, r#""rule":"r","seen":[1]"#),
            false,
        ),
        (r#""a.csv""#.to_owned(), false),
        ("[]".to_owned(), false),
    ] {
        let read = decode(&file(&from)).unwrap().assessment;
        let metric = MetricId::parse("m1").unwrap();
        let origin = &read.measurement(&metric).unwrap().origin;
        assert_eq!(matches!(origin, Origin::Files(_)), is_read, "{from}");
        let again = Json::parse(&encode(&read, "", "")).unwrap();
        let Json::Object(mut found) = again else {
            panic!("no object")
        };
        for part in ["body", "measurements", "m1"] {
            let Some(Json::Object(inner)) = found.remove(part) else {
                panic!("no {part}")
            };
            found = inner;
        }
        assert_eq!(found.remove("from").unwrap(), Json::parse(&from).unwrap());
    }
}
