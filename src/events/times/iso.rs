//! Times as ISO 8601 and RFC 3339 have them, and as databases print them: `2026-11-23T14:05:09.5+02:00`,
//! `2026-11-23 14:05:09 UTC`, `2026-11-23`. Most files hold these, so there is no way around: no
//! tokens, no copies.

use super::wall::{Wall, clock, day};
use crate::events::eight::{HIGH, ONES, zeros};
use crate::events::zone::DAY;

/// Two digits as a number; 100 and above where they are none.
fn two(bytes: &[u8], at: usize) -> u32 {
    let digit = |at: usize| {
        bytes
            .get(at)
            .map_or(255, |b| u32::from(b.wrapping_sub(b'0')))
    };
    let (tens, ones) = (digit(at), digit(at + 1));
    if tens < 10 && ones < 10 {
        tens * 10 + ones
    } else {
        1000
    }
}

/// Days that were read before: in most files the next time is of one of them.
#[derive(Debug, Clone, Copy, Default)]
pub struct LastDays([LastDay; DAYS]);

/// How many days are remembered, by their last digits.
const DAYS: usize = 8;

#[derive(Debug, Clone, Copy, Default)]
struct LastDay {
    /// Its first eight letters and its last eight.
    date: [u64; 2],
    /// When it begins, in seconds since 1970; `None` where it is no day.
    midnight: Option<i64>,
}

/// Reads a time. `None` where it is none.
#[must_use]
#[inline(always)]
pub fn read(text: &[u8], last: &mut LastDays) -> Option<Wall> {
    if let Some((begin, rest)) = text.split_first_chunk::<19>()
        && let Some(shown) = quick(begin, last)
    {
        return match rest {
            [] => Some(Wall {
                shown,
                offset: None,
                has_clock: true,
            }),
            [b'Z'] => Some(Wall::utc(shown)),
            _ => behind(shown, rest),
        };
    }
    any(text)
}

/// Reads `2026-11-23T14:05:09Z`, as most files have it, and nothing else: when its day begins and how far on it is, both
/// in seconds. So nothing has to be divided, which takes longer than all the rest.
#[must_use]
#[inline(always)]
pub fn second(text: &[u8], last: &mut LastDays) -> Option<(i64, u32)> {
    let (begin, [b'Z']) = text.split_first_chunk::<19>()? else {
        return None;
    };
    let (midnight, [hour, minute, second]) = parts(begin, last)?;
    let is_usual = hour < 24 && minute < 60 && second < 60;
    is_usual.then_some((midnight, (hour * 60 + minute) * 60 + second))
}

/// `2026-11-23T14:05:09`, and nothing else, in milliseconds.
#[inline(always)]
fn quick(text: &[u8; 19], last: &mut LastDays) -> Option<i64> {
    let (midnight, [hour, minute, second]) = parts(text, last)?;
    Some(midnight * 1000 + clock(hour, minute, second, 0)?)
}

/// When the day of such a time begins, in seconds, and its hour, minute and second; eight bytes at a time.
#[inline(always)]
fn parts(text: &[u8; 19], last: &mut LastDays) -> Option<(i64, [u32; 3])> {
    let date = [word(text, 0), word(text, 2)];
    let last = &mut last.0[usize::from(text[9]) % DAYS];
    if date != last.date {
        *last = LastDay {
            date,
            midnight: midnight(date),
        };
    }
    let midnight = last.midnight?;
    let time = pairs::<{ form(*b"00:00:00") }>(word(text, 11))?.to_le_bytes();
    let is_time = matches!(text[10], b'T' | b' ');
    is_time.then_some((midnight, [time[0], time[3], time[6]].map(u32::from)))
}

/// When a day begins, of which these are the first eight letters and the last eight.
#[cold]
fn midnight([begin, end]: [u64; 2]) -> Option<i64> {
    let begin = pairs::<{ form(*b"0000-00-") }>(begin)?.to_le_bytes();
    let end = pairs::<{ form(*b"00-00-00") }>(end)?.to_le_bytes();
    let year = u32::from(begin[0]) * 100 + u32::from(begin[2]);
    let day = day(year, begin[5].into(), end[6].into())?;
    Some(day.number() * (DAY / 1000))
}

