//! Two stores, faults and crashes at every step: what was acknowledged is there afterwards.
//!
//! The quick store loses a random tail of what it took when the browser is killed (measured in
//! Chromium: up to a minute); the database keeps what it acknowledged and nothing of what it did
//! not. Any write may fail, once or from then on; a crash may damage a record; a second fault may
//! strike during recovery.

use crate::disk::{Disk, Plan, Records};
use crate::random::Dice;
use crate::world::{clock, empty, level, practice};
use plumbline::model::{Assessment, Clock, Edit};
use plumbline::storage::{self, Opening, StoreError, key, merge, sort};

/// One transaction: all of it or nothing.
fn transact(disk: &Disk, a: &Assessment) -> Result<Assessment, StoreError> {
    disk.call()?;
    let before = disk.records.borrow().get(&key(&a.id)).cloned();
    let writing = merge(before, a, "1", "now")?;
    disk.call()?;
    let mut records = disk.records.borrow_mut();
    records.extend(writing.aside.into_iter().chain([writing.record]));
    Ok(writing.whole)
}

fn edit(a: &mut Assessment, clock: &mut Clock, dice: &mut Dice) {
    let id = practice(["a1", "a2", "a3", "b1", "c1", "c2"][dice.below(6) as usize]);
    let edit = match dice.below(4) {
        0 => Edit::Note(id, Some(format!("note {}", dice.below(100)))),
        1 => Edit::Respond(id, None),
        _ => Edit::Respond(id, Some(level(dice.below(5) as u8 + 1))),
    };
    a.apply(edit, clock.tick(dice.below(50)));
}

fn found(stores: [&Records; 2]) -> Opening {
    let mut opening = Opening::default();
    for records in stores {
        sort(&mut opening, records.clone());
    }
    opening
}

/// One session that ends in a crash, and the start after it. Returns what the next one finds.
fn one(seed: u64) -> u32 {
    let dice = &mut Dice(seed);
    let plan = |dice: &mut Dice| match dice.below(3) {
        0 => Plan::Never,
        1 => Plan::Once(dice.below(30)),
        _ => Plan::From(dice.below(30)),
    };
    let quick = Disk::new(Records::new(), plan(dice));
    let safe = Disk::new(Records::new(), plan(dice));
    let (mut a, mut clock) = (empty(), clock("w"));
    let mut acknowledged = empty();
    let mut faults = 0;
    let mut known: Option<String> = None;
    for _ in 0..=dice.below(6) {
        edit(&mut a, &mut clock, dice);
        let local = storage::save(&quick, &a, "1", "now", known.as_deref());
        known = local.as_ref().ok().map(|kept| kept.text.clone());
        let kept = transact(&safe, &a);
        faults += u32::from(local.is_err()) + u32::from(kept.is_err());
        if let Ok(whole) = kept {
            acknowledged.join(&whole);
        }
    }
    // The crash: the quick store is as it was after some earlier write, perhaps damaged.
    let past = quick.past.borrow();
    let mut left = past[dice.below(past.len() as u64) as usize].clone();
    let damage = dice.below(6);
    if let Some(text) = left.values_mut().next() {
        match damage {
            0 => text.truncate(dice.below(text.len() as u64) as usize),
            1 => text.clear(),
            2 => *text = text.replace('{', "["),
            3 => text.push('}'),
            4 => *text = "null".into(),
            _ => {}
        }
    }
    let bytes: Vec<String> = left.values().cloned().collect();
    let opening = found([&left, &safe.records.borrow()]);
    check(&opening, &acknowledged, seed);
    // Recovery writes what either store lacks, and may be struck again, and crash again.
    let Some(here) = opening.assessments.first() else {
        return faults;
    };
    let quick = Disk::new(left, plan(dice));
    let safe = Disk::new(safe.records.take(), plan(dice));
    let local = storage::save(&quick, here, "1", "later", None);
    let kept = transact(&safe, here);
    faults += u32::from(local.is_err()) + u32::from(kept.is_err());
    let opening = found([&quick.records.borrow(), &safe.records.borrow()]);
    check(&opening, &acknowledged, seed);
    // No bytes that could not be read are gone.
    for text in bytes.iter().filter(|_| damage < 5) {
        let known = opening.set_aside.iter().any(|s| s.text == *text);
        let readable = found([&[(key(&here.id), text.clone())].into(), &Records::new()]);
        assert!(
            known || readable.set_aside.is_empty(),
            "seed {seed}: damaged bytes are gone"
        );
    }
    faults
}

fn check(opening: &Opening, acknowledged: &Assessment, seed: u64) {
    let mut all = opening.assessments.iter();
    let here = all.find(|a| a.id == acknowledged.id);
    let here = here.cloned().unwrap_or_else(empty);
    let mut whole = here.clone();
    whole.join(acknowledged);
    assert_eq!(whole, here, "seed {seed}: something acknowledged is gone");
}

/// A bounded share here; `PLUMBLINE_CASES=200000` in release mode for the whole of it.
#[test]
fn no_fault_and_no_crash_loses_what_was_acknowledged() {
    let cases = std::env::var("PLUMBLINE_CASES").ok();
    let cases = cases.and_then(|n| n.parse().ok()).unwrap_or(1_500);
    let faults: u32 = (0..cases).map(one).sum();
    assert!(u64::from(faults) > cases / 2, "only {faults} faults struck");
}
