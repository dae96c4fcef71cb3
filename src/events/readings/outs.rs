//! What is asked of each deployment again and again.

use super::index::{Index, NONE, digest};
use super::statistics::{Sorted, count, place, sort};
use crate::events::deployment::Told;
use crate::events::event::{Key, Outcome};
use crate::events::reading::Reason;
use crate::events::rows::Rows;
use crate::events::zone::Millis;

/// What all rows of a deployment say together, in 14 bytes.
#[derive(Debug, Clone, Copy)]
#[repr(Rust, packed(2))]
pub struct Out {
    /// What was deployed; 0 where nothing says so.
    pub revision: u64,
    /// Service and environment, within which one deployment replaces another.
    pub lane: u32,
    flags: u16,
}

// Each question has two bits: whether it is said, and whether it is so.
const FAILED: u16 = 1;
const UNPLANNED: u16 = 4;
const ROLLBACK: u16 = 16;
const HOTFIX: u16 = 32;
const UNSAID: u16 = 64;
const NOWHERE: u16 = 128;
const COMMITTED: u16 = 256;
/// The lowest of three bits: why it is not known how long it took.
const TOOK: u16 = 512;
const REASONS: [Reason; 4] = [
    Reason::NoCommitTime,
    Reason::ImpossibleTime,
    Reason::Negative,
    Reason::Zero,
];

impl Out {
    fn asked(self, bit: u16) -> Option<bool> {
        (self.flags & bit != 0).then_some(self.flags & (bit << 1) != 0)
    }

    /// Whether it failed users, where a row says so.
    pub fn has_failed_users(self) -> Option<bool> {
        self.asked(FAILED)
    }

    /// Whether it was unplanned, where a row says so.
    pub fn is_unplanned(self) -> Option<bool> {
        self.asked(UNPLANNED)
    }

    /// Whether its words say rollback.
    pub fn says_rollback(self) -> bool {
        self.flags & ROLLBACK != 0
    }

    /// Whether its words say hotfix.
    pub fn says_hotfix(self) -> bool {
        self.flags & HOTFIX != 0
    }

    /// Whether its words say rollback or hotfix.
    pub fn says_repair(self) -> bool {
        self.flags & (ROLLBACK | HOTFIX) != 0
    }

    /// Whether it does not say how it ended.
    pub fn is_unsaid(self) -> bool {
        self.flags & UNSAID != 0
    }

    /// Whether a row knows its first commit.
    pub fn has_commit(self) -> bool {
        self.flags & COMMITTED != 0
    }

    /// Why it is not known how long it took from its first commit by its own rows; `None` where that is known.
    pub fn lacks_time(self) -> Option<Reason> {
        let number = usize::from(self.flags / TOOK);
        REASONS.get(number.checked_sub(1)?).copied()
    }

    /// Whether it names no environment.
    pub fn is_nowhere(self) -> bool {
        self.flags & NOWHERE != 0
    }
}

/// What a row says.
pub fn flags(row: Told) -> u16 {
    let has_commit = row.committed.is_some();
    let row = row.alike;
    let asked = |is: Option<bool>, bit| is.map_or(0, |is| bit | if is { bit << 1 } else { 0 });
    let when = |is: bool, bit| if is { bit } else { 0 };
    asked(row.has_failed_users, FAILED)
        | asked(row.is_unplanned, UNPLANNED)
        | when(row.says_rollback, ROLLBACK)
        | when(row.says_hotfix, HOTFIX)
        | when(has_commit, COMMITTED)
}

/// What is asked again and again, of one after another in order.
pub struct Looked {
    /// Each.
    pub outs: Vec<Out>,
    /// Where the row of each stands.
    pub ats: Rows,
    lanes: Index,
    services: Vec<(Key, u32)>,
    /// The services' places.
    places: Index,
    /// The last lane by its digest, its number, and that of its service: neighbours are often of the same.
    last: (u64, u32, u32),
}

impl Looked {
    /// None yet, with room for so many.
    pub fn with_room(n: usize) -> Self {
        Self {
            outs: Vec::with_capacity(n),
            ats: Rows::default(),
            lanes: Index::new(),
            services: Vec::new(),
            places: Index::new(),
            last: (u64::MAX, NONE, NONE),
        }
    }

    /// Adds the next one, what its other rows say, and why it is not known how long it took.
    pub fn add(&mut self, row: Told, lane: u64, doubles: u16, lacks: Option<Reason>) {
        let mut flags = flags(row) | doubles;
        let alike = row.alike;
        if alike.outcome == Outcome::Unsaid {
            flags |= UNSAID;
        }
        if alike.environment.is_none() {
            flags |= NOWHERE;
        }
        if let Some(lacks) = lacks {
            let numbers = (TOOK..).step_by(TOOK.into());
            let mut each = numbers.zip(REASONS);
            flags |= each.find(|(_, own)| *own == lacks).map_or(0, |(at, _)| at);
        }
        if lane != self.last.0 {
            self.last = (lane, self.lanes.place(lane), NONE);
            if let Some(service) = alike.service {
                self.last.2 = self.places.place(service.0.get());
                if place(self.last.2) == self.services.len() {
                    self.services.push((service, 0));
                }
            }
        }
        if self.last.2 != NONE {
            self.services[place(self.last.2)].1 += 1;
        }
        self.ats.push(row.at);
        self.outs.push(Out {
            revision: digest(row.revision),
            lane: self.last.1,
            flags,
        });
    }

    /// How many lanes there are.
    pub fn lanes(&self) -> u32 {
        count(self.lanes.len())
    }

    /// The services, most first.
    pub fn services(&self) -> Vec<(Key, u32)> {
        let each = (0..).zip(&self.services);
        let mut order: Vec<Sorted> = each.map(|(i, (_, n))| (-Millis::from(*n), i)).collect();
        sort(&mut order);
        let each = order.iter();
        each.map(|(_, i)| self.services[place(*i)]).collect()
    }
}
