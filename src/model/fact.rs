//! What can be said of a team beside its answers.

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
