//! Ballots of a workshop: they come in, open or sealed, are replaced, and are taken out.

use super::state::Desk;
use super::transaction::{Title, Transaction};
use crate::formats::ballot_code::sealed::{self, Closed, Opened};
use crate::formats::ballot_code::{self, Beside, NotCounted};
use crate::model::{
    AssessmentId, BallotId, Cast, Counts, Edit, Keys, Outcome, Phase, Votes, Within, WorkshopId,
};
use crate::report::workshop::tallies;
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

/// Sealed codes that were found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// What opens them.
    pub keys: Keys,
    /// Each with what its key is derived for.
    pub closed: Vec<(Closed, Vec<u8>)>,
}

fn key(workshop: &WorkshopId, ballot: &Ballot) -> Option<Within<BallotId>> {
    let id = BallotId::parse(&ballot.voter.to_string()).ok()?;
    Some(Within::new(workshop, id))
}

impl Desk {
    /// What of a text is sealed, and what opens it. `None` where there is nothing to open, or nothing
    /// to open it with.
    #[must_use]
    pub fn sealed_in(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        text: &str,
    ) -> Option<Sealed> {
        let held = self.workshop(id, workshop)?;
        let session = Session::of(self.questionnaire(id), &held);
        let keys = held.keys?;
        let closed = ballot_code::closed(&session, text).into_iter();
        let closed: Vec<_> = closed
            .map(|one| {
                let purpose = sealed::purpose(&session, one.steps, &one.key, &keys.public);
                (one, purpose)
            })
            .collect();
        (!closed.is_empty()).then_some(Sealed { keys, closed })
    }

    /// Takes in every ballot of a text that belongs to a workshop; of those that [are
    /// sealed](Self::sealed_in), what came of each is told.
    #[must_use]
    pub fn take_opened(
        &self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        text: &str,
        opened: &[Opened],
    ) -> Option<(Taken, Transaction)> {
        let (q, held) = (self.questionnaire(id), self.workshop(id, workshop)?);
        self.with(id, |a| {
            let session = Session::of(q, &held);
            let sessions = |is_over: bool| -> Vec<_> {
                let others = a.workshops().into_iter().filter(|(id, _)| *id != workshop);
                let others = others.filter(|(_, w)| (w.phase == Phase::Finished) == is_over);
                others.map(|(_, w)| Session::of(q, w)).collect()
            };
            let (others, finished) = (sessions(false), sessions(true));
            let beside = Beside {
                others: &others,
                finished: &finished,
                opened,
            };
            let found = ballot_code::find_among(&session, beside, text);
            if held.phase == Phase::Finished {
                // What was counted together is not counted anew: the difference would be one vote.
                let not_counted = found.late();
                let taken = Taken {
                    not_counted,
                    ..Taken::default()
                };
                return (
                    taken,
                    Transaction::all(Title::Cast { count: 0 }, id, vec![]),
                );
            }
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
            let named = found.names.into_iter().zip(found.begins);
            for (ballot, (name, begins)) in found.ballots.iter().zip(named) {
                let Some(key) = key(workshop, ballot) else {
                    continue;
                };
                let name = if held.asks_name { name } else { String::new() };
                let cast = ballot_code::to_cast(&session, ballot, name);
                let is_older = |before: &Cast| {
                    let before = ballot_code::read(&session, &before.code);
                    before.is_some_and(|before| before.turn > ballot.turn)
                };
                match a.ballots.get(&key).and_then(|field| field.value.as_ref()) {
                    Some(before)
                        if before.code == cast.code && before.comments == cast.comments =>
                    {
                        taken.again += 1;
                        continue;
                    }
                    Some(before) if is_older(before) => {
                        taken.not_counted.push(NotCounted::Replaced(begins));
                        continue;
                    }
                    Some(_) => {
                        taken.replaced += 1;
                        let was = before.iter().find(|was| was.voter == ballot.voter);
                        again.extend(was.into_iter().flat_map(|was| changed(was, ballot)));
                    }
                    None => taken.new += 1,
                }
                edits.push(Edit::Cast(key, Some(cast)));
            }
            if !again.is_empty() {
                let again = again.iter().filter_map(|at| session.practices.get(*at));
                let again: Vec<_> = again.collect();
                let all = tallies(q, a, workshop, &held).into_iter();
                let voted = all.filter(|(practice, _)| again.contains(&practice));
                edits.extend(voted.map(|(practice, tally)| {
                    let outcome = voted_again(a.outcome(workshop, &practice), tally);
                    Edit::Settle(Within::new(workshop, practice), Some(outcome))
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
        let key = key(workshop, ballot)?;
        let cast = ballot_code::to_cast(session, ballot, name);
        let edit = Edit::Cast(key, Some(cast));
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
        let edit = Edit::Cast(Within::new(workshop, ballot), None);
        Transaction::all(Title::RemoveBallot, id, vec![edit])
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
