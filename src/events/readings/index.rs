//! Digests found again: one small table for all, since the general one is more code than all of it.

use crate::events::event::Key;

/// No place.
pub const NONE: u32 = u32::MAX;

/// Numbers by digest.
pub struct Index {
    keys: Vec<u64>,
    values: Vec<u32>,
    shift: u32,
}

/// Spreads bits upwards: 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// One digest of two.
pub fn mix(a: u64, b: u64) -> u64 {
    (a.rotate_left(23) ^ b).wrapping_mul(SPREAD).rotate_left(32)
}

/// The digest of a text that may be missing.
pub fn digest(key: Option<Key>) -> u64 {
    key.map_or(0, |key| key.0.get())
}

impl Index {
    /// With room for so many.
    pub fn with_room(n: usize) -> Self {
        let slots = (n + n / 2 + 2).next_power_of_two();
        Self {
            keys: vec![0; slots],
            values: vec![NONE; slots],
            shift: 64 - slots.trailing_zeros(),
        }
    }

    /// How many surely have room.
    pub fn room(&self) -> usize {
        self.keys.len() / 2
    }

    fn slot(&self, key: u64) -> usize {
        let last = self.keys.len() - 1;
        #[expect(clippy::cast_possible_truncation, reason = "shifted to fit")]
        let mut at = (key.wrapping_mul(SPREAD) >> self.shift) as usize;
        while self.keys[at] != 0 && self.keys[at] != key {
            at = (at + 1) & last;
        }
        at
    }

    /// The number of a digest, [`NONE`] where it is new. There must be room.
    pub fn entry(&mut self, key: u64) -> &mut u32 {
        let key = key.max(1);
        let at = self.slot(key);
        self.keys[at] = key;
        &mut self.values[at]
    }

    /// The number of a digest.
    pub fn get(&self, key: u64) -> Option<u32> {
        let value = self.values[self.slot(key.max(1))];
        (value != NONE).then_some(value)
    }
}
