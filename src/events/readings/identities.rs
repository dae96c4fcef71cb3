//! What tells deployments apart.

use super::index::{digest, mix};
use crate::events::event::{At, Deployment, Key};
use crate::events::reading::Options;
use crate::events::zone::{DAY, Millis};

/// The digest of service and environment.
pub fn lane(row: &Deployment) -> u64 {
    mix(digest(row.service), digest(row.environment))
}

/// What tells a deployment of a lane apart: its id; without one its revision and the minute in which it was out;
/// without that the moment. Days alone tell nothing apart, so that three on one day are three.
#[inline]
pub fn identity(
    lane: u64,
    (key, revision): (Option<Key>, Option<Key>),
    row: At,
    at: Millis,
    options: &Options,
) -> u64 {
    let own = match (key, revision) {
        (Some(key), _) => key.0.get(),
        (None, Some(revision)) => mix(revision.0.get(), at.div_euclid(60_000).unsigned_abs()),
        (None, None) => {
            let is_day = options.zone.shown(at).rem_euclid(DAY) == 0;
            let row = (u64::from(row.file) << 32) | u64::from(row.row);
            mix(at.unsigned_abs(), if is_day { row + 1 } else { 0 })
        }
    };
    mix(lane, own)
}
