//! Stable identifiers: kebab-case words that never change once released.

use super::text::cut;
use serde::{Deserialize, Serialize};
use std::fmt;

/// The longest identifier accepted, in bytes. Ours are below 40.
pub const MAX_ID: usize = 80;

/// A text that cannot be an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidId(String);

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = cut(&self.0, MAX_ID);
        write!(
            f,
            "“{shown}” is not an id: use small letters, digits and single hyphens"
        )
    }
}

impl std::error::Error for InvalidId {}

/// Whether `text` is kebab-case: `[a-z0-9]+(-[a-z0-9]+)*`, at most [`MAX_ID`] bytes.
fn is_kebab(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= MAX_ID
        && text.split('-').all(|word| {
            !word.is_empty()
                && word
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

macro_rules! id {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            /// Reads an identifier.
            ///
            /// # Errors
            /// [`InvalidId`] when `text` is not kebab-case or longer than [`MAX_ID`] bytes.
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                if is_kebab(text) { Ok(Self(text.into())) } else { Err(InvalidId(text.to_owned())) }
            }

            /// The identifier as text.
            #[must_use]
            pub fn as_str(&self) -> &str { &self.0 }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;
            fn try_from(text: String) -> Result<Self, InvalidId> { Self::parse(&text) }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String { id.0.into() }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str(&self.0) }
        }
    )+};
}

id! {
    /// Names a discipline of a questionnaire.
    DisciplineId,
    /// Names a dimension of a questionnaire.
    DimensionId,
    /// Names a practice of a questionnaire.
    PracticeId,
    /// Names a metric of a questionnaire.
    MetricId,
    /// Names a term of the glossary.
    TermId,
    /// Names a rule, or a statement of balance.
    RuleId,
    /// Names a report's groups, a series of means, or a scale of answers.
    BenchmarkId,
    /// Names an industry or a size of organisations.
    PeersId,
    /// Names one assessment; two teams may share a name, never an id.
    AssessmentId,
    /// Names an action of an assessment.
    ActionId,
    /// Names a snapshot of an assessment.
    SnapshotId,
    /// Names a workshop of an assessment.
    WorkshopId,
    /// Names a ballot of a workshop.
    BallotId,
    /// Names who wrote a field: one page load in one browser tab.
    WriterId,
}
