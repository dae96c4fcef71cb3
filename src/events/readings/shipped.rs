//! What reached production: each deployment once, in order of time.

use super::index::{Index, NONE, Repeats, digest, mix};
use super::left::Left;
use super::names::Names;
use super::outs::{Looked, Out, flags};
use super::statistics::{Sorted, count, place, sort};
use crate::events::deployment::Told;
use crate::events::event::{At, Deployment, Events, Key, Outcome};
use crate::events::period::{Period, Span};
use crate::events::reading::{Options, Reason};
use crate::events::rows::Rows;
use crate::events::zone::Millis;
use std::ops::Range;

/// The beginning of 1990: no tool of today was there before.
const OLDEST: Millis = 631_152_000_000;
const DAY: Millis = 24 * 3_600_000;

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

/// What reached production, each deployment once, in order of time.
pub struct Shipped<'e> {
    events: &'e Events,
    /// When each was out, and the row that stands for it.
    pub order: Vec<Sorted>,
    /// What is asked of each again and again, close together: rows are five times as big.
    pub outs: Vec<Out>,
    /// Where the row stands that stands for each.
    pub ats: Rows,
    /// Other rows of the same deployment, by the row that stands for it.
    doubles: Vec<Sorted>,
    /// The services, each with how many deployments it has, most first.
    pub services: Vec<(Key, u32)>,
    /// How many lanes there are.
    pub lanes: u32,
    /// The first and last moment of any deployment, to whatever environment.
    pub span: Option<Span>,
}

impl<'e> Shipped<'e> {
    /// Finds them, and says of all other rows why they are left out.
    pub fn of(events: &'e Events, options: &Options, left: &mut Left) -> Self {
        let rows = events.count_deployments();
        let mut found = Self {
            events,
            order: Vec::with_capacity(rows),
            outs: Vec::new(),
            ats: Rows::default(),
            doubles: Vec::new(),
            services: Vec::new(),
            lanes: 0,
            span: None,
        };
        let (mut first, mut last) = (Millis::MAX, Millis::MIN);
        let (mut unsure, mut ids) = (Vec::new(), Vec::with_capacity(rows));
        // While they come in order of time, they are looked at once: there may be a million.
        let mut looked = Some(Looked::with_room(rows));
        // What rows say alike is where that of the last one is.
        let mut lane_of = (std::ptr::null(), 0);
        for (i, row) in (0..).zip(events.each_told()) {
            let possible = row.finished.filter(|at| is_possible(*at, options));
            if let Some(at) = possible.filter(|_| row.alike.outcome != Outcome::Running) {
                (first, last) = (first.min(at), last.max(at));
            }
            match verdict(row, possible, options) {
                Ok(at) => {
                    if !std::ptr::eq(lane_of.0, row.alike) {
                        lane_of = (row.alike, lane(row.alike));
                    }
                    let lane = lane_of.1;
                    if found.order.last().is_some_and(|last| last.0 > at) {
                        looked = None;
                    }
                    if let Some(looked) = &mut looked {
                        let took = took(row.committed, at, options);
                        looked.add(row, lane, 0, took.err());
                    }
                    found.order.push((at, i));
                    ids.push(identity(row, lane, at, options));
                }
                Err(Reason::PipelineFailed | Reason::Cancelled | Reason::Running)
                    if row.key.is_some() =>
                {
                    unsure.push(i);
                }
                Err(why) => left.add(why, row.at),
            }
        }
        found.span = (first <= last).then_some(Span { first, last });
        found.once(ids, &unsure, options, left);
        sort(&mut found.doubles);
        found.sort();
        let looked = looked.filter(|looked| looked.outs.len() == found.len());
        let looked = looked.unwrap_or_else(|| found.look(options));
        found.services = looked.services();
        found.lanes = looked.lanes();
        (found.outs, found.ats) = (looked.outs, looked.ats);
        found
    }

    /// Keeps each deployment once. `unsure` are rows that did not get out, of deployments that may have,
    /// as another row says.
    fn once(&mut self, ids: Vec<u64>, unsure: &[u32], options: &Options, left: &mut Left) {
        let others = unsure
            .iter()
            .map(|i| self.events.deployment(place(*i)))
            .map(|row| identity(Told::from(&row), lane(&row), 0, options));
        let mut repeats = Repeats::with_room(ids.len() + unsure.len());
        for id in ids.iter().copied().chain(others.clone()) {
            repeats.add(id);
        }
        let mut known = Index::new();
        let mut kept = 0;
        for (n, id) in ids.into_iter().enumerate() {
            let (at, i) = self.order[n];
            if repeats.has(id) {
                let stands = known.entry(id);
                if *stands != NONE {
                    let stands = place(*stands);
                    self.join(stands, (at, i));
                    continue;
                }
                *stands = count(kept);
            }
            if kept < n {
                self.order[kept] = (at, i);
            }
            kept += 1;
        }
        self.order.truncate(kept);
        for (i, id) in unsure.iter().zip(others.collect::<Vec<_>>()) {
            // What became of it stands in another row.
            let row = self.events.deployment(place(*i));
            let why = if repeats.has(id) && known.get(id).is_some() {
                Reason::Doubled
            } else {
                unfinished(row.outcome)
            };
            left.add(why, row.at);
        }
        for double in &mut self.doubles {
            let stands = usize::try_from(double.0).unwrap_or(0);
            double.0 = self.order[stands].1.into();
            left.add(Reason::Doubled, self.events.deployment(place(double.1)).at);
        }
    }

