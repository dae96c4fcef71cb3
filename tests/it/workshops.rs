//! Workshops in the document, its file, its report, and the invitation in an address.

use crate::fuzz;
use crate::random::Dice;
use crate::world::{between, empty, id, level};
use plumbline::catalog::built_in;
use plumbline::formats::assessment_json::{decode, encode};
use plumbline::formats::ballot_code;
use plumbline::formats::link::{Age, BadLink};
use plumbline::formats::session_link::{self, Invitation};
use plumbline::model::validate::MAX_HANDS;
use plumbline::model::{
    Assessment, Cast, Counts, Edit, Outcome, Phase, Questionnaire, Role, Settled, Step, Within,
    Workshop,
};
use plumbline::report::workshop::tallies;
use plumbline::report::{Contents, Days, Report};
use plumbline::words::words;
use plumbline::workshop::{Ballot, Session};

/// A part of the workshop `w`.
pub fn within<K: TryFrom<String>>(of: &str) -> Within<K> {
    Within {
        workshop: id("w"),
        of: id(of),
    }
}

fn workshop(phase: Phase) -> Workshop {
    Workshop {
        began: "2026-11-23T10:00:00Z".into(),
        title: "Autumn".into(),
        tag: 4711,
        practices: vec![id("a1"), id("b1")],
        minutes: 60,
        each: 5,
        asks_role: true,
        is_secret: true,
        phase,
        at: (phase == Phase::Discussing).then(|| id("a1")),
        ends: (phase == Phase::Discussing).then_some(1_700_000_000_000),
        ..Workshop::default()
    }
}

fn outcome() -> Outcome {
    let step = |answer| Step::of(&answer).unwrap();
    Outcome {
        counts: Counts {
            levels: [0, 2, 1, 0, 4],
            dont_know: 1,
            not_applicable: 2,
            gap: Some([
                (Role::Product, step(level(2))),
                (Role::Operations, step(level(3))),
            ]),
            ..Counts::default()
        },
        first: Default::default(),
        dissent: "Not at night".into(),
        settled: Settled::Agreed,
        ..Outcome::default()
    }
}

/// A room that was told how many it is, voted halfway, and voted once more.
pub fn half_steps() -> Vec<Edit> {
    let step = |answer| Step::of(&answer).unwrap();
    let revealed = Workshop {
        revealed: Some((1_699_996_400_000, 8)),
        expected: 9,
        least: 4,
        ..workshop(Phase::Discussing)
    };
    let voted = Outcome {
        counts: Counts {
            between: [0, 3, 0, 1],
            gap: Some([
                (Role::Product, step(level(2))),
                (Role::Operations, step(between(3))),
            ]),
            ..outcome().counts
        },
        first: [9, 0, 2, 0, 0, 1, 0, 0, 4, 1, 2],
        ..outcome()
    };
    vec![
        Edit::Workshop(id("w"), Some(Box::new(revealed))),
        Edit::Settle(within("a1"), Some(voted)),
    ]
}

/// A room whose clocks stand, and that talks about something else than it was asked.
pub fn steered() -> Vec<Edit> {
    let held = Workshop {
        paused: Some(1_699_999_000_000),
        added: vec![id("c1"), id("c2")],
        dropped: vec![id("b1")],
        ..workshop(Phase::Discussing)
    };
    vec![Edit::Workshop(id("w"), Some(Box::new(held)))]
}

fn cast(code: &str) -> Cast {
    Cast {
        code: code.into(),
        name: "Ann".into(),
        ..Cast::default()
    }
}

/// A document with an open workshop, a finished one and a removed one.
pub fn edits() -> Vec<Edit> {
    let finished = Workshop {
        people: 9,
        asks_name: true,
        names: vec!["Ann".into(), "Bob".into()],
        ..workshop(Phase::Finished)
    };
    vec![
        Edit::Workshop(id("w"), Some(Box::new(workshop(Phase::Discussing)))),
        Edit::Workshop(id("w0"), Some(Box::new(finished))),
        Edit::Workshop(id("w1"), Some(Box::default())),
        Edit::Workshop(id("w1"), None),
        Edit::Cast(within("17"), Some(cast("PBx"))),
        Edit::Cast(within("18"), Some(cast("PBy"))),
        Edit::Cast(within("18"), None),
        Edit::Settle(within("a1"), Some(outcome())),
        Edit::Settle(within("b1"), Some(Outcome::default())),
    ]
}

fn document() -> Assessment {
    let (mut a, mut clock) = (empty(), crate::world::clock("w"));
    for edit in edits() {
        a.apply(edit, clock.tick(1));
    }
    a
}

