//! Bits as letters of an address, six a letter, with check digits at the end.

use super::assessment_json::digest;
use crate::model::Questionnaire;
use crate::model::text::cut;
use crate::model::validate::MAX_NAME;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Characters of check digits.
const CHECK: usize = 4;

/// What stands before the check digits, if they are right.
pub fn checked(text: &str) -> Option<&str> {
    // A message may have put a full stop or a bracket behind the link.
    let text = text.trim_end_matches(|c: char| !c.is_ascii() || !ALPHABET.contains(&(c as u8)));
    let at = text.len().checked_sub(CHECK)?;
    let (text, digits) = text.split_at_checked(at)?;
    let is_right = Reader::new(digits).take(24) == Some(check(text, 24));
    is_right.then_some(text)
}

/// The first `bits` bits of the digest of a text.
fn check(text: &str, bits: u32) -> u32 {
    let digits = digest(text);
    let digits = digits
        .get(..8)
        .and_then(|d| u32::from_str_radix(d, 16).ok());
    digits.unwrap_or_default() >> (32 - bits)
}

/// What both sides must agree on: which practices are meant, in which order.
pub fn print(q: &Questionnaire) -> u32 {
    let disciplines = q.disciplines.iter().map(|d| d.id.as_str());
    let ids = disciplines.chain(q.practices.iter().map(|p| p.id.as_str()));
    let ids: Vec<_> = [q.id.as_str(), &q.version].into_iter().chain(ids).collect();
    check(&ids.join(" "), 18)
}

#[derive(Default)]
pub struct Writer {
    text: String,
    pending: u32,
    count: u32,
}

impl Writer {
    pub fn put(&mut self, value: u32, bits: u32) {
        for bit in (0..bits).rev() {
            self.pending = self.pending << 1 | (value >> bit & 1);
            self.count += 1;
            if self.count == 6 {
                self.text.push(char::from(ALPHABET[self.pending as usize]));
                (self.pending, self.count) = (0, 0);
            }
        }
    }

    /// A name: 9 bits length in bytes, then UTF-8.
    pub fn text(&mut self, text: &str) {
        let text = cut(text, MAX_NAME);
        self.put(text.len() as u32, 9);
        text.bytes().for_each(|byte| self.put(byte.into(), 8));
    }

    /// The whole text, with its check digits.
    pub fn finish(mut self) -> String {
        while self.count > 0 {
            self.put(0, 1);
        }
        let digits = check(&self.text, 24);
        self.put(digits, 24);
        self.text
    }
}

pub struct Reader<'t> {
    text: &'t [u8],
    at: usize,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str) -> Self {
        Self {
            text: text.as_bytes(),
            at: 0,
        }
    }

    /// What [`Writer::text`] wrote.
    pub fn text(&mut self) -> Option<String> {
        let length = self.take(9)?;
        let bytes = (0..length).map(|_| u8::try_from(self.take(8)?).ok());
        String::from_utf8(bytes.collect::<Option<_>>()?).ok()
    }

    pub fn take(&mut self, bits: u32) -> Option<u32> {
        let mut value = 0;
        for _ in 0..bits {
            let letter = self.text.get(self.at / 6)?;
            let six = ALPHABET.iter().position(|c| c == letter)?;
            value = value << 1 | (six >> (5 - self.at % 6) & 1) as u32;
            self.at += 1;
        }
        Some(value)
    }
}
