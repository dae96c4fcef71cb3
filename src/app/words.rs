//! The words, and the sentences on things that only the browser has.

mod keeping;

pub use crate::words::words;