#[test]
fn the_open_workshop_its_ballots_and_outcomes_are_found() {
    let a = document();
    let (name, open) = a.open_workshop().unwrap();
    assert_eq!((name.as_str(), open.phase), ("w", Phase::Discussing));
    assert_eq!(a.workshops().len(), 2);
    let ballots: Vec<_> = a.ballots(name).collect();
    assert_eq!(ballots, [(&id("17"), &cast("PBx"))]);
    assert_eq!(a.outcome(name, &id("a1")), outcome());
    assert_eq!(a.outcome(name, &id("c1")), Outcome::default());
    assert_eq!(a.ballots(&id("w0")).count(), 0);
}

#[test]
fn a_file_brings_a_workshop_back_with_what_this_version_does_not_know() {
    let a = document();
    let file = encode(&a, "1", "now");
    assert_eq!(decode(&file).unwrap().assessment, a);
    let later = file.replace(
        "\"asksRole\": true",
        "\"asksRole\": true,\n \"music\": \"no\"",
    );
    let read = decode(&later).unwrap();
    assert!(!read.edited_outside);
    let again = encode(&read.assessment, "1", "now");
    assert_eq!(again.matches("\"music\": \"no\"").count(), 2);
    // Another copy of the file, written before, takes nothing away.
    let mut joined = a.clone();
    joined.join(&empty());
    assert_eq!(joined, a);
}

#[test]
fn a_broken_workshop_is_named_with_its_place() {
    let broken = [
        (
            r#""workshops": {"w": {"phase": "later"}}"#,
            "workshops/w: should have",
        ),
        (
            r#""workshops": {"w": {"practices": ["A b"]}}"#,
            "workshops/w: should have",
        ),
        (
            r#""workshops": {"w": {"minutes": -1}}"#,
            "workshops/w: should have",
        ),
        (r#""workshops": []"#, "workshops: should be an object"),
        (r#""ballots": {"w": {"code": "x"}}"#, "ballots/w: the id"),
        (
            r#""ballots": {"w/1": {"code": 7}}"#,
            "ballots/w/1: should have",
        ),
        (
            r#""outcomes": {"w/a1": {"levels": [1, 2]}}"#,
            "outcomes/w/a1: should have",
        ),
        (
            r#""outcomes": {"w/a1": {"gap": [{"role": "boss", "level": 1}]}}"#,
            "outcomes/w/a1",
        ),
        (
            r#""outcomes": {"w/a1": {"settled": 1}}"#,
            "outcomes/w/a1: should have",
        ),
    ];
    for (part, said) in broken {
        let file = format!(
            r#"{{"format": "plumbline/assessment", "version": 1, "body": {{"id": "x", "team": "",
            "questionnaire": {{"id": "test", "version": "1"}}, {part}}}}}"#
        );
        let refused = words().refusal(&decode(&file).unwrap_err());
        assert!(refused.contains(said), "{part}: {refused}");
    }
}

#[test]
fn what_is_typed_is_bounded() {
    let mut wild = outcome();
    wild.counts.dont_know = u32::MAX;
    wild.dissent = "x".repeat(100_000);
    let Edit::Settle(_, Some(kept)) = Edit::Settle(within("a1"), Some(wild)).bounded() else {
        unreachable!()
    };
    assert_eq!(kept.counts.dont_know, MAX_HANDS);
    assert_eq!(kept.dissent.chars().count(), 4_000);
}

#[test]
fn no_ballot_leaves_in_a_report_and_names_and_dissent_only_when_asked_for() {
    let a = document();
    let text = |notes, names| encode(&Contents { notes, names }.of(&a), "", "");
    let all = text(true, true);
    assert!(all.contains("Bob") && all.contains("Not at night") && !all.contains("PBx"));
    assert!(!text(true, false).contains("Bob") && !text(true, false).contains("Autumn"));
    assert!(!text(false, true).contains("Not at night"));
}

