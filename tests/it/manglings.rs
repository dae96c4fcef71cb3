//! What messages do to links and ballot codes, each kind on many of them: what was meant is found, or
//! refused with advice that is true; nothing else is ever taken for it.
//!
//! 150 links and codes of each kind here; `PLUMBLINE_CASES=1000 cargo test --release --test it --
//! manglings` for more.

mod codes;
mod links;

use crate::random::Dice;

/// One thing that a message does to a text.
pub struct Mangling {
    name: &'static str,
    apply: fn(&mut Dice, &str) -> String,
}

/// A list of them, each with its name.
macro_rules! manglings {
    ($($name:literal: $apply:expr,)*) => { &[$(Mangling { name: $name, apply: $apply },)*] };
}
use manglings;

/// So many of each kind.
fn cases() -> u64 {
    crate::random::cases(150)
}

/// Puts a text between the letters of another, here and there.
fn between(dice: &mut Dice, text: &str, what: &str) -> String {
    let places = (text.chars().count() as u64).saturating_sub(1).max(1);
    let at: Vec<_> = (0..3).map(|_| dice.below(places) + 1).collect();
    let put = |(n, c): (usize, char)| {
        let before = if at.contains(&(n as u64)) { what } else { "" };
        format!("{before}{c}")
    };
    text.chars().enumerate().map(put).collect()
}

fn full_width(text: &str) -> String {
    let wide = |c: char| match c {
        '!'..='~' => char::from_u32(c as u32 + 0xfee0).unwrap(),
        c => c,
    };
    text.chars().map(wide).collect()
}

/// All but letters and digits, as an address has it.
fn escaped(text: &str) -> String {
    let bytes = text.bytes().map(|b| match b {
        b if b.is_ascii_alphanumeric() || b == b'-' || b == b'_' => char::from(b).to_string(),
        b => format!("%{b:02X}"),
    });
    bytes.collect()
}

/// All but letters and digits, as HTML has it.
fn as_html(text: &str) -> String {
    let letters = text.chars().map(|c| match c {
        c if c.is_ascii_alphanumeric() || c == '-' || c == '_' => c.to_string(),
        c => format!("&#x{:X};", c as u32),
    });
    letters.collect()
}

/// Another letter than the one that is there.
fn changed(dice: &mut Dice, text: &str, letters: &[u8]) -> String {
    let mut changed = text.as_bytes().to_vec();
    let at = dice.below(text.len() as u64) as usize;
    while changed[at] == text.as_bytes()[at] {
        changed[at] = letters[dice.below(letters.len() as u64) as usize];
    }
    String::from_utf8(changed).unwrap()
}
