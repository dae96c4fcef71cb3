//! Why stores fail.

use std::fmt;

/// Why a store did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let the page keep data.
    Blocked,
    /// There is no room left.
    Full,
    /// What was read back is not what was written.
    NotKept,
    /// A newer version of Plumbline wrote what stands there; this one would damage it.
    Newer,
    /// It is more than can be read again.
    TooLarge,
    /// Something else.
    Other,
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Blocked => "this browser does not let the page store data",
            Self::Full => "the browser's storage is full",
            Self::NotKept => "the browser did not keep what was written",
            Self::Newer => "a newer version of Plumbline is in use; reload the page to get it",
            Self::TooLarge => {
                "the assessment has grown larger than Plumbline can read again; remove long notes, or snapshots"
            }
            Self::Other => "the browser reported an error",
        })
    }
}

impl std::error::Error for StoreError {}
