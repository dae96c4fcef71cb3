//! The filled-in sample: as compact text, and as assessments. `catalog/sample.toml` says what is in
//! it.

use super::lines::{Reader, Writer};
use super::sample_file::{Held, Piece, Round, SampleFile, Task, Team};
use crate::model::{
    Action, ActionState, Answer, Assessment, AssessmentId, Carries, Counts, Day, Evidence, Fact,
    Field, Horizon, Level, Measurement, MetricId, Note, Origin, Outcome, Phase, PracticeId,
    Questionnaire, QuestionnaireRef, Role, Settled, Snapshot, Within, Workshop, WorkshopId,
};
use std::collections::BTreeMap;

/// The ids of the sample's teams; the first is the one that is shown first.
pub const SAMPLES: [&str; 3] = ["sample", "sample-identity", "sample-returns"];

/// Whether an assessment is of the sample: made up, and never counted among somebody's own.
#[must_use]
#[inline(never)]
pub fn is_sample(id: &AssessmentId) -> bool {
    SAMPLES.contains(&id.as_str())
}

/// The sample as compact text. `None` when an answer, a fact, a role or a state is none, a team is
/// none of [`SAMPLES`], or a text spans lines. Ids are checked by the validator once it is read again.
#[must_use]
pub fn encode(sample: &SampleFile, q: &Questionnaire) -> Option<String> {
    let ids: Vec<_> = sample.team.iter().map(|team| team.id.as_str()).collect();
    if ids != SAMPLES {
        return None;
    }
    let mut w = Writer::default();
    for team in &sample.team {
        put_team(&mut w, team, q)?;
    }
    w.finish()
}

/// The answers in one line, a letter for each practice in the questionnaire's order; the rest by id.
fn put_team(w: &mut Writer, team: &Team, q: &Questionnaire) -> Option<()> {
    w.put(&team.name).put(&letters(&team.answers, q)?);
    let is_fact = |id: &String| Fact::ALL.iter().any(|fact| fact.id() == id);
    if !team.facts.keys().all(is_fact) {
        return None;
    }
    for texts in [&team.facts, &team.not_applicable, &team.notes] {
        let texts: Vec<_> = texts.iter().collect();
        w.list(&texts, |w, (id, text)| w.put(id).line(text));
    }
    let evidence: Vec<_> = team.evidence.iter().collect();
    w.list(
        &evidence,
        |w,
         (
            id,
            Piece {
                title,
                address,
                days,
            },
        )| {
            w.put(id).put(title).put(address).line(days);
        },
    );
    let targets: Vec<_> = team.targets.iter().collect();
    w.list(&targets, |w, (id, level)| w.put(id).line(level));
    numbers(w, &team.measurements);
    w.put(&team.round.len());
    for Round {
        quarters_ago,
        answers,
        measurements,
    } in &team.round
    {
        w.put(quarters_ago).put(&letters(answers, q)?);
        numbers(w, measurements);
    }
    w.put(&team.action.len());
    for task in &team.action {
        put_action(w, task)?;
    }
    w.put(&team.workshop.iter().len());
    team.workshop
        .iter()
        .try_for_each(|held| put_workshop(w, held))
}

fn letters(answers: &BTreeMap<String, String>, q: &Questionnaire) -> Option<String> {
    let letter = |id: &PracticeId| match answers.get(id.as_str()).map(String::as_str) {
        None => Some('-'),
        Some("1-2") => Some('a'),
        Some("2-3") => Some('b'),
        Some("3-4") => Some('c'),
        Some("4-5") => Some('d'),
        Some("?") => Some('?'),
        Some("1" | "2" | "3" | "4" | "5") => answers.get(id.as_str())?.chars().next(),
        Some(_) => None,
    };
    let letters: Option<String> = q.practices.iter().map(|p| letter(&p.id)).collect();
    let is_asked = |id: &String| q.practices.iter().any(|p| p.id.as_str() == id.as_str());
    letters.filter(|_| answers.keys().all(is_asked))
}

