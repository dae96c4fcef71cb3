//! The assessment file, format version 1: for export, import and storage alike.
//!
//! Decoding never guesses: it either gives the whole document or every problem with its place.
//! Parts that this version does not know survive a round trip. Stamps stand apart from the body, so
//! that the body is pleasant to read and to write by hand; a stamp without a value is a tombstone.

mod decode;
pub(crate) mod digest;
mod encode;
mod migrate;
mod refusal;
mod unknown;

pub use decode::{
    Decoded, decode, decode_file, decode_newer, decode_part, decode_to_show, decode_with,
    read_workshop, reasonable,
};
pub use digest::digest;
pub use encode::{Encoder, encode, encode_compact, workshop_json};
pub use migrate::{CHAIN, Migration};
pub use refusal::Refusal;

/// What the file says it is.
pub const FORMAT: &str = "plumbline/assessment";
/// The version this build writes.
pub const VERSION: u64 = 1;
/// The largest file read, in bytes.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// The deepest nesting of brackets read.
pub const MAX_DEPTH: usize = 32;
/// The most entries read in one place. A full assessment has a few hundred.
pub const MAX_ENTRIES: usize = 10_000;
/// The name of the list.
pub const UNPLACED: &str = "unplaced";
