//! Texts that tell things apart, as digests: there may be a million of them.

use super::eight::ONES;
use std::num::NonZeroU64;

/// A text that tells things apart, as its digest. Upper and lower case are the same, and so is space
/// around it. A revision counts by its first 12 letters and is at least 7 long, so that a short one is found.
///
/// It may stand at any even place, so that what holds some is no larger than they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(Rust, packed(2))]
pub struct Key(pub NonZeroU64);

/// An odd number whose bits look like chance.
const STIR: u64 = 0x9E37_79B9_7F4A_7C15;
/// What the last 16 bits of a revision's key begin with; the rest of them is how many letters it has.
const REVISION: u64 = 0xA500;
/// How many letters of a revision count.
const LETTERS: usize = 12;
/// How many letters make a revision: what git abbreviates to.
const SHORTEST: usize = 7;

impl Key {
    /// Returns the key of an id or a name; `None` where the text is empty.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        Self::of_bytes(text.as_bytes())
    }

    /// The same of bytes.
    #[must_use]
    pub fn of_bytes(text: &[u8]) -> Option<Self> {
        let text = text.trim_ascii();
        if text.is_empty() {
            return None;
        }
        let mut sum = text.len() as u64;
        let mut chunks = text.chunks_exact(8);
        for chunk in &mut chunks {
            let mut eight = [0; 8];
            eight.copy_from_slice(chunk);
            sum = stir(sum, lower(u64::from_le_bytes(eight)));
        }
        Some(Self::from(stir(sum, lower(rest(text)))))
    }

    /// Returns the key of a name. Jenkins calls a build after its job and its number: `deploy-tides #7`.
    #[must_use]
    pub fn name(text: &str) -> Option<Self> {
        let number = text.bytes().position(|byte| byte == b'#');
        let number = number.filter(|at| *at > 0);
        Self::of(number.map_or(text, |at| &text[..at]))
    }

    /// Returns the key of a sha, a tag or a version; `None` where the text is empty. What stands before a
    /// tag or branch (`refs/tags/`) does not count.
    #[must_use]
    pub fn revision(text: &str) -> Option<Self> {
        Self::of_revision(text.as_bytes())
    }

    /// The same of bytes. A call costs as much as what is done.
    #[must_use]
    #[inline(always)]
    pub fn of_revision(text: &[u8]) -> Option<Self> {
        match long(text) {
            Some(digits) => Some(Self::from(digits << 16 | REVISION | LETTERS as u64)),
            None => Self::of_any_revision(text.trim_ascii()),
        }
    }

    #[inline(never)]
    fn of_any_revision(text: &[u8]) -> Option<Self> {
        let digits = if text.len() < LETTERS {
            short(text)
        } else {
            long(text)
        };
        let Some(digits) = digits else {
            let bare = text.strip_prefix(b"refs/tags/");
            return Self::of_bytes(bare.or(text.strip_prefix(b"refs/heads/")).unwrap_or(text));
        };
        let letters = text.len().min(LETTERS) as u64;
        Some(Self::from(digits << 16 | REVISION | letters))
    }

    /// Returns the key of two things together.
    #[must_use]
    pub fn with(self, other: Option<Self>) -> Self {
        other.map_or(self, |other| Self::from(stir(self.0.get(), other.0.get())))
    }

    /// Returns how many hexadecimal letters of a revision this holds, from 7 to 12; `None` for other texts.
    #[must_use]
    pub fn letters(self) -> Option<u32> {
        let letters = self.0.get() & 0xFF;
        (self.0.get() & 0xFF00 == REVISION && (7..=12).contains(&letters))
            .then_some(u32::try_from(letters).unwrap_or(12))
    }

    /// Whether both are the same revision, be one of them shortened.
    #[must_use]
    pub fn agrees(self, other: Self) -> bool {
        let (Some(one), Some(two)) = (self.letters(), other.letters()) else {
            return self == other;
        };
        (self.0.get() ^ other.0.get()) >> (64 - 4 * one.min(two)) == 0
    }
}

impl From<u64> for Key {
    fn from(sum: u64) -> Self {
        Self(NonZeroU64::new(sum).unwrap_or(NonZeroU64::MIN))
    }
}

