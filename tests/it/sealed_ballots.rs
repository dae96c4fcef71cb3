//! Sealed ballots: their codes in any text, and what opens them. The sealing itself is the browser's,
//! and tried there.

use crate::ballots::{ballot, session};
use crate::random::{Dice, cases};
use plumbline::figure::qr;
use plumbline::formats::ballot_code::sealed::{self, Opened, Plain};
use plumbline::formats::ballot_code::{
    Beside, Found, NotCounted, closed, encode, find, find_among, read,
};
use plumbline::formats::ballot_draft::{self, Kept};
use plumbline::model::validate::MAX_COMMENT;
use plumbline::words::words;
use plumbline::workshop::{Ballot, Session};

fn some(dice: &mut Dice, length: usize) -> Vec<u8> {
    (0..length).map(|_| dice.below(256) as u8).collect()
}

/// A code of what is sealed, with bytes that nobody can tell from it, and what comes of it.
pub fn code(dice: &mut Dice, session: &Session, ballot: &Ballot) -> (String, Opened) {
    let Plain { bytes, steps } = sealed::plain(session, ballot).unwrap();
    let key = some(dice, 32).try_into().unwrap();
    let shut = some(dice, bytes.len() + 16);
    let code = sealed::encode(session, steps, &key, &shut);
    let found = closed(session, &code);
    assert_eq!(found.len(), 1, "{code}");
    assert_eq!((found[0].key, &found[0].bytes), (key, &shut));
    let bytes = Some(bytes);
    (code.clone(), Opened { code, bytes })
}

fn with(session: &Session, opened: &[Opened], text: &str) -> Found {
    let beside = Beside {
        opened,
        ..Beside::default()
    };
    find_among(session, beside, text)
}

/// What somebody may say in words.
fn wordy(dice: &mut Dice, mut ballot: Ballot) -> Ballot {
    let texts = ["Nobody asks us.", "ж — 漢字 🍂", "x", "a b  c", "ÄÖÜ ß"];
    for _ in 0..dice.below(4) {
        let at = dice.below(ballot.answers.len() as u64 + 1) as usize;
        if at < ballot.answers.len() {
            ballot.say(at, texts[dice.below(5) as usize]);
        }
    }
    ballot.turn = dice.below(u64::from(Ballot::TURNS)) as u32;
    ballot
}

#[test]
fn every_sealed_ballot_comes_back_with_its_sentences() {
    for seed in 0..cases(400) {
        let dice = &mut Dice(seed);
        let practices = dice.below(90) as usize;
        let session = session(practices, dice.below(u64::from(Session::TAGS)) as u32);
        let cast = ballot(dice, practices);
        let cast = wordy(dice, cast);
        let (code, opened) = code(dice, &session, &cast);
        assert!(code.bytes().all(|b| b.is_ascii_alphanumeric()), "{code}");
        let found = with(&session, &[opened], &format!("Ann: {code} thanks"));
        assert_eq!((found.ballots, found.not_counted), (vec![cast], vec![]));
        assert_eq!(found.names, ["Ann"]);
    }
}

/// Without sentences all codes of a session are of one length; with some, of few lengths.
#[test]
fn a_sealed_code_is_short_and_its_length_says_little() {
    let dice = &mut Dice(1);
    for (practices, digits, side) in [(17, 92, 49), (72, 126, 57)] {
        let session = session(practices, 4711);
        let mut lengths = Vec::new();
        for turn in [0, 1, 57] {
            let mut cast = ballot(dice, practices);
            cast.turn = turn;
            let (code, _) = code(dice, &session, &cast);
            lengths.push(code.len());
            // What a camera has to tell apart.
            let svg = qr::svg(&code).unwrap();
            assert!(
                svg.contains(&format!("viewBox=\"0 0 {side} {side}\"")),
                "{svg:.90}"
            );
            assert!(sealed::fits_camera(&code));
        }
        assert_eq!(lengths, [digits; 3]);
        let mut said = std::collections::BTreeSet::new();
        for length in 1..=MAX_COMMENT {
            let mut cast = ballot(dice, practices);
            cast.say(3, &"x".repeat(length));
            said.insert(code(dice, &session, &cast).0.len());
        }
        assert!(said.len() <= 4, "{said:?}");
    }
}

