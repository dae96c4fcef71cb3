//! Why a file was not read, in words fit for a user.

use super::{FORMAT, MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, VERSION};
use crate::model::Problem;
use std::fmt;

/// Why a file was not read. Nothing was changed.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// More than [`MAX_BYTES`]: this many.
    TooLarge(usize),
    /// Brackets nested deeper than [`MAX_DEPTH`].
    TooDeep,
    /// More than [`MAX_ENTRIES`] entries in one place.
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

/// At most so many problems are shown one by one.
const SHOWN: usize = 20;

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(n) => write!(
                f,
                "The file has {n} bytes, and an assessment file has at most {MAX_BYTES}."
            ),
            Self::TooDeep => write!(
                f,
                "This is not an assessment file: its brackets are nested deeper than {MAX_DEPTH}."
            ),
            Self::TooMany => write!(
                f,
                "This is not an assessment file: it has more than {MAX_ENTRIES} entries in one place."
            ),
            Self::Empty => f.write_str("The file is empty."),
            Self::NotJson {
                line,
                column,
                ends_early: true,
            } => write!(
                f,
                "The file ends early, at line {line}, column {column}. Perhaps a download was cut off."
            ),
            Self::NotJson { line, column, .. } => write!(
                f,
                "This is not an assessment file: from line {line}, column {column} on it is not JSON."
            ),
            Self::NotOurs => write!(
                f,
                "This is not an assessment file: it does not say \"format\": \"{FORMAT}\"."
            ),
            Self::Newer(version) => write!(
                f,
                "The file has format version {version}; this Plumbline reads up to {VERSION}. Open it with a newer Plumbline."
            ),
            Self::Problems(problems) => {
                f.write_str("The file cannot be used as it is:")?;
                for problem in problems.iter().take(SHOWN) {
                    write!(f, "\n{problem}")?;
                }
                match problems.len().saturating_sub(SHOWN) {
                    0 => Ok(()),
                    more => write!(f, "\nand {more} more"),
                }
            }
        }
    }
}

impl std::error::Error for Refusal {}
