//! Which rows reached production, and why others did not.

use super::identities::{identity, lane};
use super::index::{Index, NONE, Repeats};
use super::left::Left;
use super::order::Order;
use super::outs::Looked;
use super::shipped::{Shipped, is_possible, took};
use super::statistics::{Sorted, count, place, sort};
use crate::events::deployment::Told;
use crate::events::event::{Deployment, Events, Outcome};
use crate::events::period::Span;
use crate::events::reading::{Options, Reason};
use crate::events::zone::Millis;

/// Finds what reached production, and says of all other rows why they are left out.
pub fn shipped<'e>(events: &'e Events, options: &Options, left: &mut Left) -> Shipped<'e> {
    let rows = events.count_deployments();
    let mut found = Sift {
        events,
        order: Vec::with_capacity(rows),
        doubles: Vec::new(),
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
                    looked.take(row, lane, 0, took.err());
                }
                found.order.push((at, i));
                ids.push(identity(lane, (row.key, row.revision), row.at, at, options));
            }
            Err(Reason::PipelineFailed | Reason::Cancelled | Reason::Running)
                if row.key.is_some() =>
            {
                unsure.push(i);
            }
            Err(why) => left.add(why, row.at),
        }
    }
    found.once(ids, &unsure, options, left);
    sort(&mut found.doubles);
    found.sort();
    let Sift { order, doubles, .. } = found;
    let looked = looked.filter(|looked| looked.len() == order.len());
    let mut shipped = Shipped::new(events, Order::List(order), doubles);
    shipped.span = (first <= last).then_some(Span { first, last });
    let looked = looked.unwrap_or_else(|| shipped.look(options));
    shipped.with(looked)
}

/// Rows that reached production, while they are being sifted.
struct Sift<'e> {
    events: &'e Events,
    order: Vec<Sorted>,
    doubles: Vec<Sorted>,
}

impl Sift<'_> {
    /// Keeps each deployment once. `unsure` are rows that did not get out, of deployments that may have,
    /// as another row says.
    fn once(&mut self, ids: Vec<u64>, unsure: &[u32], options: &Options, left: &mut Left) {
        let others = unsure
            .iter()
            .map(|i| self.events.deployment(place(*i)))
            .map(|row| identity(lane(&row), (row.key, row.revision), row.at, 0, options));
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
}

fn unfinished(outcome: Outcome) -> Reason {
    match outcome {
        Outcome::Cancelled => Reason::Cancelled,
        Outcome::Running => Reason::Running,
        _ => Reason::PipelineFailed,
    }
}

/// Why what many rows say alike keeps them from production, if it does.
pub fn objection(alike: &Deployment, options: &Options) -> Option<Reason> {
    if options.service.is_some() && options.service != alike.service {
        return Some(Reason::OtherService);
    }
    if !alike.is_production {
        return Some(Reason::OtherEnvironment);
    }
    let is_out = matches!(alike.outcome, Outcome::Succeeded | Outcome::Unsaid);
    (!is_out).then(|| unfinished(alike.outcome))
}

/// When a row was out in production, or why it was not.
fn verdict(row: Told, possible: Option<Millis>, options: &Options) -> Result<Millis, Reason> {
    if let Some(why) = objection(row.alike, options) {
        return Err(why);
    }
    possible.ok_or(if row.finished.is_some() {
        Reason::ImpossibleTime
    } else {
        Reason::NoTime
    })
}