    /// Takes one more row of a known deployment: one that surely succeeded stands for it, and of those the
    /// earliest.
    fn join(&mut self, known: usize, one: Sorted) {
        let stands = self.order[known];
        let rank = |(at, i): Sorted| {
            (
                self.events.deployment(place(i)).outcome == Outcome::Unsaid,
                at,
            )
        };
        let other = if rank(one) < rank(stands) {
            self.order[known] = one;
            stands
        } else {
            one
        };
        self.doubles.push((count(known).into(), other.1));
    }

    /// Puts them in order of time. Of those with the same time, such as a day, a file that begins with its
    /// latest rows has the later one first.
    fn sort(&mut self) {
        let ends = self.order.first().zip(self.order.last());
        if ends.is_none_or(|(first, last)| first.0 <= last.0) {
            sort(&mut self.order);
            return;
        }
        self.order.iter_mut().for_each(|(_, i)| *i = !*i);
        sort(&mut self.order);
        self.order.iter_mut().for_each(|(_, i)| *i = !*i);
    }

    /// Puts together what is asked again and again.
    fn look(&mut self, options: &Options) -> Looked {
        let mut looked = Looked::with_room(self.len());
        for i in 0..self.len() {
            let row = self.row(i);
            let doubles = self
                .doubles(i)
                .fold(0, |all, row| all | flags(Told::from(&row)));
            let took = took(self.committed(i), self.at(i), options);
            looked.add(Told::from(&row), lane(&row), doubles, took.err());
        }
        looked
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// When one was out.
    pub fn at(&self, i: usize) -> Millis {
        self.order[i].0
    }

    /// The row that stands for one.
    pub fn row(&self, i: usize) -> Deployment {
        self.events.deployment(place(self.order[i].1))
    }

    /// The places of those that were out in a period.
    pub fn places_in(&self, period: Period) -> Range<usize> {
        let before = |end| self.order.partition_point(|(at, _)| *at < end);
        before(period.from)..before(period.until)
    }

    /// Where the rows of some stand.
    pub fn places(&self, which: impl Iterator<Item = usize>) -> Vec<At> {
        which.filter_map(|i| self.ats.get(i)).collect()
    }

    /// Its other rows.
    pub fn doubles(&self, i: usize) -> impl Iterator<Item = Deployment> {
        let stands = Millis::from(self.order[i].1);
        let from = self.doubles.partition_point(|double| double.0 < stands);
        let rest = self.doubles[from..].iter();
        rest.take_while(move |double| double.0 == stands)
            .map(|double| self.events.deployment(place(double.1)))
    }

    /// All of them by their revisions; the first is found first. With `ids` by their ids, too.
    pub fn names(&self, ids: bool) -> Names {
        let each = if ids { 2 } else { 1 };
        let mut names = Names::with_room(each * (self.len() + self.doubles.len()));
        for i in (0..self.len()).rev() {
            let own = std::iter::once(self.row(i));
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
        let others = self.doubles(i).filter_map(|row| row.recovered.get()).max();
        self.row(i).recovered.get().max(others)
    }

    /// Its first commit by its own rows.
    pub fn committed(&self, i: usize) -> Option<Millis> {
        let own = self.row(i).committed.get();
        if self.doubles.is_empty() {
            return own;
        }
        let others = self.doubles(i).filter_map(|row| row.committed.get());
        others.chain(own).min()
    }

    /// Of each the one before it of the same service in the same environment, or [`NONE`].
    pub fn before(&self) -> Vec<u32> {
        let mut last = vec![NONE; place(self.lanes)];
        let each = (0..).zip(&self.outs);
        each.map(|(i, out)| std::mem::replace(&mut last[place(out.lane)], i))
            .collect()
    }
}

/// The digest of service and environment.
fn lane(row: &Deployment) -> u64 {
    mix(digest(row.service), digest(row.environment))
}

fn unfinished(outcome: Outcome) -> Reason {
    match outcome {
        Outcome::Cancelled => Reason::Cancelled,
        Outcome::Running => Reason::Running,
        _ => Reason::PipelineFailed,
    }
}

/// When a row was out in production, or why it was not.
fn verdict(row: Told, possible: Option<Millis>, options: &Options) -> Result<Millis, Reason> {
    if options.service.is_some() && options.service != row.alike.service {
        return Err(Reason::OtherService);
    }
    if !row.alike.is_production {
        return Err(Reason::OtherEnvironment);
    }
    if !matches!(row.alike.outcome, Outcome::Succeeded | Outcome::Unsaid) {
        return Err(unfinished(row.alike.outcome));
    }
    possible.ok_or(if row.finished.is_some() {
        Reason::ImpossibleTime
    } else {
        Reason::NoTime
    })
}

/// What tells a deployment apart: its id; without one its revision and the minute in which it was out;
/// without that the moment. Days alone tell nothing apart, so that three on one day are three.
fn identity(row: Told, lane: u64, at: Millis, options: &Options) -> u64 {
    let own = match (row.key, row.revision) {
        (Some(key), _) => key.0.get(),
        (None, Some(revision)) => mix(revision.0.get(), at.div_euclid(60_000).unsigned_abs()),
        (None, None) => {
            let offset = Millis::from(options.zone.offset_at(at)) * 1000;
            let is_day = (at + offset).rem_euclid(DAY) == 0;
            let row = (u64::from(row.at.file) << 32) | u64::from(row.at.row);
            mix(at.unsigned_abs(), if is_day { row + 1 } else { 0 })
        }
    };
    mix(lane, own)
}
