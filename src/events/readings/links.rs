//! Which deployment brought each change.

use super::index::NONE;
use super::names::Names;
use super::shipped::Shipped;
use super::statistics::{Sorted, count, place, sort};
use crate::events::event::{Change, Key};
use crate::events::zone::Millis;

/// How a change was found in a deployment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// By its revision.
    Revision(u32),
    /// It belongs to the first deployment that was out at or after it.
    Time(u32),
    /// The same, but that is the first deployment of all: it may have been there before.
    Before,
    /// There is none.
    None,
}

/// Which deployment brought each change.
pub struct Links {
    links: Vec<Link>,
    /// Changes by their revisions.
    changes: Names,
    /// Deployments by theirs.
    names: Names,
}

impl Links {
    /// Finds them on all data.
    pub fn of(changes: &[Change], shipped: &Shipped) -> Self {
        let names = shipped.names(false);
        let revisions = changes.iter().map(|change| change.revisions.len()).sum();
        let mut links = Self {
            links: vec![Link::None; changes.len()],
            changes: Names::with_room(revisions),
            names,
        };
        // The moment of the change that a deployment was made of: nothing younger is in it.
        let mut heads = vec![Millis::MAX; shipped.len()];
        let mut by_time: Vec<Sorted> = Vec::new();
        for (number, change) in changes.iter().enumerate() {
            let mut first = NONE;
            for revision in &change.revisions {
                links.changes.add(*revision, count(number));
                for i in links.names.find(*revision) {
                    first = first.min(i);
                    let head = &mut heads[place(i)];
                    *head = (*head).min(done(change).unwrap_or(Millis::MAX));
                }
            }
            if first != NONE {
                links.links[number] = Link::Revision(first);
            } else if let Some(at) = done(change) {
                by_time.push((at, count(number)));
            }
        }
        sort(&mut by_time);
        links.by_time(&by_time, &heads, shipped);
        links
    }

    /// Changes in order of time, and deployments in order of theirs: a deployment that is too early for a
    /// change is too early for all that follow.
    fn by_time(&mut self, changes: &[Sorted], heads: &[Millis], shipped: &Shipped) {
        let mut i = 0;
        for (at, number) in changes {
            while i < shipped.len() && (shipped.at(i) < *at || heads[i] < *at) {
                i += 1;
            }
            self.links[place(*number)] = match i {
                _ if i == shipped.len() => Link::None,
                0 => Link::Before,
                _ => Link::Time(count(i)),
            };
        }
    }

    /// How a change was found.
    pub fn link(&self, change: usize) -> Link {
        self.links[change]
    }

    /// The deployment that brought a change.
    pub fn place(&self, change: usize) -> Option<usize> {
        match self.links[change] {
            Link::Revision(i) | Link::Time(i) => Some(place(i)),
            Link::Before => Some(0),
            Link::None => None,
        }
    }

    /// The deployment that brought a revision, which need not be a change of the files.
    pub fn of_revision(&self, revision: Key) -> Option<usize> {
        let own = self.names.find(revision).next().map(place);
        let of_change = || {
            self.changes
                .find(revision)
                .filter_map(|c| self.place(place(c)))
                .min()
        };
        own.or_else(of_change)
    }
}

/// When a change was ready to go out.
fn done(change: &Change) -> Option<Millis> {
    change.merged.or(change.committed)
}
