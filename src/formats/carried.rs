//! Questionnaires that travel inside a file with the assessments that answer them, so that nobody is left
//! with answers and no questions: their documents, as a list of texts under `questionnaires`.

use super::json::{Json, Object};
use super::raw_json::QUESTIONNAIRE;

/// Where they stand in a file.
const KEY: &str = "questionnaires";
/// The most that are taken out of one file.
const MOST: usize = 200;

/// A file of ours, one assessment or many, with these documents in it.
#[must_use]
pub fn with(file: String, documents: &[&str]) -> String {
    let Some(rest) = file.strip_prefix('{').filter(|_| !documents.is_empty()) else {
        return file;
    };
    let list = documents.iter().map(|text| Json::text(text)).collect();
    format!("{{\n  \"{KEY}\": {},{rest}", Json::List(list).compact())
}

/// Takes them out of a file that was parsed.
pub(super) fn take(file: &mut Object) -> Vec<String> {
    let Some(Json::List(list)) = file.remove(KEY) else {
        return Vec::new();
    };
    let texts = list.iter().filter_map(Json::as_str).take(MOST);
    texts.map(str::to_owned).collect()
}

/// Whether a file may carry questionnaires: a quick look, which may say yes in vain.
#[must_use]
pub fn is_any(text: &str) -> bool {
    text.contains("\"questionnaires\"") || text.contains(QUESTIONNAIRE)
}

/// Whether a text is the document of a questionnaire, right or wrong.
#[must_use]
pub fn is_questionnaire(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let mut lines = text.lines().map(str::trim_start);
    !text.starts_with(['{', '<']) && lines.any(|line| line.starts_with("[questionnaire]"))
}
