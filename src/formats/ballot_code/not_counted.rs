//! Why something was not counted as a ballot.

use super::{PREFIX, TAG, sealed};

/// Something that certainly was a ballot and was not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotCounted {
    /// Characters are missing or changed. How it begins.
    Damaged(String),
    /// It belongs to another session, or its beginning is damaged. How it begins.
    OtherSession(String),
    /// The same ballot was there before.
    Twice(String),
    /// The same person sent another one later, which counts.
    Replaced(String),
    /// It is sealed to another key than this workshop has here.
    OtherKey(String),
    /// It is sealed, and nothing here opens it now.
    Closed(String),
    /// A later Plumbline made it, in a way that is not known here.
    Newer(String),
    /// It came when the workshop was finished already.
    Late(String),
}

/// How a code is told apart from others.
pub fn beginning(code: &str) -> String {
    let more = if code.starts_with(sealed::PREFIX) {
        4
    } else {
        2
    };
    code.chars().take(PREFIX.len() + TAG + more).collect()
}
