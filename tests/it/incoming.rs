//! What files bring: copies are joined, and nothing else is unless somebody says so.

use crate::readable::comes_back;
use crate::world::{NOW, answered, clock, empty, full, id, level, practice, questionnaire};
use plumbline::formats::assessment_json::{Refusal, decode_file, encode};
use plumbline::model::{Assessment, AssessmentId, Edit, Kinship, QuestionnaireRef, kinship};
use plumbline::storage::{Candidate, Here, How, Meets, apart, gather, joined};
use plumbline::words::words;

fn named(a: &mut Assessment, writer: &str, team: &str, wall: u64) {
    a.apply(Edit::Team(Some(team.into())), clock(writer).tick(wall));
}

fn respond(a: &mut Assessment, writer: &str, answers: &[(&str, u8)], wall: u64) {
    let mut clock = clock(writer);
    for (of, n) in answers {
        let edit = Edit::Respond(practice(of), Some(level(*n)));
        a.apply(edit, clock.tick(wall));
    }
}

/// A team that made its assessment from a template.
fn from(template: &Assessment, team: &str, answers: &[(&str, u8)]) -> Assessment {
    let (mut a, writer) = (template.clone(), team.to_lowercase());
    named(&mut a, &writer, team, NOW);
    respond(&mut a, &writer, answers, NOW);
    a
}

/// Red, blue and green: made from one file, each by itself.
fn teams(template: &Assessment) -> [Assessment; 3] {
    [
        from(template, "Red", &[("a1", 5), ("a2", 5), ("b1", 5)]),
        from(template, "Blue", &[("a1", 1), ("a2", 1), ("c1", 1)]),
        from(template, "Green", &[("a1", 2), ("a3", 2)]),
    ]
}

/// Nothing but an id; a scope and a name; answers to begin with.
fn templates() -> [Assessment; 3] {
    let mut named_one = empty();
    named(&mut named_one, "consultant", "Template", 1_000);
    let mut filled = named_one.clone();
    respond(&mut filled, "consultant", &[("c1", 1), ("c2", 1)], 1_000);
    [empty(), named_one, filled]
}

fn standing(assessment: &Assessment) -> Here<'_> {
    Here {
        assessment,
        is_removed: assessment.is_removed(),
        is_newer: false,
    }
}

/// As a file brings it.
fn candidate(a: &Assessment, here: Option<&Assessment>) -> Candidate {
    let all: Vec<_> = here.into_iter().map(standing).collect();
    let read = decode_file(&encode(a, "1", "now")).unwrap();
    Candidate::of(&questionnaire(), read, &all).unwrap()
}

fn without_stamps(a: &Assessment) -> Assessment {
    let mut file: serde_json::Value = serde_json::from_str(&encode(a, "", "")).unwrap();
    for part in ["stamps", "notes"] {
        file.as_object_mut().unwrap().remove(part);
    }
    decode_file(&file.to_string()).unwrap().assessment
}

#[test]
fn teams_of_one_template_are_strangers() {
    for template in templates() {
        let teams = teams(&template);
        for a in &teams {
            for b in teams.iter().filter(|b| b.team() != a.team()) {
                assert_eq!(kinship(a, b), Kinship::Strangers);
                assert_eq!(kinship(&without_stamps(a), b), Kinship::Strangers);
                assert_eq!(
                    kinship(&without_stamps(a), &without_stamps(b)),
                    Kinship::Strangers
                );
            }
        }
    }
}

