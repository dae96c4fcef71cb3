//! Models of others, made into questionnaires. What stands here only looks like them: the words are ours.

use crate::random::{Dice, cases};
use plumbline::catalog::built_in;
use plumbline::formats::models::{Coverage, Kind, MAX_BYTES, NotAModel, import};
use plumbline::formats::questionnaire_toml::{Own, Remark, decode};
use std::process::Command;

const CNCF: &str = include_str!("models/cncf.yaml");

const AWS: &str = include_str!("models/aws.json");

const DSOMM: &str = include_str!("models/dsomm.yaml");

fn made(text: &str) -> (Own, Coverage, String) {
    let made = import(text, None).unwrap();
    let own = decode(&made.text, &built_in());
    let own = own.unwrap_or_else(|wrong| panic!("{}\n{wrong:#?}", made.text));
    (own, made.coverage, made.text)
}

fn regrets(own: &Own) -> Vec<String> {
    own.regrets.iter().map(Remark::to_string).collect()
}

#[test]
fn questions_with_options_become_practices_with_levels() {
    let (own, coverage, text) = made(CNCF);
    let q = &own.questionnaire;
    assert_eq!(
        (q.id.as_str(), q.title.as_str()),
        ("cncf-platform-engineering", "How good is the kitchen?")
    );
    assert_eq!(
        coverage.taken,
        [("options", 6, 7), ("questions", 2, 3), ("categories", 2, 2)]
    );
    let dimensions: Vec<_> = q.dimensions.iter().map(|d| d.title.as_str()).collect();
    assert_eq!(dimensions, ["Cooking", "Washing up"]);
    let [who, when] = q.practices.as_slice() else {
        panic!()
    };
    assert_eq!(
        (who.id.as_str(), who.question.as_str()),
        ("cooking-1", "Who cooks?")
    );
    // In the order of their values; the highest of four is level 5.
    assert_eq!(
        who.levels.each_ref().map(|l| l.split(':').next().unwrap()),
        [
            "Whoever is \"hungry\"",
            "A cook",
            "A team",
            "To be written",
            "A brigade"
        ]
    );
    assert_eq!(when.id.as_str(), "washing-up-1");
    assert_eq!(when.levels[0], "Never");
    // To be written: the goal; of each question why, how to tell, four steps; one level, and three.
    assert_eq!(coverage.to_write, 1 + 2 * 6 + 1 + 3);
    let unwritten = regrets(&own)
        .iter()
        .filter(|r| r.contains("still to be written"))
        .count();
    assert_eq!(unwritten, coverage.to_write);
    let source = own.source.unwrap();
    assert_eq!(
        source.url,
        "https://github.com/Cloud-Native-Platform-Engineering/pemm-assessment"
    );
    assert!(source.licence.starts_with("not said in the file"));
    for said in [
        "# Made from the CNCF’s assessment of platform engineering.",
        "# taken over: 6 of 7 options, 2 of 3 questions, 2 of 2 categories",
        "# not as it was: questions with 4 options",
        "# Licence: ",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}

#[test]
fn rules_of_risk_become_levels() {
    let (own, coverage, _) = made(AWS);
    let q = &own.questionnaire;
    assert_eq!(
        (q.id.as_str(), q.title.as_str()),
        ("bicycle-lens-lens", "Bicycle lens")
    );
    assert_eq!(q.disciplines[0].goal, "What keeps bicycles on the road.");
    assert_eq!(
        coverage.taken,
        [
            ("choices", 4, 4),
            ("rules of risk", 5, 5),
            ("links", 1, 2),
            ("questions", 2, 3),
            ("pillars", 1, 2)
        ]
    );
    let [brake, bell] = q.practices.as_slice() else {
        panic!()
    };
    assert_eq!(
        [&brake.levels[0], &brake.levels[2], &brake.levels[4]],
        [
            "What the higher levels name is not in place.",
            "“Pads are new”",
            "“Pads are new” and (“Cables are greased” or not “None of these”)"
        ]
    );
    assert!(
        brake.levels[1].starts_with("To be written")
            && brake.levels[3].starts_with("To be written")
    );
    assert_eq!(&brake.steps[..2], ["Buy pads", "Grease the cables"]);
    assert_eq!(brake.why, "Stopping is more than rolling.");
    assert_eq!(
        brake.how_to_tell,
        "Which of these are in place? Pads are new; Cables are greased; None of these"
    );
    let sources: Vec<_> = brake.sources.iter().map(|s| s.url.as_str()).collect();
    assert_eq!(sources, ["https://example.org/pads"]);
    // Where medium is the worst that there is, it is where everybody begins.
    assert_eq!(
        [&bell.levels[0], &bell.levels[4]],
        ["What the higher levels name is not in place.", "“A bell”"]
    );
    assert!(
        coverage
            .left
            .contains(&"links that are not https".to_owned())
    );
}

#[test]
fn activities_become_the_levels_of_their_subdimension() {
    let (own, coverage, _) = made(DSOMM);
    let q = &own.questionnaire;
    assert_eq!(q.id, "dsomm");
    assert_eq!(
        coverage.taken,
        [
            ("activities", 5, 6),
            ("links", 1, 2),
            ("subdimensions", 3, 3),
            ("dimensions", 2, 2)
        ]
    );
    let titles: Vec<_> = q
        .practices
        .iter()
        .map(|p| (p.dimension.as_str(), p.title.as_str()))
        .collect();
    assert_eq!(
        titles,
        [("soil", "Digging"), ("soil", "Compost"), ("water", "Rain")]
    );
    let digging = &q.practices[0];
    assert_eq!(
        [
            &digging.levels[0],
            &digging.levels[1],
            &digging.levels[3],
            &digging.levels[4]
        ],
        [
            "Nothing of what the higher levels name is in place.",
            "In place: Turn the beds.",
            "In place as well: Rest a bed.",
            "In place as well: Follow the moon."
        ]
    );
    assert!(digging.levels[2].starts_with("To be written"));
    assert_eq!(digging.why, "Roots find nothing.");
    assert_eq!(digging.how_to_tell, "- Show the fork.");
    assert_eq!(digging.steps[0], "Turn one bed with a fork.");
    assert_eq!(digging.steps[3], "Buy a calendar.");
    let effort = serde_json::to_value(digging.effort).unwrap();
    assert_eq!(effort, serde_json::json!(["S", "M", "L", "M"]));
    let unnamed = DSOMM.replace("  Digging:", "  \u{200b}:");
    let (own_of_unnamed, coverage, _) = made(&unnamed);
    assert_eq!(own_of_unnamed.questionnaire.practices.len(), 2);
    assert!(
        coverage
            .left
            .contains(&"subdimensions without a name".to_owned())
    );
    let source = own.source.unwrap();
    assert_eq!(
        (source.url.as_str(), source.title.as_str()),
        (
            "https://example.org/gardens",
            "OWASP’s DevSecOps Maturity Model, 5.0.1"
        )
    );
    assert_eq!(digging.sources[0].url, "https://example.org/fork");
    assert_eq!(q.practices[1].sources[0].url, "https://example.org/gardens");
}

#[test]
fn what_is_no_model_is_refused_with_a_reason() {
    let refused = |text: &str| import(text, None).unwrap_err();
    assert_eq!(refused(""), NotAModel::Unknown);
    assert_eq!(refused("just a text"), NotAModel::Unknown);
    assert_eq!(refused("a: [1, 2]\nb: {c: {d: 1}}"), NotAModel::Unknown);
    assert_eq!(refused("{\"pillars\": []}"), NotAModel::Empty(Kind::Aws));
    assert_eq!(refused("categories: 3"), NotAModel::Empty(Kind::Cncf));
    assert_eq!(
        import(CNCF, Some(Kind::Dsomm)),
        Err(NotAModel::Empty(Kind::Dsomm))
    );
    assert_eq!(
        refused(&" ".repeat(MAX_BYTES + 1)),
        NotAModel::TooLarge(MAX_BYTES + 1)
    );
    assert_eq!(
        refused("{\"pillars\": [}"),
        NotAModel::Unreadable(1, "this is not JSON".to_owned())
    );
    let NotAModel::Unreadable(2, why) = refused("a: b\n  c: [\n") else {
        panic!()
    };
    assert!(why.starts_with("this is not YAML: "), "{why}");
    // Nine times nine times nine: a billion lols.
    let mut bomb = String::from("a: &a [x, x, x, x, x, x, x, x, x, x]\n");
    for (own, before) in ('b'..='j').zip('a'..='i') {
        bomb += &format!(
            "{own}: &{own} [{}]\n",
            vec![format!("*{before}"); 10].join(", ")
        );
    }
    assert_eq!(refused(&bomb), NotAModel::TooMuch);
    // What is referred to is not there, or is itself.
    assert!(import("categories: *nothing", None).is_err());
    assert!(import("a: &a [*a]", None).is_err());
    for deep in [
        &"[".repeat(100_000),
        &"{\"a\":".repeat(100_000),
        &"- ".repeat(100_000),
        &"a:\n".repeat(50),
    ] {
        assert!(import(deep, None).is_err());
    }
    for refusal in [
        refused(""),
        refused(&bomb),
        refused("categories: 3"),
        NotAModel::TooLarge(9),
    ] {
        assert!(refusal.to_string().chars().count() > 20);
    }
}

/// Texts of a model stay texts, however they look, and what is long is cut and said.
#[test]
fn nothing_in_a_model_writes_the_document() {
    let evil =
        "\\\"]\\n[questionnaire]\\nid = \\\"plumbline\\\"\\u202E<script>alert(1)</script>\\u0000";
    let long = "very ".repeat(400);
    let text = AWS
        .replace("Pads are new", evil)
        .replace("Stopping is more than rolling.", &long)
        .replace("BRAKES1\"", "../../../etc/passwd\"");
    let (own, coverage, document) = made(&text);
    let q = &own.questionnaire;
    assert_eq!((q.practices.len(), q.id.as_str()), (2, "bicycle-lens-lens"));
    assert_eq!(q.practices[0].id.as_str(), "etc-passwd");
    assert!(q.practices[0].levels[2].contains("\"] [questionnaire] id = \"plumbline\"<script>"));
    assert!(q.practices[0].why.ends_with('…') && q.practices[0].why.chars().count() <= 840);
    assert_eq!(coverage.cut, 1);
    assert!(!document.contains('\u{202e}') && !document.contains('\u{0}'));
    // More than a questionnaire may ask is left out, and that is said.
    let question =
        "      - {text: 'What?', options: [{value: 1, level: a}, {value: 2, level: b}]}\n";
    let many = format!(
        "categories:\n  - id: a\n    name: A\n    questions:\n{}",
        question.repeat(2_000)
    );
    let (own, coverage, _) = made(&many);
    assert_eq!(own.questionnaire.practices.len(), 500);
    assert_eq!(coverage.taken[1], ("questions", 500, 2_000));
    assert!(
        coverage
            .left
            .contains(&"what is beyond 500 practices".to_owned())
    );
}

/// Whatever is cut out of a model, put into it or said twice: nothing is made of it, or a questionnaire that
/// can be used.
#[test]
fn of_a_damaged_model_nothing_or_something_usable_is_made() {
    let base = built_in();
    let mut dice = Dice(24);
    let mut below = move |n: usize| usize::try_from(dice.below(n as u64)).unwrap();
    let (mut used, mut refused) = (0, 0);
    for case in 0..cases(600) {
        let model = [CNCF, AWS, DSOMM][case as usize % 3];
        let mut text: Vec<char> = model.chars().collect();
        for _ in 0..=below(3) {
            let at = below(text.len());
            let to = (at + below(60)).min(text.len());
            match below(4) {
                0 => drop(text.drain(at..to)),
                1 => {
                    let odd = ['"', '&', '*', ':', '\t', '\u{0}', '\u{202e}', '-'];
                    text.insert(at, odd[below(8)]);
                }
                2 => {
                    let part: Vec<_> = text[at..to].to_vec();
                    text.splice(at..at, part);
                }
                _ => text[at] = ['x', '9', '{', '\n', ' ', '…'][below(6)],
            }
        }
        let text: String = text.into_iter().collect();
        match import(&text, None) {
            Ok(made) => {
                used += 1;
                let own = decode(&made.text, &base);
                assert!(own.is_ok(), "{text}\n{}\n{:#?}", made.text, own.err());
            }
            Err(_) => refused += 1,
        }
    }
    assert!(used > 50 && refused > 50, "{used} {refused}");
}

#[test]
fn the_command_line_writes_the_document_and_says_what_is_in_it() {
    let path = std::env::temp_dir().join(format!("plumbline-model-{}.yaml", std::process::id()));
    std::fs::write(&path, DSOMM).unwrap();
    let run = |args: &[&str]| {
        let out = Command::new(env!("CARGO_BIN_EXE_plumbline"))
            .args(args)
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (out.status.success(), text(out.stdout), text(out.stderr))
    };
    let file = path.to_str().unwrap();
    let (is_fine, document, said) = run(&["import", file]);
    assert!(
        is_fine && said.starts_with("taken over: 5 of 6 activities, "),
        "{said}"
    );
    assert!(decode(&document, &built_in()).is_ok());
    assert_eq!(
        run(&["import", file, "--as", "dsomm"]),
        (true, document, said)
    );
    let (is_fine, document, said) = run(&["import", file, "--as", "cncf"]);
    assert!(!is_fine && document.is_empty());
    assert!(
        said.contains("there is no category with a question"),
        "{said}"
    );
    for wrong in [
        vec!["import"],
        vec!["import", file, "--as"],
        vec!["import", file, "--as", "samm"],
    ] {
        assert!(run(&wrong).2.starts_with("usage:"));
    }
    std::fs::remove_file(&path).unwrap();
}
