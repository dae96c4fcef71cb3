//! Sentences on files that were not read, and on stores that failed.

use super::Words;
use crate::formats::assessment_json::{
    FORMAT, MAX_BYTES, MAX_DEPTH, MAX_ENTRIES, Refusal, VERSION,
};
use crate::formats::plain_text::NotText;
use crate::model::decimal::write;
use crate::model::validate::{MAX_EVIDENCE, MAX_TEXT, MAX_UNKNOWN};
use crate::model::{Fault, Limit, Problem, Shape};
use crate::storage::StoreError;

/// What else a file can be.
const EXPORTS: &str = "An export of another tool belongs on a team’s page Measurements.";
/// At most so many problems are shown one by one.
const SHOWN: usize = 20;

impl Words {
    /// Why a file was not read.
    pub fn refusal(&self, why: &Refusal) -> String {
        match why {
            Refusal::TooLarge(n) => {
                format!("The file has {n} bytes, and an assessment file has at most {MAX_BYTES}.")
            }
            Refusal::TooDeep => format!(
                "This is not an assessment file: its brackets are nested deeper than {MAX_DEPTH}."
            ),
            Refusal::TooMany => format!(
                "This is not an assessment file: it has more than {MAX_ENTRIES} entries in one place."
            ),
            Refusal::Empty => "The file is empty.".to_owned(),
            Refusal::NotJson {
                line,
                column,
                ends_early: true,
            } => format!(
                "The file ends early, at line {line}, column {column}. Perhaps a download was cut off."
            ),
            Refusal::NotJson { line, column, .. } => format!(
                "This is not an assessment file: from line {line}, column {column} on it is not JSON. {EXPORTS}"
            ),
            Refusal::NotOurs => {
                format!(
                    "This is not an assessment file: it does not say \"format\": \"{FORMAT}\". {EXPORTS}"
                )
            }
            Refusal::Newer(version) => format!(
                "The file has format version {version}; this Plumbline reads up to {VERSION}. Open it with a newer Plumbline."
            ),
            Refusal::Problems(problems) => self.problems(problems),
        }
    }

    fn problems(&self, problems: &[Problem]) -> String {
        let mut said = "The file cannot be used as it is:".to_owned();
        for problem in problems.iter().take(SHOWN) {
            said += "\n";
            said += &self.problem(problem);
        }
        match problems.len().saturating_sub(SHOWN) {
            0 => said,
            more => format!("{said}\nand {more} more"),
        }
    }

    /// What is wrong, and where.
    pub fn problem(&self, problem: &Problem) -> String {
        match problem.path.as_str() {
            "" => fault(&problem.fault),
            path => format!("{path}: {}", fault(&problem.fault)),
        }
    }

    /// Why a file is no text.
    pub fn not_text(&self, why: NotText) -> String {
        let NotText { byte, line, .. } = why;
        let form = if why.is_utf_16 { "UTF-16" } else { "UTF-8" };
        format!(
            "The file is not read: byte {byte}, in line {line}, is not {form}. Perhaps a program saved it in another encoding, or it was damaged on its way. Save it as UTF-8, or download it again."
        )
    }

    /// Why a store did not do what it was asked.
    pub fn store_error(&self, why: StoreError) -> String {
        let said = match why {
            StoreError::Blocked => "this browser does not let the page store data",
            StoreError::Full => "the browser's storage is full",
            StoreError::NotKept => "the browser did not keep what was written",
            StoreError::Newer => {
                "a newer version of Plumbline is in use; reload the page to get it"
            }
            StoreError::TooLarge => {
                "the assessment has grown larger than Plumbline can read again; remove long notes, or snapshots"
            }
            StoreError::Silent => "the browser did not answer in time",
            StoreError::Other("") => "the browser reported an error",
            StoreError::Other(cause) => {
                return ["the browser reported an error (", cause, ")"].concat();
            }
        };
        said.to_owned()
    }
}

fn fault(fault: &Fault) -> String {
    match fault {
        Fault::Not(shape) => should_be(*shape).to_owned(),
        Fault::BadId => "the id should be small letters, digits and hyphens".to_owned(),
        Fault::SeveralAnswers => "has more than one answer".to_owned(),
        Fault::OtherQuestionnaire { theirs, ours } => format!(
            "the file answers the questionnaire “{theirs}”, and this Plumbline has “{ours}”"
        ),
        Fault::OtherThanItself => "it answers another questionnaire".to_owned(),
        Fault::LongName(most) => format!("the name is longer than {most} characters"),
        Fault::LongText(most) => format!("the text is longer than {most} characters"),
        Fault::NoDiscipline(id) => format!("there is no discipline “{id}”"),
        Fault::NoPractice => "there is no practice with this id".to_owned(),
        Fault::NoMetric => "there is no metric with this id".to_owned(),
        Fault::Evidence => format!(
            "there are more than {MAX_EVIDENCE} pieces of evidence, or one is longer than {MAX_TEXT} characters"
        ),
        Fault::TooMany(Limit::Actions, most) => format!("there are more than {most} actions"),
        Fault::TooMany(Limit::Snapshots, most) => format!("there are more than {most} snapshots"),
        Fault::TooMany(..) => "there are too many of them".to_owned(),
        Fault::Workshop => "a text or a list is too long".to_owned(),
        Fault::Outcome => "a text is too long, or a count too large".to_owned(),
        Fault::OutOfRange { value, range, unit } => {
            let ([low, high], value) = (range.map(write), write(*value));
            format!("{value} is outside the range {low} to {high} {unit}")
        }
        Fault::Unknown => format!(
            "the parts that this Plumbline does not know have more than {MAX_UNKNOWN} bytes"
        ),
        Fault::TooLarge(size, most) => {
            format!("written out, it has {size} bytes, and an assessment has at most {most}")
        }
    }
}

fn should_be(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "should be a text",
        Shape::Object => "should be an object",
        Shape::List => "should be a list",
        Shape::Number => "should be a number",
        Shape::True => "should be true",
        Shape::Version => "should be a whole number, 1 or more",
        Shape::Id => "should be small letters, digits and single hyphens",
        Shape::Level => "should be a whole number from 1 to 5",
        Shape::Neighbours => "should be two neighbouring levels, the lower first",
        Shape::Reason => "should be the reason, as a text",
        Shape::Origin => "should be \"typed\" or \"computed\"",
        Shape::Mode => "should be \"quick\" or \"full\"",
        Shape::Disciplines => "should be a list of discipline ids",
        Shape::Side => "should be \"uses\" or \"runs\"",
        Shape::Evidence => {
            "should be a list of addresses, or of objects with title, address and date"
        }
        Shape::Snapshot => "should have an id, a name and the time when it was taken",
        Shape::Action => {
            "should have an id, texts, a known state and horizon, and a level from 1 to 5 with its practice"
        }
        Shape::Workshop => {
            "should have texts, whole numbers, a known phase, and a list of practice ids"
        }
        Shape::Ballot => "should have a code and a name as texts",
        Shape::Outcome => {
            "should have five counts of levels, whole numbers, a dissent as a text, and what was settled"
        }
        Shape::Note => "should have lists of stamps and of texts",
        Shape::Stamp => "is not a stamp",
        Shape::Places => "should be a list of places with what stood there",
    }
}
