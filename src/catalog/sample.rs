//! The filled-in sample: as it stands in `catalog/sample.toml`, and as compact text.

use super::lines::{Reader, Writer};
use crate::model::{
    Answer, Assessment, AssessmentId, Evidence, Fact, Field, Level, Measurement, MetricId, Note,
    Origin, PracticeId, Questionnaire, QuestionnaireRef,
};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The sample's id. Whoever holds it knows that the team is made up.
pub const SAMPLE: &str = "sample";

/// `catalog/sample.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SampleFile {
    team: String,
    facts: BTreeMap<String, String>,
    answers: BTreeMap<String, String>,
    not_applicable: BTreeMap<String, String>,
    notes: BTreeMap<String, String>,
    evidence: BTreeMap<String, Piece>,
    targets: BTreeMap<String, u8>,
    measurements: BTreeMap<String, f64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Piece {
    title: String,
    address: String,
    date: String,
}

/// The answers in one line, a letter for each practice in the questionnaire's order; the rest by
/// id. `None` when an answer or a fact is none, or a text spans lines. Ids are checked by the validator once
/// it is read again.
#[must_use]
pub fn encode(sample: &SampleFile, q: &Questionnaire) -> Option<String> {
    let mut w = Writer::default();
    w.put(&sample.team);
    let letter = |id: &PracticeId| match sample.answers.get(id.as_str()).map(String::as_str) {
        None => Some('-'),
        Some("1-2") => Some('a'),
        Some("2-3") => Some('b'),
        Some("3-4") => Some('c'),
        Some("4-5") => Some('d'),
        Some("?") => Some('?'),
        Some("1" | "2" | "3" | "4" | "5") => sample.answers.get(id.as_str())?.chars().next(),
        Some(_) => None,
    };
    let letters: Option<String> = q.practices.iter().map(|p| letter(&p.id)).collect();
    let is_asked = |id: &String| q.practices.iter().any(|p| p.id.as_str() == id.as_str());
    w.put(&letters.filter(|_| sample.answers.keys().all(is_asked))?);
    let is_fact = |id: &String| Fact::ALL.iter().any(|fact| fact.id() == id);
    if !sample.facts.keys().all(is_fact) {
        return None;
    }
    for texts in [&sample.facts, &sample.not_applicable, &sample.notes] {
        let texts: Vec<_> = texts.iter().collect();
        w.list(&texts, |w, (id, text)| w.put(id).line(text));
    }
    let evidence: Vec<_> = sample.evidence.iter().collect();
    w.list(&evidence, |w, (id, e)| {
        w.put(id).put(&e.title).put(&e.address).line(&e.date);
    });
    let targets: Vec<_> = sample.targets.iter().collect();
    w.list(&targets, |w, (id, level)| w.put(id).line(level));
    let measurements: Vec<_> = sample.measurements.iter().collect();
    w.list(&measurements, |w, (id, value)| w.put(id).line(value));
    w.finish()
}

/// Reads what [`encode`] wrote.
///
/// # Panics
/// On anything else; the build script proves that the built-in text can be read.
#[must_use]
pub fn decode(text: &str, q: &Questionnaire) -> Assessment {
    let questionnaire = QuestionnaireRef::of(q);
    let mut r = Reader::new(text);
    let id: AssessmentId = r.own(SAMPLE);
    let mut sample = Assessment::empty(id, questionnaire);
    sample.team = field(r.text());
    for (practice, letter) in q.practices.iter().zip(r.line().bytes()) {
        let level = |first: u8| Level::new(letter.wrapping_sub(first).wrapping_add(1));
        let answer = match letter {
            b'1'..=b'5' => level(b'1').map(Answer::Level),
            b'a'..=b'd' => level(b'a').and_then(Answer::between),
            b'?' => Some(Answer::DontKnow),
            _ => None,
        };
        if let Some(answer) = answer {
            sample.responses.put(practice.id.clone(), field(answer));
        }
    }
    for (id, text) in r.list(|r| (r.line(), r.text())) {
        let fact = Fact::ALL.into_iter().find(|fact| fact.id() == id);
        if let Some(fact) = fact {
            sample.about.put(fact, field(text));
        }
    }
    for (id, reason) in r.list(texts) {
        let answer = Answer::NotApplicable(reason);
        sample.responses.put(id, field(answer));
    }
    for (id, note) in r.list(texts) {
        sample.notes.put(id, Note::unstamped(Some(note)));
    }
    for (id, piece) in r.list(|r| (r.id(), piece(r))) {
        sample.evidence.put(id, field(vec![piece]));
    }
    for (id, level) in r.list(|r| (r.id::<PracticeId>(), r.level())) {
        sample.targets.put(id, field(level));
    }
    for (id, value) in r.list(|r| (r.id::<MetricId>(), r.number())) {
        let measurement = Measurement {
            value,
            period: None,
            origin: Origin::Typed,
        };
        sample.measurements.put(id, field(measurement));
    }
    sample
}

fn texts(r: &mut Reader) -> (PracticeId, String) {
    (r.id(), r.text())
}

fn piece(r: &mut Reader) -> Evidence {
    Evidence {
        title: r.text(),
        address: r.text(),
        date: r.text(),
        unknown: String::new(),
    }
}

/// Without a stamp, so that any change to it is later.
fn field<T>(value: T) -> Field<T> {
    Field {
        value: Some(value),
        stamp: None,
    }
}
