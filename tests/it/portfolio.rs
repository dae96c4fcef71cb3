//! Many teams: what they have in common, what is withheld, what is published.

use crate::fuzz;
use crate::random::Dice;
use crate::world::{answered, clock, empty, id, level, not_applicable, questionnaire};
use plumbline::advice::{Member, common_gaps, distribution, pairings};
use plumbline::formats::portfolio_json::read;
use plumbline::model::{Answer, Assessment, Edit, Fact, Level};
use plumbline::report::portfolio::Common;
use plumbline::report::{csv, portfolio};
use plumbline::words::words;

fn team(name: &str, answers: &[(&str, Answer)], respondents: &str) -> Assessment {
    let (mut a, mut clock) = (answered(answers), clock("w3"));
    a.id = id(name);
    for edit in [
        Edit::Team(Some(name.into())),
        Edit::Say(Fact::Respondents, Some(respondents.into())),
        Edit::Say(Fact::Group, Some("G".into())),
    ] {
        a.apply(edit, clock.tick(9_000));
    }
    a
}

/// A number of people that we cannot read is none, and none is withheld.
#[test]
fn respondents_are_read_as_people_write_them() {
    let q = questionnaire();
    for (text, people) in [
        (" 6 ", Some(6)),
        ("8 people", Some(8)),
        ("about 12", Some(12)),
        ("1,250", Some(1250)),
        ("2-3", None),
        ("more than 2", None),
        ("everyone", None),
        ("", None),
    ] {
        let member = Member::of(&q, &team("t", &[("a1", level(1))], text));
        assert_eq!(member.respondents, people, "{text}");
        assert_eq!(member.is_withheld(3), people.is_none(), "{text}");
    }
}

/// Three teams: `a1` is weak at two of three, `c1` strong at one and weak at another.
fn three() -> [Assessment; 3] {
    let mut third = team(
        "third",
        &[("a1", level(4)), ("c1", level(3)), ("a2", not_applicable())],
        "",
    );
    third.apply(
        Edit::Target(id("c1"), Level::new(5)),
        clock("w4").tick(10_000),
    );
    [
        team(
            "first",
            &[
                ("a1", level(1)),
                ("a2", level(2)),
                ("a3", level(3)),
                ("c1", level(5)),
            ],
            "6",
        ),
        team(
            "second",
            &[
                ("a1", level(2)),
                ("a2", level(5)),
                ("b1", Answer::DontKnow),
                ("c1", level(2)),
            ],
            "2",
        ),
        third,
    ]
}

#[test]
fn gaps_are_counted_over_teams_that_have_a_level() {
    let q = questionnaire();
    let members = three().map(|a| Member::of(&q, &a));
    let all: Vec<_> = members.iter().collect();
    let gaps = common_gaps(&q, &all);
    // a1: 1, 2, 4. a2: one of two. c1: one of three. Two teams at least, and half of them.
    let said: Vec<_> = gaps
        .iter()
        .map(|g| (g.practice.id.as_str(), g.below, g.of))
        .collect();
    assert_eq!(said, [("a1", 2, 3)]);
    assert!(common_gaps(&q, &[]).is_empty());
}

#[test]
fn a_strong_team_is_named_beside_those_that_want_help() {
    let q = questionnaire();
    let members = three().map(|a| Member::of(&q, &a));
    let all: Vec<_> = members.iter().collect();
    let pairings = pairings(&q, &all);
    let said: Vec<_> = pairings
        .iter()
        .map(|p| {
            let names = |list: &[&Member]| list.iter().map(|m| m.team.clone()).collect::<Vec<_>>();
            (p.practice.id.as_str(), names(&p.strong), names(&p.asking))
        })
        .collect();
    // Third stands at 3 and aims at 5, so it asks too. Where most ask comes first.
    let list = |names: &[&str]| names.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
    assert_eq!(
        said,
        [
            ("a1", list(&["third"]), list(&["first", "second"])),
            ("c1", list(&["first"]), list(&["second", "third"])),
            ("a2", list(&["second"]), list(&["first"])),
        ]
    );
}

#[test]
fn levels_are_spread_over_teams_with_enough_answers() {
    let q = questionnaire();
    let members = three().map(|a| Member::of(&q, &a));
    let all: Vec<_> = members.iter().collect();
    // a: first 1, 2, 3; second 1 open of 3; third one of two. b: nobody with a level.
    // c: c1 alone is half of it, so it can be spoken of.
    let spread = distribution(&q, &all);
    assert_eq!(spread[0].iter().sum::<usize>(), 3);
    assert_eq!(spread[0][0], 0);
    assert_eq!(spread[1], [3, 0, 0, 0, 0, 0]);
    assert_eq!(spread[2].iter().sum::<usize>(), 3);
}

