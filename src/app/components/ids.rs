//! The ids of elements that keys and other parts of the page go to.

/// The fold that lists the keys.
pub const HELP: &str = "keys";
/// The field in which one looks for a practice.
pub const FIND: &str = "find";
/// The button that takes the last action back.
pub const UNDO: &str = "undo";
