//! Ballots: their codes in any text, and what a room's ballots say together.

use crate::fuzz;
use crate::random::{self, Dice};
use crate::world::{between, id, level, not_applicable};
use plumbline::advice::Middle;
use plumbline::formats::ballot_code::{NotCounted, encode, find};
use plumbline::model::{Answer, Counts, PracticeId, Role, Settled, Step};
use plumbline::words::words;
use plumbline::workshop::{Agenda, Ballot, Session, range, tally};

pub fn session(practices: usize, tag: u32) -> Session {
    Session {
        tag,
        practices: (0..practices).map(|n| id(&format!("p{n}"))).collect(),
    }
}

pub fn ballot(dice: &mut Dice, practices: usize) -> Ballot {
    let answer = |dice: &mut Dice| match random::answer(dice) {
        Some(Answer::NotApplicable(_)) => Some(Answer::NotApplicable(String::new())),
        other => other,
    };
    Ballot {
        voter: dice.below(u64::from(Ballot::VOTERS)) as u32,
        role: Role::ALL.get(dice.below(6) as usize).copied(),
        answers: (0..practices).map(|_| answer(dice)).collect(),
        ..Ballot::default()
    }
}

#[test]
fn every_ballot_comes_back_from_its_code() {
    for seed in 0..2_000 {
        let mut dice = Dice(seed);
        let practices = dice.below(90) as usize;
        let session = session(practices, dice.below(u64::from(Session::TAGS)) as u32);
        let ballot = ballot(&mut dice, practices);
        let code = encode(&session, &ballot);
        assert!(code.bytes().all(|b| b.is_ascii_alphanumeric()), "{code}");
        let found = find(&session, &code);
        assert_eq!(
            (found.ballots, found.not_counted),
            (vec![ballot], vec![]),
            "{code}"
        );
    }
    let extremes = [0, Ballot::VOTERS - 1].map(|voter| Ballot {
        voter,
        role: None,
        answers: vec![Some(Answer::NotApplicable(String::new())); 75],
        ..Ballot::default()
    });
    for ballot in extremes {
        let code = encode(&session(75, 0), &ballot);
        assert_eq!(code.len(), 60);
        assert_eq!(find(&session(75, 0), &code).ballots, [ballot]);
    }
}

#[test]
fn codes_are_found_in_chats_mails_and_quotes() {
    let mut dice = Dice(5);
    let session = session(72, 4711);
    let ballots: Vec<_> = (0..4).map(|_| ballot(&mut dice, 72)).collect();
    let codes: Vec<_> = ballots.iter().map(|b| encode(&session, b)).collect();
    let (a, b) = codes[1].split_at(23);
    let (c, d) = codes[2].split_at(40);
    let text = format!(
        "Ann: {}\nBob 10:03\n> {a}\n> {b} thanks! PB&J later?\n“{c}–\u{200b}{d}”, and mine:*{}*",
        codes[0], codes[3]
    );
    let found = find(&session, &text);
    assert_eq!(found.ballots, ballots);
    assert_eq!(found.not_counted, []);
    // What stands before a code on its line may be a name.
    assert_eq!(found.names, ["Ann", "", "", "and mine"]);
}

