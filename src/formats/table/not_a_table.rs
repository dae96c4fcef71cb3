//! Why there is no table.

/// What a compressed file is packed with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pack {
    /// A ZIP archive: open it, and drop the file within.
    Zip,
    /// gzip: unpack it (`gunzip`), and drop the file within.
    Gzip,
    /// bzip2, xz, zstd or 7z: unpack it, and drop the file within.
    Other,
}

/// Another kind of file than a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistaken {
    /// A workbook of Excel 2007 or later (`.xlsx`), perhaps renamed: in Excel, *Save as*, *CSV UTF-8*.
    Xlsx,
    /// A workbook of an older Excel (`.xls`): in Excel, *Save as*, *CSV UTF-8*.
    Xls,
    /// A spreadsheet of `LibreOffice` (`.ods`): *Save as*, *Text CSV*.
    Ods,
    /// A PDF: it holds a picture of the table. Export the same list as CSV.
    Pdf,
    /// A picture (PNG, JPEG, GIF, WebP): export the same list as CSV.
    Picture,
    /// Something packed: unpack it first.
    Packed(Pack),
    /// A web page: many tools write one and call it `.xls`, and a login page that was saved is one, too.
    /// Open it in a spreadsheet and save it as CSV, or export again while signed in.
    Html,
    /// XML, such as a spreadsheet of Excel 2003: export as CSV or JSON instead.
    Xml,
    /// YAML: convert it to JSON (`yq -o json`), and drop that.
    Yaml,
    /// Apache Parquet: convert it to CSV, e.g. with DuckDB.
    Parquet,
    /// A database of SQLite: export the table as CSV (`sqlite3 -header -csv`).
    Sqlite,
    /// Dictionaries as Python prints them (`{'id': 1, 'done': True}`): write them with `json.dumps`.
    Python,
    /// Events of Kubernetes: a cluster keeps them for an hour only, so that they hold no history. Use the
    /// deployments of the tool that changes the cluster.
    /// <https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/> (`--event-ttl`)
    KubernetesEvents,
    /// A file of Plumbline's own: it is opened on the first page.
    Ours,
    /// A program, or another file that holds no text.
    Binary,
}

/// Why a file is no table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotATable {
    /// Nothing is in it, or spaces alone. Was the export done when it was saved?
    Empty,
    /// It names columns, so many, but has no row. Perhaps a filter left nothing.
    OnlyHeader {
        /// How many columns it names.
        columns: usize,
    },
    /// It is JSON, but no list in it has anything in it. Perhaps a filter left nothing.
    NoRows,
    /// It is another kind of file.
    Is(Mistaken),
    /// It begins as JSON, and stops being JSON at this place.
    BrokenJson {
        /// The line, from 1.
        line: usize,
        /// How many bytes of that line were read.
        column: usize,
        /// Whether all that is there would do, and the rest is missing: the export was cut off. Get it once
        /// more.
        ends_early: bool,
    },
    /// JSON in which brackets stand within brackets more than 128 times.
    TooDeep,
    /// The path that was chosen leads to no list with anything in it.
    NoSuchRows,
    /// More than 2 GB. Export a shorter period.
    TooLarge,
    /// The reading was stopped, as was asked for.
    Stopped,
    /// It was to be read once more, and is not there as it was: moved, changed or thrown away.
    Gone,
}
