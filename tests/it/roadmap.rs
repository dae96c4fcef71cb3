//! Actions and the roadmap: what is suggested can be done, and what-if says what scoring says.

use crate::random;
use crate::world::{answered, clock, level, practice, questionnaire};
use plumbline::advice::roadmap;
use plumbline::formats::assessment_json::{Refusal, decode, encode};
use plumbline::model::{Action, ActionId, ActionState, Answer, Edit, Horizon, Level, validate};
use plumbline::scoring::score;

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
fn what_if_is_what_the_score_would_be() {
    let q = questionnaire();
    let mut a = answered(&[
        ("a1", level(1)),
        ("a2", level(3)),
        ("b1", level(2)),
        ("c1", level(4)),
    ]);
    let mut clock = clock("x");
    let act = action(Horizon::Now, "a1", 4);
    a.apply(Edit::Act(id(1), Some(act)), clock.tick(1));
    let stages = roadmap(&q, &a);
    let (before, after) = stages[0].value.unwrap();
    assert_eq!(Some(before), score(&q, &a).overall.value());
    // The same by answering: the action's level, and one level up for each suggestion.
    let mut then = a.clone();
    let raised = Edit::Respond(practice("a1"), Some(level(4)));
    then.apply(raised, clock.tick(1));
    for step in &stages[0].suggestions {
        let answer = Some(Answer::Level(step.to));
        then.apply(Edit::Respond(step.practice.clone(), answer), clock.tick(1));
    }
    assert!((score(&q, &then).overall.value().unwrap() - after).abs() < 1e-9);
    // No suggestion for what an action moves already.
    let mut all = stages.iter().flat_map(|s| &s.suggestions);
    assert!(all.all(|s| *s.practice != practice("a1")));
    // What is done or dropped raises nothing: the answers say what is.
    for state in [ActionState::Done, ActionState::Dropped] {
        let mut done = action(Horizon::Now, "a1", 5);
        done.state = state;
        a.apply(Edit::Act(id(1), Some(done)), clock.tick(1));
        assert!(roadmap(&q, &a)[0].value.unwrap().1 < after);
    }
}

#[test]
fn horizons_build_on_each_other_and_suggest_nothing_twice() {
    random::for_all(300, |seed, dice, q, a| {
        let mut a = a.clone();
        let mut clock = clock("x");
        for n in 0..dice.below(4) as usize {
            let p = &q.practices[dice.below(q.practices.len() as u64) as usize];
            let mut act = action(Horizon::ALL[n % 3], "a1", dice.below(5) as u8 + 1);
            act.moves = act.moves.map(|(_, level)| (p.id.clone(), level));
            a.apply(Edit::Act(id(n), Some(act)), clock.tick(1));
        }
        let stages = roadmap(q, &a);
        for two in stages.windows(2) {
            if let Some((_, after)) = two[0].value {
                let before = two[1].value.map(|v| v.0);
                assert_eq!(before, Some(after), "{seed}");
            }
        }
        let mut seen = std::collections::BTreeSet::new();
        for step in stages.iter().flat_map(|s| &s.suggestions) {
            assert!(seen.insert(step.practice), "{seed}: suggested twice");
            assert!(step.to > step.from, "{seed}");
        }
    });
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
