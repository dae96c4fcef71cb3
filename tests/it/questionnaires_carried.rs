//! Questionnaires of one's own travel with the assessments that answer them, and are told apart by what they ask.

use crate::world::NOW;
use plumbline::catalog::{Known, Library, built_in};
use plumbline::desk::{Desk, Input, NotTaken, Now};
use plumbline::formats::assessment_json::encode;
use plumbline::formats::portfolio_json::publish;
use plumbline::formats::workspace_json::{encode_all, read_any};
use plumbline::formats::{carried, questionnaire_toml};
use plumbline::model::version::{numbers, plain};
use plumbline::model::{
    Answer, Assessment, AssessmentId, Edit, Level, PracticeId, QuestionnaireRef, Scope, WriterId,
};
use plumbline::storage::Opening;
use std::process::Command;

const DOCUMENT: &str = r#"# Ours
[questionnaire]
id = "ours"
version = "1.0.0"
title = "Ours"
extends = "plumbline@2"

[drop]
practice = ["progressive-delivery"]
"#;

fn known(text: &str) -> Known {
    let own = questionnaire_toml::decode(text, &built_in()).unwrap();
    Known {
        questionnaire: Box::leak(Box::new(own.questionnaire)),
        text: text.to_owned().leak(),
        extends: own.extends.map(|(id, _)| &*id.leak()),
    }
}

fn desk(all: &[Known]) -> Desk {
    let mut library = Library::new(Box::leak(Box::new(built_in())));
    all.iter().for_each(|known| library.add(*known));
    let writer = WriterId::parse("w").unwrap();
    let now = Now { millis: NOW };
    Desk::new(writer, now, library, Ok(Opening::default()))
}

/// A desk where a team answers one question of a questionnaire of its own.
fn answered(known: Known) -> (Desk, AssessmentId) {
    let mut desk = desk(&[known]);
    let (id, q) = (AssessmentId::parse("a-1").unwrap(), known.questionnaire);
    let start = desk.start_with(&id, "Payments".to_owned(), Scope::everything(q), q);
    desk.handle(Now { millis: NOW }, Input::Do(start));
    let answer = Answer::Level(Level::new(3).unwrap());
    let edit = Edit::Respond(PracticeId::parse("ci-pipeline").unwrap(), Some(answer));
    let answer = plumbline::desk::Transaction::of(&id, edit);
    desk.handle(Now { millis: NOW }, Input::Do(answer));
    (desk, id)
}

fn of(desk: &Desk, id: &AssessmentId) -> Assessment {
    desk.with(id, Assessment::clone).unwrap()
}

#[test]
fn a_version_tells_what_is_asked_and_not_how_it_is_written() {
    let version = |text: &str| known(text).questionnaire.version.clone();
    let first = version(DOCUMENT);
    assert_eq!((plain(&first), numbers(&first)), ("1.0.0", Some([1, 0, 0])));
    assert_eq!(first.len(), "1.0.0+12345678".len());
    let other_comment = DOCUMENT.replace("# Ours", "# Ours, since 2026\n\n");
    assert_eq!(version(&other_comment), first);
    let other = DOCUMENT.replace("progressive-delivery", "ci-pipeline");
    assert_eq!(plain(&version(&other)), "1.0.0");
    assert_ne!(version(&other), first);
}

#[test]
fn the_library_tells_two_of_one_number_apart_and_knows_the_later_one() {
    let other = DOCUMENT.replace("progressive-delivery", "ci-pipeline");
    let later = DOCUMENT.replace("1.0.0", "1.2.0");
    let [a, b, c] = [DOCUMENT, &other, &later].map(known);
    for order in [[a, b, c], [c, b, a], [b, c, a]] {
        let desk = desk(&order);
        let library = desk.library();
        for one in [a, b, c] {
            let reference = QuestionnaireRef::of(one.questionnaire);
            assert_eq!(library.of(&reference), one.questionnaire);
            let later = library.later(&reference).map(|q| q.version.as_str());
            let expected = (one.text != c.text).then_some(c.questionnaire.version.as_str());
            assert_eq!(later, expected);
        }
        let unknown = QuestionnaireRef {
            id: "ours".to_owned(),
            version: "0.9.0+00000000".to_owned(),
        };
        assert_eq!(library.of(&unknown), c.questionnaire);
    }
}

