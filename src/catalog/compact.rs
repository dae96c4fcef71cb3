//! The questionnaire as compact text: one value a line, in a fixed order, lists after their length.
//! It comes in parts, so that the app can start before the longer ones are there.
//!
//! The build script writes it and the app reads it, both with this module, so there is no version
//! to agree on. Reading costs a fraction of the code that a general format would bring along.

use super::lines::{Reader, Writer};
use super::prose;
use crate::model::{
    Better, Dimension, Discipline, Effort, Efforts, Metric, Practice, Published, Questionnaire,
    Scale, Side, Stakes,
};

/// Writes a questionnaire: its outline, which is all that the list of assessments needs; what all is called; the
/// questions of a quick check, which are all that most ballots need; the others; the facts that answering an
/// assessment and its scores need; what advice is made of; and the rest.
/// `None` when a text spans lines, which this form cannot hold.
#[must_use]
pub fn encode(q: &Questionnaire) -> Option<[String; 7]> {
    let parts = [
        outline(q),
        prose::titles(q),
        prose::quick(q),
        prose::others(q),
        prose::facts(q),
        prose::advice(q),
        prose::rest(q),
    ];
    let [outline, titles, quick, others, facts, advice, rest] = parts.map(|part| part.finish());
    Some([outline?, titles?, quick?, others?, facts?, advice?, rest?])
}

/// All of a questionnaire in one text, always in the same order, however the parts are cut: versions that are stored
/// were made of it. `None` when a text spans lines.
#[must_use]
pub fn content(q: &Questionnaire) -> Option<String> {
    let mut asked = prose::titles(q);
    asked.add(prose::quick(q));
    let parts = [
        outline(q),
        asked,
        prose::others(q),
        prose::facts(q),
        prose::told(q),
    ];
    parts.iter().map(Writer::finish).collect()
}

fn outline(q: &Questionnaire) -> Writer {
    let mut w = Writer::default();
    for text in [&q.id, &q.version, &q.title, &q.language] {
        w.put(text);
    }
    w.list(&q.disciplines, |w, d| w.put(&d.id).line(&d.title));
    let at = |found: Option<usize>| found.unwrap_or_default();
    w.list(&q.dimensions, |w, dimension| {
        let own = |d: &Discipline| d.id == dimension.discipline;
        w.put(&dimension.id)
            .line(&at(q.disciplines.iter().position(own)));
    });
    w.list(&q.practices, |w, p| {
        let own = |d: &Dimension| d.id == p.dimension;
        w.put(&p.id)
            .put(&at(q.dimensions.iter().position(own)))
            .put(&u8::from(p.quick))
            .put(&p.words)
            .line(&at(Side::ALL.iter().position(|s| *s == p.answered_by)));
    });
    w.list(&q.metrics, |w, m| {
        let own = |d: &Discipline| d.id == m.discipline;
        w.put(&m.id).line(&at(q.disciplines.iter().position(own)));
    });
    w
}

/// Reads an outline that [`encode`] wrote: what is there, and what of it a quick check asks.
///
/// # Panics
/// On anything else. The build script proves that the built-in text can be read, and nothing else
/// ever comes here; a reader that can stop at each of its lines is three times the wasm.
#[must_use]
pub fn decode(outline: &str) -> Questionnaire {
    let mut r = Reader::new(outline);
    let mut q = Questionnaire {
        id: r.text(),
        version: r.text(),
        title: r.text(),
        language: r.text(),
        disciplines: r.list(|r| Discipline {
            id: r.id(),
            title: r.text(),
            goal: String::new(),
            weight: 1.0,
        }),
        dimensions: Vec::new(),
        practices: Vec::new(),
        metrics: Vec::new(),
        covers: Vec::new(),
        former: Vec::new(),
        terms: Vec::new(),
        rules: Vec::new(),
        balance: Vec::new(),
        published: Published::default(),
    };
    q.dimensions = r.list(|r| Dimension {
        id: r.id(),
        discipline: r.one_of(&q.disciplines).id.clone(),
        title: String::new(),
        weight: 1.0,
        covers: Vec::new(),
    });
    q.practices = r.list(|r| practice(r, &q.dimensions));
    q.metrics = r.list(|r| metric(r, &q.disciplines));
    q
}

/// Gives the questionnaire of an outline what all is called, which [`encode`] wrote beside it.
///
/// # Panics
/// On anything else, as [`decode`] does.
#[must_use]
pub fn call(q: Questionnaire, titles: &str) -> Questionnaire {
    prose::take_titles(q, &mut Reader::new(titles))
}

/// Gives a questionnaire the questions of a quick check: enough to answer them.
///
/// # Panics
/// On anything else, as [`decode`] does.
#[must_use]
pub fn ask(q: Questionnaire, quick: &str) -> Questionnaire {
    prose::take_quick(q, &mut Reader::new(quick))
}

/// Gives a questionnaire with the questions of a quick check the others.
///
/// # Panics
/// On anything else, as [`decode`] does.
#[must_use]
pub fn ask_all(q: Questionnaire, others: &str) -> Questionnaire {
    prose::take_others(q, &mut Reader::new(others))
}

/// Gives a questionnaire the facts that [`encode`] wrote: enough to score an assessment, and, beside questions, to
/// answer and to change it.
///
/// # Panics
/// On anything else, as [`decode`] does.
#[must_use]
pub fn grade(q: Questionnaire, facts: &str) -> Questionnaire {
    prose::take_facts(q, &mut Reader::new(facts))
}

/// Gives a questionnaire what advice is made of: first steps, rules, what is published.
///
/// # Panics
/// On anything else, as [`decode`] does.
#[must_use]
pub fn advise(q: Questionnaire, advice: &str) -> Questionnaire {
    prose::take_advice(q, &mut Reader::new(advice))
}

/// Gives a questionnaire the rest: goals, how metrics are measured, what is covered.
///
/// # Panics
/// On anything else, as [`decode`] does.
#[must_use]
pub fn fill(q: Questionnaire, rest: &str) -> Questionnaire {
    prose::take_rest(q, &mut Reader::new(rest))
}

fn practice(r: &mut Reader, dimensions: &[Dimension]) -> Practice {
    Practice {
        id: r.id(),
        dimension: r.one_of(dimensions).id.clone(),
        title: String::new(),
        quick: r.flag(),
        words: r.count(),
        answered_by: *r.one_of(&Side::ALL),
        key: false,
        weight: 1.0,
        effort: Efforts([Effort::S; 4]),
        stakes: Stakes::default(),
        since: String::new(),
        changed: String::new(),
        requires: Vec::new(),
        question: String::new(),
        why: String::new(),
        levels: Default::default(),
        how_to_tell: String::new(),
        steps: Default::default(),
        covers: Vec::new(),
        terms: Vec::new(),
        contexts: Vec::new(),
        sources: Vec::new(),
    }
}

fn metric(r: &mut Reader, disciplines: &[Discipline]) -> Metric {
    Metric {
        id: r.id(),
        discipline: r.one_of(disciplines).id.clone(),
        title: String::new(),
        unit: String::new(),
        range: [0.0; 2],
        cuts: [0.0; 4],
        better: Better::Higher,
        scale: Scale::Linear,
        changed: String::new(),
        judgement: false,
        question: String::new(),
        how: String::new(),
        basis: String::new(),
        calculator: None,
        sources: Vec::new(),
    }
}
