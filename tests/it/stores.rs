//! What is said of the two stores is how they are.

use crate::world::{empty, full};
use plumbline::formats::assessment_json::{Refusal, encode_compact};
use plumbline::formats::raw_json::{LeftOut, Place};
use plumbline::model::{Assessment, AssessmentId};
use plumbline::storage::{Health, Holding, Safety, StoreError, holding, key};
use plumbline::words::words;

fn record(a: &Assessment) -> (String, String) {
    (key(&a.id), encode_compact(a, "0.1.0", "now"))
}

/// Two assessments, as they are on the screen.
fn shown() -> [Assessment; 2] {
    let mut other = full();
    other.id = AssessmentId::parse("team-two").unwrap();
    [full(), other]
}

fn look(records: &[(String, String)]) -> Holding {
    holding(records.to_vec(), |a| shown().contains(a))
}

fn health(quick: &[(String, String)], safe: &[(String, String)]) -> Health {
    Health {
        quick: Ok(look(quick)),
        safe: Ok(look(safe)),
        all: shown().len(),
    }
}

const FINE: Result<(), StoreError> = Ok(());

#[test]
fn records_are_counted_by_what_can_be_done_with_them() {
    let [one, two] = shown();
    let mut older = two.clone();
    older.about = Default::default();
    older.team.value = Some("Before".into());
    let parked = "plumbline:parked:1:quick:plumbline:assessment:x";
    let records = [
        record(&one),
        record(&older),
        ("plumbline:assessment:cut".into(), "{\"form".into()),
        (parked.into(), "ünd🚀".into()),
        ("plumbline:keys".into(), "\"on\"".into()),
    ];
    let found = look(&records);
    assert_eq!(
        (found.records, found.same, found.differing, found.unreadable),
        (5, 1, 1, 1)
    );
    assert_eq!(found.parked, ["ünd🚀"]);
    // A few at a time, they come to the same.
    for parts in 1..=records.len() {
        let mut in_parts = Holding::default();
        records
            .chunks(parts)
            .for_each(|some| in_parts.add(look(some)));
        assert_eq!(in_parts, found);
    }
    // As the browser counts: two for what lies outside the first plane.
    let last = look(&records[3..4]);
    assert_eq!(last.size, parked.len() + 5);
}

#[test]
fn kept_twice_is_said_only_where_both_have_all_of_it() {
    let all = shown().map(|a| record(&a));
    assert_eq!(health(&all, &all).safety(FINE, FINE), Safety::Twice);
    // One store lacks one, or each lacks another: together all is there, and nothing twice.
    for (quick, safe) in [
        (&all[..1], &all[..]),
        (&all[..], &all[1..]),
        (&all[..1], &all[1..]),
        (&[][..], &all[..]),
    ] {
        let found = health(quick, safe).safety(FINE, FINE);
        assert_eq!(found, Safety::Unevenly);
    }
    // One has an older copy.
    let mut older = all.clone();
    older[0] = record(&empty());
    assert_eq!(health(&older, &all).safety(FINE, FINE), Safety::Unevenly);
    // Nothing anywhere is nothing amiss.
    let nothing = Health {
        all: 0,
        ..health(&[], &[])
    };
    assert_eq!(nothing.safety(FINE, FINE), Safety::Twice);
}

#[test]
fn a_store_that_failed_is_not_said_to_keep_anything() {
    let all = shown().map(|a| record(&a));
    let whole = health(&all, &all);
    let (full, other) = (
        Err(StoreError::Full),
        Err(StoreError::Other("UnknownError")),
    );
    let blocked = || Err(StoreError::Blocked);
    // What could be read is as it was; what is written now is not kept.
    let quick_alone = Safety::QuickAlone(StoreError::Other("UnknownError"));
    let safe_alone = Safety::DatabaseAlone(StoreError::Full);
    assert_eq!(whole.safety(FINE, other), quick_alone);
    assert_eq!(whole.safety(full, FINE), safe_alone);
    let nowhere = Safety::Nowhere(StoreError::Full);
    assert_eq!(whole.safety(full, other), nowhere);
    // What could not even be read.
    let no_database = Health {
        safe: blocked(),
        ..whole.clone()
    };
    let alone = Safety::QuickAlone(StoreError::Blocked);
    assert_eq!(no_database.safety(FINE, FINE), alone);
    assert_eq!(no_database.safety(full, FINE), nowhere);
    let no_quick = Health {
        quick: blocked(),
        ..whole
    };
    let alone = Safety::DatabaseAlone(StoreError::Blocked);
    assert_eq!(no_quick.safety(FINE, FINE), alone);
}

#[test]
fn the_sentences_follow_the_state() {
    let why = StoreError::Full;
    let said = |safety| words().data_lead(safety);
    assert!(said(Safety::Twice).contains("twice: in a quick store"));
    for (safety, words) in [
        (Safety::Unevenly, "not all of them twice"),
        (Safety::QuickAlone(why), "quick store alone, since"),
        (Safety::DatabaseAlone(why), "database alone, since"),
        (
            Safety::Nowhere(why),
            "kept nowhere: the browser's storage is full. It is gone when",
        ),
    ] {
        assert!(said(safety).contains(words), "{}", said(safety));
        assert!(!said(safety).contains("twice: in a quick store"));
        assert!(said(safety).ends_with("Nothing is sent anywhere."));
    }
}

#[test]
fn what_an_emergency_download_keeps_to_itself_is_said_in_words() {
    let said = |left| words().left_out(&left);
    let unread = said(LeftOut::Unread {
        place: Place::Database,
        id: "team-one".into(),
        why: Refusal::Empty,
    });
    assert_eq!(
        unread,
        "The record “team-one” from the database: The file is empty."
    );
    assert!(said(LeftOut::Others(1)).starts_with("1 record that is not"));
    assert!(said(LeftOut::Others(3)).starts_with("3 records that are not"));
    assert!(said(LeftOut::Store(Place::Quick)).contains("quick store"));
}
