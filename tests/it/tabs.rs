//! Modelled tabs: whatever is delayed, lost, doubled or reloaded, all end up with every last answer.

use crate::random::Dice;
use crate::world::{empty, level, practice};
use plumbline::model::{Assessment, Clock, Edit, Stamp, WriterId};
use std::collections::BTreeMap;

/// Ten years in milliseconds: how far off the clocks of the tabs are, either way.
const DECADE: u64 = 315_360_000_000;
const NOW: u64 = 1_800_000_000_000;

struct Tab {
    a: Assessment,
    clock: Clock,
    /// How far its wall clock is off at the moment.
    wall: u64,
    inbox: Vec<Assessment>,
}

fn tab(name: &str, a: &Assessment, dice: &mut Dice) -> Tab {
    let mut clock = Clock::new(WriterId::parse(name).unwrap());
    a.stamps().for_each(|s| clock.observe(s));
    Tab {
        a: a.clone(),
        clock,
        wall: NOW - DECADE + dice.below(2 * DECADE),
        inbox: Vec::new(),
    }
}

fn receive(tab: &mut Tab, message: &Assessment) {
    message.stamps().for_each(|s| tab.clock.observe(s));
    tab.a.join(message);
}

/// The last write of each field, by its stamp: what everybody must end up with.
type Last = BTreeMap<String, (Stamp, Edit)>;

fn write(tab: &mut Tab, dice: &mut Dice, last: &mut Last) {
    let id = practice(["a1", "a2", "a3", "b1", "c1", "c2"][dice.below(6) as usize]);
    let some = !dice.chance(4);
    let edit = match dice.below(4) {
        0 => Edit::Note(id, some.then(|| format!("note {}", dice.below(1000)))),
        1 => Edit::Target(id, Some(level(3)).filter(|_| some).and_then(|a| a.level())),
        2 => Edit::Team(Some(format!("team {}", dice.below(1000)))),
        _ => Edit::Respond(id, some.then(|| level(dice.below(5) as u8 + 1))),
    };
    tab.wall = tab.wall.saturating_add(dice.below(1000));
    if dice.chance(20) {
        // Someone sets the clock.
        tab.wall = NOW - DECADE + dice.below(2 * DECADE);
    }
    let stamp = tab.clock.tick(tab.wall);
    let field = match &edit {
        Edit::Note(id, _) => format!("note {id}"),
        Edit::Target(id, _) => format!("target {id}"),
        Edit::Respond(id, _) => format!("answer {id}"),
        _ => "team".to_owned(),
    };
    if last.get(&field).is_none_or(|(before, _)| *before < stamp) {
        last.insert(field, (stamp.clone(), edit.clone()));
    }
    tab.a.apply(edit, stamp);
}

fn one(seed: u64) {
    let dice = &mut Dice(seed);
    let count = 2 + dice.below(7) as usize;
    let mut store = empty();
    let mut tabs: Vec<_> = (0..count)
        .map(|i| tab(&format!("t{i}"), &store, dice))
        .collect();
    let mut last = Last::new();
    for op in 0..200 {
        let at = dice.below(count as u64) as usize;
        match dice.below(8) {
            0..=2 => {
                write(&mut tabs[at], dice, &mut last);
                // Acknowledged once it is in the store, in one transaction.
                store.join(&tabs[at].a);
                let message = tabs[at].a.clone();
                for (i, other) in tabs.iter_mut().enumerate() {
                    // Some messages are lost, some come twice.
                    let copies = [1, 1, 1, 0, 2][dice.below(5) as usize];
                    if i != at {
                        other.inbox.extend(vec![message.clone(); copies]);
                    }
                }
            }
            3..=5 if !tabs[at].inbox.is_empty() => {
                // Late, and in any order.
                let which = dice.below(tabs[at].inbox.len() as u64) as usize;
                let message = tabs[at].inbox.swap_remove(which);
                receive(&mut tabs[at], &message);
            }
            6 => {
                let mut from = store.clone();
                from.join(&tabs[at].a);
                store = from.clone();
                receive(&mut tabs[at], &from);
            }
            7 if dice.chance(4) => {
                let inbox = std::mem::take(&mut tabs[at].inbox);
                tabs[at] = tab(&format!("t{at}-{op}"), &store, dice);
                tabs[at].inbox = inbox;
            }
            _ => {}
        }
    }
    // At rest, each tab has talked to the store.
    for tab in &mut tabs {
        store.join(&tab.a);
    }
    for tab in &mut tabs {
        receive(tab, &store.clone());
        assert_eq!(tab.a, store, "seed {seed}: a tab differs");
    }
    let mut expected = empty();
    for (stamp, edit) in last.into_values() {
        expected.apply(edit, stamp);
    }
    let mut whole = store.clone();
    whole.join(&expected);
    assert_eq!(whole, store, "seed {seed}: something written last is gone");
    expected.join(&store);
    assert_eq!(expected, store, "seed {seed}: an older write won");
}

/// A bounded share here; `PLUMBLINE_CASES=20000` in release mode for the whole of it.
#[test]
fn all_tabs_converge_and_no_last_write_is_lost() {
    let cases = std::env::var("PLUMBLINE_CASES").ok();
    let cases = cases.and_then(|n| n.parse().ok()).unwrap_or(150);
    (0..cases).for_each(one);
}
