//! Eight bytes at a time.

/// The same byte eight times is that byte times this.
pub const ONES: u64 = 0x0101_0101_0101_0101;
const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;

/// The highest bit of each byte that is 0.
#[inline]
pub const fn zeros(word: u64) -> u64 {
    !(((word & LOW) + LOW) | word | LOW)
}

/// The first place from one on that has one of two bytes; the length where there is none.
#[inline]
pub fn find(bytes: &[u8], from: usize, one: u8, other: u8) -> usize {
    let mut at = from;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let word = u64::from_le_bytes(*eight);
        let found = zeros(word ^ (ONES * u64::from(one))) | zeros(word ^ (ONES * u64::from(other)));
        if found != 0 {
            return at + (found.trailing_zeros() / 8) as usize;
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    let found = rest.iter().position(|byte| *byte == one || *byte == other);
    at + found.unwrap_or(rest.len())
}
