//! Why stores fail.

use crate::model::error::error;

/// Why a store did not do what it was asked. Copied into what is shown, so it holds its cause as a text
/// that lives as long as the program.
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
    /// It did not answer in time.
    Silent,
    /// Something else: what the browser calls it, and says of it. Empty where it says nothing.
    Other(&'static str),
}

error!(StoreError);
