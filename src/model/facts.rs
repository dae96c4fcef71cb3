//! What is said of a team beside its answers, to find and to compare it among many.

use super::{Assessment, Fact};

impl Assessment {
    /// A fact as it was written; empty where it was not.
    #[must_use]
    pub fn fact(&self, fact: Fact) -> &str {
        let field = self.about.get(&fact);
        field
            .and_then(|f| f.value.as_deref())
            .unwrap_or_default()
            .trim()
    }

    /// Its tags.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        let tags = self.fact(Fact::Tags).split(',').map(str::trim);
        tags.filter(|tag| !tag.is_empty())
    }
}
