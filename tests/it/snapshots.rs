//! Snapshots, rounds, and what is said of a team.

use crate::world::{answered, clock, empty, full, id, level, practice, questionnaire};
use plumbline::formats::assessment_json::{decode, encode};
use plumbline::model::{
    Answer, Assessment, Clock, Edit, Fact, Questionnaire, QuestionnaireRef, validate,
};
use plumbline::report::Contents;
use plumbline::scoring::score;
use plumbline::words::words;

fn keep(a: &mut Assessment, clock: &mut Clock, name: &str, begins_round: bool) {
    let taken = format!("2026-0{}-01T00:00:00Z", a.snapshots().len() + 1);
    let snapshot = a.snapshot(name.into(), taken, begins_round);
    a.apply(
        Edit::Keep(id(name), Some(Box::new(snapshot))),
        clock.tick(5_000),
    );
}

fn carried(q: &Questionnaire, a: &Assessment) -> Vec<String> {
    a.carried(q).iter().map(|(id, _)| id.to_string()).collect()
}

#[test]
fn a_snapshot_scores_as_the_assessment_did_and_nothing_changes_it() {
    let (q, mut a, mut clock) = (questionnaire(), full(), clock("w"));
    let before = score(&q, &a);
    keep(&mut a, &mut clock, "s2", false);
    a.apply(
        Edit::Respond(practice("a1"), Some(level(5))),
        clock.tick(6_000),
    );
    let kept = a.snapshots().last().unwrap().1.clone();
    assert_eq!(score(&q, &kept.state), before);
    assert_ne!(score(&q, &a), before);
    // Notes, targets and what else is said stay with the assessment.
    assert!(kept.state.notes.is_empty() && kept.state.targets.is_empty());
    assert!(kept.state.about.is_empty() && kept.state.snapshots.is_empty());
}

#[test]
fn a_new_round_carries_answers_over_until_somebody_confirms_them() {
    let (q, mut clock) = (questionnaire(), clock("w2"));
    let mut a = answered(&[("a1", level(2)), ("a2", level(3)), ("b1", Answer::DontKnow)]);
    keep(&mut a, &mut clock, "by-hand", false);
    assert!(carried(&q, &a).is_empty());
    keep(&mut a, &mut clock, "round", true);
    assert_eq!(carried(&q, &a), ["a1", "a2", "b1"]);
    // The same answer given again confirms it; a new one does too; a cleared one is none.
    a.apply(
        Edit::Respond(practice("a1"), Some(level(2))),
        clock.tick(6_000),
    );
    a.apply(
        Edit::Respond(practice("a2"), Some(level(4))),
        clock.tick(6_000),
    );
    a.apply(Edit::Respond(practice("b1"), None), clock.tick(6_000));
    assert!(carried(&q, &a).is_empty());
    // A snapshot in the middle of a round carries nothing over.
    keep(&mut a, &mut clock, "middle", false);
    assert!(carried(&q, &a).is_empty());
    // Taking the round back takes the marks back too.
    keep(&mut a, &mut clock, "next", true);
    assert_eq!(carried(&q, &a).len(), 2);
    a.apply(Edit::Keep(id("next"), None), clock.tick(7_000));
    assert!(carried(&q, &a).is_empty());
}

#[test]
fn what_the_file_says_of_a_snapshot_and_this_version_does_not_know_comes_back() {
    let text = r#"{"format": "plumbline/assessment", "version": 1,
        "body": {"id": "u", "team": "t", "questionnaire": {"id": "test", "version": "1.0.0"},
        "about": {"group": "G", "mood": [1]},
        "snapshots": [{"id": "s", "name": "Q3", "taken": "2026-09-30", "weather": "rain",
            "questionnaire": {"id": "test", "version": "0.9.0", "more": 2},
            "responses": {"a1": {"level": 2, "mood": "fine"}, "old-one": {"level": 3}}}]}}"#;
    let a = decode(text).unwrap().assessment;
    assert_eq!(a.fact(Fact::Group), "G");
    let again = encode(&a, "x", "y");
    for kept in [
        r#""mood": ["#,
        r#""weather": "rain""#,
        r#""more": 2"#,
        r#""mood": "fine""#,
        "old-one",
    ] {
        assert!(again.contains(kept), "{kept} in {again}");
    }
    assert_eq!(decode(&again).unwrap().assessment, a);
    assert!(validate::assessment(&questionnaire(), &a).is_empty());
}

