//! Our reader of JSON beside serde_json's: the same texts are taken, the same trees come of them, and
//! what is refused is refused on the same line.

use crate::random::{Dice, cases};
use plumbline::formats::json::{Json, Object};
use serde_json::Value;

/// serde_json's tree as ours.
fn tree(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(is) => Json::Bool(*is),
        Value::Number(number) => Json::Number(number.to_string()),
        Value::String(text) => Json::text(text),
        Value::Array(list) => Json::List(list.iter().map(tree).collect()),
        Value::Object(map) => {
            let mut object = Object::default();
            for (key, value) in map {
                object.put(key.clone(), tree(value));
            }
            Json::Object(object)
        }
    }
}

fn below(dice: &mut Dice, n: usize) -> usize {
    usize::try_from(dice.below(n as u64)).unwrap()
}

/// serde_json writes exponents its way, and ours stay as they are.
fn plain(tree: &Json) -> Json {
    match tree {
        Json::Number(number) => Json::Number(number.to_lowercase().replace("e+", "e")),
        Json::List(list) => Json::List(list.iter().map(plain).collect()),
        Json::Object(map) => {
            let mut object = Object::default();
            for (key, value) in map.iter() {
                object.put(key.clone(), plain(value));
            }
            Json::Object(object)
        }
        other => other.clone(),
    }
}

fn compare(text: &str) {
    // The key under which serde_json hands out numbers is a key like others here.
    if text.contains("$serde_json") {
        return;
    }
    let (ours, theirs) = (Json::parse(text), serde_json::from_str::<Value>(text));
    match (&ours, &theirs) {
        (Ok(ours), Ok(theirs)) => assert_eq!(plain(ours), plain(&tree(theirs)), "{text:?}"),
        (Err(ours), Err(theirs)) => {
            // Of a character by number that is cut and wrong at once, either may be said.
            if !text.contains("\\u") {
                assert_eq!(ours.ends_early, theirs.is_eof(), "{text:?} {theirs}");
                assert_eq!(ours.line, theirs.line(), "{text:?} {ours:?} {theirs}");
            }
        }
        _ => panic!("{text:?}: {ours:?} beside {theirs:?}"),
    }
}

const TOKENS: [&str; 44] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "null",
    "true",
    "false",
    "nul",
    "0",
    "1",
    "-",
    "01",
    "1.5",
    "2e9",
    "-0",
    "1E+2",
    "1e",
    ".",
    "\"a\"",
    "\"\\u00e9\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud83d\"",
    "\"\\udc00\"",
    "\"\\ud83d\\u0041\"",
    "\"\\/\\b\\f\\n\\r\\t\"",
    "\"\\x\"",
    "\"é漢\u{1f642}\"",
    "\"\t\"",
    "\"\u{0}\"",
    " ",
    "\n",
    "\r\n",
    "\t",
    "\u{a0}",
    "\u{feff}",
    "é",
    "\\u",
    "u0041",
    "{\"a\":1,\"a\":[2]}",
    "[[],{}]",
];

#[test]
fn the_same_of_whatever_is_put_together_of_parts() {
    let mut dice = Dice(21);
    for _ in 0..cases(40_000) {
        let parts = below(&mut dice, 9);
        let text: String = (0..parts)
            .map(|_| TOKENS[below(&mut dice, TOKENS.len())])
            .collect();
        compare(&text);
        compare(&format!("[{text}]"));
        compare(&format!("{{\"k\":{text}}}"));
    }
}

#[test]
fn the_same_of_documents_that_were_damaged() {
    let folder = std::fs::read_dir("tests/golden/v1").unwrap();
    let files = folder.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let mut dice = Dice(22);
    for text in files {
        compare(&text);
        let chars: Vec<char> = text.chars().collect();
        for _ in 0..cases(150) {
            let mut damaged = chars.clone();
            for _ in 0..=below(&mut dice, 3) {
                let at = below(&mut dice, damaged.len());
                match below(&mut dice, 3) {
                    0 => drop(damaged.remove(at)),
                    1 => {
                        let token: Vec<char> =
                            TOKENS[below(&mut dice, TOKENS.len())].chars().collect();
                        damaged.splice(at..at, token);
                    }
                    _ => damaged.truncate(at + 1),
                }
            }
            compare(&damaged.into_iter().collect::<String>());
        }
    }
}

#[test]
fn brackets_nest_as_deep_and_no_deeper() {
    for depth in [1, 126, 127, 128, 129, 5_000] {
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            let text = format!("{}1{}", open.repeat(depth), close.repeat(depth));
            let (ours, theirs) = (Json::parse(&text), serde_json::from_str::<Value>(&text));
            assert_eq!(ours.is_ok(), theirs.is_ok(), "{depth} of {open}");
        }
    }
}

#[test]
fn numbers_stay_as_they_are_written() {
    for text in [
        "0",
        "-0",
        "1.50",
        "1e400",
        "123456789012345678901234567890",
        "2E-7",
    ] {
        assert_eq!(Json::parse(text).unwrap(), Json::Number(text.to_owned()));
    }
    // What looks like a number of serde_json's is an object like others.
    let odd = "{\"$serde_json::private::Number\":\"12\"}";
    assert_eq!(Json::parse(odd).unwrap().compact(), odd);
}
