//! Why a practice does not apply stays known while one looks at other choices; what belongs together
//! is undone together.

use crate::world::{NOW, clock, empty, level, practice};
use plumbline::model::{Answer, Assessment, Clock, Edit, History, Level, Reasons};
use plumbline::storage::{room_for, write};

struct Page {
    a: Assessment,
    clock: Clock,
    reasons: Reasons,
    history: History,
}

impl Page {
    fn new() -> Self {
        Self {
            a: empty(),
            clock: clock("w"),
            reasons: Reasons::default(),
            history: History::default(),
        }
    }

    /// As a choice, a key or a letter does it.
    fn answer(&mut self, of: &str, answer: Option<Answer>) {
        let edit = self.reasons.answer(&self.a, practice(of), answer);
        for inverse in self.write(vec![edit.clone()]) {
            self.history.record(&self.a.id.clone(), &edit, inverse);
        }
    }

    fn write(&mut self, edits: Vec<Edit>) -> Vec<Edit> {
        let Self { a, clock, .. } = self;
        write(a, edits, Some(room_for), || clock.tick(NOW)).unwrap()
    }

    fn undo(&mut self) -> bool {
        let Some((id, step)) = self.history.undo() else {
            return false;
        };
        let inverses = self.write(step);
        self.history.undone(&id, inverses);
        true
    }

    fn reason(&self, of: &str) -> Option<&str> {
        match self.a.answer(&practice(of))? {
            Answer::NotApplicable(reason) => Some(reason),
            _ => None,
        }
    }
}

fn because(reason: &str) -> Option<Answer> {
    Some(Answer::NotApplicable(reason.into()))
}

#[test]
fn a_reason_comes_back_with_its_choice() {
    let mut page = Page::new();
    page.answer("a1", because(""));
    page.answer("a1", because("We have no users"));
    // A look at others, as arrow keys do it, or at none.
    for other in [Some(Answer::DontKnow), Some(level(5)), None] {
        page.answer("a1", other);
        assert_eq!(page.reason("a1"), None);
        page.answer("a1", because(""));
        assert_eq!(page.reason("a1"), Some("We have no users"));
    }
    // Another practice has none, and an emptied field stays empty.
    page.answer("a2", because(""));
    assert_eq!(page.reason("a2"), Some(""));
    page.answer("a1", because(""));
    assert_eq!(page.reason("a1"), Some(""));
    page.answer("a1", Some(level(1)));
    page.answer("a1", because(""));
    assert_eq!(page.reason("a1"), Some(""));
    // A reason that is given with the choice is the reason.
    page.answer("a1", Some(level(1)));
    page.answer("a1", because("Another"));
    assert_eq!(page.reason("a1"), Some("Another"));
}

#[test]
fn undo_brings_back_what_was_there_and_no_reason_that_was_not() {
    let mut page = Page::new();
    page.answer("a1", because("Why"));
    page.answer("a1", Some(level(2)));
    assert!(page.undo());
    assert_eq!(page.reason("a1"), Some("Why"));
    assert!(page.undo());
    assert_eq!(page.a.answer(&practice("a1")), None);
}

#[test]
fn one_target_for_all_is_one_step() {
    let mut page = Page::new();
    let ids = ["a1", "a2", "a3"];
    let target = |page: &Page, of| page.a.targets.get(&practice(of)).and_then(|f| f.value);
    page.write(vec![Edit::Target(practice("a2"), Level::new(2))]);
    let edits = ids.map(|of| Edit::Target(practice(of), Level::new(4)));
    let inverses = page.write(edits.into());
    page.history.record_all(&page.a.id.clone(), inverses);
    assert!(page.undo());
    let before = [None, Level::new(2), None];
    assert_eq!(ids.map(|of| target(&page, of)), before);
    let (id, step) = page.history.redo().unwrap();
    let inverses = page.write(step);
    page.history.redone(&id, inverses);
    assert_eq!(ids.map(|of| target(&page, of)), [Level::new(4); 3]);
    assert!(page.undo());
    assert_eq!(ids.map(|of| target(&page, of)), before);
    assert!(!page.undo(), "it was one step");
    page.history.record_all(&id, Vec::new());
    assert!(page.history.redo().is_some(), "nothing done is no step");
}

#[test]
fn edits_that_write_one_field_twice_are_undone_in_their_order() {
    let mut page = Page::new();
    let edits = [1, 2, 3].map(|n| Edit::Respond(practice("a1"), Some(level(n))));
    let inverses = page.write(edits.into());
    page.write(inverses);
    assert_eq!(page.a.answer(&practice("a1")), None);
}
