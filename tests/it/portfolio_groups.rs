//! Teams by group, teams over the quarters, teams of one name, and who is asked for help.

use crate::collation::READER;
use crate::random::Dice;
use crate::world::{answered, clock, id, level, questionnaire};
use plumbline::advice::portfolio::middle::{median, middles};
use plumbline::advice::portfolio::{
    Group, Middle, NAMED, Round, apart, groups, over_quarters, pairings,
};
use plumbline::advice::{Member, distribution};
use plumbline::model::{Answer, Assessment, Edit, Fact, Questionnaire};
use plumbline::report::portfolio::{named_apart, pair, rows_of_groups};
use plumbline::scoring::Reading;

fn leaked() -> &'static Questionnaire {
    Box::leak(Box::new(questionnaire()))
}

fn team(name: &str, group: &str, people: &str, answers: &[(&str, Answer)]) -> Assessment {
    let (mut a, mut clock) = (answered(answers), clock("w3"));
    a.id = id(name);
    for edit in [
        Edit::Team(Some(name.into())),
        Edit::Say(Fact::Respondents, Some(people.into())),
        Edit::Say(Fact::Group, Some(group.into())),
    ] {
        a.apply(edit, clock.tick(9_000));
    }
    a
}

/// A team with all three dimensions answered by one level each.
fn at(name: &str, group: &str, [a, b, c]: [u8; 3]) -> Assessment {
    let all = ["a1", "a2", "a3"].map(|p| (p, level(a)));
    let rest = [("b1", level(b)), ("c1", level(c)), ("c2", level(c))];
    team(name, group, "6", &[&all[..], &rest].concat())
}

fn members(all: &[Assessment]) -> Vec<Member> {
    all.iter()
        .map(|a| Member::of(&questionnaire(), a))
        .collect()
}

#[test]
fn the_middle_is_that_of_the_sorted_numbers() {
    assert_eq!(median([]), None);
    assert_eq!(median([0.1 + 0.2]), Some(0.1 + 0.2));
    assert_eq!(median([50.0, 0.0]), Some(25.0));
    assert_eq!(median([75.0, 0.0, 50.0]), Some(50.0));
    assert_eq!(median([100.0, 0.0, 50.0, 75.0]), Some(62.5));
}

/// In random worlds: a group of one team is that team, in whatever order teams come the groups are the
/// same, and no middle lies outside what its teams have.
#[test]
fn a_group_of_one_is_its_team_and_order_does_not_matter() {
    let q = questionnaire();
    let mut dice = Dice(7);
    let mut known = 0;
    for _ in 0..300 {
        let count = 1 + dice.below(9);
        let teams: Vec<_> = (0..count)
            .map(|n| {
                let answers: Vec<_> = q.practices.iter().map(|p| p.id.as_str()).collect();
                let answers = answers.into_iter().filter_map(|p| {
                    let n = u8::try_from(dice.below(7)).unwrap();
                    match n {
                        0 => None,
                        6 => Some((p, Answer::DontKnow)),
                        n => Some((p, level(n))),
                    }
                });
                let answers: Vec<_> = answers.collect();
                let group = ["", "Shop", "shop", "Bank"][dice.below(4) as usize];
                let people = (1 + dice.below(8)).to_string();
                team(&format!("t{n}"), group, &people, &answers)
            })
            .collect();
        let all = members(&teams);
        let mut refs: Vec<_> = all.iter().collect();
        for one in &refs {
            let alone = groups(&[one], 0, READER);
            assert_eq!(alone.len(), 1);
            for (at, score) in one.dimensions.iter().enumerate() {
                let middle = alone[0].middle(at);
                assert_eq!(middle.value(), score.as_ref().and_then(|s| s.value()));
                let is_asked = score
                    .as_ref()
                    .is_some_and(|s| s.reading != Reading::NotApplicable);
                assert_eq!(middle == Middle::NotAsked, !is_asked);
            }
        }
        let said = |refs: &[&Member]| {
            let found = groups(refs, 3, READER);
            let said = found.iter().map(|g| {
                let middles: Vec<_> = (0..q.dimensions.len()).map(|at| g.middle(at)).collect();
                (g.name.to_lowercase(), g.members.len(), g.withheld, middles)
            });
            said.collect::<Vec<_>>()
        };
        let before = said(&refs);
        let counted: usize = before.iter().map(|g| g.1 + g.2).sum();
        assert_eq!(counted, refs.len(), "each team is in one group");
        for at in (1..refs.len()).rev() {
            refs.swap(
                at,
                usize::try_from(dice.below(u64::try_from(at).unwrap() + 1)).unwrap(),
            );
        }
        assert_eq!(said(&refs), before);
        for group in groups(&refs, 0, READER) {
            for at in 0..q.dimensions.len() {
                let own = group
                    .members
                    .iter()
                    .filter_map(|m| m.dimensions[at].as_ref()?.value());
                let (low, high) = own.fold((100.0_f64, 0.0_f64), |(l, h), v| (l.min(v), h.max(v)));
                if let Middle::Known(value, teams) = group.middle(at) {
                    assert!((low..=high).contains(&value) && teams > 0);
                    known += 1;
                }
            }
        }
    }
    assert!(known > 1_000);
}

