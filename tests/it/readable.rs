//! Whatever a file holds comes out again as it went in, and nothing of it is read as something else.

use crate::random::{Dice, cases};
use crate::world::{NOW, clock, empty, full, id, practice, questionnaire};
use plumbline::formats::assessment_json::{
    MAX_DEPTH, MAX_ENTRIES, decode, decode_file, encode, encode_compact,
};
use plumbline::model::{Assessment, Edit, Fact, Scope, Side, Workshop, validate};
use plumbline::words::words;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Keys that stand nowhere in a file of everything.
const OTHERS: &[&str] = &[
    "",
    "\u{1f}",
    "body\u{1f}team",
    "responses\u{1f}a1",
    "unplaced",
    "began",
    "removed/at",
    "removed/ahead/w",
    "elsewhere/x",
    "$serde_json::private::Number",
    "mood",
    "w/1",
    "w",
];

/// Those, and every key that means something to this version, somewhere.
static KEYS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let file: Value = serde_json::from_str(&encode(&everything(), "", "")).unwrap();
    let mut keys: BTreeSet<String> = OTHERS.iter().map(|&key| key.to_owned()).collect();
    all_keys(&file, &mut keys);
    keys.into_iter().collect()
});

fn all_keys(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| {
            keys.insert(key.clone());
            all_keys(value, keys);
        }),
        Value::Array(list) => list.iter().for_each(|value| all_keys(value, keys)),
        _ => {}
    }
}

fn key(dice: &mut Dice) -> String {
    KEYS[dice.below(KEYS.len() as u64) as usize].clone()
}

/// A value of any kind, numbers that no binary number equals among them.
fn value(dice: &mut Dice, deep: u64) -> Value {
    let number = |text: &str| serde_json::from_str(text).unwrap();
    match dice.below(if deep == 0 { 9 } else { 11 }) {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(dice.below(10)),
        3 => number("12345678901234567890123"),
        4 => number("0.30000000000000004"),
        5 => number("-1.7976931348623157e-308"),
        6 => number("1E400"),
        7 => json!("3b3d512ac00-0-x"),
        8 => json!(key(dice)),
        9 => (0..dice.below(3)).map(|_| value(dice, deep - 1)).collect(),
        _ => {
            let entries = (0..dice.below(3)).map(|_| (key(dice), value(dice, deep - 1)));
            Value::Object(entries.collect())
        }
    }
}

/// One of everything, with a snapshot, a workshop and a removal.
pub fn everything() -> Assessment {
    let (mut a, mut clock) = (full(), clock("all"));
    let mut workshop = crate::workshops::edits();
    let sealed = crate::sealed_desk::sealed().into_iter();
    workshop.extend(sealed.map(|edit| match edit {
        Edit::Workshop(of, held) if of == id("w") => Edit::Workshop(id("w3"), held),
        other => other,
    }));
    let until = Workshop {
        until: Some(NOW),
        ..Workshop::default()
    };
    let one_sided = Scope {
        side: Side::User,
        ..a.scope.value.clone().unwrap()
    };
    let others = [
        Edit::Workshop(id("w2"), Some(Box::new(until))),
        Edit::Say(Fact::Group, Some("Payments".into())),
        Edit::Say(Fact::Round, Some("2026 Q4".into())),
        Edit::Say(Fact::Client, Some("Acme".into())),
        Edit::Say(Fact::Consultant, Some("Ada".into())),
        Edit::Say(Fact::Summary, Some("In short\nand good".into())),
        Edit::Say(Fact::Logo, Some("<svg/>".into())),
        Edit::Say(Fact::Industry, Some("retail".into())),
        Edit::Say(Fact::Size, Some("20-99".into())),
        Edit::Scope(Some(one_sided)),
        Edit::Act(id("x1"), Some(plumbline::model::Action::default())),
        Edit::Removed(Some(())),
    ];
    for edit in workshop.into_iter().chain(others) {
        a.apply(edit, clock.tick(NOW));
    }
    for (name, begins_round) in [("s", true), ("t", false)] {
        let snapshot = a.snapshot(name.into(), "2026-11-20".into(), begins_round);
        a.apply(
            Edit::Keep(id(name), Some(Box::new(snapshot))),
            clock.tick(NOW),
        );
    }
    a
}

fn objects<'v>(value: &'v mut Value, all: &mut Vec<&'v mut Map<String, Value>>) {
    match value {
        Value::Object(map) => {
            // Both the object and what is in it cannot be lent out; one of them will do each time.
            if map.values().any(|v| v.is_object() || v.is_array()) && map.len() % 2 == 1 {
                map.values_mut().for_each(|v| objects(v, all));
            } else {
                all.push(map);
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|v| objects(v, all)),
        _ => {}
    }
}

