//! A round begins when it began, wherever its snapshot is put later on; and what a snapshot holds.

use crate::readable::{comes_back, everything};
use crate::world::{NOW, answered, clock, empty, id, level, practice, questionnaire, snapshot};
use plumbline::formats::assessment_json::{decode, decode_file, encode};
use plumbline::model::{
    Answer, Assessment, Carries, Clock, Edit, Removal, Snapshot, Stamp, WriterId,
};
use plumbline::words::words;
use serde_json::Value;

fn carried(a: &Assessment) -> Vec<String> {
    let carried = a.carried(&questionnaire());
    carried.iter().map(|(id, _)| id.to_string()).collect()
}

fn begin(a: &mut Assessment, clock: &mut Clock, wall: u64) {
    let snapshot = a.snapshot("Q3".into(), "2026-09-30T00:00:00Z".into(), true);
    a.apply(
        Edit::Keep(id("q3"), Some(Box::new(snapshot))),
        clock.tick(wall),
    );
}

fn answer(a: &mut Assessment, clock: &mut Clock, of: &str, wall: u64) {
    let edit = Edit::Respond(practice(of), Some(level(4)));
    a.apply(edit, clock.tick(wall));
}

/// As the file keeps it.
fn kept(a: &Assessment) -> Assessment {
    comes_back(a, &"kept");
    decode(&encode(a, "", "")).unwrap().assessment
}

#[test]
fn undoing_the_removal_of_a_round_marks_no_answer_that_was_confirmed() {
    let mut clock = clock("w");
    let mut a = answered(&[("a1", level(2)), ("a2", level(3)), ("b1", Answer::DontKnow)]);
    begin(&mut a, &mut clock, NOW);
    answer(&mut a, &mut clock, "a1", NOW + 1);
    answer(&mut a, &mut clock, "c1", NOW + 1);
    assert_eq!(carried(&a), ["a2", "b1"]);
    let before = a.clone();
    let undo = a.apply(Edit::Keep(id("q3"), None), clock.tick(NOW + 2));
    assert!(carried(&kept(&a)).is_empty());
    let redo = a.apply(undo, clock.tick(NOW + 3));
    assert_eq!(carried(&kept(&a)), ["a2", "b1"]);
    a.apply(redo, clock.tick(NOW + 4));
    // Going back to it, or taking over a file, does the same by edits.
    for edit in a.edits_to(&before) {
        a.apply(edit, clock.tick(NOW + 5));
    }
    assert_eq!(carried(&kept(&a)), ["a2", "b1"]);
    assert_eq!(a.edits_to(&before), []);
}

/// Files of before kept no stamps of answers: the stamp of the snapshot says when the round began.
#[test]
fn a_round_from_an_older_file_begins_when_it_began_too() {
    let mut clock = clock("w");
    let mut a = answered(&[("a1", level(2)), ("a2", level(3))]);
    let old = snapshot("Q3", "2026-09-30", true);
    assert_eq!(old.carries, Carries::Until(None));
    a.apply(Edit::Keep(id("q3"), Some(Box::new(old))), clock.tick(NOW));
    answer(&mut a, &mut clock, "a1", NOW + 1);
    let text = encode(&a, "", "");
    assert!(!text.contains("began") && text.contains("beginsRound"));
    let mut a = decode_file(&text).unwrap().assessment;
    assert_eq!(carried(&a), ["a2"]);
    let before = a.clone();
    for edit in [Edit::Team(Some("T".into())), Edit::Keep(id("q3"), None)] {
        let undo = a.apply(edit, clock.tick(NOW + 2));
        a.apply(undo, clock.tick(NOW + 3));
    }
    assert_eq!(carried(&kept(&a)), ["a2"]);
    a.apply(Edit::Keep(id("q3"), None), clock.tick(NOW + 4));
    let edits = a.edits_to(&before);
    assert_eq!(edits.len(), 1);
    for edit in edits {
        a.apply(edit, clock.tick(NOW + 5));
    }
    assert_eq!(carried(&kept(&a)), ["a2"]);
    assert_eq!(a.edits_to(&before), []);
}

