//! What came before, so that each thing counts once.

use crate::events::key::Key;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::hash::{BuildHasherDefault, Hasher};

/// A key is a digest already: it is its own hash.
#[derive(Default)]
pub struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(byte);
        }
    }

    fn write_u64(&mut self, number: u64) {
        // The digits of a revision stand in its upper bits; a table looks at the lower ones, too.
        self.0 = number ^ number.rotate_left(32);
    }
}

/// Where each key stood first.
pub struct Once(HashMap<Key, u32, BuildHasherDefault<AsItIs>>);

impl Once {
    /// Room for so many.
    pub fn new(rows: usize) -> Self {
        Self(HashMap::with_capacity_and_hasher(
            rows,
            BuildHasherDefault::default(),
        ))
    }

    /// Remembers a key's place; returns the earlier one where there is one.
    pub fn place(&mut self, key: Key, place: usize) -> Option<usize> {
        match self.0.entry(key) {
            Entry::Occupied(known) => usize::try_from(*known.get()).ok(),
            Entry::Vacant(free) => {
                free.insert(u32::try_from(place).unwrap_or(u32::MAX));
                None
            }
        }
    }
}
