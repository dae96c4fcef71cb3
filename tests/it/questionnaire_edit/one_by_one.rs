//! Changes one by one, with what each leaves behind.

use super::*;

/// A field that says the same as before says so in the same words; one that is taken back leaves nothing.
#[test]
fn a_field_and_back_leaves_the_document_as_it_was() {
    let mut dice = Dice(7);
    for text in documents() {
        let draft = read(&text);
        for _ in 0..60 {
            let practice = pick(&mut dice, &draft.questionnaire.practices).clone();
            let part = || Part::Practice(practice.id.clone());
            let set = any_set(&mut dice);
            let Ok(next) = draft.edited(&BASE, &Edit::Set(part(), set.clone())) else {
                panic!("{set:?}");
            };
            let again = next.edited(&BASE, &Edit::Set(part(), set.clone())).unwrap();
            assert_eq!(again.text, next.text);
            let is_theirs = draft.extends && BASE.practice(&practice.id).is_some();
            if is_theirs && BASE.practice(&practice.id) == Some(&practice) {
                let field = Field::OF_PRACTICE.into_iter().find(|field| {
                    let own = next.questionnaire.practice(&practice.id).unwrap();
                    next.differs(&BASE, &Part::Practice(own.id.clone()), *field)
                });
                let Some(field) = field else { continue };
                let back = next.edited(&BASE, &Edit::AsBase(part(), field)).unwrap();
                assert_eq!(back.text.trim_end(), draft.text.trim_end());
            }
        }
    }
}

/// Leaving out and asking again comes to the same, whatever else hangs on it.
#[test]
fn what_is_left_out_comes_back_as_it_was() {
    let draft = read(&blank(&BASE, "ours", "Ours"));
    for practice in &BASE.practices {
        let without = draft
            .edited(&BASE, &Edit::Ask(practice.id.clone(), false))
            .unwrap();
        assert_eq!(
            without.questionnaire.practices.len(),
            BASE.practices.len() - 1
        );
        assert_eq!(without.wrong, []);
        let back = without
            .edited(&BASE, &Edit::Ask(practice.id.clone(), true))
            .unwrap();
        assert_eq!(back.text, draft.text);
    }
    // One of a dimension that was left out as a whole comes alone.
    let draft = read(ODD);
    let dimension = DimensionId::parse("adoption").unwrap();
    let of_it = |q: &Questionnaire| {
        q.practices
            .iter()
            .filter(|p| p.dimension == dimension)
            .count()
    };
    assert_eq!(of_it(&draft.questionnaire), 0);
    let one = BASE
        .practices
        .iter()
        .find(|p| p.dimension == dimension)
        .unwrap();
    let back = draft
        .edited(&BASE, &Edit::Ask(one.id.clone(), true))
        .unwrap();
    assert_eq!(of_it(&back.questionnaire), 1);
    assert!(back.questionnaire.practice(&one.id).is_some());
}

/// The order that was wanted, said with as few names as will do, and none where it is the usual one.
#[test]
fn practices_are_put_in_order() {
    let draft = read(&blank(&BASE, "ours", "Ours"));
    let third = {
        let dimension = &BASE.practices[0].dimension;
        let mut own = BASE.practices.iter().filter(|p| p.dimension == *dimension);
        own.nth(2).unwrap().id.clone()
    };
    let up = |draft: &Draft| {
        draft
            .edited(&BASE, &Edit::Move(third.clone(), Way::Up))
            .unwrap()
    };
    let moved = up(&up(&draft));
    assert_eq!(moved.questionnaire.practices[0].id, third);
    assert!(
        moved.text.contains(&format!("order = [\"{third}\"]")),
        "{}",
        moved.text
    );
    // Before the first there is nothing.
    assert_eq!(up(&moved).text, moved.text);
    let down = |draft: &Draft| {
        draft
            .edited(&BASE, &Edit::Move(third.clone(), Way::Down))
            .unwrap()
    };
    assert_eq!(down(&down(&moved)).text, draft.text);
    // Whoever writes it by hand is told of what is not there, and of what stands twice.
    let text = moved.text.replace(
        "order = [",
        "order = [\"no-such\", \"ci-pipeline\", \"ci-pipeline\", ",
    );
    let wrong = decode(&text, &BASE).unwrap_err();
    let wrong: Vec<_> = wrong
        .iter()
        .map(|r| (r.path.as_str(), r.message.as_str()))
        .collect();
    assert_eq!(
        wrong,
        [
            ("questionnaire/order/1", "there is no practice “no-such”"),
            ("questionnaire/order/3", "“ci-pipeline” stands here twice"),
        ]
    );
}

