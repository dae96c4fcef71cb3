//! Any copies join, in any order, and nothing is lost.

use crate::world::{clock, empty, level, practice};
use plumbline::model::{Assessment, Edit, Stamp, WriterId};
use proptest::prelude::*;

/// A copy of one document, written by one of three writers whose clocks disagree.
fn any_copy() -> impl Strategy<Value = Assessment> {
    let write = (
        0_usize..4,
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
            newer.apply(
                Edit::Respond(practice(["a1", "a2", "b1", "c1"][at]), value),
                stamp,
            );
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
    fn stamps_only_grow_whatever_the_wall_clock_does(walls in prop::collection::vec(any::<u64>(), 1..50)) {
        let mut clock = clock("w");
        let stamps: Vec<_> = walls.into_iter().map(|w| clock.tick(w)).collect();
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
    behind.observe(&far);
    assert!(behind.tick(5) > far);
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
