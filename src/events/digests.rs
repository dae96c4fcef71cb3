//! What tells the texts of a column apart, without the texts.

use super::eight::{HIGH, ONES};
use super::key::{Key, between, rest};
use std::ops::Range;

/// Of which texts they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Ids and names.
    Ids,
    /// Revisions.
    Revisions,
}

/// The key of each row's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Digests {
    of: Of,
    each: Vec<Option<Key>>,
    /// Whether some texts were empty.
    have_none: bool,
    /// The last of the ids that are whole numbers, each larger than the one before it; none where they are not.
    last: Option<Number>,
}

impl Digests {
    /// None yet.
    #[must_use]
    pub fn new(of: Of) -> Self {
        Self {
            of,
            each: Vec::new(),
            have_none: false,
            last: Some(Number::default()),
        }
    }

    /// Takes some rows, which come next, by what stands in a row. In all there are about so many.
    #[inline(never)]
    pub fn take<'t>(&mut self, rows: Range<usize>, of: usize, cell: impl Fn(usize) -> &'t [u8]) {
        if self.each.is_empty() {
            self.each.reserve_exact(of);
        }
        for row in rows {
            let text = cell(row);
            let key = match self.of {
                Of::Ids => {
                    self.last = self.last.and_then(|last| last.next(text));
                    Key::of_bytes(text)
                }
                Of::Revisions => Key::of_revision(text),
            };
            self.have_none |= key.is_none();
            self.each.push(key);
        }
    }

    /// Whether no text was empty.
    #[must_use]
    pub const fn are_all(&self) -> bool {
        !self.have_none
    }

    /// Whether they are ids that are whole numbers, each larger than the one before it. Then none comes twice.
    #[must_use]
    pub fn are_in_order(&self) -> bool {
        self.of == Of::Ids && self.last.is_some()
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

    /// Whether they are of such texts.
    #[must_use]
    pub fn is(&self, of: Of) -> bool {
        self.of == of
    }

    /// The key of a row's text; none for a text that is empty.
    #[must_use]
    #[inline]
    pub fn get(&self, row: usize) -> Option<Key> {
        *self.each.get(row)?
    }

    /// All of them, where they are of such texts: none for a text that is empty.
    #[must_use]
    pub fn all(&self, of: Of) -> Option<&[Option<Key>]> {
        (self.of == of).then_some(&self.each)
    }
}

/// A whole number as it is written: how many digits it has, and they themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Number {
    digits: usize,
    first: u64,
    last: u64,
}

impl Number {
    /// The number that a text is, of up to 16 digits, where it is larger than this one. Those with more digits count as
    /// larger, be the first ones 0.
    #[inline]
    fn next(self, text: &[u8]) -> Option<Self> {
        let digits = text.len();
        let (first, last) = match (text.first_chunk(), text.last_chunk()) {
            (Some(first), Some(last)) if digits <= 16 => {
                (u64::from_be_bytes(*first), u64::from_be_bytes(*last))
            }
            _ if (1..8).contains(&digits) => {
                let zeros = (ONES * u64::from(b'0')) << (8 * digits);
                (0, zeros | rest(text))
            }
            _ => return None,
        };
        let next = Self {
            digits,
            first,
            last,
        };
        let is_number = are_digits(last) && (digits < 8 || are_digits(first));
        (is_number && next > self).then_some(next)
    }
}

/// Whether eight bytes are digits.
#[inline]
const fn are_digits(eight: u64) -> bool {
    between(eight, b'0', b'9') == HIGH
}

#[cfg(test)]
mod tests {
    use super::{Digests, Of};

    #[test]
    fn ids_are_in_order_where_each_is_a_larger_number() {
        let are_in_order = |texts: &[&str]| {
            let mut ids = Digests::new(Of::Ids);
            for from in 0..texts.len() {
                ids.take(from..from + 1, texts.len(), |row| texts[row].as_bytes());
            }
            ids.are_in_order()
        };
        let rising: [&[&str]; 5] = [
            &["0", "1", "9", "10", "11", "99", "100", "12345", "1234567"],
            &[
                "9999999",
                "10000000",
                "10000001",
                "99999999",
                "100000000",
                "100000001",
            ],
            &[
                "123456789012",
                "123456789013",
                "123456790000",
                "1234567890123456",
            ],
            &["7", "07", "007"],
            &["1000000000", "1000000001", "2000000000"],
        ];
        for texts in rising {
            assert!(are_in_order(texts), "{texts:?}");
            for at in 1..texts.len() {
                let mut other = texts.to_vec();
                other.swap(at - 1, at);
                assert!(!are_in_order(&other), "{other:?}");
                other[at - 1] = other[at];
                assert!(!are_in_order(&other), "{other:?}");
            }
        }
        for other in [
            "",
            " 7",
            "7 ",
            "a",
            "1.5",
            "-1",
            "12345678901234567",
            "1234567x",
            "x23456789",
        ] {
            assert!(!are_in_order(&["0", other]), "{other}");
        }
    }

    #[test]
    fn what_has_no_text_is_known() {
        let mut revisions = Digests::new(Of::Revisions);
        revisions.take(0..2, 3, |row| ["v1", "v2"][row].as_bytes());
        assert!(revisions.are_all() && !revisions.are_in_order());
        revisions.take(2..3, 3, |_| b" ");
        assert!(!revisions.are_all());
    }
}
