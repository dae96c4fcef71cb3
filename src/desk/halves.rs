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
            made.agreed(id, workshop);
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

    /// What either half agreed on is agreed on; where both did and not alike, that is told.
    fn agreed(&mut self, id: &WorkshopId, workshop: &Workshop) {
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
                (Some(agreed), None) | (None, Some(agreed)) => self.keep(id, practice, agreed),
                _ => {}
            }
        }
    }

    /// Keeps what one half agreed on, whatever the other wrote later.
    fn keep(&mut self, id: &WorkshopId, practice: &PracticeId, agreed: Answer) {
        if self.both.answer(practice) != Some(&agreed) {
            let edit = Edit::Respond(practice.clone(), Some(agreed));
            self.edits.push(edit);
        }
        let joined = self.both.outcome(id, practice);
        if joined.settled != Settled::Agreed {
            let settled = Settled::Agreed;
            let outcome = Outcome { settled, ..joined };
            let key = Within::new(id, practice.clone());
            self.edits.push(Edit::Settle(key, Some(outcome)));
        }
    }
}
