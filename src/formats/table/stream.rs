//! A large file of separated values, taken apart as it comes: its text is not kept, and of each row only what
//! numbers are made of. Most files of many rows are as plain as that; where one is not, it is read as a whole.

use super::csv;
use super::kinds::{self, Looks};
use super::scan::Scan;
use super::sheet::{Choices, Doubt, Encoding, Found, Kind, Separated, Sheet, is_round};
use super::sniff;
use crate::events::digests::{Digests, Of};
use crate::events::guess::content::{self, Looking};
use crate::events::guess::guess;
use crate::events::role::{self, Holds, Role};
use crate::events::table::{Lean, Span, Table};
use crate::events::times::{self, TimeFormat};
use std::mem::take;

/// By so much of a file one tells what it is.
const HEAD: usize = 1 << 20;
/// So many rows at its beginning are kept as they are.
const FIRST: usize = 1000;
/// A record of more bytes is not plain.
const LONGEST: usize = 1 << 20;
/// More columns are not plain.
const MOST_COLUMNS: usize = 64;
/// In so many bytes at the end of a file bytes without a meaning are looked for, as where it is read as a whole.
const END: usize = 64 * 1024;

/// A large file, while it comes.
#[derive(Debug, Clone)]
pub struct Stream {
    /// How many bytes it has.
    size: usize,
    /// How many of them have come.
    come: usize,
    /// What has come and has not been taken apart, and behind that the place of what comes next.
    bytes: Vec<u8>,
    /// How many of them have come.
    begun: usize,
    rows: Option<Box<Rows>>,
}

/// What has been taken apart.
#[derive(Debug, Clone)]
struct Rows {
    separated: Separated,
    doubts: Vec<Doubt>,
    /// Where those are that are taken apart just now.
    batch: Table,
    spans: Vec<Span>,
    /// Cells of them that stand nowhere in the text as they are.
    more: String,
    /// How many there were, and how many there will be, about.
    count: usize,
    of: usize,
    looking: Looking,
    /// The columns of which something is needed in each row.
    needed: Vec<usize>,
    first: Table,
    lean: Lean,
    /// Whether the last one may be none.
    is_foot: bool,
}

impl Stream {
    /// Of so many bytes nothing has come.
    pub fn new(size: usize) -> Self {
        Self {
            size,
            come: 0,
            bytes: Vec::with_capacity(HEAD + HEAD / 4),
            begun: 0,
            rows: None,
        }
    }

    /// Where the next bytes go, so many: behind what is left of those before, which need not be copied then.
    pub fn room(&mut self, bytes: usize) -> &mut [u8] {
        self.bytes.resize(self.begun + bytes, 0);
        &mut self.bytes[self.begun..]
    }

    /// Takes what was put there, so many bytes. `false` where the file is not plain: it is to be read as a whole.
    pub fn take(&mut self, bytes: usize) -> bool {
        self.come += bytes;
        let may_end = self.come + END + bytes >= self.size;
        let piece = self.begun..self.begun + bytes;
        self.begun = piece.end;
        let is_text = self.rows.is_none()
            || !may_end
            || self
                .bytes
                .get(piece)
                .is_some_and(|piece| !piece.contains(&0));
        is_text && self.take_apart(false)
    }

    /// What has come, as long as nothing of it was taken apart.
    pub fn whole(&self) -> Option<&[u8]> {
        self.rows.is_none().then_some(&*self.bytes)
    }

