//! What columns hold.

use crate::events::blank::is_blank;
use crate::events::digests::Digests;
use crate::events::few::Few;
use crate::events::meanings;
use crate::events::numbers::{self, Decimal};
use crate::events::role::{Holds, Role};
use crate::events::table::{Known, Table};
use crate::events::times::{self, Found, Search, TimeFormat};
use std::ops::Range;

/// How many rows are looked at, at most: enough to tell, and quick with a million.
const LOOKED_AT: usize = 1000;
/// How many rows are looked at together.
const TOGETHER: usize = 4096;
/// How many different values a column has at most that is a choice between a few.
pub const FEW: usize = 40;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// How many cells are not empty.
    pub filled: u32,
    /// How many of them are times.
    pub times: u32,
    /// How those are written.
    pub found: Option<Found>,
    /// How many of them are numbers.
    pub numbers: u32,
    /// How many of them say yes or no.
    flags: u32,
    /// How many of them are lists that begin with a time.
    lists_of_times: u32,
    /// How many of them are revisions: 7 to 64 hexadecimal letters.
    pub shas: u32,
    /// How many different values they have, as far as that is counted.
    pub values: u32,
}

impl Content {
    /// How many cells fit a role.
    #[must_use]
    pub fn fits(&self, role: Role) -> u32 {
        match role.holds() {
            Holds::Times => self.times,
            Holds::Numbers => self.numbers,
            Holds::Spans => self.filled - self.times.min(self.filled),
            _ => self.filled,
        }
    }

    /// Whether what it holds alone tells a role: times, numbers, yes and no do.
    #[must_use]
    pub fn tells(&self, role: Role) -> bool {
        let tells = match role.holds() {
            Holds::Times | Holds::Numbers => true,
            _ => role == Role::Holds && self.flags == self.filled,
        };
        tells && self.can_be(role)
    }

    /// Whether it holds lists of times.
    #[must_use]
    pub fn holds_lists(&self) -> bool {
        self.lists_of_times > 0
    }

    /// Whether a column can have a role: most of what it holds has to be of its kind.
    #[must_use]
    pub fn can_be(&self, role: Role) -> bool {
        if self.filled == 0 {
            return false;
        }
        let few = self.values as usize <= FEW;
        let is_mostly = |count: u32| count * 5 >= self.filled * 4;
        match role.holds() {
            Holds::Times => is_mostly(self.times),
            Holds::Numbers => is_mostly(self.numbers) || role == Role::Score,
            Holds::Spans => !is_mostly(self.times),
            Holds::Choices | Holds::Outcomes => few && !is_mostly(self.times),
            Holds::Texts => !is_mostly(self.times) || is_mostly(self.numbers),
        }
    }
}

/// What columns hold, looked at some rows after others.
#[derive(Debug, Clone)]
pub struct Looking {
    each: Vec<Looked>,
}

#[derive(Debug, Clone)]
struct Looked {
    search: Search,
    few: Few,
    digests: Option<Digests>,
}

impl Looking {
    /// Begins with the first rows.
    #[must_use]
    pub fn new(table: &Table) -> Self {
        let columns = (0..table.headers().len()).map(|at| table.column(at));
        let each = columns.map(|column| Looked {
            search: Search::new(column),
            few: Few::default(),
            digests: None,
        });
        Self {
            each: each.collect(),
        }
    }

    /// Keeps what tells the texts of a column apart.
    pub fn digest(&mut self, column: usize, digests: Digests) {
        if let Some(own) = self.each.get_mut(column) {
            own.digests = Some(digests);
        }
    }

    /// Looks at rows of a table, before which there were so many. In all there are about so many.
    pub fn take(&mut self, table: &Table, rows: Range<usize>, before: usize, of: usize) {
        // Some rows of all columns before the next ones: they stay near the processor meanwhile.
        for from in rows.clone().step_by(TOGETHER) {
            let some = from..rows.end.min(from + TOGETHER);
            for (at, own) in self.each.iter_mut().enumerate() {
                let column = table.column(at);
                if own.search.has_any() {
                    own.search.take(column, some.clone(), before, of);
                } else {
                    own.few.take(some.clone(), of, |row| column.bytes(row));
                }
                if let Some(digests) = &mut own.digests {
                    digests.take(some.clone(), of, |row| column.bytes(row));
                }
            }
        }
    }

