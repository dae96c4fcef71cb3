//! The text in a file: UTF-8, or UTF-16 where the file says so. Anything else is refused with its
//! place, since a guess would change names unseen.

use crate::model::error::error;

/// What a file begins with that says which of the two it is.
const UTF_8: &[u8] = &[0xef, 0xbb, 0xbf];
const UTF_16_LITTLE: &[u8] = &[0xff, 0xfe];
const UTF_16_BIG: &[u8] = &[0xfe, 0xff];

/// Why a file is no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotText {
    /// The first byte that belongs to no letter, from 1.
    pub byte: usize,
    /// Its line, from 1.
    pub line: usize,
    /// Whether the file is UTF-16, and else it would have to be UTF-8.
    pub is_utf_16: bool,
}

error!(NotText);

/// The text in a file, without the mark that says how it is written.
///
/// # Errors
/// [`NotText`] says from where on it is none.
pub fn decode(bytes: Vec<u8>) -> Result<String, NotText> {
    // A text begins with no zero, so half of them being zeros says as much as a mark does.
    if bytes.starts_with(UTF_16_LITTLE) || matches!(*bytes, [_, 0, _, 0, ..]) {
        return utf_16(&bytes, u16::from_le_bytes);
    }
    if bytes.starts_with(UTF_16_BIG) || matches!(*bytes, [0, _, 0, _, ..]) {
        return utf_16(&bytes, u16::from_be_bytes);
    }
    let text = String::from_utf8(bytes).map_err(|wrong| {
        let good = wrong.utf8_error().valid_up_to();
        NotText {
            byte: good + 1,
            line: 1 + lines(wrong.as_bytes()[..good].iter().copied()),
            is_utf_16: false,
        }
    })?;
    Ok(match text.as_bytes().starts_with(UTF_8) {
        true => text[UTF_8.len()..].to_owned(),
        false => text,
    })
}

fn lines(bytes: impl Iterator<Item = u8>) -> usize {
    bytes.filter(|byte| *byte == b'\n').count()
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, NotText> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(pairs.len());
    let wrong = |text: &str, at: usize| NotText {
        byte: at + 1,
        line: 1 + lines(text.bytes()),
        is_utf_16: true,
    };
    let mut at = 0;
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let Ok(c) = c else {
            return Err(wrong(&text, at));
        };
        at += 2 * c.len_utf16();
        text.push(c);
    }
    if !rest.is_empty() {
        return Err(wrong(&text, at));
    }
    Ok(text
        .strip_prefix('\u{feff}')
        .map_or(text.clone(), str::to_owned))
}
