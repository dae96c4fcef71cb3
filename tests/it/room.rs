//! What is written can be read: limits hold while one edits, with room for what copies add when they
//! are joined, and nothing that could not be read is ever written.

use crate::disk::Disk;
use crate::readable::comes_back;
use crate::workshops::within;
use crate::world::{NOW, clock, empty, full, id, level, practice, questionnaire, write};
use plumbline::formats::assessment_json::{Encoder, MAX_BYTES, decode_file, encode};
use plumbline::model::limits::MAX_FIELDS;
use plumbline::model::validate::{
    self, MAX_ACTIONS, MAX_BALLOTS, MAX_NOTE, MAX_SNAPSHOTS, MAX_UNKNOWN, MAX_WORKSHOPS,
};
use plumbline::model::{Action, Answer, Assessment, Cast, Clock, Edit, Limit, Outcome};
use plumbline::storage::{
    Candidate, MAX_TAKEN, MAX_TYPED, Store, StoreError, fits, joined, key, merge, save,
};
use plumbline::words::words;

fn one(a: &mut Assessment, clock: &mut Clock, edit: Edit) -> Result<(), Limit> {
    write(a, vec![edit], || clock.tick(NOW)).map(drop)
}

/// Its own download, opened again.
#[track_caller]
fn opens_again(a: &Assessment) {
    comes_back(a, &a.team());
    let read = decode_file(&encode(a, "1", "now")).unwrap();
    Candidate::of(&questionnaire(), read, &[]).unwrap();
}

fn act(n: usize) -> Edit {
    let action = Action {
        what: format!("{n}"),
        ..Action::default()
    };
    Edit::Act(id(&format!("x{n}")), Some(action))
}

fn keep(a: &Assessment, n: usize) -> Edit {
    let snapshot = a.snapshot(format!("{n}"), "2026".into(), true);
    Edit::Keep(id(&format!("s{n}")), Some(Box::new(snapshot)))
}

#[test]
fn what_is_full_takes_nothing_new_and_can_still_be_changed_and_opened_again() {
    type Make = fn(&Assessment, usize) -> Edit;
    let kinds: [(Limit, usize, Make); 4] = [
        (Limit::Actions, MAX_ACTIONS, |_, n| act(n)),
        (Limit::Snapshots, MAX_SNAPSHOTS, keep),
        (Limit::Workshops, MAX_WORKSHOPS, |_, n| {
            Edit::Workshop(id(&format!("w{n}")), Some(Box::default()))
        }),
        (Limit::Ballots, MAX_BALLOTS, |_, n| {
            Edit::Cast(within(&format!("{n}")), Some(Cast::default()))
        }),
    ];
    for (limit, most, make) in kinds {
        let (mut a, mut clock) = (empty(), clock("w"));
        // All at once, so that a thousand sizes need not be taken.
        let edits: Vec<_> = (0..most).map(|n| make(&a, n)).collect();
        write(&mut a, edits, || clock.tick(NOW)).unwrap();
        let before = a.clone();
        let said = words().full(limit).replace(',', "");
        assert!(said.contains(&format!(" {most} ")), "{said}");
        let more = make(&a, most);
        assert_eq!(one(&mut a, &mut clock, more.clone()), Err(limit));
        let batch = vec![Edit::Team(Some("no".into())), more];
        let refused = write(&mut a, batch, || clock.tick(NOW));
        assert_eq!(refused, Err(limit), "all or none");
        assert_eq!(a, before);
        let again = make(&a, 0);
        one(&mut a, &mut clock, again).unwrap();
        opens_again(&a);
        // A copy that was filled apart from it, and joined, opens too.
        let (mut other, mut theirs) = (empty(), crate::world::clock("z"));
        let edits: Vec<_> = (0..most).map(|n| make(&other, most + n)).collect();
        write(&mut other, edits, || theirs.tick(NOW)).unwrap();
        let both = joined(&questionnaire(), &a, &other).unwrap();
        opens_again(&both);
        // Of a third, it is said that it is too much, and nothing is changed.
        let (mut third, mut clock) = (empty(), crate::world::clock("y"));
        let edits: Vec<_> = (0..most).map(|n| make(&third, 2 * most + n)).collect();
        write(&mut third, edits, || clock.tick(NOW)).unwrap();
        assert!(joined(&questionnaire(), &both, &third).is_err());
    }
}

