//! Steering a workshop: clocks that stand, an agenda that changes, set-ups that are kept, words on demand.

use crate::at_workshop::Room;
use crate::world::{NOW, between, id, level};
use plumbline::desk::Input;
use plumbline::formats::{ballot_code, set_ups_json};
use plumbline::model::{Counts, Phase, PracticeId, Role, Workshop};
use plumbline::report::workshop::{agenda, minutes_left, tallies};
use plumbline::workshop::set_up::{MAX_SET_UPS, keep};
use plumbline::workshop::{Ballot, Prompt, Session, SetUp, Tally, What, prompts};

const MINUTE: u64 = 60_000;

fn room() -> Room {
    Room::of(Workshop {
        minutes: 60,
        each: 5,
        asks_role: true,
        ..Workshop::default()
    })
}

/// A ballot's code.
fn cast(session: &Session, voter: u32, role: Option<Role>, levels: [u8; 2]) -> String {
    let answers = levels.map(|n| Some(level(n))).to_vec();
    let ballot = Ballot {
        voter,
        role,
        answers,
        ..Ballot::default()
    };
    ballot_code::encode(session, &ballot)
}

impl Room {
    fn talk_of(&mut self, practice: &str, does: bool) {
        let practice: PracticeId = id(practice);
        self.run(|desk, a, w| desk.talk_of(a, w, &practice, does, NOW));
    }

    fn talked_of(&self) -> Vec<String> {
        let (q, held) = (self.at.desk.questionnaire(&self.at.id), self.held());
        let all = self
            .at
            .desk
            .with(&self.at.id, |a| tallies(q, a, &self.workshop, &held));
        all.unwrap()
            .into_iter()
            .map(|(id, _)| id.to_string())
            .collect()
    }

    /// So many people vote, one half of them low and the other high.
    fn vote(&mut self, voters: u32, role: Option<Role>) {
        let session = self.session();
        let low = |voter| if voter % 2 == 0 { 1 } else { 5 };
        let codes = (1..=voters).map(|voter| cast(&session, voter, role, [low(voter), 3]));
        self.take(&codes.collect::<Vec<_>>().join(" "), &[]);
    }
}

/// Somebody has a word to say first, and a break costs no time.
#[test]
fn clocks_stand_until_they_are_started_and_through_a_break() {
    let mut room = room();
    room.vote(4, None);
    room.reveal();
    assert_eq!(minutes_left(&room.held(), NOW + 20 * MINUTE), 60);
    room.run(|desk, a, w| desk.pause(a, w, false, NOW + 20 * MINUTE));
    let held = room.held();
    assert_eq!(held.left(held.until, NOW + 21 * MINUTE), Some(4 * MINUTE));
    assert_eq!(minutes_left(&held, NOW + 21 * MINUTE), 59);
    room.run(|desk, a, w| desk.pause(a, w, true, NOW + 21 * MINUTE));
    // Stopping twice stops once.
    room.run(|desk, a, w| desk.pause(a, w, true, NOW + 25 * MINUTE));
    assert_eq!(minutes_left(&room.held(), NOW + 300 * MINUTE), 59);
    room.run(|desk, a, w| desk.pause(a, w, false, NOW + 300 * MINUTE));
    let held = room.held();
    assert_eq!(held.left(held.until, NOW + 301 * MINUTE), Some(3 * MINUTE));
    // None of it is a step to be undone.
    let here = Some(room.at.id.clone());
    room.at.act(Input::Undo(here));
    assert_eq!(room.held().phase, Phase::Discussing);
}

