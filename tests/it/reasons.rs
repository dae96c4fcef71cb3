//! Why a practice does not apply stays known while one looks at other choices.

use crate::at_desk::AtDesk;
use crate::world::{level, practice};
use plumbline::model::{Answer, Edit};

fn reason(page: &AtDesk, of: &str) -> Option<String> {
    match page.now().answer(&practice(of))? {
        Answer::NotApplicable(reason) => Some(reason.clone()),
        _ => None,
    }
}

fn because(reason: &str) -> Option<Answer> {
    Some(Answer::NotApplicable(reason.into()))
}

#[test]
fn a_reason_comes_back_with_its_choice() {
    let mut page = AtDesk::new();
    page.answer("a1", because(""));
    page.answer("a1", because("We have no users"));
    // A look at others, as arrow keys do it, or at none.
    for other in [Some(Answer::DontKnow), Some(level(5)), None] {
        page.answer("a1", other);
        assert_eq!(reason(&page, "a1").as_deref(), None);
        page.answer("a1", because(""));
        assert_eq!(reason(&page, "a1").as_deref(), Some("We have no users"));
    }
    // Another practice has none, and an emptied field stays empty.
    page.answer("a2", because(""));
    assert_eq!(reason(&page, "a2").as_deref(), Some(""));
    page.answer("a1", because(""));
    assert_eq!(reason(&page, "a1").as_deref(), Some(""));
    page.answer("a1", Some(level(1)));
    page.answer("a1", because(""));
    assert_eq!(reason(&page, "a1").as_deref(), Some(""));
    // A reason that is given with the choice is the reason.
    page.answer("a1", Some(level(1)));
    page.answer("a1", because("Another"));
    assert_eq!(reason(&page, "a1").as_deref(), Some("Another"));
}

#[test]
fn undo_brings_back_what_was_there_and_no_reason_that_was_not() {
    let mut page = AtDesk::new();
    page.answer("a1", because("Why"));
    page.answer("a1", Some(level(2)));
    assert!(page.undo());
    assert_eq!(reason(&page, "a1").as_deref(), Some("Why"));
    assert!(page.undo());
    assert_eq!(page.now().answer(&practice("a1")), None);
}

/// An edit that somebody makes to one field twice in a transaction is undone as a whole.
#[test]
fn edits_that_write_one_field_twice_are_undone_in_their_order() {
    let mut page = AtDesk::new();
    let edits = [1, 2, 3].map(|n| Edit::Respond(practice("a1"), Some(level(n))));
    let title = plumbline::desk::Title::Move;
    let all = plumbline::desk::Transaction::all(title, &page.id, edits.into());
    page.run(all);
    assert!(page.undo());
    assert_eq!(page.now().answer(&practice("a1")), None);
}
