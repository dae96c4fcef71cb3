//! The one validator, for the built-in catalogue at build time and for every import.

mod questionnaire;

pub use questionnaire::{questionnaire, uncovered};

use super::decimal::write;
use super::text::cut;
use super::version::numbers;
use super::{Answer, Assessment, PracticeId, Questionnaire};
use std::fmt;

/// The longest text accepted in one field, in characters.
pub const MAX_TEXT: usize = 4_000;
/// The longest note kept, in characters. One may type [`MAX_TEXT`]; texts written at once add up.
pub const MAX_NOTE: usize = 4 * MAX_TEXT;
/// The longest team name accepted, in characters.
pub const MAX_NAME: usize = 80;
/// The longest line accepted, such as a reason, a title or a period, in characters.
pub const MAX_LINE: usize = 400;
/// The most actions accepted in one assessment, removed ones included.
pub const MAX_ACTIONS: usize = 1_000;
/// The most snapshots accepted in one assessment, removed ones included.
pub const MAX_SNAPSHOTS: usize = 100;
/// The most workshops accepted in one assessment, removed ones included.
pub const MAX_WORKSHOPS: usize = 100;
/// The most ballots of workshops that are not finished, removed ones included.
pub const MAX_BALLOTS: usize = 2_000;
/// The most hands counted for one choice.
pub const MAX_HANDS: u32 = 9_999;
/// The most pieces of evidence accepted for one practice.
pub const MAX_EVIDENCE: usize = 20;

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

fn fit(questionnaire: &Questionnaire, assessment: &Assessment, is_strict: bool) -> Vec<Problem> {
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
    let unknown = practices.filter(|(_, id)| is_strict && q.practice(id).is_none());
    for (part, id) in unknown {
        problems.push(Problem::new(
            format!("{part}/{id}"),
            "there is no practice with this id",
        ));
    }
    let mut bound = |id: &PracticeId, text: &str, most: usize| {
        if text.chars().count() > most {
            let message = format!("the text is longer than {most} characters");
            problems.push(Problem::new(format!("responses/{id}"), message));
        }
    };
    for (id, note) in assessment.notes.iter() {
        let texts = note.versions().iter().filter_map(|v| v.text.as_deref());
        texts.for_each(|text| bound(id, text, MAX_NOTE));
    }
    for (id, field) in assessment.responses.iter() {
        if let Some(Answer::NotApplicable(reason)) = &field.value {
            bound(id, reason, MAX_TEXT);
        }
    }
    for (id, field) in assessment.evidence.iter() {
        let list = field.value.as_deref().unwrap_or_default();
        let parts = list.iter().flat_map(|e| [&e.title, &e.address, &e.date]);
        let longest = parts.map(|part| part.chars().count()).max();
        if list.len() > MAX_EVIDENCE || longest > Some(MAX_TEXT) {
            let message = format!(
                "there are more than {MAX_EVIDENCE} pieces of evidence, or one is longer than {MAX_TEXT} characters"
            );
            problems.push(Problem::new(format!("responses/{id}/evidence"), message));
        }
    }
    if assessment.actions.len() > MAX_ACTIONS {
        let message = format!("there are more than {MAX_ACTIONS} actions");
        problems.push(Problem::new("actions", message));
    }
    for (id, action) in assessment.actions() {
        let path = format!("actions/{id}");
        let texts = [&action.what, &action.owner, &action.due];
        if texts.iter().any(|text| text.chars().count() > MAX_LINE) {
            let message = format!("a text is longer than {MAX_LINE} characters");
            problems.push(Problem::new(path, message));
        } else if action
            .moves
            .as_ref()
            .is_some_and(|(id, _)| is_strict && q.practice(id).is_none())
        {
            problems.push(Problem::new(path, "there is no practice with this id"));
        }
    }
    if assessment.snapshots.len() > MAX_SNAPSHOTS {
        let message = format!("there are more than {MAX_SNAPSHOTS} snapshots");
        problems.push(Problem::new("snapshots", message));
    }
    for (id, snapshot) in assessment.snapshots() {
        let path = format!("snapshots/{id}");
        if snapshot.name.chars().count() > MAX_NAME {
            let message = format!("the name is longer than {MAX_NAME} characters");
            problems.push(Problem::new(path, message));
        } else if snapshot.state.questionnaire.id != q.id {
            problems.push(Problem::new(path, "it answers another questionnaire"));
        }
    }
    for (fact, field) in assessment.about.iter() {
        let length = field.value.as_ref().map(|text| text.chars().count());
        if length > Some(MAX_LINE) {
            let message = format!("the text is longer than {MAX_LINE} characters");
            problems.push(Problem::new(format!("about/{}", fact.id()), message));
        }
    }
    workshops(assessment, &mut problems);
    for (id, field) in assessment.measurements.iter() {
        let path = format!("measurements/{id}");
        match (q.metric(id), &field.value) {
            (None, _) if !is_strict => {}
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

/// Practices of workshops may be of another version of the questionnaire, as answers may.
fn workshops(assessment: &Assessment, problems: &mut Vec<Problem>) {
    let long = |text: &str, most: usize| text.chars().count() > most;
    let mut say = |path: String, message: &str| problems.push(Problem::new(path, message));
    let most = MAX_WORKSHOPS * MAX_WORKSHOPS;
    if assessment.workshops.len() > MAX_WORKSHOPS
        || assessment.ballots.len() > MAX_BALLOTS
        || assessment.outcomes.len() > most
    {
        say("workshops".to_owned(), "there are too many of them");
    }
    for (id, w) in assessment.workshops() {
        let is_long = long(&w.title, MAX_NAME) || w.names.iter().any(|n| long(n, MAX_NAME));
        if is_long || w.practices.len() > most || w.names.len() > MAX_BALLOTS {
            say(format!("workshops/{id}"), "a text or a list is too long");
        }
    }
    for (key, field) in assessment.ballots.iter() {
        let cast = field.value.clone().unwrap_or_default();
        if long(&cast.name, MAX_NAME) || long(&cast.code, MAX_TEXT) {
            say(format!("ballots/{key}"), "a text is too long");
        }
    }
    for (key, field) in assessment.outcomes.iter() {
        let outcome = field.value.clone().unwrap_or_default();
        let c = &outcome.counts;
        let mut all = c.levels.iter().chain([&c.dont_know, &c.not_applicable]);
        if long(&outcome.dissent, MAX_TEXT) || all.any(|n| *n > MAX_HANDS * 2) {
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
