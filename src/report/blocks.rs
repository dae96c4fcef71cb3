//! The document, before it has a form.

use crate::figure::Marks;
use crate::formats::brand::Accent;
use crate::formats::logo::Logo;

/// A table: what it shows, its head, its rows. The first cell of a row names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// One text a column.
    pub head: Vec<String>,
    /// As many cells as the head has.
    pub rows: Vec<Vec<String>>,
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
