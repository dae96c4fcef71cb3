//! What is asked of each deployment again and again.

use super::index::{Index, NONE};
use super::statistics::{Sorted, count, place, sort};
use crate::events::deployment::Told;
use crate::events::event::{Deployment, Key, Outcome};
use crate::events::reading::Reason;
use crate::events::rows::Rows;
use crate::events::zone::Millis;
use std::ops::Range;

/// What all rows of a deployment say together.
#[derive(Debug, Clone, Copy)]
pub struct Out {
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
    of_alike(row.alike) | of_times(row.committed, None)
}

/// What many rows may say alike.
fn of_alike(row: &Deployment) -> u16 {
    let asked = |is: Option<bool>, bit| is.map_or(0, |is| bit | if is { bit << 1 } else { 0 });
    let when = |is: bool, bit| if is { bit } else { 0 };
    asked(row.has_failed_users, FAILED)
        | asked(row.is_unplanned, UNPLANNED)
        | when(row.says_rollback, ROLLBACK)
        | when(row.says_hotfix, HOTFIX)
}

/// What is known of a first commit, and why it is not known how long it took.
#[inline]
pub fn of_times(committed: Option<Millis>, lacks: Option<Reason>) -> u16 {
    let committed = committed.map_or(0, |_| COMMITTED);
    let Some(lacks) = lacks else {
        return committed;
    };
    let mut numbers = (TOOK..).step_by(TOOK.into()).zip(REASONS);
    let number = numbers.find(|(_, own)| *own == lacks);
    committed | number.map_or(0, |(number, _)| number)
}

/// What the rows of each deployment say.
#[derive(Default)]
pub struct Outs {
    flags: Vec<u16>,
    /// The lane of each; none while all are of the first one.
    lanes: Vec<u32>,
    /// What any of them says.
    any: u16,
}

impl Outs {
    /// Adds the next one. A call costs as much as what is done.
    #[inline(always)]
    fn push(&mut self, out: Out) {
        if out.lane > 0 && self.lanes.is_empty() {
            self.lanes.reserve_exact(self.flags.capacity());
            self.lanes.resize(self.flags.len(), 0);
        }
        if out.lane > 0 || !self.lanes.is_empty() {
            self.lanes.push(out.lane);
        }
        self.flags.push(out.flags);
        self.any |= out.flags;
    }

    /// Whether a row says of any that it failed users, or did not.
    pub const fn have_failed_users(&self) -> bool {
        self.any & FAILED != 0
    }

    /// Whether the words of any say rollback or hotfix.
    pub const fn say_repair(&self) -> bool {
        self.any & (ROLLBACK | HOTFIX) != 0
    }

    /// Whether a row knows the first commit of any.
    pub const fn have_commits(&self) -> bool {
        self.any & COMMITTED != 0
    }

    /// Whether it is not known of some how long they took.
    pub const fn lack_times(&self) -> bool {
        self.any >= TOOK
    }

    /// What the rows of one say.
    #[inline]
    pub fn get(&self, i: usize) -> Out {
        let lane = self.lanes.get(i).copied();
        Out {
            lane: lane.unwrap_or(0),
            flags: self.flags[i],
        }
    }

    /// What the rows of some say.
    pub fn some(&self, places: Range<usize>) -> impl Iterator<Item = Out> {
        places.map(|i| self.get(i))
    }
}

/// What follows from what many rows say alike.
#[derive(Clone, Copy)]
pub struct Alike {
    out: Out,
    /// The place of the service, or [`NONE`].
    service: u32,
}

/// What is asked again and again, of one after another in order.
pub struct Looked {
    /// What the rows of each say.
    pub outs: Outs,
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
            outs: Outs {
                flags: Vec::with_capacity(n),
                ..Outs::default()
            },
            ats: Rows::default(),
            lanes: Index::new(),
            services: Vec::new(),
            places: Index::new(),
            last: (u64::MAX, NONE, NONE),
        }
    }

    /// Takes the next one, what its other rows say, and why it is not known how long it took.
    pub fn take(&mut self, row: Told, lane: u64, doubles: u16, lacks: Option<Reason>) {
        let alike = self.know(row.alike, lane);
        self.ats.push(row.at);
        self.add(alike, doubles | of_times(row.committed, lacks));
    }

    /// Adds the next one, with what else is known of it.
    #[inline(always)]
    pub fn add(&mut self, alike: Alike, more: u16) {
        if alike.service != NONE {
            self.services[place(alike.service)].1 += 1;
        }
        let Out { lane, flags } = alike.out;
        self.outs.push(Out {
            lane,
            flags: flags | more,
        });
    }

    /// Finds out what follows from what many rows say alike.
    pub fn know(&mut self, alike: &Deployment, lane: u64) -> Alike {
        let mut flags = of_alike(alike);
        if alike.outcome == Outcome::Unsaid {
            flags |= UNSAID;
        }
        if alike.environment.is_none() {
            flags |= NOWHERE;
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
        let (_, lane, service) = self.last;
        let out = Out { lane, flags };
        Alike { out, service }
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.outs.flags.len()
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