/// Whether an answer is carried over depends on no clock: not the one that began the round, not the
/// one that confirms, and no stamp of a file.
#[test]
fn answers_are_carried_over_and_confirmed_whatever_clocks_say() {
    const DECADE: u64 = 315_360_000_000;
    let walls = [NOW - DECADE, NOW, NOW + DECADE];
    let stamp = |millis| Stamp {
        millis,
        counter: 0,
        writer: WriterId::parse("far").unwrap(),
    };
    for written in walls {
        for began in walls {
            for confirms in walls {
                let mut a = empty();
                for of in ["a1", "a2"] {
                    let edit = Edit::Respond(practice(of), Some(level(2)));
                    a.apply(edit, stamp(written));
                }
                begin(&mut a, &mut clock("b"), began);
                assert_eq!(carried(&a), ["a1", "a2"], "{written} {began}");
                let mut confirming = clock("c");
                answer(&mut a, &mut confirming, "a1", confirms);
                answer(&mut a, &mut confirming, "b1", confirms);
                let a = kept(&a);
                assert_eq!(carried(&a), ["a2"], "{written} {began} {confirms}");
            }
        }
    }
}

#[test]
fn an_answer_without_a_stamp_is_carried_over_until_it_is_given_again() {
    let text = r#"{"format": "plumbline/assessment", "version": 1, "body": {"id": "u", "team": "t",
        "questionnaire": {"id": "test", "version": "1.0.0"}, "responses": {"a1": {"level": 2}}}}"#;
    let (mut a, mut clock) = (decode_file(text).unwrap().assessment, clock("w"));
    begin(&mut a, &mut clock, NOW);
    assert_eq!(carried(&kept(&a)), ["a1"]);
    answer(&mut a, &mut clock, "a1", NOW);
    assert!(carried(&kept(&a)).is_empty());
}

#[test]
fn copies_of_a_round_join_whatever_they_kept_of_its_beginning() {
    let mut a = answered(&[("a1", level(2))]);
    begin(&mut a, &mut clock("w"), NOW);
    let mut older = a.clone();
    let field = older.snapshots.get_mut(&id("q3")).unwrap();
    field.value.as_mut().unwrap().carries = Carries::Until(None);
    let (mut left, mut right) = (a.clone(), older.clone());
    left.join(&older);
    right.join(&a);
    assert_eq!(left, right);
    assert_eq!(carried(&left), ["a1"]);
}

#[test]
fn a_beginning_that_is_none_is_named_with_its_place() {
    let mut a = answered(&[("a1", level(2))]);
    begin(&mut a, &mut clock("w"), NOW);
    let text = encode(&a, "", "");
    let stamps = r#""stamps": {
          "a1": "#;
    assert!(text.contains(stamps), "{text}");
    for (from, to) in [
        (stamps, r#""stamps": {"a1": 7, "a2": "#),
        (stamps, r#""stamps": {"A 1": "#),
        (r#""stamps": {"#, r#""stamps": [], "later": {"#),
        (r#""stamps": {"#, r#""began": "then", "later": {"#),
    ] {
        let refusal = words().refusal(&decode(&text.replacen(from, to, 1)).unwrap_err());
        assert!(refusal.contains("snapshots/1: should have"), "{refusal}");
    }
}

#[test]
fn a_snapshot_holds_what_a_snapshot_is_and_the_rest_is_not_known() {
    let text = r#"{"format": "plumbline/assessment", "version": 1, "body": {"id": "u", "team": "t",
        "questionnaire": {"id": "test", "version": "1.0.0"}, "snapshots": [{"id": "s", "name": "Q3",
        "taken": "2026-09-30", "team": "Other", "targets": {"a1": 9}, "removed": true,
        "snapshots": [{"id": "deeper"}], "questionnaire": {"id": "test", "version": "1.0.0"},
        "responses": {"a1": {"level": 2, "note": 7, "evidence": "x"}}, "notes": {"a1": 1}}]}}"#;
    let a = decode_file(text).unwrap().assessment;
    comes_back(&a, &"snapshot");
    let state = &a.snapshots()[0].1.state;
    assert_eq!(state.answer(&practice("a1")), Some(&level(2)));
    assert!(state.targets.is_empty() && state.notes.is_empty() && state.snapshots.is_empty());
    assert_eq!(state.removed.value, None::<Removal>);
    let again: Value = serde_json::from_str(&encode(&a, "", "")).unwrap();
    let given: Value = serde_json::from_str(text).unwrap();
    let (again, given) = (
        &again["body"]["snapshots"][0],
        &given["body"]["snapshots"][0],
    );
    for (key, value) in given.as_object().unwrap() {
        assert_eq!(&again[key], value, "{key}");
    }
}

/// Another id is another id for all that stands within.
#[test]
fn an_assessment_under_another_id_is_read_as_it_stands() {
    let a = everything().under(id("other"));
    comes_back(&a, &"other");
    let is_own = |(_, snapshot): &(_, &Snapshot)| snapshot.state.id == a.id;
    assert!(a.snapshots().iter().all(is_own));
}
