//! What a facilitator can say next, when words are wanted.

use super::Tally;
use crate::advice::Middle;
use crate::model::{Phase, Workshop};

/// Something to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prompt {
    /// Before people vote.
    Opening,
    /// The room is in two halves.
    Camps,
    /// Answers are two levels or more apart.
    Apart,
    /// People do not know.
    Unsure,
    /// Some say that it does not apply.
    Applies,
    /// Everybody says the same.
    Alike,
    /// Nobody has said anything.
    Silent,
    /// What to do about it.
    Onward,
    /// At the end.
    CheckOut,
}

/// Half steps between answers from which on they are far apart: two levels. Our judgement.
const FAR: u8 = 4;

/// What helps now, the most helpful first: while people vote, with a practice on the table, or when
/// there is nothing on it any more.
#[must_use]
pub fn prompts(workshop: &Workshop, on_the_table: Option<&Tally>) -> Vec<Prompt> {
    if workshop.phase == Phase::Collecting {
        return vec![Prompt::Opening];
    }
    let Some(tally) = on_the_table else {
        return vec![Prompt::CheckOut];
    };
    let mut found = Vec::new();
    if let Some(agreement) = &tally.agreement {
        let (low, high) = agreement.spread;
        found.push(match agreement.middle {
            Middle::Camps(..) => Prompt::Camps,
            Middle::At(_) if high.halves() - low.halves() >= FAR => Prompt::Apart,
            // Next to each other is as good as agreed: what is left is what to do.
            Middle::At(_) => Prompt::Alike,
        });
    }
    let others = [
        (tally.counts.is_empty(), Prompt::Silent),
        (tally.counts.dont_know > 0, Prompt::Unsure),
        (tally.counts.not_applicable > 0, Prompt::Applies),
        (tally.agreement.is_some(), Prompt::Onward),
    ];
    found.extend(
        others
            .into_iter()
            .filter_map(|(helps, one)| helps.then_some(one)),
    );
    found
}
