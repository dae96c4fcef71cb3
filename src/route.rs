//! Floor 3: where one is in the app, as the fragment of the address. Fragments work under any
//! sub-path and never reach a server.

mod mended;
mod reach;

pub use reach::Reach;

use crate::model::{AssessmentId, DimensionId, DisciplineId, PracticeId, SnapshotId};
use crate::scoring::PartRef;
use std::fmt;

/// A state of an assessment: a snapshot's, or the present one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateRef {
    /// Which assessment.
    pub assessment: AssessmentId,
    /// Which snapshot; `None` for how it stands now.
    pub snapshot: Option<SnapshotId>,
}

impl StateRef {
    /// How an assessment stands now.
    #[must_use]
    pub fn now(assessment: &AssessmentId) -> Self {
        Self {
            assessment: assessment.clone(),
            snapshot: None,
        }
    }

    /// Reads `assessment` or `assessment:snapshot`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (assessment, snapshot) = match text.split_once(':') {
            None => (text, None),
            Some((assessment, snapshot)) => (assessment, Some(SnapshotId::parse(snapshot).ok()?)),
        };
        Some(Self {
            assessment: AssessmentId::parse(assessment).ok()?,
            snapshot,
        })
    }
}

impl fmt::Display for StateRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.snapshot {
            None => write!(f, "{}", self.assessment),
            Some(snapshot) => write!(f, "{}:{snapshot}", self.assessment),
        }
    }
}

/// A place in the app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The assessments kept here.
    Home,
    /// One assessment's tasks.
    Overview(AssessmentId),
    /// One practice.
    Practice(AssessmentId, PracticeId),
    /// All practices of a dimension, one below the other.
    Dimension(AssessmentId, DimensionId),
    /// What is open, not known, not applicable; every answer, to find and to change.
    Check(AssessmentId),
    /// The measurements.
    Measurements(AssessmentId),
    /// The results.
    Results(AssessmentId),
    /// What to do, now, next and later.
    Roadmap(AssessmentId),
    /// The results as a document.
    Report(AssessmentId),
    /// Snapshots, and how values moved over them.
    Rounds(AssessmentId),
    /// A workshop: set up, collect, discuss.
    Workshop(AssessmentId),
    /// A ballot on the facilitator's own device.
    Ballot(AssessmentId),
    /// What the room sees of a workshop; whether there is a way back in this window.
    Screen(AssessmentId, bool),
    /// A ballot on one's own device: the invitation, as it stood in the address.
    Vote(String),
    /// Two states side by side.
    Compare(StateRef, StateRef),
    /// Many teams at once.
    Portfolio,
    /// Why a number of an assessment is what it is.
    Why(AssessmentId, PartRef),
    /// Answers from a link, as they stood in it.
    Shared(String),
    /// Where the data is.
    Data,
    /// What is asked, and why.
    About,
    /// How scoring works.
    Scoring,
    /// Anything else, as it stood in the address.
    NotFound(String),
}

impl Route {
    /// Reads a fragment, with or without `#`. Never fails.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.strip_prefix('#').unwrap_or(fragment);
        let parts: Vec<_> = path.split('/').filter(|p| !p.is_empty()).collect();
        let known = match *parts {
            [] => Some(Self::Home),
            ["share"] => Some(Self::Shared(String::new())),
            ["share", code] => Some(Self::Shared(code.to_owned())),
            ["vote"] => Some(Self::Vote(String::new())),
            ["vote", code] => Some(Self::Vote(code.to_owned())),
            ["data"] => Some(Self::Data),
            ["portfolio"] => Some(Self::Portfolio),
            ["compare", before, after] => StateRef::parse(before)
                .zip(StateRef::parse(after))
                .map(|(before, after)| Self::Compare(before, after)),
            ["about"] => Some(Self::About),
            ["scoring"] => Some(Self::Scoring),
            ["a", id] => AssessmentId::parse(id).ok().map(Self::Overview),
            ["a", id, "check"] => AssessmentId::parse(id).ok().map(Self::Check),
            ["a", id, "dimension", dimension] => AssessmentId::parse(id)
                .and_then(|id| Ok(Self::Dimension(id, DimensionId::parse(dimension)?)))
                .ok(),
            ["a", id, "measurements"] => AssessmentId::parse(id).ok().map(Self::Measurements),
            ["a", id, "roadmap"] => AssessmentId::parse(id).ok().map(Self::Roadmap),
            ["a", id, "workshop"] => AssessmentId::parse(id).ok().map(Self::Workshop),
            ["a", id, "workshop", "ballot"] => AssessmentId::parse(id).ok().map(Self::Ballot),
            ["a", id, "workshop", "screen"] => AssessmentId::parse(id)
                .ok()
                .map(|id| Self::Screen(id, false)),
            ["a", id, "workshop", "screen", "here"] => AssessmentId::parse(id)
                .ok()
                .map(|id| Self::Screen(id, true)),
            ["a", id, "rounds"] => AssessmentId::parse(id).ok().map(Self::Rounds),
            ["a", id, "report"] => AssessmentId::parse(id).ok().map(Self::Report),
            ["a", id, "results"] => AssessmentId::parse(id).ok().map(Self::Results),
            ["a", id, "practice", practice] => AssessmentId::parse(id)
                .and_then(|id| Ok(Self::Practice(id, PracticeId::parse(practice)?)))
                .ok(),
            ["a", id, "why", ref part @ ..] => part_of(part)
                .zip(AssessmentId::parse(id).ok())
                .map(|(part, id)| Self::Why(id, part)),
            ["a", ..] => None,
            _ => carried(path),
        };
        known.unwrap_or_else(|| Self::NotFound(fragment.to_owned()))
    }

    /// The assessment it belongs to.
    #[must_use]
    pub fn assessment(&self) -> Option<&AssessmentId> {
        match self {
            Self::Overview(id)
            | Self::Practice(id, _)
            | Self::Dimension(id, _)
            | Self::Check(id)
            | Self::Measurements(id)
            | Self::Results(id)
            | Self::Roadmap(id)
            | Self::Report(id)
            | Self::Rounds(id)
            | Self::Workshop(id)
            | Self::Ballot(id)
            | Self::Screen(id, _)
            | Self::Why(id, _) => Some(id),
            Self::Home
            | Self::Shared(_)
            | Self::Vote(_)
            | Self::Compare(..)
            | Self::Portfolio
            | Self::Data
            | Self::About
            | Self::Scoring
            | Self::NotFound(_) => None,
        }
    }
}

