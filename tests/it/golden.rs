//! Every released format version opens for ever: files that the release itself wrote.

use crate::random::{self, Dice};
use crate::world::{clock, empty, full, id, level, practice, snapshot};
use plumbline::catalog::built_in;
use plumbline::formats::assessment_json::{CHAIN, Migration, VERSION, decode, decode_with, encode};
use plumbline::formats::json::{Json, Object};
use plumbline::formats::logo::Logo;
use plumbline::model::{
    Action, ActionId, ActionState, Answer, Assessment, Basis, Edit, Evidence, Fact, Horizon, Level,
    Measurement, MetricId, Mode, Origin, QuestionnaireRef, Scope, Side,
};
use plumbline::words::words;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};

const AT: &str = "2026-11-23T10:00:00Z";

/// What this version's files hold, by name.
fn documents() -> Vec<(&'static str, Assessment)> {
    let edited = |edits: Vec<Edit>| {
        let (mut a, mut clock) = (empty(), clock("w"));
        for edit in edits {
            a.apply(edit, clock.tick(1_700_000_000_000));
        }
        a
    };
    let q = built_in();
    let odd = "\u{202e}right to left, 🙂, \"quotes\", \\\\, <b>, \u{7f}, 漢字";
    let scope = Scope {
        mode: Mode::Quick,
        disciplines: q.disciplines.iter().map(|d| d.id.clone()).collect(),
        side: Side::Anyone,
    };
    let piece = Evidence {
        title: "Review".into(),
        address: "https://example.org".into(),
        date: "2026-10-02".into(),
        unknown: String::new(),
    };
    let address = Evidence {
        address: "https://example.org/2".into(),
        ..Evidence::default()
    };
    let unknown = r#"{"format": "plumbline/assessment", "version": 1, "later": [1, {"x": null}],
        "body": {"id": "u", "team": "t", "questionnaire": {"id": "test", "version": "1.0.0", "more": 1},
        "responses": {"a1": {"level": 2, "mood": "fine"}}, "actions": [{"id": "x"}], "snapshots": []},
        "stamps": {"elsewhere/x": "1-0-w"}}"#;
    // Measurements are settled at 15 digits when they are read.
    let random = random::assessment(&mut Dice(7), &random::questionnaire(&mut Dice(7)));
    let random = decode(&encode(&random, "", "")).unwrap().assessment;
    vec![
        ("empty", empty()),
        (
            "odd-texts",
            edited(vec![
                Edit::Team(Some(odd.into())),
                Edit::Note(practice("a1"), Some(format!("{odd}\n\t{odd}"))),
                Edit::Respond(practice("a2"), Some(Answer::NotApplicable(odd.into()))),
            ]),
        ),
        (
            "cleared",
            edited(vec![
                Edit::Respond(practice("a1"), Some(level(3))),
                Edit::Respond(practice("a1"), None),
                Edit::Note(practice("a1"), None),
                Edit::Target(practice("a1"), None),
            ]),
        ),
        (
            "quick",
            edited(vec![
                Edit::Scope(Some(scope)),
                Edit::Team(Some("Quick".into())),
            ]),
        ),
        (
            "evidence",
            edited(vec![
                Edit::Evidence(practice("a1"), Some(vec![piece, address])),
                Edit::Evidence(practice("a2"), Some(vec![])),
            ]),
        ),
        (
            "removed",
            edited(vec![
                Edit::Team(Some("Gone".into())),
                Edit::Removed(Some(())),
            ]),
        ),
        (
            "brought-back",
            edited(vec![Edit::Removed(Some(())), Edit::Removed(None)]),
        ),
        (
            "actions",
            edited(vec![
                Edit::Act(action("x1"), Some(decided())),
                Edit::Act(action("x2"), Some(Action::default())),
                Edit::Act(action("x3"), None),
            ]),
        ),
        (
            "snapshots",
            edited(vec![
                Edit::Respond(practice("a1"), Some(level(2))),
                Edit::Keep(id("s1"), Some(Box::new(snapshot("2026 Q3", AT, false)))),
                Edit::Keep(id("s2"), Some(Box::new(snapshot(odd, AT, true)))),
                Edit::Keep(id("s3"), Some(Box::new(snapshot("Gone", AT, true)))),
                Edit::Keep(id("s3"), None),
            ]),
        ),
        (
            "about",
            edited(vec![
                Edit::Say(Fact::Group, Some("Payments".into())),
                Edit::Say(Fact::Tags, Some("pilot, on call".into())),
                Edit::Say(Fact::Respondents, Some("6".into())),
                Edit::Say(Fact::Respondents, None),
                Edit::Move(QuestionnaireRef {
                    id: "test".into(),
                    version: "2.0.0".into(),
                }),
            ]),
        ),
        ("cover", edited(cover())),
        ("workshops", edited(crate::workshops::edits())),
        ("half-steps", edited(crate::workshops::half_steps())),
        ("steered", edited(crate::workshops::steered())),
        ("sealed-ballots", edited(crate::sealed_desk::sealed())),
        ("measured", edited(measured())),
        ("rounds", rounds()),
        ("named-round", named_round()),
        ("confirmed-and-not", confirmed_and_not()),
        ("clocks-apart", clocks_apart()),
        ("unplaced", decode(UNPLACED).unwrap().assessment),
        ("notes-at-once", at_once()),
        ("unknown-parts", decode(unknown).unwrap().assessment),
        ("random", random),
    ]
}

