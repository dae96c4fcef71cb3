//! Teams that answered different questionnaires: what both ask is compared, and nothing else counts.

use crate::world::{answered, clock, id, level, practice, questionnaire};
use plumbline::advice::{Across, Asked, Member, changes, moved};
use plumbline::catalog::built_in;
use plumbline::formats::questionnaire_toml::{Own, decode};
use plumbline::model::{Answer, Assessment, DisciplineId, Edit, Mode, Questionnaire, Scope, Side};
use plumbline::report::rounds::Comparison;

fn bank() -> Own {
    let text = std::fs::read_to_string("examples/questionnaires/bank.toml").unwrap();
    decode(&text, &built_in()).unwrap()
}

fn plain(questionnaire: &Questionnaire) -> Asked<'_> {
    Asked {
        questionnaire,
        extends: None,
    }
}

fn own(own: &Own) -> Asked<'_> {
    Asked {
        questionnaire: &own.questionnaire,
        extends: own.extends.as_ref().map(|(id, _)| id.as_str()),
    }
}

fn titles(practices: &[&plumbline::model::Practice]) -> Vec<String> {
    practices.iter().map(|p| p.id.to_string()).collect()
}

/// The bank leaves one out and adds two: these are named, and all else is common.
#[test]
fn what_only_one_asks_is_named() {
    let (base, bank) = (built_in(), bank());
    let across = Across::of(&[plain(&base), own(&bank)]).unwrap();
    let q = &across.questionnaire;
    assert_eq!(q.practices.len(), base.practices.len() - 1);
    assert_eq!(q.metrics, base.metrics);
    let alone: Vec<_> = across.alone.iter().map(|a| titles(&a.practices)).collect();
    assert_eq!(
        alone,
        [
            vec!["progressive-delivery"],
            vec!["four-eyes", "exit-plans"]
        ]
    );
    assert!(across.alone.iter().all(|a| a.metrics.is_empty()));
    assert!(!across.is_whole() && !across.has(&practice("four-eyes")));
    // In the words and with the weights of the first, whichever that is.
    let roles = |q: &Questionnaire| q.practice(&id("incident-roles")).unwrap().title.clone();
    let sre = |q: &Questionnaire| q.discipline(&id("sre")).unwrap().weight;
    assert_eq!(roles(q), "Incident command and severity");
    let other = Across::of(&[own(&bank), plain(&base)])
        .unwrap()
        .questionnaire;
    assert_eq!(roles(&other), "Incident command at Acme");
    assert_eq!((sre(q), sre(&other)), (1.0, 2.0));
    assert_eq!(other.practices.len(), q.practices.len());
    // The dimension that the bank added has no practice, and is gone.
    assert_eq!(other.dimensions.len(), base.dimensions.len());
    assert_eq!(plumbline::model::validate::questionnaire(&other), []);
}

/// *Deployment* asks four things, and the bank three of them. Points of a level: 0, 25, 50, 75, 100.
///
/// | | automation | progressive | database | as code | own value | over three |
/// | --- | --- | --- | --- | --- | --- | --- |
/// | built-in | 3 | 5 | 3 | 3 | (50 + 100 + 50 + 50) / 4 = 62.5 | 50 |
/// | bank | 4 | | 4 | 2 | (75 + 75 + 25) / 3 = 58.33 | 58.33 |
fn two_teams() -> [Assessment; 2] {
    let ours = answered(&[
        ("deployment-automation", level(3)),
        ("progressive-delivery", level(5)),
        ("database-change", level(3)),
        ("infrastructure-as-code", level(3)),
    ]);
    let theirs = answered(&[
        ("deployment-automation", level(4)),
        ("database-change", level(4)),
        ("infrastructure-as-code", level(2)),
        ("four-eyes", level(1)),
    ]);
    [ours, theirs]
}

#[test]
fn teams_of_two_questionnaires_stand_side_by_side_over_what_both_are_asked() {
    let (base, bank) = (built_in(), bank());
    let across = Across::of(&[plain(&base), own(&bank)]).unwrap();
    let [ours, theirs] = two_teams();
    let q = &across.questionnaire;
    let at = q
        .dimensions
        .iter()
        .position(|d| d.id.as_str() == "deployment")
        .unwrap();
    let value = |q: &Questionnaire, a: &Assessment| {
        let member = Member::of(q, a);
        assert_eq!(
            member.dimensions.len(),
            across.questionnaire.dimensions.len()
        );
        member.dimensions[at].as_ref().unwrap().value().unwrap()
    };
    let near = |one: f64, other: f64| (one - other).abs() < 1e-9;
    assert!(near(value(&base, &ours), 62.5));
    assert!(near(value(&across.asked_by(&base), &ours), 50.0));
    assert!(near(
        value(&across.asked_by(&bank.questionnaire), &theirs),
        175.0 / 3.0
    ));
}

