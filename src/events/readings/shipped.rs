//! What reached production: each deployment once, in order of time.

use super::index::{Index, NONE, digest, mix};
use super::left::Left;
use super::statistics::{Sorted, count, place, sort};
use crate::events::event::{Deployment, Key, Outcome};
use crate::events::period::Span;
use crate::events::reading::{Options, Reason};
use crate::events::zone::Millis;

/// The beginning of 1990: no tool of today was there before.
const OLDEST: Millis = 631_152_000_000;
const DAY: Millis = 24 * 3_600_000;

/// Whether a moment can be one.
pub fn is_possible(at: Millis, options: &Options) -> bool {
    at >= OLDEST && options.now.is_none_or(|now| at <= now)
}

/// What reached production, each deployment once, in order of time.
pub struct Shipped<'e> {
    rows: &'e [Deployment],
    /// When each was out, and the row that stands for it.
    pub order: Vec<Sorted>,
    /// Other rows of the same deployment, by the row that stands for it.
    doubles: Vec<Sorted>,
    /// The first and last moment of any deployment, to whatever environment.
    pub span: Option<Span>,
}

/// What the rows of a deployment say together.
#[derive(Debug, Clone, Copy, Default)]
pub struct Facts {
    /// Whether it failed users: where any row says so.
    pub has_failed_users: Option<bool>,
    /// When that was over: the latest.
    pub recovered: Option<Millis>,
    /// Its first commit.
    pub committed: Option<Millis>,
    /// Whether it was unplanned.
    pub is_unplanned: Option<bool>,
    /// Whether its words say rollback.
    pub says_rollback: bool,
    /// Whether they say hotfix.
    pub says_hotfix: bool,
}

impl<'e> Shipped<'e> {
    /// Finds them, and says of all other rows why they are left out.
    pub fn of(rows: &'e [Deployment], options: &Options, left: &mut Left) -> Self {
        let mut found = Self {
            rows,
            order: Vec::with_capacity(rows.len()),
            doubles: Vec::new(),
            span: None,
        };
        let mut known = Index::with_room(rows.len());
        let (mut first, mut last) = (Millis::MAX, Millis::MIN);
        let mut unsure = Vec::new();
        for (i, row) in rows.iter().enumerate() {
            let possible = row.finished.filter(|at| is_possible(*at, options));
            if let Some(at) = possible.filter(|_| row.outcome != Outcome::Running) {
                (first, last) = (first.min(at), last.max(at));
            }
            match verdict(row, possible, options) {
                Ok(at) => found.take(count(i), at, known.entry(identity(row, at, options))),
                Err(Reason::PipelineFailed | Reason::Cancelled | Reason::Running)
                    if row.key.is_some() =>
                {
                    unsure.push(count(i));
                }
                Err(why) => left.add(why, row.at),
            }
        }
        found.span = (first <= last).then_some(Span { first, last });
        for i in unsure {
            // What became of it stands in another row.
            let row = &rows[place(i)];
            let became = known.get(identity(row, 0, options));
            let why = became.map_or_else(|| unfinished(row.outcome), |_| Reason::Doubled);
            left.add(why, row.at);
        }
        for double in &mut found.doubles {
            let stands = usize::try_from(double.0).unwrap_or(0);
            double.0 = found.order[stands].1.into();
            left.add(Reason::Doubled, rows[place(double.1)].at);
        }
        sort(&mut found.doubles);
        sort(&mut found.order);
        found
    }

    /// Takes a row: as a new deployment, or as one more row of a known one.
    fn take(&mut self, i: u32, at: Millis, known: &mut u32) {
        if *known == NONE {
            *known = count(self.order.len());
            self.order.push((at, i));
            return;
        }
        let stands = self.order[place(*known)];
        let rank = |(at, i): Sorted| (self.rows[place(i)].outcome == Outcome::Unsaid, at);
        let other = if rank((at, i)) < rank(stands) {
            self.order[place(*known)] = (at, i);
            stands.1
        } else {
            i
        };
        self.doubles.push(((*known).into(), other));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// How many rows they have together.
    pub fn rows(&self) -> usize {
        self.order.len() + self.doubles.len()
    }

    /// When one was out.
    pub fn at(&self, i: usize) -> Millis {
        self.order[i].0
    }

    /// The row that stands for one.
    pub fn row(&self, i: usize) -> &'e Deployment {
        &self.rows[place(self.order[i].1)]
    }

