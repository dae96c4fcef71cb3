//! Any copies join, in any order, and nothing is lost.

use crate::workshops::within;
use crate::world::{clock, empty, level, practice, snapshot};
use plumbline::formats::assessment_json::{decode, encode};
use plumbline::model::note::AT_ONCE;
use plumbline::model::stamp::{AHEAD, LAST};
use plumbline::model::{
    Assessment, Cast, Edit, Fact, Outcome, QuestionnaireRef, Stamp, Workshop, WriterId,
};
use proptest::prelude::*;

/// A copy of one document, written by one of three writers whose clocks disagree.
fn any_copy() -> impl Strategy<Value = Assessment> {
    let write = (
        0_usize..10,
        prop::option::of(1_u8..=5),
        0_u64..4,
        0_u32..2,
        0_usize..3,
    );
    prop::collection::vec(write, 0..8).prop_map(|writes| {
        let mut copy = empty();
        for (at, value, millis, counter, writer) in writes {
            let writer = WriterId::parse(["x", "y", "z"][writer]).unwrap();
            // A writer never gives one stamp to two values: the value follows from the stamp here.
            let value = value.map(|_| level(u8::try_from(millis).unwrap() + 1));
            let stamp = Stamp {
                millis,
                counter,
                writer,
            };
            let mut newer = empty();
            let id = practice(["a1", "a2", "b1", "c1"][at.min(3)]);
            let taken = format!("2026-01-0{}", millis + 1);
            let kept = value.is_some();
            if at > 3 {
                let edit = match at {
                    4 => Edit::Keep(
                        crate::world::id("s"),
                        kept.then(|| Box::new(snapshot("s", &taken, counter == 0))),
                    ),
                    7 => Edit::Workshop(
                        crate::world::id("w"),
                        kept.then(|| {
                            Box::new(Workshop {
                                title: taken.clone(),
                                ..Workshop::default()
                            })
                        }),
                    ),
                    8 => Edit::Cast(
                        within(if counter == 0 { "1" } else { "2" }),
                        kept.then(|| Cast {
                            code: taken.clone(),
                            name: String::new(),
                            ..Cast::default()
                        }),
                    ),
                    9 => Edit::Settle(
                        within("a1"),
                        kept.then(|| Outcome {
                            dissent: taken.clone(),
                            ..Outcome::default()
                        }),
                    ),
                    5 => Edit::Say(Fact::Group, kept.then(|| taken.clone())),
                    _ => Edit::Move(QuestionnaireRef {
                        id: "test".into(),
                        version: taken.clone(),
                    }),
                };
                newer.apply(edit, stamp);
            } else if at == 3 {
                // By somebody who knew the copy so far, or nothing at all.
                let text = value.map(|_| format!("{stamp}"));
                let mut writer = if counter == 0 { copy.clone() } else { empty() };
                writer.apply(Edit::Note(id, text), stamp);
                newer.join(&writer);
            } else {
                newer.apply(Edit::Respond(id, value), stamp);
            }
            copy.join(&newer);
        }
        copy
    })
}

fn joined(a: &Assessment, b: &Assessment) -> Assessment {
    let mut whole = a.clone();
    whole.join(b);
    whole
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn join_is_commutative_associative_and_idempotent(a in any_copy(), b in any_copy(), c in any_copy()) {
        prop_assert_eq!(joined(&a, &b), joined(&b, &a));
        prop_assert_eq!(joined(&joined(&a, &b), &c), joined(&a, &joined(&b, &c)));
        prop_assert_eq!(joined(&a, &a), a);
    }

    #[test]
    fn stamps_only_grow_while_the_wall_clock_jumps_within_a_day(walls in prop::collection::vec(0..AHEAD, 1..50), day in any::<u64>()) {
        let mut clock = clock("w");
        let day = day % LAST;
        let stamps: Vec<_> = walls.into_iter().map(|w| clock.tick(day + w)).collect();
        prop_assert!(stamps.windows(2).all(|w| w[0] < w[1]));
        prop_assert!(stamps.iter().all(|s| Stamp::parse(&s.to_string()).as_ref() == Some(s)));
    }
}

#[test]
fn answers_to_different_questions_are_both_kept_and_the_later_of_one_wins() {
    let (mut left, mut right) = (empty(), empty());
    let (mut l, mut r) = (clock("left"), clock("right"));
    left.apply(Edit::Respond(practice("a1"), Some(level(1))), l.tick(10));
    right.apply(Edit::Respond(practice("a2"), Some(level(2))), r.tick(11));
    right.apply(Edit::Respond(practice("a1"), Some(level(5))), r.tick(12));
    let whole = joined(&left, &right);
    assert_eq!(whole.answer(&practice("a1")), Some(&level(5)));
    assert_eq!(whole.answer(&practice("a2")), Some(&level(2)));
}

#[test]
fn a_clock_that_is_behind_still_writes_later_than_what_it_has_seen() {
    let mut ahead = clock("ahead");
    let far = ahead.tick(4_000_000_000_000);
    let mut behind = clock("behind");
    behind.observe(&far, 3_999_990_000_000);
    assert!(behind.tick(3_999_990_000_001) > far);
}

#[test]
fn an_edit_gives_its_inverse() {
    let (mut a, mut clock) = (empty(), clock("w"));
    let edit = |n| Edit::Respond(practice("a1"), Some(level(n)));
    assert_eq!(
        a.apply(edit(1), clock.tick(1)),
        Edit::Respond(practice("a1"), None)
    );
    let undo = a.apply(edit(2), clock.tick(1));
    assert_eq!(undo, edit(1));
    a.apply(undo, clock.tick(1));
    assert_eq!(a.answer(&practice("a1")), Some(&level(1)));
}

#[test]
fn notes_written_at_once_are_both_kept_until_somebody_who_saw_both_writes() {
    let id = practice("a1");
    let note = |text: &str| Edit::Note(practice("a1"), Some(text.into()));
    let mut start = empty();
    start.apply(note("first"), clock("x").tick(1));
    let (mut left, mut right) = (start.clone(), start.clone());
    left.apply(note("left"), clock("left").tick(10));
    right.apply(note("right"), clock("right").tick(11));
    right.apply(note("right, longer"), clock("right").tick(12));
    let mut whole = joined(&left, &right);
    let both = whole.note(&id).unwrap();
    assert_eq!(both, format!("right, longer{AT_ONCE}left"));
    // A file carries both, and older copies bring nothing back.
    let file = decode(&encode(&whole, "", "")).unwrap();
    assert!(!file.edited_outside);
    assert_eq!(file.assessment, whole);
    whole.join(&start);
    assert_eq!(whole.note(&id), Some(both));
    whole.apply(note("agreed"), clock("z").tick(20));
    for old in [&start, &left, &right] {
        whole.join(old);
        whole = decode(&encode(&whole, "", "")).unwrap().assessment;
    }
    assert_eq!(whole.note(&id), Some("agreed".into()));
    // Clearing does not win over a text that was written meanwhile.
    let mut cleared = whole.clone();
    cleared.apply(Edit::Note(id.clone(), None), clock("c").tick(40));
    whole.apply(note("kept"), clock("d").tick(30));
    assert_eq!(joined(&whole, &cleared).note(&id), Some("kept".into()));
    // What a hand wrote into the file stands.
    let by_hand = encode(&joined(&left, &right), "", "").replace("right, longer\\n", "by hand\\n");
    let by_hand = decode(&by_hand).unwrap();
    assert!(by_hand.edited_outside);
    let note = joined(&by_hand.assessment, &left).note(&id).unwrap();
    assert!(note.starts_with("by hand"), "{note}");
}