/// A file with foreign parts in it, anywhere.
fn hostile(dice: &mut Dice) -> String {
    let mut file: Value = serde_json::from_str(&encode(&everything(), "1", "now")).unwrap();
    for _ in 0..=dice.below(6) {
        let mut all = Vec::new();
        match dice.below(3) {
            0 => objects(&mut file["body"], &mut all),
            1 => objects(&mut file["body"]["responses"], &mut all),
            _ => objects(&mut file, &mut all),
        }
        let count = all.len() as u64;
        if count > 0 {
            let map = &mut all[dice.below(count) as usize];
            map.insert(key(dice), value(dice, 2));
        }
    }
    if dice.chance(3) {
        let places = (0..dice.below(6)).map(|_| {
            let place: Vec<_> = (0..=dice.below(4)).map(|_| key(dice)).collect();
            json!([place, value(dice, 2)])
        });
        file["unplaced"] = places.collect();
    }
    file.to_string()
}

#[track_caller]
pub fn comes_back(a: &Assessment, seed: &dyn std::fmt::Display) {
    for text in [encode(a, "1", "now"), encode_compact(a, "1", "now")] {
        match decode(&text) {
            Ok(read) => assert_eq!(read.assessment, *a, "{seed}"),
            Err(refusal) => panic!("{seed}: {refusal}\n{text}"),
        }
    }
}

/// A bounded share here; `PLUMBLINE_CASES=1000000` in release mode for the whole of it.
#[test]
fn what_was_read_of_a_hostile_file_is_written_so_that_it_is_read_again() {
    comes_back(&everything(), &"everything");
    let mut opened = 0;
    for seed in 0..cases(500) {
        let text = hostile(&mut Dice(seed));
        for read in [decode(&text), decode_file(&text)].into_iter().flatten() {
            opened += 1;
            comes_back(&read.assessment, &seed);
        }
    }
    assert!(opened > 100, "{opened} opened");
}

/// The state that the one snapshot of everything holds.
fn in_snapshot(a: &mut Assessment) -> &mut Assessment {
    let snapshot = a.snapshots.get_mut(&id("s")).unwrap();
    &mut snapshot.value.as_mut().unwrap().state
}

/// Places of every kind, known ones among them, in a document that may have lost what they were in.
#[test]
fn no_unknown_part_is_written_to_a_place_with_a_meaning() {
    let mut clock = clock("later");
    for seed in 0..cases(400) {
        let dice = &mut Dice(seed);
        let mut a = everything();
        let known = a.clone();
        for _ in 0..=dice.below(8) {
            let first = ["body", "notes", "stamps", "unplaced", ""][dice.below(5) as usize];
            let mut place = vec![first.to_owned()];
            place.extend((0..dice.below(4)).map(|_| key(dice)));
            if dice.chance(2) {
                let parts = [
                    "responses",
                    "measurements",
                    "workshops",
                    "ballots",
                    "outcomes",
                ];
                let ids = ["a1", "m", "w", "w/1", "w/a1"];
                let part = parts[dice.below(5) as usize];
                let of = ids[dice.below(5) as usize];
                place = ["body", part, of].map(str::to_owned).into();
                place.push(key(dice));
            }
            let text = value(dice, 2).to_string();
            // As it is kept of what was read.
            let text = plumbline::formats::json::Json::parse(&text);
            let unknown = match dice.chance(3) {
                true => &mut in_snapshot(&mut a).unknown,
                false => &mut a.unknown,
            };
            unknown.put(place, text.unwrap().compact());
        }
        comes_back(&a, &seed);
        let mut read = decode(&encode(&a, "", "")).unwrap().assessment;
        read.unknown = known.unknown.clone();
        in_snapshot(&mut read).unknown = known.unknown.clone();
        assert_eq!(read, known, "{seed}: something unknown was read as known");
        // What stands around it goes, and comes again.
        let back = a.clone();
        for edit in [
            Edit::Scope(None),
            Edit::Measure(id("m"), None),
            Edit::Respond(practice("a1"), None),
            Edit::Note(practice("a1"), None),
            Edit::Workshop(id("w"), None),
            Edit::Removed(None),
            Edit::Keep(id("s"), None),
        ] {
            a.apply(edit, clock.tick(NOW + seed));
        }
        comes_back(&a, &seed);
        for edit in a.edits_to(&back) {
            a.apply(edit, clock.tick(NOW + seed));
        }
        comes_back(&a, &seed);
        assert_eq!(a.unknown, back.unknown, "{seed}");
    }
}

