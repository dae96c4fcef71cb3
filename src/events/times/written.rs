//! Times as people and their programs write them: `05/août/25 2:47 PM`, `6/21/2025 16:14`,
//! `Wed, 2 Oct 2013 10:15:50 +0300`, `Mon Oct  3 10:15:13 2016`, `23.11.2025 klo 14.05`.

use super::iso;
use super::months::{month, plain};
use super::wall::{Wall, clock, day};
use crate::events::zone::DAY;

/// What stands where in a day that is written in numbers alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// Day, month, year; or a month by its name, wherever it stands.
    Day,
    /// Month, day, year.
    Month,
    /// Year, month, day.
    Year,
}

/// Words that may stand around a time and say nothing, in small letters without accents.
const FILLERS: [&[u8]; 19] = [
    b"at", b"um", b"uhr", b"klo", b"kl", b"de", b"del", b"of", b"den", b"the", b"le", b"el", b"il",
    b"o", b"om", b"as", b"t", b"st", b"er",
];

/// Zones that RFC 2822 names, and those of Europe; in minutes.
const ZONES: [(&[u8], i32); 17] = [
    (b"utc", 0),
    (b"gmt", 0),
    (b"z", 0),
    (b"est", -300),
    (b"edt", -240),
    (b"cst", -360),
    (b"cdt", -300),
    (b"mst", -420),
    (b"mdt", -360),
    (b"pst", -480),
    (b"pdt", -420),
    (b"wet", 0),
    (b"west", 60),
    (b"cet", 60),
    (b"cest", 120),
    (b"eet", 120),
    (b"eest", 180),
];

/// What was found in a text so far.
#[derive(Default)]
struct Parts {
    /// The numbers of the day, each with its digits.
    numbers: [(u32, usize); 3],
    count: usize,
    month: Option<u32>,
    /// Whether a number stood before the month's name.
    is_month_late: bool,
    clock: Option<[u32; 4]>,
    is_afternoon: Option<bool>,
    offset: Option<i32>,
    /// Words that are not known: one weekday before all numbers may be.
    strangers: u8,
}

impl Parts {
    fn has_day(&self) -> bool {
        // What looked like a month before three numbers was a weekday.
        self.count == 3 || self.count == 2 && self.month.is_some()
    }
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    parts: Parts,
}

/// What comes after a piece.
enum Next {
    More,
    /// What follows says nothing.
    End,
}

/// What a text holds, whatever the order of its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    numbers: [(u32, usize); 3],
    month: Option<u32>,
    time: Option<i64>,
    offset: Option<i32>,
}

/// Takes a text apart. `None` where it is no time.
#[must_use]
pub fn parts(text: &str) -> Option<Written> {
    let text = text.trim();
    // The longest is what JavaScript prints, with a zone's whole name.
    if text.len() < 6 || text.len() > 90 {
        return None;
    }
    let mut reader = Reader {
        text,
        at: 0,
        parts: Parts::default(),
    };
    while reader.at < text.len() {
        if let Next::End = reader.piece()? {
            break;
        }
    }
    let parts = reader.parts;
    if !parts.has_day() {
        return None;
    }
    let time = match parts.clock {
        Some([hour, minute, second, millis]) => {
            clock(turned(hour, parts.is_afternoon)?, minute, second, millis).map(Some)?
        }
        None if parts.is_afternoon.is_some() || parts.offset.is_some() => return None,
        None => None,
    };
    Some(Written {
        numbers: parts.numbers,
        month: parts.month.filter(|_| parts.count == 2),
        time,
        offset: parts.offset,
    })
}

/// An hour of the half day as one of the day: 12 AM is 0, 12 PM is 12.
fn turned(hour: u32, is_afternoon: Option<bool>) -> Option<u32> {
    Some(match is_afternoon {
        None => hour,
        Some(true) if hour < 12 => hour + 12,
        Some(true) => hour,
        Some(false) if hour == 12 => 0,
        Some(false) if hour > 12 => return None,
        Some(false) => hour,
    })
}

impl Written {
    /// Whether the month is named.
    #[must_use]
    pub const fn has_name(self) -> bool {
        self.month.is_some()
    }

    /// The time, if its day is in this order. `None` where the calendar has no such day.
    #[must_use]
    pub fn ordered(self, order: Order) -> Option<Wall> {
        let [a, b, c] = self.numbers;
        let (y, m, d) = match (self.month, order) {
            (Some(month), _) if a.1 > 2 => (a, (month, 2), b),
            (Some(month), _) => (b, (month, 2), a),
            (None, Order::Day) => (c, b, a),
            (None, Order::Month) => (c, a, b),
            (None, Order::Year) => (a, b, c),
        };
        let year = match y {
            (year, 4) => year,
            (year @ 70.., 2) if order != Order::Year => 1900 + year,
            (year, 2) if order != Order::Year => 2000 + year,
            _ => return None,
        };
        if m.1 > 2 || d.1 > 2 {
            return None;
        }
        let day = day(year, m.0, d.0)?;
        Some(Wall {
            shown: day.number() * DAY + self.time.unwrap_or(0),
            offset: self.offset,
            has_clock: self.time.is_some(),
        })
    }
}