    /// Takes apart the whole records that have come; at the end, all.
    fn take_apart(&mut self, is_end: bool) -> bool {
        if self.rows.is_none() && self.begun < HEAD {
            return true;
        }
        // A letter may be there in part.
        let mut bytes = take(&mut self.bytes);
        bytes.truncate(self.begun);
        let mut cut = Vec::new();
        let text = String::from_utf8(bytes).or_else(|error| {
            let (at, is_cut) = (
                error.utf8_error().valid_up_to(),
                error.utf8_error().error_len().is_none(),
            );
            let mut bytes = error.into_bytes();
            if is_cut {
                cut = bytes.split_off(at);
            }
            String::from_utf8(bytes)
        });
        let mut text = match text {
            Ok(text) => text,
            Err(error) => {
                self.bytes = error.into_bytes();
                return false;
            }
        };
        let taken = self.take_text(&mut text, is_end);
        self.bytes = text.into_bytes();
        let Some(taken) = taken else {
            self.bytes.append(&mut cut);
            return false;
        };
        self.begun = self.bytes.len() - taken;
        // They keep their length: what is behind them need not be made again.
        self.bytes.copy_within(taken.., 0);
        if !cut.is_empty() {
            self.bytes.truncate(self.begun);
            self.bytes.append(&mut cut);
            self.begun = self.bytes.len();
        }
        true
    }

    /// Says how much of a text was taken apart. `None` where it is not plain.
    fn take_text(&mut self, text: &mut String, is_end: bool) -> Option<usize> {
        if self.rows.is_none() {
            let (rows, from) = open(text, self.size)?;
            self.rows = Some(Box::new(rows));
            text.drain(..from);
        }
        let taken = self.rows.as_mut()?.take(text, is_end)?;
        (text.len() - taken < LONGEST).then_some(taken)
    }

    /// The table, where all of it was plain.
    pub fn sheet(mut self) -> Option<Sheet> {
        let is_plain = self.take_apart(true) && self.begun == 0;
        let rows = *self.rows.filter(|_| is_plain)?;
        let is_whole = self.come == self.size && !rows.is_foot && rows.are_kept();
        is_whole.then(|| rows.sheet())
    }
}

/// Finds out what a file is by its beginning. `None` where it is not plain. Returns, too, where its rows begin.
#[inline(never)]
fn open(text: &str, size: usize) -> Option<(Rows, usize)> {
    let mark = '\u{feff}'.len_utf8() * usize::from(text.starts_with('\u{feff}'));
    let text = &text[mark..];
    let is_text = kinds::of_bytes(text.as_bytes()).is_none() && !text.as_bytes().contains(&0);
    let is_plain = is_text && !text.trim_start().starts_with(['<', '{', '[']);
    if !is_plain || kinds::of_text(text) != Ok(Looks::Separated) {
        return None;
    }
    let (separated, from) = sniff::find(text, &Choices::default());
    separated.delimiter?;
    let mut scan = Scan::new(text, from, separated.delimiter, separated.quotes);
    let mut doubts = Vec::new();
    let names = csv::header(&mut scan, separated.header, &mut Vec::new(), &mut doubts).ok()?;
    if scan.stray > 0 || names.len() > MOST_COLUMNS || names.iter().any(String::is_empty) {
        return None;
    }
    let from = scan.at();
    let batch = Table::new(names.clone());
    let mut rows = Rows {
        separated,
        doubts,
        first: Table::new(names.clone()),
        lean: Lean::default(),
        looking: Looking::new(&batch),
        batch,
        spans: Vec::new(),
        more: String::new(),
        count: 0,
        of: 0,
        needed: Vec::new(),
        is_foot: false,
    };
    let mut own = text[from..].to_owned();
    let (count, end) = rows.scan(&own, false)?;
    let mut table = Table::new(names);
    table.swap(&mut own, &mut rows.more, &mut rows.spans);
    if count < FIRST || !csv::json_columns(&table).is_empty() {
        return None;
    }
    rows.of = (size / (end / count)).saturating_mul(17) / 16;
    rows.know(&table)?;
    Some((rows, mark + from))
}

