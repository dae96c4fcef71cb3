//! How much of a name there is room for.

use crate::model::text::{cut, is_added};

/// How wide a character is in a system font, in heights of the font. A little more than it is in most.
fn width(c: char) -> f64 {
    match c {
        c if is_added(c) => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.28,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '-' | '/' => 0.36,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.95,
        'A'..='Z' => 0.68,
        '\0'..='\u{24f}' => 0.56,
        // Greek, Cyrillic, and the scripts between them and those of East Asia.
        '\u{250}'..='\u{10ff}' | '\u{1200}'..='\u{2e7f}' => 0.7,
        _ => 1.0,
    }
}

/// How wide a name is at a size of the font.
pub fn room(name: &str, size: f64) -> f64 {
    name.chars().map(width).sum::<f64>() * size
}

/// A name, or as much of it as there is room for, with an ellipsis: at a size of the font, both in the
/// same unit.
pub fn fit(name: &str, room: f64, size: f64) -> String {
    let mut left = room / size;
    let is_over = |c: char| {
        left -= width(c);
        left < 0.0
    };
    if !name.chars().any(is_over) {
        return name.to_owned();
    }
    // Room for the ellipsis.
    let mut left = room / size - 1.0;
    let fits = name.chars().take_while(|c| {
        left -= width(*c);
        left >= 0.0
    });
    cut(name, fits.count()).trim_end().to_owned() + "…"
}
