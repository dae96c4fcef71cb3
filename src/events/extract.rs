//! Rows to events, by a mapping.

pub mod cells;
mod changes;
mod deployments;
pub mod extracted;
mod incidents;
pub mod judged;
pub mod moments;
mod objectives;
mod once;
mod others;
mod plain;
mod recent;
mod values;
mod work;

use crate::events::event::Events;
use crate::events::mapping::{Mapping, Quirk};
use crate::events::order;
use crate::events::role::Kind;
use crate::events::source;
use crate::events::table::Table;
use crate::events::zone::{Millis, Zone};
use cells::Cells;
use extracted::Extracted;
use work::Work;

/// Adds a table's events, and says what came of its rows.
///
/// Times without a zone are read in `zone`; what lies more than a day after `now` is left out. `file` is the
/// number by which the events say where they come from.
pub fn extract(
    table: &Table,
    mapping: &Mapping,
    zone: &Zone,
    file: u16,
    now: Millis,
    events: &mut Events,
) -> Extracted {
    let count = count(events);
    let mut work = Work::new(Cells::new(table, mapping, zone), table.rows(), file, now);
    match mapping.kind {
        Kind::Deployments => deployments::rows(&mut work, mapping, events),
        Kind::Changes => changes::rows(&mut work, events),
        Kind::Incidents | Kind::Pages => {
            let of_tool = source::by_id(&mapping.source).is_some_and(|source| source.calls);
            let reads = incidents::Reads {
                kind: mapping.kind,
                changed_is_end: mapping.is(Quirk::ChangedIsEnd),
                each_calls: of_tool || mapping.kind == Kind::Pages,
            };
            incidents::rows(&mut work, reads, events);
        }
        Kind::Objectives => objectives::rows(&mut work, mapping, events),
        Kind::Tickets | Kind::Spans => others::spells(&mut work, mapping.kind, events),
        Kind::Actions => others::actions(&mut work, events),
        Kind::Services => others::services(&mut work, events),
        Kind::Answers => others::answers(&mut work, events),
    }
    let Work {
        cells,
        mut extracted,
        ..
    } = work;
    cells.doubts(&mut extracted.doubts);
    order::sort(&mut extracted.left_out, |one, other| {
        one.reason < other.reason
    });
    extracted.events = self::count(events) - count;
    extracted
}

/// How many events there are.
fn count(events: &Events) -> usize {
    events.count_deployments()
        + events.changes.len()
        + events.incidents.len()
        + events.spells.len()
        + events.marks.len()
        + events.scores.len()
        + events.objectives.len()
}
