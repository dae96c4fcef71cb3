//! What was read from a file, what it was found to be, and what may be wrong with it.

use crate::events::Table;
use crate::events::times;

/// How text is written in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// UTF-8, with or without a mark at its beginning.
    #[default]
    Utf8,
    /// UTF-16, low byte first: what Excel calls *Unicode text*.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Windows-1252, the old one of Western Europe, of which Latin-1 is a part. Taken where the bytes are
    /// no UTF-8: a file in another old encoding shows wrong letters.
    Windows1252,
}

/// Where the names of the columns stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Header {
    /// In this record, from 0; those before it are left away.
    Record(usize),
    /// Nowhere: the first record is a row.
    Nowhere,
}

/// How separated values are separated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Separated {
    /// What stands between two cells. `None`: there is one column.
    pub delimiter: Option<u8>,
    /// Whether quotes hold cells together that have delimiters or new lines in them.
    pub quotes: bool,
    /// Where the names of the columns stand.
    pub header: Header,
}

/// What a file was found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Separated values: CSV and its kin.
    Separated(Separated),
    /// JSON: one document, several in a row, or one a line.
    Json {
        /// How many documents there are.
        documents: usize,
        /// Which list the rows came from: `workflow_runs[]`, `items[].status.history[]`. `[]` is the
        /// document itself; an empty path, the documents.
        rows_at: String,
        /// Other lists that rows could be made of, with their rows; the longest first.
        others: Vec<(String, usize)>,
    },
}

/// A column whose cells were JSON, and became columns of their own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfolded {
    /// The column's name.
    pub name: String,
    /// Whether it was unfolded; else it could be.
    pub is_done: bool,
}

/// What a file was found to be, and how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub kind: Kind,
    /// How its text is written.
    pub encoding: Encoding,
    /// Columns of separated values that hold JSON.
    pub json_columns: Vec<Unfolded>,
}

/// What somebody chose instead of what was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// How the text is written.
    pub encoding: Option<Encoding>,
    /// What stands between two cells; `Some(None)`: there is one column. Only ASCII is taken.
    pub delimiter: Option<Option<u8>>,
    /// Whether quotes hold cells together.
    pub quotes: Option<bool>,
    /// Where the names of the columns stand.
    pub header: Option<Header>,
    /// Of JSON: which list the rows are, as [`Kind::Json`] writes it.
    pub rows_at: Option<String>,
    /// Columns that hold JSON, by name, to become columns of their own.
    pub unfold: Vec<String>,
}

/// What may be wrong with what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The bytes are no UTF-8, and were read as Windows-1252. If letters look wrong, choose another
    /// encoding, or export as UTF-8.
    EncodingGuessed,
    /// So many bytes without a meaning (NUL) were left away.
    Nulls(usize),
    /// The last letter is cut in two: the file is probably cut off.
    LetterCut,
    /// A quote has no end: from the row on, quotes were read as letters.
    QuoteNeverEnds {
        /// The row, from 0.
        row: usize,
    },
    /// So many quotes at the beginning of a cell do not enclose it, and were read as letters.
    StrayQuotes(usize),
    /// So many lines before the columns' names were left away.
    LinesBefore(usize),
    /// No record has the columns' names, as far as can be seen: the first one was read as a row.
    NoHeader,
    /// So many rows have fewer cells than there are columns; the first of them, from 0. The missing
    /// cells are empty.
    ShortRows {
        /// How many.
        count: usize,
        /// The first one, from 0.
        first: usize,
    },
    /// So many rows have more cells than there are columns, and the first of them, from 0. What is over was
    /// left away: probably a delimiter stands in a text without quotes.
    LongRows {
        /// How many.
        count: usize,
        /// The first one, from 0.
        first: usize,
    },
    /// The last row is a total, and was left away.
    TotalRow,
    /// So many lines behind the rows, such as `(15 rows)`, were left away.
    LinesAfter(usize),
    /// There are more than 2,000 columns: only the first 2,000 were read.
    TooManyColumns {
        /// How many there are; of JSON, how many at least.
        columns: usize,
    },
    /// There are as many rows as tools give at once: this file may be cut.
    RoundNumber(usize),
    /// The file says that there is more than it holds.
    SaysMore,
    /// The file says how many there are, which is more than it holds.
    SaysTotal(u64),
}

/// A table, and how it came about.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Rows and columns.
    pub table: Table,
    /// What the file was found to be.
    pub found: Found,
    /// What may be wrong with it.
    pub doubts: Vec<Doubt>,
    /// How the times of each column are written, where that was found while the rows came.
    pub times: Option<Vec<Option<times::Found>>>,
}

/// More columns than these are not read.
pub const MOST_COLUMNS: usize = 2_000;

/// How many rows tools give at once, where nobody asks for more.
/// <https://docs.github.com/en/rest/using-the-rest-api/using-pagination-in-the-rest-api> (30, 100),
/// <https://docs.gitlab.com/api/rest/#pagination> (20, 100),
/// <https://developer.pagerduty.com/docs/ZG9jOjExMDI5NTU4-pagination> (25, 100),
/// <https://helm.sh/docs/helm/helm_history/> (256), Jira and ServiceNow (50, 500, 1,000, 10,000).
const AT_ONCE: [usize; 11] = [20, 25, 30, 50, 100, 200, 250, 256, 500, 1_000, 10_000];

/// Whether a file with so many rows may be cut.
#[must_use]
pub fn is_round(rows: usize) -> bool {
    AT_ONCE.contains(&rows)
}
