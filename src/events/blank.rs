//! Cells that hold nothing.

/// Words that stand for nothing, in small letters.
const WORDS: [&str; 15] = [
    "-",
    "--",
    "—",
    "–",
    "n/a",
    "na",
    "#n/a",
    "null",
    "(null)",
    "none",
    "nil",
    "nan",
    "\\n",
    "undefined",
    "(none)",
];

/// Whether a cell holds nothing, or a word for it.
#[must_use]
pub fn is_blank(cell: &str) -> bool {
    let cell = cell.trim();
    cell.is_empty() || cell.len() <= 9 && WORDS.iter().any(|word| word.eq_ignore_ascii_case(cell))
}
