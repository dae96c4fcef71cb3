//! Sentences on models of others, and on files that are none.

use super::super::Words;
use super::{count, grouped};
use crate::formats::models::{Coverage, Kind, MAX_BYTES, MAX_DEPTH, MAX_VALUES, NotAModel};
use crate::formats::table::{Mistaken, Pack};

/// What can be opened.
const WHAT: &str = "A questionnaire is one TOML file; the models that become one are those of the CNCF and of DSOMM, in YAML, and a custom lens of AWS, in JSON.";

impl Words {
    /// Whose model a file is.
    pub fn whose_model(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Cncf => {
                "This file is an assessment of platform engineering, as the CNCF writes it."
            }
            Kind::Aws => "This file is a custom lens of the AWS Well-Architected Tool.",
            Kind::Dsomm => {
                "This file is OWASP’s DevSecOps Maturity Model (DSOMM), or a part of it."
            }
        }
    }

    /// How much of a model is in what was made of it.
    pub fn taken_over(&self, coverage: &Coverage) -> String {
        let taken = coverage.taken.iter();
        let taken = taken.map(|(what, taken, of)| {
            let (taken, of) = (whole(*taken), whole(*of));
            format!("{taken} of {of} {what}")
        });
        let taken: Vec<_> = taken.collect();
        format!("Taken over: {}.", taken.join(", "))
    }

    /// What is left to do with what was made of a model.
    pub fn left_to_do(&self, coverage: &Coverage) -> Vec<String> {
        let to_write = (coverage.to_write > 0).then(|| {
            let texts = count(coverage.to_write, "text is", "texts are");
            format!(
                "{texts} not in the model. They begin with “To be written”, and the editor leads from one to the next."
            )
        });
        let cut = (coverage.cut > 0).then(|| {
            let texts = count(coverage.cut, "text was", "texts were");
            format!("{texts} longer than fits, and cut: such a one ends with “…”.")
        });
        to_write.into_iter().chain(cut).collect()
    }

    /// Why nothing was made of a file that could be a model.
    pub fn not_a_model(&self, why: &NotAModel) -> String {
        match why {
            NotAModel::TooLarge(bytes) => format!(
                "This file has {} bytes, and of a model at most {} are read. {WHAT}",
                whole(*bytes),
                whole(MAX_BYTES)
            ),
            NotAModel::TooMuch => format!(
                "This file has more than {} values, or more than {MAX_DEPTH} in one another, those that it repeats by reference included. It was not read.",
                whole(MAX_VALUES)
            ),
            NotAModel::Unreadable(line, why) => {
                format!("This is neither a questionnaire nor a model: line {line}: {why}. {WHAT}")
            }
            NotAModel::Unknown => format!(
                "Nothing in this file tells whose model it is: one of the CNCF has “categories”, a lens of AWS “pillars”, and DSOMM activities with a “level”. {WHAT}"
            ),
            NotAModel::Empty(kind) => {
                let lacks = match kind {
                    Kind::Cncf => "no category in it has a question with options",
                    Kind::Aws => "no pillar in it has a question with choices",
                    Kind::Dsomm => "no dimension in it has an activity with a level",
                };
                format!("{} But {lacks}.", self.whose_model(*kind))
            }
        }
    }

    /// What a file is that cannot be a questionnaire.
    pub fn no_questionnaire(&self, what: Mistaken) -> String {
        let what = match what {
            // What to do with it is elsewhere.
            Mistaken::Ours => return self.a_file_of_ours().to_owned(),
            Mistaken::Xlsx | Mistaken::Xls => "This is an Excel workbook.",
            Mistaken::Ods => "This is a LibreOffice spreadsheet.",
            Mistaken::Pdf => "This is a PDF.",
            Mistaken::Picture => "This is a picture.",
            Mistaken::Packed(Pack::Zip) => {
                "This is a ZIP archive: open it, and take the file within."
            }
            Mistaken::Packed(_) => "This is packed: unpack it, and take the file within.",
            Mistaken::Html => {
                "This is a web page, perhaps about the file that you want: download that one."
            }
            Mistaken::Xml => "This is XML.",
            Mistaken::Yaml | Mistaken::Python | Mistaken::KubernetesEvents => {
                "This is data of another kind."
            }
            Mistaken::Parquet => "This is a Parquet file.",
            Mistaken::Sqlite => "This is an SQLite database.",
            Mistaken::Binary => "This file holds no text.",
        };
        format!("{what} {WHAT}")
    }
}

fn whole(n: usize) -> String {
    grouped(u64::try_from(n).unwrap_or(u64::MAX))
}
