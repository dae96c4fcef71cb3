//! Why a file was not read, as data. [`crate::words`] says it.

use crate::model::Problem;
use crate::model::error::error;

/// Why a file was not read. Nothing was changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// More than [`MAX_BYTES`](super::MAX_BYTES): this many.
    TooLarge(usize),
    /// Brackets nested deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
    TooDeep,
    /// More than [`MAX_ENTRIES`](super::MAX_ENTRIES) entries in one place.
    TooMany,
    /// Nothing in it.
    Empty,
    /// Not JSON.
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// Whether the text simply stops too early.
        ends_early: bool,
    },
    /// JSON, but not an assessment file.
    NotOurs,
    /// Written by a later Plumbline, in this format version.
    Newer(u64),
    /// It does not hold together; every problem with its place.
    Problems(Vec<Problem>),
}

error!(Refusal, |refusal| match refusal {
    Refusal::Problems(problems) => Some(problems.first()?),
    _ => None,
});