/// Puts what is not known right where something is that is, at each place of a file.
#[test]
fn every_place_with_a_meaning_keeps_it() {
    fn walk(value: &Value, here: &[String], all: &mut Vec<Vec<String>>) {
        for (key, value) in value.as_object().into_iter().flatten() {
            let place = [here, std::slice::from_ref(key)].concat();
            walk(value, &place, all);
            all.push(place);
        }
    }
    let known = everything();
    let file: Value = serde_json::from_str(&encode(&known, "", "")).unwrap();
    let mut places = Vec::new();
    walk(&file, &[], &mut places);
    for snapshot in file["body"]["snapshots"].as_array().unwrap() {
        walk(snapshot, &["body".to_owned()], &mut places);
    }
    // Where another of its kind has something.
    for part in [
        "responses",
        "measurements",
        "workshops",
        "ballots",
        "outcomes",
    ] {
        let own = |place: &&Vec<String>| place.len() == 4 && place[1] == part;
        let own: Vec<_> = places.iter().filter(own).cloned().collect();
        for (of, place) in file["body"][part]
            .as_object()
            .unwrap()
            .keys()
            .flat_map(|of| own.iter().map(move |place| (of, place)))
        {
            let mut place = place.clone();
            place[2].clone_from(of);
            places.push(place);
        }
    }
    assert!(places.len() > 250, "{} places", places.len());
    for place in places {
        for text in ["{\"level\":9}", "[]", "\"1-0-w\""] {
            let mut a = known.clone();
            a.unknown.put(place.clone(), text.into());
            in_snapshot(&mut a).unknown.put(place.clone(), text.into());
            comes_back(&a, &place.join("/"));
        }
    }
}

#[test]
fn a_key_with_a_separator_in_it_is_no_answer() {
    for level in [5, 9] {
        let text = format!(
            r#"{{"format": "plumbline/assessment", "version": 1, "body": {{"id": "smug", "team": "Smuggler",
            "questionnaire": {{"id": "test", "version": "1.0.0"}}, "responses": {{}},
            "responses\u001fa1": {{"level": {level}}}, "a\u001fb": 1}}}}"#
        );
        let a = decode_file(&text).unwrap().assessment;
        assert_eq!(a.answer(&practice("a1")), None);
        assert_eq!(validate::assessment(&questionnaire(), &a), []);
        let again = encode(&a, "", "");
        assert!(again.contains(r#""responses\u001fa1": {"#) && again.contains(r#""a\u001fb": 1"#));
        comes_back(&a, &level);
    }
}

#[test]
fn numbers_of_a_later_version_stay_as_they_are_written() {
    let numbers = [
        "12345678901234567890123",
        "0.1234567890123456789",
        "-0",
        "-0.0",
        "1e+400",
        "3.0",
        "2.2250738585072014e-308",
    ];
    let list = numbers.join(",");
    let text = encode_compact(&empty(), "", "");
    let text = text.replacen("\"body\":{", &format!("\"body\":{{\"later\":[{list}],"), 1);
    let a = decode(&text).unwrap().assessment;
    let again = encode_compact(&a, "", "");
    assert!(again.contains(&format!("\"later\":[{list}]")), "{again}");
}

#[test]
fn a_part_that_lost_its_place_waits_and_goes_back() {
    let text = encode_compact(&full(), "", "");
    let text = text.replacen("\"m\":{", "\"m\":{\"origin\":\"probe 7\",", 1);
    let mut a = decode(&text).unwrap().assessment;
    let undo = a.apply(Edit::Measure(id("m"), None), clock("x").tick(NOW));
    let cleared = encode_compact(&a, "", "");
    let waits = r#""unplaced":[[["body","measurements","m","origin"],"probe 7"]]"#;
    assert!(cleared.contains(waits), "{cleared}");
    let mut a = decode(&cleared).unwrap().assessment;
    a.apply(undo, clock("y").tick(NOW));
    let again = encode_compact(&a, "", "");
    assert!(again.contains("\"m\":{\"origin\":\"probe 7\""), "{again}");
    assert!(!again.contains("unplaced"));
    for broken in ["{}", "[1]", "[[[],1]]", "[[[\"a\"]]]", "[[[1],1]]"] {
        let text = cleared.replace(&waits[11..], broken);
        let refusal = words().refusal(&decode(&text).unwrap_err());
        assert!(
            refusal.contains("unplaced: should be a list of places"),
            "{refusal}"
        );
    }
}

/// Parts from beside go to their places only as far as brackets hold them.
#[test]
fn what_waits_never_fills_a_place_beyond_what_is_read() {
    let place = |n: usize| json!([["body", format!("k{n}")], 1]);
    let waiting: Value = (0..MAX_ENTRIES).map(place).collect();
    let mut file: Value = serde_json::from_str(&encode(&full(), "", "")).unwrap();
    for n in 0..500 {
        file["body"][format!("there{n}")] = json!(n);
    }
    file["unplaced"] = waiting;
    comes_back(&decode(&file.to_string()).unwrap().assessment, &"many");
    let depth = MAX_DEPTH - 3;
    let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    for place in [
        r#"["body","x"]"#,
        r#"["body","responses","a1","x"]"#,
        r#"["x"]"#,
    ] {
        let list = format!("\"unplaced\":[[{place},{deep}]],\"version\":1");
        let text = encode_compact(&full(), "", "").replacen("\"version\":1", &list, 1);
        comes_back(&decode(&text).unwrap().assessment, &place);
    }
}
