//! The ballots of a practice counted, and what is worth the room's time.

use super::Ballot;
use crate::advice::{Agreement, Middle, agreement};
use crate::model::{Assessment, Counts, Field, PracticeId, Questionnaire, Role, Step};
use crate::scoring::score;

/// A role speaks from so many ballots on: of two, each could tell what the other said. A workshop
/// may ask for more, and never for fewer. Our judgement.
pub const LEAST: u32 = 3;

/// Whether there are ballots, and so few that the room can tell who said what.
#[must_use]
pub fn are_few(ballots: u32) -> bool {
    (1..LEAST).contains(&ballots)
}

/// What was said of one practice, looked at together.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// How many said what.
    pub counts: Counts,
    /// The steps that were chosen. `None` where nobody chose one.
    pub agreement: Option<Agreement>,
    /// What the ballots said before hands were counted. `None` where they were not.
    pub first: Option<Counts>,
}

/// Counts what the ballots say of the practice at this place of the session. Where hands were counted,
/// these count alone: people vote once more, and not twice. Roles of fewer than `least` ballots with a
/// level say nothing.
#[must_use]
pub fn tally(ballots: &[Ballot], at: usize, hands: &Counts, least: u32) -> Tally {
    let said = |ballot: &Ballot| ballot.answers.get(at).cloned().flatten();
    let mut counts = Counts::default();
    for answer in ballots.iter().filter_map(said) {
        counts.count(&answer);
    }
    let middles = Role::ALL.into_iter().filter_map(|role| {
        let own = ballots.iter().filter(|b| b.role == Some(role));
        let steps: Vec<_> = own.filter_map(|b| Step::of(&said(b)?)).collect();
        let is_enough = steps.len() >= least.max(LEAST) as usize;
        let middle = agreement(&steps).filter(|_| is_enough)?.middle;
        Some((role, middle.step()?))
    });
    let low = middles.clone().min_by_key(|(_, step)| *step);
    // Of equal ones the first, as above.
    let high = middles.rev().max_by_key(|(_, step)| *step);
    let gap = low.zip(high).filter(|(low, high)| low.1 < high.1);
    counts.gap = gap.map(|(low, high)| [low, high]);
    if hands.is_empty() {
        return Tally::of(counts);
    }
    Tally {
        first: (!counts.is_empty()).then_some(counts),
        ..Tally::of(hands.clone())
    }
}

/// What the ballots say in words of the practice at this place of the session, by the alphabet. Nothing
/// where the room could tell who said what.
#[must_use]
pub fn sentences(ballots: &[Ballot], at: usize) -> Vec<String> {
    let enough = if ballots.len() >= LEAST as usize {
        ballots
    } else {
        &[]
    };
    let said = enough.iter().map(|ballot| ballot.comment(at).to_owned());
    let mut said: Vec<_> = said.filter(|comment| !comment.is_empty()).collect();
    said.sort();
    said
}

impl Tally {
    /// What these counts say.
    #[must_use]
    pub fn of(counts: Counts) -> Self {
        Self {
            agreement: agreement(&steps(&counts)),
            counts,
            first: None,
        }
    }

    /// How much there is to talk about, 0 to 2: dissent, and the share of those who do not know or
    /// say that it does not apply while others have a level. Our judgement.
    #[must_use]
    pub fn dissent(&self) -> f64 {
        let Some(agreement) = &self.agreement else {
            // Nobody has a level: there is something to find out where people do not know, and to
            // confirm where it is said not to apply.
            return match (self.counts.dont_know, self.counts.not_applicable) {
                (0, 0) => 0.0,
                (0, _) => 0.5,
                _ => 1.0,
            };
        };
        let levels: usize = agreement.distribution.iter().sum();
        let others = (self.counts.dont_know + self.counts.not_applicable) as usize;
        let share = others as f64 / (levels + others) as f64;
        1.0 - agreement.consensus + share
    }

    /// The step that everybody chose, where they did and nobody said anything else.
    #[must_use]
    pub fn unanimous(&self) -> Option<Step> {
        let agreement = self.agreement.as_ref()?;
        let others = self.counts.dont_know + self.counts.not_applicable;
        let (low, high) = agreement.spread;
        (low == high && others == 0).then_some(low)
    }

    /// Where the middle of the room is.
    #[must_use]
    pub fn middle(&self) -> Option<Middle> {
        self.agreement.as_ref().map(|a| a.middle)
    }
}

/// The steps one by one, the lowest first.
fn steps(counts: &Counts) -> Vec<Step> {
    let each = counts.steps();
    each.flat_map(|(step, n)| (0..n).map(move |_| step))
        .collect()
}

/// The overall value if, at every practice that was voted on, the lower quarter of the room were
/// right, and if the upper quarter were: the room's spread in points, beside the interval that
/// follows from the agreed answers. `None` where no practice has levels, or where of the agreed
/// answers it is too early to say what the whole comes to.
#[must_use]
pub fn range(
    q: &Questionnaire,
    a: &Assessment,
    votes: &[(PracticeId, Counts)],
) -> Option<(f64, f64)> {
    score(q, a).overall.value()?;
    let at = |share: f64| {
        let mut state = a.clone();
        let mut is_any = false;
        for (practice, counts) in votes {
            let steps = steps(counts);
            // The nearest rank, so that it is a step that somebody chose.
            let place = ((steps.len().saturating_sub(1)) as f64 * share).round();
            let Some(step) = steps.get(place as usize) else {
                continue;
            };
            is_any = true;
            state.responses.put(
                practice.clone(),
                Field {
                    value: Some(step.answer()),
                    stamp: None,
                },
            );
        }
        score(q, &state).overall.value().filter(|_| is_any)
    };
    at(0.25).zip(at(0.75))
}
