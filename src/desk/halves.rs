//! Two facilitators of one workshop, each with a half of its ballots: what joining their files takes
//! beyond the later write of each field.

use crate::formats::ballot_code;
use crate::model::{
    Answer, Assessment, BallotId, Cast, Edit, Outcome, Phase, PracticeId, Questionnaire, Settled,
    Within, Workshop, WorkshopId,
};
use crate::workshop::Session;

/// What joining two halves brought.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Halves {
    /// How many ballots came from the file.
    pub ballots: usize,
    /// How many came when the workshop was finished, and are not counted.
    pub late: usize,
    /// How many people took part here and in the file, where both were finished before they met.
    pub apart: Option<(u32, u32)>,
    /// Practices that both agreed on, and not alike: title, answer here, answer in the file.
    pub conflicts: Vec<(String, Answer, Answer)>,
}

impl Halves {
    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What joining `mine` with `file` brings to the workshops of both, and the edits that it takes after
/// the join.
pub fn halves(q: &Questionnaire, mine: &Assessment, file: &Assessment) -> (Halves, Vec<Edit>) {
    let mut both = mine.clone();
    both.join(file);
    let mut made = Made {
        q,
        mine,
        file,
        both: &both,
        halves: Halves::default(),
        edits: Vec::new(),
    };
    for (id, workshop) in both.workshops() {
        let of = |a: &Assessment| a.workshop(id).map(|w| w.tag);
        if of(mine).is_some() && of(mine) == of(file) {
            made.ballots(id, workshop);
            let is_apart = made.apart(id);
            made.agreed(id, workshop, !is_apart);
        }
    }
    (made.halves, made.edits)
}

struct Made<'a> {
    q: &'a Questionnaire,
    mine: &'a Assessment,
    file: &'a Assessment,
    both: &'a Assessment,
    halves: Halves,
    edits: Vec<Edit>,
}

fn cast<'a>(a: &'a Assessment, key: &Within<BallotId>) -> Option<&'a Cast> {
    a.ballots.get(key)?.value.as_ref()
}

impl Made<'_> {
    /// Ballots by voter: of two the later one counts, by its own count and not by who took it in last.
    /// What comes to a workshop that is finished is gone as all others are.
    fn ballots(&mut self, id: &WorkshopId, workshop: &Workshop) {
        let session = Session::of(self.q, workshop);
        let turn = |cast: &Cast| ballot_code::read(&session, &cast.code).map(|ballot| ballot.turn);
        for (of, joined) in self.both.ballots(id) {
            let key = Within::new(id, of.clone());
            let (mine, file) = (cast(self.mine, &key), cast(self.file, &key));
            if workshop.phase == Phase::Finished {
                self.halves.late += 1;
                self.edits.push(Edit::Cast(key, None));
                continue;
            }
            self.halves.ballots += usize::from(mine.is_none());
            let Some((mine, file)) = mine.zip(file) else {
                continue;
            };
            let last = if turn(mine) > turn(file) { mine } else { file };
            if turn(mine) != turn(file) && last != joined {
                self.edits.push(Edit::Cast(key, Some(last.clone())));
            }
        }
    }

    /// Where both halves were revealed and finished on their own, each stays a workshop of its own: their ballots
    /// are gone, and nobody can tell any more who was counted in both. The one revealed later keeps its place, and
    /// the other gets one whose id both laptops give it. Says whether that is so.
    fn apart(&mut self, id: &WorkshopId) -> bool {
        let end = |a: &Assessment| {
            let workshop = a.workshop(id)?;
            let is_finished = workshop.phase == Phase::Finished;
            let revealed = workshop.revealed.filter(|_| is_finished)?;
            Some((revealed, workshop.clone()))
        };
        let (Some((mine, here)), Some((file, there))) = (end(self.mine), end(self.file)) else {
            return false;
        };
        if mine == file {
            return false;
        }
        let people = (here.people, there.people);
        let mut ends = [(mine, here, self.mine), (file, there, self.file)];
        ends.sort_by_key(|(revealed, ..)| *revealed);
        let [(began, first, of_first), (_, last, of_last)] = ends;
        let Ok(beside) = WorkshopId::parse(&format!("{id}-{}", began.0)) else {
            return false;
        };
        if self.both.workshop(id) != Some(&last) {
            self.place(id, last);
        }
        self.outcomes(of_last, id, id);
        // One that was joined before, or taken out since, does not come once more.
        if self.both.workshops.get(&beside).is_none() {
            self.halves.apart = Some(people);
            self.place(&beside, first);
            self.outcomes(of_first, id, &beside);
        }
        true
    }

    fn place(&mut self, id: &WorkshopId, workshop: Workshop) {
        let edit = Edit::Workshop(id.clone(), Some(Box::new(workshop)));
        self.edits.push(edit);
    }

    /// Gives a workshop the outcomes that `of` has of it, under the id `at`.
    fn outcomes(&mut self, of: &Assessment, id: &WorkshopId, at: &WorkshopId) {
        let practices = self.both.outcomes.keys().filter(|key| key.workshop == *id);
        for key in practices {
            let own = of.outcomes.get(key).and_then(|field| field.value.clone());
            let key = Within::new(at, key.of.clone());
            let held = self.both.outcomes.get(&key);
            if held.and_then(|field| field.value.as_ref()) != own.as_ref() {
                self.edits.push(Edit::Settle(key, own));
            }
        }
    }

    /// What either half agreed on is agreed on; where both did and not alike, that is told.
    fn agreed(&mut self, id: &WorkshopId, workshop: &Workshop, is_one: bool) {
        for practice in workshop.practices.iter().chain(&workshop.added) {
            let answer = |a: &Assessment| {
                let is_agreed = a.outcome(id, practice).settled == Settled::Agreed;
                a.answer(practice).filter(|_| is_agreed).cloned()
            };
            match (answer(self.mine), answer(self.file)) {
                (Some(mine), Some(file)) if mine != file => {
                    let title = self.q.practice(practice).map_or("", |p| &p.title);
                    self.halves.conflicts.push((title.to_owned(), mine, file));
                }
                (Some(agreed), None) | (None, Some(agreed)) => {
                    self.keep(id, practice, agreed, is_one);
                }
                _ => {}
            }
        }
    }

    /// Keeps what one half agreed on, whatever the other wrote later; where they stay two, without calling it
    /// agreed in the other.
    fn keep(&mut self, id: &WorkshopId, practice: &PracticeId, agreed: Answer, is_one: bool) {
        if self.both.answer(practice) != Some(&agreed) {
            let edit = Edit::Respond(practice.clone(), Some(agreed));
            self.edits.push(edit);
        }
        let joined = self.both.outcome(id, practice);
        if is_one && joined.settled != Settled::Agreed {
            let settled = Settled::Agreed;
            let outcome = Outcome { settled, ..joined };
            let key = Within::new(id, practice.clone());
            self.edits.push(Edit::Settle(key, Some(outcome)));
        }
    }
}
