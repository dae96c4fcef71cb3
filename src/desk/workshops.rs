//! Workshops: begun, voted in, revealed, settled, finished.

use super::state::Desk;
use super::transaction::{Title, Transaction};
use crate::formats::ballot_code::{self, NotCounted};
use crate::model::collation::{Collation, sorted};
use crate::model::{
    AssessmentId, BallotId, Cast, Counts, Edit, Fact, Outcome, Phase, PracticeId, Settled, Step,
    Votes, Within, Workshop, WorkshopId,
};
use crate::report::workshop::{agenda, tallies};
use crate::workshop::{Ballot, Session, Tally};

/// What a text with ballot codes brought.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Taken {
    /// Ballots that were not there before.
    pub new: usize,
    /// Ballots that replace an earlier one of the same person.
    pub replaced: usize,
    /// Ballots that were there already.
    pub again: usize,
    /// What looks like a ballot and was not counted.
    pub not_counted: Vec<NotCounted>,
}

fn within<K>(workshop: &WorkshopId, of: K) -> Within<K> {
    let workshop = workshop.clone();
    Within { workshop, of }
}

fn key(workshop: &WorkshopId, ballot: &Ballot) -> Option<Within<BallotId>> {
    let id = BallotId::parse(&ballot.voter.to_string()).ok()?;
    Some(within(workshop, id))
}

pub(super) fn minutes(millis: u64, minutes: u32) -> u64 {
    millis.saturating_add(u64::from(minutes) * 60_000)
}

impl Desk {
    pub(super) fn workshop(&self, id: &AssessmentId, workshop: &WorkshopId) -> Option<Workshop> {
        self.with(id, |a| a.workshops.get(workshop)?.value.clone())?
    }

    /// What comes next on the agenda. `None` when there is no such assessment.
    pub(super) fn next_of(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        held: &Workshop,
        now: u64,
    ) -> Option<Option<PracticeId>> {
        self.with(id, |a| {
            let agenda = agenda(self.questionnaire(id), a, workshop, held, now);
            // What was just skipped is not what comes next, unless nothing else is left.
            let others = agenda.now.iter().chain(&agenda.beyond);
            let mut others = others.filter(|id| Some(*id) != held.at.as_ref());
            others.next().or(agenda.next()).cloned()
        })
    }

    /// Lays the ballots on the table, and turns to what divides the room most.
    #[must_use]
    pub fn reveal(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        now: u64,
    ) -> Option<Transaction> {
        let mut revealed = self.workshop(id, workshop)?;
        let with = self.with(id, |a| a.ballots(workshop).count())?;
        revealed.phase = Phase::Discussing;
        revealed.revealed = Some((now, u32::try_from(with).unwrap_or(u32::MAX)));
        revealed.ends = Some(minutes(now, revealed.minutes));
        let next = self.next_of(id, workshop, &revealed, now)?;
        turn(&mut revealed, next, now);
        // Somebody has a word to say first.
        revealed.pause(now);
        Some(held_as(Title::Reveal, id, workshop, revealed))
    }

    /// Takes in every ballot of a text that belongs to a workshop.
    #[must_use]
    pub fn take_ballots(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        text: &str,
    ) -> Option<(Taken, Transaction)> {
        let (q, held) = (self.questionnaire(id), self.workshop(id, workshop)?);
        self.with(id, |a| {
            let session = Session::of(q, &held);
            let others = a.workshops().into_iter().filter(|(id, _)| *id != workshop);
            let others: Vec<_> = others.map(|(_, w)| Session::of(q, w)).collect();
            let found = ballot_code::find_beside(&session, &others, text);
            let mut taken = Taken {
                not_counted: found.not_counted,
                ..Taken::default()
            };
            // Before the reveal, another code corrects the first one; nobody votes once more.
            let before = match held.phase {
                Phase::Discussing => ballot_code::cast(&session, a, workshop),
                Phase::Collecting | Phase::Finished => Vec::new(),
            };
            let (mut edits, mut again) = (Vec::new(), Vec::new());
            for (ballot, name) in found.ballots.iter().zip(found.names) {
                let Some(key) = key(workshop, ballot) else {
                    continue;
                };
                let code = ballot_code::encode(&session, ballot);
                let name = if held.asks_name { name } else { String::new() };
                match a.ballots.get(&key).and_then(|field| field.value.as_ref()) {
                    Some(before) if before.code == code => {
                        taken.again += 1;
                        continue;
                    }
                    Some(_) => {
                        taken.replaced += 1;
                        let was = before.iter().find(|was| was.voter == ballot.voter);
                        again.extend(was.into_iter().flat_map(|was| changed(was, ballot)));
                    }
                    None => taken.new += 1,
                }
                edits.push(Edit::Cast(key, Some(Cast { code, name })));
            }
            if !again.is_empty() {
                let again = again.iter().filter_map(|at| session.practices.get(*at));
                let again: Vec<_> = again.collect();
                let all = tallies(q, a, workshop, &held).into_iter();
                let voted = all.filter(|(practice, _)| again.contains(&practice));
                edits.extend(voted.map(|(practice, tally)| {
                    let outcome = voted_again(a.outcome(workshop, &practice), tally);
                    Edit::Settle(within(workshop, practice), Some(outcome))
                }));
            }
            let count = taken.new + taken.replaced;
            let cast = Transaction::all(Title::Cast { count }, id, edits);
            (taken, cast)
        })
    }

