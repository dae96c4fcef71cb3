//! What a file is, by how it begins.

use super::not_a_table::{Mistaken, NotATable, Pack};
use crate::formats::embedded;

/// What a text looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looks {
    Json,
    Separated,
}

/// Kinds of files that hold no text, by their first bytes.
const BEGINNINGS: [(&[u8], Mistaken); 16] = [
    (b"\xd0\xcf\x11\xe0", Mistaken::Xls),
    (b"%PDF", Mistaken::Pdf),
    (b"\x1f\x8b", Mistaken::Packed(Pack::Gzip)),
    (b"BZh", Mistaken::Packed(Pack::Other)),
    (b"\xfd7zXZ", Mistaken::Packed(Pack::Other)),
    (b"\x28\xb5\x2f\xfd", Mistaken::Packed(Pack::Other)),
    (b"7z\xbc\xaf", Mistaken::Packed(Pack::Other)),
    (b"\x89PNG", Mistaken::Picture),
    (b"\xff\xd8\xff", Mistaken::Picture),
    (b"GIF8", Mistaken::Picture),
    (b"RIFF", Mistaken::Picture),
    (b"PAR1", Mistaken::Parquet),
    (b"SQLite format 3\0", Mistaken::Sqlite),
    (b"\x7fELF", Mistaken::Binary),
    (b"MZ\x90", Mistaken::Binary),
    (b"bplist00", Mistaken::Binary),
];

/// What a file is, if it holds no text.
pub fn of_bytes(bytes: &[u8]) -> Option<NotATable> {
    let found = BEGINNINGS
        .iter()
        .find(|(start, _)| bytes.starts_with(start));
    if let Some((_, kind)) = found {
        return Some(NotATable::Is(*kind));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Some(NotATable::Is(zip(bytes)));
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return None;
    }
    let begin = bytes.get(..4096).unwrap_or(bytes);
    // A text has tabs and new lines, and of UTF-16 half the bytes may be NUL; nothing else so low.
    let is_low = |b: &&u8| **b < 32 && !matches!(**b, 0 | 9..=13 | 27);
    let low = begin.iter().filter(is_low).count();
    (low * 20 > begin.len()).then_some(NotATable::Is(Mistaken::Binary))
}

/// A ZIP archive may be a workbook: its files have names that tell.
fn zip(bytes: &[u8]) -> Mistaken {
    let within = bytes.len().min(1 << 16);
    let last = &bytes[bytes.len() - within..];
    let has = |name: &[u8]| {
        [&bytes[..within], last]
            .iter()
            .any(|part| part.windows(name.len()).any(|w| w == name))
    };
    if has(b"opendocument.spreadsheet") {
        Mistaken::Ods
    } else if has(b"xl/workbook") || has(b"xl/worksheets") || has(b"[Content_Types].xml") {
        Mistaken::Xlsx
    } else {
        Mistaken::Packed(Pack::Zip)
    }
}

/// What a text is.
pub fn of_text(text: &str) -> Result<Looks, NotATable> {
    let text = text.trim_start();
    let bytes = text.as_bytes();
    if is_ours(text) {
        return Err(NotATable::Is(Mistaken::Ours));
    }
    match bytes {
        [] => Err(NotATable::Empty),
        [b'<', ..] => markup(text).map_or(Ok(Looks::Separated), |kind| Err(NotATable::Is(kind))),
        [b'{' | b'[', ..] => json(text),
        _ if is_yaml(text) => Err(NotATable::Is(Mistaken::Yaml)),
        _ => Ok(Looks::Separated),
    }
}

/// Whether it says that it is ours: as JSON in its first entry, as a report by what is embedded in it.
fn is_ours(text: &str) -> bool {
    let after = |text: &'_ str, start: &str| Some(text.strip_prefix(start)?.trim_start().len());
    let mut rest = text;
    for start in ["{", "\"format\"", ":"] {
        match after(rest, start) {
            Some(left) => rest = &rest[rest.len() - left..],
            None => return text.starts_with('<') && embedded::decode(text).is_some(),
        }
    }
    rest.starts_with("\"plumbline/")
}

fn markup(text: &str) -> Option<Mistaken> {
    let begin = text.as_bytes();
    let begin = begin.get(..4096).unwrap_or(begin).to_ascii_lowercase();
    let has = |tag: &[u8]| begin.windows(tag.len()).any(|w| w == tag);
    if has(b"<html") || has(b"<!doctype html") || has(b"<table") || has(b"<body") {
        Some(Mistaken::Html)
    } else {
        let is_tag = matches!(begin.get(1), Some(b'a'..=b'z' | b'?' | b'!'));
        let ends = has(b"</") || has(b"/>") || has(b"?>");
        (is_tag && ends).then_some(Mistaken::Xml)
    }
}

/// What begins with a bracket: JSON, what Python prints, or a text after all.
fn json(text: &str) -> Result<Looks, NotATable> {
    let within = text.trim_start_matches(|c: char| matches!(c, '{' | '[') || c.is_whitespace());
    let is_empty = within.starts_with(['}', ']']);
    match within.as_bytes() {
        [b'\'', ..] => Err(NotATable::Is(Mistaken::Python)),
        [b'"' | b'-' | b'0'..=b'9', ..] => Ok(Looks::Json),
        _ if is_empty || within.is_empty() => Ok(Looks::Json),
        _ if ["true", "false", "null", "NaN"]
            .iter()
            .any(|w| within.starts_with(w)) =>
        {
            Ok(Looks::Json)
        }
        _ => Ok(Looks::Separated),
    }
}

/// Whether nearly all of the first lines are `key: value`, items of a list, or comments.
fn is_yaml(text: &str) -> bool {
    let is_key = |line: &str| {
        let line = line.trim_start().trim_start_matches("- ");
        let key = line
            .split_once(':')
            .filter(|(_, value)| value.is_empty() || value.starts_with(' '));
        key.is_some_and(|(key, _)| {
            let is_name = |b: u8| b.is_ascii_alphanumeric() || b"_-./\"'".contains(&b);
            !key.is_empty() && key.bytes().all(is_name)
        })
    };
    let lines = text
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .take(20);
    let (mut all, mut keys, mut others) = (0, 0, 0);
    for line in lines {
        all += 1;
        if is_key(line) {
            keys += 1;
        } else if !line.trim_start().starts_with(['-', '#']) {
            others += 1;
        }
    }
    let begins = text.starts_with("---\n") || text.starts_with("---\r\n");
    keys >= 2 && others * 4 <= all || begins && keys >= 1 && others * 4 <= all
}