#[test]
fn fields_of_all_kinds_have_a_limit_together() {
    let (mut a, mut clock) = (empty(), clock("w"));
    let settle = |n: usize| {
        let key = plumbline::model::Within {
            workshop: id("w"),
            of: practice(&format!("p{n}")),
        };
        Edit::Settle(key, Some(Outcome::default()))
    };
    let edits: Vec<_> = (0..MAX_FIELDS).map(settle).collect();
    write(&mut a, edits, || clock.tick(NOW)).unwrap();
    assert_eq!(a.fields(), MAX_FIELDS);
    let others = [
        settle(MAX_FIELDS),
        act(1),
        Edit::Respond(practice("a1"), Some(level(1))),
        Edit::Note(practice("a1"), Some("n".into())),
        Edit::Target(practice("a1"), None),
    ];
    for edit in others {
        assert_eq!(one(&mut a, &mut clock, edit), Err(Limit::Fields));
    }
    one(&mut a, &mut clock, Edit::Team(Some("T".into()))).unwrap();
    one(&mut a, &mut clock, settle(1)).unwrap();
    comes_back(&a, &"full");
    // Twice as much is one bracket too full: joined by two tabs, it is not written.
    let (mut other, mut theirs) = (empty(), crate::world::clock("z"));
    let edits: Vec<_> = (0..MAX_FIELDS).map(|n| settle(MAX_FIELDS + n)).collect();
    write(&mut other, edits, || theirs.tick(NOW)).unwrap();
    assert_eq!(joined(&questionnaire(), &a, &other), Err(Limit::Size));
    let disk = Disk::default();
    save(&disk, &a, &mut Encoder::new("1"), "now", None).unwrap();
    let before = disk.read(&key(&a.id)).unwrap();
    let refused = save(&disk, &other, &mut Encoder::new("1"), "now", None);
    assert_eq!(refused, Err(StoreError::TooLarge));
    let merged = merge(before.clone(), &other, &mut Encoder::new("1"), "now", None);
    assert_eq!(merged, Err(StoreError::TooLarge));
    assert_eq!(
        disk.read(&key(&a.id)).unwrap(),
        before,
        "what stood there stands"
    );
}

#[test]
fn what_is_typed_ends_where_a_file_would_and_can_be_shortened() {
    let (mut a, mut clock) = (full(), clock("w9"));
    let long = "🙂\"".repeat(MAX_NOTE / 2);
    let note = |n: usize, text: &str| Edit::Note(practice(&format!("p{n}")), Some(text.into()));
    // Most of it at once, so that a hundred sizes need not be taken.
    let fits = MAX_TYPED / (long.len() + long.len() / 5) - 1;
    let edits = (0..fits).map(|n| note(n, &long)).collect();
    write(&mut a, edits, || clock.tick(NOW)).unwrap();
    let mut written = fits;
    let refused = (fits..fits + 10).find_map(|n| {
        written += 1;
        one(&mut a, &mut clock, note(n, &long)).err()
    });
    assert_eq!(refused, Some(Limit::Size));
    assert!(written > 50 && encode(&a, "", "").len() <= MAX_TYPED);
    // An answer takes next to nothing; a text that is no longer than before, neither.
    let answer = Edit::Respond(practice("a2"), Some(level(5)));
    one(&mut a, &mut clock, answer).unwrap();
    one(&mut a, &mut clock, note(0, &long[5..])).unwrap();
    let refused = one(&mut a, &mut clock, note(written, &long));
    assert_eq!(refused, Err(Limit::Size));
    one(&mut a, &mut clock, Edit::Note(practice("p0"), None)).unwrap();
    one(&mut a, &mut clock, note(written, "short")).unwrap();
    // Two that were filled apart, joined by two tabs, are still read.
    const { assert!(MAX_TYPED < MAX_TAKEN && 2 * MAX_TYPED <= MAX_BYTES) };
}

