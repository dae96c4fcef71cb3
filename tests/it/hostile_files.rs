//! Files and texts that mean harm: each is refused in words or opened as what it is.

use crate::world::{full, practice, questionnaire};
use plumbline::formats::assessment_json::{MAX_BYTES, decode, encode};
use plumbline::formats::workspace_json::decode_any;
use plumbline::model::{Answer, Clock, Edit, Evidence, WriterId, validate};
use plumbline::words::words;
use serde_json::{Value, json};

/// Values in the place of others.
fn odd_values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(6),
        json!(3.5),
        json!(1e300),
        json!(u64::MAX),
        json!(""),
        json!("__proto__"),
        json!("<script>alert(1)</script>"),
        json!("\u{0}\u{202e}\u{feff}"),
        json!([]),
        json!([1, 2, 3]),
        json!({}),
        json!({"__proto__": {"level": 5}, "constructor": 1}),
        json!([[[[[[[[]]]]]]]]),
    ]
}

/// Every place in a document, as the keys that lead there.
fn places(value: &Value, here: &[String], all: &mut Vec<Vec<String>>) {
    if let Value::Object(map) = value {
        for (key, value) in map {
            let place = [here, std::slice::from_ref(key)].concat();
            all.push(place.clone());
            places(value, &place, all);
        }
    }
}

fn at<'v>(value: &'v mut Value, place: &[String]) -> &'v mut Value {
    place.iter().fold(value, |v, key| &mut v[key])
}

/// More than 300 of them: each value of a good file replaced by each odd one, the file cut, with
/// bytes changed, doubled, wrapped, and what is no such file at all.
fn files() -> Vec<String> {
    let good = encode(&full(), "0.1.0", "now");
    let tree: Value = serde_json::from_str(&good).unwrap();
    let mut all = Vec::new();
    places(&tree, &[], &mut all);
    let mut files = Vec::new();
    for place in &all {
        for odd in odd_values() {
            let mut changed = tree.clone();
            *at(&mut changed, place) = odd;
            files.push(changed.to_string());
        }
    }
    let cuts = (0..good.len()).step_by(good.len() / 60);
    files.extend(cuts.filter_map(|n| good.get(..n)).map(str::to_owned));
    for byte in ['{', '"', '\u{0}', '9', '\\', ','] {
        for n in (0..good.len()).step_by(good.len() / 20) {
            if good.is_char_boundary(n) {
                files.push(format!("{}{byte}{}", &good[..n], &good[n..]));
            }
        }
    }
    let wrapped = [
        format!("{good}{good}"),
        format!("[{good}]"),
        format!("\u{feff}\u{feff}{good}"),
        good.replace('"', "'"),
        good.replace("\"a1\"", "\"../../etc\""),
        good.replace("\"a1\"", "\"A1\""),
        good.replace("\"level\": 3", "\"level\": 3, \"level\": 4"),
        good.replace("12.5", "1e999"),
        good.replace("12.5", "-0"),
        "[".repeat(200_000),
        "{\"a\":".repeat(100_000),
        "9".repeat(100_000),
        format!("\"{}\"", "x".repeat(1_000_000)),
        format!(
            "{{\"format\": \"plumbline/assessment\", \"body\": {{{}\"z\": 1}}}}",
            "\"k\": 1,".repeat(20_000)
        ),
        "x".repeat(MAX_BYTES + 1),
        "PK\u{3}\u{4}zip".into(),
        "\u{89}PNG\r\n".into(),
        "<!doctype html><script>alert(1)</script>".into(),
        "%PDF-1.7".into(),
        "team;level\nPayments;3".into(),
        "\"\\ud800\"".into(),
        "nul".into(),
    ];
    files.extend(wrapped);
    files
}

#[test]
fn every_hostile_file_is_refused_in_words_or_opens_as_what_it_is() {
    let files = files();
    assert!(files.len() >= 300, "{} files", files.len());
    let (mut opened, mut refused) = (0, 0);
    for file in &files {
        match decode(file) {
            Ok(decoded) => {
                opened += 1;
                let again = encode(&decoded.assessment, "", "");
                assert_eq!(decode(&again).unwrap().assessment, decoded.assessment);
                // Whatever opened can be judged without a panic.
                let _ = validate::assessment(&questionnaire(), &decoded.assessment);
            }
            Err(refusal) => {
                refused += 1;
                let said = words().refusal(&refusal);
                assert!(said.len() > 10 && said.len() < 10_000, "{said}");
            }
        }
        let _ = decode_any(file);
    }
    assert!(
        opened > 20 && refused > 200,
        "{opened} opened, {refused} refused"
    );
}

/// More than 200: what browsers were made to run in the past, in many spellings.
fn scripts() -> Vec<String> {
    let mut all = Vec::new();
    for tag in [
        "img", "svg", "body", "iframe", "video", "math", "details", "input", "a", "marquee",
    ] {
        for handler in [
            "onerror",
            "onload",
            "ontoggle",
            "onfocus",
            "onmouseover",
            "onanimationstart",
        ] {
            all.push(format!("<{tag} src=x {handler}=alert(1)>"));
            all.push(format!("\"><{tag}/{handler}=alert(1)//"));
        }
    }
    let schemes = [
        "javascript",
        "data:text/html,",
        "vbscript",
        "blob",
        "file",
        "filesystem",
        "about",
    ];
    for scheme in schemes {
        for spelling in [
            "{}:alert(1)",
            " {}:alert(1)",
            "{}&colon;alert(1)",
            "{}\t:alert(1)",
            "\u{1}{}:alert(1)",
            "{}://%0aalert(1)",
            "//{}:x",
            "{}:%61lert(1)",
        ] {
            all.push(spelling.replace("{}", scheme));
            all.push(spelling.replace("{}", &scheme.to_uppercase()));
        }
    }
    let single = [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "<scr<script>ipt>",
        "${alert(1)}",
        "{{constructor.constructor('alert(1)')()}}",
        "';alert(1);//",
        "\";alert(1);//",
        "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
        "<style>@import'//x'</style>",
        "&#60;script&#62;",
        "<a href=javascript:alert(1)>",
        "=cmd|'/c calc'!A1",
        "+1+1",
        "@SUM(1)",
        "\u{202e}gpj.exe",
        "<base href=//x>",
        "<meta http-equiv=refresh content=0;url=//x>",
    ];
    all.extend(single.map(str::to_owned));
    all
}

#[test]
fn script_strings_stay_text_in_every_field_and_lead_nowhere() {
    let scripts = scripts();
    assert!(scripts.len() >= 200, "{} strings", scripts.len());
    let mut clock = Clock::new(WriterId::parse("w").unwrap());
    for script in &scripts {
        let mut a = full();
        let id = practice("a1");
        let piece = Evidence {
            title: script.clone(),
            address: script.clone(),
            date: script.clone(),
            unknown: String::new(),
        };
        assert_eq!(piece.link(), None, "{script}");
        for edit in [
            Edit::Team(Some(script.clone())),
            Edit::Note(id.clone(), Some(script.clone())),
            Edit::Evidence(id.clone(), Some(vec![piece])),
            Edit::Respond(id.clone(), Some(Answer::NotApplicable(script.clone()))),
        ] {
            a.apply(edit.bounded(), clock.tick(1));
        }
        let back = decode(&encode(&a, "", "")).unwrap().assessment;
        assert_eq!(back, a, "{script}");
        let kept: String = script
            .chars()
            .filter(|c| !c.is_control())
            .take(80)
            .collect();
        assert_eq!(back.team(), kept);
    }
}
