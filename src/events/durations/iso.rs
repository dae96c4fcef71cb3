//! Durations as ISO 8601 has them.

use crate::events::numbers::{Decimal, value};

/// Reads `P1DT2H3M4.5S`, `P2W`, `PT0S`. Years and months have no fixed length, and are not read.
pub fn read(text: &str) -> Option<f64> {
    let mut rest = text.strip_prefix(['P', 'p'])?;
    let (mut seconds, mut is_time, mut parts) = (0.0, false, 0);
    while !rest.is_empty() {
        if let Some(behind) = rest.strip_prefix(['T', 't']).filter(|_| !is_time) {
            (is_time, rest) = (true, behind);
            continue;
        }
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        let (number, behind) = rest.split_at(end);
        let decimal = if number.contains(',') {
            Decimal::Comma
        } else {
            Decimal::Point
        };
        let one = match (behind.as_bytes()[0].to_ascii_uppercase(), is_time) {
            (b'W', false) => 604_800.0,
            (b'D', false) => 86_400.0,
            (b'H', true) => 3600.0,
            (b'M', true) => 60.0,
            (b'S', true) => 1.0,
            _ => return None,
        };
        seconds += value(number, decimal)? * one;
        parts += 1;
        rest = &behind[1..];
    }
    (parts > 0).then_some(seconds)
}
