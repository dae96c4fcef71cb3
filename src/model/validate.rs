//! The one validator, for the built-in catalogue at build time and for every import.

mod questionnaire;

pub use questionnaire::{questionnaire, uncovered};

use super::decimal::write;
use super::maxima::TIMES;
use super::text::cut;
use super::version::numbers;
use super::{Answer, Assessment, Questionnaire};
use std::fmt;

pub use super::maxima::{
    MAX_ACTIONS, MAX_ASKED, MAX_BALLOTS, MAX_EVIDENCE, MAX_HANDS, MAX_LINE, MAX_NAME, MAX_NOTE,
    MAX_SNAPSHOTS, MAX_TEXT, MAX_UNKNOWN, MAX_WORKSHOPS,
};

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
    fit(questionnaire, assessment, true)
}

/// The same for one that may answer another version: what only that version asks is no problem. It
/// is kept, and counts nowhere.
#[must_use]
pub fn of_any_version(questionnaire: &Questionnaire, assessment: &Assessment) -> Vec<Problem> {
    let version = &assessment.questionnaire.version;
    let is_other = *version != questionnaire.version && numbers(version).is_some();
    let is_strict = !is_other && assessment.moved.is_none();
    fit(questionnaire, assessment, is_strict)
}

fn fit(q: &Questionnaire, assessment: &Assessment, is_strict: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
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
    if is_long(assessment.team(), MAX_NAME) {
        problems.push(Problem::new(
            "team",
            format!("the name is longer than {MAX_NAME} characters"),
        ));
    }
    ids(q, assessment, is_strict, &mut problems);
    texts(assessment, &mut problems);
    state("", assessment, &mut problems);
    actions(q, assessment, is_strict, &mut problems);
    snapshots(q, assessment, &mut problems);
    workshops(assessment, &mut problems);
    measurements(q, assessment, is_strict, &mut problems);
    if unknown(assessment) > MAX_UNKNOWN {
        problems.push(Problem::new(
            "",
            format!(
                "the parts that this Plumbline does not know have more than {MAX_UNKNOWN} bytes"
            ),
        ));
    }
    problems
}

fn is_long(text: &str, most: usize) -> bool {
    text.chars().count() > most
}

fn too_long(most: usize) -> String {
    format!("the text is longer than {most} characters")
}

/// Disciplines and practices that the questionnaire does not have.
fn ids(q: &Questionnaire, a: &Assessment, is_strict: bool, problems: &mut Vec<Problem>) {
    let scope = a.scope.value.iter().flat_map(|s| s.disciplines.keys());
    for id in scope.filter(|id| q.discipline(id).is_none()) {
        problems.push(Problem::new(
            "scope/disciplines",
            format!("there is no discipline “{id}”"),
        ));
    }
    let practices = (a.responses.keys().map(|id| ("responses", id)))
        .chain(a.notes.keys().map(|id| ("notes", id)))
        .chain(a.evidence.keys().map(|id| ("evidence", id)))
        .chain(a.targets.keys().map(|id| ("targets", id)));
    let unknown = practices.filter(|(_, id)| is_strict && q.practice(id).is_none());
    for (part, id) in unknown {
        problems.push(Problem::new(
            format!("{part}/{id}"),
            "there is no practice with this id",
        ));
    }
}

/// What goes with answers, and what is said of the team.
fn texts(a: &Assessment, problems: &mut Vec<Problem>) {
    for (id, note) in a.notes.iter() {
        let texts = note.versions().iter().filter_map(|v| v.text.as_deref());
        for _ in texts.filter(|text| is_long(text, MAX_NOTE)) {
            problems.push(Problem::new(format!("responses/{id}"), too_long(MAX_NOTE)));
        }
    }
    for (id, field) in a.evidence.iter() {
        let list = field.value.as_deref().unwrap_or_default();
        let mut parts = list.iter().flat_map(|e| [&e.title, &e.address, &e.date]);
        if list.len() > MAX_EVIDENCE || parts.any(|part| is_long(part, MAX_TEXT)) {
            let message = format!(
                "there are more than {MAX_EVIDENCE} pieces of evidence, or one is longer than {MAX_TEXT} characters"
            );
            problems.push(Problem::new(format!("responses/{id}/evidence"), message));
        }
    }
    for (fact, field) in a.about.iter() {
        if field.value.as_ref().is_some_and(|t| is_long(t, MAX_LINE)) {
            let path = format!("about/{}", fact.id());
            problems.push(Problem::new(path, too_long(MAX_LINE)));
        }
    }
}

/// What a snapshot has as well: which version was answered, reasons, periods.
fn state(at: &str, a: &Assessment, problems: &mut Vec<Problem>) {
    if is_long(&a.questionnaire.version, MAX_LINE) {
        let path = format!("{at}questionnaire/version");
        problems.push(Problem::new(path, too_long(MAX_LINE)));
    }
    for (id, field) in a.responses.iter() {
        if let Some(Answer::NotApplicable(reason)) = &field.value
            && is_long(reason, MAX_TEXT)
        {
            problems.push(Problem::new(
                format!("{at}responses/{id}"),
                too_long(MAX_TEXT),
            ));
        }
    }
    for (id, field) in a.measurements.iter() {
        let period = field.value.as_ref().and_then(|m| m.period.as_ref());
        if period.is_some_and(|period| is_long(period, MAX_TEXT)) {
            problems.push(Problem::new(
                format!("{at}measurements/{id}/period"),
                too_long(MAX_TEXT),
            ));
        }
    }
}

