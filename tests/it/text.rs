//! Texts of people, in any script: cut, made into names of files, read from files.

use crate::random::Dice;
use crate::world::{id, practice, snapshot};
use plumbline::figure::trend::{Series, Trend};
use plumbline::figure::{Grid, Ink, grid};
use plumbline::formats::ballot_code::{encode, find};
use plumbline::formats::file_name::file_name;
use plumbline::formats::plain_text::{NotText, decode};
use plumbline::formats::portfolio_json::read;
use plumbline::model::Edit;
use plumbline::model::text::{cut, cut_bytes, isolated, line};
use plumbline::model::validate::{MAX_NAME, MAX_NOTE};
use plumbline::words::words;
use plumbline::workshop::{Ballot, Session};

/// Each is one character to whoever reads it.
const ONE_EACH: [&str; 22] = [
    "a",
    "e\u{301}",
    "ä",
    "ł",
    "न\u{93f}",
    "क\u{94d}ष",
    "ก\u{e34}\u{e4c}",
    "한",
    "\u{1112}\u{1161}\u{11ab}",
    "か\u{3099}",
    "ﾊ\u{ff9f}",
    "ם\u{5b8}",
    "م\u{64f}",
    "漢",
    "Ｗ",
    "😀",
    "👍🏽",
    "👩\u{200d}👩\u{200d}👧\u{200d}👦",
    "❤\u{fe0f}\u{200d}🔥",
    "🇩🇪",
    "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
    "1\u{fe0f}\u{20e3}",
];

/// The places in `whole` at which one of its characters ends.
fn ends(whole: &[&str]) -> Vec<usize> {
    let mut at = 0;
    let each = whole.iter().map(|one| {
        at += one.len();
        at
    });
    [0].into_iter().chain(each).collect()
}

#[test]
fn a_cut_never_goes_through_what_is_seen_as_one_character() {
    let mut dice = Dice(7);
    for _ in 0..2_000 {
        let n = dice.below(12) as usize + 1;
        let whole: Vec<_> = (0..n).map(|_| ONE_EACH[dice.below(22) as usize]).collect();
        let (text, ends) = (whole.concat(), ends(&whole));
        // Two flags in a row are four letters of flags: pairs, from the first on.
        for most in 8..text.chars().count() + 2 {
            let short = cut(&text, most);
            assert!(ends.contains(&short.len()), "{text} at {most}: {short}");
            assert!(short.chars().count() <= most);
            let next = ends.iter().find(|end| **end > short.len());
            let would = next.map(|end| text[..*end].chars().count());
            assert!(would.is_none_or(|n| n > most), "{text} at {most}: {short}");
        }
        for most in 32..text.len() + 2 {
            let short = cut_bytes(&text, most);
            assert!(ends.contains(&short.len()) && short.len() <= most);
        }
    }
}

#[test]
fn what_never_ends_is_cut_all_the_same() {
    let stacked = "Z".to_owned() + &"\u{335}\u{321}".repeat(500);
    assert_eq!(cut(&stacked, 80).chars().count(), 80);
    assert_eq!(cut_bytes(&stacked, 80).len(), 79);
    assert_eq!(cut(&"\u{200d}".repeat(9), 4).chars().count(), 4);
    assert_eq!((cut("", 0), cut("abc", 0), cut_bytes("é", 1)), ("", "", ""));
}

#[test]
fn every_text_of_an_edit_is_bounded_between_characters() {
    let family = "👩\u{200d}👩\u{200d}👧\u{200d}👦";
    let many = family.repeat(MAX_NOTE);
    let snapshot = snapshot(&many, "2026-11-26T10:00:00Z", false);
    let edits = [
        (Edit::Team(Some(many.clone())), MAX_NAME),
        (Edit::Keep(id("s"), Some(Box::new(snapshot))), MAX_NAME),
        (
            Edit::Note(practice("slo-targets"), Some(many.clone())),
            MAX_NOTE,
        ),
    ];
    for (edit, most) in edits {
        let text = match edit.bounded() {
            Edit::Team(Some(text)) | Edit::Note(_, Some(text)) => text,
            Edit::Keep(_, Some(snapshot)) => snapshot.name,
            other => panic!("{other:?}"),
        };
        assert_eq!(text, family.repeat(most / 7));
    }
}

