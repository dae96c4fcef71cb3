//! A code as people read it out and type it.

/// The letters of a code in groups of four; the last one may have fewer.
#[must_use]
pub fn fours(code: &str) -> Vec<String> {
    let letters: Vec<char> = code.chars().collect();
    letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect()
}
