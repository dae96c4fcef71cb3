//! What the page hears of a file that may be a model of others: whose it is, what became of it, or what it is
//! instead. What stands here only looks like such models: the words are ours.

use plumbline::catalog::built_in;
use plumbline::formats::json::Json;
use plumbline::formats::models::{MAX_BYTES, import};
use plumbline::formats::questionnaire_toml::{Draft, decode, under};
use plumbline::formats::table::{Mistaken, mistaken};
use plumbline::study::model;

const ALL: [(&str, &str); 3] = [
    (include_str!("models/cncf.yaml"), "CNCF"),
    (include_str!("models/aws.json"), "AWS"),
    (include_str!("models/dsomm.yaml"), "DSOMM"),
];

fn told(bytes: &[u8]) -> Json {
    Json::parse(&model(bytes.to_vec())).unwrap()
}

fn at<'j>(json: &'j Json, name: &str) -> &'j Json {
    let Json::Object(map) = json else {
        panic!("{json:?}")
    };
    map.get(name).unwrap_or_else(|| panic!("no {name}"))
}

fn texts(json: &Json) -> Vec<&str> {
    let Json::List(all) = json else {
        panic!("{json:?}")
    };
    all.iter().filter_map(Json::as_str).collect()
}

fn refused(bytes: &[u8]) -> String {
    at(&told(bytes), "refused").as_str().unwrap().to_owned()
}

#[test]
fn of_each_model_it_is_said_whose_it_is_what_was_taken_and_what_not() {
    for (text, whose) in ALL {
        let made = import(text, None).unwrap();
        let answer = told(text.as_bytes());
        let model = at(&answer, "model");
        assert!(at(model, "is").as_str().unwrap().contains(whose));
        assert_eq!(at(model, "document").as_str(), Some(made.text.as_str()));
        assert_eq!(
            at(model, "licence").as_str(),
            Some(made.source.licence.as_str())
        );
        assert_eq!(at(model, "url").as_str(), Some(made.source.url.as_str()));
        let taken = at(model, "taken").as_str().unwrap();
        for (what, n, of) in &made.coverage.taken {
            assert!(taken.contains(&format!("{n} of {of} {what}")), "{taken}");
        }
        assert_eq!(texts(at(model, "left")), made.coverage.left);
        let open = texts(at(model, "open"));
        assert!(
            open[0].starts_with(&made.coverage.to_write.to_string()),
            "{open:?}"
        );
        // The same file, whatever an editor of texts has put before it.
        let marked = ["\u{feff}", text].concat();
        assert_eq!(told(marked.as_bytes()), answer);
    }
}

/// The editor can open each, has nothing to put right, and a remark beside each text that is to be written.
#[test]
fn what_was_made_of_a_model_can_be_corrected_under_a_free_id() {
    let base = built_in();
    for (text, _) in ALL {
        let made = import(text, None).unwrap();
        let draft = Draft::read(&under(&made.text, "ours-2").unwrap(), &base).unwrap();
        assert_eq!(draft.questionnaire.id, "ours-2");
        assert!(draft.wrong.is_empty(), "{:?}", draft.wrong);
        let unwritten = draft
            .regrets
            .iter()
            .filter(|r| r.message.contains("still to be written"));
        assert_eq!(unwritten.count(), made.coverage.to_write);
        assert!(draft.text.starts_with("# Made from "));
        assert!(decode(&draft.text, &base).is_ok());
    }
}

/// More than a hundred texts are missing from larger models: each is remarked beside its field.
#[test]
fn each_of_many_missing_texts_is_remarked() {
    let question =
        "      - {text: 'What?', options: [{value: 1, level: a}, {value: 2, level: b}]}\n";
    let many = format!(
        "categories:\n  - id: a\n    name: A\n    questions:\n{}",
        question.repeat(500)
    );
    let made = import(&many, None).unwrap();
    assert!(made.coverage.to_write > 4_000);
    let draft = Draft::read(&made.text, &built_in()).unwrap();
    let paths = draft.regrets.iter().map(|r| &r.path);
    let last = draft.questionnaire.practices.last().unwrap();
    let wanted = format!("practice/{}/steps/4", last.id);
    assert!(paths.into_iter().any(|path| *path == wanted));
}

#[test]
fn what_is_no_model_is_said_with_what_can_be_opened() {
    for (bytes, what) in [
        (&b"%PDF-1.7\n%\xe2\xe3"[..], "This is a PDF."),
        (b"\x89PNG\r\n\x1a\n", "This is a picture."),
        (b"PK\x03\x04 xl/workbook.xml", "This is an Excel workbook."),
        (b"PK\x03\x04 model.yaml", "This is a ZIP archive"),
        (b"<!doctype html><html></html>", "This is a web page"),
        (b"<model><a/></model>", "This is XML."),
        (
            b"just words",
            "Nothing in this file tells whose model it is",
        ),
        (b"categories: 3", "no category in it has a question"),
        (
            b"a: b\n  c: [\n",
            "neither a questionnaire nor a model: line 2",
        ),
        (b"a: \xff\n", "not UTF-8"),
        (
            b"{\"format\": \"plumbline/assessment\", \"version\": 1}",
            "Plumbline’s own",
        ),
        (
            &"x".repeat(MAX_BYTES + 1).into_bytes(),
            "4,000,000 are read",
        ),
    ] {
        let said = refused(bytes);
        assert!(said.contains(what), "{what}: {said}");
        assert!(said.ends_with(['.', '”']), "{said}");
    }
    // What a file of 50 MB is can be said without reading it as a model.
    let mut large = b"%PDF-1.7".to_vec();
    large.resize(50_000_000, b' ');
    assert!(refused(&large).starts_with("This is a PDF."));
    // A model is not mistaken for anything.
    for (text, _) in ALL {
        assert_eq!(mistaken(text.as_bytes()), None);
    }
    assert_eq!(mistaken(b"SQLite format 3\0"), Some(Mistaken::Sqlite));
}

#[test]
fn what_repeats_itself_without_end_is_refused() {
    let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for (own, before) in ('b'..='j').zip('a'..='i') {
        let all = vec![format!("*{before}"); 10].join(", ");
        bomb += &format!("{own}: &{own} [{all}]\n");
    }
    assert!(refused(bomb.as_bytes()).contains("those that it repeats by reference included"));
    assert!(refused("- ".repeat(100_000).as_bytes()).contains("more than 40 in one another"));
}
