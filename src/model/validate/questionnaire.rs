//! Everything that can be wrong with a questionnaire. A path names table, id and field.

mod check;
mod published;

use crate::model::version::numbers;
use crate::model::{Better, Bound, Condition, Metric, Practice, Questionnaire, Rule, Scale};
use check::Check;
pub use check::{Gravity, Mistake};
use std::collections::BTreeSet;
use std::fmt::Display;

/// The units that the screen knows how to show.
pub const UNITS: [&str; 10] = [
    "%",
    "per week",
    "per shift",
    "h",
    "min",
    "days",
    "points",
    "people",
    "working h",
    "working days",
];

/// Everything wrong with a questionnaire, all at once; nothing when it can be used.
#[must_use]
pub fn questionnaire(q: &Questionnaire) -> Vec<Mistake> {
    let mut check = Check(Vec::new());
    check.ids(q);
    for d in &q.disciplines {
        let at = |field: &str| format!("discipline/{}/{field}", d.id);
        check.text(at("title"), &d.title, 40);
        check.text(at("goal"), &d.goal, 160);
        check.weight(at("weight"), d.weight);
        if !q.dimensions.iter().any(|x| x.discipline == d.id) {
            check.say(at("id"), "the discipline has no dimension");
        }
    }
    for d in &q.dimensions {
        let at = |field: &str| format!("dimension/{}/{field}", d.id);
        check.text(at("title"), &d.title, 48);
        check.weight(at("weight"), d.weight);
        check.covers(q, at("covers"), &d.covers);
        if q.discipline(&d.discipline).is_none() {
            check.say(at("discipline"), "there is no such discipline");
        }
        if !q.practices.iter().any(|p| p.dimension == d.id) {
            check.say(at("id"), "the dimension has no practice");
        }
    }
    for p in &q.practices {
        check.practice(q, p);
        for (field, version) in [("since", &p.since), ("changed", &p.changed)] {
            check.version(q, format!("practice/{}/{field}", p.id), version);
        }
    }
    for m in &q.metrics {
        check.metric(q, m);
        check.version(q, format!("metric/{}/changed", m.id), &m.changed);
    }
    check.former(q);
    for t in &q.terms {
        check.text(format!("term/{}/title", t.id), &t.title, 48);
        check.text(format!("term/{}/text", t.id), &t.text, 320);
        if !q.practices.iter().any(|p| p.terms.contains(&t.id)) {
            check.regret(format!("term/{}/id", t.id), "no practice uses this term");
        }
    }
    for (i, rule) in q.rules.iter().enumerate() {
        check.rule(q, rule, &q.rules[..i]);
    }
    for b in &q.balance {
        let at = |field: &str| format!("balance/{}/{field}", b.id);
        check.text(at("text"), &b.text, 320);
        for (field, id) in [("ahead", &b.ahead), ("behind", &b.behind)] {
            if q.discipline(id).is_none() {
                check.say(at(field), "there is no such discipline");
            }
        }
        if b.ahead == b.behind {
            check.say(at("behind"), "a discipline cannot run ahead of itself");
        }
    }
    published::check(&mut check, q);
    check.0
}

/// What the questionnaire promises to cover and neither a dimension with practices nor a practice
/// covers.
#[must_use]
pub fn uncovered(q: &Questionnaire) -> Vec<&str> {
    let of_dimensions = q.dimensions.iter().flat_map(|d| &d.covers);
    let covered: BTreeSet<_> = of_dimensions
        .chain(q.practices.iter().flat_map(|p| &p.covers))
        .collect();
    let promised = q.covers.iter().filter(|c| !covered.contains(&c.id));
    promised.map(|c| c.id.as_str()).collect()
}

