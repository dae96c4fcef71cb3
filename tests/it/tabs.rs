//! Modelled tabs: whatever is delayed, lost, doubled or reloaded, all end up with every last answer.

use crate::random::Dice;
use crate::world::{empty, level, practice};
use plumbline::model::{Assessment, Clock, Edit, PracticeId, Stamp, WriterId};
use std::collections::{BTreeMap, BTreeSet};

/// Ten years in milliseconds: how far off the clocks of the tabs are, either way.
const DECADE: u64 = 315_360_000_000;
const NOW: u64 = 1_800_000_000_000;

struct Tab {
    a: Assessment,
    clock: Clock,
    /// How far its wall clock is off at the moment.
    wall: u64,
    inbox: Vec<Message>,
    /// The notes that it knows of, by the number of their writing.
    known: BTreeSet<usize>,
}

/// What is stored and sent: a copy, and which notes it knows of.
type Message = (Assessment, BTreeSet<usize>);

/// Every note that was written, and those that somebody who knew it wrote over.
#[derive(Default)]
struct Notes {
    written: Vec<(PracticeId, Option<String>)>,
    over: BTreeSet<usize>,
}

impl Notes {
    fn write(&mut self, tab: &mut Tab, id: &PracticeId, text: Option<&String>) {
        let mut known = tab.known.iter().copied();
        self.over
            .extend(known.by_ref().filter(|n| self.written[*n].0 == *id));
        tab.known.insert(self.written.len());
        self.written.push((id.clone(), text.cloned()));
    }
}

fn tab(name: &str, (a, known): &Message, dice: &mut Dice) -> Tab {
    let mut clock = Clock::new(WriterId::parse(name).unwrap());
    let wall = NOW - DECADE + dice.below(2 * DECADE);
    a.stamps().for_each(|s| clock.observe(s, wall));
    Tab {
        a: a.clone(),
        clock,
        wall,
        inbox: Vec::new(),
        known: known.clone(),
    }
}

fn receive(tab: &mut Tab, (message, known): &Message) {
    tab.known.extend(known);
    let wall = tab.wall;
    message.stamps().for_each(|s| tab.clock.observe(s, wall));
    tab.a.join(message);
}

/// The last write of each field, by its stamp: what everybody must end up with.
type Last = BTreeMap<String, (Stamp, Edit)>;

fn write(tab: &mut Tab, dice: &mut Dice, last: &mut Last, notes: &mut Notes) {
    let id = practice(["a1", "a2", "a3", "b1", "c1", "c2"][dice.below(6) as usize]);
    let some = !dice.chance(4);
    let edit = match dice.below(4) {
        0 => Edit::Note(id, some.then(|| format!("note {:x}.", dice.next()))),
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
    if let Edit::Note(id, text) = &edit {
        notes.write(tab, id, text.as_ref());
        tab.a.apply(edit, stamp);
        return;
    }
    tab.a.apply(edit.clone(), stamp);
    // As it was put after what stood there.
    let (field, stamp) = match &edit {
        Edit::Target(id, _) => (
            format!("target {id}"),
            &tab.a.targets.get(id).unwrap().stamp,
        ),
        Edit::Respond(id, _) => (
            format!("answer {id}"),
            &tab.a.responses.get(id).unwrap().stamp,
        ),
        _ => ("team".to_owned(), &tab.a.team.stamp),
    };
    let stamp = stamp.clone().unwrap();
    if last.get(&field).is_none_or(|(before, _)| *before < stamp) {
        last.insert(field, (stamp, edit));
    }
}

fn keep(store: &mut Message, tab: &Tab) {
    store.0.join(&tab.a);
    store.1.extend(&tab.known);
}

fn one(seed: u64) {
    let dice = &mut Dice(seed);
    let count = 2 + dice.below(7) as usize;
    let mut store = (empty(), BTreeSet::new());
    let mut tabs: Vec<_> = (0..count)
        .map(|i| tab(&format!("t{i}"), &store, dice))
        .collect();
    let (mut last, mut notes) = (Last::new(), Notes::default());
    for op in 0..200 {
        let at = dice.below(count as u64) as usize;
        match dice.below(8) {
            0..=2 => {
                write(&mut tabs[at], dice, &mut last, &mut notes);
                // Acknowledged once it is in the store, in one transaction.
                keep(&mut store, &tabs[at]);
                let message = (tabs[at].a.clone(), tabs[at].known.clone());
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
                keep(&mut store, &tabs[at]);
                receive(&mut tabs[at], &store);
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
    for tab in &tabs {
        keep(&mut store, tab);
    }
    for tab in &mut tabs {
        receive(tab, &store);
        assert_eq!(tab.a, store.0, "seed {seed}: a tab differs");
    }
    let store = store.0;
    for (at, (id, text)) in notes.written.iter().enumerate() {
        let shown = store.note(id).unwrap_or_default();
        let is_there = text.as_ref().is_none_or(|text| shown.contains(text));
        let is_over = notes.over.contains(&at);
        assert!(is_there || is_over, "seed {seed}: {text:?} of {id} is gone");
        let is_back = is_over && text.as_ref().is_some_and(|text| shown.contains(text));
        assert!(
            !is_back,
            "seed {seed}: {text:?} of {id} was written over and is back"
        );
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