fn actions(q: &Questionnaire, a: &Assessment, is_strict: bool, problems: &mut Vec<Problem>) {
    if a.actions.len() > MAX_ACTIONS * TIMES {
        let message = format!("there are more than {} actions", MAX_ACTIONS * TIMES);
        problems.push(Problem::new("actions", message));
    }
    for (id, action) in a.actions() {
        let path = format!("actions/{id}");
        let texts = [&action.what, &action.owner, &action.due];
        let moved = action.moves.as_ref().map(|(practice, _)| practice);
        if texts.iter().any(|text| is_long(text, MAX_LINE)) {
            let message = format!("a text is longer than {MAX_LINE} characters");
            problems.push(Problem::new(path, message));
        } else if moved.is_some_and(|id| is_strict && q.practice(id).is_none()) {
            problems.push(Problem::new(path, "there is no practice with this id"));
        }
    }
}

fn snapshots(q: &Questionnaire, a: &Assessment, problems: &mut Vec<Problem>) {
    if a.snapshots.len() > MAX_SNAPSHOTS * TIMES {
        let message = format!("there are more than {} snapshots", MAX_SNAPSHOTS * TIMES);
        problems.push(Problem::new("snapshots", message));
    }
    for (id, snapshot) in a.snapshots() {
        let path = format!("snapshots/{id}");
        if [&snapshot.name, &snapshot.taken].map(|t| is_long(t, MAX_NAME)) != [false; 2] {
            let message = format!("the name is longer than {MAX_NAME} characters");
            problems.push(Problem::new(path, message));
        } else if snapshot.state.questionnaire.id != q.id {
            problems.push(Problem::new(path, "it answers another questionnaire"));
        } else {
            state(&format!("{path}/"), &snapshot.state, problems);
        }
    }
}

fn measurements(q: &Questionnaire, a: &Assessment, is_strict: bool, problems: &mut Vec<Problem>) {
    for (id, field) in a.measurements.iter() {
        let path = format!("measurements/{id}");
        match (q.metric(id), &field.value) {
            (None, _) if !is_strict => {}
            (None, _) => problems.push(Problem::new(path, "there is no metric with this id")),
            (Some(metric), Some(m)) if !metric.accepts(m.value) => {
                let [low, high] = metric.range.map(write);
                let (value, unit) = (write(m.value), &metric.unit);
                let message = format!("{value} is outside the range {low} to {high} {unit}");
                problems.push(Problem::new(path, message));
            }
            _ => {}
        }
    }
}

/// How many bytes there are of what this version does not know.
fn unknown(a: &Assessment) -> usize {
    let own = a.unknown.iter();
    let own = own.map(|(keys, text)| keys.iter().map(String::len).sum::<usize>() + text.len());
    let actions = a.actions().map(|(_, action)| action.unknown.len());
    let evidence = a.evidence.values().flat_map(|f| f.value.iter().flatten());
    let evidence = evidence.map(|piece| piece.unknown.len());
    let snapshots = a.snapshots().into_iter();
    let snapshots = snapshots.map(|(_, snapshot)| unknown(&snapshot.state));
    own.chain(actions).chain(evidence).chain(snapshots).sum()
}

/// Practices of workshops may be of another version of the questionnaire, as answers may.
fn workshops(assessment: &Assessment, problems: &mut Vec<Problem>) {
    let mut say = |path: String, message: &str| problems.push(Problem::new(path, message));
    if assessment.workshops.len() > MAX_WORKSHOPS * TIMES
        || assessment.ballots.len() > MAX_BALLOTS * TIMES
    {
        say("workshops".to_owned(), "there are too many of them");
    }
    for (id, w) in assessment.workshops() {
        let mut lines = [&w.title, &w.began].into_iter().chain(&w.names);
        let is_many = w.practices.len() > MAX_ASKED || w.names.len() > MAX_BALLOTS;
        if is_many || lines.any(|line| is_long(line, MAX_NAME)) {
            say(format!("workshops/{id}"), "a text or a list is too long");
        }
    }
    for (key, field) in assessment.ballots.iter() {
        let cast = field.value.clone().unwrap_or_default();
        if is_long(&cast.name, MAX_NAME) || is_long(&cast.code, MAX_TEXT) {
            say(format!("ballots/{key}"), "a text is too long");
        }
    }
    for (key, field) in assessment.outcomes.iter() {
        let outcome = field.value.clone().unwrap_or_default();
        let c = &outcome.counts;
        let mut all = c.levels.iter().chain([&c.dont_know, &c.not_applicable]);
        if is_long(&outcome.dissent, MAX_TEXT) || all.any(|n| *n > MAX_HANDS * 2) {
            say(
                format!("outcomes/{key}"),
                "a text is too long, or a count too large",
            );
        }
    }
}

fn clip(text: &str) -> String {
    cut(text, 40).to_owned()
}

impl super::Metric {
    /// Whether `value` lies in the range, ends included.
    #[must_use]
    pub fn accepts(&self, value: f64) -> bool {
        let [low, high] = self.range;
        value >= low && value <= high
    }
}

impl std::error::Error for Problem {}
