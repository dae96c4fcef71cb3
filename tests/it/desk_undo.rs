//! Undo and redo.

use crate::at_desk::AtDesk;
use crate::world::{empty, level, not_applicable, practice};
use plumbline::desk::{Desk, Input, Said, Title, Transaction};
use plumbline::model::{Action, ActionId, Answer, Edit, Level, SnapshotId};

fn shows(page: &AtDesk, id: &str) -> Option<u8> {
    let level = page.now().answer(&practice(id)).and_then(Answer::level);
    level.map(|l| l.number())
}

#[test]
fn what_was_done_is_undone_and_done_again_step_by_step() {
    let mut page = AtDesk::new();
    page.answer("a1", Some(level(2)));
    page.answer("a1", Some(level(4)));
    page.answer("a2", Some(level(1)));
    page.undo();
    assert_eq!((shows(&page, "a1"), shows(&page, "a2")), (Some(4), None));
    page.undo();
    assert_eq!(shows(&page, "a1"), Some(2));
    page.redo();
    page.redo();
    assert_eq!((shows(&page, "a1"), shows(&page, "a2")), (Some(4), Some(1)));
    assert!(!page.redo());
    assert!(page.undo() && page.undo() && page.undo() && !page.undo());
    assert_eq!(shows(&page, "a1"), None);
}

#[test]
fn a_new_edit_ends_what_could_be_done_again() {
    let mut page = AtDesk::new();
    page.answer("a1", Some(level(2)));
    page.undo();
    page.answer("a1", Some(level(5)));
    assert!(!page.redo());
    assert_eq!(shows(&page, "a1"), Some(5));
}

#[test]
fn typing_is_one_step_and_choosing_is_one_each() {
    let mut page = AtDesk::new();
    for text in ["w", "wh", "why"] {
        page.edit(Edit::Note(practice("a1"), Some(text.into())));
    }
    page.edit(Edit::Note(practice("a2"), Some("other".into())));
    page.undo();
    page.undo();
    assert_eq!(page.now().note(&practice("a1")), None);
    // Choosing "not applicable" is a step of its own; its reason is typed in another.
    page.answer("b1", Some(level(3)));
    page.answer("b1", Some(Answer::NotApplicable(String::new())));
    page.answer("b1", Some(Answer::NotApplicable("n".into())));
    page.answer("b1", Some(not_applicable()));
    page.undo();
    assert_eq!(shows(&page, "b1"), Some(3));
}

#[test]
fn undo_is_a_newer_write_so_that_other_copies_follow() {
    let mut page = AtDesk::new();
    page.answer("a1", Some(level(2)));
    let mut elsewhere = page.now();
    page.undo();
    elsewhere.join(&page.now());
    assert_eq!(elsewhere.answer(&practice("a1")), None);
}

#[test]
fn at_least_fifty_steps_are_kept_and_not_endlessly_many() {
    let mut page = AtDesk::new();
    for i in 0..1_000_u16 {
        page.answer("a1", Some(level((i % 5 + 1) as u8)));
    }
    let steps = (0..).take_while(|_| page.undo()).count();
    assert!((50..1_000).contains(&steps), "{steps}");
}

#[test]
fn one_target_for_all_is_one_step() {
    let mut page = AtDesk::new();
    let ids = ["a1", "a2", "a3"];
    let targets = |page: &AtDesk| {
        let a = page.now();
        ids.map(|of| a.targets.get(&practice(of)).and_then(|f| f.value))
    };
    page.edit(Edit::Target(practice("a2"), Level::new(2)));
    let before = [None, Level::new(2), None];
    let edits = ids.map(|of| Edit::Target(practice(of), Level::new(4)));
    let all = Transaction::all(Title::TargetOfAll, &page.id, edits.into());
    let said = page.run(all);
    assert_eq!(
        said,
        Some(Said::Done(Title::TargetOfAll, Some(page.id.clone())))
    );
    assert!(page.undo());
    assert_eq!(targets(&page), before);
    assert!(page.redo());
    assert_eq!(targets(&page), [Level::new(4); 3]);
    assert!(page.undo());
    assert_eq!(targets(&page), before);
    assert!(page.undo() && !page.undo(), "it was one step");
}

