//! Floor 3: where one is in the app, as the fragment of the address. Fragments work under any
//! sub-path and never reach a server.

mod mended;
mod page;
mod piece;
mod reach;

pub use page::{Page, Place};
pub use piece::Piece;
pub use reach::Reach;

use crate::model::{AssessmentId, SnapshotId};
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
    /// A page of an assessment.
    Assessment(AssessmentId, Page),
    /// A ballot on one's own device: the invitation, as it stood in the address.
    Vote(String),
    /// Two states side by side.
    Compare(StateRef, StateRef),
    /// Many teams at once.
    Portfolio,
    /// Answers from a link, as they stood in it.
    Shared(String),
    /// The questionnaires that are known.
    Questionnaires,
    /// The editor of one: its id.
    Editor(String),
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
            ["questionnaires"] => Some(Self::Questionnaires),
            ["questionnaires", id] if AssessmentId::parse(id).is_ok() => {
                Some(Self::Editor(id.to_owned()))
            }
            ["compare", before, after] => StateRef::parse(before)
                .zip(StateRef::parse(after))
                .map(|(before, after)| Self::Compare(before, after)),
            ["about"] => Some(Self::About),
            ["scoring"] => Some(Self::Scoring),
            ["a", id, ref page @ ..] => AssessmentId::parse(id)
                .ok()
                .zip(Page::parse(page))
                .map(|(id, page)| Self::Assessment(id, page)),
            ["a", ..] => None,
            _ => carried(path),
        };
        known.unwrap_or_else(|| Self::NotFound(fragment.to_owned()))
    }

    /// The assessment it belongs to.
    #[must_use]
    pub fn assessment(&self) -> Option<&AssessmentId> {
        match self {
            Self::Assessment(id, _) => Some(id),
            Self::Home
            | Self::Shared(_)
            | Self::Vote(_)
            | Self::Compare(..)
            | Self::Portfolio
            | Self::Questionnaires
            | Self::Editor(_)
            | Self::Data
            | Self::About
            | Self::Scoring
            | Self::NotFound(_) => None,
        }
    }
}

/// A link that a message changed on its way. What reads the code knows what messages do.
fn carried(path: &str) -> Option<Route> {
    path.char_indices().find_map(|(at, _)| {
        let rest = path.get(at..)?;
        let (is_share, code) = match rest.strip_prefix("share") {
            Some(code) => (true, code),
            None => (false, rest.strip_prefix("vote")?),
        };
        if code.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-') {
            return None;
        }
        let code = code.trim_matches('/').to_owned();
        Some(if is_share {
            Route::Shared(code)
        } else {
            Route::Vote(code)
        })
    })
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
            Self::Assessment(id, page) => {
                write!(f, "#/a/{id}")?;
                fmt::Display::fmt(page, f)
            }
            Self::Vote(code) => write!(f, "#/vote/{code}"),
            Self::Compare(before, after) => write!(f, "#/compare/{before}/{after}"),
            Self::Portfolio => f.write_str("#/portfolio"),
            Self::Questionnaires => f.write_str("#/questionnaires"),
            Self::Editor(id) => write!(f, "#/questionnaires/{id}"),
            Self::NotFound(fragment) => f.write_str(fragment),
        }
    }
}
