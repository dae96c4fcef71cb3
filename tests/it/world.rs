//! Small worlds for tests: a questionnaire and an assessment in a few words.

use plumbline::model::{
    Answer, Assessment, AssessmentId, Carries, Clock, DisciplineId, Edit, Level, Limit,
    Measurement, Mode, Origin, PracticeId, Questionnaire, QuestionnaireRef, Scope, Side, Snapshot,
    Stamp, WriterId,
};
use plumbline::report::Days;
use plumbline::storage::room_for;

/// The first team of the sample.
pub fn built_in_sample(q: &Questionnaire) -> Assessment {
    plumbline::catalog::built_in_samples(q, "2026-11-23").swap_remove(0)
}

/// Two disciplines: `one` with dimensions `a` (practices a1, a2, a3) and `b` (b1), `two` with `c`
/// (c1, key, and c2, quick).
pub fn questionnaire() -> Questionnaire {
    let practice = |id: &str, dimension: &str| {
        serde_json::json!({
            "id": id, "dimension": dimension, "title": id, "question": "?", "why": "w",
            "levels": ["1", "2", "3", "4", "5"], "how_to_tell": "h", "steps": ["1", "2", "3", "4"],
            "effort": "S", "key": id == "c1", "quick": id == "c2",
            "sources": [{"title": "t", "url": "https://example.org"}],
        })
    };
    serde_json::from_value(serde_json::json!({
        "id": "test", "version": "1.0.0", "title": "Test", "language": "en",
        "disciplines": [
            {"id": "one", "title": "One", "goal": "g"}, {"id": "two", "title": "Two", "goal": "g"},
        ],
        "dimensions": [
            {"id": "a", "discipline": "one", "title": "A"}, {"id": "b", "discipline": "one", "title": "B"},
            {"id": "c", "discipline": "two", "title": "C"},
        ],
        "practices": [
            practice("a1", "a"), practice("a2", "a"), practice("a3", "a"), practice("b1", "b"),
            practice("c1", "c"), practice("c2", "c"),
        ],
        "metrics": [
            {"id": "m", "discipline": "one", "title": "M", "question": "?", "how": "h", "unit": "h",
             "range": [0, 1000], "better": "lower", "scale": "log", "cuts": [720, 168, 24, 1],
             "judgement": true, "basis": "b", "sources": [{"title": "t", "url": "https://example.org"}]},
        ],
    }))
    .unwrap()
}

/// The same with discipline `one` alone: a1, a2, a3 and b1.
pub fn one_discipline() -> Questionnaire {
    let mut q = questionnaire();
    q.disciplines.truncate(1);
    q.dimensions.truncate(2);
    q.practices.truncate(4);
    q
}

/// The days of a reader in Greenwich.
pub const DAYS: Days = Days {
    today: "2026-11-23",
    of: &|at| at.chars().take(10).collect(),
};
/// A day in January 2027, in milliseconds since 1970.
pub const NOW: u64 = 1_800_000_000_000;

pub fn empty() -> Assessment {
    let questionnaire = QuestionnaireRef {
        id: "test".into(),
        version: "1.0.0".into(),
    };
    Assessment::empty(AssessmentId::parse("team-one").unwrap(), questionnaire)
}

pub fn clock(writer: &str) -> Clock {
    Clock::new(WriterId::parse(writer).unwrap())
}

pub fn practice(id: &str) -> PracticeId {
    PracticeId::parse(id).unwrap()
}

pub fn level(n: u8) -> Answer {
    Answer::Level(Level::new(n).unwrap())
}

pub fn between(n: u8) -> Answer {
    Answer::between(Level::new(n).unwrap()).unwrap()
}

pub fn not_applicable() -> Answer {
    Answer::NotApplicable("no reason".into())
}

/// An assessment with these answers.
pub fn answered(answers: &[(&str, Answer)]) -> Assessment {
    let (mut assessment, mut clock) = (empty(), clock("w"));
    for (id, answer) in answers {
        let edit = Edit::Respond(practice(id), Some(answer.clone()));
        assessment.apply(edit, clock.tick(1_000));
    }
    assessment
}

/// A snapshot of a few answers, with this name.
pub fn snapshot(name: &str, taken: &str, begins_round: bool) -> Snapshot {
    let answers = [
        ("a1", level(2)),
        ("a3", not_applicable()),
        ("b1", between(3)),
    ];
    Snapshot {
        name: name.into(),
        taken: taken.into(),
        begins_round,
        carries: Carries::default(),
        state: answered(&answers).state(),
    }
}

pub fn id<T: TryFrom<String>>(id: &str) -> T {
    T::try_from(id.to_owned()).ok().unwrap()
}

/// One of everything that a file can hold.
pub fn full() -> Assessment {
    let mut a = answered(&[
        ("a1", level(3)),
        ("a2", between(2)),
        ("a3", not_applicable()),
        ("b1", Answer::DontKnow),
    ]);
    let mut clock = clock("w2");
    let disciplines = ["one", "two"].map(|d| DisciplineId::parse(d).unwrap());
    let disciplines = disciplines.into_iter().collect();
    let measurement = Measurement {
        value: 12.5,
        period: Some("2026-Q3".into()),
        origin: Origin::Typed,
    };
    for edit in [
        Edit::Team(Some("Payments – „ñ“ 🚀".into())),
        Edit::Scope(Some(Scope {
            mode: Mode::Full,
            disciplines,
            side: Side::Anyone,
        })),
        Edit::Note(practice("a1"), Some("line one\nline two".into())),
        Edit::Measure("m".to_owned().try_into().unwrap(), Some(measurement)),
        Edit::Target(practice("a1"), Level::new(4)),
        Edit::Respond(practice("c1"), Some(level(5))),
        Edit::Respond(practice("c1"), None),
    ] {
        a.apply(edit, clock.tick(2_000));
    }
    a
}

/// Carries out edits as the desk does: bounded, and all or none. Gives their inverses in the order in
/// which these undo them.
pub fn write(
    a: &mut Assessment,
    edits: Vec<Edit>,
    mut stamp: impl FnMut() -> Stamp,
) -> Result<Vec<Edit>, Limit> {
    let edits: Vec<_> = edits.into_iter().map(Edit::bounded).collect();
    room_for(a, &edits)?;
    let mut inverses: Vec<_> = edits
        .into_iter()
        .map(|edit| a.apply(edit, stamp()))
        .collect();
    inverses.reverse();
    Ok(inverses)
}
