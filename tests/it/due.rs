//! What an assessment waits for: answers, a new round, a copy; and a name that is there already.

use crate::at_desk::AtDesk;
use crate::collation::READER;
use crate::world::{NOW, clock, empty, id, level, practice, questionnaire, snapshot};
use plumbline::desk::Input;
use plumbline::model::{
    Action, ActionId, ActionState, Ahead, Assessment, AssessmentId, Day, Edit, SnapshotId,
};

const DAY: u64 = 24 * 3600 * 1000;
const QUARTER: u64 = 91 * DAY;

/// Every question answered at `at`.
fn answered(at: u64) -> Assessment {
    let mut a = empty();
    let mut clock = clock("w1");
    for p in &questionnaire().practices {
        let answer = Edit::Respond(p.id.clone(), Some(level(3)));
        a.apply(answer, clock.tick(at));
    }
    a
}

fn begin_round(a: &mut Assessment, at: u64) {
    let day = Day::default().plus(i32::try_from(at / DAY).unwrap());
    let state = snapshot("2027 Q1", &format!("{day}T08:00:00Z"), true);
    let id = id::<SnapshotId>("snapshot-one");
    let keep = Edit::Keep(id, Some(Box::new(state)));
    a.apply(keep, clock("w2").tick(at));
}

#[test]
fn a_round_is_due_a_quarter_after_its_first_answer() {
    let a = answered(NOW);
    assert_eq!(a.round_due(NOW + QUARTER - 1), None);
    assert_eq!(a.round_due(NOW + QUARTER), Some(NOW + QUARTER));
    assert_eq!(a.round_due(NOW + 3 * QUARTER), Some(NOW + QUARTER));
    // Nothing was asked yet, so nothing is to be asked again.
    assert_eq!(empty().round_due(u64::MAX), None);
}

#[test]
fn and_then_a_quarter_after_the_last_one_began() {
    let mut a = answered(NOW);
    begin_round(&mut a, NOW + QUARTER);
    assert_eq!(a.round_due(NOW + 2 * QUARTER - 1), None);
    assert_eq!(a.round_due(NOW + 2 * QUARTER), Some(NOW + 2 * QUARTER));
}

/// However late its snapshot is named anew, or brought back.
#[test]
fn a_round_that_gets_another_name_is_not_younger_for_it() {
    let mut a = answered(NOW);
    begin_round(&mut a, NOW + 1);
    let due = a.round_due(NOW + 3 * QUARTER).unwrap();
    let named = a.snapshots()[0].1.clone();
    let id = id::<SnapshotId>("snapshot-one");
    let keep = Edit::Keep(id, Some(Box::new(named)));
    a.apply(keep, clock("w3").tick(NOW + QUARTER));
    let now = a.round_due(NOW + 3 * QUARTER).unwrap();
    assert!((due..due + DAY).contains(&now));
}

#[test]
fn what_comes_next_is_an_answer_then_the_results_then_a_round() {
    let q = questionnaire();
    let mut a = answered(NOW);
    assert_eq!(a.ahead(&q, NOW), Ahead::Results);
    assert_eq!(a.ahead(&q, NOW + QUARTER), Ahead::Round);
    let clear = Edit::Respond(practice("b1"), None);
    a.apply(clear, clock("w9").tick(NOW + 1));
    let open = q.practice(&practice("b1")).unwrap();
    assert_eq!(a.ahead(&q, NOW + QUARTER), Ahead::Answer(open));
    // In a new round, what is carried over is to be looked at first.
    let mut a = answered(NOW);
    begin_round(&mut a, NOW + 1);
    assert_eq!(a.ahead(&q, NOW + 2), Ahead::Answer(&q.practices[0]));
}

#[test]
fn a_copy_is_due_after_a_day_or_many_changes_and_not_once_it_is_made() {
    let mut a = answered(NOW);
    assert!(a.stamps().count() < 20);
    assert!(!a.is_copy_due(None, NOW + DAY - 1));
    assert!(a.is_copy_due(None, NOW + DAY));
    assert!(!a.is_copy_due(Some(NOW), NOW + 9 * DAY));
    let mut clock = clock("w3");
    for n in 0..20 {
        let id: ActionId = id(&format!("action-{n}"));
        assert!(!a.is_copy_due(Some(NOW), NOW + 1), "after {n}");
        a.apply(Edit::Act(id, Some(Action::default())), clock.tick(NOW + 1));
    }
    assert!(a.is_copy_due(Some(NOW), NOW + 1));
    assert!(!a.is_copy_due(Some(NOW + 1), NOW + 9 * DAY));
    assert!(!empty().is_copy_due(None, NOW));
}

#[test]
fn what_is_done_or_given_up_is_no_open_action() {
    let mut a = empty();
    let mut clock = clock("w1");
    let states = [
        ActionState::Open,
        ActionState::Doing,
        ActionState::Done,
        ActionState::Dropped,
    ];
    for (n, state) in states.into_iter().enumerate() {
        let id: ActionId = id(&format!("action-{n}"));
        let action = Action {
            state,
            ..Action::default()
        };
        a.apply(Edit::Act(id, Some(action)), clock.tick(NOW));
    }
    assert_eq!(a.open_actions(), 2);
}

#[test]
fn a_team_of_the_same_name_is_found_as_a_reader_reads_it() {
    let named = |of: &str, team: &str| {
        let mut a = empty();
        a.id = id::<AssessmentId>(of);
        a.apply(Edit::Team(Some(team.to_owned())), clock("w").tick(NOW));
        a
    };
    let mut at = AtDesk::with(vec![named("one", "Payments"), named("two", "Équipe")]);
    let found = |at: &AtDesk, team: &str| {
        let found = at.desk.namesake(team, READER);
        found.map(|id| id.to_string())
    };
    assert_eq!(found(&at, "payments").as_deref(), Some("one"));
    assert_eq!(found(&at, "Equipe").as_deref(), Some("two"));
    assert_eq!(found(&at, "Payment"), None);
    // What was removed has the name no longer, and has it again when it comes back.
    let removal = at.desk.remove(&id("one"));
    at.run(removal);
    assert_eq!(found(&at, "Payments"), None);
    at.act(Input::Undo(None));
    assert_eq!(found(&at, "Payments").as_deref(), Some("one"));
}
