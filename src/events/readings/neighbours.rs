//! Deployments of the same service in the same environment, one after another.

use super::index::NONE;
use super::shipped::Shipped;
use super::statistics::{count, place};

/// Of each deployment the one before it and the one after it, of the same service in the same environment.
pub struct Neighbours {
    n: usize,
    /// Both of each; nothing where all deployments are of one service and environment.
    each: Vec<(u32, u32)>,
}

impl Neighbours {
    /// Finds them.
    pub fn of(shipped: &Shipped) -> Self {
        let n = shipped.len();
        let mut each = Vec::new();
        if shipped.lanes > 1 {
            each.reserve_exact(n);
            let mut last = vec![NONE; place(shipped.lanes)];
            for (i, out) in (0..).zip(shipped.outs.some(0..n)) {
                let before = std::mem::replace(&mut last[place(out.lane)], i);
                each.push((before, NONE));
                if before != NONE {
                    each[place(before)].1 = i;
                }
            }
        }
        Self { n, each }
    }

    /// The one before, or [`NONE`].
    pub fn before(&self, i: usize) -> u32 {
        let own = self.each.get(i).map(|own| own.0);
        own.unwrap_or_else(|| i.checked_sub(1).map_or(NONE, count))
    }

    /// The one after, or [`NONE`].
    pub fn after(&self, i: usize) -> u32 {
        let own = self.each.get(i).map(|own| own.1);
        own.unwrap_or(if i + 1 < self.n { count(i + 1) } else { NONE })
    }
}