#[test]
fn a_group_of_which_nothing_may_be_said_is_left_out_and_that_is_said() {
    let q = leaked();
    let teams = [
        at("one", "Shop", [1, 1, 1]),
        at("two", "shop", [3, 3, 3]),
        team("three", "Shop", "2", &[("a1", level(5))]),
        team("four", "Bank", "", &[("a1", level(5))]),
        at("five", "", [2, 2, 2]),
    ];
    let all = members(&teams);
    let refs: Vec<_> = all.iter().collect();
    let (grid, said) = rows_of_groups(q, &groups(&refs, 3, READER), &[0, 1, 2]);
    let rows = grid
        .rows
        .iter()
        .map(|r| (r.label.as_str(), r.cells[0].0.as_str()));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        [
            ("Shop: 2 teams, 1 withheld", "25"),
            ("No group: 1 team", "25")
        ]
    );
    assert!(
        said.unwrap()
            .starts_with("1 group is not shown: too few people")
    );
    let (grid, said) = rows_of_groups(q, &groups(&refs, 0, READER), &[0]);
    assert_eq!((grid.rows.len(), said), (3, None));
}

#[test]
fn two_groups_are_set_against_each_other_by_the_numbers_that_are_printed() {
    let q = leaked();
    let teams = [
        at("one", "Bank", [1, 3, 2]),
        at("two", "Shop", [3, 3, 1]),
        at("three", "Alike", [1, 3, 2]),
        at("four", "Both", [3, 5, 2]),
        team("five", "Empty", "6", &[]),
    ];
    let all = members(&teams);
    let refs: Vec<_> = all.iter().collect();
    let groups = groups(&refs, 0, READER);
    let group = |name: &str| -> &Group { groups.iter().find(|g| g.name == name).unwrap() };
    let pair = |one: &str, other: &str| pair(q, [group(one), group(other)], &[0, 1, 2]);
    let made = pair("Bank", "Shop");
    assert_eq!(
        made.finding,
        "Shop stands higher in A, by 50 points. Bank stands higher in C, by 25 points. They are alike in 1 dimension."
    );
    let rows = made
        .dumbbell
        .rows
        .iter()
        .map(|r| (r.label.as_str(), r.moved.as_str()));
    assert_eq!(rows.collect::<Vec<_>>(), [("A", "+50"), ("C", "−25")]);
    assert_eq!(made.table.rows.len(), 2, "only what differs");
    assert_eq!(
        pair("Bank", "Alike").finding,
        "Bank and Alike are alike in 3 dimensions."
    );
    // A tie is called one.
    assert_eq!(
        pair("Bank", "Both").finding,
        "Both stands higher in 2 dimensions: A and B, by 50 points each. They are alike in 1 dimension."
    );
    assert!(
        pair("Bank", "Empty")
            .finding
            .starts_with("There is no dimension")
    );
    assert_eq!(apart([group("Bank"), group("Shop")], &[1]).alike, 1);
}

#[test]
fn those_who_could_help_are_asked_in_turn() {
    let strong = |name: &str| at(name, "", [5, 5, 5]);
    let mut teams = vec![at("weak", "", [1, 1, 1])];
    teams.extend(["s1", "s2", "s3", "s4", "s5", "s6"].map(strong));
    let all = members(&teams);
    let refs: Vec<_> = all.iter().collect();
    let q = questionnaire();
    let found = pairings(&q, &refs);
    assert_eq!(found.len(), 6);
    let count = |name: &str| {
        let named = found.iter().flat_map(|p| p.strong.iter().take(NAMED));
        named.filter(|m| m.team == name).count()
    };
    // Six practices, two named for each, six teams.
    for name in ["s1", "s2", "s3", "s4", "s5", "s6"] {
        assert_eq!(count(name), 2, "{name}");
    }
    assert!(found.iter().all(|p| p.strong.len() == 6), "nobody is lost");
    // Whoever alone can help with something is spared elsewhere.
    let mut only = at("s1", "", [5, 5, 5]);
    only.id = id("only");
    only.team.value = Some("only".into());
    let two = [at("s2", "", [5, 5, 1]), at("s3", "", [5, 5, 1])];
    let teams: Vec<_> = [at("weak", "", [1, 1, 1]), only]
        .into_iter()
        .chain(two)
        .collect();
    let all = members(&teams);
    let refs: Vec<_> = all.iter().collect();
    let found = pairings(&q, &refs);
    for pairing in found.iter().filter(|p| p.strong.len() == 3) {
        let first: Vec<_> = pairing.strong[..NAMED]
            .iter()
            .map(|m| m.team.as_str())
            .collect();
        assert!(first.contains(&"s2") || first.contains(&"s3"), "{first:?}");
    }
    let named = found.iter().flat_map(|p| p.strong.iter().take(NAMED));
    assert!(named.filter(|m| m.team == "only").count() <= 4);
    assert_eq!(distribution(&q, &refs).len(), 3);
}