#[test]
fn a_broken_snapshot_is_named_with_its_place() {
    for (snapshot, said) in [
        (r#"{"name": "x"}"#, "snapshots/1: should have an id"),
        (r#"7"#, "snapshots/1: should be an object"),
        (
            r#"{"id": "s", "name": 3, "questionnaire": {"id": "test", "version": "1"}}"#,
            "snapshots/1",
        ),
        (
            r#"{"id": "s", "questionnaire": {"id": "test", "version": "1"}, "responses": {"a1": {"level": 9}}}"#,
            "snapshots/1/responses/a1/level",
        ),
    ] {
        let text = format!(
            r#"{{"format": "plumbline/assessment", "version": 1, "body": {{"id": "u", "team": "t",
            "questionnaire": {{"id": "test", "version": "1"}}, "snapshots": [{snapshot}]}}}}"#
        );
        let refusal = words().refusal(&decode(&text).unwrap_err());
        assert!(refusal.contains(said), "{refusal}");
    }
}

#[test]
fn answers_to_another_version_are_kept_and_count_nowhere() {
    let q = questionnaire();
    let mut a = answered(&[("a1", level(4)), ("gone", level(5))]);
    assert_eq!(validate::assessment(&q, &a).len(), 1);
    a.questionnaire.version = "0.9.0".into();
    assert!(validate::of_any_version(&q, &a).is_empty());
    assert_eq!(score(&q, &a), score(&q, &answered(&[("a1", level(4))])));
    let orphans: Vec<_> = a.orphans(&q).collect();
    assert_eq!(orphans, ["gone"]);
    let to = QuestionnaireRef::of(&q);
    let back = a.apply(Edit::Move(to), clock("v").tick(9_000));
    assert_eq!(a.questionnaire.version, "1.0.0");
    // It came from another version, so what only that one asked is still no problem.
    let again = decode(&encode(&a, "x", "y")).unwrap().assessment;
    assert!(again == a && validate::of_any_version(&q, &again).is_empty());
    a.apply(back, clock("v").tick(9_001));
    assert_eq!(a.questionnaire.version, "0.9.0");
}

#[test]
fn a_report_without_notes_and_names_has_none_in_its_snapshots() {
    let mut a = full();
    let mut clock = clock("w3");
    let reason = Answer::NotApplicable("secret reason".into());
    a.apply(
        Edit::Respond(practice("a2"), Some(reason)),
        clock.tick(3_000),
    );
    keep(&mut a, &mut clock, "s5", false);
    let none = Contents {
        notes: false,
        names: false,
    }
    .of(&a);
    let text = encode(&none, "x", "y");
    assert!(
        !text.contains("secret reason") && !text.contains("Payments"),
        "{text}"
    );
    assert_eq!(none.snapshots().len(), a.snapshots().len());
}

#[test]
fn tags_are_read_as_people_write_them() {
    let (mut a, mut clock) = (empty(), clock("w"));
    let tags = Edit::Say(Fact::Tags, Some(" pilot,, on call ,".into()));
    a.apply(tags, clock.tick(1));
    assert_eq!(a.tags().collect::<Vec<_>>(), ["pilot", "on call"]);
    assert_eq!(a.fact(Fact::Group), "");
}

#[test]
fn what_is_newer_than_a_version_is_named() {
    let mut q = questionnaire();
    q.version = "1.10.0".into();
    let mut set = |at: usize, since: &str, changed: &str| {
        q.practices[at].since = since.into();
        q.practices[at].changed = changed.into();
    };
    set(0, "1.2.0", "1.10.0");
    set(1, "", "1.9.0");
    set(2, "1.10.0", "");
    let names = |version: &str| {
        let news = q.news_since(version);
        [news.new, news.changed]
            .map(|list| list.iter().map(|p| p.id.to_string()).collect::<Vec<_>>())
    };
    // By number, not by letter: 1.10 comes after 1.9.
    let texts = |list: &[&str]| list.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
    assert_eq!(names("1.0.0"), [texts(&["a1", "a3"]), texts(&["a2"])]);
    assert_eq!(names("1.2.0"), [texts(&["a3"]), texts(&["a1", "a2"])]);
    assert_eq!(names("1.9.5"), [texts(&["a3"]), texts(&["a1"])]);
    assert_eq!(names("1.10.0"), [texts(&[]), texts(&[])]);
    for odd in ["", "1", "one.two.three", "1.2.3.4", "-1.0.0"] {
        assert_eq!(names(odd), [texts(&[]), texts(&[])], "{odd}");
    }
    q.practices[3].since = "2.0.0".into();
    q.practices[4].changed = "soon".into();
    let problems = validate::questionnaire(&q);
    let said: Vec<_> = problems.iter().map(|p| p.path.as_str()).collect();
    assert!(
        said.contains(&"practice/b1/since") && said.contains(&"practice/c1/changed"),
        "{said:?}"
    );
}
