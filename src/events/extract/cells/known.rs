//! What is known of all cells of a role.

use super::{Cells, Slot};
use crate::events::extract::moments::Moments;
use crate::events::key::Key;
use crate::events::role::Role;
use crate::events::table::Table;

impl<'a> Cells<'a> {
    /// The table.
    pub const fn table(&self) -> &'a Table {
        self.table
    }

    /// The only column of a role.
    pub fn column(&self, role: Role) -> Option<usize> {
        match self.slots[role as usize].as_slice() {
            [slot] if slot.item.is_none() => Some(slot.at),
            _ => None,
        }
    }

    /// Takes the moments of all rows of a role's only column, of which none is too early. `false` where they are
    /// not known.
    pub fn take_all(&mut self, role: Role) -> bool {
        let slot = self.slots[role as usize].first_mut();
        let moments = slot.and_then(|slot| slot.moments.as_mut());
        moments.is_some_and(Moments::take_all)
    }

    /// Whether values came that are not listed.
    pub fn has_new(&self) -> bool {
        self.values.iter().any(|values| !values.new.is_empty())
    }

    /// The key of a role's text.
    pub fn key(&self, row: usize, role: Role) -> Option<Key> {
        if let [Slot { ids: Some(ids), .. }] = self.slots[role as usize].as_slice() {
            return *ids.get(row)?;
        }
        Key::of(self.text(row, role))
    }

    /// The key of a role's revision.
    pub fn revision(&self, row: usize, role: Role) -> Option<Key> {
        if let [
            Slot {
                revisions: Some(revisions),
                ..
            },
        ] = self.slots[role as usize].as_slice()
        {
            return *revisions.get(row)?;
        }
        Key::revision(self.text(row, role))
    }
}
