//! What reached production: each deployment once, in order of time.

use super::identities::lane;
use super::index::{Repeats, mix};
use super::names::Names;
use super::order::Order;
use super::outs::{Looked, Outs, flags};
use super::statistics::{Sorted, count, place};
use crate::events::deployment::Told;
use crate::events::event::{At, Events, Key};
use crate::events::period::{Period, Span};
use crate::events::reading::{Options, Reason};
use crate::events::rows::Rows;
use crate::events::zone::Millis;
use std::cell::OnceCell;
use std::ops::Range;

/// The beginning of 1990: no tool of today was there before.
const OLDEST: Millis = 631_152_000_000;

/// Whether a moment can be one.
pub fn is_possible(at: Millis, options: &Options) -> bool {
    at >= OLDEST && options.now.is_none_or(|now| at <= now)
}

/// How long it took from a first commit until it was out, or why that is not known.
pub fn took(start: Option<Millis>, end: Millis, options: &Options) -> Result<Millis, Reason> {
    let start = start.ok_or(Reason::NoCommitTime)?;
    if !is_possible(start, options) || !is_possible(end, options) {
        return Err(Reason::ImpossibleTime);
    }
    match end - start {
        ..0 => Err(Reason::Negative),
        0 => Err(Reason::Zero),
        took => Ok(took),
    }
}

/// How many are taken at once: browsers make a function quick while it is not running.
const TOGETHER: usize = 4096;

/// So many, some at once.
pub fn parts(n: usize) -> impl Iterator<Item = Range<usize>> {
    let begins = (0..n).step_by(TOGETHER);
    begins.map(move |from| from..n.min(from + TOGETHER))
}

/// What reached production, each deployment once, in order of time.
pub struct Shipped<'e> {
    events: &'e Events,
    /// When each was out, and the row that stands for it.
    pub order: Order<'e>,
    /// What is asked of each again and again, close together: rows are many times as big.
    pub outs: Outs,
    /// Where the row stands that stands for each.
    pub ats: Rows,
    /// Other rows of the same deployment, by the row that stands for it.
    doubles: Vec<Sorted>,
    /// The services, each with how many deployments it has, most first.
    pub services: Vec<(Key, u32)>,
    /// How many lanes there are.
    pub lanes: u32,
    again: OnceCell<Vec<u32>>,
    /// The first and last moment of any deployment, to whatever environment.
    pub span: Option<Span>,
}

impl<'e> Shipped<'e> {
    /// By when each was out, and the other rows of some.
    pub fn new(events: &'e Events, order: Order<'e>, doubles: Vec<Sorted>) -> Self {
        let span = order.span();
        Self {
            events,
            order,
            outs: Outs::default(),
            ats: Rows::default(),
            doubles,
            services: Vec::new(),
            lanes: 0,
            again: OnceCell::new(),
            span,
        }
    }

    /// With what is asked again and again.
    pub fn with(mut self, looked: Looked) -> Self {
        self.services = looked.services();
        self.lanes = looked.lanes();
        (self.outs, self.ats) = (looked.outs, looked.ats);
        self
    }

    /// Puts together what is asked again and again.
    pub fn look(&self, options: &Options) -> Looked {
        let mut looked = Looked::with_room(self.len());
        for i in 0..self.len() {
            let row = self.told(i);
            let doubles = self.doubles(i).fold(0, |all, row| all | flags(row));
            let took = took(self.committed(i), self.at(i), options);
            looked.take(row, lane(row.alike), doubles, took.err());
        }
        looked
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// When one was out.
    #[inline]
    pub fn at(&self, i: usize) -> Millis {
        self.order.at(i)
    }

    /// What the row says that stands for one.
    #[inline]
    pub fn told(&self, i: usize) -> Told<'e> {
        self.events.told(self.order.row(i))
    }

    /// What was deployed by one, of which service and to which environment, as the row says that stands for it.
    pub fn version(&self, i: usize) -> Option<u64> {
        self.near_version(i)
    }

    /// The same, where all are gone through: a call costs as much as what is done.
    #[inline(always)]
    fn near_version(&self, i: usize) -> Option<u64> {
        let revision = self.events.revision(self.order.row(i))?;
        Some(mix(self.outs.get(i).lane.into(), revision.0.get()))
    }

    /// The places of those whose version may have come more than once, in order: of all that did, and of few others.
    pub fn again(&self) -> &[u32] {
        self.again.get_or_init(|| {
            let mut repeats = Repeats::with_room(self.len());
            parts(self.len()).for_each(|part| self.repeat(part, &mut repeats));
            let mut found = Vec::new();
            parts(self.len()).for_each(|part| self.find_again(part, &repeats, &mut found));
            found
        })
    }

    #[inline(never)]
    fn repeat(&self, part: Range<usize>, repeats: &mut Repeats) {
        for version in part.filter_map(|i| self.near_version(i)) {
            repeats.add(version);
        }
    }

    #[inline(never)]
    fn find_again(&self, part: Range<usize>, repeats: &Repeats, found: &mut Vec<u32>) {
        for i in part {
            if self
                .near_version(i)
                .is_some_and(|version| repeats.has(version))
            {
                found.push(count(i));
            }
        }
    }

    /// The places of those that were out in a period.
    pub fn places_in(&self, period: Period) -> Range<usize> {
        self.order.within(period)
    }

    /// Where the rows of some stand.
    pub fn places(&self, which: impl Iterator<Item = usize>) -> Vec<At> {
        which.filter_map(|i| self.ats.get(i)).collect()
    }

    /// Its other rows.
    pub fn doubles(&self, i: usize) -> impl Iterator<Item = Told<'e>> {
        let events = self.events;
        let stands = Millis::from(count(self.order.row(i)));
        let from = self.doubles.partition_point(|double| double.0 < stands);
        let rest = self.doubles[from..].iter();
        rest.take_while(move |double| double.0 == stands)
            .map(move |double| events.told(place(double.1)))
    }

    /// All of them by their revisions; the first is found first. With `ids` by their ids, too.
    pub fn names(&self, ids: bool) -> Names {
        let each = if ids { 2 } else { 1 };
        let mut names = Names::with_room(each * (self.len() + self.doubles.len()));
        for i in (0..self.len()).rev() {
            let own = std::iter::once(self.told(i));
            for row in own.chain(self.doubles(i)) {
                let both = [row.revision, row.key.filter(|_| ids)];
                for name in both.into_iter().flatten() {
                    names.add(name, count(i));
                }
            }
        }
        names
    }

    /// When its harm was over by its own rows: the latest.
    pub fn recovered(&self, i: usize) -> Option<Millis> {
        let others = self.doubles(i).filter_map(|row| row.recovered).max();
        self.told(i).recovered.max(others)
    }

    /// Its first commit by its own rows.
    pub fn committed(&self, i: usize) -> Option<Millis> {
        let own = self.told(i).committed;
        if self.doubles.is_empty() {
            return own;
        }
        let others = self.doubles(i).filter_map(|row| row.committed);
        others.chain(own).min()
    }
}
