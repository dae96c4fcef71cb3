//! Rows to incidents and pages.

use crate::events::event::{Events, Incident, Outcome};
use crate::events::extract::cells::whole;
use crate::events::extract::deployments::{earlier, either};
use crate::events::extract::extracted::{Doubt, Reason};
use crate::events::extract::once::Once;
use crate::events::extract::work::Work;
use crate::events::key::Key;
use crate::events::role::{Kind, Role};
use crate::events::zone::Millis;

/// How rows are read.
#[derive(Clone, Copy)]
pub struct Reads {
    /// What they are.
    pub kind: Kind,
    /// Whether the last change of one that is over is its end.
    pub changed_is_end: bool,
    /// Whether each called somebody once, where no column says how often.
    pub each_calls: bool,
}

/// Adds a table's incidents or pages. Rows of one id are one: it began at the earliest and ended at the latest
/// of what they say.
#[inline(never)]
pub fn rows(work: &mut Work, reads: Reads, events: &mut Events) {
    let from = events.incidents.len();
    let mut seen = Once::new(work.rows);
    let mut at_once = 0;
    let mut disagree = 0;
    for row in 0..work.rows {
        let one = match incident(work, row, reads) {
            Ok(one) => one,
            Err(reason) => {
                work.leave(row, reason);
                continue;
            }
        };
        if let Some(place) = one
            .key
            .and_then(|key| seen.place(key, events.incidents.len() - from))
        {
            work.leave(row, Reason::Again);
            if let Some(known) = events.incidents.get_mut(from + place) {
                join(known, &one);
            }
            continue;
        }
        at_once += usize::from(one.detected.is_some() && one.detected == one.began);
        disagree += usize::from(disagrees(work, row, &one));
        for moment in [one.began, one.ended].into_iter().flatten() {
            work.see(moment);
        }
        events.incidents.push(one);
    }
    let all = events.incidents.len() - from;
    if at_once == all && all > 0 {
        let rows = at_once;
        work.extracted.doubts.push(Doubt::DetectedAtOnce { rows });
    }
    if disagree > 0 {
        let rows = disagree;
        work.extracted
            .doubts
            .push(Doubt::DurationsDisagree { rows });
    }
}

/// Makes a row's incident.
fn incident(work: &mut Work, row: usize, reads: Reads) -> Result<Incident, Reason> {
    let state = work.state(row)?;
    let at = work.at(row);
    let cells = &mut work.cells;
    let began = cells
        .time(row, Role::Began)
        .or_else(|| cells.time(row, Role::Created))
        .ok_or(Reason::NoTime)?;
    let is_over = matches!(state, Outcome::Succeeded | Outcome::Failed);
    let ended = end(work, row, began, is_over && reads.changed_is_end);
    if work.is_ahead(began) {
        return Err(Reason::InFuture);
    }
    if ended.is_some_and(|ended| ended < began) {
        return Err(Reason::EndsBeforeItBegins);
    }
    let cells = &mut work.cells;
    let mitigated = cells.time(row, Role::Mitigated);
    if is_over && ended.or(mitigated).is_none() && reads.kind == Kind::Incidents {
        return Err(Reason::ClosedWithoutTime);
    }
    let pages = cells.number(row, Role::Pages).and_then(count);
    Ok(Incident {
        at,
        key: cells.key(row, Role::Id),
        service: cells.name(row, Role::Service).0,
        began: Some(began),
        detected: cells.time(row, Role::Detected),
        acknowledged: cells.time(row, Role::Acknowledged),
        mitigated,
        ended,
        cause: Key::revision(cause(work.cells.text(row, Role::Cause))),
        cause_id: Key::of(cause(work.cells.text(row, Role::Cause))),
        pages: pages.or(reads.each_calls.then_some(1)),
        was_acted_on: work.cells.choice(row, Role::ActedOn),
        found_first: work.cells.choice(row, Role::FoundFirst),
        counts: true,
    })
}

/// When a row's incident ended.
fn end(work: &mut Work, row: usize, began: Millis, by_change: bool) -> Option<Millis> {
    let cells = &mut work.cells;
    if let Some(resolved) = cells.time(row, Role::Resolved) {
        return Some(resolved);
    }
    if by_change && let Some(changed) = cells.time(row, Role::Changed) {
        return Some(changed);
    }
    cells
        .span(row, Role::Took)
        .filter(|took| *took > 0.0)
        .map(|took| began + whole(took))
}

/// Whether the column of durations says something else than the two times, by more than a minute and more than
/// a tenth.
fn disagrees(work: &Work, row: usize, one: &Incident) -> bool {
    let (Some(began), Some(ended)) = (one.began, one.ended) else {
        return false;
    };
    let Some(took) = work.cells.span(row, Role::Took) else {
        return false;
    };
    let apart = ((ended - began) - whole(took)).abs();
    apart > 60_000 && apart > (ended - began) / 10
}

/// What caused it: the last word, as in `root cause: 9f3c2d1`.
fn cause(text: &str) -> &str {
    text.rsplit([' ', ',', '/', '#']).next().unwrap_or(text)
}

/// A number of pages.
fn count(number: f64) -> Option<u32> {
    u32::try_from(whole(number)).ok()
}

/// Joins an incident with what another row says of it.
fn join(known: &mut Incident, other: &Incident) {
    known.began = earlier(known.began, other.began);
    known.detected = earlier(known.detected, other.detected);
    known.acknowledged = earlier(known.acknowledged, other.acknowledged);
    known.mitigated = earlier(known.mitigated, other.mitigated);
    known.ended = known.ended.max(other.ended);
    known.cause = known.cause.max(other.cause);
    known.cause_id = known.cause_id.max(other.cause_id);
    known.pages = known.pages.max(other.pages);
    known.was_acted_on = either(known.was_acted_on, other.was_acted_on);
    known.found_first = either(known.found_first, other.found_first);
}