#[test]
fn two_states_of_two_questionnaires_are_compared_over_what_both_ask() {
    let (base, bank) = (built_in(), bank());
    let across = Across::of(&[plain(&base), own(&bank)]).unwrap();
    let [ours, theirs] = two_teams();
    let asked = [across.asked_by(&base), across.asked_by(&bank.questionnaire)];
    let sides = [(&asked[0], &ours), (&asked[1], &theirs)];
    let parts = changes(sides[0], sides[1]);
    let (_, deployment) = parts.iter().find(|(id, _)| *id == "deployment").unwrap();
    assert_eq!(deployment.common, 3);
    assert!((deployment.before - 50.0).abs() < 1e-9);
    assert!((deployment.responses - 25.0 / 3.0).abs() < 1e-9);
    assert_eq!((deployment.scope, deployment.questionnaire), (0.0, 0.0));
    // What only one of them asks is no answer that changed.
    let changed: Vec<_> = moved(sides[0], sides[1])
        .iter()
        .map(|m| m.practice.to_string())
        .collect();
    assert_eq!(
        changed,
        [
            "deployment-automation",
            "database-change",
            "infrastructure-as-code"
        ]
    );
    // As a document. That the versions are other ones is nothing to say of two questionnaires.
    let q: &'static Questionnaire = Box::leak(Box::new(across.questionnaire.clone()));
    let states = [("Ours".to_owned(), &ours), ("Theirs".to_owned(), &theirs)];
    let made = Comparison::across(q, [&asked[0], &asked[1]], &states[0], &states[1]);
    assert_eq!(made.findings.len(), 1);
    let answers = made.tables.last().unwrap();
    assert_eq!(answers.rows.len(), 3);
    assert!(
        answers
            .rows
            .iter()
            .flatten()
            .all(|cell| !cell.contains("Progressive"))
    );
}

/// One that asks a1 and c1 in its quick check, and a2 of those who offer the platform.
fn other() -> Questionnaire {
    let mut q = questionnaire();
    q.id = "other".into();
    for p in &mut q.practices {
        p.quick = ["a1", "c1"].contains(&p.id.as_str());
        if p.id.as_str() == "a2" {
            p.answered_by = Side::Provider;
        }
    }
    q
}

/// Whoever answered a quick check is counted by what that one asked, and not by what another asks.
#[test]
fn each_is_asked_what_its_own_quick_check_asks() {
    let (base, other) = (questionnaire(), other());
    let asked = Asked {
        questionnaire: &other,
        extends: Some("test"),
    };
    let across = Across::of(&[plain(&base), asked]).unwrap();
    assert!(across.is_whole());
    let mut quick = answered(&[("a1", level(5)), ("c1", level(2))]);
    let scope = Scope {
        mode: Mode::Quick,
        side: Side::Anyone,
        disciplines: ["one", "two"].map(id::<DisciplineId>).into_iter().collect(),
    };
    quick.apply(Edit::Scope(Some(scope)), clock("s").tick(9_000));
    let values = |q: &Questionnaire| {
        let dimensions = Member::of(q, &quick).dimensions;
        let values: Vec<_> = dimensions.iter().map(|d| d.as_ref()?.value()).collect();
        values
    };
    assert_eq!(
        values(&across.asked_by(&other)),
        [Some(100.0), None, Some(25.0)]
    );
    // The first one's quick check asks c2 alone, which nobody answered.
    assert_eq!(values(&across.questionnaire), [None, None, None]);
    assert_eq!(
        across.asked_by(&other).practices[1].answered_by,
        Side::Provider
    );
}

#[test]
fn what_is_asked_otherwise_is_not_the_same() {
    let base = questionnaire();
    let mut moved = other();
    moved.practices[4].dimension = id("a");
    moved.metrics[0].unit = "days".into();
    let asked = |questionnaire, extends| Asked {
        questionnaire,
        extends,
    };
    let across = Across::of(&[plain(&base), asked(&moved, Some("test"))]).unwrap();
    // In another discipline, or in another unit.
    assert!(
        across
            .alone
            .iter()
            .all(|a| titles(&a.practices) == ["c1"] && a.metrics.len() == 1)
    );
    // Neither extends the other: that ids are alike is chance.
    let across = Across::of(&[plain(&base), asked(&moved, None)]).unwrap();
    assert_eq!(across.questionnaire.practices, []);
    assert_eq!(across.alone[0].practices.len(), 6);
    assert!(
        changes(
            (&across.questionnaire, &answered(&[("a1", level(1))])),
            (
                &across.questionnaire,
                &answered(&[("a1", Answer::DontKnow)])
            )
        )
        .is_empty()
    );
    // Two that extend the same one are kin; one by itself is whole; of none, there is nothing.
    let twice = Across::of(&[asked(&moved, Some("test")), asked(&moved, Some("test"))]).unwrap();
    assert!(twice.is_whole() && twice.questionnaire.practices == moved.practices);
    assert!(Across::of(&[plain(&base)]).unwrap().is_whole());
    assert_eq!(Across::of(&[]), None);
}
