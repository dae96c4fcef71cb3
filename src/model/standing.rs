//! What is known of a practice beside its texts: the work of each step up, what is at stake, who can
//! answer, and how it looks in other kinds of work.

use super::Level;
use serde::{Deserialize, Serialize};

/// How much work a step up is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effort {
    /// Days.
    S,
    /// Weeks.
    M,
    /// Months.
    L,
}

/// The work of each step up: from 1 to 2, 2 to 3, 3 to 4, 4 to 5. In a file, one letter stands for
/// all four.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "OneOrFour")]
pub struct Efforts(pub [Effort; 4]);

#[derive(Deserialize)]
#[serde(
    untagged,
    expecting = "effort is S, M or L, for all four steps up or for each of them"
)]
enum OneOrFour {
    One(Effort),
    Four([Effort; 4]),
}

impl From<OneOrFour> for Efforts {
    fn from(given: OneOrFour) -> Self {
        Self(match given {
            OneOrFour::One(effort) => [effort; 4],
            OneOrFour::Four(efforts) => efforts,
        })
    }
}

impl Efforts {
    /// The work of the step up from `level`. At level 5, which has none, that of the last one.
    #[must_use]
    pub fn from(&self, level: Level) -> Effort {
        self.0[usize::from(level.number() - 1).min(3)]
    }
}

/// What it costs while a practice stands at its lowest level.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum Stakes {
    /// Time or money.
    #[default]
    Ordinary,
    /// Users or people are hurt: outages, burnout.
    Serious,
    /// It may end the business or cannot be undone: lost data, a breach, nobody who answers.
    Grave,
}

impl Stakes {
    /// All of them, the lowest first.
    pub const ALL: [Self; 3] = [Self::Ordinary, Self::Serious, Self::Grave];
}

impl From<Stakes> for u8 {
    fn from(stakes: Stakes) -> Self {
        match stakes {
            Stakes::Ordinary => 1,
            Stakes::Serious => 2,
            Stakes::Grave => 3,
        }
    }
}

impl TryFrom<u8> for Stakes {
    type Error = &'static str;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        let at = usize::from(number).checked_sub(1);
        let stakes = at.and_then(|at| Self::ALL.get(at));
        stakes.copied().ok_or("stakes are 1, 2 or 3")
    }
}

/// Who can answer a practice, and on which side of a platform a team is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Any team; a team on both sides, or without a platform.
    #[default]
    Anyone,
    /// A team that uses the platform, or is helped by SREs.
    User,
    /// The team that offers the platform, or the SREs.
    Provider,
}

impl Side {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Anyone, Self::User, Self::Provider];

    /// Whether a team on this side is asked what those on the `other` side can answer.
    #[must_use]
    pub fn answers(self, other: Self) -> bool {
        self == other || self == Self::Anyone || other == Self::Anyone
    }
}

/// A kind of work in which a practice may look different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Setting {
    /// Apps on phones.
    Mobile,
    /// Software in devices.
    Embedded,
    /// Software that customers install.
    Packaged,
    /// Data and machine learning.
    Data,
    /// Work under a regulator's rules for changes.
    Regulated,
}

impl Setting {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::Mobile,
        Self::Embedded,
        Self::Packaged,
        Self::Data,
        Self::Regulated,
    ];
}

/// How to answer a practice in one kind of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Context {
    /// In which.
    #[serde(rename = "in")]
    pub setting: Setting,
    /// How, in one sentence.
    pub text: String,
}
