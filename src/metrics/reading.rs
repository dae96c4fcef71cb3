//! Reading numbers as people type them: `1,5 h`, `2 d 4 h`, `12 %`, `3 per day`, `< 1 h`.
//!
//! What can be read in two ways is given in two ways, for somebody to choose; a way that lies
//! outside the range is none.

mod numeral;
mod plain;
mod rate;
mod sense;
mod share;
mod time;
mod unit;

pub use sense::{Bound, NotANumber, Sense};
pub use unit::Kind;

use crate::model::{Metric, decimal};
use sense::Ways;

/// One way to read a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reading {
    /// The value, in the unit that was asked for.
    pub value: f64,
    /// What makes it another than the other way.
    pub sense: Sense,
    /// On which side of the value the true one lies, where the text leaves that open.
    pub bound: Option<Bound>,
}

/// What a typed text means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Read {
    /// This.
    One(Reading),
    /// One of these, and the text does not tell which.
    Either([Reading; 2]),
}

/// The kind of a metric's unit, and so which forms are understood.
#[must_use]
pub fn kind(unit: &str) -> Kind {
    unit::unit(unit).kind
}

/// How many minutes `value` is in a unit of time. `None` for any other unit.
#[must_use]
pub fn minutes(unit: &str, value: f64) -> Option<f64> {
    let own = unit::unit(unit);
    (own.kind == Kind::Time).then_some(value * own.size)
}

/// Reads what was typed as a value in the metric's unit. A number alone is in that unit; with a
/// unit of the same kind it is converted.
///
/// A bound, as in `< 1 h`, is taken only where it does not flatter: what the text leaves open reads
/// the same level as the bound, or a better one.
///
/// # Errors
/// [`NotANumber`] when it cannot be read or lies outside the metric's range.
pub fn read_number(metric: &Metric, text: &str) -> Result<Read, NotANumber> {
    let read = read_in(&metric.unit, metric.range, text)?;
    let (Read::One(reading) | Read::Either([reading, _])) = read;
    let is_open = |reading: &Reading| leaves_open(metric, reading) == Some(Beyond::Worse);
    let is_any_open = match &read {
        Read::One(reading) => is_open(reading),
        Read::Either(both) => both.iter().any(is_open),
    };
    match reading.bound {
        Some(bound) if is_any_open => Err(NotANumber::Open(bound)),
        _ => Ok(read),
    }
}

/// The same for any unit and range, lowest and highest.
///
/// # Errors
/// [`NotANumber`] when it cannot be read or lies outside the range.
pub fn read_in(unit: &str, range: [f64; 2], text: &str) -> Result<Read, NotANumber> {
    let text = plain::plain(text).ok_or(NotANumber::Unreadable)?;
    if NOT_KNOWN.contains(&text.as_str()) {
        return Err(NotANumber::NotKnown);
    }
    if plain::is_range(&text) {
        return Err(NotANumber::Range);
    }
    let (bound, text) = plain::exact(&text).ok_or(NotANumber::Unreadable)?;
    if text.is_empty() {
        return Err(NotANumber::Unreadable);
    }
    let own = unit::unit(unit);
    let ways = match own.kind {
        Kind::Time | Kind::Work => time::read(&text, own),
        Kind::Rate => rate::read(&text, own),
        Kind::Share => share::read(&text, own),
        Kind::Other => other(&text, unit),
    }?;
    let [low, high] = range;
    let reading = |(value, sense)| {
        let value = decimal::settle(value);
        // Out of range is what nobody means.
        (value >= low && value <= high).then_some(Reading {
            value,
            sense,
            bound,
        })
    };
    match (reading(ways.first), ways.second.and_then(reading)) {
        (Some(one), Some(other)) if one.value.to_bits() != other.value.to_bits() => {
            Ok(Read::Either([one, other]))
        }
        (one, other) => one
            .or(other)
            .map(Read::One)
            .ok_or(NotANumber::OutOfRange(low, high)),
    }
}

/// What people write for a number that they do not have.
const NOT_KNOWN: [&str; 8] = ["?", "??", "-", "--", "n/a", "unknown", "don't know", "tbd"];

/// A number with a unit that we know nothing of but its name.
fn other(text: &str, unit: &str) -> Result<Ways, NotANumber> {
    let (number, rest) = numeral::take_any(text).ok_or(NotANumber::Unreadable)?;
    let own = plain::plain(unit).unwrap_or_default();
    if rest.is_empty() || unit::is_own(rest, &own) {
        Ok(number)
    } else if unit::is_unit(rest) || unit::rate(rest).is_some() {
        Err(NotANumber::OtherUnit)
    } else {
        Err(NotANumber::Unreadable)
    }
}

/// How a value that a bound leaves open compares with the bound itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// All of them read the same level.
    Same,
    /// Some read a better level.
    Better,
    /// Some read a worse level.
    Worse,
}

/// What the metric makes of the values that a bound leaves open. `None` for a reading without one.
#[must_use]
pub fn leaves_open(metric: &Metric, reading: &Reading) -> Option<Beyond> {
    let [low, high] = metric.range;
    let far = match reading.bound? {
        Bound::Most => low,
        Bound::Least => high,
    };
    let (near, far) = (
        super::level_of(metric, reading.value)?,
        super::level_of(metric, far)?,
    );
    Some(match far.cmp(&near) {
        std::cmp::Ordering::Less => Beyond::Worse,
        std::cmp::Ordering::Equal => Beyond::Same,
        std::cmp::Ordering::Greater => Beyond::Better,
    })
}
