//! What is allowed and would be regretted, beyond what the validator of every questionnaire finds.

use super::places::Places;
use crate::model::{Practice, Questionnaire};
use std::collections::BTreeSet;

/// Two practices say the same where so much of their words is the same; our judgement.
const ALIKE: f64 = 0.75;

/// How a text begins that nobody has written yet.
pub const TO_WRITE: &str = "To be written: ";

/// Looks at what the document itself brings.
pub(super) fn look(q: &Questionnaire, places: &mut Places) {
    let words: Vec<_> = q.practices.iter().map(said).collect();
    for (at, practice) in q.practices.iter().enumerate() {
        let path = format!("practice/{}", practice.id);
        if !places.has(&path) {
            continue;
        }
        unwritten(practice, places);
        let others = q.practices.iter().zip(&words).enumerate();
        let twin = others
            .filter(|(other, _)| *other != at)
            .filter(|(_, (_, said))| likeness(&words[at], said) >= ALIKE)
            .map(|(_, (other, _))| other)
            // Of two that are both new, the second is told.
            .find(|other| {
                let is_new = places.has(&format!("practice/{}", other.id));
                !is_new || q.practices[..at].iter().any(|before| before.id == other.id)
            });
        if let Some(twin) = twin {
            let message = format!(
                "it says much the same as “{}” ({}): a team would answer it twice",
                twin.title, twin.id
            );
            places.regret(&path, message);
        }
    }
    if q.practices.iter().all(|p| !p.quick) {
        let message = "no practice is part of the quick check: name some in quick = [\"…\"]";
        places.regret("questionnaire", message);
    }
}

/// Says which texts nobody has written yet.
fn unwritten(practice: &Practice, places: &mut Places) {
    let one = |field: &str, text: &String| (field.to_owned(), text.clone());
    let each = |field: &str, texts: &[String]| {
        let texts = texts.iter().enumerate();
        texts
            .map(|(n, text)| (format!("{field}/{}", n + 1), text.clone()))
            .collect::<Vec<_>>()
    };
    let texts = [
        vec![
            one("title", &practice.title),
            one("question", &practice.question),
            one("why", &practice.why),
        ],
        each("levels", &practice.levels),
        vec![one("how_to_tell", &practice.how_to_tell)],
        each("steps", &practice.steps),
    ];
    for (field, text) in texts.concat() {
        if text.starts_with(TO_WRITE) {
            let path = format!("practice/{}/{field}", practice.id);
            places.regret(&path, "this is still to be written");
        }
    }
}

/// The words of a practice's question and levels, without the small ones.
fn said(practice: &Practice) -> BTreeSet<String> {
    let texts = practice.levels.iter().chain([&practice.question]);
    let texts = texts.filter(|text| !text.starts_with(TO_WRITE));
    let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    words
        .filter(|word| word.chars().count() > 3)
        .map(str::to_lowercase)
        .collect()
}

/// How much of all words two have in common, from 0 to 1: Jaccard's index.
fn likeness(one: &BTreeSet<String>, other: &BTreeSet<String>) -> f64 {
    let both = one.intersection(other).count();
    let all = one.union(other).count().max(1);
    #[expect(clippy::cast_precision_loss, reason = "some hundred words")]
    let (both, all) = (both as f64, all as f64);
    both / all
}
