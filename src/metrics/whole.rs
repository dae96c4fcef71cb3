//! Counts: of hands, of minutes, of what a calculator divides.

use super::reading::{NotANumber, Read, Reading, read_in};

/// Reads a whole number from `low` to `high` in `unit`, such as `people` or `min`.
///
/// # Errors
/// [`NotANumber`] when it is none.
pub fn read_whole(unit: &str, [low, high]: [u32; 2], text: &str) -> Result<u32, NotANumber> {
    let reading = counted(read_in(unit, [low.into(), high.into()], text)?)?;
    let value = reading.value;
    if value.fract() != 0.0 {
        return Err(NotANumber::NotWhole);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, and between two such numbers"
    )]
    Ok(value as u32)
}

/// Reads a count for a calculator, 0 or more. It may have decimals, as 7.5 hours have; where the
/// marks leave it open, it is whole: `1,250` is 1250.
///
/// # Errors
/// [`NotANumber`] when it is none.
pub fn read_count(text: &str) -> Result<f64, NotANumber> {
    const MOST: f64 = 1e12;
    Ok(counted(read_in("", [0.0, MOST], text)?)?.value)
}

/// Of two readings the whole one. A bound is no count.
fn counted(read: Read) -> Result<Reading, NotANumber> {
    let reading = match read {
        Read::Either([one, other]) if one.value.fract() != 0.0 => other,
        Read::One(one) | Read::Either([one, _]) => one,
    };
    match reading.bound {
        Some(bound) => Err(NotANumber::Open(bound)),
        None => Ok(reading),
    }
}
