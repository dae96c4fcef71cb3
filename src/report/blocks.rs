//! The document, before it has a form.

use crate::figure::Marks;
use crate::formats::brand::Accent;
use crate::formats::logo::Logo;

/// A table: what it shows, its head, its rows. The first cell of a row names it; a row that is nothing but
/// a name names the rows below it, up to the next one.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// One text a column.
    pub head: Vec<String>,
    /// As many cells as the head has, or one.
    pub rows: Vec<Vec<String>>,
}

/// A cell with more letters than this is prose.
const PROSE: usize = 60;

impl Table {
    /// How wide its columns are, in percent, where prose stands in the last one: half of the paper is its.
    #[must_use]
    pub fn widths(&self) -> Option<Vec<usize>> {
        let columns = self.head.len();
        let is_prose = |row: &Vec<String>| {
            let last = row.last().filter(|_| row.len() == columns);
            last.is_some_and(|cell| cell.chars().count() > PROSE)
        };
        let is_fit = (3..=5).contains(&columns) && self.rows.iter().any(is_prose);
        is_fit.then(|| {
            let mut widths = vec![26 / (columns - 2); columns];
            widths[0] = 24;
            widths[columns - 1] = 50;
            widths
        })
    }

    /// What a row names the rows below it, if that is all that it does.
    #[must_use]
    pub fn group<'a>(&self, row: &'a [String]) -> Option<&'a str> {
        match row {
            [group] if self.head.len() > 1 => Some(group),
            _ => None,
        }
    }
}

/// A part of the document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of level 2 or 3.
    Heading(u8, String),
    /// A paragraph.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// A list in its order.
    Steps(Vec<String>),
    /// A table.
    Table(Table),
    /// A chart, at one pixel for each of CSS, its finding, and how it is read, where that has to be said. The
    /// tables say the same.
    Figure(Marks, String, &'static str),
}

/// What stands below a chart.
#[must_use]
pub fn caption(finding: &str, key: &str) -> String {
    [finding, key].join(" ").trim_end().to_owned()
}

/// The results as one document.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The team.
    pub title: String,
    /// The picture on its cover. It says nothing that the names there do not.
    pub logo: Option<Logo>,
    /// The colour of its headings, where the questionnaire has one of its own.
    pub accent: Option<Accent>,
    /// Its parts, the most important first.
    pub blocks: Vec<Block>,
}

pub(super) fn texts<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).into()
}
