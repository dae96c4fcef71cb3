//! Rounds have names of their own: the one in progress, and those that were closed.

use crate::at_desk::AtDesk;
use crate::world::{NOW, answered, clock, empty, id, level, practice, questionnaire};
use plumbline::desk::{Said, Title};
use plumbline::formats::assessment_json::{decode, decode_file, encode};
use plumbline::model::rounds::{Idle, Unfit};
use plumbline::model::{Assessment, Edit, Fact, SnapshotId};
use plumbline::words::words;

const DAY: u64 = 24 * 3600 * 1000;

fn begin(page: &mut AtDesk, snapshot: &str, closed: &str, begun: &str) -> Option<Said> {
    let names = [closed, begun].map(str::to_owned);
    let taken = format!("2026-0{}-01T08:00:00Z", page.now().snapshots().len() + 1);
    let made = page.desk.begin_round(&page.id, id(snapshot), names, taken);
    page.run(made.unwrap())
}

fn names(a: &Assessment) -> Vec<String> {
    a.snapshots().iter().map(|(_, s)| s.name.clone()).collect()
}

#[test]
fn the_old_answers_keep_their_name_and_the_new_round_gets_the_new_one() {
    let mut page = AtDesk::new();
    page.answer("a1", Some(level(2)));
    let said = begin(&mut page, "s1", "2026 Q2", "2026 Q3");
    let told = Title::Round {
        name: "2026 Q3".into(),
        carried: 1,
    };
    assert!(matches!(said, Some(Said::Done(title, _)) if title == told));
    assert_eq!(names(&page.now()), ["2026 Q2"]);
    assert_eq!(page.now().round(), "2026 Q3");
    // One step: taken back as one.
    page.act(plumbline::desk::Input::Undo(Some(page.id.clone())));
    assert_eq!((names(&page.now()), page.now().round()), (vec![], ""));
    page.act(plumbline::desk::Input::Redo(Some(page.id.clone())));
    // The next one closes it under that name.
    page.answer("a1", Some(level(3)));
    let a = page.now();
    assert_eq!(words().round_name(&a, "2026-12-01"), "2026 Q3");
    begin(&mut page, "s2", "2026 Q3", "2026 Q4");
    assert_eq!(names(&page.now()), ["2026 Q2", "2026 Q3"]);
    // And it is the same from its file.
    let read = decode(&encode(&page.now(), "", "")).unwrap().assessment;
    assert_eq!(read, page.now());
    assert_eq!(read.round(), "2026 Q4");
}

#[test]
fn a_file_without_a_name_proposes_the_quarter_of_its_last_answer() {
    let text = r#"{"format": "plumbline/assessment", "version": 1, "body": {"id": "u", "team": "t",
        "questionnaire": {"id": "test", "version": "1.0.0"}, "responses": {"a1": {"level": 2}}}}"#;
    let mut a = decode_file(text).unwrap().assessment;
    assert_eq!((a.round(), a.last_answered(NOW)), ("", None));
    let mut clock = clock("w");
    for (of, at) in [
        ("a1", NOW - 9 * DAY),
        ("a2", NOW - 5 * DAY),
        ("b1", NOW - 7 * DAY),
    ] {
        a.apply(Edit::Respond(practice(of), Some(level(2))), clock.tick(at));
    }
    // What is only said of the team later on answers nothing; a clock that is years off tells no time.
    a.apply(Edit::Say(Fact::Group, Some("G".into())), clock.tick(NOW));
    let last = a.last_answered(NOW).unwrap();
    assert!((NOW - 5 * DAY..NOW - 4 * DAY).contains(&last), "{last}");
    let far = Edit::Respond(practice("c1"), Some(level(2)));
    a.apply(far, crate::world::clock("far").tick(NOW + 999 * DAY));
    assert_eq!(a.last_answered(NOW), Some(last));
    let w = words();
    assert_eq!(w.round_name(&a, "2026-06-30"), "2026 Q2");
    // A round of before may be called so already.
    let kept = a.snapshot("2026 Q2".into(), "2026-06-01".into(), true);
    a.apply(Edit::Keep(id("s1"), Some(Box::new(kept))), clock.tick(NOW));
    assert_eq!(w.round_name(&a, "2026-06-30"), "2026 Q2 (2)");
}

#[test]
fn the_next_round_is_called_after_the_first_quarter_that_is_free() {
    let (w, mut a) = (words(), answered(&[("a1", level(2))]));
    assert_eq!(w.next_round(&a, "2026 Q3", "2026-11-26"), "2026 Q4");
    assert_eq!(w.next_round(&a, "2026 Q4", "2026-11-26"), "2027 Q1");
    let kept = a.snapshot("2027 Q1".into(), "2026-06-01".into(), false);
    a.apply(
        Edit::Keep(id("s1"), Some(Box::new(kept))),
        clock("w").tick(NOW),
    );
    assert_eq!(w.next_round(&a, "2026 Q4", "2026-11-26"), "2027 Q2");
}

