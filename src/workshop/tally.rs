//! The ballots of a practice counted, and what is worth the room's time.

use super::Ballot;
use crate::advice::{Agreement, agreement};
use crate::model::{Answer, Assessment, Counts, Field, Level, PracticeId, Questionnaire, Role};
use crate::scoring::score;

/// What was said of one practice, looked at together.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// How many said what.
    pub counts: Counts,
    /// The levels that were chosen; *between* counts for the lower one. `None` where nobody chose
    /// one.
    pub agreement: Option<Agreement>,
}

/// Counts what the ballots say of the practice at this place of the session, with a show of hands.
#[must_use]
pub fn tally(ballots: &[Ballot], at: usize, hands: &Counts) -> Tally {
    let said = |ballot: &Ballot| ballot.answers.get(at).cloned().flatten();
    let mut counts = hands.clone();
    for answer in ballots.iter().filter_map(said) {
        match answer {
            Answer::DontKnow => counts.dont_know += 1,
            Answer::NotApplicable(_) => counts.not_applicable += 1,
            Answer::Level(level) => counts.levels[place(level)] += 1,
            Answer::Between(lower) => counts.levels[place(lower.level())] += 1,
        }
    }
    let medians = Role::ALL.into_iter().filter_map(|role| {
        let own = ballots.iter().filter(|b| b.role == Some(role));
        let levels: Vec<_> = own.filter_map(|b| said(b)?.level()).collect();
        Some((role, agreement(&levels)?.median))
    });
    let low = medians.clone().min_by_key(|(_, level)| *level);
    // Of equal ones the first, as above.
    let high = medians.rev().max_by_key(|(_, level)| *level);
    let gap = low.zip(high).filter(|(low, high)| low.1 < high.1);
    counts.gap = gap.map(|(low, high)| [low, high]).or(counts.gap);
    Tally::of(counts)
}

fn place(level: Level) -> usize {
    usize::from(level.number() - 1)
}

impl Tally {
    /// What these counts say.
    #[must_use]
    pub fn of(counts: Counts) -> Self {
        Self {
            agreement: agreement(&levels(&counts)),
            counts,
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

    /// The level that everybody chose, where they did and nobody said anything else.
    #[must_use]
    pub fn unanimous(&self) -> Option<Level> {
        let agreement = self.agreement.as_ref()?;
        let others = self.counts.dont_know + self.counts.not_applicable;
        let (low, high) = agreement.spread;
        (low == high && others == 0).then_some(low)
    }
}

/// The levels one by one, the lowest first.
fn levels(counts: &Counts) -> Vec<Level> {
    let each = Level::ALL.into_iter().zip(counts.levels);
    each.flat_map(|(level, n)| (0..n).map(move |_| level))
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
            let levels = levels(counts);
            // The nearest rank, so that it is a level that somebody chose.
            let place = ((levels.len().saturating_sub(1)) as f64 * share).round();
            let Some(level) = levels.get(place as usize) else {
                continue;
            };
            is_any = true;
            state.responses.put(
                practice.clone(),
                Field {
                    value: Some(Answer::Level(*level)),
                    stamp: None,
                },
            );
        }
        score(q, &state).overall.value().filter(|_| is_any)
    };
    at(0.25).zip(at(0.75))
}