/// The bytes behind the last eight whole ones, the last one lowest.
#[inline]
pub fn rest(text: &[u8]) -> u64 {
    let bits = 8 * (text.len() % 8);
    if let Some(last) = text.last_chunk() {
        return u64::from_be_bytes(*last) & ((1 << bits) - 1);
    }
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        let (first, last) = (u32::from_be_bytes(*first), u32::from_be_bytes(*last));
        return u64::from(first) << (bits - 32) | u64::from(last);
    }
    text.iter()
        .fold(0, |rest, byte| rest << 8 | u64::from(*byte))
}

/// The first 12 letters of a revision as their numbers, each in four bits; `None` where the text is none, or has fewer.
#[inline(always)]
fn long(text: &[u8]) -> Option<u64> {
    let (first, _) = text.split_first_chunk::<LETTERS>()?;
    if !are_hex(text) {
        return None;
    }
    let (one, two) = (hex(*first.first_chunk()?), hex(*first.last_chunk()?));
    Some(one << 16 | two & 0xffff)
}

/// Whether letters, of which there are at least eight, are hexadecimal. Some are looked at twice.
#[cfg(target_feature = "simd128")]
#[inline]
fn are_hex(text: &[u8]) -> bool {
    use core::arch::wasm32::{
        i8x16_sub, u8x16_all_true, u8x16_lt, u8x16_splat, u64x2, v128_and, v128_or,
    };
    let hexes = |one: &[u8; 8], other: &[u8; 8]| {
        let bytes = u64x2(u64::from_le_bytes(*one), u64::from_le_bytes(*other));
        let digits = u8x16_lt(i8x16_sub(bytes, u8x16_splat(b'0')), u8x16_splat(10));
        let small = v128_or(bytes, u8x16_splat(32));
        let letters = u8x16_lt(i8x16_sub(small, u8x16_splat(b'a')), u8x16_splat(6));
        v128_or(digits, letters)
    };
    let sixteen = |all: &[u8; 16]| {
        let (eights, _) = all.as_chunks::<8>();
        hexes(&eights[0], &eights[1])
    };
    let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) else {
        return false;
    };
    let Some(end) = text.last_chunk::<16>() else {
        return u8x16_all_true(hexes(first, last));
    };
    let mut all = sixteen(end);
    for one in text.as_chunks::<16>().0 {
        all = v128_and(all, sixteen(one));
    }
    u8x16_all_true(all)
}

/// The same, eight at a time.
#[cfg(not(target_feature = "simd128"))]
#[inline]
fn are_hex(text: &[u8]) -> bool {
    let (eights, _) = text.as_chunks::<8>();
    let last = text.last_chunk::<8>();
    let mut are_hex = last.map_or(0, |last| hexes(*last));
    for eight in eights {
        are_hex &= hexes(*eight);
    }
    are_hex == ONES << 7
}

/// The same of fewer letters.
fn short(text: &[u8]) -> Option<u64> {
    let mut digits = 0;
    for byte in text {
        digits = digits << 4 | u64::from(char::from(*byte).to_digit(16)?);
    }
    (text.len() >= SHORTEST).then(|| digits << (4 * (LETTERS - text.len())))
}

/// The highest bit of each letter that is hexadecimal.
#[cfg(not(target_feature = "simd128"))]
#[inline]
const fn hexes(eight: [u8; 8]) -> u64 {
    let eight = u64::from_le_bytes(eight);
    between(eight, b'0', b'9') | between(eight | ONES << 5, b'a', b'f')
}

/// Eight hexadecimal letters as a number, the first one highest.
#[inline]
const fn hex(eight: [u8; 8]) -> u64 {
    let eight = u64::from_be_bytes(eight);
    // Letters and no digits have this bit.
    let letters = eight >> 6 & ONES;
    let mut each = (eight & (ONES * 15)) + letters * 9;
    each = (each | each >> 4) & 0x00FF_00FF_00FF_00FF;
    each = (each | each >> 8) & 0x0000_FFFF_0000_FFFF;
    (each | each >> 16) & 0xFFFF_FFFF
}