#[test]
fn a_name_before_a_ballot_is_cut_between_characters() {
    let session = Session {
        tag: 5,
        practices: vec![practice("slo-targets")],
    };
    let ballot = Ballot {
        voter: 1,
        role: None,
        answers: vec![None],
        ..Ballot::default()
    };
    let code = encode(&session, &ballot);
    let found = find(&session, &format!("{}: {code}", "🇩🇪".repeat(60)));
    assert_eq!(found.names, ["🇩🇪".repeat(MAX_NAME / 2)]);
    assert_eq!(line("a\u{7}b\r\nc", 9), "abc");
}

#[test]
fn file_names_keep_their_letters() {
    let name = |of: &str| file_name(of, "2026-11-26", "json");
    let same = [
        "Équipe-Paiements",
        "Łódź",
        "Платежи",
        "決済チーム",
        "فريق",
        "צוות",
        "สวัสดี",
        "किताब",
        "Straße",
        "👩\u{200d}💻",
    ];
    for of in same {
        assert_eq!(name(of), format!("plumbline_{of}_2026-11-26.json"));
    }
    let changed = [
        ("A/B: \\ \"C\" <d>|e?*", "A-B-C-d-e"),
        ("..", "team"),
        ("", "team"),
        ("\u{301}\u{200d}", "team"),
        ("  Core\u{a0}Team . ", "Core-Team"),
        ("\u{301}x", "x"),
        ("annexe\u{202e}gpj\u{2069}", "annexegpj"),
        ("a\u{0}b\u{85}c\u{feff}", "ab-c"),
        ("CON", "CON"),
    ];
    for (of, shown) in changed {
        assert_eq!(name(of), format!("plumbline_{shown}_2026-11-26.json"));
    }
}

