//! Rows to deployments.

use crate::events::event::{Deployment, Events, Outcome};
use crate::events::extract::extracted::{Doubt, Reason};
use crate::events::extract::plain;
use crate::events::extract::work::Work;
use crate::events::mapping::{Mapping, Means};
use crate::events::meanings;
use crate::events::role::Role;
use crate::events::zone::Millis;
use std::ops::Range;

/// How many rows are taken at once.
const TOGETHER: usize = 4096;

/// Adds a table's deployments. Rows of one deployment, such as those for its states or for its commits, stay
/// apart: what belongs together is told by their keys.
pub fn rows<'a>(work: &mut Work<'a>, mapping: &'a Mapping, events: &mut Events) {
    let mut by_creation = 0;
    if let Some(plain) = plain::deployments(work, mapping, events) {
        events.plain = Some(Box::new(plain));
    } else {
        by_creation = one_by_one(work, events);
    }
    let undecided = undecided(mapping);
    let doubts = &mut work.extracted.doubts;
    doubts.extend(undecided);
    if by_creation > 0 {
        doubts.push(Doubt::FinishIsCreation { rows: by_creation });
    }
    if !work.cells.has(Role::Outcome) {
        doubts.push(Doubt::NoOutcome);
    }
    if !work.cells.has(Role::Environment) {
        doubts.push(Doubt::NoEnvironment);
    }
}

/// What is to be said where the names of the sorts do not tell which of them deploys, and nobody has said it: all
/// of them have one meaning.
fn undecided(mapping: &Mapping) -> Option<Doubt> {
    let sorts = mapping.values.iter().filter(|one| one.role == Role::Sort);
    let named = sorts.filter(|one| !one.text.is_empty());
    let (mut is_some_name, mut taken, mut left) = (false, false, false);
    for one in named {
        if meanings::deploys(&one.text) {
            return None;
        }
        is_some_name |= meanings::yes(&one.text).is_none();
        taken |= one.means == Means::Yes;
        left |= one.means == Means::No;
    }
    match (is_some_name, taken, left) {
        (true, false, true) => Some(Doubt::NothingDeploys),
        // Of a tool whose runs wait for it, somebody has said it.
        (true, true, false) if mapping.source.is_empty() => Some(Doubt::NoDeploymentSort),
        _ => None,
    }
}

/// Adds those of all rows, and returns of how many the finish is when they were made.
fn one_by_one(work: &mut Work, events: &mut Events) -> usize {
    events.deployments.reserve(work.rows);
    let mut by_creation = 0;
    let telling = [Role::Title, Role::Branch, Role::Labels];
    let telling: Vec<Role> = telling
        .into_iter()
        .filter(|role| work.cells.has(*role))
        .collect();
    for from in (0..work.rows).step_by(TOGETHER) {
        let rows = from..work.rows.min(from + TOGETHER);
        by_creation += some(work, rows, &telling, events);
    }
    by_creation
}

/// Adds those of some rows, and returns of how many the finish is when they were made. Not all at once: browsers
/// make a function quick while it is not running.
#[inline(never)]
fn some(work: &mut Work, rows: Range<usize>, telling: &[Role], events: &mut Events) -> usize {
    let mut by_creation = 0;
    for row in rows {
        if !work.is_sort(row) {
            work.leave(row, Reason::OtherSort);
            continue;
        }
        match deployment(work, row, telling, &mut by_creation) {
            Ok(one) => {
                if let Some(finished) = one.finished.get() {
                    work.see(finished);
                }
                events.deployments.push(one);
            }
            Err(reason) => work.leave(row, reason),
        }
    }
    by_creation
}

/// Makes a row's deployment. Those are counted whose finish is when they were made, for want of a better one.
/// `telling` are the roles of texts that may say what it is.
fn deployment(
    work: &mut Work,
    row: usize,
    telling: &[Role],
    by_creation: &mut usize,
) -> Result<Deployment, Reason> {
    let at = work.at(row);
    let cells = &mut work.cells;
    let (mut outcome, places) = cells.outcome(row, Role::Outcome);
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
    let mut finished = cells.time_at(row, Role::Finished, places);
    let can_end = outcome != Outcome::Running && cells.has(Role::Changed);
    if finished.is_none() && can_end && !meanings::is_replaced(cells.text(row, Role::Outcome)) {
        finished = cells.time(row, Role::Changed);
    }
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
    let (service, _) = cells.name(row, Role::Service);
    let (environment, is_meant) = cells.name(row, Role::Environment);
    let is_production = is_meant || !cells.has(Role::Environment);
    let mut told = meanings::Told::default();
    for role in telling {
        for text in cells.texts(row, *role) {
            let more = meanings::told(text);
            told.rollback |= more.rollback;
            told.hotfix |= more.hotfix;
        }
    }
    *by_creation += usize::from(is_created && outcome != Outcome::Running);
    Ok(Deployment {
        at,
        key: cells.key(row, Role::Id),
        service,
        environment,
        is_production,
        outcome,
        finished: Some(finished).into(),
        revision: cells.revision(row, Role::Revision),
        committed: cells.time(row, Role::Committed).into(),
        has_failed_users: cells.choice(row, Role::Failed),
        recovered: cells.time(row, Role::Recovered).into(),
        is_unplanned: cells.choice(row, Role::Unplanned),
        says_rollback: told.rollback,
        says_hotfix: told.hotfix,
    })
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
