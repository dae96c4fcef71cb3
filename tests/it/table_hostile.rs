//! Files that are made to do harm, or were harmed: nothing panics, nothing takes long, and what can be read is.

use crate::random::{Dice, cases};
use crate::table_csv::sheet;
use plumbline::events::guess::guess;
use plumbline::events::times;
use plumbline::formats::table::{Choices, Doubt, Encoding, Header, NotATable, Sheet, read};

fn of(bytes: &[u8]) -> Result<Sheet, NotATable> {
    read(bytes, &Choices::default())
}

#[test]
fn a_cell_of_ten_megabytes_is_a_cell() {
    let long = "x,\n".repeat(3_500_000);
    let found = sheet(format!("a,b\n1,\"{long}\"\n2,y\n"));
    assert_eq!(found.table.rows(), 2);
    assert_eq!(found.table.cell(0, 1), long);
    let found = sheet(format!("a,b\n1,\"{long}\n2,y\n"));
    assert!(
        matches!(found.doubts[0], Doubt::QuoteNeverEnds { row: 0 }),
        "{:?}",
        found.doubts
    );
}

#[test]
fn quotes_that_are_all_wrong_take_no_longer() {
    for piece in [
        "\"a\n",
        "\"a\"b\n,",
        "\"\"\"",
        "\",\n",
        "\"\"a\n\"",
        "a,\"b\"\"\n",
    ] {
        let text = piece.repeat(2_000_000 / piece.len());
        let _ = of(text.as_bytes());
        let _ = of(["h,i\n", &text].concat().as_bytes());
    }
}

#[test]
fn more_columns_than_anybody_has_are_cut() {
    let names: Vec<String> = (0..100_000).map(|n| format!("c{}", n % 7)).collect();
    let text = format!("{}\n{}\n", names.join(","), vec!["1"; 100_000].join(","));
    let found = sheet(&text);
    assert_eq!(
        (found.table.headers().len(), found.table.rows()),
        (2_000, 1)
    );
    assert!(
        found
            .doubts
            .contains(&Doubt::TooManyColumns { columns: 100_000 })
    );
    let fields: Vec<String> = (0..100_000).map(|n| format!("\"k{n}\":{n}")).collect();
    let found = sheet(format!("[{{{}}}]", fields.join(",")));
    assert!(found.table.headers().len() <= 2_000);
    assert!(matches!(found.doubts[0], Doubt::TooManyColumns { .. }));
}

/// A row each has keys of its own: cells grow with the square of the file, if nobody looks.
#[test]
fn objects_with_ever_new_keys_take_no_more_memory_than_the_file() {
    let objects: Vec<String> = (0..200_000)
        .map(|n| format!("{{\"id\":{n},\"k{n}\":1}}"))
        .collect();
    let found = sheet(format!("[{}]", objects.join(",")));
    assert_eq!(found.table.rows(), 200_000);
    assert!(
        found.table.headers().len() < 100,
        "{}",
        found.table.headers().len()
    );
    assert_eq!(found.table.cell(199_999, 0), "199999");
}

#[test]
fn brackets_without_end_are_refused() {
    for open in ["[", "{\"a\":", "[{\"a\":["] {
        let deep = open.repeat(1_000_000);
        assert!(
            matches!(of(deep.as_bytes()), Err(NotATable::TooDeep)),
            "{open}"
        );
    }
    let deep = format!("{}1{}", "[".repeat(1_000_000), "]".repeat(1_000_000));
    assert_eq!(of(deep.as_bytes()), Err(NotATable::TooDeep));
    // 100 are read.
    let deep = format!("[{{\"a\":{}1{}}}]", "{\"b\":".repeat(100), "}".repeat(100));
    assert_eq!(sheet(deep).table.rows(), 1);
}

#[test]
fn bytes_without_a_meaning_are_left_away_and_said() {
    let found = sheet("a,b\n1,x\0y\n2,z\n\0\0\0\0");
    assert_eq!(found.table.cell(0, 1), "xy");
    assert_eq!(found.table.rows(), 2);
    assert_eq!(found.doubts, [Doubt::Nulls(5)]);
}

#[test]
fn halves_of_letters_are_shown_as_what_cannot_be_shown() {
    let found = sheet(
        r#"[{"a":"x\ud800y","b":"\udc00","c":"\ud83d\ude80","d":"\u12","e":"\ud800\u0041"}]"#,
    );
    let cell = |column| found.table.cell(0, column);
    assert_eq!(
        (cell(0), cell(1), cell(2)),
        ("x\u{fffd}y", "\u{fffd}", "🚀")
    );
    assert_eq!((cell(3), cell(4)), ("\u{fffd}12", "\u{fffd}A"));
    let half: Vec<u8> = "a,b\n1,\u{fffd}\n"
        .encode_utf16()
        .flat_map(|u| {
            if u == 0xfffd {
                [0, 0xd8]
            } else {
                u.to_le_bytes()
            }
        })
        .collect();
    let how = Choices {
        encoding: Some(Encoding::Utf16Le),
        ..Choices::default()
    };
    assert_eq!(read(&half, &how).unwrap().table.cell(0, 1), "\u{fffd}");
}

