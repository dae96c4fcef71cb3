//! Several assessments in one file, for a backup of everything: a list of assessment files.

use super::assessment_json::{
    Decoded, FORMAT, MAX_DEPTH, MAX_ENTRIES, Refusal, decode_file, decode_part, encode_compact,
};
use super::json::{Json, measure};
use super::raw_json::{self, LeftOut, RAW};
use super::{carried, embedded};
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

/// What is in a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Contents {
    /// Each assessment by itself, or the reason why it cannot be read.
    pub parts: Vec<Result<Decoded, Refusal>>,
    /// Of a download without the app: what is in it beside these.
    pub left_out: Vec<LeftOut>,
    /// The documents of the questionnaires that came along.
    pub questionnaires: Vec<String>,
}

/// Reads a file as [`read_any`] does, for those who need no names of what is left out.
///
/// # Errors
/// [`Refusal`] when the file as a whole cannot be read.
pub fn decode_any(text: &str) -> Result<Vec<Result<Decoded, Refusal>>, Refusal> {
    let contents = read_any(text)?;
    let unread = contents.left_out.into_iter().filter_map(|left| match left {
        LeftOut::Unread { why, .. } => Some(Err(why)),
        LeftOut::Others(_) | LeftOut::Store(_) => None,
    });
    Ok(contents.parts.into_iter().chain(unread).collect())
}

/// Reads a file with one assessment or many, a report with one in it, or what was downloaded
/// without the app.
///
/// # Errors
/// [`Refusal`] when the file as a whole cannot be read.
pub fn read_any(text: &str) -> Result<Contents, Refusal> {
    // A report has the assessment in it.
    let text = embedded::decode(text).unwrap_or(text);
    let plain = text.strip_prefix('\u{feff}').unwrap_or(text);
    let is_many = plain.len() <= MAX_FILE && measure(plain, MAX_DEPTH, MAX_ENTRIES).is_ok();
    let file = is_many.then(|| Json::parse(plain));
    let Some(Ok(Json::Object(mut file))) = file else {
        // Whatever is wrong with it, the reader of one assessment says it best.
        return one(text);
    };
    match file.get("format").and_then(Json::as_str) {
        Some(WORKSPACE) => {}
        Some(RAW) => {
            let found = raw_json::read(file);
            return Ok(Contents {
                parts: found.assessments.into_iter().map(Ok).collect(),
                left_out: found.left_out,
                questionnaires: found.questionnaires,
            });
        }
        Some(FORMAT) => {
            let questionnaires = carried::take(&mut file);
            let part = decode_part(file, plain.len())?;
            return Ok(Contents {
                parts: vec![Ok(part)],
                questionnaires,
                ..Contents::default()
            });
        }
        _ => return Err(Refusal::NotOurs),
    }
    match file.get("version").and_then(Json::as_u64) {
        Some(WORKSPACE_VERSION) => {}
        Some(version) if version > WORKSPACE_VERSION => return Err(Refusal::Newer(version)),
        _ => return Err(Refusal::NotOurs),
    }
    match file.remove("assessments") {
        Some(Json::List(list)) => Ok(Contents {
            parts: list.into_iter().map(part).collect(),
            questionnaires: carried::take(&mut file),
            ..Contents::default()
        }),
        _ => Err(Refusal::NotOurs),
    }
}

/// One of many.
fn part(item: Json) -> Result<Decoded, Refusal> {
    let size = item.compact().len();
    match item {
        Json::Object(file) => decode_part(file, size),
        _ => Err(Refusal::NotOurs),
    }
}

fn one(text: &str) -> Result<Contents, Refusal> {
    Ok(Contents {
        parts: vec![Ok(decode_file(text)?)],
        ..Contents::default()
    })
}
