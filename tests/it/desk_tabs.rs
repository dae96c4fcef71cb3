//! Tabs of one browser, each with a real desk: whatever is delayed, lost, doubled or reloaded, and
//! however far their clocks are off, all end up with every last answer, and so do both stores.

use crate::desk_user;
use crate::desk_world::{Faults, World};
use crate::disk::Plan;
use crate::random::{Dice, cases};
use crate::world::{level, practice};
use plumbline::desk::{Input, Transaction};
use plumbline::model::{AssessmentId, Edit};

/// Ten years in milliseconds: how far off the clocks of the tabs are, either way.
const DECADE: u64 = 315_360_000_000;
const NOW: u64 = 1_800_000_000_000;

fn any_wall(dice: &mut Dice) -> u64 {
    NOW - DECADE + dice.below(2 * DECADE)
}

/// Messages are late and in any order; some are lost, some come twice.
fn hear(world: &mut World, at: usize, dice: &mut Dice) {
    if world.tabs[at].inbox.is_empty() {
        return;
    }
    let which = dice.below(world.tabs[at].inbox.len() as u64) as usize;
    match dice.below(6) {
        0 => drop(world.tabs[at].inbox.swap_remove(which)),
        1 => {
            let again = world.tabs[at].inbox[which].clone();
            world.hear(at, which);
            world.tabs[at].inbox.push(again);
        }
        _ => world.hear(at, which),
    }
}

fn one(seed: u64) {
    let dice = &mut Dice(seed);
    let count = 2 + dice.below(7) as usize;
    let mut world = World::new(Plan::Never, Faults::default());
    for _ in 0..count {
        world.open(None, any_wall(dice));
    }
    for _ in 0..200 {
        let at = dice.below(count as u64) as usize;
        match dice.below(9) {
            0..=2 => {
                let tab = &mut world.tabs[at];
                tab.wall = if dice.chance(20) {
                    any_wall(dice)
                } else {
                    tab.wall + dice.below(1000)
                };
                let input = desk_user::next(&tab.desk, tab.wall, dice);
                world.act(at, input);
            }
            3..=5 => hear(&mut world, at, dice),
            6..=7 => drop(world.answer(at, dice)),
            _ if dice.chance(8) => {
                // What was asked of the database before the reload is done by it all the same.
                while world.answer(at, dice) {}
                let wall = any_wall(dice);
                world.open(Some(at), wall);
            }
            _ if !world.tabs[at].timers.is_empty() => {
                let which = dice.below(world.tabs[at].timers.len() as u64) as usize;
                world.fire(at, which);
            }
            _ => {}
        }
    }
    world.settle(dice);
    // Messages were lost, so each tab looks into the stores once more, as when it is shown again.
    for _ in 0..2 {
        for at in 0..count {
            let quick = plumbline::storage::open(&world.quick);
            world.act(at, Input::Shown(quick));
        }
        world.settle(dice);
    }
    let all = |at: usize| -> Vec<_> {
        // What is in the trash, a tab whose clock is years ahead has forgotten long ago.
        world.tabs[at].desk.each().cloned().collect()
    };
    let first = all(0);
    for at in 1..count {
        assert!(all(at) == first, "seed {seed}: tab {at} differs");
    }
    for a in &first {
        for store in world.stored(&a.id) {
            assert!(
                store.as_ref() == Some(a),
                "seed {seed}: {} in a store",
                a.id
            );
        }
    }
}

/// A bounded share here; `PLUMBLINE_CASES=20000` in release mode for the whole of it.
#[test]
fn all_tabs_and_both_stores_converge() {
    (0..cases(60)).for_each(one);
}

/// A tab that is years ahead empties the trash of what was brought back elsewhere: it was gone from one
/// of the stores.
#[test]
fn what_another_tab_took_for_forgotten_comes_back_to_both_stores() {
    one(5524);
}

/// Whoever sees an answer and changes it wins, whatever clock wrote what they saw.
#[test]
fn a_later_change_wins_over_what_its_writer_saw() {
    for seed in 0..200 {
        let dice = &mut Dice(seed);
        let mut world = World::new(Plan::Never, Faults::default());
        world.open(None, any_wall(dice));
        world.open(None, any_wall(dice));
        let id: AssessmentId = "team".to_owned().try_into().unwrap();
        world.act(0, desk_user::start(&id, "Team"));
        world.settle(dice);
        for turn in 0..10 {
            let at = turn % 2;
            world.tabs[at].wall = any_wall(dice);
            let answer = level(dice.below(5) as u8 + 1);
            let edit = Edit::Respond(practice("a1"), Some(answer.clone()));
            world.act(at, Input::Do(Transaction::of(&id, edit)));
            world.settle(dice);
            for tab in &world.tabs {
                let seen = tab.desk.with(&id, |a| a.answer(&practice("a1")).cloned());
                assert_eq!(seen.flatten().as_ref(), Some(&answer), "seed {seed}");
            }
        }
    }
}