#[test]
fn sentences_are_bounded_in_all_and_long_codes_are_for_no_camera() {
    let session = session(72, 1);
    let mut cast = ballot(&mut Dice(2), 72);
    cast.say(0, &format!("  a\n\tb\u{7} {} ", "ж".repeat(500)));
    let said = cast.comment(0);
    assert!(said.starts_with("a  b ж"), "{said}");
    assert_eq!(said.chars().count(), MAX_COMMENT);
    cast.say(0, "   ");
    assert_eq!(cast.comments, []);
    let mut most = 0;
    while sealed::plain(&session, &cast).is_some() {
        cast.say(most, &"é".repeat(40));
        most += 1;
    }
    assert!((9..=12).contains(&most), "{most}");
    cast.say(most - 1, "");
    let (code, _) = code(&mut Dice(3), &session, &cast);
    assert!(
        code.len() < 1_300 && !sealed::fits_camera(&code),
        "{}",
        code.len()
    );
    // The open code has none of it.
    let open = encode(&session, &cast);
    assert_eq!(read(&session, &open).unwrap().comments, []);
}

#[test]
fn what_does_not_open_is_named_and_the_good_ones_are_counted() {
    let dice = &mut Dice(4);
    let (ours, theirs) = (session(17, 1), session(17, 2));
    let casts: Vec<_> = (0..6).map(|_| ballot(dice, 17)).collect();
    let codes: Vec<_> = casts.iter().map(|b| code(dice, &ours, b)).collect();
    let foreign = code(dice, &theirs, &casts[0]).0;
    let shown = |code: &str| code[..10].to_owned();
    let good = [codes[0].1.clone(), codes[1].1.clone()];
    let other = Opened {
        code: codes[2].0.clone(),
        bytes: None,
    };
    // Whole, and of a version that packs a ballot in another way.
    let later = Opened {
        code: codes[3].0.clone(),
        bytes: Some(vec![255; 90]),
    };
    let cut = &codes[5].0[..70];
    // More room than we know of.
    let mut beyond = codes[5].0.clone();
    beyond.replace_range(6..7, "z");
    let text = format!(
        "PS: mine is {}\nPSST! {}\n> {}\n{}\n{}\n{cut}\n{beyond}, {foreign}\n{}",
        codes[0].0,
        codes[1].0,
        codes[2].0,
        codes[3].0,
        codes[4].0,
        encode(&ours, &casts[5])
    );
    let opened = [good.as_slice(), &[other, later]].concat();
    let found = with(&ours, &opened, &text);
    assert_eq!(
        found.ballots,
        [casts[0].clone(), casts[1].clone(), casts[5].clone()]
    );
    let named = [
        NotCounted::OtherKey(shown(&codes[2].0)),
        NotCounted::Newer(shown(&codes[3].0)),
        NotCounted::Closed(shown(&codes[4].0)),
        NotCounted::Damaged(shown(cut)),
        NotCounted::Newer(shown(&beyond)),
        NotCounted::OtherSession(shown(&foreign)),
    ];
    assert_eq!(found.not_counted, named);
    for why in &named {
        let said = words().not_counted(why);
        assert!(said.contains("PS") && said.ends_with('.'), "{said}");
    }
    // What is to be opened are those of this session, each once.
    assert_eq!(closed(&ours, &format!("{text}{text}")).len(), 5);
}

