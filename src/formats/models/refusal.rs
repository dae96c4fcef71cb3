//! Of what kinds models are, how much of one is read, and why nothing is made of a file.

use std::fmt;

/// How large a file may be, in bytes. The largest known model has 0.7 million.
pub const MAX_BYTES: usize = 4_000_000;
/// How many values a file may have, those that it repeats by reference included.
pub const MAX_VALUES: usize = 200_000;
/// How deep they may lie in one another.
pub const MAX_DEPTH: usize = 40;

/// Whose model it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The questions of the CNCF's assessment of platform engineering: YAML with `categories`.
    Cncf,
    /// A custom lens of the AWS Well-Architected Tool: JSON with `pillars`.
    Aws,
    /// OWASP's DevSecOps Maturity Model: YAML of dimensions, subdimensions and activities.
    Dsomm,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Cncf, Self::Aws, Self::Dsomm];

    /// Its name on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Cncf => "cncf",
            Self::Aws => "aws",
            Self::Dsomm => "dsomm",
        }
    }
}

/// Why nothing was made of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotAModel {
    /// It has so many bytes.
    TooLarge(usize),
    /// It has more values, or deeper ones, than are read; perhaps by repeating what it refers to.
    TooMuch,
    /// It is neither JSON nor YAML: in this line, for this reason.
    Unreadable(usize, String),
    /// Nothing in it tells which model it is.
    Unknown,
    /// It has nothing of what that model is made of.
    Empty(Kind),
}

impl fmt::Display for NotAModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(bytes) => {
                write!(f, "it has {bytes} bytes, and {MAX_BYTES} are read")
            }
            Self::TooMuch => write!(
                f,
                "it has more than {MAX_VALUES} values, or more than {MAX_DEPTH} in one another, those that it repeats by reference included"
            ),
            Self::Unreadable(line, why) => write!(f, "line {line}: {why}"),
            Self::Unknown => f.write_str(
                "nothing tells which model it is: a CNCF assessment has “categories”, a lens of AWS “pillars”, DSOMM activities with a “level”; say --as cncf, aws or dsomm",
            ),
            Self::Empty(kind) => {
                let lacks = match kind {
                    Kind::Cncf => "no category with a question that has options",
                    Kind::Aws => "no pillar with a question that has choices",
                    Kind::Dsomm => "no dimension with an activity that has a level",
                };
                write!(f, "there is {lacks}")
            }
        }
    }
}

impl std::error::Error for NotAModel {}
