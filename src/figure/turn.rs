//! Sine and cosine, as exact as a screen needs.

use std::f64::consts::TAU;

/// Sine and cosine of so many full turns, clockwise from the top when read as right and up. Exact
/// to 12 decimals.
///
/// The standard library's are exact to 16, with 8 kB of wasm for angles that no chart has.
#[must_use]
pub fn turn(turns: f64) -> (f64, f64) {
    let angle = (turns - turns.round()) * TAU;
    // The two series taken together: each term is the one before times angle / n.
    let (mut sin, mut cos) = (0.0, 0.0);
    let mut term = 1.0;
    for n in 0..26_u8 {
        let sum = if n % 2 == 0 { &mut cos } else { &mut sin };
        *sum += if n % 4 < 2 { term } else { -term };
        term *= angle / f64::from(n + 1);
    }
    (sin, cos)
}
