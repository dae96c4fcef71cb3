//! Workshops: begun, voted in, revealed, settled, finished.

use super::state::Desk;
use super::transaction::{Title, Transaction};
use crate::model::collation::{Collation, sorted};
use crate::model::{
    AssessmentId, Edit, Fact, Outcome, Phase, PracticeId, Settled, Step, Votes, Within, Workshop,
    WorkshopId,
};
use crate::report::workshop::{agenda, comments, tallies};

pub(super) fn minutes(millis: u64, minutes: u32) -> u64 {
    millis.saturating_add(u64::from(minutes) * 60_000)
}

impl Desk {
    pub(super) fn workshop(&self, id: &AssessmentId, workshop: &WorkshopId) -> Option<Workshop> {
        self.with(id, |a| a.workshop(workshop).cloned())?
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
        let key = Within::new(workshop, practice.clone());
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
            let key = Within::new(workshop, practice.clone());
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
                outcome.comments = comments(q, a, workshop, &done, &practice);
                edits.push(Edit::Settle(Within::new(workshop, practice), Some(outcome)));
            }
            let mut people = 0;
            for (of, cast) in a.ballots(workshop) {
                people += 1;
                if !cast.name.is_empty() {
                    done.names.push(cast.name.clone());
                }
                edits.push(Edit::Cast(Within::new(workshop, of.clone()), None));
            }
            // Whoever only raised a hand took part, too.
            let people = hands.max(people);
            done.people = people;
            // In the order of the alphabet, so that it tells nothing of who said what when.
            done.names = sorted(done.names, |a, b| collation.order(a, b));
            (done.phase, done.at) = (Phase::Finished, None);
            (done.until, done.ends, done.paused) = (None, None, None);
            // What still lies in a chat is sealed for good.
            done.keys = None;
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
            let gone = ballots.map(|(of, _)| Edit::Cast(Within::new(workshop, of.clone()), None));
            gone.collect::<Vec<_>>()
        });
        let mut edits = ballots.unwrap_or_default();
        edits.push(Edit::Workshop(workshop.clone(), None));
        Transaction::all(Title::GiveUp, id, edits)
    }
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
