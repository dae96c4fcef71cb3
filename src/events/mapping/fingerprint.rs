//! Whether a file has the columns of one that came before.

use crate::events::key::Key;
use crate::events::order;

/// Returns a short text that is the same for files with the same columns, in whatever order.
#[must_use]
pub fn fingerprint(headers: &[String]) -> String {
    let mut keys: Vec<u64> = headers
        .iter()
        .filter_map(|header| Key::of(header))
        .map(|key| key.0.get())
        .collect();
    order::sort(&mut keys, |one, other| one < other);
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
