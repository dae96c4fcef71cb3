//! Things found by their ids and revisions, be those shortened.

use super::index::{Index, NONE};
use super::statistics::{count, place};
use crate::events::event::Key;

/// Numbers by names: deployments or changes.
pub struct Names {
    heads: Index,
    /// The name, its number, and the next entry whose name begins alike.
    entries: Vec<(Key, u32, u32)>,
}

/// What names that agree have in common: of a revision the first seven letters, 28 bits of the digest.
fn common(name: Key) -> u64 {
    let all = name.0.get();
    name.letters().map_or(all, |_| all >> 36 | 1 << 63)
}

impl Names {
    /// Empty, with room for so many.
    pub fn with_room(n: usize) -> Self {
        Self {
            heads: Index::with_room(n),
            entries: Vec::with_capacity(n),
        }
    }

    /// Adds a name. The last one added is found first.
    pub fn add(&mut self, name: Key, number: u32) {
        let head = self.heads.entry(common(name));
        self.entries.push((name, number, *head));
        *head = count(self.entries.len() - 1);
    }

    /// The numbers of a name.
    pub fn find(&self, name: Key) -> impl Iterator<Item = u32> {
        let mut next = self.heads.get(common(name)).unwrap_or(NONE);
        std::iter::from_fn(move || {
            loop {
                let (known, number, after) = *self.entries.get(place(next))?;
                next = after;
                if known.agrees(name) {
                    return Some(number);
                }
            }
        })
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether a name is known.
    pub fn has(&self, name: Key) -> bool {
        self.find(name).next().is_some()
    }
}