impl Check {
    fn ids(&mut self, q: &Questionnaire) {
        fn all<'a, T>(
            table: &'static str,
            items: &'a [T],
            id: fn(&T) -> &str,
        ) -> impl Iterator<Item = (&'static str, &'a str)> {
            items.iter().map(move |item| (table, id(item)))
        }
        let ids = all("discipline", &q.disciplines, |x| x.id.as_str())
            .chain(all("dimension", &q.dimensions, |x| x.id.as_str()))
            .chain(all("practice", &q.practices, |x| x.id.as_str()))
            .chain(all("metric", &q.metrics, |x| x.id.as_str()))
            .chain(all("cover", &q.covers, |x| &x.id))
            .chain(all("term", &q.terms, |x| x.id.as_str()))
            .chain(all("rule", &q.rules, |x| x.id.as_str()))
            .chain(all("balance", &q.balance, |x| x.id.as_str()))
            .chain(all("benchmark", &q.published.benchmarks, |x| x.id.as_str()))
            .chain(all("industry", &q.published.industries, |x| x.id.as_str()))
            .chain(all("size", &q.published.sizes, |x| x.id.as_str()))
            .chain(all("answers", &q.published.answers, |x| x.id.as_str()))
            .chain(all("series", &q.published.series, |x| x.id.as_str()));
        let mut seen = BTreeSet::new();
        for (table, id) in ids {
            if !seen.insert((table, id)) {
                self.say(format!("{table}/{id}/id"), "this id is used twice");
            }
        }
    }

    fn version(&mut self, q: &Questionnaire, path: String, version: &str) {
        let given = numbers(version);
        let is_known = given.is_some() && given <= numbers(&q.version);
        if !version.is_empty() && !is_known {
            self.say(
                path,
                "should be this version, such as 1.2.0, or an earlier one",
            );
        }
    }

    /// What is no longer asked has gone, and what asks about the same is there.
    fn former(&mut self, q: &Questionnaire) {
        let is_asked = |id: &str| {
            q.practices.iter().any(|p| p.id.as_str() == id)
                || q.metrics.iter().any(|m| m.id.as_str() == id)
        };
        let mut seen = BTreeSet::new();
        for f in &q.former {
            let at = |field: &str| format!("former/{}/{field}", f.id);
            self.text(at("title"), &f.title, 48);
            if is_asked(&f.id) {
                self.say(at("id"), "this is still asked");
            }
            if !seen.insert(&f.id) {
                self.say(at("id"), "this is there twice");
            }
            for id in f.now.iter().filter(|id| !is_asked(id)) {
                self.say(at("now"), format!("there is no practice or metric {id}"));
            }
        }
    }

    fn covers(&mut self, q: &Questionnaire, path: String, covers: &[String]) {
        for id in covers
            .iter()
            .filter(|id| q.covers.iter().all(|c| c.id != **id))
        {
            self.say(
                path.clone(),
                format!("nothing named “{id}” is to be covered"),
            );
        }
    }

    fn practice(&mut self, q: &Questionnaire, p: &Practice) {
        let at = |field: &str| format!("practice/{}/{field}", p.id);
        self.text(at("title"), &p.title, 48);
        self.text(at("question"), &p.question, 140);
        self.text(at("why"), &p.why, 420);
        self.text(at("how_to_tell"), &p.how_to_tell, 320);
        for (i, step) in p.steps.iter().enumerate() {
            self.text(format!("{}/{}", at("steps"), i + 1), step, 200);
        }
        for (i, level) in p.levels.iter().enumerate() {
            let path = format!("{}/{}", at("levels"), i + 1);
            self.text(path.clone(), level, 240);
            if p.levels[..i].contains(level) {
                self.say(path, "the text is that of a lower level");
            } else if i > 0 && level.len() * 2 < p.levels[i - 1].len() {
                let message = "the text is less than half as long as that of the level below: does it say more?";
                self.regret(path, message);
            }
        }
        if q.dimension(&p.dimension).is_none() {
            self.say(at("dimension"), "there is no such dimension");
        }
        self.weight(at("weight"), p.weight);
        for id in p.requires.iter().filter(|id| q.practice(id).is_none()) {
            self.say(at("requires"), format!("there is no practice “{id}”"));
        }
        if requires_itself(q, p) {
            let message = "it requires itself, directly or by way of others";
            self.say(at("requires"), message);
        }
        self.once(at("requires"), &p.requires);
        for context in &p.contexts {
            self.text(at("contexts"), &context.text, 160);
        }
        let settings: Vec<_> = p.contexts.iter().map(|c| c.setting).collect();
        self.once(at("contexts"), &settings);
        self.once(at("terms"), &p.terms);
        self.once(at("covers"), &p.covers);
        for id in p.terms.iter().filter(|id| q.term(id).is_none()) {
            self.say(at("terms"), format!("there is no term “{id}”"));
        }
        self.covers(q, at("covers"), &p.covers);
        self.sources(at("sources"), &p.sources);
    }

    fn metric(&mut self, q: &Questionnaire, m: &Metric) {
        let at = |field: &str| format!("metric/{}/{field}", m.id);
        self.text(at("title"), &m.title, 48);
        self.text(at("question"), &m.question, 140);
        self.text(at("how"), &m.how, 420);
        self.text(at("basis"), &m.basis, 320);
        if q.discipline(&m.discipline).is_none() {
            self.say(at("discipline"), "there is no such discipline");
        }
        if !UNITS.contains(&m.unit.as_str()) {
            let message = format!("“{}” is none of the units {}", m.unit, UNITS.join(", "));
            self.say(at("unit"), message);
        }
        let [low, high] = m.range;
        if !(low.is_finite() && high.is_finite() && low < high) {
            self.say(at("range"), "it must be two numbers, the lower first");
        }
        let ordered = m.cuts.windows(2).all(|w| match (w, m.better) {
            ([a, b], Better::Higher) => a < b,
            ([a, b], Better::Lower) => a > b,
            _ => false,
        });
        if !ordered {
            let message = "bands overlap or are empty: cuts must run from worst to best";
            self.say(at("cuts"), message);
        }
        if !m.cuts.iter().all(|&c| m.accepts(c)) {
            self.say(
                at("cuts"),
                "a cut lies outside the range, so a band is empty",
            );
        }
        if m.scale == Scale::Log && m.cuts.iter().any(|&c| c <= 0.0) {
            self.say(at("cuts"), "a log scale needs cuts above 0");
        }
        self.sources(at("sources"), &m.sources);
    }

    fn rule(&mut self, q: &Questionnaire, rule: &Rule, earlier: &[Rule]) {
        let at = |field: &str| format!("rule/{}/{field}", rule.id);
        self.text(at("question"), &rule.question, 320);
        if rule.when.len() < 2 {
            let message = "one thing alone contradicts nothing: it needs two conditions";
            self.say(at("when"), message);
        }
        if earlier.iter().any(|r| r.when == rule.when) {
            self.say(at("when"), "an earlier rule asks for the same");
        }
        for (i, condition) in rule.when.iter().enumerate() {
            let (known, what): (bool, &dyn Display) = match condition {
                Condition::Practice { practice, .. } => (q.practice(practice).is_some(), practice),
                Condition::Metric { metric, bound } => {
                    let found = q.metric(metric);
                    let (Bound::AtLeast(value) | Bound::AtMost(value)) = *bound;
                    if found.is_some_and(|m| !m.accepts(value)) {
                        let message = format!("“{metric}” never has that value");
                        self.say(at("when"), message);
                    }
                    (found.is_some(), metric)
                }
            };
            if !known {
                self.say(at("when"), format!("there is no “{what}”"));
            }
            if rule.when[..i].iter().any(|other| exclude(other, condition)) {
                let message = format!("the conditions on “{what}” exclude each other");
                self.say(at("when"), message);
            }
        }
    }
}

/// Whether two conditions can never hold together.
fn exclude(a: &Condition, b: &Condition) -> bool {
    fn apart<T: PartialOrd>(a: &Bound<T>, b: &Bound<T>) -> bool {
        match (a, b) {
            (Bound::AtLeast(low), Bound::AtMost(high))
            | (Bound::AtMost(high), Bound::AtLeast(low)) => low > high,
            _ => false,
        }
    }
    match (a, b) {
        (
            Condition::Practice { practice, bound },
            Condition::Practice {
                practice: other,
                bound: second,
            },
        ) => practice == other && apart(bound, second),
        (
            Condition::Metric { metric, bound },
            Condition::Metric {
                metric: other,
                bound: second,
            },
        ) => metric == other && apart(bound, second),
        _ => false,
    }
}

fn requires_itself(q: &Questionnaire, start: &Practice) -> bool {
    let mut seen = BTreeSet::new();
    let mut open: Vec<_> = start.requires.iter().collect();
    while let Some(id) = open.pop() {
        if *id == start.id {
            return true;
        }
        if seen.insert(id) {
            open.extend(q.practice(id).into_iter().flat_map(|p| &p.requires));
        }
    }
    false
}
