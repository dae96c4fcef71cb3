//! Texts that tell things apart, as digests: there may be a million of them.

use std::num::NonZeroU64;

/// A text that tells things apart, as its digest. Upper and lower case are the same, and so is space
/// around it. A revision counts by its first 12 letters and is at least 7 long, so that a short one is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
        let text = text.as_bytes().trim_ascii();
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
        let mut rest = 0;
        for &byte in chunks.remainder() {
            rest = rest << 8 | u64::from(byte);
        }
        Some(Self::from(stir(sum, lower(rest))))
    }

    /// Returns the key of a sha, a tag or a version; `None` where the text is empty. What stands before a
    /// tag or branch (`refs/tags/`) does not count.
    #[must_use]
    pub fn revision(text: &str) -> Option<Self> {
        let text = text.trim_ascii();
        if text.len() < SHORTEST || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            let bare = text.strip_prefix("refs/tags/");
            return Self::of(bare.or(text.strip_prefix("refs/heads/")).unwrap_or(text));
        }
        let letters = text.len().min(LETTERS);
        let mut digits = 0;
        for byte in text.bytes().take(letters) {
            digits = digits << 4 | u64::from((byte & 15) + if byte > b'9' { 9 } else { 0 });
        }
        let digits = digits << (4 * (LETTERS - letters));
        Some(Self::from(digits << 16 | REVISION | letters as u64))
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

/// Mixes a number into a sum.
fn stir(sum: u64, more: u64) -> u64 {
    let mixed = (sum.rotate_left(23) ^ more).wrapping_mul(STIR);
    mixed ^ mixed >> 29
}

/// Eight bytes with their ASCII letters small.
fn lower(eight: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let low = eight & (EACH * 0x7F);
    let from_a = low + EACH * (0x80 - b'A' as u64);
    let beyond_z = low + EACH * (0x7F - b'Z' as u64);
    let capitals = !eight & (from_a ^ beyond_z) & (EACH * 0x80);
    eight | capitals >> 2
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
}
