//! The questionnaire as compact text: one value a line, in a fixed order, lists after their length.
//!
//! The build script writes it and the app reads it, both with this module, so there is no version
//! to agree on. Reading costs a fraction of the code that a general format would bring along.

use crate::model::{
    Better, Dimension, Discipline, Effort, Metric, Practice, Questionnaire, Scale, Source, decimal,
};
use std::fmt::Display;
use std::str::Lines;

/// Writes a questionnaire. `None` when a text spans lines, which this form cannot hold.
#[must_use]
pub fn encode(q: &Questionnaire) -> Option<String> {
    let mut w = Writer(Vec::new());
    for text in [&q.id, &q.version, &q.title, &q.language] {
        w.put(text);
    }
    w.list(&q.disciplines, |w, d| {
        w.put(&d.id).put(&d.title).put(&d.goal).put(&d.weight);
    });
    w.list(&q.dimensions, |w, d| {
        w.put(&d.id).put(&d.discipline).put(&d.title).put(&d.weight);
        w.list(&d.covers, |w, c| w.line(c));
    });
    w.list(&q.practices, |w, p| {
        w.put(&p.id)
            .put(&p.dimension)
            .put(&p.title)
            .put(&p.question)
            .put(&p.why);
        for text in p.levels.iter().chain([&p.how_to_tell]).chain(&p.steps) {
            w.put(text);
        }
        let effort = match p.effort {
            Effort::S => "S",
            Effort::M => "M",
            Effort::L => "L",
        };
        w.put(&effort)
            .put(&u8::from(p.quick))
            .put(&u8::from(p.key))
            .put(&p.weight);
        w.list(&p.requires, |w, r| w.line(r));
        w.list(&p.covers, |w, c| w.line(c));
        w.sources(&p.sources);
    });
    w.list(&q.metrics, |w, m| {
        w.put(&m.id)
            .put(&m.discipline)
            .put(&m.title)
            .put(&m.question)
            .put(&m.how)
            .put(&m.unit);
        for number in m.range.iter().chain(&m.cuts) {
            w.put(number);
        }
        w.put(&u8::from(m.better == Better::Higher))
            .put(&u8::from(m.scale == Scale::Log));
        w.put(&u8::from(m.judgement)).put(&m.basis);
        w.sources(&m.sources);
    });
    let whole = w.0.iter().all(|line| !line.contains(['\n', '\r']));
    whole.then(|| w.0.join("\n"))
}

struct Writer(Vec<String>);

impl Writer {
    fn put(&mut self, value: &dyn Display) -> &mut Self {
        self.0.push(value.to_string());
        self
    }

    fn line(&mut self, value: &dyn Display) {
        self.put(value);
    }

    fn list<T>(&mut self, items: &[T], mut put: impl FnMut(&mut Self, &T)) {
        self.put(&items.len());
        for item in items {
            put(self, item);
        }
    }

    fn sources(&mut self, sources: &[Source]) {
        self.list(sources, |w, s| w.put(&s.title).line(&s.url));
    }
}

/// Reads what [`encode`] wrote.
///
/// # Panics
/// On anything else. The build script proves that the built-in text can be read, and nothing else
/// ever comes here; a reader that can stop at each of its lines is three times the wasm.
#[must_use]
pub fn decode(text: &str) -> Questionnaire {
    let mut r = Reader(text.lines());
    Questionnaire {
        id: r.text(),
        version: r.text(),
        title: r.text(),
        language: r.text(),
        disciplines: r.list(|r| Discipline {
            id: r.id(),
            title: r.text(),
            goal: r.text(),
            weight: r.number(),
        }),
        dimensions: r.list(|r| Dimension {
            id: r.id(),
            discipline: r.id(),
            title: r.text(),
            weight: r.number(),
            covers: r.texts(),
        }),
        practices: r.list(practice),
        metrics: r.list(metric),
    }
}

fn practice(r: &mut Reader) -> Practice {
    Practice {
        id: r.id(),
        dimension: r.id(),
        title: r.text(),
        question: r.text(),
        why: r.text(),
        levels: std::array::from_fn(|_| r.text()),
        how_to_tell: r.text(),
        steps: std::array::from_fn(|_| r.text()),
        effort: match r.line() {
            "S" => Effort::S,
            "M" => Effort::M,
            _ => Effort::L,
        },
        quick: r.flag(),
        key: r.flag(),
        weight: r.number(),
        requires: r.list(Reader::id),
        covers: r.texts(),
        sources: r.sources(),
    }
}

fn metric(r: &mut Reader) -> Metric {
    Metric {
        id: r.id(),
        discipline: r.id(),
        title: r.text(),
        question: r.text(),
        how: r.text(),
        unit: r.text(),
        range: std::array::from_fn(|_| r.number()),
        cuts: std::array::from_fn(|_| r.number()),
        better: if r.flag() {
            Better::Higher
        } else {
            Better::Lower
        },
        scale: if r.flag() { Scale::Log } else { Scale::Linear },
        judgement: r.flag(),
        basis: r.text(),
        sources: r.sources(),
    }
}

const BROKEN: &str = "the catalogue is as the build script wrote it";

struct Reader<'a>(Lines<'a>);

impl<'a> Reader<'a> {
    fn line(&mut self) -> &'a str {
        self.0.next().expect(BROKEN)
    }

    fn text(&mut self) -> String {
        self.line().to_owned()
    }

    fn id<T: TryFrom<String>>(&mut self) -> T {
        T::try_from(self.text()).ok().expect(BROKEN)
    }

    fn number(&mut self) -> f64 {
        decimal::read(self.line()).expect(BROKEN)
    }

    fn flag(&mut self) -> bool {
        self.line() == "1"
    }

    fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let count: usize = self.line().parse().expect(BROKEN);
        (0..count).map(|_| item(self)).collect()
    }

    fn texts(&mut self) -> Vec<String> {
        self.list(Self::text)
    }

    fn sources(&mut self) -> Vec<Source> {
        self.list(|r| Source {
            title: r.text(),
            url: r.text(),
        })
    }
}
