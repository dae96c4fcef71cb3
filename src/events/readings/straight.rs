//! Rows of a large file that reached production one after another, each once: there may be a million, and nothing has to
//! be put in order.

use super::identities::{identity, lane};
use super::index::{Index, NONE, Repeats};
use super::order::Order;
use super::outs::{Alike, Looked, of_times};
use super::shipped::{Shipped, is_possible, parts, took};
use super::sift::objection;
use super::statistics::{count, place};
use crate::events::event::{At, Events};
use crate::events::plain::Plain;
use crate::events::reading::Options;
use crate::events::rows::Rows;
use std::mem::replace;
use std::ops::Range;

/// What reached production, where that is each row of a file, in order of time; `None` elsewhere.
pub fn shipped<'e>(events: &'e Events, options: &Options) -> Option<Shipped<'e>> {
    let plain = events.plain.as_deref()?;
    let (first, last) = plain.finished.span()?;
    let are_out = events.deployments.is_empty()
        && plain.finished.are_in_order()
        && [first, last].iter().all(|at| is_possible(*at, options))
        && plain
            .says()
            .iter()
            .all(|one| objection(one, options).is_none());
    if !are_out {
        return None;
    }
    let rows = plain.len();
    let mut looks = Looks {
        plain,
        options,
        alike: vec![None; plain.says().len()],
        looked: Looked::with_room(rows),
    };
    parts(rows).for_each(|part| looks.take(part));
    looks.looked.ats = Rows::first(plain.file(), count(rows));
    let shipped = Shipped::new(events, Order::Rows(&plain.finished), Vec::new());
    let shipped = shipped.with(looks.looked);
    is_each_once(plain, &shipped, options).then_some(shipped)
}

/// Rows, while they are looked at.
struct Looks<'e, 'o> {
    plain: &'e Plain,
    options: &'o Options,
    /// What is known of rows that say alike.
    alike: Vec<Option<Alike>>,
    looked: Looked,
}

impl Looks<'_, '_> {
    /// Looks at some rows.
    #[inline(never)]
    fn take(&mut self, rows: Range<usize>) {
        let plain = self.plain;
        for row in rows {
            let place = plain.place(row);
            let alike = match self.alike[place] {
                Some(known) => known,
                None => self.know(place),
            };
            let committed = plain.committed(row);
            let at = plain.finished.get(row).unwrap_or_default();
            let lacks = took(committed, at, self.options).err();
            self.looked.add(alike, of_times(committed, lacks));
        }
    }

    /// Finds out what follows from what many rows say alike.
    #[cold]
    fn know(&mut self, place: usize) -> Alike {
        let one = &self.plain.says()[place];
        *self.alike[place].insert(self.looked.know(one, lane(one)))
    }
}

/// Whether each row is a deployment of its own.
fn is_each_once(plain: &Plain, shipped: &Shipped, options: &Options) -> bool {
    let own = |row: usize| {
        let (alike, at) = (
            plain.place(row),
            plain.finished.get(row).unwrap_or_default(),
        );
        let names = (plain.key(row, alike), plain.revision(row, alike));
        let lane = lane(&plain.says()[alike]);
        let row = At {
            file: plain.file(),
            row: count(row),
        };
        identity(lane, names, row, at, options)
    };
    if plain.has_ids_in_order() {
        return true;
    }
    let mut known = Index::new();
    let mut is_new = |row| replace(known.entry(own(row)), 0) == NONE;
    // What is told apart by its revision can have come twice only where that has.
    if plain.has_only_revisions() {
        return shipped.again().iter().all(|row| is_new(place(*row)));
    }
    let mut repeats = Repeats::with_room(plain.len());
    let mut add = |rows: Range<usize>| rows.for_each(|row| repeats.add(own(row)));
    parts(plain.len()).for_each(&mut add);
    (0..plain.len()).all(|row| !repeats.has(own(row)) || is_new(row))
}
