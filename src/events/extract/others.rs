//! Rows to what takes time, what holds, what was answered.

use crate::events::blank::is_blank;
use crate::events::event::{Events, Mark, Outcome, Score, Spell};
use crate::events::extract::extracted::Reason;
use crate::events::extract::once::Once;
use crate::events::extract::work::Work;
use crate::events::role::{Kind, Role};
use crate::events::zone::{DAY, Millis, Zone};

/// An hour in milliseconds.
const HOUR: f64 = 3_600_000.0;

/// Adds what takes time; of requests also whether each came by a channel that serves itself.
#[inline(never)]
pub fn spells(work: &mut Work, kind: Kind, events: &mut Events) {
    let mut seen = Once::new(work.rows);
    let mut count = 0;
    for row in 0..work.rows {
        let one = match spell(work, row, kind) {
            Ok(one) => one,
            Err(reason) => {
                work.leave(row, reason);
                continue;
            }
        };
        if one.key.and_then(|key| seen.place(key, count)).is_some() {
            work.leave(row, Reason::Again);
            continue;
        }
        count += 1;
        for moment in [one.from, one.to].into_iter().flatten() {
            work.see(moment);
        }
        if kind == Kind::Tickets && work.cells.has(Role::Channel) {
            events.marks.push(Mark {
                at: one.at,
                key: one.key,
                when: one.from,
                holds: work.cells.choice(row, Role::Channel),
            });
        }
        events.spells.push(one);
    }
}

/// Makes a row's spell.
fn spell(work: &mut Work, row: usize, kind: Kind) -> Result<Spell, Reason> {
    let state = work.state(row)?;
    let at = work.at(row);
    let cells = &mut work.cells;
    let from = cells.time(row, Role::From);
    let is_running = state == Outcome::Running && kind == Kind::Spans;
    // What runs was last changed at some time, but has no end.
    let to = cells.time(row, Role::To).filter(|_| !is_running);
    let hours = match (from, to) {
        (Some(_), Some(_)) => None,
        _ => cells.span(row, Role::Took).map(|took| took / HOUR),
    };
    if from.is_none() && hours.is_none() {
        return Err(Reason::NoTime);
    }
    if from.is_some_and(|from| work.is_ahead(from)) {
        return Err(Reason::InFuture);
    }
    if from.zip(to).is_some_and(|(from, to)| to < from) || hours.is_some_and(|hours| hours < 0.0) {
        return Err(Reason::EndsBeforeItBegins);
    }
    let is_over = state == Outcome::Succeeded;
    if is_over && to.is_none() && hours.is_none() && work.cells.has(Role::To) {
        return Err(Reason::ClosedWithoutTime);
    }
    let key = work.cells.key(row, Role::Id);
    Ok(Spell {
        at,
        key,
        from,
        to,
        hours,
    })
}

/// Adds actions: each is done by its date, or not. One without a date is not done by it; one that was withdrawn
/// is none.
#[inline(never)]
pub fn actions(work: &mut Work, events: &mut Events) {
    let mut seen = Once::new(work.rows);
    for row in 0..work.rows {
        if !work.is_sort(row) {
            work.leave(row, Reason::OtherSort);
            continue;
        }
        let at = work.at(row);
        let cells = &mut work.cells;
        let (state, _) = cells.outcome(row, Role::Outcome);
        let zone = cells.zone;
        let due = cells.time(row, Role::Due);
        let done = cells.time(row, Role::Done);
        let key = cells.key(row, Role::Id);
        if state == Outcome::Cancelled {
            work.leave(row, Reason::Withdrawn);
            continue;
        }
        if key.and_then(|key| seen.place(key, row)).is_some() {
            work.leave(row, Reason::Again);
            continue;
        }
        let is_done = done.is_some() || state == Outcome::Succeeded;
        // A date is a whole day: what is done in its course is in time.
        let in_time = due.is_some_and(|due| done.is_none_or(|done| done < end_of(due, zone)));
        // Before the end of that day it is not due.
        let when = due.map(|due| end_of(due, zone) - 1);
        if let Some(when) = when {
            work.see(when);
        }
        events.marks.push(Mark {
            at,
            key,
            when,
            holds: Some(is_done && in_time),
        });
    }
}

/// The end of what a due date allows: of the whole day, where it has no time of day.
fn end_of(due: Millis, zone: &Zone) -> Millis {
    let is_day = due % DAY == 0 || zone.shown(due) % DAY == 0;
    if is_day { due + DAY } else { due + 1 }
}

/// Adds services or teams, and whether something holds of each.
#[inline(never)]
pub fn services(work: &mut Work, events: &mut Events) {
    let from = events.marks.len();
    let mut seen = Once::new(work.rows);
    for row in 0..work.rows {
        if !work.is_sort(row) {
            work.leave(row, Reason::OtherSort);
            continue;
        }
        let key = work.cells.key(row, Role::Id);
        if key.is_none() && work.cells.has(Role::Id) {
            work.leave(row, Reason::NoName);
            continue;
        }
        let holds = match work.cells.choice(row, Role::Holds) {
            // A text that is neither a yes nor a no is a name: whatever stands there is meant.
            None if work.cells.has(Role::Holds) => {
                Some(!is_blank(work.cells.text(row, Role::Holds)))
            }
            said => said,
        };
        if let Some(place) = key.and_then(|key| seen.place(key, events.marks.len() - from)) {
            work.leave(row, Reason::Again);
            if let Some(known) = events.marks.get_mut(from + place) {
                known.holds = super::deployments::either(known.holds, holds);
            }
            continue;
        }
        let when = work.cells.time(row, Role::When);
        if let Some(when) = when {
            work.see(when);
        }
        let at = work.at(row);
        events.marks.push(Mark {
            at,
            key,
            when,
            holds,
        });
    }
}

/// Adds the answers of a survey.
#[inline(never)]
pub fn answers(work: &mut Work, events: &mut Events) {
    for row in 0..work.rows {
        if !work.is_sort(row) {
            work.leave(row, Reason::OtherSort);
            continue;
        }
        let number = work.cells.number(row, Role::Score);
        let Some(value) = number.or_else(|| score(work.cells.text(row, Role::Score))) else {
            work.leave(row, Reason::NoNumber);
            continue;
        };
        let when = work.cells.time(row, Role::When);
        if let Some(when) = when {
            work.see(when);
        }
        let at = work.at(row);
        events.scores.push(Score { at, when, value });
    }
}

/// The number that an answer begins with: `10 - Extremely likely`.
fn score(text: &str) -> Option<f64> {
    let text = text.trim();
    let end = text.find(|letter: char| !letter.is_ascii_digit())?;
    text.get(..end)?.parse().ok()
}
