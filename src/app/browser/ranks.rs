//! The order of texts that are compared again and again, as the groups and tags of hundreds of teams are:
//! each is asked of the browser once, and is a number from then on.

use super::collation::COLLATION;
use crate::model::{Collation, Sorted};
use std::cell::RefCell;
use std::cmp::Ordering;

/// The one of the reader's language, which remembers.
pub const RANKED: Collation = Collation {
    compare,
    capitals: COLLATION.capitals,
};

/// So many texts are remembered. Our judgement; beyond that it begins anew.
const MOST: usize = 2_000;

/// What is known of texts.
struct Known {
    /// The place of each among those that are read unlike.
    ranks: Sorted<String, usize>,
    /// One of each that are read alike, in their order.
    order: Vec<String>,
}

thread_local! {
    static KNOWN: RefCell<Known> = const { RefCell::new(Known::new()) };
}

impl Known {
    const fn new() -> Self {
        Self {
            ranks: Sorted::new(),
            order: Vec::new(),
        }
    }

    /// Learns a text.
    fn learn(&mut self, text: &str) {
        if self.ranks.has(text) {
            return;
        }
        let is_before = |other: &String| (COLLATION.compare)(other, text).is_lt();
        let rank = self.order.partition_point(is_before);
        let known = self.order.get(rank);
        if known.is_none_or(|other| !COLLATION.alike(other, text)) {
            self.order.insert(rank, text.to_owned());
            let behind = self.ranks.values_mut().filter(|other| **other >= rank);
            behind.for_each(|other| *other += 1);
        }
        self.ranks.put(text.to_owned(), rank);
    }
}

fn compare(a: &str, b: &str) -> Ordering {
    if a == b {
        return Ordering::Equal;
    }
    KNOWN.with_borrow_mut(|known| {
        if known.ranks.len() >= MOST {
            *known = Known::new();
        }
        known.learn(a);
        known.learn(b);
        known.ranks.get(a).cmp(&known.ranks.get(b))
    })
}
