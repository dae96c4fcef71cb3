//! Digests found again: one small table for all, since the general one is more code than all of it.

use super::statistics::{count, place};
use crate::events::event::Key;

/// No place.
pub const NONE: u32 = u32::MAX;

/// Spreads bits upwards: 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;
/// The lower half of a slot, which holds a place.
const PLACE: u64 = 0xFFFF_FFFF;

/// Digests by the order in which they came, each with a number.
///
/// A slot is the upper half of a spread digest and its place, so that looking for one that is not there
/// touches memory once.
pub struct Index {
    slots: Vec<u64>,
    keys: Vec<u64>,
    values: Vec<u32>,
}

/// One digest of two.
pub fn mix(a: u64, b: u64) -> u64 {
    (a.rotate_left(23) ^ b).wrapping_mul(SPREAD).rotate_left(32)
}

/// The digest of a text that may be missing.
pub fn digest(key: Option<Key>) -> u64 {
    key.map_or(0, |key| key.0.get())
}

impl Index {
    /// Empty; grows as needed.
    pub fn new() -> Self {
        Self::with_room(8)
    }

    /// With room for so many.
    pub fn with_room(n: usize) -> Self {
        let slots = (n + n / 2 + 2).next_power_of_two();
        Self {
            slots: vec![u64::MAX; slots],
            keys: Vec::with_capacity(n),
            values: Vec::with_capacity(n),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether a digest has come.
    pub fn has(&self, key: u64) -> bool {
        self.slots[self.slot(key)] != u64::MAX
    }

    /// The slot of a digest, or the empty one that it would have.
    fn slot(&self, key: u64) -> usize {
        let last = self.slots.len() - 1;
        let spread = key.wrapping_mul(SPREAD);
        #[expect(clippy::cast_possible_truncation, reason = "shifted to fit")]
        let mut at = (spread >> (64 - last.count_ones())) as usize & last;
        loop {
            let slot = self.slots[at];
            // All bits are set in an empty slot; its place is none.
            let is_same = (slot ^ spread) & !PLACE == 0;
            if slot == u64::MAX || is_same && self.keys[low(slot)] == key {
                return at;
            }
            at = (at + 1) & last;
        }
    }

    /// The place of a digest: it gets the next one, with [`NONE`] for its number, where it is new.
    pub fn place(&mut self, key: u64) -> u32 {
        let at = self.slot(key);
        if self.slots[at] != u64::MAX {
            return count(low(self.slots[at]));
        }
        let new = self.keys.len();
        self.slots[at] = filled(key, new);
        self.keys.push(key);
        self.values.push(NONE);
        if new + new / 2 + 3 > self.slots.len() {
            self.grow();
        }
        count(new)
    }

    #[cold]
    fn grow(&mut self) {
        self.slots = vec![u64::MAX; self.slots.len() * 4];
        for i in 0..self.keys.len() {
            let at = self.slot(self.keys[i]);
            self.slots[at] = filled(self.keys[i], i);
        }
    }

    /// The number of a digest, [`NONE`] where it is new.
    pub fn entry(&mut self, key: u64) -> &mut u32 {
        let at = place(self.place(key));
        &mut self.values[at]
    }

    /// The numbers that there are, in the order in which their digests came.
    pub fn values(&self) -> impl Iterator<Item = u32> {
        let each = self.values.iter().copied();
        each.filter(|value| *value != NONE)
    }

    /// The number of a digest.
    pub fn get(&self, key: u64) -> Option<u32> {
        let slot = self.slots[self.slot(key)];
        let value = (slot != u64::MAX).then(|| self.values[low(slot)]);
        value.filter(|value| *value != NONE)
    }
}

fn filled(key: u64, place: usize) -> u64 {
    key.wrapping_mul(SPREAD) & !PLACE | u64::from(count(place))
}

/// Which digests may have come twice: few that have not, and all that have.
///
/// Eight bits for each are small enough to stay near the processor, where a table of a million is not, and one
/// bit for each is smaller still. Most digests come once, and need no table then.
pub struct Repeats {
    /// Two bits in one word for each that came.
    seen: Vec<u64>,
    /// A bit for each whose bits were all there before.
    again: Vec<u64>,
}

impl Repeats {
    /// For so many digests.
    pub fn with_room(n: usize) -> Self {
        let words = (n / 8 + 1).next_power_of_two();
        Self {
            seen: vec![0; words],
            again: vec![0; words.div_ceil(8)],
        }
    }

    /// Takes a digest. A call costs as much as what is done.
    #[inline(always)]
    pub fn add(&mut self, key: u64) {
        let spread = key.wrapping_mul(SPREAD);
        let bits = 1 << (spread >> 26 & 63) | 1 << (spread >> 20 & 63);
        let last = self.seen.len() - 1;
        let seen = &mut self.seen[(spread >> 32) as usize & last];
        if *seen & bits == bits {
            let (word, bit) = self.again(spread);
            self.again[word] |= bit;
        } else {
            *seen |= bits;
        }
    }

    /// Whether a digest that was taken may have been taken twice.
    #[inline(always)]
    pub fn has(&self, key: u64) -> bool {
        let (word, bit) = self.again(key.wrapping_mul(SPREAD));
        self.again[word] & bit != 0
    }

    /// The word and the bit of a digest that came again.
    #[inline(always)]
    fn again(&self, spread: u64) -> (usize, u64) {
        let word = (spread >> 38) as usize & (self.again.len() - 1);
        (word, 1 << (spread >> 32 & 63))
    }
}

/// The place in a slot.
fn low(slot: u64) -> usize {
    (slot & PLACE) as usize
}

#[cfg(test)]
mod tests {
    use crate::events::readings::index::{Index, NONE, SPREAD};

    #[test]
    fn digests_that_share_a_slot_are_told_apart() {
        // Multiplied by this, SPREAD is 1: digests whose upper halves are equal once they are spread.
        let undo = 0xF1DE_83E1_9937_733D_u64;
        assert_eq!(undo.wrapping_mul(SPREAD), 1);
        let alike = |n: u64| (n + (5 << 40)).wrapping_mul(undo);
        let mut index = Index::new();
        for n in 0..1000 {
            assert_eq!(*index.entry(alike(n)), NONE);
            *index.entry(alike(n)) = u32::try_from(n).unwrap_or(0);
        }
        for n in 0..1000 {
            assert_eq!(index.get(alike(n)), u32::try_from(n).ok());
        }
        assert_eq!((index.len(), index.get(alike(1000))), (1000, None));
    }
}
