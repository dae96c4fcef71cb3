//! How the words of people are put in order and found. What letters mean to a reader, the browser
//! knows; the core is handed it.

use std::cmp::Ordering;

/// What a reader's language makes of letters and numbers.
#[derive(Debug, Clone, Copy)]
pub struct Collation {
    /// Which of two texts comes first. Equal where they differ in no more than case and accents.
    pub compare: fn(&str, &str) -> Ordering,
    /// A text in capitals, without accents, marks that are not needed to read it, and other widths.
    pub capitals: fn(&str) -> String,
}

/// Letters with a stroke, and two in one, are letters of their own to Unicode, and their plain ones
/// to whoever has no such key.
const LETTERS: [(char, &str); 10] = [
    ('Ł', "L"),
    ('Ø', "O"),
    ('Đ', "D"),
    ('Ð', "D"),
    ('Ħ', "H"),
    ('Ŧ', "T"),
    ('Æ', "AE"),
    ('Œ', "OE"),
    ('Þ', "TH"),
    ('ẞ', "SS"),
];

impl Collation {
    /// Which of two texts comes first; of those that a reader reads alike, always the same one.
    #[must_use]
    pub fn order(self, a: &str, b: &str) -> Ordering {
        (self.compare)(a, b).then_with(|| a.cmp(b))
    }

    /// Whether a reader reads two texts alike but for case and accents.
    #[must_use]
    pub fn alike(self, a: &str, b: &str) -> bool {
        (self.compare)(a, b).is_eq()
    }

    /// What is looked at when something is looked for.
    fn plain(self, text: &str) -> String {
        let mut plain = String::new();
        for c in (self.capitals)(text).chars() {
            match LETTERS.iter().find(|(letter, _)| *letter == c) {
                Some((_, written)) => plain.push_str(written),
                None => plain.push(c),
            }
        }
        plain
    }

    /// What somebody looks for. Spaces around it are none of it.
    #[must_use]
    pub fn wanted(self, text: &str) -> Wanted {
        Wanted {
            plain: self.plain(text.trim()),
            collation: self,
        }
    }
}

/// What somebody looks for.
#[derive(Debug, Clone)]
pub struct Wanted {
    plain: String,
    collation: Collation,
}

impl Wanted {
    /// Whether nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.plain.is_empty()
    }

    /// Whether a text has it. Every text has nothing.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.is_empty() || self.collation.plain(text).contains(&self.plain)
    }
}

/// A list in order; what is equal stays as it came. Quick for what is in order already, which most
/// lists are: they are shown again after each answer.
#[must_use]
pub fn sorted<T>(
    list: impl IntoIterator<Item = T>,
    compare: impl Fn(&T, &T) -> Ordering,
) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for item in list {
        let at = match sorted.last() {
            Some(last) if compare(last, &item).is_gt() => {
                sorted.partition_point(|known| compare(known, &item).is_le())
            }
            _ => sorted.len(),
        };
        sorted.insert(at, item);
    }
    sorted
}
