//! The ids of elements that keys and other parts of the page go to.

/// The list of the keys.
pub const HELP: &str = "keys";
/// The field in which one looks for a practice.
pub const FIND: &str = "find";
/// The button that takes the last action back.
pub const UNDO: &str = "undo";
/// The button that opens the list of the keys.
pub const HELP_BUTTON: &str = "keys-open";
/// The way on from a question.
pub const NEXT: &str = "next";
