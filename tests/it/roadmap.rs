//! Actions and the roadmap: the board, and what the plan comes to is what scoring says.

use crate::random;
use crate::world::{answered, built_in_sample, clock, level, practice, questionnaire};
use plumbline::advice::{cards, moves_anything, prospects};
use plumbline::formats::assessment_json::{Refusal, decode, encode};
use plumbline::model::{Action, ActionId, ActionState, Edit, Horizon, Level, validate};
use plumbline::report::suggested::{Suggested, not_planned, suggested};
use plumbline::scoring::{Score, score};

fn action(horizon: Horizon, moves: &str, to: u8) -> Action {
    Action {
        what: "do it".into(),
        horizon,
        moves: Some((practice(moves), Level::new(to).unwrap())),
        ..Action::default()
    }
}

fn id(n: usize) -> ActionId {
    ActionId::parse(&format!("x{n}")).unwrap()
}

#[test]
fn the_plan_comes_to_what_the_score_would_be() {
    let q = questionnaire();
    let mut a = answered(&[
        ("a1", level(1)),
        ("a2", level(3)),
        ("b1", level(2)),
        ("c1", level(4)),
    ]);
    let mut clock = clock("x");
    let before: Vec<_> = prospects(&q, &a).iter().map(|p| p.then).collect();
    let act = action(Horizon::Later, "a1", 4);
    a.apply(Edit::Act(id(1), Some(act)), clock.tick(1));
    assert!(moves_anything(&a));
    // The same by answering: the action's level, and nothing that is only suggested.
    let mut then = a.clone();
    let raised = Edit::Respond(practice("a1"), Some(level(4)));
    then.apply(raised, clock.tick(1));
    let card = score(&q, &then);
    let wanted = card.disciplines.iter().chain([&card.overall]);
    let wanted: Vec<_> = wanted.map(Score::value).collect();
    let found = prospects(&q, &a);
    assert_eq!(found.iter().map(|p| p.then).collect::<Vec<_>>(), wanted);
    assert_eq!(found.last().unwrap().score, score(&q, &a).overall);
    assert_ne!(before, wanted);
    // What is done or dropped raises nothing: the answers say what is. Nothing is lowered.
    for (state, to) in [
        (ActionState::Done, 5),
        (ActionState::Dropped, 5),
        (ActionState::Open, 1),
    ] {
        let mut idle = action(Horizon::Now, "a1", to);
        idle.state = state;
        a.apply(Edit::Act(id(1), Some(idle)), clock.tick(1));
        let now: Vec<_> = prospects(&q, &a).iter().map(|p| p.then).collect();
        assert_eq!(now, before, "{state:?}");
    }
}

#[test]
fn no_plan_makes_a_value_of_what_is_withheld() {
    random::for_all(300, |seed, dice, q, a| {
        let mut a = a.clone();
        let mut clock = clock("x");
        for n in 0..dice.below(9) as usize {
            let p = &q.practices[dice.below(q.practices.len() as u64) as usize];
            let mut act = action(Horizon::ALL[n % 3], "a1", dice.below(5) as u8 + 1);
            act.moves = act.moves.map(|(_, level)| (p.id.clone(), level));
            a.apply(Edit::Act(id(n), Some(act)), clock.tick(1));
        }
        for p in prospects(q, &a) {
            assert_eq!(p.then.is_some(), p.score.value().is_some(), "{seed}");
            assert!(p.then >= p.score.value(), "{seed}: lowered");
        }
        let cards = cards(q, &a, "2026-11-23");
        assert_eq!(cards.len(), a.actions().count());
    });
}