#[inline]
fn word(text: &[u8; 19], at: usize) -> u64 {
    let eight = text.get(at..).and_then(|rest| rest.first_chunk());
    u64::from_le_bytes(*eight.unwrap_or(&[0; 8]))
}

/// Digits in pairs: at the place of each digit the number that it and the one behind it are. Where the form has
/// a 0 there has to be a digit, elsewhere what it has.
#[inline]
fn pairs<const FORM: u64>(text: u64) -> Option<u64> {
    // What is as in the form becomes 0, and a digit its number.
    let digits = text ^ FORM;
    let is_between = !zeros(FORM ^ (ONES * b'0' as u64)) >> 7 & ONES;
    // With what is missing from 9 or from 0 to 127, what fits sets no highest bit, and all above does.
    let missing = ONES * (127 - 9) + is_between * 9;
    let is_more = (digits | digits.wrapping_add(missing)) & HIGH;
    (is_more == 0).then(|| digits.wrapping_mul(10).wrapping_add(digits >> 8))
}

const fn form(text: [u8; 8]) -> u64 {
    u64::from_le_bytes(text)
}

/// A fraction and a zone behind a whole second.
#[inline(never)]
fn behind(shown: i64, rest: &[u8]) -> Option<Wall> {
    let (millis, at) = fraction(rest, 0);
    Some(Wall {
        shown: shown + i64::from(millis),
        offset: offset(rest.get(at..)?)?,
        has_clock: true,
    })
}

/// Reads what is written in another way.
#[inline(never)]
fn any(text: &[u8]) -> Option<Wall> {
    let text = text.trim_ascii();
    if text.len() < 10 {
        return None;
    }
    let (century, year) = (two(text, 0), two(text, 2));
    if text[4] != b'-' || text[7] != b'-' || century > 99 || year > 99 {
        return compact(text);
    }
    let day = day(century * 100 + year, two(text, 5), two(text, 8))?;
    if text.len() == 10 {
        return Some(Wall::day(day));
    }
    let mut at = 11;
    if !matches!(text[10], b'T' | b't' | b' ' | b'_') {
        return None;
    }
    // Some put more than one space.
    while text.get(at) == Some(&b' ') {
        at += 1;
    }
    let hour = two(text, at);
    if text.get(at + 2) != Some(&b':') {
        return None;
    }
    time(text, day.number() * DAY, hour, at)
}

/// Goes on behind the hour, of which the first digit is at this place.
fn time(text: &[u8], midnight: i64, hour: u32, at: usize) -> Option<Wall> {
    let minute = two(text, at + 3);
    let mut rest = at + 5;
    let mut second = 0;
    if text.get(rest) == Some(&b':') {
        second = two(text, rest + 1);
        rest += 3;
    }
    let (millis, rest) = fraction(text, rest);
    Some(Wall {
        shown: midnight + clock(hour, minute, second, millis)?,
        offset: offset(text.get(rest..)?)?,
        has_clock: true,
    })
}

/// The milliseconds of a fraction of any length, and where it ends.
fn fraction(text: &[u8], at: usize) -> (u32, usize) {
    let begins = matches!(text.get(at), Some(b'.' | b','));
    if !begins || !text.get(at + 1).is_some_and(u8::is_ascii_digit) {
        return (0, at);
    }
    let (mut millis, mut worth, mut at) = (0, 100, at + 1);
    while let Some(digit) = text.get(at).filter(|b| b.is_ascii_digit()) {
        millis += u32::from(digit - b'0') * worth;
        worth /= 10;
        at += 1;
    }
    (millis, at)
}

