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
    /// The team, what is asked, and earlier states.
    Settings,
}

/// The four places between which one goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Answering.
    Assess,
    /// What it comes to.
    Results,
    /// What to do next.
    Plan,
    /// Handing it on.
    Share,
}

impl Place {
    /// All of them, in the order in which one comes to them.
    pub const ALL: [Self; 4] = [Self::Assess, Self::Results, Self::Plan, Self::Share];

    /// The page on which one arrives.
    #[must_use]
    pub const fn page(self) -> Page {
        match self {
            Self::Assess => Page::Overview,
            Self::Results => Page::Results,
            Self::Plan => Page::Roadmap,
            Self::Share => Page::Report,
        }
    }
}

/// The pages that need no more than their name, and what stands in the address for each.
const NAMES: [(&str, Page); 12] = [
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
    ("/settings", Page::Settings),
];

impl Page {
    /// The place in which the page is. What is done now and then is in none of the four.
    #[must_use]
    pub const fn place(&self) -> Option<Place> {
        match self {
            Self::Overview | Self::Practice(_) | Self::Dimension(_) | Self::Check => {
                Some(Place::Assess)
            }
            Self::Results | Self::Why(_) => Some(Place::Results),
            Self::Roadmap => Some(Place::Plan),
            Self::Report => Some(Place::Share),
            Self::Measurements
            | Self::Rounds
            | Self::Workshop
            | Self::Ballot
            | Self::Screen(_)
            | Self::Settings => None,
        }
    }

    /// Whether a question is asked there.
    #[must_use]
    pub const fn asks(&self) -> bool {
        matches!(self, Self::Practice(_) | Self::Dimension(_))
    }

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
