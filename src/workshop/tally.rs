//! The ballots of a practice counted, and what is worth the room's time.

use super::{Ballot, Role};
use crate::advice::{Agreement, agreement, highest_first};
use crate::model::{Answer, Level};

/// The ballots of one practice.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// The levels that were chosen, looked at together; *between* counts for the lower one. `None`
    /// where nobody chose one.
    pub agreement: Option<Agreement>,
    /// How many do not know.
    pub dont_know: usize,
    /// How many say that it does not apply.
    pub not_applicable: usize,
    /// How many said nothing.
    pub open: usize,
    /// The two roles whose middle levels lie furthest apart, where two roles have levels and differ.
    pub gap: Option<RoleGap>,
}

/// Two roles that see a practice differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoleGap {
    /// Who sees it lower, and the middle of their levels.
    pub low: (Role, Level),
    /// Who sees it higher, and the middle of theirs.
    pub high: (Role, Level),
}

/// Counts what was said of the practice at this place of the session.
#[must_use]
pub fn tally(ballots: &[Ballot], at: usize) -> Tally {
    let answer = |ballot: &Ballot| ballot.answers.get(at).cloned().flatten();
    let levels = |of: Option<Role>| {
        let own = ballots.iter().filter(|b| of.is_none() || b.role == of);
        let own = own.filter_map(|b| answer(b)?.level());
        own.collect::<Vec<_>>()
    };
    let count =
        |is_one: fn(&Option<Answer>) -> bool| ballots.iter().filter(|b| is_one(&answer(b))).count();
    let medians = Role::ALL.into_iter().filter_map(|role| {
        let own = agreement(&levels(Some(role)))?;
        Some((role, own.median))
    });
    let low = medians.clone().min_by_key(|(_, level)| *level);
    // Of equal ones the first, as above.
    let high = medians.rev().max_by_key(|(_, level)| *level);
    let gap = low.zip(high).map(|(low, high)| RoleGap { low, high });
    Tally {
        agreement: agreement(&levels(None)),
        dont_know: count(|a| matches!(a, Some(Answer::DontKnow))),
        not_applicable: count(|a| matches!(a, Some(Answer::NotApplicable(_)))),
        open: count(Option::is_none),
        gap: gap.filter(|gap| gap.low.1 < gap.high.1),
    }
}

impl Tally {
    /// How much there is to talk about, 0 to 2: dissent, and the share of those who do not know or
    /// say that it does not apply while others have a level. Our judgement.
    #[must_use]
    pub fn dissent(&self) -> f64 {
        let Some(agreement) = &self.agreement else {
            // Nobody has a level: there is something to find out where people do not know.
            return if self.dont_know > 0 { 1.0 } else { 0.0 };
        };
        let levels: usize = agreement.distribution.iter().sum();
        let others = self.dont_know + self.not_applicable;
        let share = others as f64 / (levels + others) as f64;
        1.0 - agreement.consensus + share
    }
}

/// The places of the practices to talk about, those with the most to talk about first, as many as
/// fit into `minutes` at `each` minutes.
#[must_use]
pub fn agenda(tallies: &[Tally], minutes: u32, each: u32) -> Vec<usize> {
    let fits = minutes / each.max(1);
    let mut order: Vec<usize> = (0..tallies.len()).collect();
    highest_first(&mut order, |at| tallies[*at].dissent());
    order.retain(|at| tallies[*at].dissent() > 0.0);
    order.truncate(fits as usize);
    order
}
