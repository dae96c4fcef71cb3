//! The one validator, for the built-in catalogue at build time and for every import.

mod problem;
mod questionnaire;

pub use problem::{Fault, Problem, Shape};
pub use questionnaire::{Gravity, Mistake, questionnaire, uncovered};

use super::maxima::TIMES;
use super::text::cut;
use super::version::numbers;
use super::{Answer, Assessment, Limit, Origin, Questionnaire};

pub use super::maxima::{
    MAX_ACTIONS, MAX_ASKED, MAX_BALLOTS, MAX_COMMENT, MAX_EVIDENCE, MAX_FILES, MAX_HANDS, MAX_LINE,
    MAX_NAME, MAX_NOTE, MAX_SNAPSHOTS, MAX_TEXT, MAX_UNKNOWN, MAX_WORKSHOPS,
};

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
            Fault::OtherQuestionnaire {
                theirs: clip(&assessment.questionnaire.id),
                ours: q.id.clone(),
            },
        ));
        return problems;
    }
    if is_long(assessment.team(), MAX_NAME) {
        problems.push(Problem::new("team", Fault::LongName(MAX_NAME)));
    }
    ids(q, assessment, is_strict, &mut problems);
    texts(assessment, &mut problems);
    state("", assessment, &mut problems);
    actions(q, assessment, is_strict, &mut problems);
    snapshots(q, assessment, &mut problems);
    workshops(assessment, &mut problems);
    measurements(q, assessment, is_strict, &mut problems);
    if unknown(assessment) > MAX_UNKNOWN {
        problems.push(Problem::new("", Fault::Unknown));
    }
    problems
}

fn is_long(text: &str, most: usize) -> bool {
    text.chars().count() > most
}

/// Disciplines and practices that the questionnaire does not have.
fn ids(q: &Questionnaire, a: &Assessment, is_strict: bool, problems: &mut Vec<Problem>) {
    let scope = a.scope.value.iter().flat_map(|s| s.disciplines.keys());
    for id in scope.filter(|id| q.discipline(id).is_none()) {
        problems.push(Problem::new(
            "scope/disciplines",
            Fault::NoDiscipline(id.to_string()),
        ));
    }
    let practices = (a.responses.keys().map(|id| ("responses", id)))
        .chain(a.notes.keys().map(|id| ("notes", id)))
        .chain(a.evidence.keys().map(|id| ("evidence", id)))
        .chain(a.targets.keys().map(|id| ("targets", id)));
    let unknown = practices.filter(|(_, id)| is_strict && q.practice(id).is_none());
    for (part, id) in unknown {
        problems.push(Problem::new(format!("{part}/{id}"), Fault::NoPractice));
    }
}

/// What goes with answers, and what is said of the team.
fn texts(a: &Assessment, problems: &mut Vec<Problem>) {
    for (id, note) in a.notes.iter() {
        let texts = note.versions().iter().filter_map(|v| v.text.as_deref());
        for _ in texts.filter(|text| is_long(text, MAX_NOTE)) {
            problems.push(Problem::new(
                format!("responses/{id}"),
                Fault::LongText(MAX_NOTE),
            ));
        }
    }
    for (id, field) in a.evidence.iter() {
        let list = field.value.as_deref().unwrap_or_default();
        let mut parts = list.iter().flat_map(|e| [&e.title, &e.address, &e.date]);
        if list.len() > MAX_EVIDENCE || parts.any(|part| is_long(part, MAX_TEXT)) {
            let path = format!("responses/{id}/evidence");
            problems.push(Problem::new(path, Fault::Evidence));
        }
    }
    for (fact, field) in a.about.iter() {
        // What people wrote at a time when less was kept of it is still theirs.
        let most = fact.most().max(MAX_LINE);
        if field.value.as_ref().is_some_and(|t| is_long(t, most)) {
            let path = format!("about/{}", fact.id());
            problems.push(Problem::new(path, Fault::LongText(most)));
        }
    }
}

