//! The questionnaire as compact text: one value a line, in a fixed order, lists after their length.
//! It comes in two parts, so that the app can start before the longer one is there.
//!
//! The build script writes it and the app reads it, both with this module, so there is no version
//! to agree on. Reading costs a fraction of the code that a general format would bring along.

use super::lines::{BROKEN, Reader, Writer};
use super::published;
use crate::model::{
    Balance, Better, Bound, Calculator, Condition, Context, Cover, Dimension, Discipline, Effort,
    Efforts, Metric, Practice, Published, Questionnaire, Rule, Scale, Setting, Side, Stakes, Term,
};

/// Writes a questionnaire: its outline, which is all that lists and scores need, and its prose, which
/// holds all the rest.
/// `None` when a text spans lines, which this form cannot hold.
#[must_use]
pub fn encode(q: &Questionnaire) -> Option<[String; 2]> {
    Some([outline(q).finish()?, prose(q).finish()?])
}

fn outline(q: &Questionnaire) -> Writer {
    let mut w = Writer::default();
    for text in [&q.id, &q.version, &q.title, &q.language] {
        w.put(text);
    }
    w.list(&q.disciplines, |w, d| {
        w.put(&d.id).put(&d.title).put(&d.weight);
    });
    w.list(&q.dimensions, |w, d| {
        w.put(&d.id).put(&d.discipline).put(&d.title).put(&d.weight);
    });
    w.list(&q.practices, |w, p| {
        w.put(&p.id).put(&p.dimension).put(&p.title);
        w.put(&u8::from(p.quick))
            .put(&u8::from(p.key))
            .put(&p.weight);
    });
    w.list(&q.metrics, |w, m| {
        w.put(&m.id).put(&m.discipline).put(&m.title).put(&m.unit);
        for number in m.range.iter().chain(&m.cuts) {
            w.put(number);
        }
        w.put(&u8::from(m.better == Better::Higher))
            .put(&u8::from(m.scale == Scale::Log));
    });
    w
}

fn prose(q: &Questionnaire) -> Writer {
    let mut w = Writer::default();
    for discipline in &q.disciplines {
        w.put(&discipline.goal);
    }
    for dimension in &q.dimensions {
        w.list(&dimension.covers, |w, c| w.line(c));
    }
    for p in &q.practices {
        let efforts = p.effort.0.map(|effort| match effort {
            Effort::S => "S",
            Effort::M => "M",
            Effort::L => "L",
        });
        let side = match p.answered_by {
            Side::Anyone => "",
            Side::User => "u",
            Side::Provider => "p",
        };
        w.put(&efforts.concat())
            .put(&u8::from(p.stakes))
            .put(&side)
            .put(&p.since)
            .put(&p.changed);
        w.list(&p.requires, |w, r| w.line(r));
        w.put(&p.question).put(&p.why);
        for text in p.levels.iter().chain([&p.how_to_tell]).chain(&p.steps) {
            w.put(text);
        }
        w.list(&p.covers, |w, c| w.line(c));
        w.list(&p.terms, |w, t| w.line(t));
        w.list(&p.contexts, |w, c| {
            let at = Setting::ALL.iter().position(|s| *s == c.setting);
            w.put(&at.unwrap_or_default()).line(&c.text);
        });
        w.sources(&p.sources);
    }
    for m in &q.metrics {
        w.put(&m.question).put(&m.how).put(&m.basis);
        w.put(&u8::from(m.judgement));
        w.list(m.calculator.as_slice(), |w, c| {
            w.put(&c.part).line(&c.whole);
        });
        w.sources(&m.sources);
    }
    w.list(&q.covers, |w, c| w.put(&c.id).line(&c.title));
    w.list(&q.terms, |w, t| w.put(&t.id).put(&t.title).line(&t.text));
    w.list(&q.rules, |w, r| {
        w.put(&r.id).list(&r.when, Writer::condition);
        w.line(&r.question);
    });
    w.list(&q.balance, |w, b| {
        w.put(&b.id).put(&b.ahead).put(&b.behind).line(&b.text);
    });
    published::write(&mut w, &q.published);
    w
}