fn numbers(w: &mut Writer, measurements: &BTreeMap<String, f64>) {
    let measurements: Vec<_> = measurements.iter().collect();
    w.list(&measurements, |w, (id, value)| w.put(id).line(value));
}

fn put_action(w: &mut Writer, task: &Task) -> Option<()> {
    let state = ActionState::ALL.iter().position(|s| s.id() == task.state)?;
    let horizon = Horizon::ALL.iter().position(|h| h.id() == task.horizon)?;
    w.put(&task.what).put(&task.owner).put(&task.due);
    w.put(&state).put(&horizon);
    w.put(&task.practice).line(&task.level);
    Some(())
}

fn put_workshop(w: &mut Writer, held: &Held) -> Option<()> {
    w.put(&held.title).put(&held.days).put(&held.people);
    w.put(&held.minutes).put(&held.each);
    w.put(&held.practice.len());
    for said in &held.practice {
        w.put(&said.id);
        for count in said.levels.iter().chain([&said.dont_know]) {
            w.put(count);
        }
        w.put(&said.dissent);
        let gap = [&said.low, &said.high].into_iter().flatten();
        let gap = gap.map(|(role, level)| {
            let role = Role::ALL.iter().position(|r| r.id() == role)?;
            Some((role, *level))
        });
        let gap: Vec<_> = gap.collect::<Option<_>>()?;
        w.list(&gap, |w, (role, level)| w.put(role).line(level));
    }
    Some(())
}

/// Reads what [`encode`] wrote, as it stands on a day, `2026-11-23`: the last round was in the quarter
/// before it, and what is to be done is due after it.
///
/// # Panics
/// On anything else; the build script proves that the built-in text can be read.
#[must_use]
pub fn decode(text: &str, q: &Questionnaire, today: &str) -> Vec<Assessment> {
    let today = Day::parse(today).unwrap_or_default();
    let mut r = Reader::new(text);
    SAMPLES
        .iter()
        .map(|id| team(&mut r, id, q, today))
        .collect()
}

fn team(r: &mut Reader, id: &str, q: &Questionnaire, today: Day) -> Assessment {
    let mut team = Assessment::empty(r.own(id), QuestionnaireRef::of(q));
    team.team = field(r.text());
    take_letters(r, &mut team, q);
    for (id, text) in r.list(|r| (r.line(), r.text())) {
        let fact = Fact::ALL.into_iter().find(|fact| fact.id() == id);
        if let Some(fact) = fact {
            team.about.put(fact, field(text));
        }
    }
    for (id, reason) in r.list(texts) {
        let answer = Answer::NotApplicable(reason);
        team.responses.put(id, field(answer));
    }
    for (id, note) in r.list(texts) {
        team.notes.put(id, Note::unstamped(Some(note)));
    }
    for (id, piece) in r.list(|r| (r.id(), piece(r, today))) {
        team.evidence.put(id, field(vec![piece]));
    }
    for (id, level) in r.list(|r| (r.id::<PracticeId>(), r.level())) {
        team.targets.put(id, field(level));
    }
    take_numbers(r, &mut team, today, 0);
    take_rounds(r, &mut team, q, today);
    for at in 1..=r.count() {
        let id = r.own(&format!("action-{at}"));
        team.actions.put(id, field(action(r, today)));
    }
    for at in 1..=r.count() {
        let id = r.own(&format!("workshop-{at}"));
        take_workshop(r, &mut team, &id, today);
    }
    team
}

/// The answers that a line has; the others stay.
fn take_letters(r: &mut Reader, team: &mut Assessment, q: &Questionnaire) {
    for (practice, letter) in q.practices.iter().zip(r.line().bytes()) {
        let level = |first: u8| Level::new(letter.wrapping_sub(first).wrapping_add(1));
        let answer = match letter {
            b'1'..=b'5' => level(b'1').map(Answer::Level),
            b'a'..=b'd' => level(b'a').and_then(Answer::between),
            b'?' => Some(Answer::DontKnow),
            _ => None,
        };
        if let Some(answer) = answer {
            team.responses.put(practice.id.clone(), field(answer));
        }
    }
}

