//! The one validator, for the built-in catalogue at build time and for every import.

use super::decimal::write;
use super::{Answer, Assessment, Better, Questionnaire, Scale};
use std::collections::BTreeSet;
use std::fmt;

/// The longest text accepted in one field, in characters.
pub const MAX_TEXT: usize = 4_000;
/// The longest team name accepted, in characters.
pub const MAX_NAME: usize = 80;

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, e.g. `responses/slo-targets`.
    pub path: String,
    /// What, in words fit for a user.
    pub message: String,
}

impl Problem {
    /// A problem at `path`.
    pub fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            message: message.into(),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            f.write_str(&self.message)
        } else {
            write!(f, "{}: {}", self.path, self.message)
        }
    }
}

/// Everything wrong with `assessment` as an answer to `questionnaire`; nothing when it fits.
#[must_use]
pub fn assessment(questionnaire: &Questionnaire, assessment: &Assessment) -> Vec<Problem> {
    let mut problems = Vec::new();
    let q = questionnaire;
    if assessment.questionnaire.id != q.id {
        problems.push(Problem::new(
            "questionnaire",
            format!(
                "the file answers the questionnaire “{}”, and this Plumbline has “{}”",
                clip(&assessment.questionnaire.id),
                q.id
            ),
        ));
        return problems;
    }
    if assessment.team().chars().count() > MAX_NAME {
        problems.push(Problem::new(
            "team",
            format!("the name is longer than {MAX_NAME} characters"),
        ));
    }
    if let Some(scope) = &assessment.scope.value {
        for id in scope
            .disciplines
            .keys()
            .filter(|id| q.discipline(id).is_none())
        {
            problems.push(Problem::new(
                "scope/disciplines",
                format!("there is no discipline “{id}”"),
            ));
        }
    }
    let practices = (assessment.responses.keys().map(|id| ("responses", id)))
        .chain(assessment.notes.keys().map(|id| ("notes", id)))
        .chain(assessment.evidence.keys().map(|id| ("evidence", id)))
        .chain(assessment.targets.keys().map(|id| ("targets", id)));
    for (part, id) in practices.filter(|(_, id)| q.practice(id).is_none()) {
        problems.push(Problem::new(
            format!("{part}/{id}"),
            "there is no practice with this id",
        ));
    }
    let texts = (assessment
        .notes
        .iter()
        .filter_map(|(id, f)| Some((id, f.value.as_ref()?))))
    .chain(
        assessment
            .responses
            .iter()
            .filter_map(|(id, f)| match f.value.as_ref()? {
                Answer::NotApplicable(reason) => Some((id, reason)),
                _ => None,
            }),
    );
    for (id, _) in texts.filter(|(_, text)| text.chars().count() > MAX_TEXT) {
        let message = format!("the text is longer than {MAX_TEXT} characters");
        problems.push(Problem::new(format!("responses/{id}"), message));
    }
    for (id, field) in assessment.measurements.iter() {
        let path = format!("measurements/{id}");
        match (q.metric(id), &field.value) {
            (None, _) => problems.push(Problem::new(path, "there is no metric with this id")),
            (Some(metric), Some(m)) if !metric.accepts(m.value) => {
                let [low, high] = metric.range;
                problems.push(Problem::new(
                    path,
                    format!(
                        "{} is outside the range {} to {} {}",
                        write(m.value),
                        write(low),
                        write(high),
                        metric.unit
                    ),
                ));
            }
            _ => {}
        }
    }
    problems
}

fn clip(text: &str) -> String {
    text.chars().take(40).collect()
}

impl super::Metric {
    /// Whether `value` lies in the range, ends included.
    #[must_use]
    pub fn accepts(&self, value: f64) -> bool {
        let [low, high] = self.range;
        value >= low && value <= high
    }
}

/// Everything wrong with a questionnaire; nothing when it can be used.
#[must_use]
pub fn questionnaire(q: &Questionnaire) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut say = |path: String, message: &str| problems.push(Problem::new(path, message));
    let mut seen = BTreeSet::new();
    let ids = (q.disciplines.iter().map(|d| ("disciplines", d.id.as_str())))
        .chain(q.dimensions.iter().map(|d| ("dimensions", d.id.as_str())))
        .chain(q.practices.iter().map(|p| ("practices", p.id.as_str())))
        .chain(q.metrics.iter().map(|m| ("metrics", m.id.as_str())));
    for (part, id) in ids {
        if !seen.insert((part, id)) {
            say(format!("{part}/{id}"), "this id is used twice");
        }
    }
    for d in &q.disciplines {
        let path = format!("disciplines/{}", d.id);
        if !positive(d.weight) {
            say(path.clone(), "the weight must be a number above 0");
        }
        if !q.dimensions.iter().any(|x| x.discipline == d.id) {
            say(path, "the discipline has no dimension");
        }
    }
    for d in &q.dimensions {
        let path = format!("dimensions/{}", d.id);
        if q.discipline(&d.discipline).is_none() {
            say(path.clone(), "its discipline does not exist");
        }
        if !positive(d.weight) {
            say(path.clone(), "the weight must be a number above 0");
        }
        if !q.practices.iter().any(|p| p.dimension == d.id) {
            say(path, "the dimension has no practice");
        }
    }
    for p in &q.practices {
        let path = format!("practices/{}", p.id);
        if q.dimension(&p.dimension).is_none() {
            say(path.clone(), "its dimension does not exist");
        }
        if !positive(p.weight) {
            say(path.clone(), "the weight must be a number above 0");
        }
        if p.requires.iter().any(|r| q.practice(r).is_none()) {
            say(path.clone(), "a practice that it requires does not exist");
        }
        if requires_itself(q, p) {
            say(
                path.clone(),
                "it requires itself, directly or by way of others",
            );
        }
        let words = [&p.title, &p.question, &p.why, &p.how_to_tell];
        if words
            .into_iter()
            .chain(&p.levels)
            .chain(&p.steps)
            .any(|t| t.trim().is_empty())
        {
            say(path.clone(), "a text is empty");
        }
        if p.sources.is_empty() || !p.sources.iter().all(|s| s.url.starts_with("https://")) {
            say(path, "it needs at least one source, with an https address");
        }
    }
    for m in &q.metrics {
        let path = format!("metrics/{}", m.id);
        if q.discipline(&m.discipline).is_none() {
            say(path.clone(), "its discipline does not exist");
        }
        let [low, high] = m.range;
        if !(low.is_finite() && high.is_finite() && low < high) {
            say(
                path.clone(),
                "the range must be two numbers, the lower first",
            );
        }
        let ordered = m.cuts.windows(2).all(|w| match (w, m.better) {
            ([a, b], Better::Higher) => a < b,
            ([a, b], Better::Lower) => a > b,
            _ => false,
        });
        if !ordered || !m.cuts.iter().all(|&c| m.accepts(c)) {
            say(
                path.clone(),
                "the cuts must run from worst to best inside the range",
            );
        }
        if m.scale == Scale::Log && m.cuts.iter().any(|&c| c <= 0.0) {
            say(path.clone(), "a log scale needs cuts above 0");
        }
        if m.sources.is_empty() || m.basis.trim().is_empty() {
            say(path, "it needs a source and the basis of its bands");
        }
    }
    problems
}

fn positive(weight: f64) -> bool {
    weight.is_finite() && weight > 0.0
}

fn requires_itself(q: &Questionnaire, start: &super::Practice) -> bool {
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
