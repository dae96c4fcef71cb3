//! Sealed ballots at the desk: they enter by the one door, late and replaced ones do not, and the key
//! leaves in nothing.

use crate::at_workshop::Room;
use crate::random::Dice;
use crate::sealed_ballots::code;
use crate::world::{DAYS, NOW, empty, id, level};
use plumbline::catalog::built_in;
use plumbline::desk::Input;
use plumbline::formats::assessment_json::{decode, encode as file};
use plumbline::formats::ballot_code::sealed::purpose;
use plumbline::formats::ballot_code::{NotCounted, encode};
use plumbline::formats::session_link::{self, Invitation};
use plumbline::model::{
    Action, Assessment, Cast, Edit, Extent, Keys, Outcome, Phase, PracticeId, Settled, Within,
    Workshop, WorkshopId, client_copy,
};
use plumbline::report::{Contents, Report};
use plumbline::workshop::Ballot;

const KEYS: Keys = Keys {
    public: [7; 32],
    secret: [0xab; 32],
};
/// The secret key, as a file has it.
const SECRET: &str = "abababababababab";

/// A workshop under way whose ballots are sealed, and what one that is finished left in words.
pub fn sealed() -> Vec<Edit> {
    use crate::workshops::within;
    let asked = Workshop {
        began: "2026-11-23T10:00:00Z".into(),
        title: "Autumn".into(),
        tag: 4711,
        practices: vec![id("a1"), id("b1")],
        keys: Some(KEYS),
        ..Workshop::default()
    };
    let cast = Cast {
        code: "PBx".into(),
        comments: vec![(id("a1"), "We wait for Ops".into())],
        ..Cast::default()
    };
    let over = Workshop {
        phase: Phase::Finished,
        people: 5,
        keys: None,
        ..asked.clone()
    };
    let said = Outcome {
        comments: vec!["Nobody asks".into(), "\u{202e}odd <b>".into()],
        ..Outcome::default()
    };
    let of_the_other = plumbline::model::Within {
        workshop: id("w0"),
        of: id("a1"),
    };
    vec![
        Edit::Workshop(id("w"), Some(Box::new(asked))),
        Edit::Cast(within("17"), Some(cast)),
        Edit::Workshop(id("w0"), Some(Box::new(over))),
        Edit::Settle(of_the_other, Some(said)),
    ]
}

/// A desk with a workshop whose ballots are sealed.
fn room() -> Room {
    Room::of(Workshop {
        tag: 4711,
        keys: Some(KEYS),
        ..Workshop::default()
    })
}

impl Room {
    fn ballot(voter: u32, at: u8, comment: &str) -> Ballot {
        let mut ballot = Ballot {
            voter,
            answers: vec![Some(level(at)), None],
            ..Ballot::default()
        };
        ballot.say(0, comment);
        ballot
    }

    fn ballots(&self) -> usize {
        let count = |a: &Assessment| a.ballots(&self.workshop).count();
        self.at.desk.with(&self.at.id, count).unwrap()
    }

    fn file(&self) -> String {
        self.at
            .desk
            .with(&self.at.id, |a| file(a, "1", "now"))
            .unwrap()
    }

    /// The sentences on the first practice, as the room sees them.
    fn comments(&self) -> Vec<String> {
        let q = self.at.desk.questionnaire(&self.at.id);
        let said = |a: &Assessment| {
            plumbline::report::workshop::comments(q, a, &self.workshop, &self.held(), &id("a1"))
        };
        self.at.desk.with(&self.at.id, said).unwrap()
    }
}

