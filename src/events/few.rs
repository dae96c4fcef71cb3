//! Columns of few different values, which stand in a million rows.

use super::eight::are_same;
use std::ops::Range;

/// How many different ones a column of few has at most.
const MOST: usize = 32;

/// The few different values of a column, and which of them each row has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Few {
    /// Each, and how many rows have it.
    values: Vec<(String, u32)>,
    /// Of each row the place of its value.
    each: Vec<u8>,
    last: u8,
    /// Whether there are too many.
    are_many: bool,
}

impl Few {
    /// Takes some rows, which come next, by what stands in a row. In all there are about so many.
    #[inline(never)]
    pub fn take<'t>(&mut self, rows: Range<usize>, of: usize, cell: impl Fn(usize) -> &'t [u8]) {
        if self.are_many {
            return;
        }
        if self.each.is_empty() {
            self.each.reserve_exact(of);
        }
        let (mut last, mut count) = (self.last, 0);
        for row in rows {
            let text = cell(row);
            let known = self.values.get(usize::from(last));
            if !known.is_some_and(|(known, _)| are_same(known.as_bytes(), text)) {
                self.count(last, count);
                let Some(found) = self.find(text) else {
                    *self = Self {
                        are_many: true,
                        ..Self::default()
                    };
                    return;
                };
                (last, count) = (found, 0);
            }
            self.each.push(last);
            count += 1;
        }
        self.count(last, count);
        self.last = last;
    }

    /// So many more rows have a value.
    fn count(&mut self, value: u8, more: u32) {
        if let Some((_, count)) = self.values.get_mut(usize::from(value)) {
            *count += more;
        }
    }

    /// The place of a text, which may be new. `None` where there are too many.
    fn find(&mut self, text: &[u8]) -> Option<u8> {
        let text = std::str::from_utf8(text).ok()?;
        let mut each = self.values.iter();
        let known = each.position(|(own, _)| own == text);
        let at = known.unwrap_or(self.values.len());
        if known.is_none() {
            if at == MOST {
                return None;
            }
            self.values.push((text.to_owned(), 0));
        }
        u8::try_from(at).ok()
    }

    /// Whether each row of so many has its value.
    #[must_use]
    pub const fn are_all(&self, rows: usize) -> bool {
        self.each.len() == rows
    }

    /// The values in the order in which they came, and how many rows have each.
    pub fn counted(&self) -> impl Iterator<Item = (&str, u32)> {
        let each = self.values.iter();
        each.map(|(text, count)| (text.as_str(), *count))
    }

    /// The first row of each value.
    pub fn firsts(&self) -> impl Iterator<Item = usize> {
        let codes = (0..=u8::MAX).take(self.values.len());
        codes.filter_map(|code| self.each.iter().position(|own| *own == code))
    }

    /// What stands in a row.
    #[must_use]
    pub fn text(&self, row: usize) -> Option<&str> {
        let (text, _) = self.values.get(self.of(row)?)?;
        Some(text)
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
                few.take(from..(from + 100).min(501), 501, |row| {
                    texts[row].as_bytes()
                });
            }
            assert_eq!(few.are_all(501), different < MOST, "{different}");
            if different == MOST {
                continue;
            }
            for (row, text) in texts.iter().enumerate() {
                assert_eq!(few.text(row), Some(text.as_str()));
            }
            for (text, rows) in few.counted() {
                let same = texts.iter().filter(|own| *own == text);
                assert_eq!(same.count(), rows as usize);
            }
        }
    }
}