/// What is said behind a time about its zone: `Z`, `+02:00`, `+0200`, `+02`, ` UTC`, ` +0000 UTC`,
/// `[Europe/Helsinki]` behind an offset. The outer `None` where it is none of these.
#[must_use]
#[expect(clippy::option_option, reason = "no zone at all is right, too")]
pub fn offset(text: &[u8]) -> Option<Option<i32>> {
    let text = text.trim_ascii_start();
    match text {
        [] => return Some(None),
        [b'Z' | b'z'] | b"UTC" | b"GMT" | b"utc" | b"UTC+0" => return Some(Some(0)),
        _ => {}
    }
    let (sign, digits) = match text {
        [b'+', digits @ ..] => (1, digits),
        [b'-', digits @ ..] => (-1, digits),
        // The minus sign that typesetters and some tools write.
        [0xe2, 0x88, 0x92, digits @ ..] => (-1, digits),
        [b'U', b'T', b'C', rest @ ..] | [b'G', b'M', b'T', rest @ ..] => {
            return offset(rest).filter(Option::is_some);
        }
        _ => return None,
    };
    let hours = two(digits, 0);
    let at = 2 + usize::from(digits.get(2) == Some(&b':'));
    let has_minutes = digits.get(at).is_some_and(u8::is_ascii_digit);
    let minutes = if has_minutes { two(digits, at) } else { 0 };
    let rest = digits.get(if has_minutes { at + 2 } else { 2 }..)?;
    let is_name = |rest: &[u8]| {
        let rest = rest.trim_ascii();
        rest.is_empty()
            || rest.first() == Some(&b'[')
            || rest.first() == Some(&b'(')
            // Go prints the offset, and then a name or the offset again: `+0300 EEST`, `+0300 +0300`.
            || (rest.len() <= 5 && rest.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'+' || *b == b'-'))
    };
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    (hours < 19 && minutes < 60 && is_name(rest)).then_some(Some(sign * seconds))
}

/// `20261123`, `20261123T140509Z`, `20261123140509`.
fn compact(text: &[u8]) -> Option<Wall> {
    let is_number = |from: usize, to: usize| {
        let digits = text.get(from..to);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_digit))
    };
    let has_t = text.get(8) == Some(&b'T');
    let at = 8 + usize::from(has_t);
    if !is_number(0, 8) || !is_number(at, at + 6) {
        return None;
    }
    let year = two(text, 0) * 100 + two(text, 2);
    let day = day(year, two(text, 4), two(text, 6))?;
    if !(1970..2100).contains(&year) {
        return None;
    }
    let (millis, rest) = fraction(text, at + 6);
    // Sixteen digits in a row are a count, not a time.
    let ends = text.get(rest).is_none_or(|b| !b.is_ascii_digit());
    let clock = clock(two(text, at), two(text, at + 2), two(text, at + 4), millis)?;
    Some(Wall {
        shown: day.number() * DAY + clock,
        offset: offset(text.get(rest..)?)?,
        has_clock: true,
    })
    .filter(|_| ends)
}

/// `20261123`, a day without anything between.
#[must_use]
pub fn eight(text: &[u8]) -> Option<Wall> {
    let text = text.trim_ascii();
    let year = two(text, 0) * 100 + two(text, 2);
    let is_one = text.len() == 8 && (1970..2100).contains(&year);
    day(year, two(text, 4), two(text, 6))
        .filter(|_| is_one)
        .map(Wall::day)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::events::times::iso::{LastDays, any, read};

    /// Numbers that look like chance.
    fn chance(seed: &mut u64) -> usize {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (*seed >> 33) as usize
    }

    #[test]
    fn what_is_quick_is_what_is_slow() {
        let (mut seed, mut last, mut found) = (7, LastDays::default(), 0);
        for n in 0..200_000 {
            let (year, month, day) = (chance(&mut seed) % 3000, n % 14, chance(&mut seed) % 33);
            let (hour, minute, second) = (n % 26, chance(&mut seed) % 62, chance(&mut seed) % 62);
            let ends = ["", "Z", "+02:00", ".5Z", " UTC", "x"];
            let end = ends[chance(&mut seed) % ends.len()];
            let mut text =
                format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{end}")
                    .into_bytes();
            // Half of them with another byte somewhere, those near a digit above all.
            if n % 2 == 1 {
                let others = b" :/-.;09TZ\0\x7f\x80\xb0\xb9\xff";
                let at = chance(&mut seed) % text.len();
                text[at] = others[chance(&mut seed) % others.len()];
            }
            // The same day twice, too.
            for _ in 0..1 + n % 2 {
                let quick = read(&text, &mut last);
                assert_eq!(quick, any(&text), "{}", text.escape_ascii());
                found += usize::from(quick.is_some());
            }
        }
        assert!(found > 30_000, "{found}");
    }
}
