//! Reading plain decimal numbers.

/// Reads an optional minus, digits, and optionally a point with more digits: `-12`, `0.04`, `.5`.
///
/// Takes at most 15 digits, because then the result is exactly the nearest number there is: both
/// the digits as a whole number and the power of ten are exact, and one division rounds once
/// (Clinger, *How to Read Floating Point Numbers Accurately*, 1990). Longer numbers are no
/// measurements; the standard library's reader takes them and 12 kB of tables on the wire.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mut whole, mut count, mut decimals) = (0_u64, 0, None);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                whole = whole * 10 + u64::from(byte - b'0');
                count += 1;
                decimals = decimals.map(|n: i32| n + 1);
            }
            b'.' if decimals.is_none() => decimals = Some(0),
            _ => return None,
        }
        if count > 15 {
            return None;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "15 digits are exact")]
    let value = whole as f64 / 10_f64.powi(decimals.unwrap_or(0));
    (count > 0).then_some(if negative { -value } else { value })
}