#[test]
fn another_session_or_key_makes_another_purpose() {
    let (a, b) = (session(17, 1), session(17, 2));
    let made = [
        sealed::purpose(&a, 0, &[1; 32], &[2; 32]),
        sealed::purpose(&b, 0, &[1; 32], &[2; 32]),
        sealed::purpose(&a, 1, &[1; 32], &[2; 32]),
        sealed::purpose(&a, 0, &[3; 32], &[2; 32]),
        sealed::purpose(&a, 0, &[1; 32], &[3; 32]),
    ];
    for (n, one) in made.iter().enumerate() {
        assert!(!made[n + 1..].contains(one));
    }
}

/// Letters changed, left out or put in: never counted as something else.
#[test]
fn damaged_sealed_codes_open_as_nothing() {
    let session = session(40, 77);
    for seed in 0..cases(3_000) {
        let dice = &mut Dice(seed);
        let cast = ballot(dice, 40);
        let (code, opened) = code(dice, &session, &cast);
        let text = crate::fuzz::damaged(dice, std::slice::from_ref(&code));
        let whole = closed(&session, &text);
        assert!(whole.iter().all(|one| one.code == code), "{seed}: {text}");
        let found = with(&session, &[opened], &text);
        assert!(found.ballots.iter().all(|b| *b == cast), "{seed}: {text}");
    }
}

/// A counter in the code: of two ballots of one person the later one counts, in whichever order and
/// in however many parts the chat comes.
#[test]
fn the_later_ballot_of_a_person_counts_in_whatever_order_they_come() {
    let session = session(17, 9);
    for seed in 0..cases(200) {
        let dice = &mut Dice(seed);
        let first = ballot(dice, 17);
        let mut second = ballot(dice, 17);
        (second.voter, second.turn) = (first.voter, 1 + dice.below(57) as u32);
        let codes = [encode(&session, &first), encode(&session, &second)];
        assert_eq!(codes[1].len(), codes[0].len() + 1);
        for order in [[0, 1], [1, 0]] {
            let text = order
                .map(|n| codes[n].as_str())
                .join(["\n", ""][seed as usize % 2]);
            let found = find(&session, &text);
            assert_eq!(found.ballots, [second.clone()], "{text}");
            let replaced = NotCounted::Replaced(codes[0][..8].to_owned());
            assert_eq!(found.not_counted, [replaced], "{text}");
        }
    }
}

/// A page that asks other questions than when the ballot was begun: what is still asked is answered.
#[test]
fn what_a_phone_keeps_outlives_another_version_of_the_page() {
    let then = session(30, 5);
    for seed in 0..cases(100) {
        let dice = &mut Dice(seed);
        let cast = ballot(dice, 30);
        let cast = wordy(dice, cast);
        let kept = format!("Ann Lee: {}", encode(&then, &cast));
        let sealed = ballot_draft::sealed_to(&[3; 32], &code(dice, &then, &cast).0);
        let more = ballot_draft::more(&then, &cast, &sealed);
        let same = Kept {
            name: "Ann Lee".into(),
            ballot: cast.clone(),
            sealed,
        };
        assert_eq!(ballot_draft::read(&then, &kept, &more), Some(same));
        // As a page from before kept it.
        let alone = ballot_draft::read(&then, &kept, "").unwrap();
        assert_eq!(alone.ballot.answers, cast.answers);
        // In another order, one left out, one new.
        let mut now = then.clone();
        now.practices.reverse();
        now.practices[4] = crate::world::id("new");
        let read = ballot_draft::read(&now, &kept, &more).unwrap();
        assert_eq!((read.ballot.voter, read.sealed.as_str()), (cast.voter, ""));
        for (at, practice) in now.practices.iter().enumerate() {
            let was = then.practices.iter().position(|id| id == practice);
            let answer = was.and_then(|was| cast.answers[was].clone());
            assert_eq!(read.ballot.answers[at], answer, "{practice}");
            assert_eq!(
                read.ballot.comment(at),
                was.map_or("", |was| cast.comment(was))
            );
        }
    }
    assert_eq!(ballot_draft::read(&then, "no code", "p1\np2"), None);
    assert_eq!(ballot_draft::read(&session(30, 6), "no code", ""), None);
}