#[test]
fn copies_are_told_by_what_they_have_in_common() {
    let [red, ..] = teams(&empty());
    // Gone on with, here and there.
    let (mut here, mut there) = (red.clone(), red.clone());
    respond(&mut here, "here", &[("c1", 3)], NOW + 1);
    respond(&mut there, "there", &[("a1", 1)], NOW + 2);
    assert_eq!(kinship(&here, &there), Kinship::Copies);
    // Every answer was given anew; the name is the same write.
    respond(&mut there, "there", &[("a2", 1), ("b1", 1)], NOW + 3);
    assert_eq!(kinship(&here, &there), Kinship::Copies);
    // Renamed since: what is older brings nothing that was not known.
    named(&mut here, "here", "Crimson", NOW + 4);
    assert_eq!(kinship(&here, &red), Kinship::Copies);
    assert_eq!(kinship(&red, &here), Kinship::Copies);
    // It does: then nobody can tell.
    assert_eq!(kinship(&here, &there), Kinship::Strangers);
    // Without stamps, the same answers are a copy; other ones may be.
    let bare = without_stamps(&red);
    assert_eq!(kinship(&red, &bare), Kinship::Copies);
    let mut changed = bare.clone();
    changed.responses.slot(practice("a1")).value = Some(level(1));
    assert_eq!(kinship(&red, &changed), Kinship::Unclear);
    named(&mut changed, "x", " red ", NOW);
    assert_eq!(kinship(&red, &changed), Kinship::Unclear);
    assert_eq!(kinship(&red, &red), Kinship::Copies);
    assert_eq!(kinship(&empty(), &empty()), Kinship::Copies);
}

#[test]
fn copies_are_joined_and_all_else_is_opened_beside_unless_chosen() {
    let [red, blue, _] = teams(&empty());
    let new = candidate(&red, None);
    assert_eq!(
        (new.meets.clone(), new.proposed()),
        (Meets::Nothing, How::Join)
    );
    assert_eq!(new.choices(), [How::Join, How::Skip]);
    assert_eq!(words().meets(&new.meets, "Red"), None);
    let copy = candidate(&red, Some(&red));
    assert_eq!(
        (copy.meets.clone(), copy.proposed()),
        (Meets::Copy, How::Join)
    );
    let stranger = candidate(&blue, Some(&red));
    assert_eq!(stranger.meets, Meets::Stranger("Red".into()));
    assert_eq!(stranger.proposed(), How::KeepBoth);
    assert!(
        stranger.choices().contains(&How::Join),
        "whoever wants to may"
    );
    let said = words().meets(&stranger.meets, "Blue").unwrap();
    assert!(
        said.starts_with("It has the same id as “Red” and is not a copy of it"),
        "{said}"
    );
    let mut namesake = without_stamps(&red);
    namesake.responses.slot(practice("a1")).value = Some(level(1));
    let namesake = candidate(&namesake, Some(&red));
    assert_eq!(
        (namesake.meets.clone(), namesake.proposed()),
        (Meets::Namesake, How::KeepBoth)
    );
    // From the trash, a copy is opened again, and a stranger stays one.
    let mut removed = red.clone();
    removed.apply(Edit::Removed(Some(())), clock("x").tick(NOW + 9));
    assert_eq!(candidate(&red, Some(&removed)).meets, Meets::Nothing);
    assert_eq!(candidate(&blue, Some(&removed)).proposed(), How::KeepBoth);
    // What a newer version wrote is not written to.
    let here = Here {
        is_newer: true,
        ..standing(&red)
    };
    let read = decode_file(&encode(&red, "", "")).unwrap();
    let newer = Candidate::of(&questionnaire(), read, &[here]).unwrap();
    assert_eq!(newer.choices(), [How::KeepBoth, How::Skip]);
    assert_eq!(newer.proposed(), How::KeepBoth);
}

#[test]
fn three_teams_in_one_batch_stay_three() {
    let q = questionnaire();
    for template in templates() {
        let mut all = Vec::new();
        let teams = teams(&template);
        for a in &teams {
            gather(&q, &mut all, candidate(a, None));
        }
        let told: Vec<_> = all
            .iter()
            .map(|c| (c.assessment.clone(), c.proposed()))
            .collect();
        let expected = teams.clone().into_iter();
        let expected = expected.zip([How::Join, How::KeepBoth, How::KeepBoth]);
        assert_eq!(told, expected.collect::<Vec<_>>());
        // Copies of one of them become one with it.
        let mut more = teams[1].clone();
        respond(&mut more, "more", &[("c2", 3)], NOW + 5);
        gather(&q, &mut all, candidate(&more, None));
        assert_eq!(all.len(), 3);
        assert_eq!(all[1].assessment, more);
    }
}

