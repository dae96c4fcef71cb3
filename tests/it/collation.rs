//! The words of people, in any script: put in order and found.

use crate::random::Dice;
use crate::world::{empty, questionnaire};
use plumbline::advice::Member;
use plumbline::advice::portfolio::{belonging, by_group, spellings};
use plumbline::model::collation::{Collation, sorted};
use std::cmp::Ordering;

/// Stands in for the browser, with the same promises: case and accents come last, numbers count.
fn plain(c: char) -> Option<String> {
    let c = match c {
        'é' | 'è' | 'ê' | 'É' | 'ë' => 'e',
        'ä' | 'Ä' | 'à' => 'a',
        'ö' | 'ó' | 'Ö' | 'Ó' => 'o',
        'ź' => 'z',
        '\u{300}'..='\u{36f}' => return None,
        c => c,
    };
    Some(c.to_uppercase().collect())
}

fn capitals(text: &str) -> String {
    text.chars().filter_map(plain).collect()
}

fn compare(a: &str, b: &str) -> Ordering {
    fn pieces(text: &str) -> Vec<(u64, String)> {
        let mut pieces: Vec<(u64, String)> = Vec::new();
        for c in capitals(text).chars() {
            match (c.to_digit(10), pieces.last_mut()) {
                (Some(digit), Some((n, letters))) if letters.is_empty() => {
                    *n = n.saturating_mul(10).saturating_add(digit.into());
                }
                (Some(digit), _) => pieces.push((digit.into(), String::new())),
                (None, Some((_, letters))) if !letters.is_empty() => letters.push(c),
                (None, _) => pieces.push((u64::MAX, c.to_string())),
            }
        }
        pieces
    }
    pieces(a).cmp(&pieces(b))
}

pub const READER: Collation = Collation { compare, capitals };

#[test]
fn names_stand_as_readers_expect() {
    let names = [
        "Zebra",
        "apps",
        "Ähnliche",
        "Team 10",
        "Team 2",
        "équipe",
        "Equipe",
        "Łódź",
        "team 2",
        "",
    ];
    let sorted = sorted(names, |a, b| READER.order(a, b));
    let expected = [
        "",
        "Ähnliche",
        "apps",
        "Equipe",
        "équipe",
        "Team 2",
        "team 2",
        "Team 10",
        "Zebra",
        "Łódź",
    ];
    assert_eq!(sorted, expected);
}

#[test]
fn the_order_is_total_and_what_is_equal_stays_as_it_came() {
    let mut dice = Dice(3);
    let letters = [
        "a", "A", "ä", "e\u{301}", "é", "1", "02", "2", " ", "Z", "漢",
    ];
    for _ in 0..300 {
        let mut names: Vec<String> = Vec::new();
        for _ in 0..dice.below(40) {
            let parts = (0..dice.below(4)).map(|_| letters[dice.below(11) as usize]);
            names.push(parts.collect());
        }
        let numbered: Vec<_> = names.iter().cloned().zip(0..).collect();
        let once = sorted(numbered, |a, b| READER.order(&a.0, &b.0));
        for pair in once.windows(2) {
            let order = READER.order(&pair[0].0, &pair[1].0);
            assert!(
                order.is_lt() || (order.is_eq() && pair[0].0 == pair[1].0 && pair[0].1 < pair[1].1)
            );
        }
        // In whatever order they come, they stand the same.
        let mut mixed = names.clone();
        for at in (1..mixed.len()).rev() {
            mixed.swap(at, dice.below(at as u64 + 1) as usize);
        }
        let again = sorted(mixed, |a, b| READER.order(a, b));
        assert_eq!(
            again,
            once.iter()
                .map(|(name, _)| name.clone())
                .collect::<Vec<_>>()
        );
        // As the standard sort has it.
        names.sort_by(|a, b| READER.order(a, b));
        assert_eq!(again, names);
    }
}

#[test]
fn what_is_in_order_already_is_not_sorted_again() {
    let asked = std::cell::Cell::new(0);
    let list: Vec<_> = (0..1_000).collect();
    let same = sorted(list.clone(), |a, b| {
        asked.set(asked.get() + 1);
        a.cmp(b)
    });
    assert_eq!((same, asked.get()), (list, 999));
}

#[test]
fn one_finds_without_case_and_accents() {
    let finds = |text: &str, wanted: &str| READER.wanted(wanted).is_in(text);
    let found = [
        ("Équipe", "EQUIPE"),
        ("equipe", "équ"),
        ("Ähnliche Dienste", "ahn"),
        ("Ähnliche Dienste", "ähn"),
        ("Łódź", "lodz"),
        ("Lodz", "łódź"),
        ("Платежи", "платежи"),
        ("Straße", "STRASSE"),
        ("STRAẞE", "strasse"),
        ("Smørrebrød", "smorrebrod"),
        ("Đặng", "d"),
        ("Æther", "aether"),
        ("e\u{301}te\u{301}", "été"),
        ("Core", "  core "),
        ("Core", ""),
    ];
    for (text, wanted) in found {
        assert!(finds(text, wanted), "{wanted} in {text}");
    }
    assert!(!finds("Core", "cores") && !finds("", "x"));
    assert!(READER.wanted(" ").is_empty() && !READER.wanted("x").is_empty());
}

fn member(team: &str, group: &str, tags: &[&str]) -> Member {
    Member {
        team: team.into(),
        group: group.into(),
        tags: tags.iter().map(|&t| t.into()).collect(),
        ..Member::of(&questionnaire(), &empty())
    }
}

#[test]
fn groups_and_tags_are_the_same_in_any_spelling() {
    let members = [
        member("A", "Équipe", &["backend", "Équipe"]),
        member("B", "Zebra", &["Backend"]),
        member("C", "equipe", &[]),
        member("D", "", &["web"]),
        member("E", "apps", &["BACKEND"]),
    ];
    let teams = |members: Vec<&Member>| members.iter().map(|m| m.team.as_str()).collect::<String>();
    assert_eq!(teams(belonging(&members, "equipe", "", READER)), "AC");
    assert_eq!(teams(belonging(&members, "", "backend", READER)), "ABE");
    assert_eq!(teams(belonging(&members, "zebra", "BackEnd", READER)), "B");
    assert_eq!(teams(belonging(&members, "", "", READER)), "ABCDE");
    assert_eq!(teams(by_group(members.iter().collect(), READER)), "DEACB");
    let groups = members.iter().map(|m| m.group.as_str()).collect();
    assert_eq!(spellings(groups, READER), ["apps", "equipe", "Zebra"]);
}
