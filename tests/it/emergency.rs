//! What boot.js hands out without the app opens in it: whatever still holds is there again.

use crate::world::{clock, empty, full, level, practice};
use plumbline::formats::assessment_json::{Refusal, encode_compact};
use plumbline::formats::raw_json::{ASSESSMENT, LeftOut, Place};
use plumbline::formats::workspace_json::{Contents, decode_any, read_any};
use plumbline::model::{Assessment, AssessmentId, Edit};
use plumbline::storage::{self, Opening, sort};
use serde_json::{Map, Value, json};
use std::fs;

type Records<'a> = &'a [(&'a str, &'a str)];

/// The file as boot.js writes it.
fn raw(quick: Records, database: Records) -> String {
    let [records, database] = [quick, database].map(|records| {
        let records = records.iter().map(|(k, t)| ((*k).to_owned(), json!(t)));
        records.collect::<Map<String, Value>>()
    });
    let file = json!({"format": "plumbline/raw", "records": records, "database": database});
    serde_json::to_string_pretty(&file).unwrap()
}

fn text(a: &Assessment, saved_at: &str) -> String {
    encode_compact(a, "0.1.0", saved_at)
}

/// Two copies of one assessment, each with an answer that the other lacks.
fn copies() -> (Assessment, Assessment, Assessment) {
    let (mut quick, mut safe) = (empty(), empty());
    quick.apply(
        Edit::Respond(practice("a1"), Some(level(1))),
        clock("q").tick(1),
    );
    safe.apply(
        Edit::Respond(practice("a2"), Some(level(4))),
        clock("s").tick(2),
    );
    let mut whole = quick.clone();
    whole.join(&safe);
    (quick, safe, whole)
}

fn assessments(contents: &Contents) -> Vec<&Assessment> {
    let parts = contents.parts.iter();
    parts.map(|p| &p.as_ref().unwrap().assessment).collect()
}

#[test]
fn the_copies_of_both_stores_are_joined_as_the_app_joins_them() {
    let (quick, safe, whole) = copies();
    let key = storage::key(&whole.id);
    let (quick, safe) = (
        text(&quick, "2026-11-25T10:00:00Z"),
        text(&safe, "2026-11-25T11:00:00Z"),
    );
    let file = raw(&[(&key, &quick)], &[(&key, &safe)]);
    let contents = read_any(&file).unwrap();
    assert_eq!(assessments(&contents), [&whole]);
    assert_eq!(contents.left_out, []);
    let one = contents.parts[0].as_ref().unwrap();
    assert_eq!(one.saved_at.as_deref(), Some("2026-11-25T11:00:00Z"));
    assert!(!one.edited_outside);
    // The other way round it is the same, and so it is for the stores themselves.
    let turned = read_any(&raw(&[(&key, &safe)], &[(&key, &quick)])).unwrap();
    assert_eq!(turned, contents);
    let mut opening = Opening::default();
    sort(&mut opening, [(key.clone(), quick), (key, safe)]);
    assert_eq!(opening.assessments, [whole]);
}

#[test]
fn one_store_is_enough_and_several_assessments_stand_side_by_side() {
    let (_, safe, _) = copies();
    let mut other = full();
    other.id = AssessmentId::parse("team-two").unwrap();
    let keys = [&safe, &other].map(|a| storage::key(&a.id));
    let [one, two] = [&safe, &other].map(|a| text(a, "now"));
    let file = raw(&[], &[(&keys[0], &one), (&keys[1], &two)]);
    let contents = read_any(&file).unwrap();
    assert_eq!(assessments(&contents), [&safe, &other]);
    // Through the door for those who need no names, too, and with a mark of the byte order.
    assert_eq!(decode_any(&format!("\u{feff}{file}")).unwrap().len(), 2);
}

