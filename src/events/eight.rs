//! Eight bytes at a time.

/// The same byte eight times is that byte times this.
pub const ONES: u64 = 0x0101_0101_0101_0101;
/// The highest bit of each byte.
pub const HIGH: u64 = ONES << 7;
const LOW: u64 = 0x7f7f_7f7f_7f7f_7f7f;

/// The highest bit of each byte that is 0.
#[inline]
pub const fn zeros(word: u64) -> u64 {
    !(((word & LOW) + LOW) | word | LOW)
}

/// The highest bit of each byte that is 0, of some that are 1 behind one that is 0, and whatever the other bits are:
/// for those who look again at what is found.
#[inline]
pub const fn borrows(word: u64) -> u64 {
    word.wrapping_sub(ONES) & !word
}

/// The first place from one on that has one of two bytes; the length where there is none.
#[inline]
pub fn find(bytes: &[u8], from: usize, one: u8, other: u8) -> usize {
    let mut at = from;
    while let Some(word) = word(bytes, at) {
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

/// Whether the bytes are the same. Where nothing else compares eight bytes at a time, this does.
#[inline]
#[must_use]
pub fn are_same(one: &[u8], other: &[u8]) -> bool {
    if one.len() != other.len() {
        return false;
    }
    let mut at = 0;
    while let (Some(eight), Some(others)) = (word(one, at), word(other, at)) {
        if eight != others {
            return false;
        }
        at += 8;
    }
    // Those behind the last eight, together with some that were looked at.
    match (one.last_chunk(), other.last_chunk()) {
        (Some(one), Some(other)) => u64::from_le_bytes(*one) == u64::from_le_bytes(*other),
        _ => one == other,
    }
}

/// The eight bytes from a place on.
#[inline]
fn word(bytes: &[u8], at: usize) -> Option<u64> {
    let eight = bytes.get(at..)?.first_chunk()?;
    Some(u64::from_le_bytes(*eight))
}

#[cfg(test)]
mod tests {
    use super::are_same;

    #[test]
    fn texts_are_the_same_if_all_their_bytes_are() {
        let long = "a revision of forty letters, or another";
        for length in 0..long.len() {
            let text = &long[..length];
            let copy = String::from(text);
            assert!(are_same(text.as_bytes(), copy.as_bytes()));
            assert!(!are_same(text.as_bytes(), &long.as_bytes()[..=length]));
            for at in 0..length {
                let mut other = text.to_owned();
                other.replace_range(at..=at, "#");
                assert!(!are_same(text.as_bytes(), other.as_bytes()), "{other}");
            }
        }
    }
}