#[test]
fn a_name_that_is_there_or_is_none_is_refused() {
    let mut page = AtDesk::new();
    page.answer("a1", Some(level(2)));
    begin(&mut page, "s1", "2026 Q2", "2026 Q3");
    let a = page.now();
    let own: SnapshotId = id("s1");
    for (name, of, beside, unfit) in [
        ("  ", None, "", Some(Unfit::Empty)),
        ("\n\t", None, "", Some(Unfit::Empty)),
        (" 2026 q2 ", None, "", Some(Unfit::Taken)),
        ("2026 Q3", None, "2026 Q3", Some(Unfit::Taken)),
        ("2026 Q3", Some(&own), a.round(), Some(Unfit::Taken)),
        ("2026 Q2", Some(&own), a.round(), None),
        ("Spring", Some(&own), a.round(), None),
        ("2026 Q4", None, a.round(), None),
    ] {
        assert_eq!(a.unfit(name, of, beside), unfit, "{name}");
        if let Some(unfit) = unfit {
            assert!(words().unfit(unfit, name).ends_with('.'));
        }
    }
}

#[test]
fn a_round_can_be_named_anew_and_carries_over_what_it_did() {
    let mut page = AtDesk::new();
    for of in ["a1", "a2"] {
        page.answer(of, Some(level(2)));
    }
    begin(&mut page, "s1", "2026 Q3", "2026 Q4");
    page.answer("a1", Some(level(3)));
    let before = page.now().carried(&questionnaire());
    let (desk, own) = (&page.desk, id("s1"));
    let snapshot = desk.name_round(&page.id, Some(&own), "2026 Q2".into());
    let present = desk.name_round(&page.id, None, "2026 Q3".into());
    for made in [snapshot.unwrap(), present.unwrap()] {
        page.run(made);
    }
    assert_eq!(names(&page.now()), ["2026 Q2"]);
    assert_eq!(page.now().round(), "2026 Q3");
    assert_eq!(page.now().carried(&questionnaire()), before);
    assert!(
        page.desk
            .name_round(&page.id, Some(&id("gone")), "X".into())
            .is_none()
    );
}

#[test]
fn nothing_new_is_no_snapshot_and_no_round() {
    assert_eq!(empty().idle(), Some(Idle::Nothing));
    assert_eq!(empty().idle_round(), Some(Idle::Nothing));
    let mut page = AtDesk::new();
    for of in ["a1", "a2"] {
        page.answer(of, Some(level(2)));
    }
    assert_eq!((page.now().idle(), page.now().idle_round()), (None, None));
    let taken = "2026-01-01T00:00:00Z".to_owned();
    let kept = page
        .desk
        .keep_snapshot(&page.id, id("s0"), "By hand".into(), taken);
    page.run(kept.unwrap());
    assert!(matches!(page.now().idle(), Some(Idle::Same(s)) if s.name == "By hand"));
    // A snapshot that says the same closes the round, so that there are no twins.
    assert_eq!(page.now().idle_round(), None);
    begin(&mut page, "s1", "Never used", "2026 Q4");
    assert_eq!(names(&page.now()), ["By hand"]);
    assert_eq!(page.now().carried(&questionnaire()).len(), 2);
    assert!(matches!(page.now().idle_round(), Some(Idle::Same(_))));
    // To find all as it was is an outcome, though another snapshot would say the same.
    page.answer("a1", Some(level(2)));
    assert_eq!(page.now().idle_round(), None);
    assert!(page.now().idle().is_some());
}

#[test]
fn answers_are_confirmed_by_dimension() {
    let mut page = AtDesk::new();
    for of in ["a1", "a2", "b1"] {
        page.answer(of, Some(level(2)));
    }
    begin(&mut page, "s1", "2026 Q3", "2026 Q4");
    let own = questionnaire()
        .practice(&practice("a1"))
        .unwrap()
        .dimension
        .clone();
    let made = page.desk.confirm_all(&page.id, Some(&own));
    page.run(made);
    let left = page.now().carried(&questionnaire());
    assert_eq!(
        left.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(),
        ["b1"]
    );
}

#[test]
fn every_report_says_what_was_not_confirmed() {
    use plumbline::report::{Report, csv, html, markdown};
    let q = crate::report::questionnaire();
    let mut a = crate::world::built_in_sample(q);
    let all = a.carried(q).len();
    assert_eq!(all, 0);
    let kept = a.snapshot("Then".into(), "2026-06-01".into(), true);
    a.apply(
        Edit::Keep(id("s9"), Some(Box::new(kept))),
        clock("w").tick(NOW),
    );
    let count = a.carried(q).len();
    let said =
        format!("{count} answers are carried over from an earlier round and not confirmed yet.");
    let reports = [
        Report::of(q, &a, &crate::world::DAYS),
        Report::one_page(q, &a, "2026-11-26"),
    ];
    for report in &reports {
        for text in [markdown::encode(report), html::encode(report, "", "")] {
            assert!(text.contains(&said), "{text}");
        }
    }
    let sheet = csv::answers(q, &a);
    assert_eq!(sheet.matches(",yes\r\n").count(), count);
}