#[test]
fn what_cannot_be_counted_is_named_and_nothing_is_counted_twice() {
    let mut dice = Dice(6);
    let (ours, theirs) = (session(72, 1), session(72, 2));
    let mut other_practices = ours.clone();
    other_practices.practices[3] = id("another");
    let mut first = ballot(&mut dice, 72);
    first.answers[0] = Some(level(1));
    let code = encode(&ours, &first);
    let mut changed = first.clone();
    changed.answers[0] = Some(level(5));
    let foreign = encode(&theirs, &first);
    let cut = &code[..30];
    let wrong = code.replacen(
        &code[20..21],
        if &code[20..21] == "x" { "y" } else { "x" },
        1,
    );
    let shown = |code: &str| code[..8].to_owned();

    let found = find(
        &ours,
        &format!("{cut}, then {wrong} and {foreign} and {code} {code}"),
    );
    assert_eq!(found.ballots, [first.clone()]);
    let named = [
        NotCounted::Damaged(shown(cut)),
        NotCounted::Damaged(shown(&wrong)),
        NotCounted::OtherSession(shown(&foreign)),
        NotCounted::Twice(shown(&code)),
    ];
    assert_eq!(found.not_counted, named);

    // Whoever thinks again counts once, with what they said last.
    let again = find(&ours, &format!("{code}\n{}", encode(&ours, &changed)));
    assert_eq!(again.ballots, [changed]);
    assert_eq!(again.not_counted, [NotCounted::Replaced(shown(&code))]);
    // The same practices are meant, or it is not counted.
    assert!(find(&other_practices, &code).ballots.is_empty());
}

#[test]
fn damaged_codes_never_break_the_reader_and_are_never_counted_as_something_else() {
    let session = session(40, 77);
    let mut wrong = 0;
    for seed in 0..20_000 {
        let mut dice = Dice(seed);
        let ballot = ballot(&mut dice, 40);
        let code = encode(&session, &ballot);
        let text = fuzz::damaged(&mut dice, &[code]);
        let found = find(&session, &text);
        wrong += found.ballots.iter().filter(|b| **b != ballot).count();
    }
    // Four check digits let one in 11 million through.
    assert_eq!(wrong, 0);
}

fn votes(answers: &[(Option<Role>, Option<Answer>)]) -> Vec<Ballot> {
    let one = |(n, (role, answer)): (usize, &(Option<Role>, Option<Answer>))| Ballot {
        voter: n as u32,
        role: *role,
        answers: vec![answer.clone()],
        ..Ballot::default()
    };
    answers.iter().enumerate().map(one).collect()
}

fn step(answer: &Answer) -> Step {
    Step::of(answer).unwrap()
}

#[test]
fn a_tally_counts_half_steps_as_such_and_those_who_cannot_say() {
    let ballots = votes(&[
        (None, Some(level(4))),
        (None, Some(between(4))),
        (None, Some(level(2))),
        (None, Some(Answer::DontKnow)),
        (None, Some(not_applicable())),
        (None, None),
    ]);
    let t = tally(&ballots, 0, &Counts::default(), 0);
    let agreement = t.agreement.clone().unwrap();
    assert_eq!(agreement.distribution, [0, 0, 1, 0, 0, 0, 1, 1, 0]);
    assert_eq!(
        (t.counts.levels, t.counts.between),
        ([0, 1, 0, 1, 0], [0, 0, 0, 1])
    );
    assert_eq!((t.counts.dont_know, t.counts.not_applicable), (1, 1));
    assert_eq!((t.counts.people(), t.first), (5, None));
    // A place that the ballots do not have is open for all.
    let nothing = tally(&ballots, 9, &Counts::default(), 0);
    assert!(nothing.counts.is_empty() && nothing.agreement.is_none());
}

/// A room that is unanimous between two levels has that answer taken, and not the lower level.
#[test]
fn a_room_that_agrees_halfway_is_taken_at_its_word() {
    let all = votes(&[
        (None, Some(between(2))),
        (None, Some(between(2))),
        (None, Some(between(2))),
    ]);
    let t = tally(&all, 0, &Counts::default(), 0);
    assert_eq!(t.unanimous().map(Step::answer), Some(between(2)));
    let w = words();
    assert_eq!(w.room(&t), "All 3 who chose a level say between 2 and 3.");
    assert_eq!(w.room_briefly(&t), "all at 2½");
    assert_eq!(w.votes(&t.counts), "3 at 2½");
    // With one at 2 they are not of one mind, and their middle is still halfway.
    let some = votes(&[
        (None, Some(between(2))),
        (None, Some(between(2))),
        (None, Some(level(2))),
    ]);
    let t = tally(&some, 0, &Counts::default(), 0);
    assert_eq!(t.unanimous(), None);
    assert_eq!(t.middle(), Some(Middle::At(step(&between(2)))));
}

