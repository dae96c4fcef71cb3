//! Why there is no logo.

use crate::model::error::error;

/// Why a file is no picture for a cover. Nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadLogo {
    /// It has so many bytes.
    TooLarge(usize),
    /// It is neither PNG nor SVG.
    OtherKind,
    /// Something of it is missing or was changed.
    Damaged,
    /// It is wider or higher than is taken, or neither wide nor high at all.
    Size,
    /// Nothing in it can be drawn.
    Nothing,
}

error!(BadLogo);