#[test]
fn a_card_says_where_its_practice_stands_and_whether_its_day_is_over() {
    let q = questionnaire();
    let mut a = answered(&[("a1", level(2))]);
    let mut clock = clock("x");
    let day = |due: &str, state| Action {
        due: due.into(),
        state,
        ..action(Horizon::Now, "a1", 4)
    };
    let late = [
        ("2026-11-22", ActionState::Open, true),
        ("2026-11-22", ActionState::Done, false),
        ("2026-11-23", ActionState::Doing, false),
        ("2026-02-30", ActionState::Open, false),
        ("before long", ActionState::Open, false),
    ];
    for (n, (due, state, _)) in late.iter().enumerate() {
        a.apply(Edit::Act(id(n), Some(day(due, *state))), clock.tick(1));
    }
    let found = cards(&q, &a, "2026-11-23");
    for (card, (due, _, is_late)) in found.iter().zip(late) {
        assert_eq!((card.due.as_str(), card.is_late), (due, is_late));
        let moves = card.moves.as_ref().unwrap();
        assert_eq!((moves.from, moves.to), (Level::new(2), Level::ALL[3]));
    }
    // Where nobody wrote what is to be done, the practice says it; and without one, nothing does.
    let silent = Action {
        what: " ".into(),
        ..action(Horizon::Now, "b1", 3)
    };
    assert!(!silent.is_blank());
    a.apply(Edit::Act(id(0), Some(silent.clone())), clock.tick(1));
    let title = q.practice(&practice("b1")).unwrap().title.clone();
    assert_eq!(cards(&q, &a, "")[0].what, title);
    assert_eq!(cards(&q, &a, "")[0].moves.as_ref().unwrap().from, None);
    let blank = Action {
        moves: None,
        state: ActionState::Doing,
        ..silent
    };
    assert!(blank.is_blank());
    for part in ["owner", "due", "unknown"] {
        let mut kept = blank.clone();
        match part {
            "owner" => kept.owner = "Ana".into(),
            "due" => kept.due = "2026-11-23".into(),
            _ => kept.unknown = "{}".into(),
        }
        assert!(!kept.is_blank(), "{part}");
    }
}

#[test]
fn what_is_planned_makes_room_among_the_suggestions_and_leaves_their_order() {
    let q: &'static _ = Box::leak(Box::new(plumbline::catalog::built_in()));
    let mut sample = built_in_sample(q);
    let shown = suggested(q, &sample);
    let titles = |steps: &[Suggested]| steps.iter().map(|s| s.title.clone()).collect::<Vec<_>>();
    let free: Vec<_> = shown.iter().filter(|s| !s.is_planned).cloned().collect();
    let first = titles(&not_planned(q, &sample));
    assert!(first.starts_with(&titles(&free)));
    let taken = Edit::Act(id(77), Some(free[0].action.clone()));
    sample.apply(taken, clock("x").tick(1));
    let then = titles(&not_planned(q, &sample));
    assert!(then.starts_with(&first[1..]), "{then:?}");
    assert!(!then.contains(&free[0].title));
    assert_eq!(titles(&suggested(q, &sample)), titles(&shown));
}

#[test]
fn actions_in_files_are_checked() {
    let q = questionnaire();
    let file = |actions: &str| {
        format!(
            r#"{{"format": "plumbline/assessment", "version": 1, "body": {{"id": "t", "team": "T",
            "questionnaire": {{"id": "test", "version": "1.0.0"}}, "actions": {actions}}}}}"#
        )
    };
    let good = file(r#"[{"id": "x", "what": "w", "practice": "a1", "level": 3, "more": [1]}]"#);
    let read = decode(&good).unwrap().assessment;
    assert_eq!(validate::assessment(&q, &read), []);
    let again = encode(&read, "", "");
    assert!(again.contains("\"more\"") && decode(&again).unwrap().assessment == read);
    for bad in [
        "{}",
        "[1]",
        r#"[{"what": "no id"}]"#,
        r#"[{"id": "x", "state": "asleep"}]"#,
        r#"[{"id": "x", "horizon": 1}]"#,
        r#"[{"id": "x", "practice": "a1"}]"#,
        r#"[{"id": "x", "practice": "a1", "level": 6}]"#,
    ] {
        let Err(Refusal::Problems(problems)) = decode(&file(bad)) else {
            panic!("{bad} was read");
        };
        assert!(
            problems[0].path.starts_with("actions"),
            "{bad}: {problems:?}"
        );
    }
    let strange = file(r#"[{"id": "x", "practice": "unheard-of", "level": 3}]"#);
    let strange = decode(&strange).unwrap().assessment;
    assert_eq!(validate::assessment(&q, &strange)[0].path, "actions/x");
}
