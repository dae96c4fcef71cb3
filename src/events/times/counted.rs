//! Times that are a number: seconds since 1970 and their parts, and the days of a spreadsheet.

use super::wall::Wall;
use crate::events::zone::{DAY, Millis};

/// What is counted since the beginning of 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    /// Seconds, 10 digits.
    Seconds,
    /// Milliseconds, 13 digits.
    Millis,
    /// Microseconds, 16 digits.
    Micros,
    /// Nanoseconds, 19 digits.
    Nanos,
}

/// From November 1985 on, in seconds; before it, numbers are too short to be told from others.
const FROM: u64 = 500_000_000;
/// Up to December 2099.
const TO: u64 = 4_102_444_800;

/// A number with its fraction in thousandths, and whether it was written with an exponent.
#[derive(Clone, Copy)]
struct Number {
    whole: u64,
    thousandths: u64,
    has_exponent: bool,
}

fn number(text: &[u8]) -> Option<Number> {
    let text = text.trim_ascii();
    let (mut whole, mut at) = (0_u64, 0);
    while let Some(digit) = text.get(at).filter(|b| b.is_ascii_digit()) {
        whole = whole
            .checked_mul(10)?
            .checked_add(u64::from(digit - b'0'))?;
        at += 1;
    }
    let (mut thousandths, mut worth) = (0, 100);
    if at > 0 && matches!(text.get(at), Some(b'.' | b',')) {
        at += 1;
        while let Some(digit) = text.get(at).filter(|b| b.is_ascii_digit()) {
            thousandths += u64::from(digit - b'0') * worth;
            worth /= 10;
            at += 1;
        }
    }
    let has_exponent = at > 0 && matches!(text.get(at), Some(b'e' | b'E'));
    if has_exponent {
        return exponent(text);
    }
    (at > 0 && at == text.len()).then_some(Number {
        whole,
        thousandths,
        has_exponent,
    })
}

/// `1.69E+12`, which a spreadsheet makes of a long number; `1,69E+12` in some countries.
fn exponent(text: &[u8]) -> Option<Number> {
    let text = std::str::from_utf8(text).ok()?.replace(',', ".");
    let value = text.parse::<f64>().ok()?;
    let fits = (0.0..1e19).contains(&value);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "it fits"
    )]
    fits.then(|| Number {
        whole: value as u64,
        thousandths: ((value - value.floor()) * 1000.0) as u64,
        has_exponent: true,
    })
}

/// Whether a number lost its last digits to a spreadsheet.
#[must_use]
pub fn is_rounded(text: &[u8]) -> bool {
    // With ten digits and more behind the point nothing is lost.
    text.len() < 14 && text.iter().any(|b| matches!(b, b'e' | b'E'))
}

impl Count {
    /// How many of it are a second.
    const fn in_second(self) -> u64 {
        match self {
            Self::Seconds => 1,
            Self::Millis => 1_000,
            Self::Micros => 1_000_000,
            Self::Nanos => 1_000_000_000,
        }
    }

    /// Reads a moment. `None` where the number is none or of another size.
    #[must_use]
    pub fn read(self, text: &[u8]) -> Option<Wall> {
        let number = number(text)?;
        let (each, whole) = (self.in_second(), number.whole);
        if !(FROM..TO).contains(&(whole / each)) {
            return None;
        }
        let millis = if each == 1 {
            whole * 1000 + number.thousandths
        } else {
            whole / (each / 1000)
        };
        Some(Wall::utc(Millis::try_from(millis).ok()?))
    }
}

/// Reads the day and time of a spreadsheet: days since 30 December 1899, from 1970 to 2119.
#[must_use]
pub fn serial(text: &[u8]) -> Option<Wall> {
    let text = text.trim_ascii();
    let number = number(text).filter(|n| !n.has_exponent && (25_569..80_000).contains(&n.whole))?;
    let at = text.iter().position(|b| matches!(b, b'.' | b','));
    // A day has 86,400 seconds: three digits are not enough.
    let (mut part, mut worth) = (0.0, 0.1);
    for digit in at.and_then(|at| text.get(at + 1..)).unwrap_or_default() {
        part += f64::from(digit - b'0') * worth;
        worth /= 10.0;
    }
    #[expect(
        clippy::cast_possible_truncation,
        reason = "below the seconds of a day"
    )]
    let seconds = (part * 86_400.0).round() as Millis;
    let days = Millis::try_from(number.whole).ok()? - 25_569;
    Some(Wall {
        shown: days * DAY + seconds * 1000,
        offset: None,
        has_clock: at.is_some(),
    })
}
