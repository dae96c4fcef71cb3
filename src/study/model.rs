//! A file that may be a model of others: the questionnaire's document that was made of it, with what of it
//! was taken over; or what the file is instead.

use super::parts::{object, texts};
use crate::formats::json::Json;
use crate::formats::models::{MAX_BYTES, Made, NotAModel, import};
use crate::formats::plain_text;
use crate::formats::table::mistaken;
use crate::words::words;

/// What is in a file, as JSON, with the sentences to show.
#[must_use]
pub fn model(bytes: Vec<u8>) -> String {
    let answer = match made(bytes) {
        Ok(made) => object([("model", shown(&made))]),
        Err(why) => object([("refused", Json::Text(why))]),
    };
    answer.compact()
}

/// What was made of it, or why nothing was, in a sentence.
fn made(bytes: Vec<u8>) -> Result<Made, String> {
    let w = words();
    if let Some(kind) = mistaken(&bytes) {
        return Err(w.no_questionnaire(kind));
    }
    if bytes.len() > MAX_BYTES {
        return Err(w.not_a_model(&NotAModel::TooLarge(bytes.len())));
    }
    let text = plain_text::decode(bytes).map_err(|why| w.not_text(why))?;
    import(&text, None).map_err(|why| w.not_a_model(&why))
}

fn shown(made: &Made) -> Json {
    let w = words();
    let left = made.coverage.left.iter().cloned();
    object([
        ("title", Json::text(&made.title)),
        ("is", Json::text(w.whose_model(made.kind))),
        ("taken", Json::Text(w.taken_over(&made.coverage))),
        ("left", texts(left)),
        ("open", texts(w.left_to_do(&made.coverage))),
        ("source", Json::text(&made.source.title)),
        ("url", Json::text(&made.source.url)),
        ("licence", Json::text(&made.source.licence)),
        ("document", Json::text(&made.text)),
    ])
}
