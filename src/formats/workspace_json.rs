//! Several assessments in one file, for a backup of everything: a list of assessment files.

use super::assessment_json::{
    Decoded, FORMAT, MAX_DEPTH, MAX_ENTRIES, Refusal, decode_file, encode_compact,
};
use super::embedded;
use super::json::{Json, measure};
use crate::model::Assessment;

/// The largest file with many assessments read, in bytes.
pub const MAX_FILE: usize = 64 * 1024 * 1024;
/// What the file says it is.
pub const WORKSPACE: &str = "plumbline/workspace";
/// The version this build writes.
pub const WORKSPACE_VERSION: u64 = 1;

/// Writes all of them, one a line.
#[must_use]
pub fn encode_all<'a>(
    assessments: impl IntoIterator<Item = &'a Assessment>,
    app: &str,
    saved_at: &str,
) -> String {
    let texts = assessments.into_iter();
    let texts: Vec<_> = texts.map(|a| encode_compact(a, app, saved_at)).collect();
    let head = Json::text(WORKSPACE).compact();
    format!(
        "{{\"format\": {head}, \"version\": {WORKSPACE_VERSION}, \"assessments\": [\n{}\n]}}\n",
        texts.join(",\n")
    )
}

/// Reads a file with one assessment or many, or a report with one in it. Each comes out by itself, or with the reason why not.
///
/// # Errors
/// [`Refusal`] when the file as a whole cannot be read.
pub fn decode_any(text: &str) -> Result<Vec<Result<Decoded, Refusal>>, Refusal> {
    // A report has the assessment in it.
    let text = embedded::decode(text).unwrap_or(text);
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_many = plain.len() <= MAX_FILE && measure(plain, MAX_DEPTH, MAX_ENTRIES).is_ok();
    let file = is_many.then(|| serde_json::from_str(plain));
    let Some(Ok(Json::Object(mut file))) = file else {
        // Whatever is wrong with it, the reader of one assessment says it best.
        return decode_file(text).map(|one| vec![Ok(one)]);
    };
    match file.get("format").and_then(Json::as_str) {
        Some(WORKSPACE) => {}
        Some(FORMAT) => return decode_file(text).map(|one| vec![Ok(one)]),
        _ => return Err(Refusal::NotOurs),
    }
    match file.get("version").and_then(Json::as_u64) {
        Some(WORKSPACE_VERSION) => {}
        Some(version) if version > WORKSPACE_VERSION => return Err(Refusal::Newer(version)),
        _ => return Err(Refusal::NotOurs),
    }
    match file.remove("assessments") {
        Some(Json::List(list)) => Ok(list
            .iter()
            .map(|item| decode_file(&item.compact()))
            .collect()),
        _ => Err(Refusal::NotOurs),
    }
}
