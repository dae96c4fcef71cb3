//! Two facilitators of one workshop: their halves are joined by voters, and what both agreed on is kept.

use crate::at_desk::AtDesk;
use crate::collation::READER;
use crate::world::{NOW, id, level};
use plumbline::desk::{Arriving, Halves, Input, Said, Title};
use plumbline::formats::assessment_json::encode;
use plumbline::formats::ballot_code;
use plumbline::model::{
    Answer, Assessment, Edit, Keys, Phase, PracticeId, Settled, Workshop, WorkshopId,
};
use plumbline::storage::How;
use plumbline::words::words;
use plumbline::workshop::{Ballot, Session};

/// A laptop with the workshop.
struct Laptop {
    at: AtDesk,
    workshop: WorkshopId,
}

impl Laptop {
    /// The one on which it began, and the other one, to which its file was carried.
    fn two() -> [Self; 2] {
        let mut at = AtDesk::new();
        at.edit(Edit::Team(Some("Payments".into())));
        let workshop: WorkshopId = id("w");
        let asked = Workshop {
            practices: vec![id("a1"), id("a2"), id("b1")],
            tag: 4711,
            keys: Some(Keys {
                public: [1; 32],
                secret: [2; 32],
            }),
            ..Workshop::default()
        };
        at.edit(Edit::Workshop(workshop.clone(), Some(Box::new(asked))));
        let carried = AtDesk::with(vec![at.now()]);
        [at, carried].map(|at| Self {
            at,
            workshop: workshop.clone(),
        })
    }

    fn cast(&mut self, voter: u32, turn: u32, at: u8) {
        let q = self.at.desk.questionnaire(&self.at.id);
        let session = Session::of(q, &self.held());
        let ballot = Ballot {
            voter,
            turn,
            answers: vec![Some(level(at)), None, None],
            ..Ballot::default()
        };
        let code = ballot_code::encode(&session, &ballot);
        let desk = &self.at.desk;
        let (_, cast) = desk
            .take_opened(&self.at.id, &self.workshop, &code, &[])
            .unwrap();
        self.at.act(Input::Do(cast));
    }

    fn held(&self) -> Workshop {
        self.at.now().workshop(&self.workshop).unwrap().clone()
    }

    fn agree(&mut self, on: &str, n: u8) {
        self.at.answer(on, Some(level(n)));
        let settle = |outcome: &mut plumbline::model::Outcome| outcome.settled = Settled::Agreed;
        let settled = self
            .at
            .desk
            .settle(&self.at.id, &self.workshop, &id(on), settle);
        self.at.act(Input::Do(settled));
    }

    fn reveal(&mut self) {
        self.reveal_at(NOW);
    }

    fn reveal_at(&mut self, now: u64) {
        let revealed = self.at.desk.reveal(&self.at.id, &self.workshop, now);
        self.at.act(Input::Do(revealed.unwrap()));
    }

    fn finish(&mut self) {
        let finished = self.at.desk.finish(&self.at.id, &self.workshop, READER);
        self.at.act(Input::Do(finished.unwrap()));
    }

    /// Opens the other's file, and joins. Returns what is said of the halves.
    fn join(&mut self, other: &Self) -> Halves {
        let file = encode(&other.at.now(), "1", "now");
        let preview = self.at.desk.preview(&file);
        let candidate = preview.candidates.into_iter().next().unwrap();
        assert_eq!(candidate.proposed(), How::Join);
        let arriving = Arriving {
            candidate,
            how: How::Join,
            beside: id("beside"),
        };
        let taken = self
            .at
            .desk
            .take_in(vec![arriving], &[], false, &|t| t.to_owned());
        match self.at.act(Input::Do(taken)) {
            Some(Said::Done(Title::Import(all), _)) => all[0].halves.clone(),
            // Nothing was new.
            None => Halves::default(),
            other => panic!("{other:?}"),
        }
    }

    /// What each voter says of the first practice.
    fn votes(&self) -> Vec<(u32, Option<Answer>)> {
        let q = self.at.desk.questionnaire(&self.at.id);
        let session = Session::of(q, &self.held());
        let ballots = ballot_code::cast(&session, &self.at.now(), &self.workshop);
        let mut votes: Vec<_> = ballots
            .into_iter()
            .map(|b| (b.voter, b.answers[0].clone()))
            .collect();
        votes.sort_by_key(|(voter, _)| *voter);
        votes
    }

    fn answer(&self, of: &str) -> (Option<Answer>, Settled) {
        let (now, of): (Assessment, PracticeId) = (self.at.now(), id(of));
        (
            now.answer(&of).cloned(),
            now.outcome(&self.workshop, &of).settled,
        )
    }
}

#[test]
fn ballots_of_two_halves_are_united_and_the_later_of_a_voter_counts() {
    let [mut a, mut b] = Laptop::two();
    a.cast(1, 0, 1);
    a.cast(2, 3, 2);
    // The other one took an older ballot of the second person in, later.
    b.cast(2, 1, 5);
    b.cast(3, 0, 4);
    b.cast(4, 0, 4);
    let halves = a.join(&b);
    assert_eq!((halves.ballots, halves.late), (2, 0));
    let all = [(1, 1), (2, 2), (3, 4), (4, 4)].map(|(voter, n)| (voter, Some(level(n))));
    assert_eq!(a.votes(), all);
    assert!(words().halves(&halves).starts_with("2 ballots were joined"));
    // The other way round it comes to the same, and once more to nothing new.
    b.join(&a);
    assert_eq!(b.votes(), all);
    assert!(a.join(&b).is_empty());
    assert_eq!(a.votes(), all);
    // All of it is one step.
    a.at.undo();
    assert_eq!(a.votes().len(), 2);
}

