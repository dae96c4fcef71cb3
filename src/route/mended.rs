//! Addresses that a message changed on their way.

use super::Route;
use crate::formats::mangled::plain;

impl Route {
    /// The place that an address meant which leads nowhere as it is. `None` where none is found.
    #[must_use]
    pub fn mended(fragment: &str) -> Option<Self> {
        let text = plain(fragment);
        // Of a whole address, or one that stands there twice, the last place.
        let last = text.rsplit('#').next().unwrap_or_default();
        let part = last.split(['?', '&']).next().unwrap_or_default();
        let is_foreign = |c: char| !c.is_ascii_alphanumeric();
        let whole = part.trim_matches(is_foreign);
        let first = part.split_whitespace().next().unwrap_or_default();
        let found = [whole, first.trim_matches(is_foreign)];
        let mut found = found.into_iter().map(Self::parse);
        found.find(|route| !matches!(route, Self::NotFound(_)))
    }
}