    /// Whether what was kept of a column is what stands in each row of so many.
    #[must_use]
    pub fn keeps(&self, column: usize, rows: usize) -> bool {
        self.each.get(column).is_some_and(|own| {
            let digests = own.digests.as_ref();
            own.few.are_all(rows)
                || own.search.keeps(rows)
                || digests.is_some_and(|own| own.len() == rows)
        })
    }

    /// How the times of so many rows are written, and what each column holds.
    #[must_use]
    pub fn done(self, rows: usize) -> (Vec<Option<Found>>, Vec<Known>) {
        let each = self.each.into_iter().map(|own| {
            let (found, moments) = own.search.found(rows);
            let known = match (moments, own.digests) {
                (Some(moments), _) => Known::Moments(moments.into()),
                (None, _) if own.few.are_all(rows) => Known::Few(own.few.into()),
                (None, Some(digests)) if digests.len() == rows => Known::Digests(digests.into()),
                (None, _) => Known::Nothing,
            };
            (found, known)
        });
        each.unzip()
    }
}

/// How the times of each column are written; and keeps what is known of each.
#[must_use]
pub fn times(table: &Table) -> Vec<Option<Found>> {
    let rows = table.rows();
    let mut looking = Looking::new(table);
    looking.take(table, 0..rows, 0, rows);
    let (founds, known) = looking.done(rows);
    table.keep(known);
    founds
}

/// Looks at a table's columns, of which it is known how the times of each are written.
#[must_use]
pub fn look(table: &Table, mut founds: Vec<Option<Found>>) -> Vec<Content> {
    times::agree(&mut founds);
    let each = founds.into_iter().enumerate();
    each.map(|(at, found)| {
        let mut content = of_column(table, at);
        if let Some(found) = found {
            content.times = count(found.tally.read);
            content.filled = count(found.tally.read + found.tally.missed + found.tally.void);
            content.found = Some(found);
        } else {
            content.times = content.lists_of_times;
        }
        content
    })
    .collect()
}

/// Of how many rows one is looked at, where there are so many: a power of two, so that those of fewer rows are
/// among those of more.
#[must_use]
pub fn step(rows: usize) -> usize {
    rows.div_ceil(LOOKED_AT).next_power_of_two()
}

/// Looks at some of the rows of a column.
fn of_column(table: &Table, column: usize) -> Content {
    let rows = table.rows();
    let mut found = Content::default();
    let mut values: Vec<&str> = Vec::new();
    for row in (0..rows).step_by(step(rows)) {
        let text = table.cell(row, column);
        if is_blank(text) {
            continue;
        }
        found.filled += 1;
        let is_number = [Decimal::Point, Decimal::Comma]
            .iter()
            .any(|decimal| numbers::read(text, *decimal).is_some());
        found.numbers += u32::from(is_number);
        found.shas += u32::from(is_sha(text));
        found.flags += u32::from(meanings::yes(text).is_some());
        let begin = text.split_once(',').map(|(begin, _)| begin);
        let is_list = begin.is_some_and(|begin| TimeFormat::Iso.read(begin).is_some());
        found.lists_of_times += u32::from(is_list);
        if values.len() <= FEW && !values.contains(&text) {
            values.push(text);
        }
    }
    found.values = count(values.len());
    found
}

/// A number of cells.
fn count(cells: usize) -> u32 {
    u32::try_from(cells).unwrap_or(u32::MAX)
}

/// Whether a text is 7 to 64 hexadecimal letters, not all of them digits.
fn is_sha(text: &str) -> bool {
    (7..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_hexdigit())
        && text.bytes().any(|byte| byte.is_ascii_alphabetic())
}
