//! What is allowed and would be regretted, beyond what the validator of every questionnaire finds.

use super::places::Places;
use crate::model::{Practice, Questionnaire};
use std::collections::BTreeMap;

/// Two practices say the same where so much of their words is the same; our judgement.
const ALIKE: f64 = 0.75;

/// How a text begins that nobody has written yet.
pub const TO_WRITE: &str = "To be written: ";

/// Looks at what the document itself brings.
pub(super) fn look(q: &Questionnaire, places: &mut Places) {
    for discipline in &q.disciplines {
        let texts = [("title", &discipline.title), ("goal", &discipline.goal)];
        let texts = texts.map(|(field, text)| (field.to_owned(), text));
        unwritten(&format!("discipline/{}", discipline.id), texts, places);
    }
    for dimension in &q.dimensions {
        let title = [("title".to_owned(), &dimension.title)];
        unwritten(&format!("dimension/{}", dimension.id), title, places);
    }
    let words = said(&q.practices);
    for (at, practice) in q.practices.iter().enumerate() {
        let path = format!("practice/{}", practice.id);
        if !places.has(&path) {
            continue;
        }
        unwritten(&path, texts_of(practice), places);
        let others = q.practices.iter().zip(&words).enumerate();
        let twin = others
            .filter(|(other, _)| *other != at)
            .filter(|(_, (_, said))| words[at].likeness(said) >= ALIKE)
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
fn unwritten<'t>(
    path: &str,
    texts: impl IntoIterator<Item = (String, &'t String)>,
    places: &mut Places,
) {
    for (field, text) in texts {
        if text.starts_with(TO_WRITE) {
            places.regret(&format!("{path}/{field}"), "this is still to be written");
        }
    }
}

/// The texts of a practice, by their fields.
fn texts_of(practice: &Practice) -> impl Iterator<Item = (String, &String)> {
    let each = |field: &'static str, texts: &'_ [String]| {
        let fields = 1..=texts.len();
        fields
            .map(move |n| format!("{field}/{n}"))
            .collect::<Vec<_>>()
    };
    let levels = each("levels", &practice.levels)
        .into_iter()
        .zip(&practice.levels);
    let steps = each("steps", &practice.steps)
        .into_iter()
        .zip(&practice.steps);
    let first = [
        ("title", &practice.title),
        ("question", &practice.question),
        ("why", &practice.why),
    ];
    let one = |(field, text): (&str, _)| (field.to_owned(), text);
    let first = first.into_iter().map(one);
    let tell = [("how_to_tell", &practice.how_to_tell)]
        .into_iter()
        .map(one);
    first.chain(levels).chain(tell).chain(steps)
}

/// Words as bits, one for each word that any practice says.
#[derive(Default)]
struct Said(Vec<u64>);

impl Said {
    fn add(&mut self, word: usize) {
        let (at, bit) = (word / 64, word % 64);
        if self.0.len() <= at {
            self.0.resize(at + 1, 0);
        }
        self.0[at] |= 1 << bit;
    }

    /// How much of all words two have in common, from 0 to 1: Jaccard's index.
    fn likeness(&self, other: &Self) -> f64 {
        let count = |bits: &u64| bits.count_ones();
        let both = self.0.iter().zip(&other.0).map(|(one, other)| one & other);
        let both: u32 = both.map(|bits| count(&bits)).sum();
        let all: u32 = self.0.iter().chain(&other.0).map(count).sum();
        f64::from(both) / f64::from((all - both).max(1))
    }
}

/// The words of each practice's question and levels, without the small ones.
fn said(practices: &[Practice]) -> Vec<Said> {
    let mut numbers = BTreeMap::new();
    let each = practices.iter().map(|practice| {
        let texts = practice.levels.iter().chain([&practice.question]);
        let texts = texts.filter(|text| !text.starts_with(TO_WRITE));
        let words = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
        let mut said = Said::default();
        for word in words.filter(|word| word.chars().count() > 3) {
            let next = numbers.len();
            said.add(*numbers.entry(word.to_lowercase()).or_insert(next));
        }
        said
    });
    each.collect()
}