#[test]
fn what_was_opened_beside_another_is_found_again() {
    let [red, blue, green] = teams(&empty());
    let beside = blue.clone().under(id("beside"));
    let mut newer = blue.clone();
    respond(&mut newer, "blue-2", &[("c2", 4)], NOW + 5);
    let all = [&red, &beside].map(standing);
    let read = |a: &Assessment| decode_file(&encode(a, "", "")).unwrap();
    let found = Candidate::of(&questionnaire(), read(&newer), &all).unwrap();
    assert_eq!(
        (found.meets.clone(), found.proposed()),
        (Meets::Copy, How::Join)
    );
    assert_eq!(found.assessment, newer.clone().under(id("beside")));
    // No other team is; nor one that was removed since.
    let other = Candidate::of(&questionnaire(), read(&green), &all).unwrap();
    assert_eq!(other.meets, Meets::Stranger("Red".into()));
    let mut gone = beside.clone();
    gone.apply(Edit::Removed(Some(())), clock("x").tick(NOW + 9));
    let all = [&red, &gone].map(standing);
    let again = Candidate::of(&questionnaire(), read(&newer), &all).unwrap();
    assert_eq!(again.meets, Meets::Stranger("Red".into()));
}

#[test]
fn a_hand_that_changed_one_of_two_copies_is_not_forgotten() {
    let q = questionnaire();
    let [red, ..] = teams(&empty());
    let by_hand = encode(&red, "", "").replace("\"level\": 5", "\"level\": 4");
    let by_hand = Candidate::of(&q, decode_file(&by_hand).unwrap(), &[]).unwrap();
    assert!(by_hand.edited_outside);
    let whole = candidate(&red, None);
    for order in [[whole.clone(), by_hand.clone()], [by_hand, whole]] {
        let mut all = Vec::new();
        order.into_iter().for_each(|c| gather(&q, &mut all, c));
        assert!(matches!(all.as_slice(), [one] if one.edited_outside));
    }
}

#[test]
fn what_does_not_fit_the_questionnaire_is_refused_before_it_is_compared() {
    let mut other = full();
    other.questionnaire = QuestionnaireRef {
        id: "another".into(),
        version: "1.0.0".into(),
    };
    let read = decode_file(&encode(&other, "", "")).unwrap();
    let refused = Candidate::of(&questionnaire(), read, &[]);
    assert!(matches!(refused, Err(Refusal::Problems(_))));
}

#[test]
fn what_is_shown_together_keeps_to_itself() {
    let (q, kin) = (questionnaire(), |_: &Assessment| None);
    let [red, blue, green] = teams(&empty());
    let mut more = red.clone();
    respond(&mut more, "more", &[("c2", 3)], NOW + 5);
    let given = vec![red.clone(), blue.clone(), more.clone(), green.clone()];
    let shown = apart(&q, given.clone(), kin);
    let ids = |shown: &[Assessment]| -> Vec<String> {
        shown
            .iter()
            .map(|a| format!("{} {}", a.id, a.team()))
            .collect()
    };
    assert_eq!(
        ids(&shown),
        ["team-one Red", "team-one-2 Blue", "team-one-3 Green"]
    );
    assert_eq!(shown[0], more);
    shown.iter().for_each(|a| comes_back(a, &"shown"));
    // Beside what is here: a copy of it is not shown again, a stranger is, under an id of its own.
    let shown = apart(&q, given, |a| Some(kinship(&red, a)));
    assert_eq!(ids(&shown), ["team-one-2 Blue", "team-one-3 Green"]);
    // An id that is as long as can be, and one that is taken.
    let long: AssessmentId = id(&"a".repeat(80));
    let [red, blue, green] = [red, blue, green].map(|a| a.under(long.clone()));
    let taken: AssessmentId = id(&format!("{}-2", "a".repeat(68)));
    let shown = apart(&q, vec![red, blue, green.under(taken)], kin);
    let lengths: Vec<_> = shown.iter().map(|a| a.id.as_str().len()).collect();
    assert_eq!(lengths, [80, 70, 70]);
    assert!(shown[1].id != shown[2].id);
}

#[test]
fn joining_is_what_the_model_does_with_copies() {
    let mut there = answered(&[("a1", level(1))]);
    respond(&mut there, "t", &[("a2", 2)], NOW);
    let here = answered(&[("a1", level(1)), ("b1", level(4))]);
    let mut whole = here.clone();
    whole.join(&there);
    assert_eq!(joined(&questionnaire(), &here, &there), Ok(whole));
}
