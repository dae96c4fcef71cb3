//! Plain decimal numbers, read and written as people do.

/// Numbers from here on, either side of 0, cannot be written with 15 digits.
pub const TOO_LARGE: f64 = 1e15;

/// Reads an optional minus, digits, and optionally a point with more digits: `-12`, `0.04`, `.5`.
///
/// Takes at most 15 digits, zeros before them not counted, and 22 decimals, because then the result
/// is exactly the nearest number there is: both the digits as a whole number and the power of ten
/// are exact, and one division rounds once (Clinger, *How to Read Floating Point Numbers
/// Accurately*, 1990). Longer numbers are no measurements; the standard library's reader takes them
/// and 12 kB of tables on the wire.
#[must_use]
pub fn read(text: &str) -> Option<f64> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (mut whole, mut count, mut decimals, mut is_any) = (0_u64, 0, None, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                whole = whole * 10 + u64::from(byte - b'0');
                count += u8::from(whole > 0);
                decimals = decimals.map(|n: i32| n + 1);
                is_any = true;
            }
            b'.' if decimals.is_none() => decimals = Some(0),
            _ => return None,
        }
        if count > 15 || decimals > Some(22) {
            return None;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "15 digits are exact")]
    let value = whole as f64 / 10_f64.powi(decimals.unwrap_or(0));
    is_any.then_some(if negative { -value } else { value })
}

/// Reads any number of JSON, such as `6.02e23`, as its first 15 digits say it. What a file should
/// keep as it stands is kept as text.
#[must_use]
pub fn read_any(text: &str) -> Option<f64> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let mut exponent: i32 = exponent.parse().ok()?;
    let (negative, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, mantissa),
    };
    let (mut whole, mut count, mut is_behind) = (0_u64, 0, false);
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' if count < 15 => {
                whole = whole * 10 + u64::from(byte - b'0');
                // Zeros in front are none of the 15.
                count += i32::from(whole > 0);
                exponent = exponent.saturating_sub(i32::from(is_behind));
            }
            b'0'..=b'9' => exponent = exponent.saturating_add(i32::from(!is_behind)),
            b'.' if !is_behind => is_behind = true,
            _ => return None,
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "15 digits are exact")]
    let whole = whole as f64;
    let value = if exponent < 0 {
        whole / 10_f64.powi(exponent.saturating_neg())
    } else {
        whole * 10_f64.powi(exponent)
    };
    Some(if negative { -value } else { value })
}

/// The nearest number of at most 15 digits, which writing and reading never changes again.
#[must_use]
pub fn settle(value: f64) -> f64 {
    read_any(&write(value)).unwrap_or(value)
}

/// Writes a number with as few digits as tell it from its neighbours, at most 15: what [`read`]
/// read comes out as it went in.
#[must_use]
#[expect(clippy::float_cmp, reason = "the very number is what it looks for")]
pub fn write(value: f64) -> String {
    if value.is_nan() {
        return "not a number".to_owned();
    }
    if value.abs() >= TOO_LARGE {
        return if value > 0.0 {
            "over 10^15"
        } else {
            "below -10^15"
        }
        .to_owned();
    }
    let sign = if value < 0.0 { "-" } else { "" };
    let value = value.abs();
    let (mut scale, mut decimals, mut digits) = (1.0, 0, value.round());
    // Stops at the digits that mean this very number, or at the last that fit.
    while digits / scale != value && value * scale * 10.0 < TOO_LARGE && decimals < 15 {
        scale *= 10.0;
        decimals += 1;
        digits = (value * scale).round();
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole, 0 or more, at most 10^15"
    )]
    let (digits, scale) = (digits as u64, scale as u64);
    let (whole, mut rest) = (digits / scale, digits % scale);
    while rest > 0 && rest % 10 == 0 {
        rest /= 10;
        decimals -= 1;
    }
    match (whole, rest) {
        (0, 0) => "0".to_owned(),
        (_, 0) => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{rest:0decimals$}"),
    }
}
