//! What the few values of a role mean.

use crate::events::extract::recent::Recent;
use crate::events::key::Key;
use crate::events::mapping::Means;
use crate::events::meanings;

/// The few values of a role.
#[derive(Default)]
pub struct Values<'a> {
    /// Those that are listed.
    pub known: Vec<(&'a str, Means)>,
    /// What the last ones mean that are listed.
    pub recent: Recent<'a, Means>,
    /// The keys of the last ones, and whether each is meant.
    pub keys: Recent<'a, (Option<Key>, bool)>,
    /// Those that are not known, with how often they came.
    pub new: Vec<(String, Means, usize)>,
}

impl<'a> Values<'a> {
    /// What a value means that is listed.
    pub fn find(&mut self, text: &'a str) -> Option<Means> {
        if let Some(means) = self.recent.get(text) {
            return Some(means);
        }
        let own = text.trim();
        let found = self
            .known
            .iter()
            .find(|known| known.0.eq_ignore_ascii_case(own));
        // Beyond ASCII, small and capital letters are compared here alone: such values are rare.
        let found = found.or_else(|| {
            let small = if own.is_ascii() {
                String::new()
            } else {
                meanings::small(own)
            };
            self.known
                .iter()
                .find(|known| known.0 == small && !small.is_empty())
        });
        let means = found?.1;
        Some(self.recent.add(text, means))
    }
}
