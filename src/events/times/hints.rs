//! What a column's name says about the times in it.

use super::iso;
use super::months::plain;

/// Pieces of names of columns that hold times, in small letters without accents.
const PIECES: [&str; 40] = [
    "date",
    "time",
    "created",
    "updated",
    "opened",
    "closed",
    "resolved",
    "started",
    "finished",
    "ended",
    "merged",
    "deployed",
    "published",
    "completed",
    "when",
    "due",
    "stamp",
    "epoch",
    "datum",
    "zeit",
    "erstellt",
    "beginn",
    "ende",
    "fecha",
    "creada",
    "inicio",
    "data",
    "criado",
    "fim",
    "creation",
    "resolu",
    "debut",
    "fin",
    "aika",
    "paiva",
    "pvm",
    "luotu",
    "skapad",
    "tid",
    "utworz",
];

/// Whether a column is named like one of times.
#[must_use]
pub fn is_named_like_a_time(name: &str) -> bool {
    let mut folded = String::with_capacity(name.len().min(100));
    let letters = name.chars().take(100).filter_map(plain);
    folded.extend(letters.map(|b| if b == b'?' { ' ' } else { char::from(b) }));
    let folded = folded.trim();
    let is_whole = |word: &str| folded == word || folded.ends_with([" ", word].concat().as_str());
    PIECES.iter().any(|piece| folded.contains(piece))
        || ["on", "at", "ts", "day", "start", "end", "from", "to"]
            .into_iter()
            .any(is_whole)
        || name.ends_with("At")
        || name.ends_with("On")
}

/// How many seconds ahead of UTC a column's name says its clock is: `Created At (UTC)`, `opened_at_utc`,
/// `Time [UTC+02:00]`.
#[must_use]
pub fn zone_of_name(name: &str) -> Option<i32> {
    let upper = name.to_ascii_uppercase();
    for zone in ["UTC", "GMT"] {
        let Some((before, behind)) = upper.rsplit_once(zone) else {
            continue;
        };
        if before.ends_with(|c: char| c.is_alphanumeric()) {
            continue;
        }
        let behind = behind.trim().trim_end_matches([')', ']']);
        if behind.is_empty() {
            return Some(0);
        }
        return iso::offset(behind.as_bytes()).flatten();
    }
    None
}
