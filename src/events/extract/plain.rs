//! Rows to deployments, column by column, where each row is one.

use crate::events::digests::Of;
use crate::events::event::Events;
use crate::events::extract::cells::Cells;
use crate::events::extract::moments::EARLIEST;
use crate::events::extract::work::Work;
use crate::events::few::Few;
use crate::events::mapping::Mapping;
use crate::events::plain::Plain;
use crate::events::role::Role;
use crate::events::seconds::Seconds;
use crate::events::table::{Known, Table};
use std::rc::Rc;

/// The deployments of a large table, where nothing of it has to be looked at row by row; `None` elsewhere.
pub fn deployments<'a>(
    work: &mut Work<'a>,
    mapping: &'a Mapping,
    events: &Events,
) -> Option<Plain> {
    let table = work.cells.table();
    let is_first = events.count_deployments() == 0;
    if !is_first || !table.is_lean() || table.is_spent() {
        return None;
    }
    let mut cells = Cells::new(table, mapping, work.cells.zone);
    let finished = moments(&mut cells, table, Role::Finished)?;
    let (first, last) = finished.span()?;
    if work.is_ahead(last) {
        return None;
    }
    let mut plain = Plain::new(work.at(0).file, finished);
    for column in &mapping.columns {
        let at = cells.column(column.role)?;
        match (column.role, table.known(at)?) {
            (Role::Finished, _) => {}
            (role @ Role::Committed, _) => {
                plain.committed = Some(moments(&mut cells, table, role)?)
            }
            (role @ Role::Recovered, _) => {
                plain.recovered = Some(moments(&mut cells, table, role)?)
            }
            (Role::Id, Known::Digests(keys)) if keys.is(Of::Ids) => plain.keys = Some(keys.clone()),
            (Role::Revision, Known::Digests(keys)) if keys.is(Of::Revisions) => {
                plain.revisions = Some(keys.clone());
            }
            (role, Known::Few(few)) => few_values(&mut cells, role, few, &mut plain)?,
            _ => return None,
        }
    }
    // Values that are judged one by one are counted.
    if cells.has_new() {
        return None;
    }
    work.cells = cells;
    work.see(first);
    work.see(last);
    Some(plain)
}

/// The moments of a role, each row's, where none is too early.
fn moments(cells: &mut Cells, table: &Table, role: Role) -> Option<Rc<Seconds>> {
    let Known::Moments(moments) = table.known(cells.column(role)?)? else {
        return None;
    };
    let is_late = moments.span()?.0 >= EARLIEST;
    (is_late && cells.take_all(role)).then(|| moments.clone())
}

/// Adds what the few values of a column say.
fn few_values(cells: &mut Cells, role: Role, few: &Rc<Few>, plain: &mut Plain) -> Option<()> {
    let mut is_known = true;
    plain.add(few, &mut |row, one| match role {
        Role::Id => one.key = cells.key(row, role),
        Role::Revision => one.revision = cells.revision(row, role),
        Role::Service => one.service = cells.name(row, role).0,
        Role::Environment => (one.environment, one.is_production) = cells.name(row, role),
        Role::Outcome => one.outcome = cells.outcome(row, role).0,
        Role::Failed => one.has_failed_users = cells.choice(row, role),
        Role::Unplanned => one.is_unplanned = cells.choice(row, role),
        _ => is_known = false,
    })?;
    is_known.then_some(())
}
