//! What an organisation publishes beside the page: a list of assessment files.
//!
//! `portfolio/index.json` holds `{"format": "plumbline/portfolio", "version": 1, "files": ["a.json"]}`,
//! or the list alone; the files lie beside it.

use super::json::Json;
use crate::model::text::is_hidden;

/// Where the files lie, relative to the page.
pub const FOLDER: &str = "portfolio/";
/// The list of them.
pub const INDEX: &str = "index.json";
/// What the list says it is.
pub const PORTFOLIO: &str = "plumbline/portfolio";
/// The most files read.
pub const MOST: usize = 2_000;

/// The names in a list: those that lie in the folder, and what else is in it, which could lead
/// elsewhere. `None` where it is no list of ours.
#[must_use]
pub fn files(text: &str) -> Option<[Vec<String>; 2]> {
    let list = match serde_json::from_str(text).ok()? {
        Json::List(list) => list,
        Json::Object(mut file) => {
            let is_ours = file.get("format").and_then(Json::as_str) == Some(PORTFOLIO);
            match file.remove("files") {
                Some(Json::List(list)) if is_ours => list,
                _ => return None,
            }
        }
        _ => return None,
    };
    let (mut plain, mut odd) = (Vec::new(), Vec::new());
    for name in list.iter().take(MOST) {
        match name.as_str() {
            Some(name) if is_plain(name) => plain.push(name.to_owned()),
            Some(name) => odd.push(name.to_owned()),
            None => odd.push(name.compact()),
        }
    }
    Some([plain, odd])
}

/// Letters of any script, digits, `-`, `_`, `.` and `/`, no part of which begins with a dot.
fn is_plain(name: &str) -> bool {
    let is_safe = |c: char| match c.is_ascii() {
        true => c.is_ascii_alphanumeric() || "-_.".contains(c),
        false => !is_hidden(c),
    };
    let mut parts = name.split('/');
    parts.all(|part| !part.is_empty() && !part.starts_with('.') && part.chars().all(is_safe))
}
