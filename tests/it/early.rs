//! An assessment that is shown before everything is read is what will be read, or is not shown.

use crate::desk_world::small;
use crate::disk::{Disk, Plan};
use crate::world::{NOW, empty, full};
use plumbline::VERSION;
use plumbline::catalog::Library;
use plumbline::desk::{Access, Desk, Now};
use plumbline::formats::assessment_json::{Refusal, decode, encode};
use plumbline::model::{Assessment, AssessmentId, QuestionnaireRef, WriterId};
use plumbline::storage::{key, look_in, open};

/// A store with one record, of an assessment as it is, as this text.
fn with(a: &Assessment, text: &str) -> Disk {
    Disk::new([(key(&a.id), text.to_owned())].into(), Plan::Never)
}

fn text(a: &Assessment) -> String {
    encode(a, VERSION, "2026-11-23T10:00:00Z")
}

fn closed() -> Desk {
    Desk::closed(WriterId::parse("w").unwrap(), Library::new(small()))
}

#[test]
fn what_is_shown_early_is_what_is_read() {
    for a in [empty(), full()] {
        let store = with(&a, &text(&a));
        let seen = look_in(&store, &a.id).unwrap();
        assert_eq!(
            open(&store).unwrap().assessments,
            std::slice::from_ref(&seen)
        );
        let mut desk = closed();
        desk.show_early(seen);
        assert_eq!(desk.access(&a.id), Some(Access::Own));
        desk.open(Now { millis: NOW }, open(&store));
        assert_eq!(desk.all().collect::<Vec<_>>(), [&a]);
    }
}

/// Whatever the desk would say about a record, it says when everything is read.
#[test]
fn what_cannot_be_read_whole_is_not_shown_early() {
    let a = full();
    let good = text(&a);
    let newer = good.replacen("\"version\": 1", "\"version\": 99", 1);
    assert!(matches!(decode(&newer), Err(Refusal::Newer(99))));
    let damaged = good.replacen("\"a1\"", "\"a 1\"", 1);
    assert!(matches!(decode(&damaged), Err(Refusal::Problems(_))));
    for bad in [&newer, &damaged, &good[..good.len() / 2], "", "{}"] {
        assert_eq!(look_in(&with(&a, bad), &a.id), None, "{bad}");
    }
    // Under another's key.
    let mut other = empty();
    other.id = AssessmentId::parse("team-two").unwrap();
    assert_eq!(look_in(&with(&a, &text(&other)), &a.id), None);
    let failing = with(&a, &good);
    failing.plan.set(Plan::From(0));
    assert_eq!(look_in(&failing, &a.id), None);
}

#[test]
fn one_of_another_questionnaire_waits_for_its_questions() {
    let mut a = full();
    a.questionnaire = QuestionnaireRef {
        id: "elsewhere".into(),
        version: "1.0.0".into(),
    };
    let mut desk = closed();
    desk.show_early(a.clone());
    assert!(!desk.has(&a.id));
}

/// Between the two, another tab may have taken it away.
#[test]
fn what_is_gone_by_then_is_gone() {
    let a = full();
    let mut desk = closed();
    desk.show_early(a.clone());
    desk.open(Now { millis: NOW }, open(&Disk::default()));
    assert_eq!(desk.access(&a.id), None);
}
