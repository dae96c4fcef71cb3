//! A number alone, with the marks of whatever habit: `1,234.5`, `1.234,5`, `1 234`, `1'234`,
//! `12,34,567`, `1e3`, `10k`, `two`.

use super::plain::DECIMAL;
use super::sense::{Candidate, Sense};
use crate::model::decimal;

/// A number; two of them where its marks can be read in two ways.
pub type Numbers = Vec<Candidate>;

/// The greatest number that is taken.
const MOST: f64 = 1e15;

/// Takes the number at the start of `text`; returns it, and what follows.
pub fn take(text: &str) -> Option<(Numbers, &str)> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let end = end_of(text);
    let mut numbers = read(text[..end].trim_end_matches(['.', ',']))?;
    let mut rest = &text[end..];
    if let Some((scale, after)) = scale(rest) {
        for (value, _) in &mut numbers {
            *value = decimal::settle(scale.of(*value));
        }
        rest = after;
    }
    for (value, _) in &mut numbers {
        // There is no negative nothing.
        *value = if negative && *value != 0.0 {
            -*value
        } else {
            *value
        };
    }
    let is_finite = numbers.iter().all(|(value, _)| value.abs() < MOST);
    is_finite.then_some((numbers, rest.trim_start()))
}

/// Where the digits and the marks within them end.
fn end_of(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let goes_on = match byte {
            b'0'..=b'9' => true,
            // A space parts thousands only where exactly three digits follow.
            b' ' => {
                at > 0 && digit(at - 1) && (1..=3).all(|step| digit(at + step)) && !digit(at + 4)
            }
            b'.' | b',' => digit(at + 1) || (at > 0 && digit(at - 1)),
            b'\'' | b'_' => digit(at + 1) && at > 0 && digit(at - 1),
            byte => char::from(byte) == DECIMAL && digit(at + 1),
        };
        if !goes_on {
            break;
        }
        at += 1;
    }
    at
}

/// What a number is multiplied with.
enum Scale {
    Up(f64),
    Down(f64),
}

impl Scale {
    fn of(&self, value: f64) -> f64 {
        // Powers of ten up to 22 are exact, their inverses are not.
        match self {
            Self::Up(by) => value * by,
            Self::Down(by) => value / by,
        }
    }
}

/// `e3`, `e-3` and `k` behind the digits.
fn scale(text: &str) -> Option<(Scale, &str)> {
    let is_end = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    if let Some(rest) = text.strip_prefix('k') {
        return is_end(rest).then_some((Scale::Up(1000.0), rest));
    }
    let rest = text.strip_prefix('e')?;
    let (down, rest) = match rest.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, rest.strip_prefix('+').unwrap_or(rest)),
    };
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (power, rest) = rest.split_at(digits);
    // 10^15 is more than any metric takes.
    let power = decimal::read(power).filter(|power| *power <= 15.0 && is_end(rest))?;
    let mut by = 1.0;
    let mut left = power;
    while left > 0.0 {
        by *= 10.0;
        left -= 1.0;
    }
    Some((if down { Scale::Down(by) } else { Scale::Up(by) }, rest))
}

/// The one or two numbers that digits and marks can mean.
fn read(body: &str) -> Option<Numbers> {
    let groups: Vec<&str> = body.split(|c: char| !c.is_ascii_digit()).collect();
    let marks: Vec<char> = body.chars().filter(|c| !c.is_ascii_digit()).collect();
    let number = |whole: &[&str], part: &str| decimal::read(&[&whole.concat(), ".", part].concat());
    let (Some(last), Some((part, whole))) = (marks.last(), groups.split_last()) else {
        return Some(vec![(decimal::read(body)?, Sense::Clear)]);
    };
    let (others, are_alike) = (&marks[..marks.len() - 1], alike(&marks));
    let groups_thousands = are_alike && *last != DECIMAL && is_grouped(&groups, *last);
    let mark_of_others = others.first().copied();
    let separates_decimals = matches!(*last, '.' | ',' | DECIMAL)
        && !others.contains(last)
        && alike(others)
        && mark_of_others.is_none_or(|mark| mark != DECIMAL && is_grouped(whole, mark));
    let thousands = number(&groups, "").filter(|_| groups_thousands);
    let decimals = number(whole, part).filter(|_| separates_decimals);
    match (thousands, decimals) {
        (Some(one), Some(other)) => Some(vec![(one, Sense::Thousands), (other, Sense::Decimals)]),
        (one, other) => one.or(other).map(|value| vec![(value, Sense::Clear)]),
    }
}

fn alike(marks: &[char]) -> bool {
    marks.windows(2).all(|pair| pair[0] == pair[1])
}

/// Whether digits stand in groups of thousands: `1 234 567`, or as in India `12,34,567`.
fn is_grouped(groups: &[&str], mark: char) -> bool {
    let [first, middle @ .., last] = groups else {
        return false;
    };
    let starts = !first.is_empty() && !first.starts_with('0');
    let by = |size: usize| first.len() <= size && middle.iter().all(|group| group.len() == size);
    starts && last.len() == 3 && (by(3) || (mark == ',' && !middle.is_empty() && by(2)))
}

/// Small numbers as words.
const WORDS: [(&str, f64); 19] = [
    ("half an ", 0.5),
    ("half a ", 0.5),
    ("half ", 0.5),
    ("zero", 0.0),
    ("once", 1.0),
    ("one", 1.0),
    ("twice", 2.0),
    ("two", 2.0),
    ("thrice", 3.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
];

/// Takes a number in digits or as a small word at the start, with "and a half" behind it.
pub fn take_any(text: &str) -> Option<(Numbers, &str)> {
    let word = || {
        let mut all = WORDS.iter();
        all.find_map(|(word, value)| {
            let rest = text.strip_prefix(word)?;
            let is_end = word.ends_with(' ') || !rest.starts_with(|c: char| c.is_alphanumeric());
            is_end.then(|| (vec![(*value, Sense::Clear)], rest.trim_start()))
        })
    };
    let (mut numbers, rest) = take(text).or_else(word)?;
    let Some(after) = rest.strip_prefix("and a half") else {
        return Some((numbers, rest));
    };
    for (value, _) in &mut numbers {
        *value += 0.5;
    }
    Some((numbers, after.trim_start()))
}
