//! Ballots that a camera or a picture shows: what is said of each, once.

use crate::at_desk::AtDesk;
use crate::world::{id, level};
use plumbline::desk::{Input, Scanned, Scanning};
use plumbline::formats::ballot_code::{self, NotCounted};
use plumbline::formats::fours::fours;
use plumbline::formats::session_link::{self, Invitation};
use plumbline::model::{BallotId, Edit, Workshop, WorkshopId};
use plumbline::words::words;
use plumbline::workshop::{Ballot, Session};

/// A room whose ballots are scanned.
struct Room {
    at: AtDesk,
    workshop: WorkshopId,
    held: Workshop,
    scanning: Scanning,
}

impl Room {
    fn new() -> Self {
        let mut at = AtDesk::new();
        let held = Workshop {
            practices: vec![id("a1"), id("b1")],
            expected: 3,
            minutes: 60,
            each: 5,
            ..Workshop::default()
        };
        let workshop: WorkshopId = id("w");
        at.edit(Edit::Workshop(
            workshop.clone(),
            Some(Box::new(held.clone())),
        ));
        Self {
            at,
            workshop,
            held,
            scanning: Scanning::default(),
        }
    }

    fn code(&self, voter: u32, said: u8) -> String {
        let q = self.at.desk.questionnaire(&self.at.id);
        let ballot = Ballot {
            voter,
            role: None,
            answers: vec![Some(level(said)); 2],
            ..Ballot::default()
        };
        ballot_code::encode(&Session::of(q, &self.held), &ballot)
    }

    fn count(&self) -> usize {
        self.at.now().ballots(&self.workshop).count()
    }

    /// What is said when the camera looks once more, and this is in view.
    fn look(&mut self, text: &str) -> Option<Scanned> {
        if !self.scanning.sees(text) {
            return None;
        }
        let desk = &self.at.desk;
        let (taken, cast) = desk.take_opened(&self.at.id, &self.workshop, text, &[])?;
        self.at.act(Input::Do(cast));
        self.scanning.says(text, &taken)
    }

    fn look_away(&mut self) {
        (0..8).for_each(|_| self.scanning.sees_nothing());
    }
}

#[test]
fn each_new_ballot_is_counted_and_told_once_however_long_it_stays_in_view() {
    let mut room = Room::new();
    let codes: Vec<_> = (1..=3).map(|voter| room.code(voter, 2)).collect();
    for (n, code) in codes.iter().enumerate() {
        assert_eq!(room.look(code), Some(Scanned::New));
        assert_eq!(room.count(), n + 1);
        for _ in 0..20 {
            assert_eq!(room.look(code), None);
        }
    }
    // Two phones in view at once, and one that is shown later again.
    for _ in 0..5 {
        assert_eq!([room.look(&codes[0]), room.look(&codes[1])], [None, None]);
    }
    room.look_away();
    assert_eq!(room.look(&codes[2]), None);
    assert_eq!(room.count(), 3);
}

#[test]
fn a_ballot_that_came_by_the_chat_is_in_already() {
    let mut room = Room::new();
    let code = room.code(7, 4);
    let taken = room
        .at
        .desk
        .take_opened(&room.at.id, &room.workshop, &code, &[]);
    room.at.act(Input::Do(taken.unwrap().1));
    assert_eq!(room.look(&code), Some(Scanned::Again));
    assert_eq!(room.look(&room.code(7, 5)), Some(Scanned::Replaced));
    assert_eq!(room.count(), 1);
}

#[test]
fn a_ballot_that_was_taken_out_can_be_scanned_once_more() {
    let mut room = Room::new();
    let code = room.code(9, 1);
    assert_eq!(room.look(&code), Some(Scanned::New));
    let ballot = BallotId::parse("9").unwrap();
    let out = room
        .at
        .desk
        .remove_ballot(&room.at.id, &room.workshop, ballot);
    room.at.act(Input::Do(out));
    room.look_away();
    assert_eq!(room.look(&code), Some(Scanned::New));
    assert_eq!(room.count(), 1);
}

#[test]
fn what_is_no_ballot_of_this_workshop_is_named_each_time_it_is_shown() {
    let mut room = Room::new();
    let code = room.code(3, 3);
    let cut = &code[..code.len() - 3];
    let q = room.at.desk.questionnaire(&room.at.id);
    let link = format!(
        "https://example.org/plumbline/#/vote/{}",
        session_link::encode(q, &Invitation::to(q, &room.held))
    );
    let elsewhere = Workshop {
        tag: 5,
        ..room.held.clone()
    };
    let elsewhere = ballot_code::encode(
        &Session::of(q, &elsewhere),
        &Ballot {
            voter: 1,
            role: None,
            answers: vec![Some(level(1)); 2],
            ..Ballot::default()
        },
    );
    let beginning = |code: &str| code[..8].to_owned();
    let shown = [
        (
            cut.to_owned(),
            Scanned::NotCounted(NotCounted::Damaged(beginning(&code))),
        ),
        (
            elsewhere.clone(),
            Scanned::NotCounted(NotCounted::OtherSession(beginning(&elsewhere))),
        ),
        (link, Scanned::Invitation),
        ("https://example.org/menu".into(), Scanned::Other),
        ("WIFI:S:Guests;P:ABC;;".into(), Scanned::Other),
        (String::new(), Scanned::Other),
    ];
    for (text, wanted) in shown {
        room.look_away();
        // An empty text is as good as nothing in view.
        let wanted = (!text.is_empty()).then_some(wanted);
        assert_eq!(room.look(&text), wanted, "{text}");
        assert_eq!(room.look(&text), None, "{text}");
    }
    assert_eq!(room.count(), 0);
}

#[test]
fn what_is_said_counts_the_room() {
    let w = words();
    assert_eq!(w.scanned(&Scanned::New, 5, 8), "Ballot 5 of 8 is in.");
    assert_eq!(w.scanned(&Scanned::New, 9, 8), "Ballot 9 is in.");
    assert_eq!(w.scanned(&Scanned::New, 5, 0), "Ballot 5 is in.");
    assert!(
        w.scanned(&Scanned::Again, 5, 8)
            .ends_with("5 of 8 ballots are in.")
    );
    let why = NotCounted::Damaged("PBabcdef".into());
    assert_eq!(
        w.scanned(&Scanned::NotCounted(why.clone()), 1, 1),
        w.not_counted(&why)
    );
}

#[test]
fn a_code_in_groups_of_four_is_whole_and_comes_back_as_it_was_typed() {
    let mut room = Room::new();
    let code = room.code(11, 4);
    let groups = fours(&code);
    assert_eq!(groups.concat(), code);
    assert!(groups.iter().rev().skip(1).all(|group| group.len() == 4));
    assert_eq!(fours(""), [""; 0]);
    // As it is read out and typed.
    for (voter, between) in [" ", "  ", "-", " · ", "\n", "\u{a0}"].iter().enumerate() {
        let voter = 20 + u32::try_from(voter).unwrap();
        let typed = fours(&room.code(voter, 2)).join(between);
        assert_eq!(room.look(&typed), Some(Scanned::New), "{typed}");
    }
    assert_eq!(room.look(&groups.join(" ")), Some(Scanned::New));
    assert_eq!(room.count(), 7);
}
