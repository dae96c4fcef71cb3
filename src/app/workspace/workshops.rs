//! Workshops: begun, voted in, revealed, settled, finished.

use super::Workspace;
use crate::app::browser::clock;
use crate::app::browser::collation::COLLATION;
use crate::app::words::words;
use crate::formats::ballot_code::{self, NotCounted};
use crate::model::collation::sorted;
use crate::model::{
    Answer, Assessment, AssessmentId, BallotId, Cast, Edit, Fact, Level, Outcome, Phase,
    PracticeId, Settled, Within, Workshop, WorkshopId,
};
use crate::report::workshop::{agenda, tallies};
use crate::workshop::{Ballot, Session};

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

impl Workspace {
    /// Begins a workshop.
    pub fn hold(self, id: &AssessmentId, workshop: Workshop) {
        let edit = Edit::Workshop(clock::workshop_id(), Some(Box::new(workshop)));
        self.edit(id, edit);
    }

    /// The workshop that is under way; tracks every change.
    pub fn open_workshop(self, id: &AssessmentId) -> Option<(WorkshopId, Workshop)> {
        self.track_any();
        let open = self.with(id, |a| {
            let (id, workshop) = a.open_workshop()?;
            Some((id.clone(), workshop.clone()))
        });
        open.flatten()
    }

    /// Where the room is and how long it has, which is no step to be undone.
    pub fn steer(
        self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        steer: impl FnOnce(&mut Workshop, u64),
    ) {
        let now = self.with(id, |a| a.workshops.get(workshop)?.value.clone());
        if let Some(mut steered) = now.flatten() {
            steer(&mut steered, clock::millis());
            let edit = Edit::Workshop(workshop.clone(), Some(Box::new(steered)));
            self.change(id, vec![edit]);
        }
    }

    /// Turns to a practice, with its time from now on.
    pub fn turn_to(self, id: &AssessmentId, workshop: &WorkshopId, practice: Option<PracticeId>) {
        self.steer(id, workshop, |w, now| {
            w.until = practice
                .is_some()
                .then_some(now + u64::from(w.each) * 60_000);
            w.at = practice;
        });
    }

    /// Turns to what comes next on the agenda.
    pub fn turn_to_next(self, id: &AssessmentId, workshop: &WorkshopId) {
        let next = self.with(id, |a| {
            let w = a.workshops.get(workshop)?.value.as_ref()?;
            let agenda = agenda(self.questionnaire(), a, workshop, w, clock::millis());
            // What was just skipped is not what comes next, unless nothing else is left.
            let others = agenda.now.iter().chain(&agenda.beyond);
            let mut others = others.filter(|id| Some(*id) != w.at.as_ref());
            others.next().or(agenda.next()).cloned()
        });
        self.turn_to(id, workshop, next.flatten());
    }

    /// Lays the ballots on the table, and turns to what divides the room most.
    pub fn reveal(self, id: &AssessmentId, workshop: &WorkshopId) {
        let now = self.with(id, |a| a.workshops.get(workshop)?.value.clone());
        let Some(mut revealed) = now.flatten() else {
            return;
        };
        revealed.phase = Phase::Discussing;
        revealed.ends = Some(clock::millis() + u64::from(revealed.minutes) * 60_000);
        self.edit(
            id,
            Edit::Workshop(workshop.clone(), Some(Box::new(revealed))),
        );
        self.turn_to_next(id, workshop);
    }

    /// Takes in every ballot of a text that belongs to a workshop.
    pub fn take_ballots(self, id: &AssessmentId, workshop: &WorkshopId, text: &str) -> Taken {
        let read = self.with(id, |a| {
            let w = a.workshops.get(workshop)?.value.as_ref()?;
            let q = self.questionnaire();
            let session = Session::of(q, w);
            let others = a.workshops().into_iter().filter(|(id, _)| *id != workshop);
            let others: Vec<_> = others.map(|(_, w)| Session::of(q, w)).collect();
            let found = ballot_code::find_beside(&session, &others, text);
            Some((found, session, w.asks_name))
        });
        let Some((found, session, asks_name)) = read.flatten() else {
            return Taken::default();
        };
        let mut taken = Taken {
            not_counted: found.not_counted,
            ..Taken::default()
        };
        let mut edits = Vec::new();
        for (ballot, name) in found.ballots.iter().zip(found.names) {
            let Some(key) = key(workshop, ballot) else {
                continue;
            };
            let cast = Cast {
                code: ballot_code::encode(&session, ballot),
                name: if asks_name { name } else { String::new() },
            };
            let before = self.with(id, |a| a.ballots.get(&key)?.value.clone());
            match before.flatten() {
                Some(before) if before.code == cast.code => {
                    taken.again += 1;
                    continue;
                }
                Some(_) => taken.replaced += 1,
                None => taken.new += 1,
            }
            edits.push(Edit::Cast(key, Some(cast)));
        }
        if !edits.is_empty() {
            self.apply_all(id, edits);
        }
        taken
    }

