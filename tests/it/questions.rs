//! Going through the questions: progress, where to go on, texts that are safe to keep.

use crate::world::{NOW, answered, clock, empty, level, not_applicable, practice, questionnaire};
use plumbline::formats::assessment_json::{decode, encode};
use plumbline::model::validate::{self, MAX_EVIDENCE, MAX_LINE, MAX_NAME, MAX_NOTE};
use plumbline::model::{
    Answer, Assessment, DisciplineId, Edit, Evidence, Measurement, Mode, Origin, Scope, Side,
};

fn next(a: &Assessment) -> Option<String> {
    let q = questionnaire();
    a.next_open(&q, NOW).map(|p| p.id.to_string())
}

#[test]
fn one_goes_on_behind_the_last_answer_and_then_with_what_was_left_out() {
    assert_eq!(next(&empty()).as_deref(), Some("a1"));
    assert_eq!(next(&answered(&[("b1", level(2))])).as_deref(), Some("c1"));
    // Cleared counts as the place where one was.
    let mut a = answered(&[("a1", level(2)), ("c2", Answer::DontKnow)]);
    assert_eq!(next(&a).as_deref(), Some("a2"), "nothing is open behind c2");
    let mut clock = clock("w2");
    a.apply(Edit::Respond(practice("a3"), None), clock.tick(9_000));
    assert_eq!(next(&a).as_deref(), Some("b1"));
    let all = ["a1", "a2", "a3", "b1", "c1", "c2"].map(|id| (id, not_applicable()));
    assert_eq!(next(&answered(&all)), None);
}

#[test]
fn progress_counts_every_kind_of_answer_among_what_is_asked() {
    let q = questionnaire();
    let mut a = answered(&[
        ("a1", level(2)),
        ("a2", Answer::DontKnow),
        ("c1", not_applicable()),
    ]);
    let all = a.progress(&q, |_| true);
    assert_eq!((all.answered, all.asked), (3, 6));
    let one = a.progress(&q, |p| p.dimension.as_str() == "a");
    assert_eq!((one.answered, one.asked), (2, 3));
    let scope = Scope {
        mode: Mode::Quick,
        disciplines: [DisciplineId::parse("two").unwrap()].into_iter().collect(),
        side: Side::Anyone,
    };
    a.apply(Edit::Scope(Some(scope)), clock("w2").tick(1));
    let quick = a.progress(&q, |_| true);
    assert_eq!((quick.answered, quick.asked), (0, 1), "only c2 is asked");
    a.apply(Edit::Scope(None), clock("w3").tick(9_000));
    assert_eq!(a.progress(&q, |_| true), all, "narrowing lost nothing");
}

#[test]
fn the_last_change_is_the_latest_stamp() {
    assert_eq!(empty().changed_at(NOW), None);
    let mut a = answered(&[("a1", level(2))]);
    a.apply(
        Edit::Respond(practice("a2"), None),
        clock("w2").tick(77_000),
    );
    assert_eq!(a.changed_at(NOW), Some(77_000));
}

#[test]
fn pasted_megabytes_and_control_characters_are_bounded() {
    let big = "\u{202e}x\u{0}\u{7}🙂\n".repeat(300_000);
    let id = practice("a1");
    let piece = Evidence {
        title: big.clone(),
        address: format!("javascript:{big}"),
        date: big.clone(),
        unknown: String::new(),
    };
    let measurement = Measurement {
        value: 1.0,
        period: Some(big.clone()),
        origin: Origin::Typed,
    };
    let mut a = answered(&[]);
    let mut clock = clock("w");
    for edit in [
        Edit::Team(Some(big.clone())),
        Edit::Note(id.clone(), Some(big.clone())),
        Edit::Evidence(id.clone(), Some(vec![piece; 100])),
        Edit::Respond(id.clone(), Some(Answer::NotApplicable(big))),
        Edit::Measure("m".to_owned().try_into().unwrap(), Some(measurement)),
    ] {
        a.apply(edit.bounded(), clock.tick(1));
    }
    assert_eq!(a.team().chars().count(), MAX_NAME);
    assert!(!a.team().contains(char::is_control));
    let note = a.note(&id).unwrap();
    assert_eq!(note.chars().count(), MAX_NOTE);
    assert!(note.contains('\n') && !note.contains('\u{0}'), "lines stay");
    let list = a.evidence.get(&id).unwrap().value.clone().unwrap();
    assert_eq!(list.len(), MAX_EVIDENCE);
    assert_eq!(list[0].title.chars().count(), MAX_LINE);
    assert_eq!(validate::assessment(&questionnaire(), &a), []);
    assert_eq!(decode(&encode(&a, "x", "y")).unwrap().assessment, a);
    // What is short passes as it is.
    let edit = Edit::Note(id, Some("fine\n🙂".into()));
    assert_eq!(edit.clone().bounded(), edit);
}

#[test]
fn only_web_addresses_become_links() {
    let at = |address: &str| Evidence {
        address: address.into(),
        ..Evidence::default()
    };
    for address in ["https://e.org/a", "HTTP://e.org", "https://ü.example/🙂"] {
        assert_eq!(at(address).link(), Some(address));
    }
    for address in [
        "javascript:alert(1)",
        " https://e.org",
        "data:text/html,x",
        "//e.org",
        "httpsx://e.org",
        "wiki page 3",
        "",
        "ü",
    ] {
        assert_eq!(at(address).link(), None, "{address}");
    }
}

#[test]
fn evidence_keeps_what_a_newer_version_put_into_it() {
    let text = r#"{"format": "plumbline/assessment", "version": 1, "body": {
        "id": "x", "team": "t", "questionnaire": {"id": "test", "version": "1.0.0"},
        "responses": {"a1": {"evidence": ["https://e.org", {"title": "Review", "date": "2026-10-02", "by": ["me"]}]}}}}"#;
    let a = decode(text).unwrap().assessment;
    let list = a
        .evidence
        .get(&practice("a1"))
        .unwrap()
        .value
        .clone()
        .unwrap();
    assert_eq!(list[0].link(), Some("https://e.org"));
    assert_eq!(
        (list[1].title.as_str(), list[1].address.as_str()),
        ("Review", "")
    );
    let again = encode(&a, "x", "y");
    let again: serde_json::Value = serde_json::from_str(&again).unwrap();
    assert_eq!(
        again["body"]["responses"]["a1"]["evidence"],
        serde_json::json!(["https://e.org", {"title": "Review", "date": "2026-10-02", "by": ["me"]}])
    );
    let broken = text.replace(r#"{"title""#, r#"3, {"title""#);
    let refused = decode(&broken).unwrap_err().to_string();
    assert!(refused.contains("responses/a1/evidence"), "{refused}");
}
