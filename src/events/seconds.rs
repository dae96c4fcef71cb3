//! Moments that were read already, so that a million need not be read twice.

use super::zone::Millis;

/// The moments of a column, one for each row: whole seconds before or after the first one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seconds {
    /// The first one, in seconds since 1970, and the milliseconds that all are behind whole seconds.
    first: (i64, Millis),
    each: Vec<i32>,
    /// Whether one is earlier than the one before it.
    are_mixed: bool,
}

impl Seconds {
    /// Adds the moment of a row, of so many. After one that is left away, or that cannot be kept, none is added.
    #[inline]
    pub fn push(&mut self, row: usize, of: usize, at: Millis) {
        self.put(row, of, (at.div_euclid(1000), at.rem_euclid(1000)));
    }

    /// Adds a whole second.
    #[inline]
    pub fn push_second(&mut self, row: usize, of: usize, second: i64) {
        self.put(row, of, (second, 0));
    }

    #[inline]
    fn put(&mut self, row: usize, of: usize, (second, millis): (i64, Millis)) {
        if row == 0 {
            self.first = (second, millis);
            self.each.reserve_exact(of);
        }
        if let Ok(seconds) = i32::try_from(second - self.first.0)
            && self.each.len() == row
            && millis == self.first.1
        {
            self.are_mixed |= self.each.last().is_some_and(|last| seconds < *last);
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

    /// Whether none is earlier than the one before it.
    #[must_use]
    pub const fn are_in_order(&self) -> bool {
        !self.are_mixed
    }

    /// The first and the last moment of all.
    #[must_use]
    pub fn span(&self) -> Option<(Millis, Millis)> {
        if self.are_in_order() {
            let last = self.len().checked_sub(1)?;
            return self.get(0).zip(self.get(last));
        }
        let (mut first, mut last) = (i32::MAX, i32::MIN);
        for at in &self.each {
            (first, last) = (first.min(*at), last.max(*at));
        }
        (first <= last).then(|| (self.moment(first), self.moment(last)))
    }

    /// The moment of a row.
    #[must_use]
    #[inline]
    pub fn get(&self, row: usize) -> Option<Millis> {
        self.each.get(row).map(|after| self.moment(*after))
    }

    #[inline]
    fn moment(&self, after: i32) -> Millis {
        let (first, millis) = self.first;
        (first + i64::from(after)) * 1000 + millis
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
        assert!(!kept.are_in_order());
        let in_order = keep(&[base, base, base + 1000]);
        assert!(in_order.are_in_order());
        assert_eq!(in_order.span(), Some((base, base + 1000)));
        // One in between that has none.
        kept.push(9, 10, base);
        assert_eq!(kept.len(), whole.len());
        for other in [base + 1, base + far + 2000, Millis::MIN, Millis::MAX] {
            assert_eq!(keep(&[base, other, base]).len(), 1, "{other}");
        }
    }
}
