//! Faults and crashes at every step of a real desk: what was said to be saved is there afterwards, and
//! the line on the screen is never better than the truth.
//!
//! The quick store loses a random tail of what it took when the browser is killed (measured in
//! Chromium: up to a minute); the database keeps what it acknowledged and nothing of what it did
//! not. Any write may fail, once or from then on; answers come late or not at all; a crash may damage
//! a record; a second fault may strike during recovery.

use crate::desk_user;
use crate::desk_world::{Faults, World, covers};
use crate::disk::Plan;
use crate::random::{Dice, cases};
use plumbline::desk::{Access, Input, Kept, Line};
use plumbline::model::{Assessment, AssessmentId};
use std::collections::BTreeMap;

/// What a tab did to assessments, as they stood right after.
type Done = BTreeMap<AssessmentId, Assessment>;

/// The line says no more than what is so.
fn check_line(world: &World, at: usize, done: &Done, seed: u64) {
    let line = world.tabs[at].desk.line();
    for (id, a) in done {
        let [quick, database] = world.stored(id);
        let (quick, database) = (covers(quick.as_ref(), a), covers(database.as_ref(), a));
        let is_true = match line {
            Line::Untouched | Line::Saving | Line::NotSaved(_) => true,
            Line::Saved(Kept::InBoth) => quick && database,
            Line::Saved(Kept::DatabaseOnly(_)) => database,
            Line::Saved(Kept::QuickStoreOnly(_)) => quick || database,
        };
        assert!(
            is_true,
            "seed {seed}: {line:?}, but {id}: {quick} {database}"
        );
    }
    assert!(
        done.is_empty() || line != Line::Untouched,
        "seed {seed}: something was done"
    );
}

fn plan(dice: &mut Dice) -> Plan {
    match dice.below(3) {
        0 => Plan::Never,
        1 => Plan::Once(dice.below(60)),
        _ => Plan::From(dice.below(60)),
    }
}

fn faults(dice: &mut Dice) -> Faults {
    Faults {
        database: [0, 0, 3, 8][dice.below(4) as usize],
        no_database: dice.chance(8),
    }
}

/// One session that ends in a crash. Returns what it was told is safe.
fn session(world: &mut World, dice: &mut Dice, seed: u64) -> Done {
    let at = world.open(None, 1_800_000_000_000);
    let (mut done, mut safe) = (Done::new(), Done::new());
    for _ in 0..dice.below(30) {
        world.tabs[at].wall += dice.below(2_000);
        match dice.below(6) {
            0..=2 => {
                let input = desk_user::next(&world.tabs[at].desk, world.tabs[at].wall, dice);
                let before = world.tabs[at]
                    .desk
                    .each()
                    .map(|a| (a.id.clone(), a.clone()));
                let before: Done = before.collect();
                world.act(at, input);
                for a in world.tabs[at].desk.each() {
                    let is_own = world.tabs[at].desk.access(&a.id) == Some(Access::Own);
                    if is_own && before.get(&a.id) != Some(a) {
                        done.insert(a.id.clone(), a.clone());
                    }
                }
            }
            3..=4 => {
                world.answer(at, dice);
            }
            _ if !world.tabs[at].timers.is_empty() => {
                let which = dice.below(world.tabs[at].timers.len() as u64) as usize;
                world.fire(at, which);
            }
            _ => {}
        }
        check_line(world, at, &done, seed);
        if let Line::Saved(Kept::InBoth | Kept::DatabaseOnly(_)) = world.tabs[at].desk.line() {
            safe.extend(done.clone());
        }
    }
    safe
}

/// Two sessions, each with faults and a crash, and the start after them.
fn one(seed: u64) -> u32 {
    let dice = &mut Dice(seed);
    let mut world = World::new(plan(dice), faults(dice));
    let mut safe = session(&mut world, dice, seed);
    let plan2 = plan(dice);
    world.crash(dice, plan2);
    // What a crash leaves in the quick store may be damaged; its bytes are never gone.
    let damage = dice.below(6);
    let mut damaged = None;
    if let Some(text) = world.quick.records.borrow_mut().values_mut().next() {
        match damage {
            0 => text.truncate(dice.below(text.len() as u64) as usize),
            1 => *text = text.replace('{', "["),
            2 => text.push('}'),
            3 => *text = "null".into(),
            _ => {}
        }
        damaged = (damage < 4).then(|| text.clone());
    }
    let left = world.quick.records.borrow().clone();
    *world.quick.past.borrow_mut() = vec![left];
    world.faults = faults(dice);
    for (id, a) in session(&mut world, dice, seed) {
        match safe.get_mut(&id) {
            Some(known) => known.join(&a),
            None => drop(safe.insert(id, a)),
        }
    }
    world.crash(dice, Plan::Never);
    // The last start: everything works again.
    world.faults = Faults::default();
    let at = world.open(None, 1_800_100_000_000);
    world.settle(dice);
    for (id, a) in &safe {
        let is_here = world.tabs[at].desk.with(id, |here| covers(Some(here), a));
        assert_eq!(is_here, Some(true), "seed {seed}: {id} lost what was saved");
        let [quick, database] = world.stored(id);
        assert!(covers(quick.as_ref(), a), "seed {seed}: {id}, quick store");
        assert!(covers(database.as_ref(), a), "seed {seed}: {id}, database");
    }
    if let Some(text) = damaged {
        let kept = world.quick.records.borrow().values().any(|t| *t == text);
        let set_aside = world.tabs[at]
            .desk
            .set_aside()
            .iter()
            .any(|s| s.text == text);
        let in_database = world.database.values().any(|t| *t == text);
        let reads = plumbline::formats::assessment_json::decode(&text).is_ok();
        assert!(
            kept || set_aside || in_database || reads,
            "seed {seed}: damaged bytes are gone"
        );
    }
    assert!(!world.tabs[at].desk.is_opening());
    world.act(at, Input::Undo(None));
    world.struck
}

/// A bounded share here; `PLUMBLINE_CASES=200000` in release mode for the whole of it.
#[test]
fn no_fault_and_no_crash_loses_what_was_said_to_be_saved() {
    let cases = cases(1_000);
    let struck: u32 = (0..cases).map(one).sum();
    assert!(u64::from(struck) > cases / 2, "only {struck} faults struck");
}
