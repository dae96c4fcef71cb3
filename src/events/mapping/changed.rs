//! Whether a file has the columns of one that came before.

use crate::events::key::Key;
use crate::events::mapping::Mapping;

/// Returns a short text that is the same for files with the same columns, in whatever order.
#[must_use]
pub fn fingerprint(headers: &[String]) -> String {
    let mut keys: Vec<u64> = headers
        .iter()
        .filter_map(|header| Key::of(header))
        .map(|key| key.0.get())
        .collect();
    keys.sort_unstable();
    keys.dedup();
    let mut all = Key::from(keys.len() as u64);
    for key in keys {
        all = all.with(Some(Key::from(key)));
    }
    (0..16)
        .rev()
        .filter_map(|place| {
            char::from_digit(
                u32::try_from(all.0.get() >> (4 * place) & 15).unwrap_or(0),
                16,
            )
        })
        .collect()
}

/// How a file's columns differ from those that a remembered mapping was made for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changed {
    /// Columns that are new.
    pub new: Vec<String>,
    /// Columns that are gone.
    pub gone: Vec<String>,
    /// Columns that are gone and that the mapping needs.
    pub missed: Vec<String>,
}

impl Changed {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.new.is_empty() && self.gone.is_empty() && self.missed.is_empty()
    }
}

/// Returns how the headers changed from those that were there before, and which of the gone ones a mapping
/// needs.
#[must_use]
pub fn changed(mapping: &Mapping, before: &[String], now: &[String]) -> Changed {
    let missing = |from: &[String], of: &[String]| {
        of.iter()
            .filter(|header| !from.contains(header))
            .cloned()
            .collect()
    };
    let mut missed = Vec::new();
    for column in &mapping.columns {
        if !now.contains(&column.header) && !missed.contains(&column.header) {
            missed.push(column.header.clone());
        }
    }
    Changed {
        new: missing(before, now),
        gone: missing(now, before),
        missed,
    }
}