#[test]
fn whoever_turns_to_a_practice_starts_the_clock_and_a_minute_more_counts_while_it_stands() {
    let mut room = room();
    room.vote(4, None);
    room.reveal();
    room.run(|desk, a, w| desk.give_minute(a, w, NOW + 9 * MINUTE));
    let held = room.held();
    assert_eq!(held.left(held.until, NOW + 9 * MINUTE), Some(6 * MINUTE));
    room.run(|desk, a, w| desk.turn_to(a, w, Some(id("b1")), NOW + 10 * MINUTE));
    let held = room.held();
    assert_eq!(held.paused, None);
    assert_eq!(held.left(held.until, NOW + 11 * MINUTE), Some(4 * MINUTE));
    assert_eq!(minutes_left(&held, NOW + 11 * MINUTE), 59);
    // After the end of its time, a minute is a minute from now.
    room.run(|desk, a, w| desk.give_minute(a, w, NOW + 40 * MINUTE));
    let held = room.held();
    assert_eq!(held.left(held.until, NOW + 40 * MINUTE), Some(MINUTE));
}

/// A clock that is far off, or a hostile file, ends no page.
#[test]
fn times_at_the_end_of_all_time_stay_there() {
    let mut held = Workshop {
        until: Some(u64::MAX),
        ends: Some(u64::MAX - 1),
        paused: Some(1),
        ..Workshop::default()
    };
    held.go_on(u64::MAX);
    assert_eq!((held.until, held.ends), (Some(u64::MAX), Some(u64::MAX)));
    assert_eq!(held.left(held.until, u64::MAX), Some(0));
}

#[test]
fn what_is_added_is_talked_about_by_hands_and_the_link_stays() {
    let mut room = room();
    let q = room.at.desk.questionnaire(&room.at.id);
    let before = Session::of(q, &room.held());
    room.vote(4, None);
    room.talk_of("c2", true);
    room.talk_of("b1", false);
    assert_eq!(Session::of(q, &room.held()), before);
    assert_eq!(room.talked_of(), ["a1", "c2"]);
    room.reveal();
    let held = room.held();
    let agenda = room
        .at
        .desk
        .with(&room.at.id, |a| agenda(q, a, &room.workshop, &held, NOW));
    let agenda = agenda.unwrap();
    assert_eq!(agenda.now, [id("a1")]);
    assert_eq!(agenda.silent, [id("c2")]);
    // Back again with all that was said of it.
    room.talk_of("b1", true);
    room.talk_of("c2", false);
    assert_eq!((room.held().added.len(), room.held().dropped.len()), (0, 0));
    let held = room.held();
    let all = room
        .at
        .desk
        .with(&room.at.id, |a| tallies(q, a, &room.workshop, &held));
    assert_eq!(all.unwrap()[1].1.counts.levels, [0, 0, 4, 0, 0]);
}

#[test]
fn the_practice_on_the_table_makes_way_when_it_is_left_out() {
    let mut room = room();
    room.vote(4, None);
    room.reveal();
    assert_eq!(room.held().at, Some(id("a1")));
    room.talk_of("a1", false);
    assert_eq!(room.held().at, None);
    room.talk_of("a1", true);
    assert_eq!(room.held().at, Some(id("a1")));
}

#[test]
fn a_vote_that_changes_finds_its_practice_whatever_was_left_out() {
    let mut room = room();
    room.vote(4, None);
    room.reveal();
    room.talk_of("a1", false);
    let code = cast(&room.session(), 1, None, [5, 4]);
    room.take(&code, &[]);
    let first = |practice: &str| {
        let practice: PracticeId = id(practice);
        let read = |a: &plumbline::model::Assessment| a.outcome(&room.workshop, &practice).first;
        Counts::of_each(room.at.desk.with(&room.at.id, read).unwrap())
    };
    assert_eq!(first("b1").unwrap().levels, [0, 0, 4, 0, 0]);
    assert_eq!(first("a1"), None);
}

#[test]
fn roles_say_nothing_any_more_once_nobody_is_asked_for_them() {
    let mut room = room();
    room.vote(8, Some(Role::Product));
    let q = room.at.desk.questionnaire(&room.at.id);
    let session = room.session();
    let others = (11..14).map(|voter| cast(&session, voter, Some(Role::Operations), [1, 1]));
    room.take(&others.collect::<Vec<_>>().join(" "), &[]);
    let gap = |room: &Room| {
        let held = room.held();
        let all = room
            .at
            .desk
            .with(&room.at.id, |a| tallies(q, a, &room.workshop, &held));
        all.unwrap()[1].1.counts.gap
    };
    assert!(gap(&room).is_some());
    room.run(|desk, a, w| desk.steer(a, w, |w| w.asks_role = false));
    assert!(gap(&room).is_none());
}