/// Numbers that were typed, added up, and computed from files.
fn measured() -> Vec<Edit> {
    let basis = |of| Basis {
        files: vec!["deployments.json".into(), "incidents \u{202e}.csv".into()],
        columns: "0f5c6e".into(),
        rule: "fail-rate-by-link".into(),
        cases: 12,
        of,
        begins: "2026-08-31".into(),
        ends: "2026-11-22".into(),
    };
    let measure = |metric: &str, origin| {
        let measurement = Measurement {
            value: 12.5,
            period: Some("2026 Q3".into()),
            origin,
        };
        Edit::Measure(MetricId::parse(metric).unwrap(), Some(measurement))
    };
    vec![
        measure("m1", Origin::Typed),
        measure("m2", Origin::Computed),
        measure("m3", Origin::Files(Box::new(basis(Some(87))))),
        measure("m4", Origin::Files(Box::new(basis(None)))),
    ]
}

/// What stands on a document's cover, one of it written over and one cleared.
fn cover() -> Vec<Edit> {
    let said = |fact, text: &str| Edit::Say(fact, Some(text.to_owned()));
    let svg = b"<svg viewBox='0 0 2 1'><path fill='#0f5c6e' d='M0 0h2v1z'/></svg>";
    vec![
        said(Fact::Client, "Acme"),
        said(Fact::Client, "Acme Holding"),
        said(Fact::Consultant, "Ada Ltd"),
        Edit::Say(Fact::Consultant, None),
        said(Fact::Summary, "In short:\nit stands."),
        Logo::read(svg).unwrap().edit(),
    ]
}

fn action(id: &str) -> ActionId {
    ActionId::parse(id).unwrap()
}

fn decided() -> Action {
    Action {
        what: "Agree on objectives".into(),
        owner: "Ana".into(),
        due: "2026-12-31".into(),
        state: ActionState::Doing,
        horizon: Horizon::Next,
        moves: Some((practice("a1"), Level::Defined)),
        unknown: r#"{"mood":"fine"}"#.into(),
    }
}

/// A note written in two places, each knowing of a third.
fn at_once() -> Assessment {
    let write = |a: &Assessment, text: &str, writer: &str, at: u64| {
        let (mut a, edit) = (a.clone(), Edit::Note(practice("a1"), Some(text.into())));
        a.apply(edit, clock(writer).tick(at));
        a
    };
    let first = write(&empty(), "first", "v", 1_700_000_000_000);
    let mut both = write(&first, "here", "w", 1_700_000_000_001);
    both.join(&write(&first, "there", "x", 1_700_000_000_002));
    both
}

/// A round that began, and one from an older file that was removed and brought back.
fn rounds() -> Assessment {
    let (mut a, mut clock) = (empty(), clock("w"));
    let mut write = |a: &mut Assessment, edit| a.apply(edit, clock.tick(1_700_000_000_000));
    write(&mut a, Edit::Respond(practice("a1"), Some(level(2))));
    let older = Edit::Keep(id("s1"), Some(Box::new(snapshot("Q2", AT, true))));
    write(&mut a, older);
    let back = write(&mut a, Edit::Keep(id("s1"), None));
    write(&mut a, back);
    write(&mut a, Edit::Respond(practice("a2"), Some(level(3))));
    let round = a.snapshot("Q3".into(), AT.into(), true);
    write(&mut a, Edit::Keep(id("s2"), Some(Box::new(round))));
    write(&mut a, Edit::Respond(practice("a1"), Some(level(4))));
    a
}

/// A round with a name, and one that was closed under its own.
fn named_round() -> Assessment {
    let mut a = rounds();
    let name = Edit::Say(Fact::Round, Some("2026 Q4".into()));
    a.apply(name, clock("w").tick(1_700_000_000_001));
    a
}

/// Two answers that a round carries over were confirmed; one of the confirmations was taken back.
fn confirmed_and_not() -> Assessment {
    let (mut a, mut clock) = (empty(), clock("w"));
    let mut write = |a: &mut Assessment, edit| a.apply(edit, clock.tick(1_700_000_000_000));
    write(&mut a, Edit::Respond(practice("a1"), Some(level(2))));
    write(&mut a, Edit::Respond(practice("a2"), Some(level(3))));
    let round = a.snapshot("Q3".into(), AT.into(), true);
    write(&mut a, Edit::Keep(id("s1"), Some(Box::new(round))));
    write(&mut a, Edit::Respond(practice("a1"), Some(level(2))));
    write(&mut a, Edit::Respond(practice("a2"), Some(level(3))));
    let again = write(&mut a, Edit::Respond(practice("a2"), Some(level(3))));
    let until = a.stamp_of(&again).cloned();
    write(&mut a, Edit::Carry(practice("a2"), until));
    assert!(!a.is_carried(&practice("a1")) && a.is_carried(&practice("a2")));
    a
}