impl Rows {
    /// Where the cells of the whole records are: how many records there are, and how much of the text they take.
    /// `None` where one is not plain.
    fn scan(&mut self, text: &str, is_end: bool) -> Option<(usize, usize)> {
        let width = self.batch.headers().len();
        let (delimiter, quotes) = (self.separated.delimiter, self.separated.quotes);
        self.spans.clear();
        let mut scan = Scan::new(text, 0, delimiter, quotes);
        let (mut count, mut at) = (0, 0);
        loop {
            let before = self.spans.len();
            if !scan.record(&mut self.spans) {
                break;
            }
            // What goes until the end may go on, and a quote that has no end yet may have one.
            if !is_end && (scan.at() >= text.len() || scan.unended.is_some()) {
                self.spans.truncate(before);
                break;
            }
            if self.spans.len() - before != width || scan.stray > 0 {
                return None;
            }
            count += 1;
            at = scan.at();
        }
        self.more = take(&mut scan.more);
        Some((count, if is_end { text.len() } else { at }))
    }

    /// Takes apart the whole records of a text. Returns how much of it they take; `None` where one is not plain.
    fn take(&mut self, text: &mut String, is_end: bool) -> Option<usize> {
        let (count, taken) = self.scan(text, is_end)?;
        let mut table = take(&mut self.batch);
        table.swap(text, &mut self.more, &mut self.spans);
        if count > 0 {
            self.looking.take(&table, 0..count, self.count, self.of);
            self.keep(&table, count);
            self.is_foot = csv::may_be_foot(&table, count - 1);
            self.count += count;
        }
        table.swap(text, &mut self.more, &mut self.spans);
        self.batch = table;
        self.are_kept().then_some(taken)
    }

    /// Keeps those that are looked at once more.
    fn keep(&mut self, table: &Table, count: usize) {
        let cells = |row: usize| (0..table.headers().len()).map(move |at| table.cell(row, at));
        let first = FIRST.saturating_sub(self.count).min(count);
        for row in 0..first {
            self.first.push(cells(row));
        }
        let end = self.count + count;
        let step = content::step(end);
        let mut row = (self.count + first).next_multiple_of(step);
        while row < end {
            self.lean.keep(row, cells(row - self.count));
            row += step;
        }
    }

    /// Whether what was kept of the columns is what stands in each row.
    fn are_kept(&self) -> bool {
        let mut needed = self.needed.iter();
        needed.all(|at| self.looking.keeps(*at, self.count))
    }

    /// Finds out, by the first rows, of which columns something is needed in each row. `None` where that would be
    /// their text.
    fn know(&mut self, table: &Table) -> Option<()> {
        self.looking = Looking::new(table);
        let guess = guess(table, None);
        let mapping = guess.mapping;
        if mapping.kind != role::Kind::Deployments {
            return None;
        }
        for column in &mapping.columns {
            let at = table.find(&column.header)?;
            let is_one = mapping.of(column.role).nth(1).is_none() && column.item.is_none();
            let found = guess.times.get(at)?.as_ref();
            let is_iso = found.is_some_and(|found| found.format == TimeFormat::Iso);
            let are_kept = match column.role {
                Role::Id | Role::Revision if table.few(at).is_none() => {
                    let of = match column.role {
                        Role::Id => Of::Ids,
                        _ => Of::Revisions,
                    };
                    self.looking.digest(at, Digests::new(of));
                    found.is_none()
                }
                Role::Service | Role::Environment | Role::Id | Role::Revision => {
                    table.few(at).is_some()
                }
                role => match role.holds() {
                    Holds::Times => is_iso && table.moments(at).is_some(),
                    Holds::Choices | Holds::Outcomes => table.few(at).is_some(),
                    _ => false,
                },
            };
            if !is_one || !are_kept {
                return None;
            }
            self.needed.push(at);
        }
        let columns = 0..table.headers().len();
        let are_told = columns
            .into_iter()
            .all(|at| times::are_enough(table.column(at)));
        are_told.then_some(())
    }

    fn sheet(mut self) -> Sheet {
        let (founds, known) = self.looking.done(self.count);
        self.lean.rows = self.count;
        if is_round(self.count) {
            self.doubts.push(Doubt::RoundNumber(self.count));
        }
        Sheet {
            table: self.first.with_rest(self.lean, known),
            found: Found {
                kind: Kind::Separated(self.separated),
                encoding: Encoding::Utf8,
                json_columns: Vec::new(),
            },
            doubts: self.doubts,
            times: Some(founds),
        }
    }
}