/// The numbers that a line has; the others stay. All are of the quarter that was so many ago.
fn take_numbers(r: &mut Reader, team: &mut Assessment, today: Day, ago: u16) {
    let values = r.list(|r| (r.id::<MetricId>(), r.number()));
    let others = team.measurements.iter();
    let others = others.filter_map(|(id, f)| Some((id.clone(), f.value.as_ref()?.value)));
    let all: Vec<_> = others.chain(values).collect();
    let (_, period) = today.in_quarter_before(ago);
    for (id, value) in all {
        let measurement = Measurement {
            value,
            period: Some(period.clone()),
            origin: Origin::Typed,
        };
        team.measurements.put(id, field(measurement));
    }
}

/// Each round stands behind the one before it. None carries answers over: all were confirmed.
fn take_rounds(r: &mut Reader, team: &mut Assessment, q: &Questionnaire, today: Day) {
    let mut state = team.state();
    let (_, present) = today.in_quarter_before(0);
    team.about.put(Fact::Round, field(present));
    for _ in 0..r.count() {
        let ago = r.count();
        take_letters(r, &mut state, q);
        take_numbers(r, &mut state, today, ago);
        let (day, name) = today.in_quarter_before(ago);
        let snapshot = Snapshot {
            taken: morning(day),
            name,
            begins_round: false,
            carries: Carries::default(),
            state: state.state(),
        };
        let id = r.own(&format!("round-{ago}"));
        team.snapshots.put(id, field(snapshot));
    }
}

fn action(r: &mut Reader, today: Day) -> Action {
    Action {
        what: r.text(),
        owner: r.text(),
        due: r.day(today).to_string(),
        state: *r.one_of(&ActionState::ALL),
        horizon: *r.one_of(&Horizon::ALL),
        moves: Some((r.id(), r.level())),
        unknown: String::new(),
    }
}

/// A workshop that is over: its ballots are gone, and all agreed on what is answered.
fn take_workshop(r: &mut Reader, team: &mut Assessment, id: &WorkshopId, today: Day) {
    let mut held = Workshop {
        title: r.text(),
        began: morning(r.day(today)),
        people: r.count().into(),
        minutes: r.count().into(),
        each: r.count().into(),
        asks_role: true,
        is_secret: true,
        phase: Phase::Finished,
        ..Workshop::default()
    };
    for _ in 0..r.count() {
        let of: PracticeId = r.id();
        let mut counts = Counts::default();
        counts.levels.fill_with(|| r.count().into());
        counts.dont_know = r.count().into();
        let dissent = r.text();
        let gap = r.list(|r| (*r.one_of(&Role::ALL), r.level().into()));
        counts.gap = gap.try_into().ok();
        held.practices.push(of.clone());
        let outcome = Outcome {
            counts,
            dissent,
            settled: Settled::Agreed,
            ..Outcome::default()
        };
        let workshop = id.clone();
        team.outcomes.put(Within { workshop, of }, field(outcome));
    }
    team.workshops.put(id.clone(), field(held));
}

fn texts(r: &mut Reader) -> (PracticeId, String) {
    (r.id(), r.text())
}

fn piece(r: &mut Reader, today: Day) -> Evidence {
    Evidence {
        title: r.text(),
        address: r.text(),
        date: r.day(today).to_string(),
        unknown: String::new(),
    }
}

fn morning(day: Day) -> String {
    format!("{day}T09:30:00.000Z")
}

/// Without a stamp, so that any change to it is later.
fn field<T>(value: T) -> Field<T> {
    Field {
        value: Some(value),
        stamp: None,
    }
}
