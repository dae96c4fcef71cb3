//! Bytes to text.

use super::sheet::{Doubt, Encoding};

/// A text, and how it was written.
pub struct Decoded {
    pub text: String,
    pub encoding: Encoding,
    pub doubts: Vec<Doubt>,
}

/// What Windows-1252 has between 128 and 159; the other bytes are the numbers of their letters. Five have
/// no letter there, and stay what they are. <https://encoding.spec.whatwg.org/#windows-1252>
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// So many bytes at the beginning and at the end are searched for what does not belong there.
const LOOKED_AT: usize = 64 * 1024;

/// Text from what is a text in UTF-8 or bytes that are none: as is chosen, else as its first bytes say, else UTF-8,
/// else Windows-1252.
pub fn decode(whole: Result<String, Vec<u8>>, chosen: Option<Encoding>) -> Decoded {
    let mut doubts = Vec::new();
    let bytes = match &whole {
        Ok(text) => text.as_bytes(),
        Err(bytes) => bytes,
    };
    let other = match chosen.or_else(|| guess(bytes)) {
        Some(wide @ (Encoding::Utf16Le | Encoding::Utf16Be)) => Some((utf16(bytes, wide), wide)),
        Some(one @ Encoding::Windows1252) => Some((windows(bytes), one)),
        _ => None,
    };
    let (text, encoding) = match (other, whole) {
        (Some(other), _) => other,
        (None, Ok(text)) => (text, Encoding::Utf8),
        (None, Err(bytes)) if chosen.is_some() => {
            (String::from_utf8_lossy(&bytes).into_owned(), Encoding::Utf8)
        }
        (None, Err(bytes)) => utf8_or_windows(bytes, &mut doubts),
    };
    let text = without_nulls(text, &mut doubts);
    Decoded {
        text,
        encoding,
        doubts,
    }
}

fn utf8_or_windows(bytes: Vec<u8>, doubts: &mut Vec<Doubt>) -> (String, Encoding) {
    match String::from_utf8(bytes) {
        Ok(text) => (text, Encoding::Utf8),
        Err(error) => {
            let (is_cut, valid) = {
                let error = error.utf8_error();
                (
                    error.error_len().is_none() && error.valid_up_to() > 0,
                    error.valid_up_to(),
                )
            };
            let mut bytes = error.into_bytes();
            // A letter at the very end that may be a whole one of the other encoding: `…;caf\xe9`.
            let has_others = is_cut && !bytes[..valid].is_ascii();
            if has_others {
                bytes.truncate(valid);
                doubts.push(Doubt::LetterCut);
                if let Ok(text) = String::from_utf8(bytes) {
                    return (text, Encoding::Utf8);
                }
                return (String::new(), Encoding::Utf8);
            }
            doubts.push(Doubt::EncodingGuessed);
            (windows(&bytes), Encoding::Windows1252)
        }
    }
}

/// What the first bytes say: a mark, or a NUL at every other place.
fn guess(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return None,
        [0xff, 0xfe, ..] => return Some(Encoding::Utf16Le),
        [0xfe, 0xff, ..] => return Some(Encoding::Utf16Be),
        _ => {}
    }
    let begin = bytes.get(..1024).unwrap_or(bytes);
    let nulls = |first: usize| {
        begin
            .iter()
            .skip(first)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let (even, odd) = (nulls(0), nulls(1));
    let most = begin.len() / 4;
    match (even, odd) {
        _ if begin.len() < 4 => None,
        (_, odd) if odd > most && even * 8 < odd => Some(Encoding::Utf16Le),
        (even, _) if even > most && odd * 8 < even => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn utf16(bytes: &[u8], encoding: Encoding) -> String {
    let units = bytes.chunks_exact(2).map(|pair| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes([pair[0], pair[1]]),
        _ => u16::from_le_bytes([pair[0], pair[1]]),
    });
    let letters = char::decode_utf16(units);
    let mut text = String::with_capacity(bytes.len() / 2);
    text.extend(letters.map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)));
    text
}

fn windows(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    text.extend(bytes.iter().map(|byte| match byte {
        0x80..=0x9f => WINDOWS[usize::from(byte - 0x80)],
        _ => char::from(*byte),
    }));
    text
}

/// Takes away the mark at the beginning, and bytes without a meaning. Searched for are the beginning and
/// the end, where files that were torn have them.
fn without_nulls(mut text: String, doubts: &mut Vec<Doubt>) -> String {
    let bytes = text.as_bytes();
    let end = &bytes[bytes.len().saturating_sub(LOOKED_AT)..];
    let begin = &bytes[..bytes.len().min(LOOKED_AT)];
    if begin.contains(&0) || end.contains(&0) {
        let before = text.len();
        text.retain(|letter| letter != '\0');
        doubts.push(Doubt::Nulls(before - text.len()));
    }
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    text
}
