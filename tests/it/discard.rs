//! Deleting for good: what somebody wants gone is gone from memory and both stores, cannot be undone
//! into being, does not come back from a late answer, and is not said to be gone where it is not.

use crate::at_desk::AtDesk;
use crate::world::{NOW, empty, level};
use plumbline::desk::{Access, Effect, GONE, Input, Now, Said};
use plumbline::formats::assessment_json::encode_compact;
use plumbline::model::{AssessmentId, Edit};
use plumbline::storage::{self, StoreError};

fn discard(at: &mut AtDesk, id: &AssessmentId) -> Vec<Effect> {
    let input = Input::Discard(vec![id.clone()]);
    at.desk.handle(Now { millis: NOW }, input).1
}

#[test]
fn what_is_deleted_leaves_both_stores_and_cannot_be_undone() {
    let mut at = AtDesk::new();
    at.answer("a1", Some(level(3)));
    at.edit(Edit::Removed(Some(())));
    let id = at.id.clone();
    let effects = discard(&mut at, &id);
    assert_eq!(
        effects,
        [
            Effect::Forget(id.clone()),
            Effect::TellGone(id.clone()),
            Effect::Say(Said::Deleted)
        ]
    );
    assert_eq!(at.desk.access(&id), None);
    assert_eq!(at.desk.removed().count(), 0);
    // Neither from its pages nor from the first one.
    for here in [Some(id.clone()), None] {
        assert_eq!(at.act(Input::Undo(here.clone())), None);
        assert_eq!(at.act(Input::Redo(here)), None);
    }
    assert_eq!(at.desk.access(&id), None);
}

#[test]
fn a_late_database_does_not_bring_it_back_while_it_is_being_deleted() {
    let mut at = AtDesk::new();
    let id = at.id.clone();
    let text = at
        .desk
        .with(&id, |a| encode_compact(a, "1", "now"))
        .unwrap();
    discard(&mut at, &id);
    at.act(Input::Opened(Ok(())));
    at.act(Input::Read(Ok(vec![(storage::key(&id), text)])));
    at.act(Input::Read(Ok(Vec::new())));
    assert_eq!(at.desk.access(&id), None);
    assert_eq!(at.act(Input::Forgotten(id.clone(), Ok(()))), None);
    assert_eq!(at.desk.access(&id), None);
}

#[test]
fn a_store_that_does_not_let_go_is_said_of_what_was_asked_for_alone() {
    let mut at = AtDesk::new();
    let id = at.id.clone();
    discard(&mut at, &id);
    let refused = Err(StoreError::Blocked);
    assert_eq!(
        at.act(Input::Forgotten(id, refused)),
        Some(Said::NotDeleted(StoreError::Blocked))
    );
    // What leaves the trash by itself is tried again, and nobody is told.
    let other = AssessmentId::parse("other").unwrap();
    assert_eq!(at.act(Input::Forgotten(other, refused)), None);
}

#[test]
fn others_stay_and_what_is_only_shown_is_taken_off_the_list() {
    let second = AssessmentId::parse("second").unwrap();
    let guest = AssessmentId::parse("guest").unwrap();
    let mut at = AtDesk::with(vec![empty(), empty().under(second.clone())]);
    at.act(Input::Guests(vec![empty().under(guest.clone())]));
    let id = at.id.clone();
    assert!(discard(&mut at, &id).contains(&Effect::Forget(id)));
    assert_eq!(at.desk.access(&second), Some(Access::Own));
    let effects = discard(&mut at, &guest);
    assert_eq!(effects, [Effect::Say(Said::Deleted)]);
    assert_eq!(at.desk.access(&guest), None);
    // What is not here is nothing to delete.
    discard(&mut at, &guest);
    assert_eq!(at.desk.access(&second), Some(Access::Own));
}

/// What somebody deleted in one tab does not come back from another that still shows it.
#[test]
fn another_tab_lets_go_as_well_and_writes_it_nowhere_again() {
    let mut at = AtDesk::new();
    at.answer("a1", Some(level(3)));
    let id = at.id.clone();
    let told = Input::FromTab(storage::key(&id), Some(GONE.to_owned()));
    let effects = at.desk.handle(Now { millis: NOW }, told).1;
    // Behind whatever this tab had still to write.
    assert_eq!(
        effects,
        [Effect::Forget(id.clone()), Effect::Say(Said::Deleted)]
    );
    assert_eq!(at.desk.access(&id), None);
    let shown = Input::Shown(Ok(storage::Opening::default()));
    let effects = at.desk.handle(Now { millis: NOW }, shown).1;
    assert_eq!(effects, []);
    assert_eq!(at.act(Input::Undo(Some(id.clone()))), None);
    assert_eq!(at.desk.access(&id), None);
}

/// A record that is only missing says less: trash is emptied by itself.
#[test]
fn a_record_that_went_by_itself_and_what_is_only_shown_stay() {
    let mut at = AtDesk::new();
    let (id, guest) = (at.id.clone(), AssessmentId::parse("guest").unwrap());
    at.act(Input::FromTab(storage::key(&id), None));
    assert_eq!(at.desk.access(&id), Some(Access::Own));
    at.act(Input::Guests(vec![empty().under(guest.clone())]));
    let before = at.desk.access(&guest);
    at.act(Input::FromTab(storage::key(&guest), Some(GONE.to_owned())));
    assert_eq!(at.desk.access(&guest), before);
}