#[test]
fn numbers_and_years_beyond_all_sense_are_texts() {
    let values = [
        "1e308",
        "-1e308",
        "1e999",
        "99999999999999999999999999",
        "9999-12-31T23:59:59Z",
        "10000-01-01",
        "NaN",
    ];
    let text = format!(
        "created,value\n{}",
        values.map(|v| format!("{v},{v}\n")).concat()
    );
    let found = sheet(text);
    for column in 0..2 {
        let times = times::find(found.table.column(column));
        assert!(times.is_none_or(|found| found.tally.missed <= found.tally.read));
    }
}

#[test]
fn a_letter_that_is_cut_at_the_end_is_left_away() {
    let text = "a,b\nä,1\nö,2ö";
    let found = sheet(&text.as_bytes()[..text.len() - 1]);
    assert_eq!(found.found.encoding, Encoding::Utf8);
    assert_eq!(found.doubts, [Doubt::LetterCut]);
    assert_eq!(found.table.cell(1, 1), "2");
}

const PIECES: [&str; 48] = [
    ",",
    ";",
    "\t",
    "|",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "\r",
    " ",
    "a",
    "Ä",
    "\u{feff}",
    "\0",
    "sep=;",
    "#",
    "(3 rows)",
    "Total",
    "{",
    "}",
    "[",
    "]",
    ":",
    "\"a\":",
    "\"b\":[",
    "null",
    "true",
    "1e999",
    "-0",
    "\\ud800",
    "\\u00e4",
    "\\",
    "2026-01-02T03:04:05Z",
    "03/04/2025",
    "05/août/25 2:47 PM",
    "1690000000",
    "45234.5",
    "2d 4h",
    "PT1H",
    "1:02",
    "1970-01-02 04:23:17",
    "1.234,5",
    "12 %",
    "{'a': 1}",
    "<html>",
    "---\na: b\n",
    "2024-W09-4",
    "\u{2028}",
];

fn random(dice: &mut Dice) -> Vec<u8> {
    let mut bytes = Vec::new();
    let begins = [
        "",
        "[",
        "{\"items\":[",
        "a,b\n",
        "Created;Closed (UTC)\n",
        "[{\"a\":1},",
    ];
    bytes.extend(begins[dice.below(6) as usize].as_bytes());
    for _ in 0..dice.below(30) {
        let piece = PIECES[dice.below(48) as usize];
        for _ in 0..=dice.below(8) / 6 {
            bytes.extend(piece.as_bytes());
        }
        if dice.chance(60) {
            bytes.push(dice.next() as u8);
        }
    }
    if dice.chance(16) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        bytes = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    }
    bytes
}

fn choices(dice: &mut Dice) -> Choices {
    if !dice.chance(4) {
        return Choices::default();
    }
    let delimiters = [
        None,
        Some(Some(b',')),
        Some(Some(b'"')),
        Some(Some(b'\n')),
        Some(None),
        Some(Some(0xc3)),
        Some(Some(b'a')),
    ];
    Choices {
        delimiter: delimiters[dice.below(7) as usize],
        quotes: dice.chance(2).then_some(false),
        header: dice.chance(2).then(|| {
            if dice.chance(2) {
                Header::Nowhere
            } else {
                Header::Record(dice.below(4) as usize)
            }
        }),
        encoding: dice.chance(4).then_some(Encoding::Utf16Be),
        rows_at: dice
            .chance(3)
            .then(|| ["", "[]", "items[]", "items[].b[]"][dice.below(4) as usize].into()),
        unfold: vec!["a".into()],
    }
}

/// Reads anything, and looks at all of it.
fn survives(bytes: &[u8], how: &Choices) {
    let Ok(found) = read(bytes, how) else {
        return;
    };
    let table = &found.table;
    assert!(table.rows() > 0 && !table.headers().is_empty());
    assert!(guess(table, None).why.iter().all(|why| why.fits <= why.of));
    for column in 0..table.headers().len() {
        assert!(!table.headers()[column].is_empty());
        for row in 0..table.rows() {
            assert_eq!(table.cell(row, column).as_bytes(), table.bytes(row, column));
        }
    }
}

/// A bounded share here; `PLUMBLINE_CASES=10000000 cargo test --release --test it -- table_hostile` for
/// the whole of it.
#[test]
fn no_bytes_at_all_do_harm() {
    for seed in 0..cases(20_000) {
        let mut dice = Dice(seed.wrapping_mul(0x5851_f42d_4c95_7f2d));
        let (bytes, how) = (random(&mut dice), choices(&mut dice));
        let result = std::panic::catch_unwind(|| survives(&bytes, &how));
        assert!(
            result.is_ok(),
            "seed {seed}: {:?} {how:?}",
            String::from_utf8_lossy(&bytes)
        );
    }
}

/// A wide header above short lines: filled up, each would take as much memory as a whole row.
#[test]
fn short_lines_below_a_wide_header_take_no_more_memory_than_the_file() {
    let header = vec!["c"; 2_000].join(",");
    let whole = format!("{header}\n").replace('c', "1").repeat(60);
    let found = sheet(format!("{header}\n{whole}{}", "x\n".repeat(500_000)));
    assert!(found.table.rows() < 2_000, "{}", found.table.rows());
    let count = 500_000;
    assert_eq!(found.doubts[0], Doubt::ShortRows { count, first: 60 });
    let objects = format!(
        "[{{{}1}}{}]",
        "\"k\":1,\"l\":2,\"m\":3,\"n\":4,\"o\":5,\"p\":6,\"q\":",
        ",{}".repeat(500_000)
    );
    assert!(sheet(objects).table.headers().len() <= 7);
}
