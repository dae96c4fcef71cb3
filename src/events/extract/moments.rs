//! The moments of one column, and what is doubtful about them.

use crate::events::extract::extracted::Doubt;
use crate::events::role::Role;
use crate::events::table::Table;
use crate::events::zone::{Millis, Zone};

/// Before 1971 is what tools write where there is no time: the year 1, or the beginning of 1970.
const EARLIEST: Millis = 365 * DAY;
/// A day.
const DAY: Millis = 86_400_000;
/// From how many moments on it is no accident that all are equal, or all at midnight.
const MANY: usize = 3;

/// The moments of one column.
pub struct Moments<'a> {
    zone: &'a Zone,
    is_utc: bool,
    read: usize,
    not_times: usize,
    without_zone: usize,
    at_midnight: usize,
    first: Option<Millis>,
    all_equal: bool,
}

impl<'a> Moments<'a> {
    /// The moments of a column of a table. Times without a zone are in the one given, or in UTC.
    pub fn new(_table: &Table, _column: usize, zone: &'a Zone, is_utc: bool) -> Self {
        Self {
            zone,
            is_utc,
            read: 0,
            not_times: 0,
            without_zone: 0,
            at_midnight: 0,
            first: None,
            all_equal: true,
        }
    }

    /// Reads a cell that is not empty. Where it holds several, the one at a place, or the earliest.
    pub fn read(&mut self, text: &str, place: Option<usize>) -> Option<Millis> {
        let found = self.one(text).or_else(|| self.of_list(text, place));
        let Some(moment) = found else {
            self.not_times += usize::from(!is_nothing(text));
            return None;
        };
        if moment < EARLIEST {
            return None;
        }
        self.read += 1;
        self.at_midnight +=
            usize::from((moment + i64::from(self.zone.offset_at(moment)) * 1000) % DAY == 0);
        match self.first {
            None => self.first = Some(moment),
            Some(first) => self.all_equal &= first / 1000 == moment / 1000,
        }
        Some(moment)
    }

    /// Reads one of several.
    fn of_list(&mut self, text: &str, place: Option<usize>) -> Option<Millis> {
        let mut each = text.split([',', ';', '\n', '|', '\u{1f}']);
        match place {
            Some(place) => self.one(each.nth(place)?.trim()),
            None => each
                .filter_map(|one| self.one(one.trim()))
                .filter(|moment| *moment >= EARLIEST)
                .min(),
        }
    }

    /// Reads one.
    fn one(&mut self, text: &str) -> Option<Millis> {
        let (shown, offset) = iso(text)?;
        let seconds = match offset {
            Some(seconds) => seconds,
            None if self.is_utc => 0,
            None => {
                self.without_zone += 1;
                self.zone.offset_at(shown)
            }
        };
        Some(shown - i64::from(seconds) * 1000)
    }

    /// Says what is doubtful.
    pub fn doubts(&self, role: Role, doubts: &mut Vec<Doubt>) {
        if self.not_times > 0 {
            doubts.push(Doubt::NotTimes {
                role,
                cells: self.not_times,
            });
        }
        if self.without_zone > 0 {
            doubts.push(Doubt::ZoneAssumed(role));
        }
        if self.read >= MANY && self.at_midnight == self.read {
            doubts.push(Doubt::DatesOnly(role));
        } else if self.read >= MANY && self.all_equal {
            doubts.push(Doubt::AllEqual(role));
        }
    }
}

/// Whether a cell holds what tools write where there is nothing.
fn is_nothing(text: &str) -> bool {
    matches!(
        text.trim(),
        "" | "-" | "—" | "null" | "NULL" | "None" | "nil" | "n/a" | "N/A"
    )
}

/// Reads a duration that is written as a date since the beginning of 1970, in milliseconds.
pub fn since_1970(text: &str) -> Option<f64> {
    let (shown, _) = iso(text)?;
    #[expect(clippy::cast_precision_loss, reason = "exact up to 285,000 years")]
    Some(shown as f64)
}

/// Reads a time as ISO 8601 has it, and epoch milliseconds: what its clock shows, and its offset in seconds.
pub fn iso(text: &str) -> Option<(Millis, Option<i32>)> {
    let text = text.trim().as_bytes();
    if text.len() == 13 && text.iter().all(u8::is_ascii_digit) {
        return Some((digits(text, 0, 13)?, Some(0)));
    }
    let (year, month, day) = (
        digits(text, 0, 4)?,
        digits(text, 5, 2)?,
        digits(text, 8, 2)?,
    );
    if *text.get(4)? != b'-' {
        return None;
    }
    let shifted = year - i64::from(month <= 2);
    let days = shifted * 365 + shifted / 4 - shifted / 100
        + shifted / 400
        + ((month + 9) % 12 * 153 + 2) / 5
        + day
        - 1
        - 719_468;
    if text.len() == 10 {
        return Some((days * DAY, None));
    }
    let seconds =
        digits(text, 11, 2)? * 3600 + digits(text, 14, 2)? * 60 + digits(text, 17, 2).unwrap_or(0);
    let mut rest = text.get(19..).unwrap_or(b"");
    let mut millis = 0;
    if let Some((b'.', more)) = rest.split_first() {
        let count = more.iter().take_while(|byte| byte.is_ascii_digit()).count();
        for place in 0..3 {
            millis = millis * 10
                + more
                    .get(place)
                    .filter(|_| place < count)
                    .map_or(0, |byte| i64::from(byte - b'0'));
        }
        rest = &more[count..];
    }
    let offset = match rest.trim_ascii() {
        [] => None,
        [b'Z', ..] | [b'U', ..] => Some(0),
        [sign, rest @ ..] => {
            let minutes = digits(rest, 0, 2)? * 60 + digits(rest, rest.len().checked_sub(2)?, 2)?;
            let seconds = i32::try_from(minutes * 60).ok()?;
            Some(if *sign == b'-' { -seconds } else { seconds })
        }
    };
    Some((days * DAY + seconds * 1000 + millis, offset))
}

/// Reads digits.
fn digits(text: &[u8], from: usize, count: usize) -> Option<i64> {
    text.get(from..from + count)?
        .iter()
        .try_fold(0, |sum, byte| {
            byte.is_ascii_digit()
                .then(|| sum * 10 + i64::from(byte - b'0'))
        })
}
