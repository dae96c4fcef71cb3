//! Columns' names.

use std::collections::BTreeMap;

/// Names that are there once each, and for each the first place that had its name.
pub fn named(headers: Vec<String>) -> (Vec<String>, Vec<u32>) {
    // By name: where it stood first, and how often it has been given so far.
    let mut known: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for (at, name) in (0_u32..).zip(&headers) {
        let name = name.trim();
        if !name.is_empty() {
            known.entry(name.to_owned()).or_insert((at, 0));
        }
    }
    let mut names = Vec::with_capacity(headers.len());
    let mut firsts = Vec::with_capacity(headers.len());
    for (at, name) in (0_u32..).zip(headers) {
        let trimmed = name.trim();
        let own = if trimmed.is_empty() {
            "Column"
        } else {
            trimmed
        };
        let mut count = if trimmed.is_empty() { at } else { 0 };
        let mut first = at;
        if let Some((place, given)) = known.get_mut(trimmed) {
            (first, count) = (*place, *given);
            *given += 1;
        }
        firsts.push(first);
        if count == 0 && !trimmed.is_empty() {
            names.push(own.to_owned());
            continue;
        }
        let mut numbered;
        loop {
            count += 1;
            numbered = [own, " ", &count.to_string()].concat();
            if !known.contains_key(&numbered) {
                break;
            }
        }
        if let Some((_, given)) = known.get_mut(trimmed) {
            *given = count;
        }
        known.insert(numbered.clone(), (at, 1));
        names.push(numbered);
    }
    (names, firsts)
}
