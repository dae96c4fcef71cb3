//! Bytes as hexadecimal digits.

/// Two small digits for each byte.
pub fn hex<'b>(bytes: impl IntoIterator<Item = &'b u8>) -> String {
    let digit = |half: u8| char::from_digit(half.into(), 16);
    let digits = bytes
        .into_iter()
        .flat_map(|b| [digit(b >> 4), digit(b & 15)]);
    digits.flatten().collect()
}