#[test]
fn columns_that_nobody_answered_are_hidden() {
    let q = Box::leak(Box::new(questionnaire()));
    let all = three().map(|a| Member::of(q, &a));
    let (all, none) = (all.each_ref(), empty());
    let columns = || portfolio::columns(q, "");
    assert_eq!(portfolio::answered(columns(), &all), columns());
    let none = Member::of(q, &none);
    assert!(portfolio::answered(columns(), &[&none]).is_empty());
    let one = crate::world::answered(&[("a1", level(2))]);
    let one = Member::of(q, &one);
    assert_eq!(portfolio::answered(columns(), &[&none, &one]), [0]);
}

#[test]
fn of_many_rows_the_first_hundred_stand_there_until_all_are_asked_for() {
    let w = words();
    for few in [0, 2, 100] {
        assert_eq!(portfolio::standing_of(few, false), few);
        assert_eq!(w.caption_of_rows("Teams", (few, few)), "Teams");
    }
    let standing = portfolio::standing_of(1_000, false);
    assert_eq!(
        (standing, portfolio::standing_of(1_000, true)),
        (100, 1_000)
    );
    let counts = (standing, 1_000);
    assert_eq!(w.caption_of_rows("Teams", counts), "Teams: 100 of 1,000");
    assert_eq!(w.rows_standing(100, 1_000, false), "100 of 1,000 teams");
    assert_eq!(w.rows_standing(100, 101, true), "100 of 101 groups");
    assert_eq!(w.show_all(1_000), "Show all 1,000");
}

#[test]
fn what_few_people_answered_is_withheld_everywhere() {
    let q = Box::leak(Box::new(questionnaire()));
    let members = three().map(|a| Member::of(q, &a));
    let all: Vec<_> = members.iter().collect();
    let columns = portfolio::columns(q, "");
    assert_eq!((columns.len(), portfolio::columns(q, "two").len()), (3, 1));
    let grid = portfolio::grid(q, &all, &columns, 5);
    assert_eq!(grid.heads, ["A", "B", "C"], "names, no numbers");
    let texts = |row: usize| {
        grid.rows[row]
            .cells
            .iter()
            .map(|c| c.0.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(texts(0), ["25", "?", "100"]);
    // Two people answered; and nobody said how many.
    assert_eq!((texts(1), texts(2)), (vec!["·"; 3], vec!["·"; 3]));
    let common = Common::of(q, &all, 5);
    let finding = portfolio::finding(q, &all, 5);
    assert!(finding.contains("3 teams. 2 of them withheld"), "{finding}");
    assert!(!format!("{common:?}{:?}", common.tables()).contains("second"));
    let text = csv::portfolio(q, &all, 5);
    let lines: Vec<_> = text.trim_end().lines().collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[2], "second,G,,2,·,,·,,·,,·,,·,");
    assert!(
        lines[1].starts_with("first,G,,6,25,50,100,50,25,100,?,0,100,50"),
        "{}",
        lines[1]
    );
    let shown = format!("{:?}", portfolio::blocks(q, &all, &columns, 0));
    let svg = portfolio::picture(&portfolio::grid(q, &all, &columns, 0));
    assert!(shown.contains("second") && svg.starts_with("<svg"));
}

#[test]
fn a_published_list_names_files_in_its_folder_and_nothing_else() {
    let text = r#"{"format": "plumbline/portfolio", "version": 1, "files": ["a.json", "b/c_1.json",
        "../x.json", "/x.json", "//host/x", "https://host/x", "a//b", ".hidden", "a/.b", "a b", "", 7, "ä.json"]}"#;
    assert_eq!(
        read(text).unwrap().files,
        ["a.json", "b/c_1.json", "ä.json"]
    );
    assert_eq!(read(r#"["a.json"]"#).unwrap().files, ["a.json"]);
    for bad in [
        "",
        "{",
        "7",
        "{}",
        r#"{"format": "x", "files": []}"#,
        r#"{"format": "plumbline/portfolio"}"#,
    ] {
        assert_eq!(read(bad), None, "{bad}");
    }
    let mut dice = Dice(11);
    for _ in 0..2_000 {
        let text = fuzz::damaged(&mut dice, &[text.to_owned()]);
        for name in read(&text).unwrap_or_default().files {
            assert!(
                name.split('/')
                    .all(|part| !part.is_empty() && !part.starts_with('.'))
                    && !name.contains(':'),
                "{name}"
            );
        }
    }
}
