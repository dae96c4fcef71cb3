//! Separated values to a table.

use super::aligned;
use super::not_a_table::NotATable;
use super::scan::Scan;
use super::sheet::{
    Choices, Doubt, Encoding, Found, Header, Kind, MOST_COLUMNS, Sheet, Unfolded, is_round,
};
use super::sniff;
use crate::events::table::Span;
use crate::events::{Table, meanings};

/// About so many bytes are read before somebody is told.
const SLICE: usize = 1 << 20;

/// So many cells are kept in any case.
const CELLS_ALWAYS: usize = 1 << 20;

/// Rows as they come.
struct Rows {
    spans: Vec<Span>,
    width: usize,
    count: usize,
    short: Option<(usize, usize)>,
    long: Option<(usize, usize)>,
    /// Beyond so many cells, rows of less than half a width are left away: filled up, they would take many
    /// times the memory of the file.
    most: usize,
}

impl Rows {
    /// A record was added from this place on: it is made as long as all others.
    #[inline]
    fn fit(&mut self, from: usize) {
        let cells = self.spans.len() - from;
        if cells == self.width || self.uneven(from, cells) {
            self.count += 1;
        }
    }

    /// Makes a row as long as the others, if it is kept.
    fn uneven(&mut self, from: usize, cells: usize) -> bool {
        let doubt = if cells < self.width {
            &mut self.short
        } else {
            let over = &self.spans[from + self.width..];
            if over.iter().all(|span| span.is_empty()) {
                self.spans.truncate(from + self.width);
                return true;
            }
            &mut self.long
        };
        let (count, first) = doubt.unwrap_or((0, self.count));
        *doubt = Some((count + 1, first));
        let keeps = cells * 2 >= self.width || from < self.most;
        let end = if keeps { from + self.width } else { from };
        self.spans.resize(end, Span::default());
        keeps
    }

    fn last(&self) -> &[Span] {
        &self.spans[self.spans.len().saturating_sub(self.width)..]
    }

    fn drop_last(&mut self) {
        self.spans
            .truncate(self.spans.len().saturating_sub(self.width));
        self.count -= 1;
    }
}