/// Between two halves of a room that stand two levels apart, there is no middle to be taken.
#[test]
fn an_even_split_is_two_camps_and_has_no_middle() {
    let of = |answers: &[Answer]| {
        let all: Vec<_> = answers.iter().map(|a| (None, Some(a.clone()))).collect();
        tally(&votes(&all), 0, &Counts::default(), 0)
    };
    let camps = |low, high| Some(Middle::Camps(step(&low), step(&high)));
    let at = |answer: Answer| Some(Middle::At(step(&answer)));
    let t = of(&[level(1), level(1), level(1), level(5), level(5), level(5)]);
    assert_eq!(t.middle(), camps(level(1), level(5)));
    assert!(
        words().room(&t).contains("Two camps"),
        "{}",
        words().room(&t)
    );
    assert_eq!(words().room_briefly(&t), "two camps: 1 and 5");
    assert_eq!(
        of(&[level(2), level(4)]).middle(),
        camps(level(2), level(4))
    );
    assert_eq!(of(&[level(2), level(3)]).middle(), at(between(2)));
    assert_eq!(of(&[level(2), between(3)]).middle(), at(between(2)));
    assert_eq!(of(&[level(2), between(2)]).middle(), at(level(2)));
    // One more on one side, and the middle is there.
    assert_eq!(of(&[level(1), level(5), level(5)]).middle(), at(level(5)));
}

/// Of one or two people in a role, everybody could tell who said what.
#[test]
fn a_role_speaks_from_three_ballots_on_whatever_is_asked_for() {
    let room = |ops: usize, least: u32| {
        let dev = [level(4), level(4), between(4)];
        let dev = dev.map(|a| (Some(Role::Development), Some(a)));
        let ops = (0..ops).map(|_| (Some(Role::Operations), Some(level(1))));
        let all: Vec<_> = dev.into_iter().chain(ops).collect();
        tally(&votes(&all), 0, &Counts::default(), least).counts.gap
    };
    for few in 0..3 {
        assert_eq!((room(few, 0), room(few, 1)), (None, None), "{few}");
    }
    let seen = [
        (Role::Operations, step(&level(1))),
        (Role::Development, step(&level(4))),
    ];
    assert_eq!(room(3, 0), Some(seen));
    assert_eq!(room(3, 4), None);
    // Whoever does not know names no level, and is not among the three.
    let dev = [level(4), level(4), level(4)].map(|a| (Some(Role::Development), Some(a)));
    let ops = [level(1), level(1), Answer::DontKnow].map(|a| (Some(Role::Operations), Some(a)));
    let all = votes(&[dev, ops].concat());
    assert_eq!(tally(&all, 0, &Counts::default(), 0).counts.gap, None);
}

/// Who votes by hand after the talk votes once more, and not twice; what the ballots said is kept.
#[test]
fn hands_replace_the_ballots_and_the_first_vote_is_kept() {
    let ballots = votes(&[(None, Some(level(1))), (None, Some(level(3)))]);
    let hands = Counts {
        levels: [0, 2, 0, 0, 0],
        ..Counts::default()
    };
    let t = tally(&ballots, 0, &hands, 0);
    assert_eq!(
        (t.counts.levels, t.unanimous()),
        ([0, 2, 0, 0, 0], Some(step(&level(2))))
    );
    let first = t.first.unwrap();
    assert_eq!(first.levels, [1, 0, 1, 0, 0]);
    assert_eq!(
        words().votes_with_first(&t.counts, Some(&first)),
        "2 at 2; at first 1 at 1, 1 at 3"
    );
    assert_eq!(tally(&[], 0, &hands, 0).first, None);
}