#[test]
fn a_set_up_is_kept_without_its_day_and_its_team() {
    let mut kept = Vec::new();
    let full = Workshop {
        began: "2026-11-26".into(),
        title: "Payments".into(),
        tag: 17,
        practices: vec![id("a1")],
        minutes: 45,
        each: 7,
        asks_role: true,
        least: 4,
        expected: 8,
        names: vec!["Ann".into()],
        revealed: Some((1, 2)),
        ..Workshop::default()
    };
    let set_up = SetUp {
        name: "Reliability".into(),
        what: What::Chosen,
        workshop: full.clone(),
    };
    keep(&mut kept, set_up.clone());
    keep(
        &mut kept,
        SetUp {
            what: What::Open,
            name: String::new(),
            workshop: full,
        },
    );
    keep(&mut kept, set_up);
    assert_eq!(
        kept.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(),
        ["", "Reliability"]
    );
    assert_eq!(kept[0].workshop.practices, []);
    let plan = &kept[1].workshop;
    assert_eq!(
        (plan.minutes, plan.each, plan.least, plan.expected),
        (45, 7, 4, 8)
    );
    assert_eq!(plan.practices, [id("a1")]);
    assert!(plan.began.is_empty() && plan.title.is_empty() && plan.names.is_empty());
    assert_eq!((plan.tag, plan.revealed), (0, None));
    assert_eq!(set_ups_json::decode(&set_ups_json::encode(&kept)), kept);
    for n in 0..2 * MAX_SET_UPS {
        keep(
            &mut kept,
            SetUp {
                name: n.to_string(),
                ..SetUp::default()
            },
        );
    }
    assert_eq!(kept.len(), MAX_SET_UPS);
}

#[test]
fn what_is_no_set_up_is_passed_over() {
    for text in [
        "",
        "null",
        "{}",
        "[1, {}, {\"name\": 3}]",
        "[{\"name\":\"x\",\"what\":\"all\",\"workshop\":{}}]",
    ] {
        assert_eq!(set_ups_json::decode(text), [], "{text}");
    }
    let one = "[7, {\"name\":\"x\",\"what\":\"open\",\"workshop\":{\"minutes\":9}}]";
    assert_eq!(set_ups_json::decode(one)[0].workshop.minutes, 9);
}

#[test]
fn there_are_words_for_what_the_room_shows() {
    let held = |phase| Workshop {
        phase,
        ..Workshop::default()
    };
    let talks = held(Phase::Discussing);
    let said = |counts: Counts| prompts(&talks, Some(&Tally::of(counts)));
    let of = |levels| Counts {
        levels,
        ..Counts::default()
    };
    assert_eq!(prompts(&held(Phase::Collecting), None), [Prompt::Opening]);
    assert_eq!(prompts(&talks, None), [Prompt::CheckOut]);
    assert_eq!(said(of([3, 0, 0, 0, 3])), [Prompt::Camps, Prompt::Onward]);
    assert_eq!(said(of([1, 0, 3, 0, 0])), [Prompt::Apart, Prompt::Onward]);
    assert_eq!(said(of([0, 1, 3, 0, 0])), [Prompt::Alike, Prompt::Onward]);
    assert_eq!(said(Counts::default()), [Prompt::Silent]);
    let unsure = Counts {
        dont_know: 2,
        not_applicable: 1,
        ..of([0, 0, 1, 0, 0])
    };
    assert_eq!(
        said(unsure),
        [
            Prompt::Alike,
            Prompt::Unsure,
            Prompt::Applies,
            Prompt::Onward
        ]
    );
    let halfway = Counts {
        between: [0, 0, 0, 1],
        ..of([0, 1, 0, 0, 0])
    };
    assert_eq!(between(4).level().map(|l| l.number()), Some(4));
    assert_eq!(said(halfway)[0], Prompt::Camps);
}
