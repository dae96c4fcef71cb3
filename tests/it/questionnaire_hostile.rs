//! Documents that mean no good: each is refused or bounded with a sentence, and none takes long or stops the
//! program.

use crate::random::{Dice, cases};
use crate::world::questionnaire;
use plumbline::catalog::built_in;
use plumbline::formats::questionnaire_toml::{MAX_BYTES, Own, Remark, decode};
use plumbline::model::Questionnaire;
use plumbline::model::validate::{self, Gravity};
use std::time::{Duration, Instant};

const HEAD: &str =
    "[questionnaire]\nid = \"ours\"\nversion = \"1.0.0\"\ntitle = \"Ours\"\nextends = \"test@1\"\n";

/// Over a small questionnaire, so that thousands can be read.
fn read(text: &str) -> Result<Own, Vec<Remark>> {
    decode(text, &questionnaire())
}

#[track_caller]
fn refused(text: &str, message: &str) {
    let began = Instant::now();
    let wrong = read(text).expect_err(message);
    assert!(began.elapsed() < Duration::from_secs(20), "{message}");
    let said: Vec<_> = wrong.iter().map(Remark::to_string).collect();
    assert!(
        said.iter().any(|s| s.contains(message)),
        "{message}\n{said:#?}"
    );
    assert!(said.len() <= 100);
}

fn practice(id: &str, title: &str) -> String {
    format!(
        "[[add.practice]]\nid = \"{id}\"\ndimension = \"a\"\ntitle = \"{title}\"\nquestion = \"q {id}\"\nwhy = \"w\"\n\
         levels = [\"1 {id}\", \"2 {id}\", \"3 {id}\", \"4 {id}\", \"5 {id}\"]\nhow_to_tell = \"h\"\n\
         steps = [\"1\", \"2\", \"3\", \"4\"]\neffort = \"S\"\nsources = [{{ title = \"t\", url = \"https://example.org\" }}]\n"
    )
}

#[test]
fn there_are_neither_too_many_practices_nor_none() {
    let many = |count: usize| {
        let all = (0..count).map(|n| practice(&format!("p-{n}"), "t"));
        HEAD.to_owned() + &all.collect::<String>()
    };
    refused(
        &many(2_000),
        "it has 2000 entries, and at most 500 are read",
    );
    // With the six that are extended there are too many.
    refused(
        &many(495),
        "it asks 501 practices, and at most 500 are read",
    );
    let own = read(&many(494)).unwrap();
    assert_eq!(own.questionnaire.practices.len(), 500);
    let plain = HEAD.replace("extends = \"test@1\"\n", "");
    refused(&plain, "it asks nothing: it needs a practice");
    refused(
        &format!("{HEAD}[drop]\ndiscipline = [\"one\", \"two\"]\n"),
        "it asks nothing",
    );
    refused(&format!("{HEAD}[keep]\npractice = []\n"), "it asks nothing");
}

#[test]
fn nothing_but_what_is_built_in_can_be_extended() {
    for extends in [
        "ours@1",
        "ours",
        "",
        "@",
        "test@1@1",
        "test@1,test@1",
        "../test@1",
        "https://example.org/q.toml",
    ] {
        let text = HEAD.replace("test@1", extends);
        refused(&text, "questionnaire/extends: “");
    }
    // One that claims to be the built-in one, in whatever spelling.
    let of_base = "this id is that of the built-in one";
    refused(&HEAD.replace("\"ours\"", "\"test\""), of_base);
    for id in ["Test", "test ", "tеst", "plumbline/../test", "..", ""] {
        refused(
            &HEAD.replace("\"ours\"", &format!("\"{id}\"")),
            "an id is made of small letters",
        );
    }
    let text = HEAD
        .replace("test@1", "plumbline@2")
        .replace("\"ours\"", "\"plumbline\"");
    let wrong = decode(&text, &built_in()).unwrap_err();
    assert!(wrong[0].message.contains(of_base), "{wrong:?}");
}

#[test]
fn ids_are_no_paths_and_links_go_to_https() {
    for id in [
        "../../secret",
        "a/b",
        "a\\\\b",
        "a.b",
        "con:",
        "<b>",
        "a b",
        "é",
    ] {
        refused(
            &(HEAD.to_owned() + &practice(id, "t")),
            "is not an id: use small letters",
        );
    }
    for url in [
        "javascript:alert(1)",
        "http://example.org",
        "data:text/html,x",
        "https://",
        "file:///etc/passwd",
        "//example.org",
        "https://a b",
        " https://example.org",
    ] {
        let text = HEAD.to_owned() + &practice("p", "t").replace("https://example.org", url);
        refused(
            &text,
            "practice/p/sources: a source has a title and an https address",
        );
    }
}

