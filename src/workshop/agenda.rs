//! What the room talks about, in which order, within its time.

use super::Tally;
use crate::advice::highest_first;
use crate::model::{PracticeId, Settled, Step};

/// The practices of a workshop, by what there is to do with them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Agenda {
    /// To talk about, what divides the room most first, as many as the time is enough for.
    pub now: Vec<PracticeId>,
    /// To talk about if there is time; what was skipped last.
    pub beyond: Vec<PracticeId>,
    /// Where everybody chose one step, which can be taken over as it is.
    pub unanimous: Vec<(PracticeId, Step)>,
    /// Where nobody said anything.
    pub silent: Vec<PracticeId>,
    /// Agreed on.
    pub agreed: Vec<PracticeId>,
}

impl Agenda {
    /// Sorts practices, each with what was said and what was done with it, for so many minutes at
    /// `each` minutes a practice.
    #[must_use]
    pub fn of(practices: &[(PracticeId, Tally, Settled)], minutes: u64, each: u32) -> Self {
        let fits = usize::try_from(minutes / u64::from(each.max(1))).unwrap_or(usize::MAX);
        let mut agenda = Self::default();
        let mut skipped = Vec::new();
        let mut order: Vec<usize> = (0..practices.len()).collect();
        highest_first(&mut order, |at| practices[*at].1.dissent());
        for at in order {
            let (id, tally, settled) = &practices[at];
            let id = id.clone();
            match (settled, tally.unanimous()) {
                (Settled::Agreed, _) => agenda.agreed.push(id),
                (Settled::Open, Some(step)) => agenda.unanimous.push((id, step)),
                (Settled::Open, None) if tally.counts.is_empty() => agenda.silent.push(id),
                (Settled::Skipped, _) => skipped.push(id),
                (Settled::Open, None) if agenda.now.len() < fits => agenda.now.push(id),
                (Settled::Open, None) => agenda.beyond.push(id),
            }
        }
        agenda.beyond.append(&mut skipped);
        agenda
    }

    /// What comes next, also when the time is over. Where nobody said anything, hands can be counted,
    /// once the rest is done.
    #[must_use]
    pub fn next(&self) -> Option<&PracticeId> {
        let divided = self.now.first().or(self.beyond.first());
        divided.or(self.silent.first())
    }
}
