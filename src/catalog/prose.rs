//! The texts of the questionnaire as parts of the compact text: what all is called, what a quick check asks, what else
//! is asked, what answering and scoring need beside that, what advice is made of, and the rest.

use super::lines::{Reader, Writer};
use super::published;
use crate::model::{
    Balance, Better, Bound, Calculator, Condition, Context, Cover, Effort, Efforts, Former,
    Practice, Questionnaire, Rule, Scale, Setting, Term,
};

/// What all is called.
pub(super) fn titles(q: &Questionnaire) -> Writer {
    let mut w = Writer::default();
    for dimension in &q.dimensions {
        w.put(&dimension.title);
    }
    for p in &q.practices {
        w.put(&p.title);
    }
    w
}

/// What somebody reads who answers a quick check, whether alone or on a ballot.
pub(super) fn quick(q: &Questionnaire) -> Writer {
    let mut w = Writer::default();
    asked(&mut w, q, true);
    w
}

/// What somebody reads beside that who answers all of it.
pub(super) fn others(q: &Questionnaire) -> Writer {
    let mut w = Writer::default();
    asked(&mut w, q, false);
    w
}

/// The questions that a quick check asks, or the others, with the terms that come with them.
fn asked(w: &mut Writer, q: &Questionnaire, quick: bool) {
    for p in q.practices.iter().filter(|p| p.quick == quick) {
        w.put(&p.question).put(&p.why);
        for text in p.levels.iter().chain([&p.how_to_tell]) {
            w.put(text);
        }
        w.list(&p.contexts, |w, c| {
            let at = Setting::ALL.iter().position(|s| *s == c.setting);
            w.put(&at.unwrap_or_default()).line(&c.text);
        });
        w.list(&p.terms, |w, t| w.line(t));
    }
    let uses = |p: &Practice, t: &Term| p.quick && p.terms.contains(&t.id);
    let is_quick = |t: &Term| q.practices.iter().any(|p| uses(p, t));
    let terms = q.terms.iter().enumerate();
    let terms: Vec<_> = terms.filter(|(_, t)| is_quick(t) == quick).collect();
    w.list(&terms, |w, (at, t)| {
        w.put(at).put(&t.id).put(&t.title).line(&t.text);
    });
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

/// What advice needs beside that.
pub(super) fn advice(q: &Questionnaire) -> Writer {
    let mut w = Writer::default();
    steps(&mut w, q);
    rules(&mut w, q);
    w
}

/// What measurements and reports need beside that.
pub(super) fn rest(q: &Questionnaire) -> Writer {
    let mut w = Writer::default();
    goals(&mut w, q);
    measures(&mut w, q);
    w
}

/// [`advice`] and [`rest`], in the order of [`super::compact::content`].
pub(super) fn told(q: &Questionnaire) -> Writer {
    let mut w = Writer::default();
    for part in [goals, steps, measures, rules] {
        part(&mut w, q);
    }
    w
}

fn goals(w: &mut Writer, q: &Questionnaire) {
    for discipline in &q.disciplines {
        w.put(&discipline.goal);
    }
    for dimension in &q.dimensions {
        w.list(&dimension.covers, |w, c| w.line(c));
    }
}

fn steps(w: &mut Writer, q: &Questionnaire) {
    for p in &q.practices {
        for step in &p.steps {
            w.put(step);
        }
        w.list(&p.covers, |w, c| w.line(c));
    }
}

fn measures(w: &mut Writer, q: &Questionnaire) {
    for m in &q.metrics {
        w.put(&m.question).put(&m.how).put(&m.basis);
        w.list(m.calculator.as_slice(), |w, c| {
            w.put(&c.part).line(&c.whole);
        });
        w.sources(&m.sources);
    }
    w.list(&q.covers, |w, c| w.put(&c.id).line(&c.title));
}

fn rules(w: &mut Writer, q: &Questionnaire) {
    w.list(&q.rules, |w, r| {
        w.put(&r.id).list(&r.when, Writer::condition);
        w.line(&r.question);
    });
    w.list(&q.balance, |w, b| {
        w.put(&b.id).put(&b.ahead).put(&b.behind).line(&b.text);
    });
    published::write(w, &q.published);
}

/// Takes what [`titles`] wrote.
pub(super) fn take_titles(mut q: Questionnaire, r: &mut Reader) -> Questionnaire {
    for dimension in &mut q.dimensions {
        dimension.title = r.text();
    }
    for p in &mut q.practices {
        p.title = r.text();
    }
    q
}

/// Takes what [`quick`] wrote.
pub(super) fn take_quick(q: Questionnaire, r: &mut Reader) -> Questionnaire {
    take_asked(q, r, true)
}

/// Takes what [`others`] wrote, after [`quick`].
pub(super) fn take_others(q: Questionnaire, r: &mut Reader) -> Questionnaire {
    take_asked(q, r, false)
}

fn take_asked(mut q: Questionnaire, r: &mut Reader, quick: bool) -> Questionnaire {
    for p in q.practices.iter_mut().filter(|p| p.quick == quick) {
        (p.question, p.why) = (r.text(), r.text());
        p.levels.fill_with(|| r.text());
        p.how_to_tell = r.text();
        p.contexts = r.list(|r| Context {
            setting: *r.one_of(&Setting::ALL),
            text: r.text(),
        });
        p.terms = r.list(Reader::id);
    }
    let terms = r.list(|r| {
        let (at, id) = (usize::from(r.count()), r.id());
        let (title, text) = (r.text(), r.text());
        (at, Term { id, title, text })
    });
    // Each where it stands among all of them, as far as those are here.
    for (at, term) in terms {
        q.terms.insert(at.min(q.terms.len()), term);
    }
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

/// Takes what [`advice`] wrote.
pub(super) fn take_advice(mut q: Questionnaire, r: &mut Reader) -> Questionnaire {
    for p in &mut q.practices {
        p.steps.fill_with(|| r.text());
        p.covers = r.texts();
    }
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

/// Takes what [`rest`] wrote.
pub(super) fn take_rest(mut q: Questionnaire, r: &mut Reader) -> Questionnaire {
    for discipline in &mut q.disciplines {
        discipline.goal = r.text();
    }
    for dimension in &mut q.dimensions {
        dimension.covers = r.texts();
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