    /// Its other rows.
    pub fn doubles(&self, i: usize) -> impl Iterator<Item = &'e Deployment> {
        let stands = Millis::from(self.order[i].1);
        let from = self.doubles.partition_point(|double| double.0 < stands);
        let rest = self.doubles[from..].iter();
        rest.take_while(move |double| double.0 == stands)
            .map(|double| &self.rows[place(double.1)])
    }

    /// What its rows say together.
    pub fn facts(&self, i: usize) -> Facts {
        let row = self.row(i);
        let mut facts = Facts {
            has_failed_users: row.has_failed_users,
            recovered: row.recovered,
            committed: row.committed,
            is_unplanned: row.is_unplanned,
            says_rollback: row.says_rollback,
            says_hotfix: row.says_hotfix,
        };
        if self.doubles.is_empty() {
            return facts;
        }
        for row in self.doubles(i) {
            // `None` is before `Some(false)` and that before `Some(true)`.
            facts.has_failed_users = facts.has_failed_users.max(row.has_failed_users);
            facts.is_unplanned = facts.is_unplanned.max(row.is_unplanned);
            facts.recovered = facts.recovered.max(row.recovered);
            let committed = facts.committed.into_iter().chain(row.committed);
            facts.committed = committed.min();
            facts.says_rollback |= row.says_rollback;
            facts.says_hotfix |= row.says_hotfix;
        }
        facts
    }

    /// Of each the one before it of the same service in the same environment, or [`NONE`].
    pub fn before(&self) -> Vec<u32> {
        // Services and environments are few; where they are not, each may be one of its own.
        let mut last = Index::with_room(self.len());
        let each = (0..self.len()).map(|i| {
            let last = last.entry(lane(self.row(i)));
            std::mem::replace(last, count(i))
        });
        each.collect()
    }

    /// The services that they are of, each with how many it has, most first.
    pub fn services(&self) -> Vec<(Key, u32)> {
        let mut places = Index::with_room(self.len());
        let mut services: Vec<(Key, u32)> = Vec::new();
        for service in (0..self.len()).filter_map(|i| self.row(i).service) {
            let known = places.entry(service.0.get());
            if *known == NONE {
                *known = count(services.len());
                services.push((service, 0));
            }
            services[place(*known)].1 += 1;
        }
        let mut order: Vec<Sorted> = (0..)
            .zip(&services)
            .map(|(i, s)| (-Millis::from(s.1), i))
            .collect();
        sort(&mut order);
        order.iter().map(|(_, i)| services[place(*i)]).collect()
    }
}

/// Service and environment, within which one deployment replaces another.
pub fn lane(row: &Deployment) -> u64 {
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
fn verdict(
    row: &Deployment,
    possible: Option<Millis>,
    options: &Options,
) -> Result<Millis, Reason> {
    if options.service.is_some() && options.service != row.service {
        return Err(Reason::OtherService);
    }
    if !row.is_production {
        return Err(Reason::OtherEnvironment);
    }
    if !matches!(row.outcome, Outcome::Succeeded | Outcome::Unsaid) {
        return Err(unfinished(row.outcome));
    }
    possible.ok_or(if row.finished.is_some() {
        Reason::ImpossibleTime
    } else {
        Reason::NoTime
    })
}

/// What tells a deployment apart: its id; without one its revision and the minute in which it was out;
/// without that the moment. Days alone tell nothing apart, so that three on one day are three.
fn identity(row: &Deployment, at: Millis, options: &Options) -> u64 {
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
    mix(lane(row), own)
}
