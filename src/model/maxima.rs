//! How long and how many things may be.

/// The longest text accepted in one field, in characters.
pub const MAX_TEXT: usize = 4_000;
/// The longest note kept, in characters. One may type [`MAX_TEXT`]; texts written at once add up.
pub const MAX_NOTE: usize = 4 * MAX_TEXT;
/// The longest team name accepted, in characters.
pub const MAX_NAME: usize = 80;
/// The longest line accepted, such as a reason, a title or a period, in characters.
pub const MAX_LINE: usize = 400;
/// The longest summary on a cover, in characters.
pub const MAX_SUMMARY: usize = 1_500;
/// The longest logo, in characters: 64 kB as text.
pub const MAX_LOGO: usize = 90_000;
/// The most actions accepted in one assessment, removed ones included.
pub const MAX_ACTIONS: usize = 1_000;
/// The most snapshots accepted in one assessment, removed ones included.
pub const MAX_SNAPSHOTS: usize = 100;
/// The most workshops accepted in one assessment, removed ones included.
pub const MAX_WORKSHOPS: usize = 100;
/// The most ballots of workshops that are not finished, removed ones included.
pub const MAX_BALLOTS: usize = 2_000;
/// The most hands counted for one choice.
pub const MAX_HANDS: u32 = 9_999;
/// The longest sentence that a ballot says of a practice, in characters.
pub const MAX_COMMENT: usize = 120;
/// The most practices that one workshop asks.
pub const MAX_ASKED: usize = 1_000;
/// The most pieces of evidence accepted for one practice.
pub const MAX_EVIDENCE: usize = 20;
/// The most files that one number is computed from.
pub const MAX_FILES: usize = 20;
/// The most that is kept of what this version does not know, in bytes.
pub const MAX_UNKNOWN: usize = 1_000_000;
/// How much more than an edit may fill is accepted in a file.
pub const TIMES: usize = 2;
