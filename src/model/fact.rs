//! What can be said of a team beside its answers.

use super::maxima::{MAX_LINE, MAX_LOGO, MAX_NAME, MAX_SUMMARY};

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
    /// For whom the document was made.
    Client,
    /// Who made it.
    Consultant,
    /// What somebody wrote to stand before the numbers, in lines.
    Summary,
    /// The picture on the cover: SVG, or PNG as text. Whoever shows it checks it.
    Logo,
}

impl Fact {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Group,
        Self::Tags,
        Self::Respondents,
        Self::Industry,
        Self::Size,
        Self::Round,
        Self::Client,
        Self::Consultant,
        Self::Summary,
        Self::Logo,
    ];

    /// What a document has on its cover.
    pub const COVER: [Self; 4] = [Self::Client, Self::Consultant, Self::Summary, Self::Logo];

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
            Self::Client => "client",
            Self::Consultant => "consultant",
            Self::Summary => "summary",
            Self::Logo => "logo",
        }
    }

    /// How many characters of it are kept.
    #[must_use]
    pub fn most(self) -> usize {
        match self {
            Self::Client | Self::Consultant => MAX_NAME,
            Self::Summary => MAX_SUMMARY,
            Self::Logo => MAX_LOGO,
            _ => MAX_LINE,
        }
    }
}