/// What a snapshot has as well: which version was answered, reasons, periods.
fn state(at: &str, a: &Assessment, problems: &mut Vec<Problem>) {
    if is_long(&a.questionnaire.version, MAX_LINE) {
        let path = format!("{at}questionnaire/version");
        problems.push(Problem::new(path, Fault::LongText(MAX_LINE)));
    }
    for (id, field) in a.responses.iter() {
        if let Some(Answer::NotApplicable(reason)) = &field.value
            && is_long(reason, MAX_TEXT)
        {
            problems.push(Problem::new(
                format!("{at}responses/{id}"),
                Fault::LongText(MAX_TEXT),
            ));
        }
    }
    for (id, field) in a.measurements.iter() {
        let Some(measurement) = &field.value else {
            continue;
        };
        if let Some(period) = &measurement.period
            && is_long(period, MAX_TEXT)
        {
            let path = format!("{at}measurements/{id}/period");
            problems.push(Problem::new(path, Fault::LongText(MAX_TEXT)));
        }
        if let Origin::Files(basis) = &measurement.origin {
            let texts = [&basis.columns, &basis.rule, &basis.begins, &basis.ends];
            let mut texts = texts.into_iter().chain(&basis.files);
            if texts.any(|text| is_long(text, MAX_TEXT)) {
                let path = format!("{at}measurements/{id}/from");
                problems.push(Problem::new(path, Fault::LongText(MAX_TEXT)));
            }
        }
    }
}

fn actions(q: &Questionnaire, a: &Assessment, is_strict: bool, problems: &mut Vec<Problem>) {
    if a.actions.len() > MAX_ACTIONS * TIMES {
        let fault = Fault::TooMany(Limit::Actions, MAX_ACTIONS * TIMES);
        problems.push(Problem::new("actions", fault));
    }
    for (id, action) in a.actions() {
        let path = format!("actions/{id}");
        let texts = [&action.what, &action.owner, &action.due];
        let moved = action.moves.as_ref().map(|(practice, _)| practice);
        if texts.iter().any(|text| is_long(text, MAX_LINE)) {
            problems.push(Problem::new(path, Fault::LongText(MAX_LINE)));
        } else if moved.is_some_and(|id| is_strict && q.practice(id).is_none()) {
            problems.push(Problem::new(path, Fault::NoPractice));
        }
    }
}

fn snapshots(q: &Questionnaire, a: &Assessment, problems: &mut Vec<Problem>) {
    if a.snapshots.len() > MAX_SNAPSHOTS * TIMES {
        let fault = Fault::TooMany(Limit::Snapshots, MAX_SNAPSHOTS * TIMES);
        problems.push(Problem::new("snapshots", fault));
    }
    for (id, snapshot) in a.snapshots() {
        let path = format!("snapshots/{id}");
        if [&snapshot.name, &snapshot.taken].map(|t| is_long(t, MAX_NAME)) != [false; 2] {
            problems.push(Problem::new(path, Fault::LongName(MAX_NAME)));
        } else if snapshot.state.questionnaire.id != q.id {
            problems.push(Problem::new(path, Fault::OtherThanItself));
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
            (None, _) => problems.push(Problem::new(path, Fault::NoMetric)),
            (Some(metric), Some(m)) if !metric.accepts(m.value) => {
                let fault = Fault::OutOfRange {
                    value: m.value,
                    range: metric.range,
                    unit: metric.unit.clone(),
                };
                problems.push(Problem::new(path, fault));
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
    let mut say = |path: String, fault| problems.push(Problem::new(path, fault));
    if assessment.workshops.len() > MAX_WORKSHOPS * TIMES
        || assessment.ballots.len() > MAX_BALLOTS * TIMES
    {
        let fault = Fault::TooMany(Limit::Workshops, MAX_WORKSHOPS * TIMES);
        say("workshops".to_owned(), fault);
    }
    for (id, w) in assessment.workshops() {
        let mut lines = [&w.title, &w.began].into_iter().chain(&w.names);
        let is_many = w.practices.len() > MAX_ASKED || w.names.len() > MAX_BALLOTS;
        if is_many || lines.any(|line| is_long(line, MAX_NAME)) {
            say(format!("workshops/{id}"), Fault::Workshop);
        }
    }
    for (key, field) in assessment.ballots.iter() {
        let cast = field.value.clone().unwrap_or_default();
        let mut comments = cast.comments.iter().map(|(_, comment)| comment);
        let is_wordy = cast.comments.len() > MAX_ASKED || comments.any(|c| is_long(c, MAX_COMMENT));
        if is_wordy || is_long(&cast.name, MAX_NAME) || is_long(&cast.code, MAX_TEXT) {
            say(format!("ballots/{key}"), Fault::LongText(MAX_NAME));
        }
    }
    for (key, field) in assessment.outcomes.iter() {
        let outcome = field.value.clone().unwrap_or_default();
        let mut all = outcome.first.into_iter().chain(outcome.counts.each());
        let mut comments = outcome.comments.iter();
        let is_wordy =
            outcome.comments.len() > MAX_BALLOTS || comments.any(|c| is_long(c, MAX_COMMENT));
        if is_wordy || is_long(&outcome.dissent, MAX_TEXT) || all.any(|n| n > MAX_HANDS * 2) {
            say(format!("outcomes/{key}"), Fault::Outcome);
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
