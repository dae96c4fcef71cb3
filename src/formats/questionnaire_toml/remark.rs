//! What is to be said of a document.

use std::fmt;

/// Something about a document, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// The line, from 1.
    pub line: usize,
    /// The letter of the line, from 1.
    pub column: usize,
    /// Table, id and field, such as `practice/slo-targets/title`; empty where the document as such is meant.
    pub path: String,
    /// What it is, and what to do.
    pub message: String,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            line,
            column,
            path,
            message,
        } = self;
        let apart = if path.is_empty() { "" } else { ": " };
        write!(f, "{line}:{column}: {path}{apart}{message}")
    }
}

impl std::error::Error for Remark {}