/// A text is a text, whatever is in it, as long as one can see it.
#[test]
fn scripts_stay_texts_and_what_is_not_seen_is_refused() {
    let script = "<script>alert(1)</script><img src=x onerror=alert(1)> [x](javascript:x)";
    let text = HEAD.to_owned() + &practice("p", script);
    let own = read(&text).unwrap();
    let found = own
        .questionnaire
        .practices
        .iter()
        .find(|p| p.id.as_str() == "p");
    assert_eq!(found.unwrap().title, script);
    for (odd, name) in [
        ("\\u0000", "U+0000"),
        ("\\u001B[31m", "U+001B"),
        ("\\u0085", "U+0085"),
    ] {
        refused(
            &(HEAD.to_owned() + &practice("p", odd)),
            &format!("it holds {name}, which is no letter"),
        );
    }
    let turned = read(&(HEAD.to_owned() + &practice("p", "a\u{202e}b"))).unwrap();
    let told = turned
        .regrets
        .iter()
        .any(|r| r.message.contains("turns round those behind it"));
    assert!(told, "{:?}", turned.regrets);
    // Right to left is a way to write.
    assert!(read(&(HEAD.to_owned() + &practice("p", "שלום \u{200f}"))).is_ok());
}

#[test]
fn what_is_large_or_deep_is_refused_at_once() {
    refused(
        &" ".repeat(50_000_000),
        "it has 50000000 bytes, and 2000000 are read",
    );
    refused(
        &(HEAD.to_owned() + &practice("p", &"x".repeat(97))),
        "the text has 97 characters and 48 fit the screen",
    );
    let list = |count: usize| vec!["\"a1\""; count].join(", ");
    let requires = |count| {
        HEAD.to_owned()
            + &format!(
                "[[change.practice]]\nid = \"a2\"\nrequires = [{}]\n",
                list(count)
            )
    };
    refused(
        &requires(101),
        "it has 101 entries, and at most 100 are read",
    );
    refused(&requires(100), "one of them stands here twice");
    refused(
        &format!("{HEAD}[drop]\npractice = [{}]\n", list(501)),
        "it has 501 entries",
    );
    // Brackets and keys within one another, and as many faults as there is room for.
    for deep in [
        format!("{HEAD}x = {}", "[".repeat(100_000)),
        format!("{HEAD}x = {}", "{a=".repeat(100_000)),
        format!("{HEAD}x{} = 1", ".a".repeat(100_000)),
        format!("{HEAD}[x{}]", ".a".repeat(100_000)),
    ] {
        let began = Instant::now();
        assert!(read(&deep).is_err());
        assert!(began.elapsed() < Duration::from_secs(20));
    }
    let faults = HEAD.to_owned() + &"=\n".repeat(900_000);
    assert!(faults.len() < MAX_BYTES);
    refused(&faults, "; these are 100 of more");
    let unknown = HEAD.to_owned()
        + &(0..100_000)
            .map(|n| format!("[x{n}]\n"))
            .collect::<String>();
    refused(&unknown, "there is no such table");
}

/// Five hundred practices that all lean on one another, in the size that is read.
#[test]
fn the_largest_that_is_read_is_checked_in_seconds() {
    let all = (0..490).map(|n| {
        let before: Vec<_> = (n.max(100) - 100..n)
            .map(|n| format!("\"p-{n}\""))
            .collect();
        practice(&format!("p-{n}"), "t") + &format!("requires = [{}]\n", before.join(", "))
    });
    let text = HEAD.to_owned() + &all.collect::<String>();
    assert!(text.len() > 400_000 && text.len() < MAX_BYTES);
    let began = Instant::now();
    assert_eq!(read(&text).unwrap().questionnaire.practices.len(), 496);
    assert!(
        began.elapsed() < Duration::from_secs(20),
        "{:?}",
        began.elapsed()
    );
}