/// Reads an outline that [`encode`] wrote: a questionnaire without its prose, nor what advice needs.
///
/// # Panics
/// On anything else. The build script proves that the built-in text can be read, and nothing else
/// ever comes here; a reader that can stop at each of its lines is three times the wasm.
#[must_use]
pub fn decode(outline: &str) -> Questionnaire {
    let mut r = Reader::new(outline);
    Questionnaire {
        id: r.text(),
        version: r.text(),
        title: r.text(),
        language: r.text(),
        disciplines: r.list(|r| Discipline {
            id: r.id(),
            title: r.text(),
            goal: String::new(),
            weight: r.number(),
        }),
        dimensions: r.list(|r| Dimension {
            id: r.id(),
            discipline: r.id(),
            title: r.text(),
            weight: r.number(),
            covers: Vec::new(),
        }),
        practices: r.list(practice),
        metrics: r.list(metric),
        covers: Vec::new(),
        terms: Vec::new(),
        rules: Vec::new(),
        balance: Vec::new(),
        published: Published::default(),
    }
}

/// Gives the questionnaire of an outline the prose that [`encode`] wrote beside it.
///
/// # Panics
/// On anything else, as [`decode`] does.
#[must_use]
pub fn fill(mut q: Questionnaire, prose: &str) -> Questionnaire {
    let r = &mut Reader::new(prose);
    for discipline in &mut q.disciplines {
        discipline.goal = r.text();
    }
    for dimension in &mut q.dimensions {
        dimension.covers = r.texts();
    }
    for p in &mut q.practices {
        p.effort = efforts(r.line());
        p.stakes = r.stakes();
        p.answered_by = match r.line() {
            "u" => Side::User,
            "p" => Side::Provider,
            _ => Side::Anyone,
        };
        (p.since, p.changed) = (r.text(), r.text());
        p.requires = r.list(Reader::id);
        (p.question, p.why) = (r.text(), r.text());
        p.levels.fill_with(|| r.text());
        p.how_to_tell = r.text();
        p.steps.fill_with(|| r.text());
        (p.covers, p.terms) = (r.texts(), r.list(Reader::id));
        p.contexts = r.list(|r| Context {
            setting: *Setting::ALL.get(usize::from(r.count())).expect(BROKEN),
            text: r.text(),
        });
        p.sources = r.sources();
    }
    for m in &mut q.metrics {
        (m.question, m.how, m.basis) = (r.text(), r.text(), r.text());
        m.judgement = r.flag();
        let calculator = |r: &mut Reader| Calculator {
            part: r.text(),
            whole: r.text(),
        };
        m.calculator = r.list(calculator).pop();
        m.sources = r.sources();
    }
    q.covers = r.list(|r| Cover {
        id: r.text(),
        title: r.text(),
    });
    q.terms = r.list(|r| Term {
        id: r.id(),
        title: r.text(),
        text: r.text(),
    });
    q.rules = r.list(|r| Rule {
        id: r.id(),
        when: r.list(condition),
        question: r.text(),
    });
    q.balance = r.list(|r| Balance {
        id: r.id(),
        ahead: r.id(),
        behind: r.id(),
        text: r.text(),
    });
    q.published = published::read(r);
    q
}

fn practice(r: &mut Reader) -> Practice {
    Practice {
        id: r.id(),
        dimension: r.id(),
        title: r.text(),
        quick: r.flag(),
        key: r.flag(),
        weight: r.number(),
        effort: Efforts([Effort::S; 4]),
        stakes: Stakes::default(),
        answered_by: Side::default(),
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

fn efforts(letters: &str) -> Efforts {
    let mut letters = letters.bytes();
    Efforts(std::array::from_fn(|_| match letters.next() {
        Some(b'S') => Effort::S,
        Some(b'M') => Effort::M,
        _ => Effort::L,
    }))
}

fn metric(r: &mut Reader) -> Metric {
    Metric {
        id: r.id(),
        discipline: r.id(),
        title: r.text(),
        unit: r.text(),
        range: std::array::from_fn(|_| r.number()),
        cuts: std::array::from_fn(|_| r.number()),
        better: if r.flag() {
            Better::Higher
        } else {
            Better::Lower
        },
        scale: if r.flag() { Scale::Log } else { Scale::Linear },
        judgement: false,
        question: String::new(),
        how: String::new(),
        basis: String::new(),
        calculator: None,
        sources: Vec::new(),
    }
}

fn condition(r: &mut Reader) -> Condition {
    let kind = r.line();
    if kind.starts_with('p') {
        let (practice, level) = (r.id(), r.level());
        let bound = match kind {
            "p>" => Bound::AtLeast(level),
            _ => Bound::AtMost(level),
        };
        Condition::Practice { practice, bound }
    } else {
        let (metric, value) = (r.id(), r.number());
        let bound = match kind {
            "m>" => Bound::AtLeast(value),
            _ => Bound::AtMost(value),
        };
        Condition::Metric { metric, bound }
    }
}
