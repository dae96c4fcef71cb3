//! What came of a table's rows.

use crate::events::role::Role;
use crate::events::zone::Millis;

/// What came of a table's rows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Extracted {
    /// The first and the last moment of its events.
    pub span: Option<(Millis, Millis)>,
    /// How many rows the table has.
    pub rows: usize,
    /// How many events came of them.
    pub events: usize,
    /// Rows of which none came, by reason; each row once.
    pub left_out: Vec<LeftOut>,
    /// What makes the result doubtful.
    pub doubts: Vec<Doubt>,
}

/// Rows that were left out for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Why.
    pub reason: Reason,
    /// Which rows, from 0.
    pub rows: Vec<u32>,
}

/// Why no event came of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// None of the columns that should say when holds a time in this row. Choose another column, or another
    /// format.
    NoTime,
    /// Its id came before: the same thing twice, or one row for each of its states. It counts once.
    Again,
    /// It is of a sort that does not count: another workflow, a test, planned maintenance. The list of values
    /// says which; tick others there.
    OtherSort,
    /// It was declined, withdrawn or merged into another, so it is none.
    Withdrawn,
    /// It was never merged: closed, or still open.
    NotMerged,
    /// It only joins two branches.
    MergeCommit,
    /// It ends before it begins. Look at the file: one of the two times is wrong.
    EndsBeforeItBegins,
    /// It lies in the future.
    InFuture,
    /// It is closed, but the file does not say when.
    ClosedWithoutTime,
    /// It is about another window than the one that was chosen.
    OtherWindow,
    /// The tool itself calls this report invalid.
    Invalid,
    /// The number that it is about is missing or is none.
    NoNumber,
    /// It says nothing about whether it is so.
    NotSaid,
    /// It names nothing that could be counted.
    NoName,
}

/// What makes a result doubtful.
#[derive(Debug, Clone, PartialEq)]
pub enum Doubt {
    /// These times have no zone and were read in the chosen one.
    ZoneAssumed(Role),
    /// Some times of this column are in the hour that occurs twice when clocks are set back, of which the first
    /// was taken; or in the one that is left out when they are set forward, and were moved on by it.
    ClocksChanged {
        /// Which.
        role: Role,
        /// How many are in the hour that occurs twice.
        twice: usize,
        /// How many are in the hour that does not occur.
        never: usize,
    },
    /// In this column so many cells hold something that is no time.
    NotTimes {
        /// Which.
        role: Role,
        /// How many.
        cells: usize,
    },
    /// All times of this column are at midnight: they are dates, and hours between them are noise.
    DatesOnly(Role),
    /// All times of this column are equal to the second: it says when the file was made, not when it happened.
    AllEqual(Role),
    /// No column says how it ended: each row is taken to have succeeded.
    NoOutcome,
    /// No column says where it went: each row is taken to be in production.
    NoEnvironment,
    /// So many rows have no finish; they count by when they were made.
    FinishIsCreation {
        /// How many.
        rows: usize,
    },
    /// A value that was not there when the mapping was made. It was judged by its words.
    NewValue {
        /// In which column.
        role: Role,
        /// The value.
        text: String,
        /// In how many rows.
        rows: usize,
    },
    /// Each row was detected at the very moment at which it began: the tool sets both at once, so nothing can be
    /// said about how long detection takes.
    DetectedAtOnce {
        /// How many.
        rows: usize,
    },
    /// In so many rows the column of durations says something else than the two times.
    DurationsDisagree {
        /// How many.
        rows: usize,
    },
    /// No sort of rows looks like a deployment: all are taken. Choose the workflow that deploys.
    NoDeploymentSort,
    /// The same of a tool that runs more than deployments: none is taken, until somebody has said which.
    NothingDeploys,
}
