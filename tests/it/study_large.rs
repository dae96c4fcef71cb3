//! Large files, of which the text is not kept: whatever is in them, and whatever is asked, the answers are those of the
//! same file read as a whole.

use plumbline::formats::table::Arrived;
use plumbline::study::Study;
use std::cell::{Cell, RefCell};
use std::fmt::Write as _;

thread_local! {
    static FILE: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static CAME: Cell<usize> = const { Cell::new(0) };
}

fn again(_: u32) -> Arrived {
    CAME.set(CAME.get() + 1);
    FILE.with_borrow(Clone::clone).into()
}

/// Something in the middle of the file, or at its end.
type Odd = fn(row: usize, rows: usize) -> Option<String>;

const ROWS: usize = 130_000;

/// A deployment every four minutes of a year.
fn row(n: usize) -> String {
    let minute = n * 4 % (364 * 24 * 60);
    let day = minute / 1440;
    let (month, date) = (day / 28 % 12 + 1, day % 28 + 1);
    let (hour, minute) = (minute / 60 % 24, minute % 60);
    let sha = (n as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let env = ["production", "staging"][usize::from(n.is_multiple_of(9))];
    format!(
        "{n},{env},2025-{month:02}-{date:02}T{hour:02}:{minute:02}:00Z,2025-{month:02}-{date:02}T{hour:02}:{minute:02}:59Z,{sha:016x}{sha:016x},{}",
        n.is_multiple_of(13)
    )
}

fn file(head: &str, end: &str, odd: Odd) -> String {
    let mut text = format!("{head}id,environment,committed_at,finished_at,sha,failed{end}");
    for n in 0..ROWS {
        let own = odd(n, ROWS).unwrap_or_else(|| row(n));
        let _ = write!(text, "{own}{end}");
    }
    text
}

/// A study that was told a file in pieces, of which it may keep little.
fn told(bytes: &[u8], number: u32, name: &str) -> (Study, String) {
    FILE.set(bytes.to_vec());
    CAME.set(0);
    let mut study = Study::with_files(again);
    study.told(
        r#"{"do":"begin","now":1767225600000,"zone":"UTC"}"#,
        Vec::new(),
    );
    let mut arrived = match number {
        0 => Arrived::with_room(bytes.len()),
        _ => Arrived::in_rows(bytes.len()),
    };
    // As it comes from a browser.
    let mut aside = Vec::new();
    for piece in bytes.chunks(130_001) {
        let room = arrived.room(piece.len(), &mut aside);
        room.copy_from_slice(piece);
        arrived.take(piece.len(), &aside);
    }
    let add = format!(r#"{{"do":"add","name":"{name}","again":{number}}}"#);
    let answer = study.told_watched(&add, arrived, &mut |_| ());
    (study, answer)
}

/// What is asked of a file once it is there.
const ASKED: [&str; 9] = [
    r#"{"do":"more","metric":"change-fail-rate"}"#,
    r#"{"do":"period","weeks":4}"#,
    r#"{"do":"rows","metric":"change-fail-rate","which":"counted","from":0}"#,
    r#"{"do":"csv","metric":"deployment-frequency","from":0}"#,
    r#"{"do":"rows","metric":"deployment-frequency","which":"0","from":50}"#,
    r#"{"do":"zone","zone":"Asia/Kolkata","steps":[[0,19800]]}"#,
    r#"{"do":"value","file":0,"role":"environment","text":"staging","means":"yes"}"#,
    r#"{"do":"column","file":0,"role":"committed","header":null}"#,
    r#"{"do":"kind","file":0,"kind":"changes"}"#,
];

/// Both ways give the same; returns how often the file came again until its numbers were there.
fn same(what: &str, bytes: &[u8]) -> usize {
    let (mut whole, expected) = told(bytes, 0, "all.csv");
    let (mut lean, found) = told(bytes, 1, "all.csv");
    let came = CAME.get();
    assert!(found == expected, "{what}: {found}\n{expected}");
    assert!(found.contains("deployment-frequency"), "{what}: {found}");
    for asked in ASKED {
        let (found, expected) = (lean.told(asked, Vec::new()), whole.told(asked, Vec::new()));
        assert!(found == expected, "{what}, {asked}: {found}\n{expected}");
    }
    came
}

const fn plain(_: usize, _: usize) -> Option<String> {
    None
}

/// In one row in the middle.
fn once(row: usize, rows: usize, odd: &str) -> Option<String> {
    (row == rows / 2).then(|| odd.to_owned())
}

fn last(row: usize, rows: usize, odd: &str) -> Option<String> {
    (row + 1 == rows).then(|| odd.to_owned())
}

#[test]
fn a_plain_file_never_comes_again() {
    let lines = [("", "\n"), ("", "\r\n"), ("\u{feff}", "\n"), ("", "\n\n")];
    for (head, end) in lines {
        assert_eq!(same(end, file(head, end, plain).as_bytes()), 0, "{end:?}");
    }
    let unended = file("", "\n", plain);
    assert_eq!(same("no end", unended.trim_end().as_bytes()), 0);
    let quoted: Odd = |n, _| Some(row(n).replace(',', r#"",""#)).map(|row| format!("\"{row}\""));
    assert_eq!(same("quotes", file("", "\n", quoted).as_bytes()), 0);
    let doubled: Odd = |n, _| {
        Some(format!(
            "\"a \"\"b\"\"\n{n}\"{}",
            &row(n)[n.to_string().len()..]
        ))
    };
    assert_eq!(same("quotes within", file("", "\n", doubled).as_bytes()), 0);
    let wide: Odd = |n, _| Some(row(n).replace("staging", "stäging 🐺"));
    assert_eq!(same("letters", file("", "\n", wide).as_bytes()), 0);
}

#[test]
fn what_is_not_plain_comes_again_and_is_read_as_a_whole() {
    let odd: [(&str, Odd); 17] = [
        ("short", |n, of| once(n, of, "7,production")),
        ("long", |n, of| once(n, of, &format!("{},x", row(n)))),
        ("stray", |n, of| {
            once(n, of, &format!("\"x\ny\" z{}", row(n)))
        }),
        ("no time", |n, of| once(n, of, &row(n).replace("Z,", ","))),
        ("blank", |n, of| {
            once(n, of, &format!("{n},production,,2025-05-05T00:00:00Z,,"))
        }),
        ("void", |n, of| {
            once(
                n,
                of,
                &format!("{n},production,0001-01-01T00:00:00Z,2025-05-05T00:00:00Z,,true"),
            )
        }),
        ("word", |n, of| {
            once(
                n,
                of,
                &format!("{n},production,soon,2025-05-05T00:00:00Z,,true"),
            )
        }),
        ("millis", |n, of| {
            once(n, of, &row(n).replace("00Z", "00.123Z"))
        }),
        ("many", |n, _| {
            (n > 60_000).then(|| row(n).replace("production", &format!("production {}", n % 99)))
        }),
        ("total", |n, of| last(n, of, "Total,,,,,1300")),
        ("remark", |n, of| last(n, of, "(130000 rows),,,,,")),
        ("empty", |n, of| last(n, of, ",,,,,")),
        ("empty first", |n, of| last(n, of, ",,,,,5")),
        ("unended", |n, of| once(n, of, &format!("\"{}", row(n)))),
        ("nul", |n, of| last(n, of, &format!("{}\0", row(n)))),
        ("spaces", |n, of| {
            once(n, of, &row(n).replace("2025", " 2025"))
        }),
        ("far", |n, of| once(n, of, &row(n).replace("2025", "1890"))),
    ];
    for (what, odd) in odd {
        let came = same(what, file("", "\n", odd).as_bytes());
        assert_eq!(came, usize::from(what != "spaces"), "{what}");
    }
    let mut faulty = file("", "\n", plain).into_bytes();
    let middle = faulty.len() / 2;
    faulty[middle] = 0xe9;
    assert_eq!(same("letter", &faulty), 1);
    let mut cut = file("", "\n", |n, of| last(n, of, "é")).into_bytes();
    cut.truncate(cut.len() - 2);
    assert_eq!(same("cut", &cut), 1);
}

#[test]
fn what_is_not_plain_from_the_beginning_comes_once() {
    let odd: [(&str, Odd); 4] = [
        ("short", |n, _| {
            Some(row(n).replace(",true", "").replace(",false", ""))
        }),
        ("words", |n, _| {
            Some(
                row(n)
                    .replace("true", "see the ticket")
                    .replace("false", &n.to_string()),
            )
        }),
        ("empty", |n, _| {
            Some(format!(
                "{n},production,,2025-05-05T00:00:00Z,,{}",
                "x".repeat(60)
            ))
        }),
        ("days", |n, _| Some(row(n).replace("T00:00:00Z", ""))),
    ];
    for (what, odd) in odd {
        let came = same(what, file("", "\n", odd).as_bytes());
        assert_eq!(came, 0, "{what}");
    }
    let mut faulty = file("", "\n", plain).into_bytes();
    faulty[300_000] = 0xe9;
    assert_eq!(same("letter", &faulty), 0);
}

/// Another file is read beside one of which little was kept.
#[test]
fn a_second_file_is_looked_at_together_with_the_first() {
    let bytes = file("", "\n", plain).into_bytes();
    let incidents = "id,began,resolved,cause\n1,2025-06-01T00:00:00Z,2025-06-01T03:00:00Z,7\n";
    let add = r#"{"do":"add","name":"incidents.csv"}"#;
    let (mut whole, _) = told(&bytes, 0, "all.csv");
    let (mut lean, _) = told(&bytes, 1, "all.csv");
    let both = [&mut lean, &mut whole].map(|study| study.told(add, incidents.into()));
    assert!(both[0] == both[1]);
    // Where it is gone, or another one stands in its place, that is said.
    let fewer = file("", "\n", |n, of| (n + 1 == of).then(String::new));
    let other = file("", "\n", plain).replacen("failed", "broken", 1);
    for now in [String::new(), fewer, other] {
        let (mut gone, _) = told(&bytes, 1, "all.csv");
        FILE.set(now.into_bytes());
        let answer = gone.told(add, incidents.into());
        assert!(answer.contains("Drop it once more."), "{answer}");
    }
}

/// Rows that all reached production, and what is odd about some of them: whatever tells a row apart from others, and
/// whatever comes twice, the numbers are those of the whole file.
#[test]
fn rows_that_all_reached_production_are_told_apart_as_in_the_whole_file() {
    let row = |n: usize| row(n).replace("staging", "production");
    let with_id = |n: usize, id: &str| format!("{id}{}", &row(n)[n.to_string().len()..]);
    // The row before, once more: its revision in the same minute, or later.
    let again = |n: usize, minutes: usize| {
        let (own, other) = (row(n), row(n - 1 - minutes));
        let (begin, _) = own.split_once("Z,").unwrap_or_default();
        let at = if minutes == 0 { &other } else { &own };
        let finished = at.split(',').nth(3).unwrap_or_default();
        let rest = other.splitn(5, ',').nth(4).unwrap_or_default();
        format!("{begin}Z,{finished},{rest}")
    };
    let odd: [(&str, &dyn Fn(usize) -> String); 7] = [
        ("all once", &row),
        ("an id twice", &|n| {
            with_id(n, &n.clamp(1, ROWS - 2).to_string())
        }),
        ("ids downwards", &|n| with_id(n, &(ROWS - n).to_string())),
        ("ids of letters", &|n| {
            with_id(n, &format!("d-{}", n / 2 * 2))
        }),
        ("a revision in the same minute", &|n| {
            if n % 500 == 7 { again(n, 0) } else { row(n) }
        }),
        ("a revision later", &|n| {
            if n % 500 == 7 { again(n, 2) } else { row(n) }
        }),
        ("two services", &|n| {
            row(n).replace("production", ["production", "prod"][n % 2])
        }),
    ];
    for (what, of) in odd {
        let mut text = "id,environment,committed_at,finished_at,sha,failed\n".to_owned();
        (0..ROWS).for_each(|n| {
            let _ = writeln!(text, "{}", of(n));
        });
        assert_eq!(same(what, text.as_bytes()), 0, "{what}");
        let without = text.lines().filter_map(|line| line.split_once(','));
        let without: Vec<&str> = without.map(|(_, rest)| rest).collect();
        let what = format!("{what}, without ids");
        assert_eq!(same(&what, without.join("\n").as_bytes()), 0, "{what}");
    }
}