/// Reads separated values.
#[inline(never)]
pub fn read(
    mut text: String,
    how: &Choices,
    watch: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<Sheet, NotATable> {
    let (mut separated, mut from) = sniff::find(&text, how);
    let has_none = separated.delimiter.is_none() && how.delimiter.is_none();
    if let Some(tabbed) = has_none.then(|| aligned::with_tabs(&text)).flatten() {
        text = tabbed;
        (separated, from) = sniff::find(&text, how);
    }
    let mut doubts = Vec::new();
    let mut scan = Scan::new(&text, from, separated.delimiter, separated.quotes);
    let mut first = Vec::new();
    let names = header(&mut scan, separated.header, &mut first, &mut doubts)?;
    let above = scan.records - usize::from(!first.is_empty());
    let columns = names.len();
    let width = columns.min(MOST_COLUMNS);
    let mut rows = Rows {
        spans: Vec::with_capacity(first.len().max(width)),
        width,
        count: 0,
        short: None,
        long: None,
        most: text.len() + CELLS_ALWAYS,
    };
    if !first.is_empty() {
        rows.spans.append(&mut first);
        rows.fit(0);
    }
    body(&mut scan, &mut rows, text.len(), watch)?;
    doubts.extend(scan.unended.map(|record| Doubt::QuoteNeverEnds {
        row: record.saturating_sub(above),
    }));
    if scan.stray > 0 && scan.unended.is_none() {
        doubts.push(Doubt::StrayQuotes(scan.stray));
    }
    feet(&scan, &mut rows, &mut doubts);
    if columns > MOST_COLUMNS {
        doubts.push(Doubt::TooManyColumns { columns });
    }
    let more = std::mem::take(&mut scan.more);
    sheet(text, more, names, rows, separated, doubts)
}

/// The columns' names; and the cells of the first record, if that is a row.
pub fn header(
    scan: &mut Scan<'_>,
    header: Header,
    first: &mut Vec<Span>,
    doubts: &mut Vec<Doubt>,
) -> Result<Vec<String>, NotATable> {
    let before = match header {
        Header::Record(at) => at,
        Header::Nowhere => 0,
    };
    for _ in 0..=before {
        first.clear();
        if !scan.record(first) {
            return Err(NotATable::Empty);
        }
    }
    if header == Header::Nowhere {
        doubts.push(Doubt::NoHeader);
        return Ok(vec![String::new(); first.len()]);
    }
    if before > 0 {
        doubts.push(Doubt::LinesBefore(before));
    }
    let mut names: Vec<String> = first
        .iter()
        .map(|span| scan.cell(*span).trim().to_owned())
        .collect();
    // `# date,value` is how tools mark a line that is no row.
    if let Some(name) = names
        .first_mut()
        .filter(|name| name.starts_with('#') && name.len() > 1)
    {
        *name = name.trim_start_matches(['#', ' ']).to_owned();
    }
    first.clear();
    Ok(names)
}

#[inline(never)]
fn body(
    scan: &mut Scan<'_>,
    rows: &mut Rows,
    length: usize,
    watch: &mut dyn FnMut(usize, usize) -> bool,
) -> Result<(), NotATable> {
    let begin = scan.at();
    let mut next = begin.saturating_add(SLICE / 8);
    let mut is_sized = false;
    loop {
        let from = rows.spans.len();
        if !scan.record(&mut rows.spans) {
            return Ok(());
        }
        rows.fit(from);
        if scan.at() >= next {
            if !is_sized {
                // One piece of memory for all rows, by how long the first ones are.
                let left = (length - scan.at()) / ((scan.at() - begin) / rows.count.max(1)).max(1);
                rows.spans
                    .reserve(left.saturating_mul(rows.width) / 16 * 17);
                is_sized = true;
            }
            next = scan.at().saturating_add(SLICE);
            if !watch(scan.at(), length) {
                return Err(NotATable::Stopped);
            }
        }
    }
}

/// Takes away what stands behind the last row: empty records, remarks, a total.
#[inline(never)]
fn feet(scan: &Scan<'_>, rows: &mut Rows, doubts: &mut Vec<Doubt>) {
    let is_empty = |row: &[Span]| row.iter().all(|span| scan.cell(*span).trim().is_empty());
    let mut after = 0;
    let is_remark = |row: &[Span]| {
        let first = row.first().map_or("", |span| scan.cell(*span).trim());
        row.len() > 2 && is_empty(&row[1..]) && first.starts_with('(') && first.ends_with(')')
    };
    loop {
        if rows.count > 0 && rows.width > 1 && is_empty(rows.last()) {
            rows.drop_last();
        } else if rows.count > 1 && is_remark(rows.last()) {
            rows.drop_last();
            after += 1;
        } else {
            break;
        }
    }
    if after > 0 {
        doubts.push(Doubt::LinesAfter(after));
    }
    if is_total(scan, rows) {
        rows.drop_last();
        doubts.push(Doubt::TotalRow);
    }
    if let Some((count, first)) = rows.short {
        // What was taken away was short.
        let gone = after.min(count);
        if count > gone {
            doubts.push(Doubt::ShortRows {
                count: count - gone,
                first,
            });
        }
    }
    if let Some((count, first)) = rows.long {
        doubts.push(Doubt::LongRows { count, first });
    }
}

/// Words with which a total begins, in small letters.
const TOTALS: [&str; 12] = [
    "total",
    "grand total",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "totale",
    "somme",
    "suma",
    "yhteensä",
    "summa",
    "totaal",
];

/// Whether a row, were it the last one, might stand behind the rows.
pub fn may_be_foot(table: &Table, row: usize) -> bool {
    let width = table.headers().len();
    let texts = || (0..width).map(|at| table.cell(row, at).trim());
    let first = texts().next().unwrap_or("");
    let word = texts().find(|text| !text.is_empty()).unwrap_or("");
    let filled = texts().filter(|text| !text.is_empty()).count();
    let is_remark = first.starts_with('(') && first.ends_with(')');
    filled == 0 || is_remark || is_of_total(word) || first.is_empty() && filled * 2 <= width
}

/// Whether a total begins with a text.
fn is_of_total(word: &str) -> bool {
    let word = meanings::small(word.trim_end_matches(':').trim_end());
    TOTALS.contains(&word.as_str())
}

/// Whether the last row is a total: its first text says so, or its first cell alone of all is empty.
fn is_total(scan: &Scan<'_>, rows: &Rows) -> bool {
    if rows.count < 3 || rows.width < 2 {
        return false;
    }
    let text = |span: &Span| scan.cell(*span).trim();
    let last = rows.last();
    let word = last
        .iter()
        .map(text)
        .find(|text| !text.is_empty())
        .unwrap_or("");
    let says_so = is_of_total(word);
    let has_empty = last.iter().filter(|span| text(span).is_empty()).count();
    if says_so {
        return has_empty > 0 || rows.width == 2;
    }
    let keys = rows.spans.iter().step_by(rows.width);
    let mut others = keys.take(rows.count - 1);
    last.first().is_some_and(|span| text(span).is_empty())
        && has_empty * 2 >= rows.width
        && others.all(|span| !text(span).is_empty())
}

/// The table, without columns that have neither a name nor anything in them.
#[inline(never)]
fn sheet(
    text: String,
    more: String,
    mut names: Vec<String>,
    mut rows: Rows,
    separated: super::sheet::Separated,
    mut doubts: Vec<Doubt>,
) -> Result<Sheet, NotATable> {
    if rows.count == 0 {
        return Err(NotATable::OnlyHeader {
            columns: names.len(),
        });
    }
    names.truncate(rows.width);
    let is_used = |column: usize| {
        rows.spans
            .iter()
            .skip(column)
            .step_by(rows.width)
            .any(|s| !s.is_empty())
    };
    let keeps: Vec<bool> = (0..rows.width)
        .map(|at| !names[at].is_empty() || is_used(at))
        .collect();
    if !keeps.contains(&true) {
        return Err(NotATable::Empty);
    }
    if keeps.contains(&false) {
        let mut at = 0;
        rows.spans.retain(|_| {
            let keep = keeps[at];
            at = (at + 1) % keeps.len();
            keep
        });
        let mut keeps = keeps.into_iter();
        names.retain(|_| keeps.next().unwrap_or(true));
    }
    if is_round(rows.count) {
        doubts.push(Doubt::RoundNumber(rows.count));
    }
    let table = Table::of(names, text, more, rows.spans);
    let json_columns = json_columns(&table);
    Ok(Sheet {
        table,
        found: Found {
            kind: Kind::Separated(separated),
            encoding: Encoding::Utf8,
            json_columns,
        },
        doubts,
        times: None,
    })
}

/// Columns whose cells are JSON, by the first ones.
pub fn json_columns(table: &Table) -> Vec<Unfolded> {
    let is_json = |column: usize| {
        let cells = (0..table.rows().min(50)).map(|row| table.cell(row, column).trim());
        let mut filled = cells.filter(|cell| !cell.is_empty()).peekable();
        let has_any = filled.peek().is_some();
        let is_one =
            |cell: &str| cell.starts_with('{') && cell.ends_with('}') && cell.contains('"');
        has_any && filled.all(is_one)
    };
    let columns = (0..table.headers().len()).filter(|column| is_json(*column));
    columns
        .map(|column| Unfolded {
            name: table.headers()[column].clone(),
            is_done: false,
        })
        .collect()
}
