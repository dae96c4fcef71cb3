//! The words of JSON, and how to go over what is of no interest.
//!
//! Read as <https://www.rfc-editor.org/rfc/rfc8259> has it, and what programs write beside it: `NaN` and
//! `Infinity`, single halves of a letter, control characters in texts.

use crate::events::eight;
use crate::events::table::Span;

/// A place in a text. What cannot go on gives `None` and stays there.
#[derive(Debug, Clone, Copy)]
pub struct Lex<'t> {
    pub text: &'t str,
    pub at: usize,
}

/// A scalar, and how it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scalar {
    Null,
    /// A number, or true or false.
    Word(Span),
    /// A text, without its quotes; and whether there are escapes in it.
    Text(Span, bool),
}

impl<'t> Lex<'t> {
    pub const fn new(text: &'t str) -> Self {
        Self { text, at: 0 }
    }

    /// The next byte that is no space; 0 at the end.
    #[inline]
    pub fn peek(&mut self) -> u8 {
        let bytes = self.text.as_bytes();
        loop {
            match bytes.get(self.at) {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                // The mark of a second file behind the first.
                Some(0xef) if bytes[self.at..].starts_with(b"\xef\xbb\xbf") => self.at += 3,
                Some(byte) => return *byte,
                None => return 0,
            }
        }
    }

    /// Goes over a byte, behind spaces.
    #[inline]
    pub fn take(&mut self, byte: u8) -> Option<()> {
        (self.peek() == byte && self.at < self.text.len()).then(|| self.at += 1)
    }

    /// Goes over a text in quotes.
    #[inline]
    pub fn string(&mut self) -> Option<(Span, bool)> {
        self.take(b'"')?;
        let (bytes, from) = (self.text.as_bytes(), self.at);
        let mut has_escapes = false;
        loop {
            self.at = eight::find(bytes, self.at, b'"', b'\\');
            match bytes.get(self.at) {
                Some(b'"') => break,
                Some(_) => {
                    has_escapes = true;
                    self.at += 2;
                }
                None => {
                    self.at = bytes.len();
                    return None;
                }
            }
        }
        self.at += 1;
        Some((Span::new(from, self.at - 1), has_escapes))
    }

    /// Goes over a value that holds no others.
    #[inline]
    pub fn scalar(&mut self) -> Option<Scalar> {
        if self.peek() == b'"' {
            let (span, has_escapes) = self.string()?;
            return Some(Scalar::Text(span, has_escapes));
        }
        let (bytes, from) = (self.text.as_bytes(), self.at);
        let is_word = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.');
        while bytes.get(self.at).is_some_and(is_word) {
            self.at += 1;
        }
        let is_known = match bytes.get(from..self.at).unwrap_or_default() {
            b"null" => return Some(Scalar::Null),
            b"true" | b"false" | b"NaN" | b"Infinity" | b"-Infinity" => true,
            [b'0'..=b'9', rest @ ..] | [b'-', b'0'..=b'9', rest @ ..] => rest
                .iter()
                .all(|b| b.is_ascii_digit() || b"+-.eE".contains(b)),
            _ => false,
        };
        if !is_known {
            // Half a word at the very end is a word that was cut.
            self.at = if self.at < bytes.len() { from } else { self.at };
            return None;
        }
        Some(Scalar::Word(Span::new(from, self.at)))
    }

    /// Goes over a whole value, of which it is known that it is one.
    pub fn skip(&mut self) -> Option<()> {
        let bytes = self.text.as_bytes();
        let mut depth = 0_usize;
        loop {
            match self.peek() {
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' => {
                    depth = depth.checked_sub(1)?;
                    self.at += 1;
                }
                b',' | b':' if depth > 0 => self.at += 1,
                0 if self.at >= bytes.len() => return None,
                _ => {
                    self.scalar()?;
                }
            }
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// A text without its escapes. Halves of letters that have no other half are the sign for what cannot
    /// be shown.
    pub fn unescape(&self, span: Span, into: &mut String) {
        let range = span.start as usize..span.end as usize;
        let mut rest = self.text.get(range).unwrap_or("");
        while let Some((before, behind)) = rest.split_once('\\') {
            into.push_str(before);
            let mut letters = behind.chars();
            match letters.next() {
                Some('u') => {
                    rest = by_number(letters.as_str(), into);
                    continue;
                }
                Some('n') => into.push('\n'),
                Some('t') => into.push('\t'),
                Some('r') => into.push('\r'),
                Some('b' | 'f') => into.push(' '),
                Some(letter) => into.push(letter),
                None => {}
            }
            rest = letters.as_str();
        }
        into.push_str(rest);
    }
}

/// Adds a letter by its number, and says what is behind it.
fn by_number<'t>(text: &'t str, into: &mut String) -> &'t str {
    let four = |text: &str| {
        let digits = text
            .get(..4)
            .filter(|d| d.bytes().all(|b| b.is_ascii_hexdigit()))?;
        u32::from_str_radix(digits, 16).ok()
    };
    let Some(high) = four(text) else {
        into.push(char::REPLACEMENT_CHARACTER);
        return text;
    };
    let rest = text.get(4..).unwrap_or("");
    let other = rest
        .strip_prefix("\\u")
        .filter(|_| (0xd800..0xdc00).contains(&high));
    let low = other
        .and_then(four)
        .filter(|low| (0xdc00..0xe000).contains(low));
    if let Some(low) = low {
        let letter = char::from_u32(0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00));
        into.push(letter.unwrap_or(char::REPLACEMENT_CHARACTER));
        return rest.get(6..).unwrap_or("");
    }
    into.push(char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER));
    rest
}
