//! What a file is, how it was read, and why it could not be.

use super::{count, grouped};
use crate::events::source::entry::Refusal;
use crate::formats::table::{Doubt, Encoding, Found, Header, Kind, Mistaken, NotATable, Pack};
use crate::model::text::isolated;
use crate::words::Words;

impl Words {
    /// Why a file is no table, and what to do.
    pub fn not_a_table(&self, why: &NotATable) -> String {
        match why {
            NotATable::Empty => {
                "The file is empty. Was the export done when it was saved?".to_owned()
            }
            NotATable::OnlyHeader { columns } => format!(
                "The file names {} and has no rows. Perhaps a filter left nothing.",
                count(*columns, "column", "columns")
            ),
            NotATable::NoRows => {
                "The file holds no rows: its lists are empty. Perhaps a filter left nothing."
                    .to_owned()
            }
            NotATable::Is(mistaken) => mistaken_for(*mistaken).to_owned(),
            NotATable::BrokenJson {
                ends_early: true, ..
            } => "The file breaks off in the middle. Export it once more.".to_owned(),
            NotATable::BrokenJson { line, column, .. } => format!(
                "The file begins as JSON and stops being it on line {line}, at byte {column}. Export it once more, or correct that place."
            ),
            NotATable::TooDeep => {
                "Its brackets are nested more than 128 deep, which no export needs.".to_owned()
            }
            NotATable::NoSuchRows => "This file has no such list. Choose another one.".to_owned(),
            NotATable::TooLarge => {
                "The file is too large to be read here. Export a shorter time.".to_owned()
            }
            NotATable::Stopped => "Reading was stopped.".to_owned(),
            NotATable::Gone => {
                "The file was moved or changed since it was dropped. Drop it once more.".to_owned()
            }
        }
    }

    /// Why nothing can be computed from a table that is known.
    pub fn refused_source(&self, why: Refusal) -> &'static str {
        match why {
            Refusal::RawEvents => {
                "This file holds raw events. Export the tables that are made from them: deployments, changes, incidents."
            }
            Refusal::TargetsOnly => {
                "This file holds objectives, and not how they did. Take a report of the tool that measures them."
            }
            Refusal::UnitUnsaid => {
                "This file holds days and values, and not what they measure or in which unit. Enter the number by hand, or drop the deployments themselves."
            }
        }
    }

    /// What may be wrong with a file as it was read.
    pub fn read_doubt(&self, doubt: &Doubt) -> String {
        match doubt {
            Doubt::EncodingGuessed => "The letters are not UTF-8 and were read as Windows-1252. If some look wrong, choose another encoding below.".to_owned(),
            Doubt::Nulls(n) => format!("{} left out.", count(*n, "NUL byte was", "NUL bytes were")),
            Doubt::LetterCut => "The last letter is cut in two, so the file probably breaks off.".to_owned(),
            Doubt::QuoteNeverEnds { row } => format!("A quote that begins in row {} never ends, so quotes were read as letters.", row + 1),
            Doubt::StrayQuotes(n) => format!("{} within cells were read as letters.", count(*n, "quote", "quotes")),
            Doubt::LinesBefore(n) => format!("{} before the columns’ names left out.", count(*n, "line was", "lines were")),
            Doubt::NoHeader => "The columns have no names, as far as can be seen. Say below which is which.".to_owned(),
            Doubt::ShortRows { count: n, first } => format!("{} fewer cells than there are columns; the first is row {}. What is missing is empty.", count(*n, "row has", "rows have"), first + 1),
            Doubt::LongRows { count: n, first } => format!("{} more cells than there are columns; the first is row {}. What is over was left out.", count(*n, "row has", "rows have"), first + 1),
            Doubt::TotalRow => "The last row is a total and was left out.".to_owned(),
            Doubt::LinesAfter(n) => format!("{} behind the rows left out.", count(*n, "line was", "lines were")),
            Doubt::TooManyColumns { columns } => format!("There are {} columns or more; the first 2,000 were read.", grouped(u64::try_from(*columns).unwrap_or(u64::MAX))),
            Doubt::RoundNumber(n) => format!("There are exactly {} rows, which is what tools give at a time. The file may be cut: ask for all pages.", grouped(u64::try_from(*n).unwrap_or(u64::MAX))),
            Doubt::SaysMore => "The file says that there is more than it holds. Ask for all pages.".to_owned(),
            Doubt::SaysTotal(n) => format!("The file says that there are {}, which is more than it holds. Ask for all pages.", grouped(*n)),
        }
    }

    /// How a file was read.
    pub fn how_read(&self, found: &Found) -> String {
        let encoding = encoding(found.encoding);
        match &found.kind {
            Kind::Separated(own) => {
                let apart = own.delimiter.map_or("one column", delimiter);
                let names = match own.header {
                    Header::Record(0) => "names in the first line".to_owned(),
                    Header::Record(at) => format!("names in line {}", at + 1),
                    Header::Nowhere => "no names".to_owned(),
                };
                format!("{apart}, {names}, {encoding}")
            }
            Kind::Json {
                documents, rows_at, ..
            } => {
                let documents = if *documents > 1 {
                    format!(
                        ", {} documents",
                        grouped(u64::try_from(*documents).unwrap_or(u64::MAX))
                    )
                } else {
                    String::new()
                };
                format!(
                    "JSON{documents}, rows from {}, {encoding}",
                    isolated(&self.rows_at(rows_at))
                )
            }
        }
    }

    /// Which list of a JSON file the rows are.
    pub fn rows_at(&self, path: &str) -> String {
        match path {
            "" => "the documents".to_owned(),
            "[]" => "the list".to_owned(),
            path => path.to_owned(),
        }
    }

    /// What to do with a file of ours.
    pub fn a_file_of_ours(&self) -> &'static str {
        OURS
    }

    /// What stands between two cells.
    pub fn delimiter(&self, byte: u8) -> &'static str {
        delimiter(byte)
    }

    /// How letters are written.
    pub fn encoding(&self, own: Encoding) -> &'static str {
        encoding(own)
    }
}

