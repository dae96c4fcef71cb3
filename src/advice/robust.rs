//! Whether the next steps would be the same if weights and uncertain answers were a little
//! different.

use super::recommend::Ranking;
use super::{SHOWN, highest_first};
use crate::model::{Assessment, Level, PracticeId, Questionnaire};
use crate::scoring::{Mark, Plan};

/// The most that a weight is stretched or shrunk. Our judgement: half as much again, or two thirds.
pub const STRETCH: f64 = 1.5;

/// How often a practice's next step was among the first ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Robust<'q> {
    /// Which practice.
    pub practice: &'q PracticeId,
    /// The share of runs in which it was, 0 to 1.
    pub share: f64,
}

/// Perturbs weights and uncertain answers `runs` times and counts which steps stay among the first
/// [`SHOWN`]. `random` gives numbers from 0 up to, but not, 1; the same numbers give the same result.
///
/// Each weight is multiplied by a factor from 1 / [`STRETCH`] to [`STRETCH`], each factor as likely; *between* becomes
/// one of its ends; open and unknown answers become any level.
#[must_use]
pub fn robust<'q>(
    q: &'q Questionnaire,
    assessment: &Assessment,
    runs: usize,
    mut random: impl FnMut() -> f64,
) -> Vec<Robust<'q>> {
    let plan = Plan::of(q, assessment);
    let marks = plan.marks(assessment);
    let net = Ranking::new(&plan, assessment);
    let mut counts = vec![0_usize; plan.rows.len()];
    let mut perturbed = marks.clone();
    let mut first = Vec::new();
    for _ in 0..runs {
        for (mark, before) in perturbed.iter_mut().zip(&marks) {
            *mark = settle(*before, &mut random);
        }
        // Nothing but the first few is of interest, so nothing but those is kept in order.
        first.clear();
        for (row, priority) in net.candidates(&perturbed) {
            first.push((row, priority * stretch(random())));
            highest_first(&mut first, |(_, priority)| *priority);
            first.truncate(SHOWN);
        }
        for (row, _) in &first {
            counts[*row] += 1;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52 runs")]
    let share = |count: usize| count as f64 / runs.max(1) as f64;
    let mut found: Vec<_> = (plan.rows.iter().zip(&counts))
        .filter(|(_, count)| **count > 0)
        .map(|(row, &count)| Robust {
            practice: &row.practice.id,
            share: share(count),
        })
        .collect();
    highest_first(&mut found, |r| r.share);
    found
}

/// How often [`stable`] tries the order of next steps.
const RUNS: usize = 300;
/// The same answers show the same numbers each time.
const SEED: u64 = 1;

/// How stable the next steps are: what the screen and the report show.
#[must_use]
pub fn stable<'q>(q: &'q Questionnaire, assessment: &Assessment) -> Vec<Robust<'q>> {
    robust(q, assessment, RUNS, seeded(SEED))
}

/// The factor for a random number from 0 to 1: from 1 / [`STRETCH`] to [`STRETCH`].
#[must_use]
pub fn stretch(random: f64) -> f64 {
    1.0 / STRETCH + random * (STRETCH - 1.0 / STRETCH)
}

/// Numbers from 0 up to, but not, 1, from a seed: the same seed, the same numbers.
/// Source: Steele, Lea, Flood, *Fast splittable pseudorandom number generators* (SplitMix64), 2014.
pub fn seeded(mut seed: u64) -> impl FnMut() -> f64 {
    move || {
        seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = seed;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^= z >> 31;
        #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
        let share = (z >> 11) as f64 / (1_u64 << 53) as f64;
        share
    }
}

fn settle(mark: Mark, random: &mut impl FnMut() -> f64) -> Mark {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "0 to 4"
    )]
    let mut one_of = |levels: &[Level]| {
        let at = (random().clamp(0.0, 1.0) * levels.len() as f64) as usize;
        Mark::Level(levels[at.min(levels.len() - 1)])
    };
    match mark {
        Mark::Open | Mark::DontKnow => one_of(&Level::ALL),
        Mark::Between(lower) => one_of(&[lower.level(), lower.upper()]),
        Mark::Level(_) | Mark::NotApplicable => mark,
    }
}