#[test]
fn typing_into_an_action_is_one_step_back_and_adding_it_another() {
    let mut page = AtDesk::new();
    for what in ["", "A", "Ag", "Agree"] {
        let action = Action {
            what: what.into(),
            ..Action::default()
        };
        page.edit(Edit::Act(ActionId::parse("x1").unwrap(), Some(action)));
    }
    let what = |page: &AtDesk| {
        page.now()
            .actions()
            .next()
            .map(|(_, action)| action.what.clone())
    };
    assert!(page.undo());
    assert_eq!(what(&page), Some(String::new()));
    assert!(page.undo());
    assert_eq!(what(&page), None);
}

/// What is undone on a page is what was done to the assessment of that page.
#[test]
fn the_assessments_of_others_are_left_alone() {
    let (first, second) = (
        empty(),
        empty().under("second".to_owned().try_into().unwrap()),
    );
    let mut page = AtDesk::with(vec![first.clone(), second.clone()]);
    page.answer("a1", Some(level(2)));
    page.id = second.id;
    assert!(!page.undo(), "nothing was done here");
    page.answer("a1", Some(level(3)));
    page.id = first.id.clone();
    assert!(page.undo() && !page.undo());
    assert_eq!(shows(&page, "a1"), None);
    page.id = "second".to_owned().try_into().unwrap();
    assert_eq!(shows(&page, "a1"), Some(3));
    // Nor does the list undo what was done within one.
    assert_eq!(page.act(Input::Undo(None)), None);
}

/// Whoever takes something away is told, and can have it back with the mouse.
#[test]
fn what_takes_something_away_is_told_with_a_way_back() {
    let mut page = AtDesk::new();
    let id = page.id.clone();
    page.answer("a1", Some(level(2)));
    let action = ActionId::parse("x").unwrap();
    page.edit(Edit::Act(action.clone(), Some(Action::default())));
    let snapshot: SnapshotId = "s1".to_owned().try_into().unwrap();
    let mut then = empty();
    then.team.value = Some("Then".into());
    let keep = |desk: &Desk| {
        let taken = "2026-01-01T00:00:00Z".to_owned();
        let names = ["Q1", "Q2"].map(str::to_owned);
        let keep = desk.begin_round(&id, snapshot.clone(), names, taken);
        keep.unwrap()
    };
    let done: [&dyn Fn(&Desk) -> Transaction; 7] = [
        &keep,
        &|desk| desk.confirm_all(&id, None),
        &|desk| desk.remove_snapshot(&id, &snapshot),
        &|_| Transaction::of(&id, Edit::Respond(practice("a1"), None)),
        &|_| Transaction::of(&id, Edit::Act(action.clone(), None)),
        &|desk| desk.go_back(&id, &then, "then".into()).unwrap(),
        &|desk| desk.remove(&id),
    ];
    for make in done {
        let transaction = make(&page.desk);
        let title = transaction.title.clone();
        let before = page.now();
        let said = page.run(transaction);
        assert!(
            matches!(&said, Some(Said::Done(told, _)) if *told == title),
            "{title:?}: {said:?}"
        );
        let Some(Said::Done(_, here)) = said else {
            continue;
        };
        assert_eq!(page.desk.can_undo(here.as_ref()), Some(&title));
        page.act(Input::Undo(here.clone()));
        assert_eq!(page.now().edits_to(&before), [], "{title:?}");
        assert_eq!(
            page.now().is_carried(&practice("a1")),
            before.is_carried(&practice("a1"))
        );
        page.act(Input::Redo(here));
    }
}