fn delimiter(byte: u8) -> &'static str {
    match byte {
        b',' => "comma",
        b';' => "semicolon",
        b'\t' => "tab",
        b'|' => "bar",
        _ => "another sign",
    }
}

fn encoding(own: Encoding) -> &'static str {
    match own {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
        Encoding::Windows1252 => "Windows-1252",
    }
}

/// Where a file of ours belongs.
const OURS: &str =
    "This is a file of Plumbline’s own. Drop it on the first page, Home, to open it.";

fn mistaken_for(what: Mistaken) -> &'static str {
    match what {
        Mistaken::Xlsx | Mistaken::Xls => {
            "This is an Excel workbook. In Excel, save it as “CSV UTF-8” and drop that file."
        }
        Mistaken::Ods => {
            "This is a LibreOffice spreadsheet. Save it as “Text CSV” and drop that file."
        }
        Mistaken::Pdf => {
            "This is a PDF, which holds a picture of a table. Export the same list as CSV or JSON."
        }
        Mistaken::Picture => "This is a picture. Export the same list as CSV or JSON.",
        Mistaken::Packed(Pack::Zip) => "This is a ZIP archive. Open it and drop the file within.",
        Mistaken::Packed(Pack::Gzip) => {
            "This is packed with gzip. Unpack it (gunzip) and drop the file within."
        }
        Mistaken::Packed(Pack::Other) => "This is packed. Unpack it and drop the file within.",
        Mistaken::Html => {
            "This is a web page, even if its name says otherwise. Some tools call one .xls: open it in a spreadsheet and save it as CSV. It may also be a login page that was saved: sign in and export again."
        }
        Mistaken::Xml => "This is XML. Export the same list as CSV or JSON.",
        Mistaken::Yaml => "This is YAML. Turn it into JSON (yq -o json) and drop that.",
        Mistaken::Parquet => "This is a Parquet file. Turn it into CSV, for example with DuckDB.",
        Mistaken::Sqlite => "This is an SQLite database. Export the table: sqlite3 -header -csv.",
        Mistaken::Python => {
            "This is Python’s own way of printing. Write it with json.dumps and drop that."
        }
        Mistaken::KubernetesEvents => {
            "Kubernetes keeps events for an hour, so they cover no week. Take the history of what deploys: Argo CD, Helm, or the pipeline."
        }
        Mistaken::Ours => OURS,
        Mistaken::Binary => "This file holds no text. Export the list as CSV or JSON.",
    }
}
