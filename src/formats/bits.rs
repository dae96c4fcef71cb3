//! Bits as letters of an address, six a letter, with check digits at the end.

use super::assessment_json::digest::{START, step};
use crate::model::text::cut;
use crate::model::validate::MAX_NAME;

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Letters of check digits.
pub const CHECK: usize = 4;

/// What stands before the check digits, if they are right.
pub fn checked(text: &str) -> Option<&str> {
    let at = text.len().checked_sub(CHECK)?;
    let (text, digits) = text.split_at_checked(at)?;
    let is_right = Reader::new(digits).take(24) == Some(check(text, 24));
    is_right.then_some(text)
}

/// The longest beginning of a text that right check digits follow.
pub fn longest(text: &str) -> Option<&str> {
    let (mut hash, mut found) = (START, None);
    for (at, byte) in text.bytes().enumerate() {
        let digits = text.as_bytes().get(at..at + CHECK)?;
        let check = first(hash, 24);
        let right =
            |(n, digit): (usize, &u8)| *digit == ALPHABET[(check >> (18 - 6 * n) & 63) as usize];
        if digits.iter().enumerate().all(right) {
            found = text.get(..at);
        }
        if at + CHECK == text.len() {
            break;
        }
        hash = step(hash, byte);
    }
    found
}

/// A digest of a text as a number.
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(START, step)
}

/// The first `bits` bits of the digest of a text.
pub fn check(text: &str, bits: u32) -> u32 {
    first(hash(text), bits)
}

fn first(hash: u64, bits: u32) -> u32 {
    (hash >> (64 - bits)) as u32
}

#[derive(Default, Clone)]
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

    /// The letters so far, the last one filled up.
    pub fn letters(&mut self) -> &str {
        while self.count > 0 {
            self.put(0, 1);
        }
        &self.text
    }

    /// The whole text, with its check digits.
    pub fn finish(mut self) -> String {
        let digits = check(self.letters(), 24);
        self.put(digits, 24);
        self.text
    }
}

pub struct Reader<'t> {
    text: &'t [u8],
    at: usize,
    /// Whether more was asked for than there is.
    pub is_short: bool,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str) -> Self {
        Self {
            text: text.as_bytes(),
            at: 0,
            is_short: false,
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
            let Some(letter) = self.text.get(self.at / 6) else {
                self.is_short = true;
                return None;
            };
            let six = ALPHABET.iter().position(|c| c == letter)?;
            value = value << 1 | (six >> (5 - self.at % 6) & 1) as u32;
            self.at += 1;
        }
        Some(value)
    }

    /// How many letters were begun.
    pub fn letters(&self) -> usize {
        self.at.div_ceil(6)
    }
}
