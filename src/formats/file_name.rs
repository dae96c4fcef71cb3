//! Names of files that are handed out: what they are of, in the letters in which it is written.

use crate::model::text::{cut_bytes, is_added, is_hidden};

/// The most bytes of a name. File systems take 255; browsers put a number behind a name that is taken,
/// and an ending of their own while it is being written.
const MOST: usize = 220;

/// `plumbline_<of>_<day>.<ending>`, fit for every file system. Without anything to be called by, it is
/// a team's.
#[must_use]
pub fn file_name(of: &str, day: &str, ending: &str) -> String {
    let frame = "plumbline__.".len() + day.len() + ending.len();
    let words = words(of);
    let of = cut_bytes(&words, MOST.saturating_sub(frame)).trim_end_matches('-');
    let of = if of.is_empty() { "team" } else { of };
    format!("plumbline_{of}_{day}.{ending}")
}

/// Letters, digits and signs of every script; a hyphen for spaces and for the signs of ASCII, among
/// which are all that file systems refuse. What turns the direction of a line could make an ending
/// look like another one.
fn words(text: &str) -> String {
    let mut words = String::new();
    for c in text.chars() {
        // An accent alone would stand on what is before the name.
        let is_lost = is_hidden(c) || (words.is_empty() && is_added(c));
        let is_sign = c.is_ascii() && !c.is_ascii_alphanumeric() && !c.is_control();
        if c.is_whitespace() || is_sign {
            if !words.is_empty() && !words.ends_with('-') {
                words.push('-');
            }
        } else if !is_lost {
            words.push(c);
        }
    }
    words
}
