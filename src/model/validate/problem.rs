//! What can be wrong with an assessment, as data. [`crate::words`] says it.

use crate::model::Limit;
use crate::model::error::error;

/// Something wrong with an assessment, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// Where, e.g. `responses/slo-targets`.
    pub path: String,
    /// What.
    pub fault: Fault,
}

error!(Problem);

impl Problem {
    /// A fault at `path`.
    pub fn new(path: impl Into<String>, fault: Fault) -> Self {
        Self {
            path: path.into(),
            fault,
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// Something else should stand there.
    Not(Shape),
    /// The id has other characters than small letters, digits and hyphens.
    BadId,
    /// There are several answers to one practice.
    SeveralAnswers,
    /// It answers a questionnaire with another id.
    OtherQuestionnaire {
        /// What it answers.
        theirs: String,
        /// What it was held against.
        ours: String,
    },
    /// A snapshot answers another questionnaire than its assessment.
    OtherThanItself,
    /// A name has more characters than this.
    LongName(usize),
    /// A text has more characters than this.
    LongText(usize),
    /// The questionnaire has no discipline with this id.
    NoDiscipline(String),
    /// The questionnaire has no such practice.
    NoPractice,
    /// The questionnaire has no such metric.
    NoMetric,
    /// Too many pieces of evidence, or a long one.
    Evidence,
    /// More of these than so many.
    TooMany(Limit, usize),
    /// A text or a list of a workshop is too long.
    Workshop,
    /// A dissent is too long, or a count too large.
    Outcome,
    /// A measurement is outside the metric's range.
    OutOfRange {
        /// What it is.
        value: f64,
        /// Lowest and highest.
        range: [f64; 2],
        /// The metric's unit.
        unit: String,
    },
    /// There is too much of what this version does not know.
    Unknown,
    /// Written out, it has so many bytes, and at most so many are taken in.
    TooLarge(usize, usize),
}

/// What should stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text,
    /// An object.
    Object,
    /// A list.
    List,
    /// A number.
    Number,
    /// `true`.
    True,
    /// A format version.
    Version,
    /// An assessment's id.
    Id,
    /// A level.
    Level,
    /// Two neighbouring levels.
    Neighbours,
    /// Why something does not apply.
    Reason,
    /// `typed` or `computed`.
    Origin,
    /// `quick` or `full`.
    Mode,
    /// Ids of disciplines.
    Disciplines,
    /// `uses` or `runs`.
    Side,
    /// Addresses, or objects with more.
    Evidence,
    /// A snapshot.
    Snapshot,
    /// An action.
    Action,
    /// A workshop.
    Workshop,
    /// A ballot.
    Ballot,
    /// What came of a practice in a workshop.
    Outcome,
    /// The versions of a note.
    Note,
    /// A stamp.
    Stamp,
    /// Places with what stood there.
    Places,
}