impl Reader<'_> {
    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    fn piece(&mut self) -> Option<Next> {
        match self.byte(self.at) {
            b'0'..=b'9' => self.number()?,
            sign @ (b'+' | b'-') if self.is_offset(sign) => {
                self.parts.offset = iso::offset(self.text.as_bytes().get(self.at..)?)?;
                return Some(Next::End);
            }
            b' ' | b'/' | b'-' | b'.' | b',' => self.at += 1,
            b'(' | b'[' if self.parts.has_day() => return Some(Next::End),
            _ => return self.letter(),
        }
        Some(Next::More)
    }

    /// Whether a sign begins an offset, and does not stand between two parts of a day.
    fn is_offset(&self, sign: u8) -> bool {
        let is_behind = self.parts.clock.is_some() && (sign == b'+' || self.parts.has_day());
        is_behind && self.byte(self.at + 1).is_ascii_digit()
    }

    /// A number: of the day, or the hour with all of the clock.
    fn number(&mut self) -> Option<()> {
        let (value, digits) = self.digits()?;
        let next = self.byte(self.at);
        let more = self.byte(self.at + 1).is_ascii_digit();
        let is_hour = next == b':' || self.parts.has_day() && more && matches!(next, b'.' | b'h');
        if self.parts.clock.is_none() && digits <= 2 && (is_hour && more || self.is_hour_alone()) {
            return self.clock(value);
        }
        let place = self.parts.numbers.get_mut(self.parts.count)?;
        *place = (value, digits);
        self.parts.count += 1;
        Some(())
    }

    /// `5 PM`: an hour without minutes.
    fn is_hour_alone(&self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or("").trim_start();
        let half = matches!(
            rest.as_bytes(),
            [b'a' | b'A' | b'p' | b'P', b'm' | b'M', ..]
        );
        self.parts.has_day() && half
    }

    fn digits(&mut self) -> Option<(u32, usize)> {
        let (mut value, from) = (0, self.at);
        while self.byte(self.at).is_ascii_digit() {
            value = value * 10 + u32::from(self.byte(self.at) - b'0');
            self.at += 1;
            if self.at - from > 4 {
                return None;
            }
        }
        Some((value, self.at - from))
    }

    /// The next two digits of a clock; 0 where it ends.
    fn part_of_clock(&mut self, goes_on: impl Fn(u8) -> bool) -> Option<u32> {
        let between = self.byte(self.at);
        let is_more =
            matches!(between, b':' | b'.' | b'h') && self.byte(self.at + 1).is_ascii_digit();
        if !is_more || !goes_on(between) {
            return Some(0);
        }
        self.at += 1;
        let found = self.digits().filter(|found| found.1 == 2)?;
        Some(found.0)
    }

    fn clock(&mut self, hour: u32) -> Option<()> {
        let between = self.byte(self.at);
        let minute = self.part_of_clock(|_| true)?;
        let second = self.part_of_clock(|byte| byte == between || between == b'h')?;
        let mut clock = [hour, minute, second, 0];
        if matches!(self.byte(self.at), b'.' | b',') {
            let (mut at, mut worth) = (self.at + 1, 100);
            while self.byte(at).is_ascii_digit() {
                clock[3] += u32::from(self.byte(at) - b'0') * worth;
                worth /= 10;
                at += 1;
            }
            self.at = at;
        }
        self.parts.clock = Some(clock);
        Some(())
    }

    /// A word, or a space that is no ASCII.
    fn letter(&mut self) -> Option<Next> {
        let mut word = [0; 16];
        let mut length = 0;
        let rest = self.text.get(self.at..)?;
        let mut end = rest.len();
        for (at, letter) in rest.char_indices() {
            if !letter.is_alphabetic() && !matches!(letter, '\u{300}'..='\u{36f}') {
                end = at;
                break;
            }
            if let Some(letter) = plain(letter) {
                *word.get_mut(length)? = letter;
                length += 1;
            }
        }
        if length == 0 {
            let space = rest.chars().next().filter(|c| c.is_whitespace())?;
            self.at += space.len_utf8();
            return Some(Next::More);
        }
        self.at += end;
        self.word(word.get(..length)?)
    }

    fn word(&mut self, word: &[u8]) -> Option<Next> {
        let zone = ZONES.iter().find(|(name, _)| *name == word);
        if let Some((_, minutes)) = zone.filter(|_| self.parts.clock.is_some()) {
            let rest = self.text.as_bytes().get(self.at..)?;
            let is_more = matches!(rest, [b'+' | b'-', b'0'..=b'9', ..]);
            let more = is_more.then(|| iso::offset(rest));
            self.parts.offset = more.unwrap_or(Some(Some(minutes * 60)))?;
            return Some(if is_more { Next::End } else { Next::More });
        }
        let half = match word {
            b"am" => Some(false),
            b"pm" => Some(true),
            b"a" | b"p" if self.parts.clock.is_some() && self.skips_m() => Some(word == b"p"),
            _ => None,
        };
        if half.is_some() {
            self.parts.is_afternoon = half;
        } else if let Some(found) = month(word).filter(|_| !self.parts.is_month_late) {
            self.parts.is_month_late = self.parts.count > 0 || self.parts.month.is_some();
            self.parts.month = Some(found);
        } else if !FILLERS.contains(&word) && !matches!(word, b"a" | b"nd" | b"rd" | b"th") {
            self.parts.strangers += 1;
            if self.parts.strangers > 1 || self.parts.count > 0 {
                return None;
            }
        }
        Some(Next::More)
    }

    /// Goes over the rest of `a. m.`, with whatever spaces between.
    fn skips_m(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or("");
        let from = rest.trim_start_matches(|c: char| c == '.' || c.is_whitespace());
        let is_m = from.starts_with(['m', 'M']);
        if is_m {
            self.at += rest.len() - from.len() + 1;
        }
        is_m
    }
}
