//! How far the ballots of one practice agree.

use crate::model::Step;

/// The ballots of one practice, looked at together.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// How many chose each step, the lowest first.
    pub distribution: [usize; Step::COUNT],
    /// Where the middle of the room is.
    pub middle: Middle,
    /// The lowest and the highest step chosen.
    pub spread: (Step, Step),
    /// Consensus, 0 (half of the ballots at each end) to 1 (all at one step).
    ///
    /// `1 + sum of p_i * log2(1 - |i - mean| / 4)` over the levels `i`, by halves, with their shares
    /// `p_i`. Source: Tastle and Wierman, *Consensus and dissention: A measure of ordinal
    /// dispersion*, International Journal of Approximate Reasoning 45 (2007).
    pub consensus: f64,
}

/// Where the middle of a room is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Middle {
    /// As many stand below it as above.
    At(Step),
    /// The room is split in two halves of one size, whose nearest members are two levels apart or
    /// more: between them is nobody, and no middle.
    Camps(Step, Step),
}

impl Middle {
    /// The middle, where there is one.
    #[must_use]
    pub fn step(self) -> Option<Step> {
        match self {
            Self::At(step) => Some(step),
            Self::Camps(..) => None,
        }
    }
}

/// From so many half levels between two halves of a room, there is no middle. Our judgement.
const APART: u8 = 4;

/// Looks at steps that were chosen. `None` for none at all.
#[must_use]
pub fn agreement(steps: &[Step]) -> Option<Agreement> {
    let mut sorted = steps.to_vec();
    sorted.sort_unstable();
    let (lowest, highest) = (*sorted.first()?, *sorted.last()?);
    let mut distribution = [0; Step::COUNT];
    for step in &sorted {
        distribution[usize::from(step.halves())] += 1;
    }
    #[expect(clippy::cast_precision_loss, reason = "a roomful of people")]
    let count = sorted.len() as f64;
    let mean = sorted.iter().map(|step| step.number()).sum::<f64>() / count;
    let chosen = Step::all().zip(distribution).filter(|(_, n)| *n > 0);
    let entropy: f64 = chosen
        .map(|(step, n)| {
            #[expect(clippy::cast_precision_loss, reason = "a roomful of people")]
            let share = n as f64 / count;
            share * (1.0 - (step.number() - mean).abs() / 4.0).log2()
        })
        .sum();
    Some(Agreement {
        distribution,
        middle: middle(&sorted)?,
        spread: (lowest, highest),
        consensus: (1.0 + entropy).clamp(0.0, 1.0),
    })
}

/// The middle of steps in their order: of an even number halfway between the two in the middle, and
/// the lower half step where that is between two.
fn middle(sorted: &[Step]) -> Option<Middle> {
    let low = *sorted.get((sorted.len().checked_sub(1)?) / 2)?;
    let high = *sorted.get(sorted.len() / 2)?;
    let apart = high.halves() - low.halves();
    Some(if apart >= APART {
        Middle::Camps(low, high)
    } else {
        Middle::At(Step::at(low.halves() + apart / 2)?)
    })
}