#[test]
fn a_snapshot_takes_its_room_like_anything_else() {
    let (mut a, mut clock) = (empty(), clock("w"));
    let reason = "🙂".repeat(validate::MAX_LINE);
    let answers = (0..300).map(|n| {
        let answer = Answer::NotApplicable(reason.clone());
        Edit::Respond(practice(&format!("p{n}")), Some(answer))
    });
    write(&mut a, answers.collect(), || clock.tick(NOW)).unwrap();
    let edits = (0..9).map(|n| keep(&a, n)).collect();
    write(&mut a, edits, || clock.tick(NOW)).unwrap();
    let edit = keep(&a, 9);
    assert_eq!(one(&mut a, &mut clock, edit), Err(Limit::Size));
    let kept = a.snapshots().len();
    one(&mut a, &mut clock, Edit::Keep(id("s0"), None)).unwrap();
    let edit = keep(&a, 99);
    one(&mut a, &mut clock, edit).unwrap();
    assert_eq!(a.snapshots().len(), kept);
}

#[test]
fn texts_of_a_file_are_bounded_wherever_they_stand() {
    let (mut a, mut clock) = (full(), clock("w9"));
    let snapshot = keep(&a, 1);
    one(&mut a, &mut clock, snapshot).unwrap();
    one(
        &mut a,
        &mut clock,
        Edit::Workshop(id("w"), Some(Box::default())),
    )
    .unwrap();
    let file: serde_json::Value = serde_json::from_str(&encode(&a, "", "")).unwrap();
    let bodies: [(&str, &[&str]); 3] = [
        (
            "/body",
            &[
                "questionnaire/version",
                "measurements/m/period",
                "responses/a3/notApplicable",
            ],
        ),
        (
            "/body/snapshots/0",
            &[
                "questionnaire/version",
                "measurements/m/period",
                "responses/a3/notApplicable",
                "responses/a1/note",
                "taken",
                "name",
                "later",
            ],
        ),
        (
            "/body",
            &[
                "team",
                "responses/a1/note",
                "later",
                "workshops/w/began",
                "workshops/w/title",
            ],
        ),
    ];
    for (body, places) in bodies {
        for place in places {
            let mut file = file.clone();
            let mut at = file.pointer_mut(body).unwrap();
            for key in place.split('/') {
                at = &mut at[key];
            }
            // A note in a snapshot is not known there.
            let is_unknown = *place == "later" || body.len() > 5 && place.ends_with("note");
            let long = if is_unknown { MAX_UNKNOWN } else { 20_000 };
            *at = serde_json::Value::from("x".repeat(long + 1));
            let read = decode_file(&file.to_string()).unwrap();
            let refused = Candidate::of(&questionnaire(), read, &[]);
            let said = words().refusal(&refused.unwrap_err());
            assert!(
                said.contains("longer than") || said.contains("too long") || said.contains("bytes"),
                "{place}: {said}"
            );
            assert!(said.len() < 400, "{place}: {said}");
        }
    }
}

/// A list of a later version, without white space, is small; written out, each entry has a line.
#[test]
fn a_file_that_swells_when_it_is_written_out_is_refused_in_words() {
    let list = format!("[{}0]", "0,".repeat(9_000));
    let mut text = encode(&full(), "", "");
    for n in 0..20 {
        let deep = format!("{}{list}{}", "[".repeat(25), "]".repeat(25));
        text = text.replacen("\"body\": {", &format!("\"body\": {{\"k{n}\": {deep},"), 1);
    }
    let a = decode_file(&text).unwrap().assessment;
    let said = words().refusal(&fits(&a, usize::MAX).unwrap_err());
    assert!(said.contains("bytes"), "{said}");
}
