//! Medians and how sure one may be of them.

use crate::events::reading::{Range, RangeBy};
use crate::events::zone::Millis;

/// A number to sort by, and what it is of. All sorting of events is of these, so that there is one sort.
pub type Sorted = (Millis, u32);

/// Sorts. One function, so that its code is there once.
#[inline(never)]
pub fn sort(list: &mut [Sorted]) {
    list.sort_unstable();
}

/// Counts as `f64` and `u32`: rows are fewer than 4 billion.
pub fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A row's or a place's number.
pub fn place(n: u32) -> usize {
    n as usize
}

/// A span as a number. Exact up to 285,000 years.
#[expect(clippy::cast_precision_loss, reason = "spans are far below 2^53 ms")]
pub fn float(span: Millis) -> f64 {
    span as f64
}

/// The two places in the middle of so many; the same twice where the number is odd.
pub fn middle(n: usize) -> (usize, usize) {
    (n.saturating_sub(1) / 2, n / 2)
}

/// The value below which a part of the sorted values lies, interpolated between neighbours: Hyndman and
/// Fan's type 7, as R, NumPy and spreadsheets have it. For a half it is the mean of the two in the
/// middle.
pub fn quantile(sorted: &[f64], part: f64) -> Option<f64> {
    let last = count(sorted.len().checked_sub(1)?);
    let at = f64::from(last) * part;
    let low = at.floor();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let low_place = low as usize;
    let low_value = *sorted.get(low_place)?;
    let high_value = sorted.get(low_place + 1).copied().unwrap_or(low_value);
    Some((high_value - low_value).mul_add(at - low, low_value))
}

/// The values between which the median lies 95 times of 100. `None` below 6 values, where even the lowest
/// and the highest are not sure enough.
pub fn median_range(sorted: &[f64]) -> Option<Range> {
    let outside = outside(sorted.len())?;
    Some(Range {
        low: *sorted.get(outside)?,
        high: *sorted.get(sorted.len() - 1 - outside)?,
        by: RangeBy::OrderStatistics,
    })
}

/// How many of the sorted values lie outside at each end.
fn outside(n: usize) -> Option<usize> {
    let cases = f64::from(count(n));
    if n > 1000 {
        let ranks = 0.5 * cases - 0.5 * 1.96 * cases.sqrt();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        return (ranks.floor() as usize).checked_sub(1);
    }
    // The chance that at most `k` of `n` lie below the median: a coin thrown so often.
    let mut chance = 0.5_f64.powi(i32::try_from(n).ok()?);
    let (mut sum, mut k) = (chance, 0);
    while sum <= 0.025 {
        k += 1;
        chance *= (cases - f64::from(count(k)) + 1.0) / f64::from(count(k));
        sum += chance;
    }
    k.checked_sub(1)
}

/// The share of `part` in `whole`, in percent, and Wilson's range of it.
pub fn share(part: u32, whole: u32) -> Option<(f64, Range)> {
    if whole == 0 {
        return None;
    }
    let (part, n) = (f64::from(part.min(whole)), f64::from(whole));
    let z2 = 1.96 * 1.96;
    let p = part / n;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let width = 1.96 * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt() / (1.0 + z2 / n);
    let range = Range {
        // Rounding must not push the ends past the share itself.
        low: (100.0 * (centre - width)).clamp(0.0, 100.0 * p),
        high: (100.0 * (centre + width)).clamp(100.0 * p, 100.0),
        by: RangeBy::Wilson,
    };
    Some((100.0 * part / n, range))
}
