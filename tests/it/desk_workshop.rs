//! A workshop at the desk: ballots come in, are laid open, are voted on once more, and are counted.

use crate::at_workshop::Room;
use crate::world::{NOW, between, id, level};
use plumbline::desk::Input;
use plumbline::formats::ballot_code;
use plumbline::model::{Answer, Counts, Fact, Phase, PracticeId, Workshop};
use plumbline::report::workshop::minutes_left;
use plumbline::workshop::Ballot;

fn room() -> Room {
    Room::of(Workshop {
        minutes: 60,
        each: 5,
        ..Workshop::default()
    })
}

impl Room {
    /// The code of a voter who answers both practices.
    fn code(&self, voter: u32, answers: [Answer; 2]) -> String {
        let ballot = Ballot {
            voter,
            role: None,
            answers: answers.map(Some).to_vec(),
            ..Ballot::default()
        };
        ballot_code::encode(&self.session(), &ballot)
    }

    fn paste(&mut self, codes: &[String]) {
        self.take(&codes.join("\n"), &[]);
    }

    fn hands(&mut self, levels: [u32; 5]) {
        let settle = self
            .at
            .desk
            .settle(&self.at.id, &self.workshop, &id("a1"), |o| {
                o.counts = Counts {
                    levels,
                    ..Counts::default()
                };
            });
        self.at.act(Input::Do(settle));
    }

    /// What is kept of a practice: what was said last, and at first.
    fn kept(&self, practice: &str) -> (Counts, Option<Counts>) {
        let practice: PracticeId = id(practice);
        let outcome = self
            .at
            .desk
            .with(&self.at.id, |a| a.outcome(&self.workshop, &practice));
        let outcome = outcome.unwrap();
        (outcome.counts, Counts::of_each(outcome.first))
    }

    fn answer(&self, practice: &str) -> Option<Answer> {
        let practice: PracticeId = id(practice);
        let found = self
            .at
            .desk
            .with(&self.at.id, |a| a.answer(&practice).cloned());
        found.flatten()
    }
}

#[test]
fn a_room_that_is_of_one_mind_halfway_is_taken_over_halfway() {
    let mut room = room();
    let codes = [1, 2, 3].map(|voter| room.code(voter, [between(2), level(4)]));
    room.paste(&codes);
    room.reveal();
    let half = plumbline::model::Step::of(&between(2)).unwrap();
    let four = plumbline::model::Step::of(&level(4)).unwrap();
    let all = [(id("a1"), half), (id("b1"), four)];
    let taken = room
        .at
        .desk
        .take_unanimous(&room.at.id, &room.workshop, &all);
    room.at.act(Input::Do(taken));
    assert_eq!(room.answer("a1"), Some(between(2)));
    assert_eq!(room.answer("b1"), Some(level(4)));
}

#[test]
fn a_reveal_is_noted_with_its_time_and_ballots_and_cannot_be_taken_back() {
    let mut room = room();
    let codes = [1, 2].map(|voter| room.code(voter, [level(2), level(4)]));
    room.paste(&codes);
    room.reveal();
    assert_eq!(room.held().revealed, Some((NOW, 2)));
    let here = Some(room.at.id.clone());
    room.at.act(Input::Undo(here));
    assert_eq!(room.held().phase, Phase::Discussing);
}

#[test]
fn new_codes_after_the_reveal_replace_a_vote_and_the_first_one_is_kept() {
    let mut room = room();
    let codes = [1, 2].map(|voter| room.code(voter, [level(1), level(4)]));
    room.paste(&codes);
    room.reveal();
    room.paste(&[room.code(2, [level(3), level(4)])]);
    room.paste(&[room.code(1, [level(3), level(4)])]);
    room.finish();
    let (last, first) = room.kept("a1");
    assert_eq!(last.levels, [0, 0, 2, 0, 0]);
    // What was said before anybody had talked, and not what lay between.
    assert_eq!(first.unwrap().levels, [2, 0, 0, 0, 0]);
    assert_eq!(room.kept("b1").1, None);
}

#[test]
fn before_the_reveal_a_new_code_is_a_correction_and_no_second_vote() {
    let mut room = room();
    room.paste(&[room.code(1, [level(1), level(4)])]);
    room.paste(&[room.code(1, [level(2), level(4)])]);
    room.reveal();
    room.finish();
    assert_eq!(room.kept("a1").1, None);
}

#[test]
fn the_last_vote_counts_whether_by_hand_or_by_ballot() {
    let mut room = room();
    let codes = [1, 2].map(|voter| room.code(voter, [level(1), level(4)]));
    room.paste(&codes);
    room.reveal();
    room.hands([0, 2, 0, 0, 0]);
    room.paste(&[room.code(1, [level(5), level(4)])]);
    room.finish();
    let (last, first) = room.kept("a1");
    assert_eq!(last.levels, [1, 0, 0, 0, 1]);
    assert_eq!(first.unwrap().levels, [2, 0, 0, 0, 0]);
}

#[test]
fn hands_are_people_who_took_part() {
    let mut room = room();
    room.reveal();
    room.hands([3, 0, 5, 0, 0]);
    room.finish();
    assert_eq!(room.held().people, 8);
    let said = room
        .at
        .desk
        .with(&room.at.id, |a| a.fact(Fact::Respondents).to_owned());
    assert_eq!(said.as_deref(), Some("8"));
    assert_eq!(
        room.kept("a1"),
        (
            Counts {
                levels: [3, 0, 5, 0, 0],
                ..Counts::default()
            },
            None
        )
    );
}

/// After a break the room has the time that it is given, and no step of it is undone by `u`.
#[test]
fn time_is_given_from_now_on_and_is_no_step_to_be_undone() {
    let mut room = room();
    room.reveal();
    let later = NOW + 12 * 3_600_000;
    let given = room
        .at
        .desk
        .give_time(&room.at.id, &room.workshop, 30, later);
    room.at.act(Input::Do(given.unwrap()));
    let is_given = |room: &Room| minutes_left(&room.held(), later);
    assert_eq!(is_given(&room), 30);
    // When it was revealed stays as it was: what was answered since is the room's.
    assert_eq!(room.held().revealed, Some((NOW, 0)));
    room.at.undo();
    assert_eq!(is_given(&room), 30);
}
