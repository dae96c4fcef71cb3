//! What is stored survives faults: a store that fails at any step loses nothing acknowledged.

use crate::disk::{Disk, Plan};
use crate::world::{clock, empty, full, level, practice};
use plumbline::formats::assessment_json::{Encoder, Refusal, decode, encode};
use plumbline::model::{Assessment, Edit};
use plumbline::storage::{
    Opening, Store, StoreError, earlier_states, key, merge, open, save, sort,
};
use std::collections::BTreeMap;

fn keep(store: &Disk, a: &Assessment) -> Result<Assessment, StoreError> {
    let kept = save(
        store,
        a,
        &mut Encoder::new("0.1.0"),
        "2026-11-23T10:00:00Z",
        None,
    )?;
    Ok(kept.joined.unwrap_or_else(|| a.clone()))
}

#[test]
fn what_was_saved_is_opened_again() {
    let store = Disk::default();
    keep(&store, &full()).unwrap();
    assert_eq!(
        open(&store).unwrap(),
        Opening {
            assessments: vec![full()],
            ..Opening::default()
        }
    );
}

/// What stands there already is not written once more; what was lost, or is another, is.
#[test]
fn the_same_is_not_written_twice() {
    let store = Disk::default();
    let writes = || store.past.borrow().len();
    let at = |a: &Assessment, minute: u32, known: Option<&str>| {
        let time = format!("2026-11-23T10:{minute:02}:00Z");
        save(&store, a, &mut Encoder::new("0.1.0"), &time, known).unwrap()
    };
    let mut a = full();
    let first = at(&a, 1, None);
    let again = at(&a, 2, Some(&first.text));
    assert_eq!((&again, writes()), (&first, 1));
    assert_eq!(store.records.borrow()[&key(&a.id)], first.text);
    // A file that says something else of what this version does not know is no copy of it.
    let mut other = a.clone();
    let place = || vec!["body".to_owned(), "x".to_owned()];
    other.unknown.put(place(), r#"{"savedAt":"1"}"#.to_owned());
    let one = at(&other, 2, Some(&first.text));
    assert_eq!(writes(), 2);
    other.unknown.put(place(), r#"{"savedAt":"2"}"#.to_owned());
    let two = at(&other, 2, Some(&one.text));
    assert_eq!(writes(), 3);
    assert_ne!(one.text, two.text);
    let edit = Edit::Respond(practice("a1"), Some(level(2)));
    a.apply(edit, clock("w").tick(1_000_000));
    let edited = at(&a, 3, Some(&two.text));
    assert_eq!(writes(), 4);
    store.records.borrow_mut().remove(&key(&a.id));
    let lost = at(&a, 4, Some(&edited.text));
    assert_eq!(writes(), 5);
    assert_eq!(store.records.borrow()[&key(&a.id)], lost.text);
}

#[test]
fn an_unreadable_record_is_set_aside_and_never_overwritten() {
    let store = Disk::default();
    keep(&store, &full()).unwrap();
    let damaged = "{\"format\": \"plumbline/assess";
    store
        .records
        .borrow_mut()
        .insert(key(&full().id), damaged.into());
    store
        .records
        .borrow_mut()
        .insert("someone-elses".into(), "x".into());
    let opening = open(&store).unwrap();
    assert!(opening.assessments.is_empty());
    assert_eq!(opening.set_aside[0].text, damaged);
    assert!(matches!(
        opening.set_aside[0].reason,
        Refusal::NotJson {
            ends_early: true,
            ..
        }
    ));
    // It does not stand in the way: its bytes move aside, and both are there.
    assert_eq!(keep(&store, &full()), Ok(full()));
    let opening = open(&store).unwrap();
    assert_eq!(opening.assessments, [full()]);
    assert_eq!(opening.set_aside[0].text, damaged);
    assert_eq!(store.records.borrow()["someone-elses"], "x");
    // The same text is set aside once.
    let records = store.records.borrow().len();
    let damaged_again = (key(&full().id), damaged.to_owned());
    store.records.borrow_mut().extend([damaged_again]);
    keep(&store, &full()).unwrap();
    assert_eq!(store.records.borrow().len(), records);
}

#[test]
fn what_a_newer_version_wrote_is_left_as_it_is() {
    let store = Disk::default();
    let newer = encode(&full(), "9", "9").replace("\"version\": 1", "\"version\": 2");
    store
        .records
        .borrow_mut()
        .insert(key(&full().id), newer.clone());
    assert_eq!(keep(&store, &full()), Err(StoreError::Newer));
    assert_eq!(store.records.borrow()[&key(&full().id)], newer);
    let opening = open(&store).unwrap();
    assert_eq!(opening.set_aside[0].reason, Refusal::Newer(2));
    // It is there to look at, as far as it is understood.
    assert_eq!(opening.newer, [full().id]);
    assert_eq!(opening.assessments, [full()]);
    let mut opening = Opening::default();
    let strange = newer.replace("\"level\": 3", "\"mood\": \"fine\"");
    let strange = strange.replace("\"between\"", "\"level\": {}, \"between\"");
    sort(&mut opening, [(key(&full().id), strange)]);
    assert_eq!(opening.assessments[0].team(), full().team());
    // Once this version can read what an older one set aside, it joins it.
    let mut opening = Opening::default();
    let (here, there) = (empty(), full());
    let aside = format!("plumbline:set-aside:{}:1", there.id);
    let records = [
        (key(&here.id), encode(&here, "1", "1")),
        (aside, encode(&there, "1", "1")),
    ];
    sort(&mut opening, records);
    let mut both = here;
    both.join(&there);
    assert_eq!(opening.assessments, [both]);
}

#[test]
fn a_removed_assessment_travels_as_a_tombstone_and_an_edit_wins() {
    let mut a = full();
    assert!(!a.is_removed());
    a.apply(Edit::Removed(Some(())), clock("w").tick(5_000));
    assert!(a.is_removed());
    let again = decode(&encode(&a, "x", "y")).unwrap().assessment;
    assert_eq!(again, a);
    // An older copy changes nothing; an edit made elsewhere after that brings it back.
    a.join(&full());
    assert!(a.is_removed());
    let mut elsewhere = full();
    elsewhere.apply(
        Edit::Team(Some("Still here".into())),
        clock("z").tick(6_000),
    );
    a.join(&elsewhere);
    assert!(!a.is_removed());
    assert_eq!(a.team(), "Still here");
}

#[test]
fn what_another_tab_wrote_is_joined_not_overwritten() {
    let store = Disk::default();
    let (mut here, mut there) = (empty(), empty());
    here.apply(
        Edit::Respond(practice("a1"), Some(level(1))),
        clock("here").tick(1),
    );
    there.apply(
        Edit::Respond(practice("a2"), Some(level(2))),
        clock("there").tick(2),
    );
    keep(&store, &there).unwrap();
    let whole = keep(&store, &here).unwrap();
    assert_eq!(whole.answer(&practice("a2")), Some(&level(2)));
    assert_eq!(open(&store).unwrap().assessments, [whole]);
}

#[test]
fn a_fault_at_any_step_loses_nothing_that_was_acknowledged() {
    for forever in [false, true] {
        for fails_at in 0..40 {
            let store = Disk::default();
            store.plan.set(if forever {
                Plan::From(fails_at)
            } else {
                Plan::Once(fails_at)
            });
            let (mut a, mut clock) = (empty(), clock("w"));
            let mut acknowledged = None;
            for n in 1..=5 {
                a.apply(Edit::Respond(practice("a1"), Some(level(n))), clock.tick(1));
                if let Ok(kept) = keep(&store, &a) {
                    acknowledged = Some(kept);
                }
            }
            store.plan.set(Plan::Never);
            let opened = open(&store).unwrap();
            assert!(opened.set_aside.is_empty());
            if let Some(kept) = acknowledged {
                let mut whole = opened.assessments[0].clone();
                whole.join(&kept);
                assert_eq!(
                    whole, opened.assessments[0],
                    "fault at {fails_at}, for ever: {forever}"
                );
            }
        }
    }
}

#[test]
fn a_store_that_does_not_keep_what_it_took_is_found_out() {
    struct Forgetful(Disk);
    impl Store for Forgetful {
        fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
            self.0.read(key)
        }
        fn write(&self, _: &str, _: &str) -> Result<(), StoreError> {
            Ok(())
        }
        fn remove(&self, key: &str) -> Result<(), StoreError> {
            self.0.remove(key)
        }
        fn keys(&self, prefix: &str) -> Result<Vec<String>, StoreError> {
            self.0.keys(prefix)
        }
    }
    let store = Forgetful(Disk::default());
    assert_eq!(
        save(&store, &full(), &mut Encoder::new("0.1.0"), "now", None),
        Err(StoreError::NotKept)
    );
}

#[test]
fn what_this_tab_wrote_is_not_read_anew_and_what_another_wrote_is_joined() {
    let store = Disk::default();
    let (mut a, mut here, mut there) = (empty(), clock("w"), clock("v"));
    let mut other = a.clone();
    let first = save(&store, &a, &mut Encoder::new("0.1.0"), "now", None).unwrap();
    assert_eq!(first.joined, None);
    a.apply(Edit::Team(Some("Ours".into())), here.tick(2));
    let second = save(
        &store,
        &a,
        &mut Encoder::new("0.1.0"),
        "now",
        Some(&first.text),
    )
    .unwrap();
    assert_eq!(second.joined, None);
    assert_eq!(store.read(&key(&a.id)), Ok(Some(second.text.clone())));
    // Another tab writes in between.
    other.apply(Edit::Team(Some("Theirs".into())), there.tick(5));
    let theirs = save(
        &store,
        &other,
        &mut Encoder::new("0.1.0"),
        "now",
        Some(&first.text),
    )
    .unwrap();
    assert_ne!(theirs.text, second.text);
    let third = save(
        &store,
        &a,
        &mut Encoder::new("0.1.0"),
        "now",
        Some(&second.text),
    )
    .unwrap();
    assert_eq!(third.joined.unwrap().team(), "Theirs");
}

#[test]
fn earlier_states_are_kept_by_hours_days_and_months_and_no_more() {
    let (mut a, mut ticks) = (empty(), clock("w"));
    let mut kept = BTreeMap::new();
    let mut before: Option<String> = None;
    let mut saves = Vec::new();
    for month in 1..=12 {
        for day in [1, 2, 28] {
            for hour in [8, 9, 13] {
                saves.push(format!("2026-{month:02}-{day:02}T{hour:02}:30:00.000Z"));
            }
        }
    }
    for (n, now) in saves.iter().enumerate() {
        let n = u8::try_from(n % 5 + 1).unwrap();
        a.apply(Edit::Respond(practice("a1"), Some(level(n))), ticks.tick(1));
        let writing = merge(before, &a, &mut Encoder::new("1"), now, None).unwrap();
        kept.extend(writing.earlier);
        before = Some(writing.record.1);
    }
    assert!(
        kept.keys()
            .all(|key| key.starts_with("plumbline:earlier:team-one:"))
    );
    let texts: Vec<_> = kept.into_values().collect();
    let states = earlier_states(&texts);
    let times: Vec<_> = states.iter().map(|(at, _)| &at[5..13]).collect();
    // The latest first: today's, the other days', the other months' last ones.
    assert_eq!(times[0], "12-28T09");
    assert!(times.contains(&"12-02T13") && times.contains(&"11-28T13"));
    assert!(!times.contains(&"11-02T13"), "one a month is kept");
    assert!(states.windows(2).all(|two| two[0].0 > two[1].0));
    assert!(texts.len() <= 8 + 31 + 12);
    // What was answered then is there again.
    let then = states
        .iter()
        .find(|(at, _)| at.starts_with("2026-12-02T13"));
    let at = saves
        .iter()
        .position(|s| s.starts_with("2026-12-02T13"))
        .unwrap();
    let n = u8::try_from(at % 5 + 1).unwrap();
    assert_eq!(then.unwrap().1.answer(&practice("a1")), Some(&level(n)));
    // A clock that tells no time keeps none, and breaks nothing.
    let odd = merge(before, &a, &mut Encoder::new("1"), "yesterday", None).unwrap();
    assert!(odd.earlier.is_empty());
}

#[test]
fn earlier_states_are_kept_without_ballots() {
    let (mut a, mut ticks) = (empty(), clock("w"));
    for edit in crate::workshops::edits() {
        a.apply(edit, ticks.tick(1));
    }
    let at = "2026-11-23T10:00:00Z";
    let first = merge(None, &a, &mut Encoder::new("1"), at, None)
        .unwrap()
        .record
        .1;
    assert!(first.contains("PBx"));
    let writing = merge(
        Some(first.clone()),
        &a,
        &mut Encoder::new("1"),
        "2026-11-25T10:00:00Z",
        None,
    )
    .unwrap();
    assert!(!writing.earlier.is_empty());
    assert!(writing.record.1.contains("PBx"));
    for (_, text) in &writing.earlier {
        assert!(!text.contains("PBx") && !text.contains("PBy"));
    }
    let texts: Vec<_> = writing.earlier.into_iter().map(|(_, text)| text).collect();
    let (when, state) = earlier_states(&texts).remove(0);
    assert_eq!(when, at);
    // All else is there.
    let mut whole = decode(&first).unwrap().assessment;
    whole.ballots = Default::default();
    assert_eq!(state, whole);
}

/// The key that opens ballots goes with them; and what goes back to an earlier state keeps it, as long
/// as the workshop is under way.
#[test]
fn earlier_states_are_kept_without_keys() {
    let (mut a, mut ticks) = (empty(), clock("w"));
    for edit in crate::sealed_desk::sealed() {
        a.apply(edit, ticks.tick(1));
    }
    for (with_ballots, of) in [(true, "with"), (false, "without")] {
        if !with_ballots {
            a.ballots = Default::default();
        }
        let first = merge(None, &a, "1", "2026-11-23T10:00:00Z")
            .unwrap()
            .record
            .1;
        assert!(first.contains("abababab"), "{of}");
        let writing = merge(Some(first), &a, "1", "2026-11-25T10:00:00Z").unwrap();
        assert!(writing.record.1.contains("abababab"), "{of}");
        let texts: Vec<_> = writing.earlier.into_iter().map(|(_, text)| text).collect();
        assert!(!texts.is_empty());
        for text in &texts {
            assert!(
                !text.contains("abababab") && !text.contains("We wait"),
                "{of}"
            );
        }
        let (_, then) = earlier_states(&texts).remove(0);
        let mut at = crate::at_desk::AtDesk::with(vec![a.clone()]);
        let back = at.desk.go_back(&at.id, &then, "then".into()).unwrap();
        at.run(back);
        assert_eq!(at.now().workshops, a.workshops, "{of}");
    }
}
