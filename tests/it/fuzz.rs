//! Every decoder against damaged and forged texts: it never panics, and what it accepts it writes
//! and reads again as the same.
//!
//! 10,000 texts a decoder here; `PLUMBLINE_CASES=10000000 cargo test --release --test it -- fuzz` for
//! the whole of it. A text that once broke a decoder is kept in `tests/golden/crashers`.

use crate::random::{self, Dice, cases};
use crate::world::{full, questionnaire};
use plumbline::formats::assessment_json::{decode, decode_newer, digest, encode_compact};
use plumbline::formats::raw_json::RAW;
use plumbline::formats::workspace_json::{decode_any, encode_all};
use plumbline::formats::{ballot_code, link, session_link};
use plumbline::metrics::{Read, read_number};
use plumbline::model::{AssessmentId, Questionnaire, Stamp, decimal};
use plumbline::route::Route;
use plumbline::storage::{Opening, earlier_states, key, sort};
use plumbline::workshop::Session;
use serde_json::json;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};

const CRASHERS: &str = "tests/golden/crashers";

/// Pieces that mean something to one of the decoders.
const WORDS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "null",
    "true",
    "1e999",
    "-0",
    "0.1",
    "\\ud800",
    "\\u0000",
    "\"level\":",
    "\"between\":[2,3]",
    "\"notApplicable\":\"\"",
    "\"stamp\":",
    "\"texts\":[",
    "\"seen\":[",
    "\"notes\":{",
    "\"snapshots\":[",
    "\"beginsRound\":true",
    "\"taken\":\"\"",
    "\"about\":{\"tags\":\"\"",
    "\"workshops\":{\"w\":{",
    "\"outcomes\":{\"w/a1\":{",
    "\"ballots\":{\"w/1\":{\"code\":\"",
    "\"levels\":[1,2,3,4,5]",
    "\"gap\":[{\"role\":\"product\",\"level\":2}",
    "#/vote/",
    "\"version\":2",
    "ffffffffffffffff-ffffffff-w",
    "1-0-w",
    "__proto__",
    "responses",
    "measurements",
    "#/a/",
    "/why/dimension/",
    "share",
    "\u{feff}",
    "\u{202e}",
    "🙂",
    "1,5 h",
    "per week",
    "%",
    "NaN",
    "inf",
    "99999999999999999999",
    "e",
    "-",
    ".",
];

/// A text with some of its parts cut, doubled, swapped or replaced.
pub fn damaged(dice: &mut Dice, seeds: &[String]) -> String {
    let pick = |dice: &mut Dice| seeds[dice.below(seeds.len() as u64) as usize].clone();
    let mut text: Vec<char> = pick(dice).chars().collect();
    for _ in 0..=dice.below(6) {
        let len = text.len() as u64;
        let (a, b) = (dice.below(len + 1) as usize, dice.below(len + 1) as usize);
        let (from, to) = (a.min(b), a.max(b));
        let near = from..to.min(from + 12);
        match dice.below(7) {
            0 => text.truncate(from),
            1 => drop(text.drain(near)),
            2 => {
                let copy: Vec<char> = text[near].to_vec();
                text.splice(to..to, copy);
            }
            3 => {
                let word = WORDS[dice.below(WORDS.len() as u64) as usize];
                text.splice(near, word.chars());
            }
            4 => {
                let word = WORDS[dice.below(WORDS.len() as u64) as usize];
                text.splice(from..from, word.chars());
            }
            5 if from < text.len() => {
                text[from] = char::from_u32(dice.below(0x1_1000) as u32).unwrap_or('?');
            }
            _ => {
                let other: Vec<char> = pick(dice).chars().collect();
                let at = dice.below(other.len() as u64 + 1) as usize;
                text.splice(from.., other[at..].to_vec());
            }
        }
    }
    text.into_iter().collect()
}

/// The letters of links.
pub const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A link with random characters and right check digits.
pub fn forged_link(dice: &mut Dice, right: &str) -> String {
    let letter = |dice: &mut Dice| char::from(LETTERS[dice.below(64) as usize]);
    let mut text: Vec<char> = right[..right.len() - 4].chars().collect();
    for _ in 0..=dice.below(4) {
        let at = dice.below(text.len() as u64) as usize;
        match dice.below(4) {
            0 => text.truncate(at.max(4)),
            1 => text.push(letter(dice)),
            _ => text[at] = letter(dice),
        }
    }
    checked(&text.into_iter().collect::<String>())
}

/// A text with the check digits of links behind it.
pub fn checked(text: &str) -> String {
    let check = u32::from_str_radix(&digest(text)[..6], 16).unwrap();
    let digits = (0..4).map(|n| char::from(LETTERS[(check >> (18 - 6 * n) & 63) as usize]));
    text.chars().chain(digits).collect()
}