#[test]
fn what_cannot_be_read_is_named_and_leaves_the_others() {
    let (quick, safe, _) = copies();
    let key = storage::key(&safe.id);
    let id = safe.id.to_string();
    let good = text(&safe, "now");
    let newer = text(&quick, "now").replace("\"version\":1}", "\"version\":7}");
    assert!(newer.contains("\"version\":7}"));
    for (bad, why) in [
        ("", Refusal::Empty),
        ("[]", Refusal::NotOurs),
        (newer.as_str(), Refusal::Newer(7)),
    ] {
        let contents = read_any(&raw(&[(&key, bad)], &[(&key, &good)])).unwrap();
        assert_eq!(assessments(&contents), [&safe], "{bad}");
        let place = Place::Quick;
        let id = id.clone();
        let unread = LeftOut::Unread { place, id, why };
        assert_eq!(contents.left_out, [unread], "{bad}");
    }
    let cut = &good[..good.len() / 2];
    let contents = read_any(&raw(&[], &[(&key, cut)])).unwrap();
    assert!(contents.parts.is_empty());
    assert!(matches!(
        &contents.left_out[..],
        [LeftOut::Unread { place: Place::Database, id: named, why: Refusal::NotJson { ends_early: true, .. } }]
            if *named == id
    ));
    // Those who ask for parts alone hear of it as well.
    let parts = decode_any(&raw(&[], &[(&key, cut)])).unwrap();
    assert!(matches!(parts[..], [Err(Refusal::NotJson { .. })]));
}

#[test]
fn records_that_are_no_assessments_in_use_are_counted_and_settings_are_not() {
    let good = text(&full(), "now");
    let key = storage::key(&full().id);
    let others = [
        ("plumbline:set-aside:x:1", "{"),
        (
            "plumbline:parked:1:quick:plumbline:assessment:x",
            good.as_str(),
        ),
        ("plumbline:earlier:x:d01", good.as_str()),
        ("plumbline:ballot:abc", "\"PBx\""),
    ];
    let settings = [("plumbline:keys", "\"on\""), ("plumbline:backup:x", "17")];
    let mut quick = vec![(key.as_str(), good.as_str())];
    quick.extend(others.iter().chain(&settings));
    let contents = read_any(&raw(&quick, &others[..1])).unwrap();
    assert_eq!(assessments(&contents), [&full()]);
    assert_eq!(contents.left_out, [LeftOut::Others(5)]);
}

#[test]
fn a_store_that_could_not_be_read_is_said() {
    let good = text(&full(), "now");
    let key = storage::key(&full().id);
    let file = raw(&[("error", "SecurityError")], &[(&key, &good)]);
    let contents = read_any(&file).unwrap();
    assert_eq!(assessments(&contents), [&full()]);
    assert_eq!(contents.left_out, [LeftOut::Store(Place::Quick)]);
    for damage in ["\"database\": 3", "\"data\": {}"] {
        let file = file.replace("\"database\": {", &format!("{damage}, \"x\": {{"));
        let left = read_any(&file).unwrap().left_out;
        assert_eq!(left, [Place::Quick, Place::Database].map(LeftOut::Store));
    }
    // A value that is no text was no record of ours.
    let odd =
        r#"{"format": "plumbline/raw", "records": {"plumbline:assessment:x": 3}, "database": {}}"#;
    assert!(matches!(
        read_any(odd).unwrap().left_out[..],
        [LeftOut::Unread {
            why: Refusal::Empty,
            ..
        }]
    ));
}

#[test]
fn a_copy_that_was_edited_outside_is_said_to_be() {
    let (quick, safe, _) = copies();
    let key = storage::key(&safe.id);
    let edited = text(&quick, "now").replace("\"level\":1", "\"level\":2");
    let contents = read_any(&raw(&[(&key, &edited)], &[(&key, &text(&safe, "now"))])).unwrap();
    assert!(contents.parts[0].as_ref().unwrap().edited_outside);
}

/// Two programs read the same stores: what keys begin with is the same for both.
#[test]
fn boot_js_knows_the_same_names() {
    let boot = fs::read_to_string("boot.js").unwrap();
    assert!(boot.contains(&format!("const PREFIX = '{}';", storage::PREFIX)));
    assert!(boot.contains("format: 'plumbline/raw'"));
    assert!(boot.contains("const PARKED = `${PREFIX}parked:`;"));
    assert_eq!(ASSESSMENT, format!("{}assessment:", storage::PREFIX));
}
