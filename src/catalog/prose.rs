//! The texts of the questionnaire as parts of the compact text: what a ballot
//! needs, what answering needs beside that, and the rest.

use super::lines::{Reader, Writer};
use super::published;
use crate::model::{
    Balance, Better, Bound, Calculator, Condition, Context, Cover, Effort, Efforts, Former,
    Questionnaire, Rule, Scale, Setting, Term,
};

/// What somebody reads who answers, whether alone or on a ballot.
pub(super) fn questions(q: &Questionnaire) -> Writer {
    let mut w = Writer::default();
    for dimension in &q.dimensions {
        w.put(&dimension.title);
    }
    for p in &q.practices {
        w.put(&p.title).put(&p.question).put(&p.why);
        for text in p.levels.iter().chain([&p.how_to_tell]) {
            w.put(text);
        }
        w.list(&p.contexts, |w, c| {
            let at = Setting::ALL.iter().position(|s| *s == c.setting);
            w.put(&at.unwrap_or_default()).line(&c.text);
        });
        w.list(&p.terms, |w, t| w.line(t));
    }
    w.list(&q.terms, |w, t| w.put(&t.id).put(&t.title).line(&t.text));
    w
}

/// What whoever answers needs beside that, and what says whether an answer or a number is one.
pub(super) fn facts(q: &Questionnaire) -> Writer {
    let mut w = Writer::default();
    for discipline in &q.disciplines {
        w.put(&discipline.weight);
    }
    for dimension in &q.dimensions {
        w.put(&dimension.weight);
    }
    for p in &q.practices {
        let efforts = p.effort.0.map(|effort| match effort {
            Effort::S => "S",
            Effort::M => "M",
            Effort::L => "L",
        });
        w.put(&u8::from(p.key)).put(&p.weight);
        w.put(&efforts.concat())
            .put(&u8::from(p.stakes))
            .put(&p.since)
            .put(&p.changed);
        w.list(&p.requires, |w, r| w.line(r));
        w.sources(&p.sources);
    }
    for m in &q.metrics {
        w.put(&m.title).put(&m.unit).put(&m.changed);
        for number in m.range.iter().chain(&m.cuts) {
            w.put(number);
        }
        w.put(&u8::from(m.better == Better::Higher))
            .put(&u8::from(m.scale == Scale::Log));
        w.put(&u8::from(m.judgement));
    }
    w.list(&q.former, |w, f| {
        w.put(&f.id).put(&f.title).list(&f.now, |w, id| w.line(id));
    });
    w
}

/// What advice, measurements and reports need beside that.
pub(super) fn rest(q: &Questionnaire) -> Writer {
    let mut w = Writer::default();
    for discipline in &q.disciplines {
        w.put(&discipline.goal);
    }
    for dimension in &q.dimensions {
        w.list(&dimension.covers, |w, c| w.line(c));
    }
    for p in &q.practices {
        for step in &p.steps {
            w.put(step);
        }
        w.list(&p.covers, |w, c| w.line(c));
    }
    for m in &q.metrics {
        w.put(&m.question).put(&m.how).put(&m.basis);
        w.list(m.calculator.as_slice(), |w, c| {
            w.put(&c.part).line(&c.whole);
        });
        w.sources(&m.sources);
    }
    w.list(&q.covers, |w, c| w.put(&c.id).line(&c.title));
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

/// Takes what [`questions`] wrote.
pub(super) fn take_questions(mut q: Questionnaire, r: &mut Reader) -> Questionnaire {
    for dimension in &mut q.dimensions {
        dimension.title = r.text();
    }
    for p in &mut q.practices {
        (p.title, p.question, p.why) = (r.text(), r.text(), r.text());
        p.levels.fill_with(|| r.text());
        p.how_to_tell = r.text();
        p.contexts = r.list(|r| Context {
            setting: *r.one_of(&Setting::ALL),
            text: r.text(),
        });
        p.terms = r.list(Reader::id);
    }
    q.terms = r.list(|r| Term {
        id: r.id(),
        title: r.text(),
        text: r.text(),
    });
    q
}

/// Takes what [`facts`] wrote.
pub(super) fn take_facts(mut q: Questionnaire, r: &mut Reader) -> Questionnaire {
    for discipline in &mut q.disciplines {
        discipline.weight = r.number();
    }
    for dimension in &mut q.dimensions {
        dimension.weight = r.number();
    }
    for p in &mut q.practices {
        (p.key, p.weight) = (r.flag(), r.number());
        (p.effort, p.stakes) = (efforts(r.line()), r.stakes());
        (p.since, p.changed) = (r.text(), r.text());
        p.requires = r.list(Reader::id);
        p.sources = r.sources();
    }
    for m in &mut q.metrics {
        (m.title, m.unit, m.changed) = (r.text(), r.text(), r.text());
        m.range.fill_with(|| r.number());
        m.cuts.fill_with(|| r.number());
        m.better = if r.flag() {
            Better::Higher
        } else {
            Better::Lower
        };
        m.scale = if r.flag() { Scale::Log } else { Scale::Linear };
        m.judgement = r.flag();
    }
    q.former = r.list(|r| Former {
        id: r.id(),
        title: r.text(),
        now: r.texts(),
    });
    q
}

/// Takes what [`rest`] wrote.
pub(super) fn take_rest(mut q: Questionnaire, r: &mut Reader) -> Questionnaire {
    for discipline in &mut q.disciplines {
        discipline.goal = r.text();
    }
    for dimension in &mut q.dimensions {
        dimension.covers = r.texts();
    }
    for p in &mut q.practices {
        p.steps.fill_with(|| r.text());
        p.covers = r.texts();
    }
    for m in &mut q.metrics {
        (m.question, m.how, m.basis) = (r.text(), r.text(), r.text());
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

fn efforts(letters: &str) -> Efforts {
    let mut letters = letters.bytes();
    Efforts(std::array::from_fn(|_| match letters.next() {
        Some(b'S') => Effort::S,
        Some(b'M') => Effort::M,
        _ => Effort::L,
    }))
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
