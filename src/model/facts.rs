//! What is said of a team beside its answers, to find and to compare it among many.

use super::Assessment;

/// One such thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// Which part of an organisation it belongs to.
    Group,
    /// Words to filter by, with commas between them.
    Tags,
    /// How many people answered.
    Respondents,
}

impl Fact {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Group, Self::Tags, Self::Respondents];

    /// Its name in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Tags => "tags",
            Self::Respondents => "respondents",
        }
    }
}

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
