//! Events to test with.

use plumbline::events::event::{At, Change, Deployment, Events, Incident, Key, Outcome};
use plumbline::events::reading::{LeftOut, NoReading, Options, Reading, Reason, Wanted};
use plumbline::events::readings::Basis;
use plumbline::events::{Millis, Zone};
use std::num::NonZeroU64;

pub const MINUTE: Millis = 60_000;
pub const HOUR: Millis = 60 * MINUTE;
pub const DAY: Millis = 24 * HOUR;
/// 2 March 2026, a Monday, at midnight in UTC.
pub const MONDAY: Millis = 20_514 * DAY;

/// The reading of a metric from events.
pub fn compute(metric: &str, events: &Events, options: &Options) -> Result<Reading, NoReading> {
    Basis::of(events, options).compute(metric)
}

pub fn key(n: u64) -> Key {
    Key(NonZeroU64::new(n).unwrap())
}

pub fn row(row: u32) -> At {
    At { file: 0, row }
}

/// A deployment to production that succeeded, of a revision that has its number.
pub fn deployed(number: u32, finished: Millis) -> Deployment {
    Deployment {
        at: row(number),
        key: Some(key(1000 + u64::from(number))),
        service: None,
        environment: Some(key(1)),
        is_production: true,
        outcome: Outcome::Succeeded,
        finished: Some(finished).into(),
        revision: Some(key(100_000 + u64::from(number))),
        committed: None.into(),
        has_failed_users: None,
        recovered: None.into(),
        is_unplanned: None,
        says_rollback: false,
        says_hotfix: false,
    }
}

/// One deployment at noon of each of these days.
pub fn on_days(days: &[i64]) -> Events {
    let each = (0..).zip(days);
    Events {
        deployments: each
            .map(|(i, day)| deployed(i, MONDAY + day * DAY + 12 * HOUR))
            .collect(),
        ..Events::default()
    }
}

pub fn incident(number: u32, began: Millis, ended: Option<Millis>) -> Incident {
    Incident {
        at: At {
            file: 1,
            row: number,
        },
        key: Some(key(5000 + u64::from(number))),
        service: None,
        began: Some(began),
        detected: None,
        acknowledged: None,
        mitigated: None,
        ended,
        cause: None,
        cause_id: None,
        pages: Some(1),
        was_acted_on: None,
        found_first: None,
        counts: true,
    }
}

pub fn change(number: u32, committed: Millis) -> Change {
    Change {
        at: At {
            file: 2,
            row: number,
        },
        key: None,
        revisions: vec![key(200_000 + u64::from(number))],
        committed: Some(committed),
        merged: None,
        deployed: None,
        is_merge: false,
        reverts: None,
    }
}

/// All that the file covers.
pub fn all() -> Options {
    Options {
        wanted: Wanted::All,
        ..usual()
    }
}

pub fn usual() -> Options {
    Options::new(Zone::utc())
}

/// How many rows were left out for a reason.
pub fn left(left_out: &[LeftOut], why: Reason) -> usize {
    left_out
        .iter()
        .filter(|left| left.why == why)
        .map(|left| left.rows.len())
        .sum()
}

pub fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}
