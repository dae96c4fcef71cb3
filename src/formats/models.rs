//! Models of others, made into a questionnaire's document that somebody can correct: what was taken over,
//! and what was left out and why, is said with it. The words are those of the model's authors, and so is
//! the licence.

mod cncf;
mod coverage;
mod draft;
mod dsomm;
mod lens;
mod refusal;
mod tree;
mod write;
mod yaml;

pub use coverage::Coverage;
pub use refusal::{Kind, MAX_BYTES, MAX_DEPTH, MAX_VALUES, NotAModel};

use crate::formats::json::Json;
use crate::formats::questionnaire_toml::Credit;
use draft::Draft;
use tree::Tree;

/// What was made of a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Whose model it is.
    pub kind: Kind,
    /// What the questionnaire is called.
    pub title: String,
    /// Which model it is, where it is published and under which terms, as far as the file says it.
    pub source: Credit,
    /// The document.
    pub text: String,
    /// What of the model is in it.
    pub coverage: Coverage,
}

/// Makes a document of a model.
///
/// # Errors
/// [`NotAModel`] says why nothing was made of it.
pub fn import(text: &str, kind: Option<Kind>) -> Result<Made, NotAModel> {
    if text.len() > MAX_BYTES {
        return Err(NotAModel::TooLarge(text.len()));
    }
    let text = text.trim_start_matches('\u{feff}');
    let documents = match text.trim_start().starts_with('{') {
        true => vec![of_json(text)?],
        false => yaml::read(text)?,
    };
    let kind = kind.or_else(|| guess(&documents));
    let kind = kind.ok_or(NotAModel::Unknown)?;
    let draft = match kind {
        Kind::Cncf => cncf::draft(&documents),
        Kind::Aws => lens::draft(&documents),
        Kind::Dsomm => dsomm::draft(&documents),
    };
    let draft: Draft = draft.ok_or(NotAModel::Empty(kind))?;
    Ok(Made {
        kind,
        text: write::document(&draft),
        title: draft.title,
        source: draft.source,
        coverage: draft.coverage,
    })
}

/// Whose a file is, by what stands in it.
fn guess(documents: &[Tree]) -> Option<Kind> {
    let has = |key: &str| documents.iter().any(|d| d.get(key).is_some());
    match () {
        () if has("pillars") => Some(Kind::Aws),
        () if has("categories") => Some(Kind::Cncf),
        () if dsomm::is_one(documents) => Some(Kind::Dsomm),
        () => None,
    }
}

fn of_json(text: &str) -> Result<Tree, NotAModel> {
    crate::formats::json::measure(text, MAX_DEPTH, MAX_VALUES).map_err(|_| NotAModel::TooMuch)?;
    let json = Json::parse(text)
        .map_err(|at| NotAModel::Unreadable(at.line, "this is not JSON".to_owned()))?;
    Ok(Tree::from(&json))
}