#[test]
fn what_either_half_agreed_on_is_kept_and_what_differs_is_named() {
    let [mut a, mut b] = Laptop::two();
    a.reveal();
    b.reveal();
    a.agree("a1", 2);
    a.agree("a2", 3);
    b.agree("a2", 5);
    // The other one left the first for another time, later.
    let skip = |outcome: &mut plumbline::model::Outcome| outcome.settled = Settled::Skipped;
    let skipped = b.at.desk.settle(&b.at.id, &b.workshop, &id("a1"), skip);
    b.at.act(Input::Do(skipped));
    b.agree("b1", 4);
    let halves = a.join(&b);
    assert_eq!(a.answer("a1"), (Some(level(2)), Settled::Agreed));
    assert_eq!(a.answer("b1"), (Some(level(4)), Settled::Agreed));
    let q = a.at.desk.questionnaire(&a.at.id);
    let title = q.practice(&id("a2")).unwrap().title.clone();
    assert_eq!(halves.conflicts, [(title.clone(), level(3), level(5))]);
    let said = words().halves(&halves);
    assert!(
        said.contains(&title) && said.contains("3 Defined"),
        "{said}"
    );
}

/// What no ballot asks, since it was added on the way, is agreed on as well.
#[test]
fn what_both_added_and_agreed_on_otherwise_is_named_too() {
    let [mut a, mut b] = Laptop::two();
    for (half, n) in [(&mut a, 3), (&mut b, 5)] {
        half.reveal();
        let desk = &half.at.desk;
        let added = desk.talk_of(&half.at.id, &half.workshop, &id("c1"), true, NOW);
        half.at.act(Input::Do(added.unwrap()));
        half.agree("c1", n);
    }
    let halves = a.join(&b);
    let q = a.at.desk.questionnaire(&a.at.id);
    let title = q.practice(&id("c1")).unwrap().title.clone();
    assert_eq!(halves.conflicts, [(title, level(3), level(5))]);
}

/// A half that comes when the other is finished: what was counted stays, and no ballot is left behind.
#[test]
fn ballots_of_a_half_that_comes_after_the_end_are_told_and_gone() {
    let [mut a, mut b] = Laptop::two();
    a.cast(1, 0, 1);
    b.cast(2, 0, 5);
    a.reveal();
    a.finish();
    let before = a.at.now().outcome(&a.workshop, &id("a1"));
    let halves = a.join(&b);
    assert_eq!((halves.ballots, halves.late), (0, 1));
    assert_eq!(a.held().phase, Phase::Finished);
    assert_eq!(a.at.now().ballots(&a.workshop).count(), 0);
    assert_eq!(a.at.now().outcome(&a.workshop, &id("a1")), before);
    let q = a.at.desk.questionnaire(&a.at.id);
    let all = plumbline::report::workshop::tallies(q, &a.at.now(), &a.workshop, &a.held());
    assert_eq!((&all[0].1.counts, &all[0].1.first), (&before.counts, &None));
}

/// How many people each workshop counted, what was said of the first practice, and what became of it.
fn ends(laptop: &Laptop) -> Vec<(u32, [u32; 5], Settled)> {
    let now = laptop.at.now();
    let each = now.workshops().into_iter().map(|(key, workshop)| {
        let outcome = now.outcome(key, &id("a1"));
        let levels = outcome.counts.levels;
        (workshop.people, levels, outcome.settled)
    });
    let mut each: Vec<_> = each.collect();
    each.sort_by_key(|(people, ..)| *people);
    each
}

/// Halves that were finished apart stay two: neither takes the place of the other, wherever and how often they meet.
#[test]
fn halves_that_were_finished_apart_are_both_kept() {
    for earlier in [0, 1] {
        let mut two = Laptop::two();
        for (n, laptop) in two.iter_mut().enumerate() {
            for voter in 0..=u32::try_from(n).unwrap() {
                laptop.cast(voter + 10, 0, 1 + 3 * u8::try_from(n).unwrap());
            }
            laptop.reveal_at(NOW + u64::from(n == earlier) * 60_000);
        }
        two[0].agree("a1", 2);
        two.iter_mut().for_each(Laptop::finish);
        let [mut a, mut b] = two;
        let halves = a.join(&b);
        assert_eq!(halves.apart, Some((1, 2)));
        let said = words().halves(&halves);
        assert!(
            said.contains("1 person here and 2 people in the file"),
            "{said}"
        );
        let both = [
            (1, [1, 0, 0, 0, 0], Settled::Agreed),
            (2, [0, 0, 0, 2, 0], Settled::Open),
        ];
        assert_eq!(ends(&a), both);
        // Once more brings nothing, and the other laptop comes to the same.
        assert!(a.join(&b).is_empty());
        assert_eq!(ends(&a), both);
        b.join(&a);
        assert_eq!(ends(&b), both);
        assert_eq!(b.answer("a1").0, Some(level(2)));
        a.join(&b);
        assert_eq!(ends(&a), both);
    }
}