    /// Takes in a ballot that was filled in on this device. It cannot be undone with a key: the
    /// next person has the device.
    pub fn hand_in(
        self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        session: &Session,
        ballot: &Ballot,
        name: String,
    ) {
        let code = ballot_code::encode(session, ballot);
        if let Some(key) = key(workshop, ballot) {
            self.change(id, vec![Edit::Cast(key, Some(Cast { code, name }))]);
        }
    }

    /// Takes a ballot out.
    pub fn remove_ballot(self, id: &AssessmentId, workshop: &WorkshopId, ballot: BallotId) {
        self.edit(id, Edit::Cast(within(workshop, ballot), None));
    }

    /// Changes what came of a practice.
    pub fn settle(
        self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        practice: &PracticeId,
        change: impl FnOnce(&mut Outcome),
    ) {
        let outcome = self.with(id, |a| a.outcome(workshop, practice));
        let mut outcome = outcome.unwrap_or_default();
        change(&mut outcome);
        let key = within(workshop, practice.clone());
        self.edit(id, Edit::Settle(key, Some(outcome)));
    }

    /// Takes over what everybody says alike.
    pub fn take_unanimous(
        self,
        id: &AssessmentId,
        workshop: &WorkshopId,
        unanimous: &[(PracticeId, Level)],
    ) {
        let mut edits = Vec::new();
        for (practice, level) in unanimous {
            let answer = Answer::Level(*level);
            edits.push(Edit::Respond(practice.clone(), Some(answer)));
            let outcome = self.with(id, |a| a.outcome(workshop, practice));
            let outcome = Outcome {
                settled: Settled::Agreed,
                ..outcome.unwrap_or_default()
            };
            edits.push(Edit::Settle(
                within(workshop, practice.clone()),
                Some(outcome),
            ));
        }
        let said = words().took_agreed(unanimous.len());
        self.all_with_way_back(id, edits, said);
    }

    /// Keeps of the ballots what they say together, and nothing else.
    pub fn finish(self, id: &AssessmentId, workshop: &WorkshopId) {
        let made = self.with(id, |a| finished(self, a, workshop)).flatten();
        if let Some((edits, said)) = made {
            self.all_with_way_back(id, edits, said);
        }
    }

    /// Removes a workshop with its ballots.
    pub fn give_up(self, id: &AssessmentId, workshop: &WorkshopId) {
        let ballots = self.with(id, |a| {
            let ballots = a.ballots(workshop);
            let gone = ballots.map(|(of, _)| Edit::Cast(within(workshop, of.clone()), None));
            gone.collect::<Vec<_>>()
        });
        let mut edits = ballots.unwrap_or_default();
        edits.push(Edit::Workshop(workshop.clone(), None));
        self.all_with_way_back(id, edits, words().workshop_given_up.to_owned());
    }
}

fn finished(
    workspace: Workspace,
    a: &Assessment,
    workshop: &WorkshopId,
) -> Option<(Vec<Edit>, String)> {
    let q = workspace.questionnaire();
    let mut done = a.workshops.get(workshop)?.value.clone()?;
    let mut edits = Vec::new();
    let mut agreed = 0;
    for (practice, tally) in tallies(q, a, workshop, &done) {
        let mut outcome = a.outcome(workshop, &practice);
        agreed += usize::from(outcome.settled == Settled::Agreed);
        outcome.counts = tally.counts;
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
    done.people = people;
    // In the order of the alphabet, so that it tells nothing of who said what when.
    done.names = sorted(done.names, |a, b| COLLATION.order(a, b));
    (done.phase, done.at, done.until, done.ends) = (Phase::Finished, None, None, None);
    edits.push(Edit::Workshop(workshop.clone(), Some(Box::new(done))));
    if people > 0 {
        edits.push(Edit::Say(Fact::Respondents, Some(people.to_string())));
    }
    Some((edits, words().finished(agreed, people as usize)))
}
