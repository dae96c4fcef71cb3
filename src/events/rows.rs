//! Many rows, of which most stand beside one another.

use super::event::At;
use std::ops::Range;

/// Rows in an order: what was left out of a million may be nearly all of them, for each metric anew. Neighbours,
/// upwards or downwards, are kept together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rows {
    runs: Vec<Run>,
    count: u32,
}

/// A row and those behind it, or those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Run {
    first: At,
    last: u32,
    /// How many rows come before it.
    before: u32,
}

impl Run {
    /// Takes a row that is its next one.
    #[inline]
    fn takes(&mut self, row: At) -> bool {
        let (first, last) = (self.first.row, self.last);
        let is_next = row.row == last.wrapping_add(1) && last >= first && row.row != 0
            || last == row.row.wrapping_add(1) && last <= first && last != 0;
        let takes = is_next && row.file == self.first.file;
        if takes {
            self.last = row.row;
        }
        takes
    }

    /// The row at a place of it.
    fn row(self, n: u32) -> At {
        let first = self.first;
        let row = if self.last < first.row {
            first.row - n
        } else {
            first.row + n
        };
        At { row, ..first }
    }

    /// How many it has, less one.
    const fn more(self) -> u32 {
        self.first.row.abs_diff(self.last)
    }
}

impl Rows {
    /// The first rows of a file, so many.
    #[must_use]
    pub fn first(file: u16, count: u32) -> Self {
        let run = count.checked_sub(1).map(|last| Run {
            first: At { file, row: 0 },
            last,
            before: 0,
        });
        Self {
            runs: run.into_iter().collect(),
            count,
        }
    }

    /// Adds a row.
    #[inline]
    pub fn push(&mut self, row: At) {
        if !self.runs.last_mut().is_some_and(|run| run.takes(row)) {
            self.add(row, row.row);
        }
        self.count += 1;
    }

    fn add(&mut self, first: At, last: u32) {
        self.runs.push(Run {
            first,
            last,
            before: self.count,
        });
    }

    /// Adds those at some places of others.
    pub fn extend(&mut self, others: &Self, places: Range<usize>) {
        let end = u32::try_from(places.end.min(others.len())).unwrap_or(u32::MAX);
        let mut at = u32::try_from(places.start).unwrap_or(u32::MAX);
        let first = others.run(at);
        for run in others.runs.get(first..).unwrap_or_default() {
            if at >= end {
                break;
            }
            let (from, to) = (at - run.before, (end - 1 - run.before).min(run.more()));
            self.push(run.row(from));
            // What goes on in the same direction is the same run.
            if to > from {
                let is_new = self.runs.last().is_some_and(|own| own.more() > 0);
                if is_new {
                    (from + 1..=to).for_each(|n| self.push(run.row(n)));
                } else if let Some(own) = self.runs.last_mut() {
                    own.last = run.row(to).row;
                    self.count += to - from;
                }
            }
            at = run.before + to + 1;
        }
    }

    /// Which run has the row at a place.
    fn run(&self, at: u32) -> usize {
        if self.runs.len() < 2 {
            return 0;
        }
        let behind = self.runs.partition_point(|run| run.before <= at);
        behind.saturating_sub(1)
    }

    /// The row at a place. `None` behind the last one.
    #[must_use]
    pub fn get(&self, at: usize) -> Option<At> {
        let at = u32::try_from(at).ok().filter(|at| *at < self.count)?;
        let run = self.runs.get(self.run(at))?;
        Some(run.row(at - run.before))
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count as usize
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// All of them, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = At> {
        (0..self.len()).filter_map(|at| self.get(at))
    }
}

#[cfg(test)]
mod tests {
    use super::{At, Rows};

    #[test]
    fn what_comes_goes_in_the_same_order() {
        let mut seed = 5_u32;
        for n in 0..2000 {
            let (mut rows, mut all) = (Rows::default(), Vec::new());
            let mut at = At { file: 0, row: 3 };
            for _ in 0..n % 40 {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                match seed >> 29 {
                    0 => at.row = [0, 7, u32::MAX][n % 3],
                    1 => at.file ^= 1,
                    2..5 => at.row = at.row.saturating_add(1),
                    _ => at.row = at.row.saturating_sub(1),
                }
                rows.push(at);
                all.push(at);
            }
            assert_eq!(rows.iter().collect::<Vec<_>>(), all);
            assert_eq!((rows.len(), rows.is_empty()), (all.len(), all.is_empty()));
            assert!((0..=all.len()).all(|at| rows.get(at) == all.get(at).copied()));
            for from in 0..all.len() {
                for to in [from, from + 1, from.midpoint(all.len()), all.len()] {
                    let mut some = rows.clone();
                    some.extend(&rows, from..to);
                    let both = all.iter().chain(&all[from..to]).copied();
                    assert!(some.iter().eq(both), "{all:?} {from}..{to}");
                    assert!(some.len() == all.len() + to - from);
                }
            }
        }
        for n in [0, 1, 2, 1_000_000] {
            let mut many = Rows::default();
            (0..n).for_each(|row| many.push(At { file: 1, row }));
            assert_eq!(many, Rows::first(1, n));
        }
    }
}
