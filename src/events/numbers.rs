//! Numbers in a column of text. A column has one sign for the decimals.

use super::blank::is_blank;
use super::table::Column;

/// What stands before the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Decimal {
    /// `1234.5`, `1,234.5`, `1'234.5`.
    #[default]
    Point,
    /// `1234,5`, `1.234,5`, `1 234,5`.
    Comma,
}

/// A number as it stands in a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// The number; of `12 %` it is 12.
    pub value: f64,
    /// Whether a percent sign stands behind it.
    pub is_percent: bool,
}

/// How the numbers of a column are written, and what they are.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Found {
    /// What stands before the decimals.
    pub decimal: Decimal,
    /// Whether every number with a sign in it reads well the other way, too, as another one: `1,234`.
    pub is_ambiguous: bool,
    /// How many are a number.
    pub read: usize,
    /// How many are something else.
    pub missed: usize,
    /// How many hold nothing, or a word for it.
    pub blank: usize,
    /// How many have a percent sign.
    pub percents: usize,
    /// How many are from 0 to 1: shares, if all are.
    pub within_one: usize,
    /// The least.
    pub least: f64,
    /// The greatest.
    pub greatest: f64,
    /// The first row whose value is something else.
    pub first_missed: Option<usize>,
}

/// The longest number that is read, without the signs in it.
const LONGEST: usize = 40;

/// Reads a number. `None` where the text is none, or one beyond what can be held.
#[must_use]
pub fn read(text: &str, decimal: Decimal) -> Option<Number> {
    let trimmed = text.trim();
    let bare = trimmed.strip_suffix('%').map(str::trim_end);
    let value = value(bare.unwrap_or(trimmed), decimal)?;
    Some(Number {
        value,
        is_percent: bare.is_some(),
    })
}

/// Reads a number without a percent sign.
#[must_use]
pub fn value(text: &str, decimal: Decimal) -> Option<f64> {
    let bytes = text.as_bytes();
    if (1..=9).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_digit) {
        let whole = bytes
            .iter()
            .fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
        return Some(f64::from(whole));
    }
    let (plain, length) = plain(text, decimal)?;
    let plain = std::str::from_utf8(plain.get(..length)?).ok()?;
    plain.parse().ok().filter(|value: &f64| value.is_finite())
}

/// A number as `f64` reads it: without the signs that part thousands, and with a point.
fn plain(text: &str, decimal: Decimal) -> Option<([u8; LONGEST], usize)> {
    let (point, comma) = match decimal {
        Decimal::Point => ('.', ','),
        Decimal::Comma => (',', '.'),
    };
    let mut plain = [0; LONGEST];
    let mut length = 0;
    // Digits since the last sign between thousands, and whether there was one.
    let (mut digits, mut has_groups) = (0, false);
    let (mut has_point, mut has_exponent) = (false, false);
    let mut letters = text.chars();
    let mut last = ' ';
    for (at, letter) in letters.by_ref().enumerate() {
        let byte = match letter {
            '0'..='9' => {
                digits += 1;
                letter as u8
            }
            '-' | '\u{2212}' if at == 0 || matches!(last, 'e' | 'E') => b'-',
            '+' if at == 0 || matches!(last, 'e' | 'E') => b'+',
            'e' | 'E' if !has_exponent && last.is_ascii_digit() => {
                has_exponent = true;
                b'e'
            }
            _ if letter == point && !has_point && !has_exponent => {
                if has_groups && digits != 3 {
                    return None;
                }
                has_point = true;
                b'.'
            }
            '\u{a0}' | '\u{202f}' | ' ' | '\'' | '\u{2019}' => {
                is_group(&mut digits, &mut has_groups, has_point || has_exponent)?;
                last = letter;
                continue;
            }
            _ if letter == comma => {
                is_group(&mut digits, &mut has_groups, has_point || has_exponent)?;
                last = letter;
                continue;
            }
            _ => return None,
        };
        last = letter;
        *plain.get_mut(length)? = byte;
        length += 1;
    }
    let is_whole = !has_point && !has_exponent;
    let ends = last.is_ascii_digit() && (!has_groups || !is_whole || digits == 3);
    ends.then_some((plain, length))
}

/// Whether thousands may be parted here: one to three digits before the first sign, three before others.
fn is_group(digits: &mut usize, has_groups: &mut bool, is_behind_point: bool) -> Option<()> {
    let fits = if *has_groups {
        *digits == 3
    } else {
        (1..=3).contains(digits)
    };
    *has_groups = true;
    *digits = 0;
    (fits && !is_behind_point).then_some(())
}

/// How many values are tried before all are.
const TRIED: usize = 100;

/// Finds how the numbers of a column are written. `None` where less than half of the values are numbers.
#[must_use]
pub fn find(column: Column<'_>) -> Option<Found> {
    let (mut tried, mut fit) = (0, 0);
    for text in column.cells().filter(|text| !is_blank(text)).take(TRIED) {
        tried += 1;
        let reads = [Decimal::Point, Decimal::Comma].map(|decimal| read(text, decimal).is_some());
        fit += usize::from(reads.contains(&true));
    }
    if fit == 0 || fit * 2 < tried {
        return None;
    }
    let has_sign = |text: &str| text.bytes().any(|b| matches!(b, b',' | b'.'));
    if !column.cells().any(has_sign) {
        return Some(tally(column, Decimal::Point)).filter(|found| found.read > 0);
    }
    let (point, comma) = (tally(column, Decimal::Point), tally(column, Decimal::Comma));
    let mut found = if comma.read > point.read {
        comma
    } else {
        point
    };
    let differs = (point.least, point.greatest) != (comma.least, comma.greatest);
    found.is_ambiguous = comma.read == point.read && differs;
    Some(found)
}

fn tally(column: Column<'_>, decimal: Decimal) -> Found {
    let mut found = Found {
        decimal,
        least: f64::INFINITY,
        greatest: f64::NEG_INFINITY,
        ..Found::default()
    };
    for (row, text) in column.cells().enumerate() {
        match read(text, decimal) {
            Some(number) => {
                found.read += 1;
                found.percents += usize::from(number.is_percent);
                found.within_one += usize::from((0.0..=1.0).contains(&number.value));
                found.least = found.least.min(number.value);
                found.greatest = found.greatest.max(number.value);
            }
            None if is_blank(text) => found.blank += 1,
            None => {
                found.missed += 1;
                found.first_missed = found.first_missed.or(Some(row));
            }
        }
    }
    found
}
