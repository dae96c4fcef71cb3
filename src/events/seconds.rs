//! Moments that were read already, so that a million need not be read twice.

use super::zone::Millis;

/// The moments of a column, one for each row: whole seconds before or after the first one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seconds {
    first: Millis,
    each: Vec<i32>,
}

impl Seconds {
    /// Adds the moment of a row, of so many. After one that is left away, or that cannot be kept, none is added.
    #[inline]
    pub fn push(&mut self, row: usize, of: usize, at: Millis) {
        if row == 0 {
            self.first = at;
            self.each.reserve_exact(of);
        }
        let after = at.wrapping_sub(self.first);
        if let Ok(seconds) = i32::try_from(after / 1000)
            && self.each.len() == row
            && after % 1000 == 0
        {
            self.each.push(seconds);
        }
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.each.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.each.is_empty()
    }

    /// The first and the last moment of all.
    #[must_use]
    pub fn span(&self) -> Option<(Millis, Millis)> {
        let (mut first, mut last) = (i32::MAX, i32::MIN);
        for at in &self.each {
            (first, last) = (first.min(*at), last.max(*at));
        }
        let moment = |at| self.first + Millis::from(at) * 1000;
        (first <= last).then(|| (moment(first), moment(last)))
    }

    /// The moment of a row.
    #[must_use]
    #[inline]
    pub fn get(&self, row: usize) -> Option<Millis> {
        let seconds = self.each.get(row)?;
        Some(self.first + Millis::from(*seconds) * 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::{Millis, Seconds};

    #[test]
    fn moments_come_out_as_they_went_in_or_not_at_all() {
        let keep = |all: &[Millis]| {
            let mut kept = Seconds::default();
            let each = all.iter().enumerate();
            each.for_each(|(row, at)| kept.push(row, all.len(), *at));
            kept
        };
        let base = 1_767_225_600_123;
        let far = Millis::from(i32::MAX) * 1000;
        let whole = [base, base + 7000, base - 86_400_000, base + far, base - far];
        let mut kept = keep(&whole);
        assert!((0..whole.len()).all(|row| kept.get(row) == Some(whole[row])));
        assert_eq!((kept.len(), kept.get(whole.len())), (whole.len(), None));
        assert_eq!(kept.span(), Some((base - far, base + far)));
        // One in between that has none.
        kept.push(9, 10, base);
        assert_eq!(kept.len(), whole.len());
        for other in [base + 1, base + far + 2000, Millis::MIN, Millis::MAX] {
            assert_eq!(keep(&[base, other, base]).len(), 1, "{other}");
        }
    }
}