#[test]
fn teams_of_one_name_are_told_apart() {
    let named = |list: &[(&str, &str, &str)]| {
        let teams = list.iter().map(|(own, name, group)| {
            let mut a = at(own, group, [1, 1, 1]);
            a.team.value = Some((*name).to_owned());
            a
        });
        let mut all = members(&teams.collect::<Vec<_>>());
        named_apart(&mut all);
        all.into_iter().map(|m| m.team).collect::<Vec<_>>()
    };
    assert_eq!(
        named(&[
            ("x", "Pay", "Shop"),
            ("y", "Search", "Shop"),
            ("z", "Pay", "Bank")
        ]),
        ["Pay (Shop)", "Search", "Pay (Bank)"]
    );
    // Groups that do not tell them apart leave the ids, as much of them as is needed.
    assert_eq!(
        named(&[
            ("abcd1-x", "Pay", "Shop"),
            ("abcd2-y", "Pay", "Shop"),
            ("q", "Pay", "")
        ]),
        ["Pay (abcd1)", "Pay (abcd2)", "Pay (q)"]
    );
    assert_eq!(
        named(&[("team-1", "Pay", ""), ("team-10", "Pay", "")]),
        ["Pay (team-1)", "Pay (team-10)"]
    );
}

#[test]
fn teams_with_several_rounds_make_a_line_over_the_quarters() {
    let q = questionnaire();
    let rounds = |a: &Assessment, last: Option<&str>| Round::all(&q, a, last);
    let keep = |a: &mut Assessment, own: &str, name: &str, taken: &str| {
        let kept = a.snapshot(name.into(), taken.into(), false);
        a.apply(
            Edit::Keep(id(own), Some(Box::new(kept))),
            clock("w8").tick(20_000),
        );
    };
    let mut one = at("one", "", [1, 1, 1]);
    // Called after a quarter, and closed in the next.
    keep(&mut one, "s1", "2026 Q1", "2026-04-02T10:00:00Z");
    one.apply(
        Edit::Respond(id("b1"), Some(level(5))),
        clock("w9").tick(30_000),
    );
    keep(&mut one, "s2", "After the fire", "2026-05-01T10:00:00Z");
    let found = rounds(&one, Some("2026-11-23T01:00:00Z"));
    let names = |list: &[Round]| list.iter().map(|r| r.quarter.clone()).collect::<Vec<_>>();
    assert_eq!(names(&found), ["2026 Q1", "2026 Q2", "2026 Q4"]);
    assert_eq!(found[0].disciplines, [Some(0.0), Some(0.0)]);
    assert_eq!(found[1].disciplines, [Some(50.0), Some(0.0)]);
    // The later state of a quarter counts; without a day, the present one is in none.
    assert_eq!(names(&rounds(&one, Some("2026-06-30T01:00:00Z"))).len(), 2);
    assert_eq!(names(&rounds(&one, None)), ["2026 Q1", "2026 Q2"]);
    let alone = rounds(&at("two", "", [3, 3, 3]), Some("2026-05-05T01:00:00Z"));
    assert_eq!(alone.len(), 1);
    let other: Vec<_> = [("2026 Q1", 100.0), ("2026 Q2", 0.0)]
        .map(|(quarter, value)| Round {
            quarter: quarter.into(),
            disciplines: vec![Some(value), None],
        })
        .into();
    let (teams, line) = over_quarters([&found[..], &alone, &other].into_iter());
    // The one with a single round counts nowhere.
    assert_eq!(teams, 2);
    let said: Vec<_> = line
        .iter()
        .map(|x| (x.name.as_str(), x.teams, &x.disciplines[..]))
        .collect();
    assert_eq!(
        said,
        [
            ("2026 Q1", 2, &[Some(50.0), Some(0.0)][..]),
            ("2026 Q2", 2, &[Some(25.0), Some(0.0)]),
            ("2026 Q4", 1, &[Some(50.0), Some(0.0)]),
        ]
    );
}

/// The middle of a few would say what each of them said.
#[test]
fn the_middle_of_all_stands_beside_a_team_where_there_are_enough() {
    let q = questionnaire();
    let cards = |levels: &[u8]| {
        let teams = levels.iter().map(|n| at("t", "", [*n; 3]));
        teams
            .map(|a| plumbline::scoring::score(&q, &a).disciplines)
            .collect::<Vec<_>>()
    };
    assert_eq!(middles(&q, &cards(&[1, 2, 3, 4])), None);
    let (teams, values) = middles(&q, &cards(&[5, 1, 2, 3, 4])).unwrap();
    assert_eq!((teams, values), (5, vec![Some(50.0); 2]));
    // Of a discipline that one of five does not answer, there are too few.
    let mut some = cards(&[5, 1, 2, 3]);
    let alone = answered(&[
        ("a1", level(1)),
        ("a2", level(1)),
        ("a3", level(1)),
        ("b1", level(1)),
    ]);
    some.push(plumbline::scoring::score(&q, &alone).disciplines);
    let found = middles(&q, &some).unwrap();
    assert_eq!(found, (5, vec![Some(25.0), None]));
    let said = plumbline::words::words().middles(&q, 5, &found.1);
    assert_eq!(said, "In the middle of the 5 teams here: One 25.");
}
