//! Durations that look like the time of a clock.

use crate::events::numbers::{Decimal, value};
use crate::events::times::TimeFormat;

/// Reads `1:02:03.5`, of which the last part is the seconds, with three parts; with two, `1:02`. Days may
/// stand before three: `1:04:00:00`, `1.04:00:00`.
pub fn read(text: &str, parts: usize) -> Option<f64> {
    let mut all = [0.0; 4];
    let mut count = 0;
    for part in text.split(':') {
        *all.get_mut(count)? = value(part, Decimal::Point).filter(|part| *part >= 0.0)?;
        count += 1;
    }
    let digits =
        |part: &str| part.len() >= 2 && part.as_bytes()[..2].iter().all(u8::is_ascii_digit);
    // All but the first have two digits, and are less than a whole of the one before.
    let is_even = text.split(':').skip(1).all(digits) && !text.contains(['e', 'E', '-', '+', ' ']);
    let seconds = match (count, parts) {
        (2, 2) if all[1] < 60.0 => all[0] * 60.0 + all[1],
        (3, 3) if all[1] < 60.0 && all[2] < 60.0 => hours(text)? + all[1] * 60.0 + all[2],
        (4, 3) if all[1] < 24.0 && all[2] < 60.0 && all[3] < 60.0 => {
            all[0] * 86_400.0 + all[1] * 3600.0 + all[2] * 60.0 + all[3]
        }
        _ => return None,
    };
    is_even.then_some(seconds)
}

/// The seconds of the hours, with days before a point, as .NET writes them.
fn hours(text: &str) -> Option<f64> {
    let (first, _) = text.split_once(':')?;
    match first.split_once('.') {
        Some((days, hours)) => {
            let hours = value(hours, Decimal::Point).filter(|hours| *hours < 24.0)?;
            Some(value(days, Decimal::Point)? * 86_400.0 + hours * 3600.0)
        }
        None => Some(value(first, Decimal::Point)? * 3600.0),
    }
}

/// Reads how far after the beginning of 1970 a moment is, if that is less than ten years.
pub fn since_1970(text: &str) -> Option<f64> {
    const TEN_YEARS: f64 = 3652.0 * 86_400.0;
    if text == "1970-01-01 00:00:00" || text == "1970-01-01T00:00:00Z" {
        return Some(0.0);
    }
    let wall = TimeFormat::Iso.read(text).filter(|wall| wall.has_clock)?;
    // A shorter duration than 24 days fits 32 bits; a longer one loses nothing either.
    #[expect(clippy::cast_precision_loss, reason = "below ten years")]
    let seconds = wall.shown as f64 / 1000.0;
    (0.0..TEN_YEARS).contains(&seconds).then_some(seconds)
}