/// Feeds every decoder. What it accepts must be the same after another round.
fn feed(q: &Questionnaire, text: &str) {
    if let Ok(read) = decode(text) {
        let again = decode(&encode_compact(&read.assessment, "1", "now"));
        assert_eq!(again.unwrap().assessment, read.assessment);
    }
    if let Some(seen) = decode_newer(text) {
        let _ = encode_compact(&seen, "1", "now");
    }
    if let Ok(parts) = decode_any(text) {
        let read: Vec<_> = parts.into_iter().flatten().map(|d| d.assessment).collect();
        let again = decode_any(&encode_all(&read, "1", "now")).unwrap();
        let again: Vec<_> = again.into_iter().flatten().map(|d| d.assessment).collect();
        assert_eq!(again, read);
    }
    let mut opening = Opening::default();
    sort(
        &mut opening,
        [("plumbline:assessment:x".into(), text.into())],
    );
    let _ = earlier_states(&[text.to_owned()]);
    let id = AssessmentId::parse("copy").unwrap();
    if let Ok(read) = link::decode(q, text, id.clone()) {
        assert_eq!(link::decode(q, &link::encode(q, &read), id), Ok(read));
    }
    if let Ok(read) = session_link::decode(q, text) {
        let again = session_link::encode(q, &read);
        assert_eq!(session_link::decode(q, &again), Ok(read));
    }
    let session = Session {
        tag: 4711,
        practices: q.practices.iter().map(|p| p.id.clone()).collect(),
    };
    for ballot in ballot_code::find(&session, text).ballots {
        let again = ballot_code::find(&session, &ballot_code::encode(&session, &ballot));
        assert_eq!(again.ballots, [ballot]);
    }
    let _ = Route::mended(text);
    let route = Route::parse(text);
    assert_eq!(Route::parse(&route.to_string()), route);
    if let Some(stamp) = Stamp::parse(text) {
        assert_eq!(Stamp::parse(&stamp.to_string()), Some(stamp));
    }
    for metric in &q.metrics {
        let readings = match read_number(metric, text) {
            Ok(Read::One(one)) => vec![one],
            Ok(Read::Either(both)) => both.into(),
            Err(_) => Vec::new(),
        };
        for reading in readings {
            assert!(metric.accepts(reading.value));
            let written = decimal::write(reading.value);
            assert!(written.parse::<f64>().is_ok(), "{written}");
        }
    }
}

fn seeds(q: &Questionnaire) -> Vec<String> {
    let files = fs::read_dir("tests/golden/v1").unwrap();
    let files = files.map(|f| fs::read_to_string(f.unwrap().path()).unwrap());
    // Small ones: they are damaged where it matters.
    let mut seeds: Vec<String> = files.filter(|text| text.len() < 3_000).collect();
    seeds.push(encode_all([&full()], "1", "now"));
    let record = json!({ key(&full().id): encode_compact(&full(), "1", "now") });
    let raw = json!({"format": RAW, "records": record, "database": record});
    seeds.push(raw.to_string());
    seeds.push(link::encode(q, &full()));
    let small = random::assessment(&mut Dice(3), &random::questionnaire(&mut Dice(3)));
    seeds.push(encode_compact(&small, "1", "2026-11-23T10:00:00Z"));
    let short = [
        "#/a/x1/why/discipline/sre",
        "#/share/AbC",
        "#%2Fvote%2FAbC&amp;utm_source=x",
        "PB1Pg4abcdefg<br>&shy;PB1Pg4",
        "18bcfe56800-0-v",
        "2 d 4 h",
        "1,5",
        "12 %",
        "3 per day",
        "1e3 h",
        "1.234.567",
    ];
    seeds.extend(short.map(String::from));
    seeds
}

#[test]
fn no_text_breaks_a_decoder() {
    let q = questionnaire();
    let seeds = seeds(&q);
    for seed in 0..cases(10_000) {
        let text = damaged(&mut Dice(seed.wrapping_mul(0x9e37_79b9)), &seeds);
        let fed = catch_unwind(AssertUnwindSafe(|| feed(&q, &text)));
        if fed.is_err() {
            let path = format!("{CRASHERS}/{}.txt", digest(&text));
            fs::create_dir_all(CRASHERS).unwrap();
            fs::write(&path, &text).unwrap();
            panic!("seed {seed}: kept as {path}");
        }
    }
}

#[test]
fn what_once_broke_a_decoder_does_no_more() {
    let q = questionnaire();
    for file in fs::read_dir(CRASHERS).into_iter().flatten() {
        feed(&q, &fs::read_to_string(file.unwrap().path()).unwrap());
    }
}
