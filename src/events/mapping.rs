//! Which column means what, and which values mean what: plain data that a user can change and that is
//! remembered until the same file comes again.

pub mod fingerprint;
pub mod text;

use super::event::Outcome;
use super::meanings::small;
use super::role::{Kind, Role};
use super::times::TimeFormat;

/// What a table's columns and values mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// What each row is.
    pub kind: Kind,
    /// The id of the recognised source; empty where there is none.
    pub source: String,
    /// Which column has which role. Where several have the same, the first that is not empty counts in each
    /// row.
    pub columns: Vec<Column>,
    /// What values mean, for the roles with few of them. A value that is not listed is judged by its words.
    pub values: Vec<Value>,
    /// What is particular about the source.
    pub quirks: Vec<Quirk>,
}

/// One column's role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it means.
    pub role: Role,
    /// Its header, as the table has it.
    pub header: String,
    /// How its cells are read.
    pub reads: Reads,
    /// Which item of the list that each of its cells holds, where it is one.
    pub item: Option<Item>,
}

/// One item of a list, told by another list beside it: of an incident's times the one whose name is *Fixed at*.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The column that holds the names.
    pub names: String,
    /// The name of the item.
    pub is: String,
}

/// How the cells of a column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reads {
    /// As its values show: times in the format that fits most of them, numbers as they are.
    #[default]
    Plain,
    /// As times of this format.
    Times(TimeFormat),
    /// As a duration in this many milliseconds, and a moment is that long after the row's creation.
    After(u32),
    /// As a duration in this many milliseconds.
    Units(u32),
}

/// What one value means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// In columns of which role.
    pub role: Role,
    /// The value, in small letters.
    pub text: String,
    /// What it means.
    pub means: Means,
}

/// What a value means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Means {
    /// It is meant: this environment is production, this sort counts, this is a yes.
    Yes,
    /// It is not.
    No,
    /// It is this outcome.
    Outcome(Outcome),
}

/// What is particular about a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Quirk {
    /// Times without a zone are in UTC, whatever zone is chosen.
    Utc,
    /// Where a row is resolved, the time of its last change is its end.
    ChangedIsEnd,
    /// Targets and what was reached are fractions of 1, not percent.
    Fractions,
    /// What is left of the budget is a fraction of 1, not percent.
    BudgetFraction,
    /// Rows are samples of series: counts are added up, of ratios the last one counts.
    Samples,
}

impl Quirk {
    /// All quirks with the words by which they are remembered.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::Utc, "utc"),
        (Self::ChangedIsEnd, "changed-is-end"),
        (Self::Fractions, "fractions"),
        (Self::BudgetFraction, "budget-fraction"),
        (Self::Samples, "samples"),
    ];
}

impl Mapping {
    /// A mapping that says nothing yet.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self {
            kind,
            source: String::new(),
            columns: Vec::new(),
            values: Vec::new(),
            quirks: Vec::new(),
        }
    }

    /// Gives a role to a column, after those that have it already.
    pub fn add(&mut self, role: Role, header: &str, reads: Reads) {
        self.columns.push(Column {
            role,
            header: header.to_owned(),
            reads,
            item: None,
        });
    }

    /// Gives a role to one column alone; `None` takes it from all.
    pub fn set(&mut self, role: Role, header: Option<&str>) {
        self.columns.retain(|column| column.role != role);
        if let Some(header) = header {
            self.add(role, header, Reads::Plain);
        }
    }

    /// Returns the columns with a role, in the order in which they count.
    pub fn of(&self, role: Role) -> impl Iterator<Item = &Column> {
        self.columns
            .iter()
            .filter(move |column| column.role == role)
    }

    /// Whether any column has a role.
    #[must_use]
    pub fn has(&self, role: Role) -> bool {
        self.of(role).next().is_some()
    }

    /// Whether a quirk holds.
    #[must_use]
    pub fn is(&self, quirk: Quirk) -> bool {
        self.quirks.contains(&quirk)
    }

    /// Says what a value means.
    pub fn mean(&mut self, role: Role, text: &str, means: Means) {
        let text = small(text.trim());
        let known = self
            .values
            .iter_mut()
            .find(|value| value.role == role && value.text == text);
        match known {
            Some(value) => value.means = means,
            None => self.values.push(Value { role, text, means }),
        }
    }

    /// Returns what a value means, where that is listed.
    #[must_use]
    pub fn meaning(&self, role: Role, text: &str) -> Option<Means> {
        let text = small(text.trim());
        self.values
            .iter()
            .find(|value| value.role == role && value.text == text)
            .map(|value| value.means)
    }
}