    /// Takes in a ballot that was filled in on this device. It is no step to be undone: the next
    /// person has the device.
    #[must_use]
    pub fn hand_in(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        session: &Session,
        ballot: &Ballot,
        name: String,
    ) -> Option<Transaction> {
        let code = ballot_code::encode(session, ballot);
        let key = key(workshop, ballot)?;
        let edit = Edit::Cast(key, Some(Cast { code, name }));
        Some(Transaction::all(Title::HandIn, id, vec![edit]))
    }

    /// Takes a ballot out.
    #[must_use]
    pub fn remove_ballot(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        ballot: BallotId,
    ) -> Transaction {
        let edit = Edit::Cast(within(workshop, ballot), None);
        Transaction::all(Title::RemoveBallot, id, vec![edit])
    }

    /// Changes what came of a practice.
    #[must_use]
    pub fn settle(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        practice: &PracticeId,
        change: impl FnOnce(&mut Outcome),
    ) -> Transaction {
        let outcome = self.with(id, |a| a.outcome(workshop, practice));
        let mut outcome = outcome.unwrap_or_default();
        change(&mut outcome);
        let key = within(workshop, practice.clone());
        Transaction::of(id, Edit::Settle(key, Some(outcome)))
    }

    /// Takes over what everybody says alike.
    #[must_use]
    pub fn take_unanimous(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        unanimous: &[(PracticeId, Step)],
    ) -> Transaction {
        let mut edits = Vec::new();
        for (practice, step) in unanimous {
            edits.push(Edit::Respond(practice.clone(), Some(step.answer())));
            let outcome = self.with(id, |a| a.outcome(workshop, practice));
            let outcome = Outcome {
                settled: Settled::Agreed,
                ..outcome.unwrap_or_default()
            };
            let key = within(workshop, practice.clone());
            edits.push(Edit::Settle(key, Some(outcome)));
        }
        let count = unanimous.len();
        Transaction::all(Title::Agree { count }, id, edits)
    }

    /// Keeps of the ballots what they say together, and nothing else.
    #[must_use]
    pub fn finish(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        collation: Collation,
    ) -> Option<Transaction> {
        let (q, mut done) = (self.questionnaire(id), self.workshop(id, workshop)?);
        self.with(id, |a| {
            let (mut edits, mut agreed, mut hands) = (Vec::new(), 0, 0);
            for (practice, tally) in tallies(q, a, workshop, &done) {
                let mut outcome = a.outcome(workshop, &practice);
                agreed += usize::from(outcome.settled == Settled::Agreed);
                hands = hands.max(outcome.counts.people());
                outcome.counts = tally.counts;
                // The first of several votes is the one that nobody had talked about.
                if let Some(first) = tally.first.filter(|_| outcome.first == Votes::default()) {
                    outcome.first = first.each();
                }
                edits.push(Edit::Settle(within(workshop, practice), Some(outcome)));
            }
            let mut people = 0;
            for (of, cast) in a.ballots(workshop) {
                people += 1;
                if !cast.name.is_empty() {
                    done.names.push(cast.name.clone());
                }
                edits.push(Edit::Cast(within(workshop, of.clone()), None));
            }
            // Whoever only raised a hand took part, too.
            let people = hands.max(people);
            done.people = people;
            // In the order of the alphabet, so that it tells nothing of who said what when.
            done.names = sorted(done.names, |a, b| collation.order(a, b));
            (done.phase, done.at) = (Phase::Finished, None);
            (done.until, done.ends, done.paused) = (None, None, None);
            edits.push(Edit::Workshop(workshop.clone(), Some(Box::new(done))));
            if people > 0 {
                edits.push(Edit::Say(Fact::Respondents, Some(people.to_string())));
            }
            let people = people as usize;
            Transaction::all(Title::Finish { agreed, people }, id, edits)
        })
    }

    /// Removes a workshop with its ballots.
    #[must_use]
    pub fn give_up(&self, id: &AssessmentId, workshop: &WorkshopId) -> Transaction {
        let ballots = self.with(id, |a| {
            let ballots = a.ballots(workshop);
            let gone = ballots.map(|(of, _)| Edit::Cast(within(workshop, of.clone()), None));
            gone.collect::<Vec<_>>()
        });
        let mut edits = ballots.unwrap_or_default();
        edits.push(Edit::Workshop(workshop.clone(), None));
        Transaction::all(Title::GiveUp, id, edits)
    }
}

/// The places at which a person now answers otherwise than before.
fn changed<'a>(was: &'a Ballot, now: &'a Ballot) -> impl Iterator<Item = usize> {
    let both = was.answers.iter().zip(&now.answers).enumerate();
    both.filter_map(|(at, (was, now))| (was.is_some() && was != now).then_some(at))
}

/// An outcome whose practice is voted on once more by ballots: these count, what was said at first is
/// kept, and hands that were counted meanwhile are not.
fn voted_again(mut outcome: Outcome, before: Tally) -> Outcome {
    if outcome.first == Votes::default() {
        outcome.first = before.first.unwrap_or(before.counts).each();
    }
    outcome.counts = Counts::default();
    outcome
}

pub(super) fn turn(workshop: &mut Workshop, practice: Option<PracticeId>, now: u64) {
    let until = practice.is_some().then_some(minutes(now, workshop.each));
    (workshop.at, workshop.until) = (practice, until);
}

/// A workshop is held as it is now.
pub(super) fn held_as(
    title: fn(WorkshopId) -> Title,
    id: &AssessmentId,
    workshop: &WorkshopId,
    now: Workshop,
) -> Transaction {
    let edit = Edit::Workshop(workshop.clone(), Some(Box::new(now)));
    Transaction::all(title(workshop.clone()), id, vec![edit])
}
