//! Shares: `12`, `12.5 %`, `0.12`, `3 of 40`, `3/40`.

use super::numeral;
use super::sense::{Candidates, NotANumber, Sense};
use super::unit::{self, Unit};

/// Reads a share; a number alone is in the unit `own`. A number below 1 without a sign can be a percentage or a part of
/// the whole.
pub fn read(text: &str, own: Unit) -> Candidates {
    match text {
        "none" => return Ok(vec![(0.0, Sense::Clear)]),
        "all" => return Ok(vec![(own.count(1.0, 100.0), Sense::Clear)]),
        _ => {}
    }
    let (numbers, rest) = numeral::take_any(text).ok_or(NotANumber::Unreadable)?;
    if let Some(whole) = whole(rest) {
        let part = count(&numbers);
        return Ok(vec![(own.count(part / whole, 100.0), Sense::Clear)]);
    }
    let size = match (rest, unit::share(rest)) {
        ("", _) => own.size,
        (_, Some(size)) => size,
        _ if unit::is_unit(rest) || unit::rate(rest).is_some() => {
            return Err(NotANumber::OtherUnit);
        }
        _ => return Err(NotANumber::Unreadable),
    };
    Ok(match numbers[..] {
        [(part, _)] if rest.is_empty() && part != 0.0 && part.abs() < 1.0 => {
            vec![
                (part, Sense::Percent),
                (own.count(part, 100.0), Sense::Part),
            ]
        }
        _ => numbers
            .iter()
            .map(|(n, sense)| (own.count(*n, size), *sense))
            .collect(),
    })
}

/// The number behind `of`, where there is one above 0 and nothing else.
fn whole(text: &str) -> Option<f64> {
    let mut before = ["/", "of ", "out of ", "in ", "from "].iter();
    let rest = before.find_map(|word| text.strip_prefix(word))?;
    let (numbers, what) = numeral::take_any(rest.trim_start())?;
    Some(count(&numbers)).filter(|whole| *whole > 0.0 && unit::is_noun(what))
}

/// Counts are whole: `1,250` is 1250.
fn count(numbers: &numeral::Numbers) -> f64 {
    numbers.first().map_or(0.0, |(n, _)| *n)
}
