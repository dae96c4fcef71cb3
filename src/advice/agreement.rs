//! How far the ballots of one practice agree.

use crate::model::Level;

/// The ballots of one practice, looked at together.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// How many chose each level, 1 to 5.
    pub distribution: [usize; 5],
    /// The level in the middle; the lower of the two middle ones for an even number.
    pub median: Level,
    /// The lowest and highest level chosen.
    pub spread: (Level, Level),
    /// Consensus, 0 (half of the ballots at each end) to 1 (all at one level).
    ///
    /// `1 + sum of p_i * log2(1 - |i - mean| / 4)` over the levels `i` with their shares `p_i`.
    /// Source: Tastle and Wierman, *Consensus and dissention: A measure of ordinal dispersion*,
    /// International Journal of Approximate Reasoning 45 (2007).
    pub consensus: f64,
}

/// Looks at levels that were chosen. `None` for none at all.
#[must_use]
pub fn agreement(levels: &[Level]) -> Option<Agreement> {
    let mut distribution = [0; 5];
    for level in levels {
        distribution[usize::from(level.number() - 1)] += 1;
    }
    let chosen = Level::ALL.into_iter().zip(distribution);
    let sorted: Vec<Level> = chosen
        .flat_map(|(level, n)| std::iter::repeat_n(level, n))
        .collect();
    let (lowest, highest) = (*sorted.first()?, *sorted.last()?);
    #[expect(clippy::cast_precision_loss, reason = "a roomful of people")]
    let count = sorted.len() as f64;
    let mean = sorted.iter().map(|l| f64::from(l.number())).sum::<f64>() / count;
    let entropy: f64 = Level::ALL
        .iter()
        .zip(distribution)
        .filter(|(_, n)| *n > 0)
        .map(|(level, n)| {
            #[expect(clippy::cast_precision_loss, reason = "a roomful of people")]
            let share = n as f64 / count;
            share * (1.0 - (f64::from(level.number()) - mean).abs() / 4.0).log2()
        })
        .sum();
    Some(Agreement {
        distribution,
        median: sorted[(sorted.len() - 1) / 2],
        spread: (lowest, highest),
        consensus: (1.0 + entropy).clamp(0.0, 1.0),
    })
}