/// What holds of everything that is read, and of everything that is not.
fn check(text: &str, base: &Questionnaire) -> bool {
    match decode(text, base) {
        Ok(own) => {
            let q = &own.questionnaire;
            assert_ne!(q.id, base.id, "{text}");
            assert!((1..=500).contains(&q.practices.len()), "{text}");
            let wrong = validate::questionnaire(q);
            assert!(
                wrong.iter().all(|m| m.gravity == Gravity::Regret),
                "{text}\n{wrong:?}"
            );
            let mut sources = q.practices.iter().flat_map(|p| &p.sources);
            assert!(sources.all(|s| s.url.starts_with("https://")), "{text}");
            let is_odd = |c: char| c.is_control() && !"\r\n\t".contains(c);
            assert!(
                !q.practices.iter().any(|p| p.title.contains(is_odd)),
                "{text}"
            );
            true
        }
        Err(wrong) => {
            assert!(!wrong.is_empty() && wrong.len() <= 100, "{text}");
            let lines = text.matches('\n').count() + 1;
            for remark in &wrong {
                assert!(
                    (1..=lines).contains(&remark.line) && remark.column >= 1,
                    "{text}\n{remark}"
                );
                assert!(!remark.message.is_empty());
            }
            assert!(
                wrong.is_sorted_by_key(|r| (r.line, r.column)),
                "{text}\n{wrong:#?}"
            );
            false
        }
    }
}

const PIECES: [&str; 22] = [
    "[drop]\npractice = [\"a1\", \"b1\"]\n",
    "[keep]\npractice = [\"a1\", \"c1\"]\n",
    "[[change.practice]]\nid = \"a1\"\ntitle = \"T\"\nrequires = [\"c1\"]\n",
    "[[change.practice]]\nid = \"c1\"\nrequires = [\"a1\"]\nweight = 0\n",
    "[[change.discipline]]\nid = \"one\"\nweight = nan\n",
    "[[change.metric]]\nid = \"m\"\ncuts = [1, 2, 3, 4]\nrange = [-inf, inf]\n",
    "[[add.dimension]]\nid = \"a\"\ndiscipline = \"two\"\ntitle = \"A\"\n",
    "[[add.dimension]]\nid = \"z\"\ndiscipline = \"one\"\ntitle = \"Z\"\n",
    "[brand]\nname = \"B\"\naccent = \"#0f5c6e\"\n",
    "[brand]\nname = \"B\"\nmark = \"<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>\"\n",
    "[source]\ntitle = \"S\"\nurl = \"https://example.org\"\n",
    "[[add.rule]]\nid = \"r\"\nwhen = [{ practice = \"a1\", at_least = 4 }, { metric = \"m\", at_most = 2 }]\nquestion = \"?\"\n",
    "[[add.balance]]\nid = \"b\"\nahead = \"one\"\nbehind = \"two\"\ntext = \"t\"\n",
    "[[add.term]]\nid = \"t\"\ntitle = \"T\"\ntext = \"t\"\n",
    "[published]\ncredit = \"c\"\n",
    "quick = [\"a1\"]\n",
    "since = \"9.9.9\"\n",
    "\"\"\"",
    "[[",
    "= ",
    "\\u202E",
    "1e999",
];

/// Documents put together of such pieces, then cut, doubled and changed.
#[test]
fn of_any_document_everything_wrong_is_said_or_it_can_be_used() {
    let base = questionnaire();
    let practices = [
        practice("p", "P"),
        practice("a1", "A"),
        practice("q-1", "Q"),
    ];
    let (mut used, mut refused) = (0_u64, 0_u64);
    for seed in 0..cases(3_000) {
        let mut dice = Dice(seed.wrapping_mul(0x2545_f491_4f6c_dd1d));
        let mut below = move |n: usize| usize::try_from(dice.below(n as u64)).unwrap();
        let mut text = HEAD.to_owned();
        for _ in 0..below(4) {
            match below(4) {
                0 => text += &practices[below(3)],
                _ => text += PIECES[below(17)],
            }
        }
        for _ in 0..below(3) {
            let place = |at: usize| text.floor_char_boundary(at);
            let from = place(below(text.len() + 1));
            let to = place((from + below(40)).min(text.len()));
            let part = text[from..to].to_owned();
            match below(5) {
                0 => text.replace_range(from..to, ""),
                1 => text.insert_str(from, &part),
                2 => text.insert_str(from, PIECES[below(22)]),
                3 => text.insert(
                    from,
                    ['"', '[', ']', '=', '\n', '\u{0}', '\u{202e}', '9'][below(8)],
                ),
                _ => text.truncate(from),
            }
        }
        if check(&text, &base) {
            used += 1;
        } else {
            refused += 1;
        }
    }
    assert!(used > 100 && refused > 100, "{used} {refused}");
}