/// Written under a clock that is years ahead, then removed, brought back and removed under one that
/// is right.
fn clocks_apart() -> Assessment {
    let mut a = empty();
    let far = clock("far").tick(4_070_908_800_000);
    a.apply(Edit::Team(Some("Far".into())), far.clone());
    a.apply(Edit::Removed(None), far);
    let mut right = clock("right");
    a.apply(Edit::Removed(Some(())), right.tick(1_700_000_000_000));
    a
}

/// Parts of a later version whose places are gone.
const UNPLACED: &str = r#"{"format": "plumbline/assessment", "version": 1,
    "body": {"id": "u", "team": "t", "questionnaire": {"id": "test", "version": "1.0.0"}},
    "unplaced": [[["body", "measurements", "m", "origin"], "probe 7"], [["body", "scope", "pace"], 1.50]]}"#;

fn folder(version: u64) -> PathBuf {
    PathBuf::from(format!("tests/golden/v{version}"))
}

fn files(version: u64) -> Vec<(PathBuf, String)> {
    let files = fs::read_dir(folder(version)).unwrap();
    let paths = files.map(|f| f.unwrap().path());
    paths
        .map(|p| (p.clone(), fs::read_to_string(p).unwrap()))
        .collect()
}

#[test]
fn what_this_version_writes_is_what_was_released() {
    for (name, document) in documents() {
        let path = folder(VERSION).join(format!("{name}.json"));
        let text = encode(&document, "0.1.0", AT);
        // A file is written once, by the version that it stands for, and never edited.
        if !path.exists() && std::env::var("PLUMBLINE_GOLDEN").is_ok() {
            fs::write(&path, &text).unwrap();
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), text, "{name}");
        assert_eq!(decode(&text).unwrap().assessment, document, "{name}");
    }
    assert_eq!(
        decode(&encode(&full(), "0.1.0", AT)).unwrap().assessment,
        full()
    );
}

#[test]
fn every_released_version_has_its_files_and_its_step_and_opens() {
    assert_eq!(CHAIN.len() as u64, VERSION - 1);
    for version in 1..=VERSION {
        let files = files(version);
        assert!(files.len() >= 10, "v{version} has {} files", files.len());
        for (path, text) in files {
            let decoded = decode(&text).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            let again = encode(&decoded.assessment, "0.1.0", AT);
            assert_eq!(
                decode(&again).unwrap().assessment,
                decoded.assessment,
                "{}",
                path.display()
            );
            if version == VERSION {
                assert_eq!(again, text, "{}", path.display());
            }
        }
    }
}

/// How often the made-up step was called.
static CALLED: AtomicUsize = AtomicUsize::new(0);

/// A version 0 that never was: answers were bare numbers, and the team was called `name`.
fn from_0(file: &mut Object) {
    CALLED.fetch_add(1, Ordering::Relaxed);
    let Some(Json::Object(body)) = file.get_mut("body") else {
        return;
    };
    if let Some(name) = body.remove("name") {
        body.put("team".into(), name);
    }
    let Some(Json::Object(responses)) = body.get_mut("responses") else {
        return;
    };
    let ids: Vec<String> = responses.keys().cloned().collect();
    for id in ids {
        let number = responses.remove(&id).unwrap();
        let answer = [("level".to_owned(), number)].into_iter().collect();
        responses.put(id, Json::Object(answer));
    }
}

#[test]
fn an_older_version_is_brought_up_step_by_step() {
    let old = r#"{"format": "plumbline/assessment", "version": 0, "body": {"id": "old", "name": "Old",
        "questionnaire": {"id": "test", "version": "1.0.0"}, "responses": {"a1": 4, "a2": 2}}}"#;
    assert!(decode(old).is_err(), "this build knows no version 0");
    let chain = [Migration {
        from: 0,
        apply: from_0,
    }];
    let opened = decode_with(old, &chain).unwrap().assessment;
    assert_eq!(CALLED.load(Ordering::Relaxed), 1);
    assert_eq!(opened.team(), "Old");
    assert_eq!(opened.answer(&practice("a1")), Some(&level(4)));
    assert_eq!(opened.answer(&practice("a2")), Some(&level(2)));
    // What a step cannot make sense of is named, not guessed.
    let broken = old.replace("\"a1\": 4", "\"a1\": \"four\"");
    let refused = words().refusal(&decode_with(&broken, &chain).unwrap_err());
    assert!(refused.contains("responses/a1/level"), "{refused}");
    // Files of this version do not pass through it.
    let text = encode(&full(), "0.1.0", AT);
    assert_eq!(decode_with(&text, &chain).unwrap().assessment, full());
    assert_eq!(CALLED.load(Ordering::Relaxed), 2);
}