#[test]
fn sealed_ballots_enter_by_the_one_door_and_the_key_is_gone_at_the_end() {
    let (mut room, dice) = (room(), &mut Dice(5));
    let session = room.session();
    let made: Vec<_> = [
        (1, 2, "Zoë waits"),
        (2, 4, "All is <b>fine</b>"),
        (3, 4, ""),
    ]
    .map(|(voter, at, said)| code(dice, &session, &Room::ballot(voter, at, said)))
    .into();
    let text = made
        .iter()
        .map(|(code, _)| code.as_str())
        .collect::<Vec<_>>()
        .join("\n");
    let sealed = room
        .at
        .desk
        .sealed_in(&room.at.id, &room.workshop, &text)
        .unwrap();
    assert_eq!((sealed.keys, sealed.closed.len()), (KEYS, 3));
    let (closed, made_for) = &sealed.closed[0];
    assert_eq!(
        *made_for,
        purpose(&session, closed.steps, &closed.key, &KEYS.public)
    );
    // Before they are opened, nothing is counted and each is named.
    let taken = room.take(&text, &[]);
    assert_eq!((taken.new, taken.not_counted.len()), (0, 3));
    let opened: Vec<_> = made.iter().map(|(_, opened)| opened.clone()).collect();
    assert_eq!(room.take(&text, &opened).new, 3);
    assert_eq!(room.take(&text, &opened).again, 3);
    // The downloaded file holds all that is needed to go on elsewhere.
    let elsewhere = decode(&room.file()).unwrap().assessment;
    assert_eq!(
        elsewhere.workshops.get(&room.workshop).unwrap().value,
        Some(room.held())
    );
    assert!(room.file().contains(SECRET) && room.file().contains("Zoë waits"));

    assert!(room.comments().is_empty(), "nothing before the reveal");
    room.reveal();
    assert_eq!(room.comments(), ["All is <b>fine</b>", "Zoë waits"]);
    room.finish();
    assert_eq!(room.comments(), ["All is <b>fine</b>", "Zoë waits"]);
    assert_eq!((room.ballots(), room.held().keys), (0, None));
    assert!(!room.file().contains(SECRET) && !room.file().contains("PB"));
    // While the page lives, all of it can be taken back.
    room.at.undo();
    assert_eq!((room.ballots(), room.held().keys), (3, Some(KEYS)));
    let gone = room.at.desk.give_up(&room.at.id, &room.workshop);
    room.at.act(Input::Do(gone));
    assert!(!room.file().contains(SECRET));
}

/// Of two people, each knows what the other wrote.
#[test]
fn sentences_of_a_small_room_are_never_shown_nor_kept() {
    let (mut room, dice) = (room(), &mut Dice(6));
    for voter in [1, 2] {
        let ballot = Room::ballot(voter, 3, "Only I know");
        let (code, opened) = code(dice, &room.session(), &ballot);
        room.take(&code, &[opened]);
    }
    room.reveal();
    assert!(room.comments().is_empty());
    room.finish();
    assert!(!room.file().contains("Only I know"));
}

/// A ballot that comes when all is counted is named, and counts as nothing: what it adds would be
/// known as one person's vote.
#[test]
fn a_ballot_that_comes_after_the_end_is_named() {
    let (mut room, dice) = (room(), &mut Dice(7));
    let session = room.session();
    let codes = [1, 2, 3, 4].map(|voter| encode(&session, &Room::ballot(voter, 2, "")));
    room.take(&codes[..3].join(" "), &[]);
    room.reveal();
    room.finish();
    let before = room.file();
    let (sealed, _) = code(dice, &session, &Room::ballot(9, 5, "late"));
    let taken = room.take(&format!("{}\n{sealed}", codes[3]), &[]);
    let late = [&codes[3][..8], &sealed[..10]].map(|code| NotCounted::Late(code.to_owned()));
    assert_eq!((taken.new, taken.not_counted), (0, late.into()));
    assert_eq!(room.file(), before);
    // The next workshop tells them from its own, and from those of others.
    let next = Workshop {
        practices: vec![id("a1")],
        tag: 4712,
        ..Workshop::default()
    };
    let next_id: WorkshopId = id("next");
    room.at
        .edit(Edit::Workshop(next_id.clone(), Some(Box::new(next))));
    let (taken, _) = room
        .at
        .desk
        .take_opened(&room.at.id, &next_id, &codes[3], &[])
        .unwrap();
    assert_eq!(
        taken.not_counted,
        [NotCounted::Late(codes[3][..8].to_owned())]
    );
}

/// An older half of the chat, pasted later.
#[test]
fn a_vote_that_was_replaced_never_comes_back() {
    let mut room = room();
    let session = room.session();
    let first = Room::ballot(1, 1, "");
    let mut second = Room::ballot(1, 5, "");
    second.turn = 1;
    let codes = [encode(&session, &first), encode(&session, &second)];
    assert_eq!(room.take(&codes[1], &[]).new, 1);
    let older = room.take(&codes[0], &[]);
    assert_eq!((older.new, older.replaced, older.again), (0, 0, 0));
    assert_eq!(
        older.not_counted,
        [NotCounted::Replaced(codes[0][..8].to_owned())]
    );
    // Pages from before there was a counter change a vote as they always did.
    let mut third = Room::ballot(1, 3, "");
    third.turn = 1;
    assert_eq!(room.take(&encode(&session, &third), &[]).replaced, 1);
}

