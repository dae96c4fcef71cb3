//! Columns of few different values, which stand in a million rows.

use super::eight::are_same;
use std::ops::Range;

/// How many different ones a column of few has at most.
const MOST: usize = 32;

/// The few different values of a column, and which of them each row has.
#[derive(Debug, Clone, Default)]
pub struct Few {
    /// The first row of each, and how many there are.
    values: Vec<(u32, u32)>,
    /// Of each row the place of its value.
    each: Vec<u8>,
    last: u8,
    /// Whether there are too many.
    are_many: bool,
}

impl Few {
    /// Takes some rows of so many, which come next, by what stands in a row.
    #[inline(never)]
    pub fn take<'t>(&mut self, rows: Range<usize>, of: usize, cell: impl Fn(usize) -> &'t str) {
        if self.are_many {
            return;
        }
        if rows.start == 0 {
            self.each.reserve_exact(of);
        }
        let mut last = self.last;
        let first = self.values.get(usize::from(last));
        let mut known = first.map_or("", |(row, _)| cell(*row as usize));
        for row in rows {
            let text = cell(row);
            if !are_same(known, text) || self.values.is_empty() {
                let Some(found) = self.find(text, row, &cell) else {
                    *self = Self {
                        are_many: true,
                        ..Self::default()
                    };
                    return;
                };
                (last, known) = (found, text);
            }
            self.each.push(last);
            if let Some((_, count)) = self.values.get_mut(usize::from(last)) {
                *count += 1;
            }
        }
        self.last = last;
    }

    /// The place of a text, which may be new. `None` where there are too many.
    fn find<'t>(&mut self, text: &str, row: usize, cell: &dyn Fn(usize) -> &'t str) -> Option<u8> {
        let mut each = self.values.iter();
        let known = each.position(|(row, _)| cell(*row as usize) == text);
        let at = known.unwrap_or(self.values.len());
        if known.is_none() {
            let row = u32::try_from(row).ok().filter(|_| at < MOST)?;
            self.values.push((row, 0));
        }
        u8::try_from(at).ok()
    }

    /// Whether each row of so many has its value.
    #[must_use]
    pub const fn are_all(&self, rows: usize) -> bool {
        self.each.len() == rows
    }

    /// The first row of each value, in order, and how many rows have it.
    pub fn counted(&self) -> impl Iterator<Item = (usize, u32)> {
        let each = self.values.iter();
        each.map(|(row, count)| (*row as usize, *count))
    }

    /// Which value a row has.
    #[must_use]
    #[inline]
    pub fn of(&self, row: usize) -> Option<usize> {
        self.each.get(row).map(|code| usize::from(*code))
    }
}

#[cfg(test)]
mod tests {
    use super::{Few, MOST};

    #[test]
    fn each_row_has_its_value_and_all_are_counted() {
        for different in [1, 2, 7, MOST - 1, MOST] {
            let text = |n: usize| format!("{}", n * 7 % different);
            let mut texts: Vec<String> = (0..500).map(text).collect();
            texts.insert(300, String::new());
            let mut few = Few::default();
            for from in (0..501).step_by(100) {
                few.take(from..(from + 100).min(501), 501, |row| &texts[row]);
            }
            assert_eq!(few.are_all(501), different < MOST, "{different}");
            if different == MOST {
                continue;
            }
            let first = |text: &String| texts.iter().position(|own| own == text);
            for (row, text) in texts.iter().enumerate() {
                let of = few.of(row).and_then(|at| few.counted().nth(at));
                assert_eq!(of.map(|(row, _)| row), first(text), "{text}");
            }
            for (row, rows) in few.counted() {
                let same = texts.iter().filter(|text| **text == texts[row]);
                assert_eq!(same.count(), rows as usize);
            }
        }
    }
}
