//! Shares: `12`, `12.5 %`, `0.12`, `3 of 40`, `3/40`.

use super::numeral;
use super::sense::{NotANumber, Sense, Ways};
use super::unit::{self, Unit};

/// Reads a share; a number alone is in the unit `own`. A number below 1 without a sign can be a
/// percentage or a part of the whole.
pub fn read(text: &str, own: Unit) -> Result<Ways, NotANumber> {
    let of_all = |part: f64| own.count(part, 100.0);
    match text {
        "none" => return Ok(Ways::one(0.0)),
        "half" => return Ok(Ways::one(of_all(0.5))),
        "all" => return Ok(Ways::one(of_all(1.0))),
        _ => {}
    }
    let (number, rest) = numeral::take_any(text).ok_or(NotANumber::Unreadable)?;
    let (value, _) = number.first;
    if let Some(whole) = whole(rest) {
        return Ok(Ways::one(of_all(value / whole)));
    }
    if rest.is_empty() {
        let is_part = value != 0.0 && value.abs() < 1.0;
        let part = (of_all(value), Sense::Part);
        return Ok(if is_part {
            Ways::either((value, Sense::Percent), part)
        } else {
            number
        });
    }
    match unit::share(rest) {
        Some(size) => Ok(number.map(&|n| own.count(n, size))),
        None if unit::is_unit(rest) || unit::rate(rest).is_some() => Err(NotANumber::OtherUnit),
        None => Err(NotANumber::Unreadable),
    }
}

/// The number behind `of`, where there is one above 0. It is a count, and so whole: `1,250` is 1250.
fn whole(text: &str) -> Option<f64> {
    let mut before = ["/", "of ", "out of ", "in ", "from "].iter();
    let rest = before.find_map(|word| text.strip_prefix(word))?;
    let (number, what) = numeral::take_any(rest.trim_start())?;
    let (whole, _) = number.first;
    (whole > 0.0 && unit::is_noun(what)).then_some(whole)
}
