//! Rows to deployments.

use crate::events::event::{Deployment, Events, Outcome};
use crate::events::extract::cells::rank;
use crate::events::extract::extracted::{Doubt, Reason};
use crate::events::extract::once::Once;
use crate::events::extract::work::Work;
use crate::events::key::Key;
use crate::events::meanings;
use crate::events::role::Role;
use crate::events::zone::Millis;

/// A minute.
const MINUTE: Millis = 60_000;

/// Adds a table's deployments. An id counts once in each environment: rows for its states, or for its commits,
/// are one deployment, which ended as the best of them, at the first such moment.
pub fn rows(work: &mut Work, id_per_service: bool, events: &mut Events) {
    let from = events.deployments.len();
    let mut seen = Once::new(work.rows);
    let mut by_creation = 0;
    for row in 0..work.rows {
        if !work.is_sort(row) {
            work.leave(row, Reason::OtherSort);
            continue;
        }
        let (one, is_created) = match deployment(work, row, id_per_service) {
            Ok(found) => found,
            Err(reason) => {
                work.leave(row, reason);
                continue;
            }
        };
        if let Some(place) =
            tells_apart(&one).and_then(|key| seen.place(key, events.deployments.len() - from))
        {
            work.leave(row, Reason::Again);
            if let Some(known) = events.deployments.get_mut(from + place) {
                join(known, one);
            }
            continue;
        }
        by_creation += usize::from(is_created);
        if let Some(finished) = one.finished {
            work.see(finished);
        }
        events.deployments.push(one);
    }
    if by_creation > 0 {
        work.extracted
            .doubts
            .push(Doubt::FinishIsCreation { rows: by_creation });
    }
    if !work.cells.has(Role::Outcome) {
        work.extracted.doubts.push(Doubt::NoOutcome);
    }
    if !work.cells.has(Role::Environment) {
        work.extracted.doubts.push(Doubt::NoEnvironment);
    }
}

/// Makes a row's deployment, and says whether its finish is when it was made, for want of a better one.
fn deployment(
    work: &mut Work,
    row: usize,
    id_per_service: bool,
) -> Result<(Deployment, bool), Reason> {
    let at = work.at(row);
    let cells = &mut work.cells;
    let (mut outcome, place) = cells.outcome(row, Role::Outcome);
    if cells.has(Role::Inner)
        && outcome == Outcome::Succeeded
        && !cells.text(row, Role::Inner).is_empty()
    {
        let (inner, _) = cells.outcome(row, Role::Inner);
        if inner == Outcome::Failed {
            outcome = inner;
        }
    }
    let started = cells.time(row, Role::Started);
    let created = cells.time(row, Role::Created);
    let begun = started.or(created);
    let mut finished = cells.time_at(row, Role::Finished, place);
    if finished.is_none() {
        let took = cells.span(row, Role::Took);
        finished = begun
            .zip(took)
            .map(|(begun, took)| begun + super::cells::whole(took));
    }
    let is_created = finished.is_none();
    let finished = finished.or(begun).ok_or(Reason::NoTime)?;
    if work.is_ahead(finished) {
        return Err(Reason::InFuture);
    }
    if begun.is_some_and(|begun| begun > finished) {
        return Err(Reason::EndsBeforeItBegins);
    }
    let cells = &mut work.cells;
    let service = cells.key(row, Role::Service);
    let is_production =
        !cells.has(Role::Environment) || cells.choice(row, Role::Environment) == Some(true);
    let mut told = meanings::Told::default();
    for role in [Role::Title, Role::Branch, Role::Labels] {
        for text in cells.texts(row, role) {
            let more = meanings::told(text);
            told.rollback |= more.rollback;
            told.hotfix |= more.hotfix;
        }
    }
    let id = cells.key(row, Role::Id);
    let one = Deployment {
        at,
        key: id.map(|id| id.with(service.filter(|_| id_per_service))),
        service,
        environment: cells.key(row, Role::Environment),
        is_production,
        outcome,
        finished: Some(finished),
        revision: cells.revision(row, Role::Revision),
        committed: cells.time(row, Role::Committed),
        has_failed_users: cells.choice(row, Role::Failed),
        recovered: cells.time(row, Role::Recovered),
        is_unplanned: cells.choice(row, Role::Unplanned),
        says_rollback: told.rollback,
        says_hotfix: told.hotfix,
    };
    Ok((one, is_created && outcome != Outcome::Running))
}

/// What tells a deployment apart: its id in its environment; without an id its service, environment, revision
/// and the minute of its end. Without a revision nothing does.
fn tells_apart(one: &Deployment) -> Option<Key> {
    if let Some(key) = one.key {
        return Some(key.with(one.environment));
    }
    let minute = u64::try_from(one.finished? / MINUTE).ok().map(Key::from);
    Some(
        one.revision?
            .with(minute)
            .with(one.service)
            .with(one.environment),
    )
}

/// Joins a deployment with what another row says of it.
fn join(known: &mut Deployment, other: Deployment) {
    let better = (
        rank(other.outcome),
        std::cmp::Reverse((other.finished, other.revision)),
    );
    if better
        > (
            rank(known.outcome),
            std::cmp::Reverse((known.finished, known.revision)),
        )
    {
        known.outcome = other.outcome;
        known.finished = other.finished;
        known.revision = other.revision;
    }
    known.committed = earlier(known.committed, other.committed);
    known.recovered = earlier(known.recovered, other.recovered);
    known.has_failed_users = either(known.has_failed_users, other.has_failed_users);
    known.is_unplanned = either(known.is_unplanned, other.is_unplanned);
    known.says_rollback |= other.says_rollback;
    known.says_hotfix |= other.says_hotfix;
}

/// The earlier of two moments.
pub fn earlier(one: Option<Millis>, two: Option<Millis>) -> Option<Millis> {
    match (one, two) {
        (Some(one), Some(two)) => Some(one.min(two)),
        (one, two) => one.or(two),
    }
}

/// Whether one of two says so.
pub fn either(one: Option<bool>, two: Option<bool>) -> Option<bool> {
    match (one, two) {
        (Some(one), Some(two)) => Some(one || two),
        (one, two) => one.or(two),
    }
}