#[test]
fn answers_travel_with_their_questions_in_every_file() {
    let known = known(DOCUMENT);
    let (here, id) = answered(known);
    let a = of(&here, &id);
    let documents = here.documents_of([&a]);
    assert_eq!(documents, [DOCUMENT]);
    let one = carried::with(encode(&a, "1", ""), &documents);
    let many = carried::with(encode_all([&a], "1", ""), &documents);
    let of = |_: &[Assessment]| here.documents_of([&a]);
    let published = publish([&a], (0, false), "1", &of).remove(0).1;
    for file in [one, many, published] {
        assert!(carried::is_any(&file) && !carried::is_questionnaire(&file));
        let contents = read_any(&file).unwrap();
        assert_eq!(contents.questionnaires, [DOCUMENT]);
        // Nothing of it stays with the assessment: it is kept once, beside it.
        let decoded = contents.parts.into_iter().next().unwrap().unwrap();
        assert!(decoded.assessment.unknown.is_empty() && !decoded.edited_outside);
        // Without the questions, the file is refused and named; with them, it is taken.
        let elsewhere = desk(&[]).preview(&file);
        assert!(matches!(elsewhere.others[0].why, NotTaken::File(_)));
        let elsewhere = desk(&[known]).preview(&file);
        assert_eq!((elsewhere.candidates.len(), elsewhere.others.len()), (1, 0));
    }
}

#[test]
fn what_boot_js_hands_out_has_the_questionnaires_once() {
    let (here, id) = answered(known(DOCUMENT));
    let a = of(&here, &id);
    let key = plumbline::desk::key_of(&a.questionnaire);
    assert!(key.starts_with("plumbline:questionnaire:ours@1.0.0+"));
    let records = serde_json::json!({
        key: DOCUMENT,
        format!("plumbline:assessment:{id}"): encode(&a, "1", "2026-11-27T00:00:00Z"),
    });
    let file = serde_json::json!({
        "format": "plumbline/raw", "records": records, "database": records,
    });
    let contents = read_any(&file.to_string()).unwrap();
    assert_eq!(contents.questionnaires, [DOCUMENT]);
    assert_eq!((contents.parts.len(), contents.left_out.len()), (1, 0));
}

#[test]
fn the_desk_says_what_is_lacking_and_who_answers_what() {
    let known = known(DOCUMENT);
    let (here, id) = answered(known);
    let reference = QuestionnaireRef::of(known.questionnaire);
    assert!(here.lacking().is_empty() && here.is_of_own(&id) && !here.has_no_questions(&id));
    assert_eq!(here.who_answers(&reference).len(), 1);
    assert_eq!(here.answered().len(), 1);
    let mut elsewhere = desk(&[]);
    elsewhere.handle(Now { millis: NOW }, Input::Guests(vec![of(&here, &id)]));
    assert_eq!(elsewhere.lacking(), [reference]);
    assert!(elsewhere.has_no_questions(&id));
}

#[test]
fn an_assessment_moves_to_a_later_version_of_its_questionnaire() {
    let later = DOCUMENT.replace("1.0.0", "1.1.0");
    let (mut here, id) = answered(known(DOCUMENT));
    assert_eq!(here.later_questionnaire(&id), here.questionnaire(&id));
    here.library_mut().add(known(&later));
    let moved = here.move_version(&id);
    here.handle(Now { millis: NOW }, Input::Do(moved));
    assert_eq!(plain(&of(&here, &id).questionnaire.version), "1.1.0");
    assert_eq!(plain(&here.questionnaire(&id).version), "1.1.0");
    assert!(here.can_undo(Some(&id)).is_some());
}

#[test]
fn a_questionnaire_is_told_from_other_files() {
    for yes in [
        DOCUMENT,
        "\u{feff}[questionnaire]",
        "id=1\n [questionnaire]\n",
    ] {
        assert!(carried::is_questionnaire(yes), "{yes}");
    }
    for no in [
        "",
        "{}",
        "<html>\n[questionnaire]",
        "{\"a\":\n[questionnaire]",
        "a,b\n1,2",
    ] {
        assert!(!carried::is_questionnaire(no), "{no}");
    }
}

/// The command line scores a file by the questions that it carries.
#[test]
fn the_command_line_scores_and_reports_what_carries_its_questions() {
    let (here, id) = answered(known(DOCUMENT));
    let a = of(&here, &id);
    let file = carried::with(encode(&a, "1", ""), &here.documents_of([&a]));
    let path = std::env::temp_dir().join(format!("carried-{}.json", std::process::id()));
    std::fs::write(&path, file).unwrap();
    let run = |args: &[&str]| {
        let done = Command::new(env!("CARGO_BIN_EXE_plumbline"))
            .args(args)
            .output()
            .unwrap();
        assert!(
            done.status.success(),
            "{}",
            String::from_utf8_lossy(&done.stderr)
        );
        String::from_utf8(done.stdout).unwrap()
    };
    let path = path.to_str().unwrap();
    let card: serde_json::Value = serde_json::from_str(&run(&["score", path])).unwrap();
    assert_eq!(card["overall"]["level"], serde_json::Value::Null);
    let report = run(&["report", path, "--as", "html"]);
    assert_eq!(read_any(&report).unwrap().questionnaires, [DOCUMENT]);
    std::fs::remove_file(path).unwrap();
}
