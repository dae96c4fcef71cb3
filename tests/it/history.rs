//! Undo and redo.

use crate::world::{clock, empty, level, not_applicable, practice};
use plumbline::model::{Answer, Assessment, Clock, Edit, History};
use plumbline::storage::{room_for, write};

struct Page {
    a: Assessment,
    clock: Clock,
    history: History,
}

impl Page {
    fn new() -> Self {
        Self {
            a: empty(),
            clock: clock("w"),
            history: History::default(),
        }
    }
    fn edit(&mut self, edit: Edit) {
        let stamp = self.clock.tick(1);
        let inverse = self.a.apply(edit.clone(), stamp);
        self.history.record(&self.a.id.clone(), &edit, inverse);
    }
    fn answer(&mut self, id: &str, answer: Option<Answer>) {
        self.edit(Edit::Respond(practice(id), answer));
    }
    fn apply_all(&mut self, edits: Vec<Edit>) -> Vec<Edit> {
        let Self { a, clock, .. } = self;
        write(a, edits, Some(room_for), || clock.tick(1)).unwrap()
    }
    fn undo(&mut self) -> bool {
        let Some((id, step)) = self.history.undo() else {
            return false;
        };
        let inverses = self.apply_all(step);
        self.history.undone(&id, inverses);
        true
    }
    fn redo(&mut self) -> bool {
        let Some((id, step)) = self.history.redo() else {
            return false;
        };
        let inverses = self.apply_all(step);
        self.history.redone(&id, inverses);
        true
    }
    fn shows(&self, id: &str) -> Option<u8> {
        self.a
            .answer(&practice(id))
            .and_then(Answer::level)
            .map(|l| l.number())
    }
}

#[test]
fn what_was_done_is_undone_and_done_again_step_by_step() {
    let mut page = Page::new();
    page.answer("a1", Some(level(2)));
    page.answer("a1", Some(level(4)));
    page.answer("a2", Some(level(1)));
    page.undo();
    assert_eq!((page.shows("a1"), page.shows("a2")), (Some(4), None));
    page.undo();
    assert_eq!(page.shows("a1"), Some(2));
    page.redo();
    page.redo();
    assert_eq!((page.shows("a1"), page.shows("a2")), (Some(4), Some(1)));
    assert!(!page.redo());
    assert!(page.undo() && page.undo() && page.undo() && !page.undo());
    assert_eq!(page.shows("a1"), None);
}

#[test]
fn a_new_edit_ends_what_could_be_done_again() {
    let mut page = Page::new();
    page.answer("a1", Some(level(2)));
    page.undo();
    page.answer("a1", Some(level(5)));
    assert!(!page.redo());
    assert_eq!(page.shows("a1"), Some(5));
}

#[test]
fn typing_is_one_step_and_choosing_is_one_each() {
    let mut page = Page::new();
    for text in ["w", "wh", "why"] {
        page.edit(Edit::Note(practice("a1"), Some(text.into())));
    }
    page.edit(Edit::Note(practice("a2"), Some("other".into())));
    page.undo();
    page.undo();
    assert_eq!(page.a.note(&practice("a1")), None);
    // Choosing "not applicable" is a step of its own; its reason is typed in another.
    page.answer("b1", Some(level(3)));
    page.answer("b1", Some(Answer::NotApplicable(String::new())));
    page.answer("b1", Some(Answer::NotApplicable("n".into())));
    page.answer("b1", Some(not_applicable()));
    page.undo();
    assert_eq!(page.shows("b1"), Some(3));
}

#[test]
fn undo_is_a_newer_write_so_that_other_copies_follow() {
    let mut page = Page::new();
    page.answer("a1", Some(level(2)));
    let mut elsewhere = page.a.clone();
    page.undo();
    elsewhere.join(&page.a);
    assert_eq!(elsewhere.answer(&practice("a1")), None);
}

#[test]
fn at_least_fifty_steps_are_kept_and_not_endlessly_many() {
    let mut page = Page::new();
    for i in 0..1_000_u16 {
        page.answer("a1", Some(level((i % 5 + 1) as u8)));
    }
    let steps = (0..).take_while(|_| page.undo()).count();
    assert!((50..1_000).contains(&steps), "{steps}");
}
