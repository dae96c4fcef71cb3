//! A number alone, with the marks of whatever habit: `1,234.5`, `1.234,5`, `1 234`, `1'234`,
//! `12,34,567`, `1e3`, `10k`, `two`.

use super::plain::DECIMAL;
use super::sense::{Sense, Ways};
use crate::model::decimal;

/// The greatest number that is taken.
const MOST: f64 = 1e15;

/// Takes the number at the start of `text`; returns it, and what follows.
pub fn take(text: &str) -> Option<(Ways, &str)> {
    let (is_negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, rest) = text.split_at(end_of(text));
    let number = read(digits.trim_end_matches(['.', ',']))?;
    let (by, rest) = scale(rest).unwrap_or((1.0, rest));
    let number = number.map(&|value| {
        // Powers of ten are exact, their inverses are not.
        let value = if by < 0.0 { value / -by } else { value * by };
        // There is no negative nothing.
        if is_negative && value > 0.0 {
            -value
        } else {
            decimal::settle(value)
        }
    });
    let is_endless = number.any(&|value| value.abs() >= MOST);
    (!is_endless).then_some((number, rest.trim_start()))
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

/// `e3` and `k` behind the digits, as the power of ten; `e-3` as its negative.
fn scale(text: &str) -> Option<(f64, &str)> {
    let is_end = |rest: &str| !rest.starts_with(|c: char| c.is_ascii_alphanumeric());
    if let Some(rest) = text.strip_prefix('k') {
        return is_end(rest).then_some((1000.0, rest));
    }
    let rest = text.strip_prefix('e')?;
    let (mut by, rest) = match rest.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, rest.strip_prefix('+').unwrap_or(rest)),
    };
    let end = rest.find(|c: char| !c.is_ascii_digit());
    let (power, rest) = rest.split_at(end.unwrap_or(rest.len()));
    // 10^15 is more than any metric takes.
    let mut left = decimal::read(power).filter(|power| *power <= 15.0 && is_end(rest))?;
    while left > 0.0 {
        by *= 10.0;
        left -= 1.0;
    }
    Some((by, rest))
}

/// The one or two numbers that digits and marks can mean.
fn read(body: &str) -> Option<Ways> {
    let is_mark = |c: char| !c.is_ascii_digit();
    let Some(last) = body.rfind(is_mark) else {
        return decimal::read(body).map(Ways::one);
    };
    let (whole, part) = (&body[..last], &body[last + 1..]);
    let mark = char::from(body.as_bytes()[last]);
    let thousands = if is_grouped(body) {
        number(body, "")
    } else {
        None
    };
    let is_whole = !whole.contains(is_mark) || (!whole.contains(mark) && is_grouped(whole));
    let decimals = if is_whole && matches!(mark, '.' | ',' | DECIMAL) {
        number(whole, part)
    } else {
        None
    };
    match (thousands, decimals) {
        (Some(one), Some(other)) => Some(Ways::either(
            (one, Sense::Thousands),
            (other, Sense::Decimals),
        )),
        (one, other) => one.or(other).map(Ways::one),
    }
}

/// The number of these digits before and after the point; marks are left out.
fn number(whole: &str, part: &str) -> Option<f64> {
    let mut digits = String::new();
    for c in whole.chars().filter(char::is_ascii_digit) {
        digits.push(c);
    }
    digits.push('.');
    digits.push_str(part);
    decimal::read(&digits)
}

/// Whether digits stand in groups of thousands: `1 234 567`, or as in India `12,34,567`.
fn is_grouped(text: &str) -> bool {
    let Some(mark) = text.find(|c: char| !c.is_ascii_digit()) else {
        return false;
    };
    let mark = char::from(text.as_bytes()[mark]);
    let marks = text.matches(mark).count();
    // The second group from the right says whether they are of three digits or, in India, of two.
    let mut size = 3;
    for (at, group) in text.rsplit(mark).enumerate() {
        let is_first = at == marks;
        if at == 1 && !is_first && mark == ',' && group.len() == 2 {
            size = 2;
        }
        let fits = match (at, is_first) {
            (0, _) => group.len() == 3,
            (_, true) => (1..=size).contains(&group.len()) && !group.starts_with('0'),
            (_, false) => group.len() == size,
        };
        if !fits || group.contains(|c: char| !c.is_ascii_digit()) {
            return false;
        }
    }
    mark != DECIMAL
}

/// Small numbers as words, in their order.
const WORDS: &str = "zero one two three four five six seven eight nine ten eleven twelve";

/// Takes a number in digits or as a small word at the start, with "and a half" behind it.
pub fn take_any(text: &str) -> Option<(Ways, &str)> {
    let (number, rest) = take(text).or_else(|| {
        let end = text.find(|c: char| !c.is_ascii_alphabetic());
        let (word, rest) = text.split_at(end.unwrap_or(text.len()));
        let (value, rest) = match word {
            "once" => (1.0, rest),
            "twice" => (2.0, rest),
            "thrice" => (3.0, rest),
            "half" => {
                let rest = rest.trim_start();
                let whole = rest.strip_prefix("a ").or_else(|| rest.strip_prefix("an "));
                (0.5, whole.unwrap_or(rest))
            }
            word => {
                let at = WORDS.split(' ').position(|known| known == word)?;
                (f64::from(u8::try_from(at).ok()?), rest)
            }
        };
        Some((Ways::one(value), rest.trim_start()))
    })?;
    Some(match rest.strip_prefix("and a half") {
        Some(after) => (number.map(&|value| value + 0.5), after.trim_start()),
        None => (number, rest),
    })
}
