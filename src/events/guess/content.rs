//! What columns hold.

use crate::events::blank::is_blank;
use crate::events::few::Few;
use crate::events::meanings;
use crate::events::numbers::{self, Decimal};
use crate::events::role::{Holds, Role};
use crate::events::table::{Known, Table};
use crate::events::times::{self, Found, Search, TimeFormat};

/// How many rows are looked at: enough to tell, and quick with a million.
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

/// Looks at a table's columns.
#[must_use]
pub fn look(table: &Table) -> Vec<Content> {
    let columns = (0..table.headers().len()).map(|at| table.column(at));
    let mut searches: Vec<_> = columns
        .map(|column| (Search::new(column), Few::default()))
        .collect();
    // Some rows of all columns before the next ones: they stay near the processor meanwhile.
    let rows = table.rows();
    for from in (0..rows).step_by(TOGETHER) {
        let some = from..rows.min(from + TOGETHER);
        for (at, (search, few)) in searches.iter_mut().enumerate() {
            if search.has_any() {
                search.take(some.clone());
            } else {
                few.take(some.clone(), rows, |row| table.cell(row, at));
            }
        }
    }
    let (mut founds, mut known) = (Vec::new(), Vec::new());
    for (search, few) in searches {
        let (found, moments) = search.found();
        founds.push(found);
        known.push(match moments {
            Some(moments) => Known::Moments(moments),
            None if few.are_all(rows) => Known::Few(few),
            None => Known::Nothing,
        });
    }
    table.keep(known);
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

/// Looks at some of the rows of a column.
fn of_column(table: &Table, column: usize) -> Content {
    let rows = table.rows();
    let step = rows.div_ceil(LOOKED_AT).max(1);
    let mut found = Content::default();
    let mut values: Vec<&str> = Vec::new();
    for row in (0..rows).step_by(step) {
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