#[test]
fn file_names_fit_every_file_system() {
    let mut dice = Dice(11);
    for round in 0..3_000 {
        let of: String = (0..dice.below(90))
            .map(|_| match dice.below(3) {
                0 => char::from_u32(dice.below(0x250) as u32).unwrap_or('x'),
                1 => char::from_u32(dice.below(0x11_0000) as u32).unwrap_or('\u{202e}'),
                _ => ONE_EACH[dice.below(22) as usize].chars().next().unwrap(),
            })
            .collect();
        let of = if round == 0 { "Ｗ".repeat(80) } else { of };
        let name = file_name(&of, "2026-11-26", "answers.csv");
        assert!(name.len() <= 220, "{name}");
        assert!(name.starts_with("plumbline_") && name.ends_with("_2026-11-26.answers.csv"));
        let refused = |c: char| "/\\:*?\"<>|".contains(c) || c.is_control();
        assert!(!name.contains(refused), "{name}");
        let turns = |c: char| {
            ('\u{202a}'..='\u{202e}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c)
        };
        assert!(!name.contains(turns), "{name}");
        // Windows takes these for devices, by what stands before the first dot.
        let stem = name.split('.').next().unwrap().to_ascii_uppercase();
        assert!(!["CON", "PRN", "AUX", "NUL", "COM1", "LPT1"].contains(&stem.as_str()));
    }
}

#[test]
fn published_files_may_have_names_in_any_script() {
    let list = r#"["équipe.json", "決済/チーム.json", "..json", "a/../b.json", "a b.json", "a%2e.json", "x\u202e.json", "c:d.json"]"#;
    assert_eq!(
        read(list).unwrap().files,
        ["équipe.json", "決済/チーム.json"]
    );
}

#[test]
fn a_file_is_read_as_what_it_says_it_is() {
    let text = "{\"team\": \"Équipe 決済 😀\"}\n";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let with = |mark: &[u8], bytes: &[u8]| [mark, bytes].concat();
    let forms = [
        text.as_bytes().to_vec(),
        with(&[0xef, 0xbb, 0xbf], text.as_bytes()),
        with(&[0xff, 0xfe], &little),
        with(&[0xfe, 0xff], &big),
        little,
        big,
    ];
    for form in forms {
        assert_eq!(decode(form).as_deref(), Ok(text));
    }
    assert_eq!(decode(Vec::new()).as_deref(), Ok(""));
    assert_eq!(decode(b"a\0".to_vec()).as_deref(), Ok("a\0"));
}

#[test]
fn what_is_no_text_is_refused_with_its_place() {
    // "é" as Windows writes it in Western Europe.
    let refused = decode(b"{\n\"team\": \"\xe9quipe\"}".to_vec()).unwrap_err();
    let expected = NotText {
        byte: 12,
        line: 2,
        is_utf_16: false,
    };
    assert_eq!(refused, expected);
    let said = words().not_text(refused);
    assert!(said.contains("byte 12, in line 2, is not UTF-8"), "{said}");
    // Half a letter, half a pair, half a unit.
    let broken: [(&[u8], usize, bool); 4] = [
        (b"ab\xc3", 3, false),
        (b"\xff\xfea\0\x3d\xd8", 5, true),
        (b"\xfe\xff\0a\0", 5, true),
        (b"\xff\xfe\n\0\0\xdc", 5, true),
    ];
    for (bytes, byte, is_utf_16) in broken {
        let refused = decode(bytes.to_vec()).unwrap_err();
        assert_eq!((refused.byte, refused.is_utf_16), (byte, is_utf_16));
    }
}

#[test]
fn a_name_that_runs_back_turns_nothing_beside_it() {
    assert_eq!(isolated("Payments"), "Payments");
    assert_eq!(isolated("Équipe 決済 สวัสดี"), "Équipe 決済 สวัสดี");
    for name in ["צוות", "فريق 1", "a\u{202e}b"] {
        assert_eq!(isolated(name), format!("\u{2068}{name}\u{2069}"));
    }
}

/// The texts of a picture.
fn drawn(svg: &str) -> Vec<String> {
    let texts = svg.split("<text").skip(1);
    let inside = texts.map(|t| t.split(['>', '<']).nth(1).unwrap_or_default());
    inside.map(|t| t.trim().to_owned()).collect()
}

#[test]
fn names_in_pictures_take_no_more_than_their_room() {
    let name = |one: &str| one.repeat(80 / one.chars().count());
    for one in ["W", "Ｗ", "漢", "👩\u{200d}💻", "i", "é", "e\u{301}"] {
        let row = grid::Row {
            label: name(one),
            short: "W".to_owned(),
            cells: vec![("3".to_owned(), 0.5); 20],
        };
        let grid = Grid {
            heads: vec!["1".to_owned(); 20],
            rows: vec![row],
        };
        let svg = grid.marks(900.0, Ink::LIGHT, 1.0).svg();
        let shown = drawn(&svg).into_iter().find(|t| t.contains(one)).unwrap();
        let kept = shown.strip_suffix('…').unwrap();
        assert_eq!(kept, one.repeat(kept.len() / one.len()), "whole characters");
        // Room for names: 230 pixels, at 13 pixels a letter that is as wide as it is high.
        assert!((5..=80).contains(&kept.chars().count()), "{shown}");
        assert!(one != "Ｗ" || kept.chars().count() <= 17, "{shown}");
        let trend = Trend {
            states: vec![name(one), "Today".to_owned(), name(one)],
            series: vec![Series {
                label: name(one),
                number: 1,
                leads: plumbline::figure::hits::Leads::Discipline("one".into()),
                values: vec![Some(1.0), None, Some(2.0)],
            }],
        };
        let svg = trend.marks(736.0, Ink::LIGHT, 1.0).svg();
        let shown = drawn(&svg);
        assert!(shown.contains(&"Today".to_owned()));
        let wide = shown.iter().filter(|t| t.contains(one));
        assert!(wide.clone().count() == 3 && wide.into_iter().all(|t| t.contains('…')));
    }
}
