//! The pages of an assessment.

use crate::model::{DimensionId, DisciplineId, PracticeId};
use crate::scoring::PartRef;
use std::fmt;

/// A page of an assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// Its tasks.
    Overview,
    /// One practice.
    Practice(PracticeId),
    /// All practices of a dimension, one below the other.
    Dimension(DimensionId),
    /// What is open, not known, not applicable; every answer, to find and to change.
    Check,
    /// The measurements.
    Measurements,
    /// The results.
    Results,
    /// What to do, now, next and later.
    Roadmap,
    /// The results as a document.
    Report,
    /// Snapshots, and how values moved over them.
    Rounds,
    /// A workshop: set up, collect, discuss.
    Workshop,
    /// A ballot on the facilitator's own device.
    Ballot,
    /// What the room sees of a workshop; whether there is a way back in this window.
    Screen(bool),
    /// Why a number is what it is.
    Why(PartRef),
}

/// The pages that need no more than their name, and what stands in the address for each.
const NAMES: [(&str, Page); 11] = [
    ("", Page::Overview),
    ("/check", Page::Check),
    ("/measurements", Page::Measurements),
    ("/results", Page::Results),
    ("/roadmap", Page::Roadmap),
    ("/report", Page::Report),
    ("/rounds", Page::Rounds),
    ("/workshop", Page::Workshop),
    ("/workshop/ballot", Page::Ballot),
    ("/workshop/screen", Page::Screen(false)),
    ("/workshop/screen/here", Page::Screen(true)),
];

impl Page {
    /// Reads what stands behind the assessment in an address.
    pub(super) fn parse(path: &[&str]) -> Option<Self> {
        match *path {
            ["practice", id] => PracticeId::parse(id).ok().map(Self::Practice),
            ["dimension", id] => DimensionId::parse(id).ok().map(Self::Dimension),
            ["why", ref part @ ..] => part_of(part).map(Self::Why),
            _ => {
                let is_it = |name: &str| name.split('/').skip(1).eq(path.iter().copied());
                let mut known = NAMES.iter().filter(|(name, _)| is_it(name));
                known.next().map(|(_, page)| page.clone())
            }
        }
    }
}

fn part_of(path: &[&str]) -> Option<PartRef> {
    match *path {
        ["overall"] => Some(PartRef::Overall),
        ["discipline", id] => DisciplineId::parse(id).ok().map(PartRef::Discipline),
        ["dimension", id] => DimensionId::parse(id).ok().map(PartRef::Dimension),
        _ => None,
    }
}

impl fmt::Display for Page {
    /// What stands behind the assessment in an address.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Practice(id) => write!(f, "/practice/{id}"),
            Self::Dimension(id) => write!(f, "/dimension/{id}"),
            Self::Why(PartRef::Overall) => f.write_str("/why/overall"),
            Self::Why(PartRef::Discipline(id)) => write!(f, "/why/discipline/{id}"),
            Self::Why(PartRef::Dimension(id)) => write!(f, "/why/dimension/{id}"),
            page => {
                let name = NAMES.iter().find(|(_, known)| known == page);
                f.write_str(name.map_or("", |(name, _)| name))
            }
        }
    }
}