#[test]
fn an_invitation_is_short_and_comes_back_from_its_address() {
    let q = built_in();
    let all = Workshop {
        title: "Zahlungen – Herbst 🍂".into(),
        practices: q.practices.iter().rev().map(|p| p.id.clone()).collect(),
        ..workshop(Phase::Collecting)
    };
    let invitation = Invitation::to(&q, &all);
    // In the questionnaire's order, whatever order the workshop has.
    assert_eq!(invitation.session.practices[0], q.practices[0].id);
    let code = session_link::encode(&q, &invitation);
    assert!(code.len() < 70, "{code}");
    assert_eq!(
        session_link::decode(&q, &format!("{code}).")),
        Ok(invitation.clone())
    );
    let mut other = q.clone();
    other.version = "9.9.9".into();
    assert_eq!(
        session_link::decode(&other, &code),
        Err(BadLink::OtherVersion(Age::Older))
    );
    assert_eq!(session_link::decode(&q, &code[..20]), Err(BadLink::Cut));
    assert_eq!(session_link::decode(&q, ""), Err(BadLink::Cut));
    for seed in 0..20_000 {
        let mut dice = Dice(seed);
        let forged = fuzz::forged_link(&mut dice, &code);
        // Right check digits over anything at all: read as what it says, or refused.
        if let Ok(read) = session_link::decode(&q, &forged) {
            let again = session_link::encode(&q, &read);
            assert_eq!(session_link::decode(&q, &again), Ok(read));
        }
        let damaged = fuzz::damaged(&mut dice, std::slice::from_ref(&code));
        let read = session_link::decode(&q, &damaged);
        assert!(read.is_err() || read == Ok(invitation.clone()), "{damaged}");
    }
}

#[test]
fn the_report_tells_what_the_room_said_and_what_it_agreed_on() {
    let q = built_in();
    let q: &'static Questionnaire = Box::leak(Box::new(q));
    let [first, second] = [&q.practices[0].id, &q.practices[1].id];
    let (mut a, mut clock) = (empty(), crate::world::clock("w"));
    a.questionnaire.id.clone_from(&q.id);
    let asked = Workshop {
        practices: vec![first.clone(), second.clone()],
        ..workshop(Phase::Collecting)
    };
    let session = Session::of(q, &asked);
    let vote = |voter, role, n| {
        let ballot = Ballot {
            voter,
            role,
            answers: vec![Some(level(n)), None],
            ..Ballot::default()
        };
        cast(&ballot_code::encode(&session, &ballot))
    };
    let (dev, ops) = (Some(Role::Development), Some(Role::Operations));
    let voted = [(dev, 4), (dev, 4), (dev, 4), (ops, 1), (ops, 1), (ops, 1)];
    let mut edits = vec![Edit::Workshop(id("w"), Some(Box::new(asked.clone())))];
    for (n, (role, n_level)) in voted.into_iter().enumerate() {
        edits.push(Edit::Cast(
            within(&n.to_string()),
            Some(vote(n as u32, role, n_level)),
        ));
    }
    edits.push(Edit::Cast(within("99"), Some(cast("no ballot"))));
    edits.push(Edit::Respond(first.clone(), Some(level(2))));
    for edit in edits {
        a.apply(edit, clock.tick(1));
    }
    let tallies = tallies(q, &a, &id("w"), &asked);
    assert_eq!(tallies[0].1.counts.levels, [3, 0, 0, 3, 0]);
    assert!(tallies[1].1.counts.is_empty());
    let said = |a: &Assessment| format!("{:?}", Report::of(q, a, &crate::world::DAYS).blocks);
    // Nothing of it is in a report before it is finished.
    assert!(!said(&a).contains("Autumn"));

    // Finished: the counts stay, the ballots do not.
    let mut counted = tallies[0].1.counts.clone();
    assert!(counted.gap.is_some());
    counted.dont_know += 1;
    let done = Workshop {
        phase: Phase::Finished,
        people: 6,
        ..asked
    };
    a.apply(
        Edit::Workshop(id("w"), Some(Box::new(done.clone()))),
        clock.tick(1),
    );
    let settled = Outcome {
        counts: counted.clone(),
        first: [0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0],
        dissent: "Not at night".into(),
        settled: Settled::Agreed,
        ..Outcome::default()
    };
    a.apply(
        Edit::Settle(within(first.as_str()), Some(settled)),
        clock.tick(1),
    );
    for n in ["0", "1", "2", "3", "4", "5", "99"] {
        a.apply(Edit::Cast(within(n), None), clock.tick(1));
    }
    assert_eq!(
        plumbline::report::workshop::tallies(q, &a, &id("w"), &done)[0]
            .1
            .counts,
        counted
    );
    let report = said(&a);
    for part in [
        "Autumn, 2026-11-23",
        "6 people took part.",
        "3 at 1, 3 at 4, 1 don’t know; at first 6 at 4½",
        "two camps: 1 and 4",
        "2 Emerging",
        "Not at night",
    ] {
        assert!(report.contains(part), "{part} in {report}");
    }
    // In Auckland that morning is the evening of the same day, but of the next one's date.
    let there = Days {
        today: "2026-11-24",
        of: &|_| "2026-11-24".to_owned(),
    };
    let there = format!("{:?}", Report::of(q, &a, &there).blocks);
    assert!(there.contains("Autumn, 2026-11-24"), "{there}");
    // One answer of many: no value of the whole, and so no spread of it.
    assert!(!report.contains("quarter of the room"));
}
