//! Moments in order of time, each of a row.

use super::statistics::{Sorted, place};
use crate::events::period::{Period, Span};
use crate::events::seconds::Seconds;
use crate::events::zone::Millis;
use std::ops::Range;

/// Moments in order of time, each of a row.
#[derive(Clone)]
pub enum Order<'e> {
    /// Those of all rows of a large file, which come in order: a million need no other list.
    Rows(&'e Seconds),
    /// Some of any rows.
    List(Vec<Sorted>),
}

impl Order<'_> {
    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Rows(moments) => moments.len(),
            Self::List(list) => list.len(),
        }
    }

    /// One of the moments.
    #[inline]
    pub fn at(&self, i: usize) -> Millis {
        match self {
            Self::Rows(moments) => moments.get(i).unwrap_or(Millis::MAX),
            Self::List(list) => list[i].0,
        }
    }

    /// Its row.
    #[inline]
    pub fn row(&self, i: usize) -> usize {
        match self {
            Self::Rows(_) => i,
            Self::List(list) => place(list[i].1),
        }
    }

    /// How many are earlier than a moment.
    pub fn before(&self, end: Millis) -> usize {
        let (mut from, mut until) = (0, self.len());
        while from < until {
            let middle = from.midpoint(until);
            if self.at(middle) < end {
                from = middle + 1;
            } else {
                until = middle;
            }
        }
        from
    }

    /// The places of those in a period.
    pub fn within(&self, period: Period) -> Range<usize> {
        self.before(period.from)..self.before(period.until)
    }

    /// From the first one to the last one.
    pub fn span(&self) -> Option<Span> {
        let last = self.len().checked_sub(1)?;
        Some(Span {
            first: self.at(0),
            last: self.at(last),
        })
    }
}
