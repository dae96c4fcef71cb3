//! A long walk of somebody's doings over several assessments: undo after any of them gives back
//! exactly what was there before, redo what was there after; what can only be looked at never changes.

use crate::desk_user;
use crate::desk_world::{Faults, World, seen, small};
use crate::disk::Plan;
use crate::random::{Dice, cases};
use plumbline::desk::{Access, Input, Said, Step, Transaction};
use plumbline::model::{Assessment, AssessmentId, Edit, Fact, QuestionnaireRef};

/// The one edit of an input, with what it is made to.
fn only_edit(input: &Input) -> Option<(AssessmentId, Edit)> {
    match input {
        Input::Do(Transaction { steps, .. }) => match steps.as_slice() {
            [(id, Step::Edit(edit))] => Some((id.clone(), edit.clone())),
            _ => None,
        },
        _ => None,
    }
}

/// Where undo looks for what was done: on the pages of the assessment, or in the list.
fn here(input: &Input) -> Option<Option<AssessmentId>> {
    match input {
        Input::Start(..) => Some(None),
        Input::Do(t) if t.title.is_about_wholes() => Some(None),
        Input::Do(t) => Some(t.steps.first().map(|(id, _)| id.clone())),
        _ => None,
    }
}

fn walk(seed: u64) {
    let dice = &mut Dice(seed);
    let mut world = World::new(Plan::Never, Faults::default());
    let at = world.open(None, 1_800_000_000_000);
    world.settle(dice);
    let mut last: Option<(AssessmentId, Edit)> = None;
    for _ in 0..dice.below(60) {
        let tab = &mut world.tabs[at];
        // A clock that stands still, runs, or was set back.
        tab.wall = match dice.below(10) {
            0 => tab.wall - dice.below(100_000),
            1..=3 => tab.wall,
            _ => tab.wall + dice.below(5_000),
        };
        let input = desk_user::next(&tab.desk, tab.wall, dice);
        let edit = only_edit(&input);
        // Going on in the same field is the same step; then undo goes back further.
        let goes_on = last.as_ref().zip(edit.as_ref());
        let goes_on = goes_on.is_some_and(|(a, b)| a.0 == b.0 && a.1.same_field(&b.1));
        let place = here(&input);
        let what = format!("{input:?}");
        let before = seen(&world.tabs[at].desk);
        world.act(at, input);
        let after = seen(&world.tabs[at].desk);
        if after == before {
            continue;
        }
        last = edit;
        let Some(place) = place.filter(|_| !goes_on && dice.chance(2)) else {
            continue;
        };
        world.act(at, Input::Undo(place.clone()));
        let undone = seen(&world.tabs[at].desk);
        assert_eq!(undone, before, "seed {seed}: undo of {what}");
        let said = world.tabs[at].said.last();
        assert!(
            matches!(said, Some(Said::Undone(undone)) if undone.left == 0),
            "seed {seed}: {said:?}"
        );
        world.act(at, Input::Redo(place));
        let redone = seen(&world.tabs[at].desk);
        assert_eq!(redone, after, "seed {seed}: redo of {what}");
        last = None;
    }
    all_the_way_back(&mut world, at, seed);
}

/// Everything that was done to an assessment is undone, and done again: all is as it was.
fn all_the_way_back(world: &mut World, at: usize, seed: u64) {
    let ids: Vec<_> = world.tabs[at].desk.each().map(|a| a.id.clone()).collect();
    for id in ids {
        // Nothing that was undone before is left to be done again.
        let edit = Edit::Say(Fact::Tags, Some(format!("{seed}")));
        world.act(at, Input::Do(Transaction::of(&id, edit)));
        let before = seen(&world.tabs[at].desk);
        while world.tabs[at].desk.can_undo(Some(&id)).is_some() {
            world.act(at, Input::Undo(Some(id.clone())));
        }
        world.tabs[at].said.clear();
        loop {
            world.act(at, Input::Redo(Some(id.clone())));
            if world.tabs[at].said.pop().is_none() {
                break;
            }
        }
        let after = seen(&world.tabs[at].desk);
        assert_eq!(after, before, "seed {seed}: back and forth in {id}");
    }
}

/// A bounded share here; `PLUMBLINE_CASES=200000` in release mode for the whole of it.
#[test]
fn undo_gives_back_exactly_what_was_there() {
    (0..cases(300)).for_each(walk);
}

#[test]
fn what_can_only_be_looked_at_never_changes() {
    for seed in 0..200 {
        let dice = &mut Dice(seed);
        let mut world = World::new(Plan::Never, Faults::default());
        let at = world.open(None, 1_800_000_000_000);
        world.settle(dice);
        // A guest, and one of which a newer version has written a record.
        let guest: AssessmentId = "guest".to_owned().try_into().unwrap();
        let newer: AssessmentId = "newer".to_owned().try_into().unwrap();
        let made = |id: &AssessmentId| Assessment::empty(id.clone(), QuestionnaireRef::of(small()));
        world.act(at, Input::Guests(vec![made(&guest)]));
        world.act(at, desk_user::start(&newer, "Newer"));
        world.settle(dice);
        let key = plumbline::storage::key(&newer);
        let text = world.database[&key].replace("\"version\":1}", "\"version\":2}");
        world.database.insert(key.clone(), text.clone());
        world
            .quick
            .records
            .borrow_mut()
            .insert(key.clone(), text.clone());
        world.act(at, Input::FromTab(key.clone(), Some(text.clone())));
        let access = |world: &World, id| world.tabs[at].desk.access(id);
        assert_eq!(access(&world, &guest), Some(Access::Guest));
        assert_eq!(access(&world, &newer), Some(Access::ReadOnly));
        let before = [&guest, &newer].map(|id| world.tabs[at].desk.with(id, Clone::clone));
        for _ in 0..30 {
            let input = desk_user::next(&world.tabs[at].desk, 1_800_000_000_000, dice);
            let takes = matches!(&input, Input::Do(t) if t.steps.iter().any(|(id, s)|
                *id == guest && !matches!(s, Step::Edit(_))));
            if !takes {
                world.act(at, input);
            }
            world.answer(at, dice);
        }
        let after = [&guest, &newer].map(|id| world.tabs[at].desk.with(id, Clone::clone));
        assert_eq!(before, after, "seed {seed}");
        // Nor is what stands in the stores.
        assert_eq!(world.database.get(&key), Some(&text));
        assert_eq!(world.quick.records.borrow().get(&key), Some(&text));
        assert_eq!(world.database.get(&plumbline::storage::key(&guest)), None);
        // An edit says why nothing happened.
        let edit = Transaction::of(&newer, Edit::Removed(Some(())));
        world.act(at, Input::Do(edit));
        let said = world.tabs[at].said.last();
        assert_eq!(said, Some(&Said::OnlyToLookAt(newer)));
    }
}