/// A link that a message changed on its way. What reads the code knows what messages do.
fn carried(path: &str) -> Option<Route> {
    let words = ["share", "vote"].into_iter();
    let places = words.flat_map(|word| path.match_indices(word));
    let codes = places.map(|(at, word)| (at, word, &path[at + word.len()..]));
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let mut codes = codes.filter(|(.., code)| !code.starts_with(is_part));
    let first = codes.next()?;
    let (_, word, code) = codes.fold(first, |a, b| if b.0 < a.0 { b } else { a });
    let code = code.trim_matches('/').to_owned();
    Some(match word {
        "share" => Route::Shared(code),
        _ => Route::Vote(code),
    })
}

fn part_of(path: &[&str]) -> Option<PartRef> {
    match *path {
        ["overall"] => Some(PartRef::Overall),
        ["discipline", id] => DisciplineId::parse(id).ok().map(PartRef::Discipline),
        ["dimension", id] => DimensionId::parse(id).ok().map(PartRef::Dimension),
        _ => None,
    }
}

impl fmt::Display for Route {
    /// The fragment, for a link's `href`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Home => f.write_str("#/"),
            Self::Shared(code) if code.is_empty() => f.write_str("#/share"),
            Self::Shared(code) => write!(f, "#/share/{code}"),
            Self::Data => f.write_str("#/data"),
            Self::About => f.write_str("#/about"),
            Self::Scoring => f.write_str("#/scoring"),
            Self::Why(id, PartRef::Overall) => write!(f, "#/a/{id}/why/overall"),
            Self::Why(id, PartRef::Discipline(part)) => write!(f, "#/a/{id}/why/discipline/{part}"),
            Self::Why(id, PartRef::Dimension(part)) => write!(f, "#/a/{id}/why/dimension/{part}"),
            Self::Overview(id) => write!(f, "#/a/{id}"),
            Self::Practice(id, practice) => write!(f, "#/a/{id}/practice/{practice}"),
            Self::Dimension(id, dimension) => write!(f, "#/a/{id}/dimension/{dimension}"),
            Self::Check(id) => write!(f, "#/a/{id}/check"),
            Self::Measurements(id) => write!(f, "#/a/{id}/measurements"),
            Self::Roadmap(id) => write!(f, "#/a/{id}/roadmap"),
            Self::Workshop(id) => write!(f, "#/a/{id}/workshop"),
            Self::Ballot(id) => write!(f, "#/a/{id}/workshop/ballot"),
            Self::Screen(id, false) => write!(f, "#/a/{id}/workshop/screen"),
            Self::Screen(id, true) => write!(f, "#/a/{id}/workshop/screen/here"),
            Self::Vote(code) => write!(f, "#/vote/{code}"),
            Self::Rounds(id) => write!(f, "#/a/{id}/rounds"),
            Self::Compare(before, after) => write!(f, "#/compare/{before}/{after}"),
            Self::Portfolio => f.write_str("#/portfolio"),
            Self::Report(id) => write!(f, "#/a/{id}/report"),
            Self::Results(id) => write!(f, "#/a/{id}/results"),
            Self::NotFound(fragment) => f.write_str(fragment),
        }
    }
}
