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
    /// Its organisation's industry: an id of the questionnaire's industries. Another text is kept and
    /// matches nothing.
    Industry,
    /// Its organisation's size: an id of the questionnaire's sizes. Another text is kept and matches
    /// nothing.
    Size,
    /// What the round in progress is called. Where nobody has said, it is called after the quarter of
    /// its last answer.
    Round,
}

impl Fact {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Group,
        Self::Tags,
        Self::Respondents,
        Self::Industry,
        Self::Size,
        Self::Round,
    ];

    /// Its name in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Tags => "tags",
            Self::Respondents => "respondents",
            Self::Industry => "industry",
            Self::Size => "size",
            Self::Round => "round",
        }
    }
}