fn document() -> Assessment {
    let (mut a, mut clock) = (empty(), crate::world::clock("w"));
    for edit in sealed() {
        a.apply(edit, clock.tick(NOW));
    }
    a
}

#[test]
fn the_secret_key_leaves_in_nothing_but_the_assessments_own_file() {
    let a = document();
    assert!(file(&a, "", "").contains(SECRET));
    let q: &'static _ = Box::leak(Box::new(built_in()));
    let held = a.workshops.get(&id("w")).unwrap().value.clone().unwrap();
    let link = session_link::encode(q, &Invitation::to(q, &held));
    assert_eq!(
        session_link::decode(q, &link).unwrap().key,
        Some(KEYS.public)
    );
    let extent = Extent {
        cover: true,
        plan: true,
    };
    let mut leaving = vec![
        file(&client_copy(&a, extent), "", ""),
        link,
        format!("{held:?}"),
    ];
    for (notes, names) in [(true, true), (true, false), (false, true), (false, false)] {
        let left = Contents { notes, names }.of(&a);
        leaving.push(file(&left, "", ""));
        leaving.push(format!("{:?}", Report::of(q, &left, &DAYS).blocks));
    }
    for text in leaving {
        assert!(
            !text.contains(SECRET) && !text.contains("171, 171"),
            "{text}"
        );
    }
}

/// The report tells how far the room agreed, what it said in words, and what follows; without notes,
/// nothing of what people wrote.
#[test]
fn the_report_tells_agreement_camps_sentences_and_actions() {
    let q: &'static _ = Box::leak(Box::new(built_in()));
    let mut a = empty();
    a.questionnaire.id.clone_from(&q.id);
    let [one, two] = [0, 1].map(|n| q.practices[n].id.clone());
    let mut clock = crate::world::clock("w");
    let over = Workshop {
        began: "2026-11-23T10:00:00Z".into(),
        practices: vec![one.clone(), two.clone()],
        phase: Phase::Finished,
        people: 6,
        ..Workshop::default()
    };
    let outcome = |levels, comments: &[&str], settled| Outcome {
        counts: plumbline::model::Counts {
            levels,
            ..Default::default()
        },
        comments: comments.iter().map(|c| (*c).to_owned()).collect(),
        settled,
        ..Outcome::default()
    };
    let (agreed, open) = (Settled::Agreed, Settled::Open);
    let of = |practice: &PracticeId| Within {
        workshop: id("w"),
        of: practice.clone(),
    };
    let action = Action {
        what: "Count them <b>".into(),
        moves: Some((one.clone(), plumbline::model::Level::ALL[2])),
        ..Action::default()
    };
    for edit in [
        Edit::Workshop(id("w"), Some(Box::new(over))),
        Edit::Settle(
            of(&one),
            Some(outcome([0, 6, 0, 0, 0], &["*Why* not", "שלום"], agreed)),
        ),
        Edit::Settle(of(&two), Some(outcome([3, 0, 0, 0, 3], &[], open))),
        Edit::Act(id("x"), Some(action)),
    ] {
        a.apply(edit, clock.tick(NOW));
    }
    let text = |notes| {
        let left = Contents { notes, names: true }.of(&a);
        let report = Report::of(q, &left, &DAYS);
        plumbline::report::markdown::encode(&report)
    };
    let title = &q.practices[0].title;
    let whole = text(true);
    for part in [
        "Agreed on 1 of 2 practices. All voted alike on 1. Two camps on 1.".to_owned(),
        format!("| {title} | \\*Why\\* not |"),
        format!("| {title} | שלום |"),
        format!("| {title} | Count them"),
    ] {
        assert!(whole.contains(&part), "{part} in {whole}");
    }
    let bare = text(false);
    assert!(
        bare.contains("Two camps on 1.")
            && !bare.contains("Why\\*")
            && !bare.contains("Count them")
    );
}