/// What can be chosen from is everything of both, each once, and what is left out stands in its place.
#[test]
fn the_outline_has_everything_once() {
    for text in documents() {
        let draft = read(&text);
        let outline = draft.outline(&BASE);
        let dimensions = outline.disciplines.iter().flat_map(|(.., within)| within);
        let rows: Vec<_> = dimensions.flat_map(|d| d.practices.clone()).collect();
        let mut ids: Vec<_> = rows.iter().map(|(id, ..)| id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), rows.len());
        let asked: Vec<_> = rows
            .iter()
            .filter(|(_, asked, _)| *asked)
            .map(|(id, ..)| id)
            .collect();
        let q = &draft.questionnaire;
        assert_eq!(asked.len(), q.practices.len());
        for (id, is_asked, is_own) in &rows {
            assert_eq!(q.practice(id).is_some(), *is_asked);
            assert_eq!(!draft.extends || BASE.practice(id).is_none(), *is_own);
        }
        let theirs = rows.iter().filter(|(.., is_own)| !is_own).count();
        assert_eq!(
            theirs,
            if draft.extends {
                BASE.practices.len()
            } else {
                0
            }
        );
    }
    let draft = read(&blank(&BASE, "ours", "Ours"));
    let before = draft.outline(&BASE);
    let second = BASE.practices[1].id.clone();
    let after = draft
        .edited(&BASE, &Edit::Ask(second.clone(), false))
        .unwrap()
        .outline(&BASE);
    let places = |outline: &plumbline::formats::questionnaire_toml::Outline| {
        let first = &outline.disciplines[0].2[0].practices;
        first.iter().map(|(id, ..)| id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(places(&before), places(&after));
}

#[test]
fn what_cannot_be_done_is_refused() {
    let draft = read(&blank(&BASE, "ours", "Ours"));
    let own = DimensionId::parse("own").unwrap();
    let refused = |edit: Edit| draft.edited(&BASE, &edit).unwrap_err();
    let taken = Edit::AddPractice(id("ci-pipeline"), own, "T".into());
    assert_eq!(refused(taken), Refusal::IdTaken);
    assert_eq!(refused(Edit::Ask(id("no-such"), false)), Refusal::Unknown);
    assert_eq!(
        refused(Edit::Remove(Part::Practice(id("ci-pipeline")))),
        Refusal::Unknown
    );
    let set = Set::Step(Level::ALL[4], "There is no step up.".into());
    assert_eq!(
        refused(Edit::Set(Part::Practice(id("ci-pipeline")), set)),
        Refusal::Unknown
    );
    let goal = Set::Goal("A practice has none.".into());
    assert_eq!(
        refused(Edit::Set(Part::Practice(id("ci-pipeline")), goal)),
        Refusal::Unknown
    );
}

#[test]
fn lines_of_a_pasted_text_become_one_and_lines_of_windows_stay_lines() {
    let draft = read(&blank(&BASE, "ours", "Ours").replace('\n', "\r\n"));
    let part = Part::Practice(id("ci-pipeline"));
    let set = Set::Why("One\r\ntwo\nthree\u{7}".into());
    let next = draft.edited(&BASE, &Edit::Set(part, set)).unwrap();
    assert_eq!(
        next.questionnaire.practice(&id("ci-pipeline")).unwrap().why,
        "One two three "
    );
    assert!(!next.text.contains('\r'));
    assert!(decode(&next.text, &BASE).is_ok());
}

#[test]
fn ids_are_made_of_titles() {
    let free = |_: &str| false;
    assert_eq!(
        id_from("Four eyes, always!", "practice", free),
        "four-eyes-always"
    );
    assert_eq!(id_from("¿大きさ?", "practice", free), "practice");
    assert_eq!(id_from("SLOs", "practice", |id| id == "slos"), "slos-2");
    let long = id_from(&"word ".repeat(30), "practice", free);
    assert!(long.len() <= 40 && long.ends_with("word"), "{long}");
    assert!(PracticeId::parse(&id_from(&"x".repeat(300), "practice", free)).is_ok());
}

#[test]
fn a_version_is_raised_by_what_has_changed() {
    let draft = read(&example("bank"));
    let kept = decode(&draft.text, &BASE).unwrap().questionnaire;
    let part = Part::Practice(id("ci-pipeline"));
    let words = draft
        .edited(&BASE, &Edit::Set(part, Set::Title("New".into())))
        .unwrap();
    assert_eq!(raised(&words, &kept).as_deref(), Some("1.0.1"));
    let fewer = words
        .edited(&BASE, &Edit::Ask(id("team-autonomy"), false))
        .unwrap();
    assert_eq!(raised(&fewer, &kept).as_deref(), Some("1.1.0"));
    let own = fewer.edited(&BASE, &Edit::Version("1.0.7".into())).unwrap();
    assert_eq!(raised(&own, &kept), None);
    let earlier = fewer.edited(&BASE, &Edit::Version("0.9.0".into())).unwrap();
    assert_eq!(raised(&earlier, &kept).as_deref(), Some("1.1.0"));
}

/// What is typed into one field is one step; going back and forth is exact.
#[test]
fn texts_go_back_and_forth() {
    let mut history = History::new("a".into());
    assert!(!history.can_undo() && !history.undo() && !history.redo());
    for text in ["ab", "abc", "abcd"] {
        history.take(text.into(), Some("title"));
    }
    history.take("x".into(), Some("why"));
    history.rest();
    history.take("y".into(), Some("why"));
    history.take("y".into(), None);
    let mut back = Vec::new();
    while history.undo() {
        back.push(history.present().to_owned());
    }
    assert_eq!(back, ["x", "abcd", "a"]);
    assert!(history.redo() && history.redo());
    assert_eq!(history.present(), "x");
    history.take("z".into(), None);
    assert!(!history.can_redo());
    // It is bounded.
    for n in 0..1000 {
        history.take(n.to_string(), None);
    }
    let mut steps = 0;
    while history.undo() {
        steps += 1;
    }
    assert_eq!(steps, 200);
}