/// The highest bit of each byte that is one of these, of ASCII.
#[inline]
pub const fn between(eight: u64, from: u8, to: u8) -> u64 {
    let low = eight & (ONES * 0x7F);
    let is_from = low + ONES * (0x80 - from as u64);
    let is_beyond = low + ONES * (0x7F - to as u64);
    !eight & (is_from ^ is_beyond) & (ONES << 7)
}

/// Mixes a number into a sum.
fn stir(sum: u64, more: u64) -> u64 {
    let mixed = (sum.rotate_left(23) ^ more).wrapping_mul(STIR);
    mixed ^ mixed >> 29
}

/// Eight bytes with their ASCII letters small.
fn lower(eight: u64) -> u64 {
    eight | between(eight, b'A', b'Z') >> 2
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::Key;

    #[test]
    fn case_and_space_around_do_not_tell_apart() {
        assert_eq!(Key::of(" Checkout-API "), Key::of("checkout-api"));
        assert_ne!(Key::of("checkout-api"), Key::of("checkout_api"));
        assert_ne!(Key::of("日本"), Key::of("日木"));
        assert_ne!(Key::of("a@b"), Key::of("a`b"));
        assert_eq!(Key::of("  "), None);
    }

    #[test]
    fn a_short_revision_agrees_with_the_long_one() {
        let long = Key::revision("ADD237F6852e6108ee8e0246780a54ce909c6087").unwrap();
        let short = Key::revision("add237f").unwrap();
        assert!(long.agrees(short) && short.agrees(long));
        assert_eq!(Key::revision("add237f6852e").unwrap(), long);
        assert!(!long.agrees(Key::revision("add237e").unwrap()));
        assert_eq!(long.letters(), Some(12));
    }

    #[test]
    fn a_tag_is_the_same_with_its_path() {
        assert_eq!(Key::revision("refs/tags/v1.2.0"), Key::revision("v1.2.0"));
        assert_eq!(Key::revision(""), None);
    }

    /// A key byte by byte.
    fn slowly(text: &str) -> Option<Key> {
        let text = text.as_bytes().trim_ascii();
        let mut sum = text.len() as u64;
        let mut chunks = text.chunks_exact(8);
        for chunk in &mut chunks {
            let small = chunk.to_ascii_lowercase();
            sum = super::stir(sum, u64::from_le_bytes(small.try_into().unwrap()));
        }
        let rest = chunks.remainder().to_ascii_lowercase();
        let rest = rest
            .iter()
            .fold(0, |rest, byte| rest << 8 | u64::from(*byte));
        (!text.is_empty()).then(|| Key::from(super::stir(sum, rest)))
    }

    /// A revision letter by letter.
    fn revision_slowly(text: &str) -> Option<Key> {
        let text = text.trim_ascii();
        if text.len() < 7 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return slowly(text);
        }
        let letters = text.len().min(12);
        let digits = u64::from_str_radix(&text[..letters], 16).unwrap() << (4 * (12 - letters));
        Some(Key::from(digits << 16 | 0xA500 | letters as u64))
    }

    #[test]
    fn eight_bytes_at_a_time_are_what_single_bytes_are() {
        let letters: Vec<char> = "0123456789abcdefABCDEF".chars().collect();
        let others: Vec<char> = "gG/:@`{Zz \0\u{7f}é\u{b0}日".chars().collect();
        let mut seed = 5_u64;
        let mut chance = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (seed >> 33) as usize % below
        };
        let mut revisions = 0;
        for n in 0..100_000 {
            let length = chance(66);
            let mut text: Vec<char> = (0..length)
                .map(|_| letters[chance(letters.len())])
                .collect();
            if n % 2 == 0 && length > 0 {
                text[chance(length)] = others[chance(others.len())];
            }
            let text: String = text.into_iter().collect();
            assert_eq!(Key::of(&text), slowly(&text), "{text:?}");
            let revision = Key::revision(&text);
            assert_eq!(revision, revision_slowly(&text), "{text:?}");
            revisions += usize::from(revision.is_some_and(|own| own.letters().is_some()));
        }
        assert!(revisions > 30_000, "{revisions}");
    }
}
