//! Deployments found by their id or by what they deployed.

use super::index::{Index, NONE};
use super::shipped::Shipped;
use super::statistics::{count, place};
use crate::events::event::Key;
use crate::events::zone::Millis;

/// Deployments by their names.
pub struct Names {
    heads: Index,
    /// A deployment and the next entry of the same name.
    entries: Vec<(u32, u32)>,
}

impl Names {
    /// By the revisions, and by the ids where they are asked for; where `wanted` is given, by those alone.
    pub fn of(shipped: &Shipped, ids: bool, wanted: Option<&Index>) -> Self {
        let every = shipped.rows() * if ids { 2 } else { 1 };
        let mut names = Self {
            heads: Index::with_room(wanted.map_or(every, Index::len)),
            entries: Vec::new(),
        };
        // From the last to the first, so that a list begins with the first.
        for i in (0..shipped.len()).rev() {
            let row = shipped.row(i);
            for row in std::iter::once(row).chain(shipped.doubles(i)) {
                let both = [row.revision, row.key.filter(|_| ids)];
                for Key(name) in both.into_iter().flatten() {
                    if wanted.is_none_or(|wanted| wanted.has(name.get())) {
                        names.add(name.get(), count(i));
                    }
                }
            }
        }
        names
    }

    fn add(&mut self, name: u64, i: u32) {
        let head = self.heads.entry(name);
        if self.entries.get(place(*head)).is_none_or(|e| e.0 != i) {
            self.entries.push((i, *head));
            *head = count(self.entries.len() - 1);
        }
    }

    /// The deployments of a name, in order of time.
    pub fn find(&self, name: Key) -> impl Iterator<Item = usize> {
        let mut next = self.heads.get(name.0.get()).unwrap_or(NONE);
        std::iter::from_fn(move || {
            let (i, after) = *self.entries.get(place(next))?;
            next = after;
            Some(place(i))
        })
    }

    /// The latest deployment of a name that was out at a moment; the first, where none was.
    pub fn at(&self, name: Key, at: Option<Millis>, shipped: &Shipped) -> Option<usize> {
        let mut all = self.find(name);
        let first = all.next()?;
        let out = all.take_while(|i| at.is_some_and(|at| shipped.at(*i) <= at));
        Some(out.last().unwrap_or(first))
    }
}