#[test]
fn the_agenda_begins_with_what_divides_the_room_and_fits_the_time() {
    let of = |answers: &[u8]| {
        let answers: Vec<_> = answers.iter().map(|n| (None, Some(level(*n)))).collect();
        tally(&votes(&answers), 0, &Counts::default(), 0)
    };
    let unknown = tally(
        &votes(&[(None, Some(Answer::DontKnow)), (None, Some(level(3)))]),
        0,
        &Counts::default(),
        0,
    );
    let tallies = [
        of(&[3, 3, 3]),
        of(&[1, 5, 3]),
        of(&[3, 4, 3]),
        unknown,
        of(&[]),
    ];
    let practices = |settled: &[Settled]| -> Vec<_> {
        let numbered = tallies.iter().zip(settled).enumerate();
        let named = numbered.map(|(n, (t, s))| (id(&format!("p{n}")), t.clone(), *s));
        named.collect()
    };
    let ids = |list: &[PracticeId]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let open = practices(&[Settled::Open; 5]);
    let agenda = Agenda::of(&open, 10, 5);
    // All agree on the first, nobody said anything on the last: neither needs time.
    assert_eq!(ids(&agenda.now), ["p1", "p3"]);
    assert_eq!(ids(&agenda.beyond), ["p2"]);
    assert_eq!(ids(&agenda.silent), ["p4"]);
    let (same, level) = &agenda.unanimous[0];
    assert_eq!(
        (same.as_str(), level.answer()),
        ("p0", crate::world::level(3))
    );
    assert_eq!(ids(&Agenda::of(&open, 60, 0).now), ["p1", "p3", "p2"]);
    // When the time is over, the next is still the next.
    let over = Agenda::of(&open, 4, 5);
    assert!(over.now.is_empty());
    assert_eq!(over.next().unwrap().as_str(), "p1");
    // What was skipped comes last, what is agreed on not at all, whatever was said.
    let mut later = [Settled::Open; 5];
    (later[1], later[0], later[3]) = (Settled::Skipped, Settled::Agreed, Settled::Agreed);
    let agenda = Agenda::of(&practices(&later), 60, 5);
    assert_eq!(ids(&agenda.now), ["p2"]);
    assert_eq!(ids(&agenda.beyond), ["p1"]);
    assert_eq!(ids(&agenda.agreed), ["p3", "p0"]);
    let all_agree = tallies
        .iter()
        .map(|t| t.unanimous().map(|l| l.level().number()));
    let all_agree: Vec<_> = all_agree.collect();
    assert_eq!(all_agree, [Some(3), None, None, None, None]);
}

#[test]
fn the_rooms_spread_is_the_value_at_its_quarters() {
    // Three practices at level 3 as agreed: 50 points.
    let (q, mut a) = (crate::world::one_discipline(), crate::world::empty());
    let mut clock = crate::world::clock("w");
    for p in ["a1", "a2", "b1"] {
        a.apply(
            plumbline::model::Edit::Respond(id(p), Some(level(3))),
            clock.tick(1),
        );
    }
    let counts = |levels| Counts {
        levels,
        ..Counts::default()
    };
    // Of 1, 1, 3, 5, 5 the quarters are 1 and 5; of 3, 3, 3 both are 3.
    let votes = [
        (id("a1"), counts([2, 0, 1, 0, 2])),
        (id("a2"), counts([0, 0, 3, 0, 0])),
    ];
    let alone = |p: &str, n| {
        let mut other = a.clone();
        other.apply(
            plumbline::model::Edit::Respond(id(p), Some(level(n))),
            crate::world::clock("z").tick(9),
        );
        plumbline::scoring::score(&q, &other)
            .overall
            .value()
            .unwrap()
    };
    let (low, high) = range(&q, &a, &votes).unwrap();
    assert_eq!((low, high), (alone("a1", 1), alone("a1", 5)));
    assert!(low < high);
    assert_eq!(range(&q, &a, &[]), None);
    assert_eq!(range(&q, &a, &[(id("a1"), Counts::default())]), None);
}
