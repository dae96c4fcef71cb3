//! A mapping to begin with, and why it is so.

use crate::events::mapping::Mapping;
use crate::events::role::Role;
use crate::events::source::Recognised;
use crate::events::times::Found;

/// A mapping to begin with.
#[derive(Debug, Clone)]
pub struct Guess {
    /// Where the table comes from, where that is recognised.
    pub source: Option<Recognised>,
    /// The mapping.
    pub mapping: Mapping,
    /// Why each of its columns is there, in their order.
    pub why: Vec<Why>,
    /// Roles that should be looked at.
    pub unsure: Vec<Role>,
    /// How the times of each column of the table are written, where it holds times.
    pub times: Vec<Option<Found>>,
    /// The values of those roles that have few, with how often each is there, the most frequent first.
    pub values: Vec<Counted>,
}

/// Why a column has its role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// The role.
    pub role: Role,
    /// The column.
    pub header: String,
    /// What told it.
    pub by: By,
    /// How many of the cells that are not empty are what the role needs: times, numbers.
    pub fits: u32,
    /// How many cells are not empty, of those that were looked at.
    pub of: u32,
    /// How its times are written, where it holds times, and which other readings there are.
    pub found: Option<Found>,
}

/// What told a column's role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// The source has it so.
    Source,
    /// Its name.
    Name,
    /// What it holds.
    Content,
    /// Somebody who looked at it.
    Choice,
}

/// How often a value is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// In columns of which role.
    pub role: Role,
    /// The value.
    pub text: String,
    /// In how many rows.
    pub rows: u32,
}
